"""Words that exclude each other: antonyms and rival kinds, looked up between the terms of two claims."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attribution.lexicon.load import load_table
from attribution.lexicon.words import find_family, find_stem
from attribution.relations.terms import Statement, Term


def find_antonyms(a: Statement, b: Statement) -> Iterator[tuple[Term, Term]]:
    """Yield pairs of terms, one of each claim, that cannot both hold of one thing."""
    yield from _find_opposed(a, b, _antonym_sides())


def find_rivals(a: Statement, b: Statement) -> Iterator[tuple[Term, Term]]:
    """Yield pairs of terms, one of each claim, that are different kinds of one thing."""
    yield from _find_opposed(a, b, _rival_sides())


def _find_opposed(a: Statement, b: Statement, sides: dict[str, dict[int, int]]) -> Iterator[tuple[Term, Term]]:
    mine, yours = (
        {stem: term for term in s.terms.values() if (stem := find_stem(term.word.lower())) in sides} for s in (a, b)
    )
    for stem, term in mine.items():
        for other, rival in yours.items():
            rows = sides[stem].keys() & sides[other].keys()
            if any(sides[stem][row] != sides[other][row] for row in rows) and _is_free(term, rival, a, b, sides):
                yield term, rival


def _is_free(term: Term, rival: Term, a: Statement, b: Statement, sides: dict[str, dict[int, int]]) -> bool:
    """Tell whether neither claim also has the other's word: "open and close" opposes nothing."""
    mine = {find_family(t.word.lower()) for t in a.terms.values()}
    yours = {find_family(t.word.lower()) for t in b.terms.values()}
    return rival.family not in mine and term.family not in yours and bool(sides)


@cache
def _antonym_sides() -> dict[str, dict[int, int]]:
    """Return for each stem the rows of the table that it stands in, and on which side."""
    sides: dict[str, dict[int, int]] = {}
    for row, cells in enumerate(load_table("antonyms")):
        for side, cell in enumerate(cells):
            for word in cell.split(","):
                sides.setdefault(find_stem(word), {})[row] = side
    return sides


@cache
def _rival_sides() -> dict[str, dict[int, int]]:
    sides: dict[str, dict[int, int]] = {}
    for row, cells in enumerate(load_table("rivals")):
        for side, cell in enumerate(cells):
            for word in cell.split("/"):
                sides.setdefault(find_stem(word), {})[row] = side
    return sides
