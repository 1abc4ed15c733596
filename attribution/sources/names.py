"""Compare names: full and short forms of people and organisations, acronyms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attribution.lexicon.load import load_words
from attribution.sources.knowledge import company_suffixes, countries, places, source_heads, titles
from attribution.sources.words import fold, singular

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"})
# Shorter words differ by one letter too often to be the same name spelt twice.
_LEAST_MISSPELT = 5

Shortening = Literal["same", "surname", "given", ""]


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a personal name for comparison: folded, without titles and "Jr".

    Examples
    --------
    >>> name_words("Dr. José Roe Jr.")
    ('jose', 'roe')
    """
    words = [word for word in fold(name).split() if word not in _GENERATIONS]
    while len(words) > 1 and words[0] in titles():
        words = words[1:]
    return tuple(words)


def shortens(short: Sequence[str], full: Sequence[str]) -> Shortening:
    """Tell how the personal name `short` can stand for `full`, both as `name_words` gives them.

    Examples
    --------
    >>> shortens(("roe",), ("jane", "q", "roe")), shortens(("jane", "roe"), ("jane", "q", "roe"))
    ('surname', 'same')
    """
    if not short or not full:
        return ""
    if tuple(short) == tuple(full):
        return "same"
    if len(short) > 1 and len(full) > 1 and short[-1] == full[-1] and _same_given(short[0], full[0]):
        middles = short[1:-1], full[1:-1]
        if not all(middles) or _initials_fit(*middles):
            return "same"
    if len(short) >= len(full):
        return ""
    if tuple(full[-len(short) :]) == tuple(short):
        return "surname"
    if tuple(full[: len(short)]) == tuple(short):
        return "given"
    if len(short) == 1 and len(full) > 2 and short[0] == full[-2]:
        return "surname"  # García in "Ana García Roe"
    return ""


def _same_given(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _initials_fit(a: Sequence[str], b: Sequence[str]) -> bool:
    return len(a) == len(b) and all(_same_given(x, y) for x, y in zip(a, b, strict=True))


def misspells(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether a lone surname differs by one letter from that of `full` ("Saree", "Sarea")."""
    if len(short) != 1 or not full or short[0][:2] != full[-1][:2]:
        return False
    a, b = short[0], full[-1]
    if min(len(a), len(b)) < _LEAST_MISSPELT or abs(len(a) - len(b)) > 1 or a == b:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def initials_of(name: str) -> frozenset[str]:
    """Return the acronyms that a name can have: the initials of all its words, and of all but the small ones.

    Examples
    --------
    >>> sorted(initials_of("Board of Health")), sorted(initials_of("Oxco"))
    (['bh', 'boh'], [])
    """
    words = fold(name).replace("-", " ").split()
    if len(words) < 2:
        return frozenset()
    main = (word[0] for word in words if word not in ("of", "for", "the", "and", "in", "on", "to", "s"))
    return frozenset(found for found in ("".join(word[0] for word in words), "".join(main)) if len(found) > 1)


def acronym_of(name: str) -> str:
    """Return the letters of a name that is an acronym, in lower case; empty when it is none.

    Examples
    --------
    >>> acronym_of("U.N."), acronym_of("Oxco")
    ('un', '')
    """
    letters = "".join(c for c in name if c.isalnum())
    return letters.lower() if len(letters) > 1 and name.isupper() and " " not in name else ""


def organization_words(name: str) -> tuple[str, ...]:
    """Return the words of an organisation's name for comparison: folded, singular, small words left out."""
    return tuple(
        singular(word)
        for word in fold(name.replace("'s", "").replace("’s", "")).split()
        if word not in ("of", "for", "the", "and", "in", "on", "to", "at")
    )


def shortens_organization(short: str, full: str, is_place: bool = False) -> bool:
    """Tell whether an organisation's name `short` can stand for `full`.

    The short form keeps the noun that tells what it is ("the Observatory", "Roe Police") or leaves out only words such
    as "Inc", or begins a name of its own ("Roeco"); a place's name alone does not stand for what is in the place.

    Parameters
    ----------
    short, full : the two names.
    is_place : whether `short` is known to be the name of a place.

    Examples
    --------
    >>> shortens_organization("Observatory", "Roe Observatory for Peace"), shortens_organization("Roe", "Roe Police")
    (True, False)
    >>> shortens_organization("Roeco", "Roeco Motors")
    True
    """
    a, b = organization_words(short), organization_words(full)
    if not a or len(a) >= len(b) or not set(a) <= set(b):
        return a == b and bool(a)
    dropped = [word for word in b if word not in a]
    if all(word in company_suffixes() for word in dropped):
        return fold(short) not in countries()
    if not is_place and a == b[: len(a)] and _begins_own_name(a, b[len(a) :]):
        return True
    heads = [word for word in a if word in source_heads()]
    return bool(heads) and (b[-1] in heads or _core_head(full) in heads)


def _begins_own_name(start: Sequence[str], rest: Sequence[str]) -> bool:
    """Tell whether the first words of a name are its own: "Roeco" of "Roeco Motors", but not "Roe" of "Roe Police"."""
    if rest[-1].isdigit() or any(word in load_words("place_bound_heads") for word in (*rest, *start)):
        return False
    whole = " ".join(start)
    return whole not in countries() and whole not in places() and not all(word in source_heads() for word in start)


def _core_head(name: str) -> str:
    words = fold(name).split()
    for at, word in enumerate(words[1:], 1):
        if word in ("of", "for", "on", "in", "to"):
            return singular(words[at - 1])
    return singular(words[-1]) if words else ""
