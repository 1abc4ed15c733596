"""Whether a proposition is stated or negated, word by word and as a whole, and whether it is hedged.

The scope of a negator is approximated by the words up to the clause's end, as in NegEx (Chapman et al. 2001): without a
parser, that is right in nine cases of ten.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from attribution.lexicon.load import load_table
from attribution.lexicon.words import Word, find_words, load_class, load_phrases

# Words and marks that end a clause, and with it what a negator before them negates.
# A comma closer than this to the negator belongs to its phrase ("not, he said, ready").
_NEAR = 2


def find_negated(words: Sequence[Word]) -> tuple[bool, ...]:
    """Return for each word whether an odd number of negators covers it.

    Examples
    --------
    >>> words = find_words("He did not sign the deal, which was fair.")
    >>> [word.text for word, negated in zip(words, find_negated(words)) if negated]
    ['sign', 'the', 'deal']
    """
    negated = [False] * len(words)
    lower = [word.lower for word in words]
    for at, length, backward in _find_negators(lower):
        scope = range(_clause_start(lower, at), at) if backward else range(at + length, _clause_end(lower, at + length))
        for i in scope:
            negated[i] = not negated[i]
    return tuple(negated)


def is_negated(text: str) -> bool:
    """Tell whether the main clause of a proposition is negated.

    Examples
    --------
    >>> is_negated("there was no evidence the attacks came from Yemen"), is_negated("not only the mayor knew")
    (True, False)
    >>> is_negated("the man who did not vote was arrested")
    False
    """
    lower = [word.lower for word in find_words(text)]
    main = _main_clause(lower)
    return sum(at in main for at, _, _ in _find_negators(lower)) % 2 == 1


def is_hedged(text: str) -> bool:
    """Tell whether a proposition is marked as less than certain.

    Examples
    --------
    >>> is_hedged("an apparent deal was reached"), is_hedged("a deal was reached")
    (True, False)
    """
    hedges = {phrase[0] for phrase in load_phrases("hedges")}
    return any(word.lower in hedges for word in find_words(text))


def _main_clause(lower: Sequence[str]) -> range:
    """Return the words of the first clause: up to a relative, or to a subordinate clause's connector."""
    for i, word in enumerate(lower):
        if i and (word in load_class("clause_ends") or word in load_class("relatives")):
            return range(i)
    return range(len(lower))


def _find_negators(lower: Sequence[str]) -> list[tuple[int, int, bool]]:
    """Return the place, length and direction of each negator, longest first at each place."""
    found = []
    exceptions, firsts, negators = _exceptions(), _first_words(), _negators()
    i = 0
    while i < len(lower):
        if length := _match(lower, i, exceptions):
            i += length
            continue
        length = _match(lower, i, firsts)
        if length:
            found.append((i, length, negators[tuple(lower[i : i + length])]))
        i += max(1, length)
    return found


def _match(lower: Sequence[str], i: int, phrases: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    found = (len(p) for p in phrases.get(lower[i], ()) if tuple(lower[i : i + len(p)]) == p)
    return max(found, default=0)


@cache
def _exceptions() -> dict[str, tuple[tuple[str, ...], ...]]:
    return _by_first(load_phrases("negation_exceptions"))


@cache
def _first_words() -> dict[str, tuple[tuple[str, ...], ...]]:
    return _by_first(_negators())


def _by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    firsts: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        firsts.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(rows) for first, rows in firsts.items()}


@cache
def _negators() -> dict[tuple[str, ...], bool]:
    rows = load_table("negators")
    return {tuple(w.lower for w in find_words(entry)): way == "back" for entry, way in rows}


def _clause_end(lower: Sequence[str], start: int) -> int:
    for i in range(start, len(lower)):
        if (
            lower[i] in load_class("clause_ends")
            or lower[i] in load_class("relatives")
            or (lower[i] == "," and i - start > _NEAR)
        ):
            return i
    return len(lower)


def _clause_start(lower: Sequence[str], end: int) -> int:
    for i in range(end - 1, -1, -1):
        if lower[i] in load_class("clause_ends"):
            return i + 1
    return 0
