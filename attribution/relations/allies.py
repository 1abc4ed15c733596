"""Sources that contradict one claim with the same thing support each other: they stand on one side of a dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from attribution.relations.gate import can_relate, differ_in_place_or_time, measure_overlap
from attribution.relations.opposites import are_opposed
from attribution.relations.pair import Finding
from attribution.relations.terms import Statement

# Two who deny or negate one claim agree on it; two whose numbers or culprits differ from a third's may differ as well.
_REASONS = frozenset({"denial", "negation", "antonym"})
# More opponents of one claim than this are a debate, and its pairs no news.
_MOST_OPPONENTS = 12
# Opponents of one claim that share nothing of weight oppose it for reasons of their own.
_SHARED = 0.1
_STRENGTH = 0.5


def find_allies(
    contradictions: Iterable[tuple[Statement, Statement, Finding]],
) -> Iterator[tuple[Statement, Statement, Finding]]:
    """Yield the pairs of claims of different voices that contradict one claim, in reading order within each pair.

    Parameters
    ----------
    contradictions : the pairs that contradict each other.
    """
    opponents: dict[int, list[Statement]] = defaultdict(list)
    against = set()
    for a, b, finding in contradictions:
        against.add((a.place, b.place))
        if finding.reason in _REASONS:
            opponents[a.place].append(b)
            opponents[b.place].append(a)
    for place in sorted(opponents):
        group = sorted(opponents[place], key=lambda s: s.place)
        if len(group) > _MOST_OPPONENTS:
            continue
        for first, second in combinations(group, 2):
            if (first.place, second.place) not in against and _agree(first, second):
                yield (
                    first,
                    second,
                    Finding("supports", "denial" if _denies(first, second) else "paraphrase", _STRENGTH),
                )


def _agree(a: Statement, b: Statement) -> bool:
    if not can_relate(a, b) or a.voices & b.voices or are_opposed(a, b) or differ_in_place_or_time(a, b):
        return False
    return bool(a.claim.reply or b.claim.reply) or measure_overlap(a, b).events >= _SHARED


def _denies(a: Statement, b: Statement) -> bool:
    return a.claim.affirmed is not True and b.claim.affirmed is not True
