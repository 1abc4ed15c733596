"""Find the contradictions and supports among the claims of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attribution.model import Attribution, Claim, Reading, Relation, Resolution
from attribution.relations.allies import find_allies
from attribution.relations.explain import explain_relation
from attribution.relations.meetings import Meeting, Met, find_meetings
from attribution.relations.network import load_judge
from attribution.relations.pairtext import Said
from attribution.relations.statements import build_statements
from attribution.relations.terms import Statement
from attribution.relations.verdict import Verdict, decide_by_network, decide_by_rules, give_verdict, needs_network
from attribution.spans import join

# The network is asked about so many pairs of an attribution at most. In an article hardly any has more; in a long text
# in which everybody speaks of one thing all would, and the time would grow with their square.
_MOST_ASKED = 16


def find_relations(
    readings: tuple[Reading, ...],
    resolution: Resolution,
    attributions: tuple[Attribution, ...],
    claims: tuple[Claim, ...],
) -> tuple[Relation, ...]:
    """Return the relations between claims of different sources, in reading order.

    Parameters
    ----------
    readings, resolution, attributions, claims : the layers of a report.
    """
    meetings = meet(readings, resolution, attributions, claims)
    found = {_attributions(verdict): verdict for met in meetings if (verdict := decide_by_rules(met))}
    undecided = _choose(meeting for meeting in meetings if needs_network(meeting))
    if undecided:
        judge = load_judge()
        network = judge.judge(tell(undecided, readings, resolution, claims))
        for meeting, row in zip(undecided, network.tolist(), strict=True):
            if verdict := decide_by_network(meeting, row, judge.calibration):
                found[_attributions(verdict)] = verdict
    for ally in _allies(meetings):
        found.setdefault(_attributions(ally), ally)
    sources = {source.id: source for source in resolution.sources}
    return tuple(
        Relation(
            a=a.claim.id,
            b=b.claim.id,
            relation=verdict.relation,
            confidence=verdict.confidence,
            reason=verdict.reason,
            explanation=explain_relation((a.claim, b.claim), (a.attribution, b.attribution), sources, verdict.relation),
        )
        for verdict in sorted(found.values(), key=lambda verdict: (verdict.a.place, verdict.b.place))
        for a, b in [(verdict.a, verdict.b)]
    )


def meet(
    readings: tuple[Reading, ...],
    resolution: Resolution,
    attributions: tuple[Attribution, ...],
    claims: tuple[Claim, ...],
) -> list[Meeting]:
    """Return the pairs of attributions to decide on, in reading order."""
    return list(find_meetings(build_statements(readings, resolution, attributions, claims)))


def tell(
    meetings: Sequence[Meeting], readings: tuple[Reading, ...], resolution: Resolution, claims: tuple[Claim, ...]
) -> list[tuple[Said, Said]]:
    """Return what the network reads of each pair: who says what, and what it answers where that is said elsewhere."""
    names = {source.id: source.name for source in resolution.sources}
    texts = {reading.document.id: reading.document.text for reading in readings}
    words = {claim.id: claim.text for claim in claims}

    def said(side: tuple[Statement, ...]) -> Said:
        attribution = side[0].attribution
        who = " and ".join(names[one] for one in attribution.sources if one in names)
        content = " ".join(join(texts[attribution.document], attribution.content, " ").split())
        answered = dict.fromkeys(words[one.claim.answers] for one in side if one.claim.answers in words)
        return Said(who, side[0].cue, " — ".join((content, *answered)))

    return [(said(meeting.a), said(meeting.b)) for meeting in meetings]


def _choose(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return those to ask the network about: of what meets very many others, the pairs that share most."""
    asked: Counter[str] = Counter()
    chosen = []
    for meeting in sorted(meetings, key=lambda meeting: -meeting.pairs[0].overlap.shared):
        sides = meeting.a[0].attribution.id, meeting.b[0].attribution.id
        if max(asked[side] for side in sides) < _MOST_ASKED:
            asked.update(sides)
            chosen.append(meeting)
    return chosen


def _allies(meetings: Iterable[Meeting]) -> list[Verdict]:
    opposed = [(met.a, met.b, met.finding) for meeting in meetings if (met := meeting.contradiction)]
    return [give_verdict(Met(a, b, finding)) for a, b, finding in find_allies(opposed)]


def _attributions(verdict: Verdict) -> tuple[str, str]:
    return verdict.a.attribution.id, verdict.b.attribution.id
