"""Find the pairs of claims worth comparing, from an index of their terms: the cost grows with related claims only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attribution.relations.terms import Statement

# A word that more claims than this share is no reason to compare them (a search engine's stop words, from the data).
_LONGEST_POSTING = 300
# Within this many claims of one document all are compared: pronouns and answers need no shared word there.
_SMALL_DOCUMENT = 120


def find_candidates(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield pairs of claims of different sources that may be related, each once, in reading order."""
    postings: dict[str, list[int]] = defaultdict(list)
    documents: dict[str, list[int]] = defaultdict(list)
    for statement in statements:
        if not statement.sources:
            continue
        documents[statement.document].append(statement.place)
        for key in _keys(statement):
            postings[key].append(statement.place)
    for statement in statements:
        if not statement.sources:
            continue
        near = documents[statement.document]
        others = set(near) if len(near) <= _SMALL_DOCUMENT else set()
        for key in _keys(statement):
            if len(postings[key]) <= _LONGEST_POSTING:
                others.update(postings[key])
        for place in sorted(others):
            if place > statement.place and statements[place].sources != statement.sources:
                yield statement, statements[place]


def _keys(statement: Statement) -> set[str]:
    keys = set(statement.terms) | statement.context
    for term in statement.terms.values():
        keys.update(f"~{topic}" for topic in term.topics)
    return keys
