"""Where two attributions meet: all that the rules see of their claims, put together for one decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from attribution.relations.answers import find_answer_relations
from attribution.relations.gate import can_relate
from attribution.relations.index import find_candidates
from attribution.relations.judge import judge_pair
from attribution.relations.pair import Finding, Pair
from attribution.relations.terms import Statement
from attribution.relations.vouching import judge_vouching

# In one document attributions this few places apart are compared whatever they share: answers stand near what they
# answer, and need not repeat a word of it.
_NEAR = 4
# Of attributions with many claims, so many pairs of claims at most are looked at.
_MOST_PAIRS = 64


@dataclass(frozen=True)
class Met:
    """What the rules found between two claims."""

    a: Statement
    b: Statement
    finding: Finding


@dataclass(frozen=True)
class Meeting:
    """Two attributions that are not of the same sources, `a` first in reading order.

    Parameters
    ----------
    a, b : their claims.
    contradiction, support : the strongest finding of the rules of either kind.
    """

    a: tuple[Statement, ...]
    b: tuple[Statement, ...]
    contradiction: Met | None = None
    support: Met | None = None

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Their claims that can be related, each of the one with each of the other, those that share most first."""
        pairs = (Pair(a, b) for a, b in list(product(self.a, self.b))[:_MOST_PAIRS] if can_relate(a, b))
        return tuple(sorted(pairs, key=lambda pair: -pair.overlap.shared))


def find_meetings(statements: Sequence[Statement]) -> Iterator[Meeting]:
    """Yield the pairs of attributions worth a decision, in reading order."""
    claims: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        claims[statement.attribution.id].append(statement)
    order = {name: place for place, name in enumerate(claims)}
    found: dict[tuple[str, str], Meeting] = {}

    def meeting(a: Statement, b: Statement) -> tuple[tuple[str, str], Meeting]:
        key = a.attribution.id, b.attribution.id
        return key, found.get(key) or Meeting(tuple(claims[key[0]]), tuple(claims[key[1]]))

    for a, b in _near(claims):
        key, one = meeting(a, b)
        found[key] = next((_with(one, met) for met in _vouched(one)), one)
    for a, b in find_candidates(statements):
        key, one = meeting(a, b)
        judged = judge_pair(Pair(a, b)) if can_relate(a, b) else None
        found[key] = _with(one, Met(a, b, judged)) if judged else one
    for a, b, finding in find_answer_relations(statements):
        key, one = meeting(a, b)
        found[key] = _with(one, Met(a, b, finding))
    yield from (found[key] for key in sorted(found, key=lambda key: (order[key[0]], order[key[1]])))


def _near(claims: Mapping[str, Sequence[Statement]]) -> Iterator[tuple[Statement, Statement]]:
    groups = [group[0] for group in claims.values()]
    for at, one in enumerate(groups):
        for other in groups[at + 1 : at + 1 + _NEAR]:
            if one.document == other.document and one.sources != other.sources:
                yield one, other


def _vouched(meeting: Meeting) -> Iterator[Met]:
    for outer, inner in ((meeting.a, meeting.b), (meeting.b, meeting.a)):
        if judged := judge_vouching(outer, inner[0]):
            teller, finding = judged
            yield Met(teller, inner[0], finding) if outer is meeting.a else Met(inner[0], teller, finding)


def _with(meeting: Meeting, met: Met) -> Meeting:
    if met.finding.relation == "contradicts":
        return meeting if _is_weaker(met, meeting.contradiction) else replace(meeting, contradiction=met)
    return meeting if _is_weaker(met, meeting.support) else replace(meeting, support=met)


def _is_weaker(met: Met, known: Met | None) -> bool:
    return known is not None and known.finding.strength >= met.finding.strength
