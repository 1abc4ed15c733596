"""Words that exclude each other: antonyms and rival kinds, looked up between the terms of two claims."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attribution.lexicon.load import load_table
from attribution.lexicon.words import find_forms
from attribution.relations.terms import Statement, Term


def find_antonyms(a: Statement, b: Statement) -> list[tuple[Term, Term]]:
    """Return pairs of terms, one of each claim, that cannot both hold of one thing."""
    return _find_opposed(a, b, _antonym_sides())


def find_rivals(a: Statement, b: Statement) -> list[tuple[Term, Term]]:
    """Return pairs of terms, one of each claim, that are different kinds of one thing."""
    return _find_opposed(a, b, _rival_sides())


def find_opposable(terms: Mapping[str, Term]) -> tuple[tuple[str, Term], ...]:
    """Return the terms that have an opposite or a rival, with their word in lower case."""
    words = ((term.word.lower(), term) for term in terms.values())
    return tuple((word, term) for word, term in words if word in _antonym_sides() or word in _rival_sides())


def are_opposed(a: Statement, b: Statement) -> bool:
    """Tell whether any word of one claim is the opposite, or another kind, of a word that only the other has."""
    return any(_find_opposed(a, b, sides, plain=False) for sides in (_antonym_sides(), _rival_sides()))


_Sides = dict[str, dict[int, int]]


def _find_opposed(a: Statement, b: Statement, sides: _Sides, plain: bool = True) -> list[tuple[Term, Term]]:
    found = []
    for word, term in a.opposable:
        for other, rival in b.opposable:
            if word not in sides or other not in sides:
                continue
            rows = sides[word].keys() & sides[other].keys()
            if any(sides[word][row] != sides[other][row] for row in rows) and (
                not plain or _is_plain(term, rival, a, b)
            ):
                found.append((term, rival))
    return found


def _is_plain(term: Term, rival: Term, a: Statement, b: Statement) -> bool:
    """Tell whether neither claim also has the other's word: "open and close" opposes nothing."""
    return rival.family not in a.terms and term.family not in b.terms


@cache
def _antonym_sides() -> _Sides:
    """Return for each word form the rows of the table that it stands in, and on which side."""
    sides: _Sides = {}
    for row, cells in enumerate(load_table("antonyms")):
        for side, cell in enumerate(cells):
            for form in (form for word in cell.split(",") for form in find_forms(word) | {word + "ly"}):
                sides.setdefault(form, {})[row] = side
    return sides


@cache
def _rival_sides() -> _Sides:
    sides: _Sides = {}
    for row, cells in enumerate(load_table("rivals")):
        for side, cell in enumerate(cells):
            for form in (form for word in cell.split("/") for form in find_forms(word)):
                sides.setdefault(form, {})[row] = side
    return sides
