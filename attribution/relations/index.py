"""Find the pairs of claims worth comparing, from an index of their terms: the cost grows with related claims only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attribution.relations.pair import APART
from attribution.relations.terms import Statement

# A word that more claims than this share is no reason to compare two of different documents.
_LONGEST_POSTING = 100
# What the words around a pronoun share, and near-synonyms, weigh so much when they bring claims together.
_CONTEXT_WEIGHT, _TOPIC_WEIGHT = 0.2, 0.3
# In one document this much shared weight is enough to look closer.
_TOGETHER = 0.1


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
        for place in places:
            statement = statements[place]
            shared = _meet(keys[place], here, place, len(places))
            others = {other for other, weight in shared.items() if weight >= _TOGETHER}
            others.update(p for p in places if p > place and _is_special(statement, statements[p]))
            if len(documents) > 1:
                apart = _meet(keys[place], everywhere, place, _LONGEST_POSTING)
                others.update(other for other, weight in apart.items() if weight >= APART)
            for other in sorted(others):
                if statements[other].sources != statement.sources:
                    yield statement, statements[other]


def _is_special(a: Statement, b: Statement) -> bool:
    """Tell whether two claims of one document may be related without a shared word."""
    same = (a.deed and b.deed) or (a.cause and b.cause) or (a.stand and a.stand == b.stand)
    return bool(same or a.discredits or b.discredits or (a.claim.quantities and b.claim.quantities))


def _post(
    keys: Mapping[int, Mapping[str, float]], places: Sequence[int] | Mapping[int, object]
) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for place in places:
        for key in keys[place]:
            postings[key].append(place)
    return postings


def _meet(keys: Mapping[str, float], postings: Mapping[str, list[int]], place: int, longest: int) -> dict[int, float]:
    """Return the weight that a claim shares with each later one in the postings that are not too long."""
    shared: dict[int, float] = defaultdict(float)
    for key, weight in keys.items():
        if len(postings[key]) <= longest:
            for other in postings[key]:
                if other > place:
                    shared[other] += weight
    return shared


def _keys(statement: Statement) -> dict[str, float]:
    keys = dict.fromkeys(statement.context, _CONTEXT_WEIGHT)
    for term in statement.terms.values():
        keys.update((f"~{topic}", _TOPIC_WEIGHT) for topic in term.topics)
        keys[term.family] = term.weight
    return keys
