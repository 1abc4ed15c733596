"""Find the pairs of claims worth comparing, from an index of their terms: the cost grows with related claims only."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from attribution.relations.pair import APART
from attribution.relations.terms import Statement

# A word that more claims than this share is no reason to compare two of different documents.
_LONGEST_POSTING = 100
# What the words around a pronoun share, and near-synonyms, weigh so much when they bring claims together.
_CONTEXT_WEIGHT, _TOPIC_WEIGHT = 0.2, 0.3
# In one document this much shared weight is enough to look closer.
_TOGETHER = 0.1
# An article has some hundred claims; in a text of thousands, what is said so many claims later is another matter, and
# a claim that shares something with more than so many others says nothing of its own.
_REACH, _MOST = 300, 100


def find_candidates(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield pairs of claims of different sources that may be related, each once, in reading order."""
    documents: dict[str, list[int]] = defaultdict(list)
    keys = {}
    for statement in statements:
        if statement.sources:
            documents[statement.document].append(statement.place)
            keys[statement.place] = _keys(statement)
    everywhere = _post(keys, keys)
    for places in documents.values():
        here = _post(keys, places)
        for at, place in enumerate(places):
            statement = statements[place]
            shared = _meet(keys[place], here, place, len(places), _REACH)
            others = {other: weight for other, weight in shared.items() if weight >= _TOGETHER}
            for other in places[at + 1 : at + 1 + _REACH]:
                if other not in others and _is_special(statement, statements[other]):
                    others[other] = _TOGETHER
            if len(documents) > 1:
                apart = _meet(keys[place], everywhere, place, _LONGEST_POSTING)
                others.update((other, weight) for other, weight in apart.items() if weight >= APART)
            for other in sorted(_strongest(others)):
                if statements[other].sources != statement.sources:
                    yield statement, statements[other]


def _strongest(others: Mapping[int, float]) -> Iterable[int]:
    """Return those that share most, the nearest where they share as much."""
    return nsmallest(_MOST, others, key=lambda other: (-others[other], other)) if len(others) > _MOST else others


def _is_special(a: Statement, b: Statement) -> bool:
    """Tell whether two claims of one document may be related without a shared word."""
    told = (a.deed and b.deed) or (a.cause and b.cause) or (a.stand and a.stand == b.stand)
    same = told or (a.camp == "some" and b.camp == "others")
    return bool(same or a.discredits or b.discredits or (a.claim.quantities and b.claim.quantities))


def _post(
    keys: Mapping[int, Mapping[str, float]], places: Sequence[int] | Mapping[int, object]
) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for place in places:
        for key in keys[place]:
            postings[key].append(place)
    return postings


def _meet(
    keys: Mapping[str, float], postings: Mapping[str, list[int]], place: int, longest: int, reach: int | None = None
) -> dict[int, float]:
    """Return the weight that a claim shares with later ones (the next `reach`) in postings that are not too long."""
    shared: dict[int, float] = defaultdict(float)
    for key, weight in keys.items():
        if len(postings[key]) <= longest:
            first = bisect_right(postings[key], place)
            for other in postings[key][first : first + reach if reach else None]:
                shared[other] += weight
    return shared


def _keys(statement: Statement) -> dict[str, float]:
    keys = dict.fromkeys(statement.context, _CONTEXT_WEIGHT)
    for term in statement.terms.values():
        keys.update((f"~{topic}", _TOPIC_WEIGHT) for topic in term.topics)
        keys[term.family] = term.weight
    return keys
