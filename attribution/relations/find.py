"""Find the contradictions and supports among the claims of a report."""

from __future__ import annotations

from attribution.model import Attribution, Claim, Reading, Relation, Resolution
from attribution.relations.allies import find_allies
from attribution.relations.answers import find_answer_relations
from attribution.relations.confidence import rate_finding
from attribution.relations.explain import explain_relation
from attribution.relations.gate import can_relate
from attribution.relations.index import find_candidates
from attribution.relations.judge import judge_pair
from attribution.relations.pair import Finding, Pair
from attribution.relations.statements import build_statements
from attribution.relations.terms import Statement

_Found = dict[tuple[int, int], tuple[Statement, Statement, Finding]]


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
    statements = build_statements(readings, resolution, attributions, claims)
    found: _Found = {}
    for a, b, finding in find_answer_relations(statements):
        _keep(found, a, b, finding)
    for a, b in find_candidates(statements):
        if can_relate(a, b) and (a.place, b.place) not in found:
            judged = judge_pair(Pair(a, b))
            if judged:
                _keep(found, a, b, judged)
    opposed = [pair for _, pair in sorted(found.items()) if pair[2].relation == "contradicts"]
    for a, b, finding in find_allies(opposed):
        _keep(found, a, b, finding)
    sources = {source.id: source for source in resolution.sources}
    return tuple(
        Relation(
            a=a.claim.id,
            b=b.claim.id,
            relation=finding.relation,
            confidence=rate_finding(finding),
            reason=finding.reason,
            explanation=explain_relation((a.claim, b.claim), (a.attribution, b.attribution), sources, finding.relation),
        )
        for _, (a, b, finding) in sorted(_without_mixed(found).items())
    )


def _keep(found: _Found, a: Statement, b: Statement, finding: Finding) -> None:
    known = found.get((a.place, b.place))
    if known is None or known[2].strength < finding.strength:
        found[a.place, b.place] = (a, b, finding)


def _without_mixed(found: _Found) -> _Found:
    """Leave out supports between attributions that contradict each other: a reply repeats much of what it denies."""
    opposed = {(a.attribution.id, b.attribution.id) for a, b, f in found.values() if f.relation == "contradicts"}
    return {
        key: (a, b, f)
        for key, (a, b, f) in found.items()
        if f.relation == "contradicts" or (a.attribution.id, b.attribution.id) not in opposed
    }
