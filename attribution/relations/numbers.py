"""Whether two claims give numbers for the same counted thing, and whether the numbers can both be right."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from attribution.lexicon.load import load_words
from attribution.lexicon.words import find_family, find_rarity, find_topics, find_words, load_class
from attribution.model import Quantity
from attribution.relations.terms import Statement, find_phrase_words

# "about 40" is taken to allow for a tenth either way, and any number for its own rounding.
_ABOUT, _ROUNDING = 0.1, 0.005


class NumberPair(NamedTuple):
    """Two quantities of the same counted thing: whether they agree, and whether one counts only a part."""

    a: Quantity
    b: Quantity
    agree: bool
    shared: float
    part: bool


def compare_numbers(a: Statement, b: Statement) -> NumberPair | None:
    """Return the quantities of two claims that count the same thing, a conflict first; None when none do."""
    pairs = list(_pairs(a, b))
    return min(pairs, key=lambda pair: (pair.agree, -pair.shared), default=None)


def _pairs(a: Statement, b: Statement) -> Iterator[NumberPair]:
    counted_a, counted_b = ([q for q in s.claim.quantities if not _is_reference(q, s)] for s in (a, b))
    if not (counted_a and counted_b) or _count_apart_in_time(a, b):
        return
    for mine in counted_a:
        for yours in counted_b:
            if _kind(mine.unit) != _kind(yours.unit):
                continue
            shared, scope = _compare_counted(mine, yours)
            if _is_breakdown(a, mine) or _is_breakdown(b, yours):
                continue
            part_a, part_b = _counts_a_part(mine, a), _counts_a_part(yours, b)
            scope = scope or (part_a - part_b)
            if shared and not (part_a and part_b):
                agree = _overlap(_widen(mine), _widen(yours)) or _is_subset(scope, mine, yours)
                yield NumberPair(mine, yours, agree, shared, bool(scope))


def _is_reference(quantity: Quantity, statement: Statement) -> bool:
    """Tell whether a number only names what is known: "the two movements"."""
    before = next((w.lower for w in reversed(statement.words) if w.end <= quantity.span.start), "")
    return before in load_class("known_before") and quantity.high <= _NAMED_BY_NUMBER and not quantity.unit


# More than so many are not named by their number.
_NAMED_BY_NUMBER = 10


def _count_apart_in_time(a: Statement, b: Statement) -> bool:
    """Tell whether one counts over some last years or months, and the other over another time."""
    mine, yours = _find_period(a), _find_period(b)
    return mine != yours and bool((mine or a.times) and (yours or b.times))


def _find_period(statement: Statement) -> tuple[str, ...]:
    """Return the words of "the last three years", or nothing."""
    lower = tuple(w.lower for w in statement.words)
    for i, word in enumerate(lower):
        if word in load_class("last_ones"):
            end = next((k for k in (i + 1, i + 2) if k < len(lower) and lower[k] in load_class("periods")), 0)
            if end:
                return lower[i + 1 : end + 1]
    return ()


def _counts_a_part(quantity: Quantity, statement: Statement) -> bool:
    """Tell whether a number is of one place within the whole ("35 bodies in one hospital"), or of others beside it."""
    words = [w for w in statement.words if quantity.span.end <= w.start]
    lower = [w.lower for w in words[:_SCOPE]]
    return lower[:1] in (["other"], ["others"]) or any(
        word in {"in", "at"} and lower[i + 1] in {"one", "a", "an"} for i, word in enumerate(lower[:-2])
    )


def _is_breakdown(statement: Statement, quantity: Quantity) -> bool:
    """Tell whether a claim gives several numbers of one kind: the parts of a whole that it does not give."""
    others = [q for q in statement.claim.quantities if q is not quantity and _kind(q.unit) == _kind(quantity.unit)]
    mine = _describe(f"{quantity.counted} {quantity.measured}").keys()
    if any(mine & _describe(f"{q.counted} {q.measured}").keys() for q in others):
        return True
    others = [q for q in others if not _are_apart(quantity, q)]
    return bool(others and quantity.counted) and all(q.counted and not q.measured for q in (*others, quantity))


def _are_apart(a: Quantity, b: Quantity) -> bool:
    """Tell whether two numbers of one claim count what was done to people in two ways: "12 killed and 40 wounded"."""
    mine, yours = (
        frozenset(topic for topics in _describe(f"{q.counted} {q.measured}").values() for topic in topics)
        & load_class("harms")
        for q in (a, b)
    )
    return bool(mine and yours) and not mine & yours


# So many words after a number may tell where it was counted.
_SCOPE = 6


def _kind(unit: str) -> str:
    return unit if unit in {"", "%"} else "currency"


def _widen(quantity: Quantity) -> tuple[float, float]:
    slack = _ABOUT if quantity.about else _ROUNDING
    return quantity.low * (1 - slack), quantity.high * (1 + slack)


def _overlap(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _is_subset(scope: int, a: Quantity, b: Quantity) -> bool:
    """Tell whether the one counts a part of what the other counts, and is small enough for that."""
    part, whole = (a, b) if scope > 0 else (b, a)
    return bool(scope) and part.low <= (whole.high if whole.high < inf else inf)


def _compare_counted(a: Quantity, b: Quantity) -> tuple[float, int]:
    """Return the weight of what the counted things share, and which of them is narrower (1 `a`, -1 `b`, 0 neither).

    "12 soldiers killed" and "190 dead" share the dead, and the first counts a part of them; "12 soldiers killed" and
    "4 policemen killed" count different things.
    """
    mine, yours = (_describe(f"{q.counted} {q.measured}") for q in (a, b))
    if _is_crowd(a, b) or _is_crowd(b, a):
        return 1.0, 0
    exact = mine.keys() & yours.keys()
    topics = {t for ts in mine.values() for t in ts} & {t for ts in yours.values() for t in ts}
    alike = {f for f in mine if mine[f] & topics}
    shared = sum(find_rarity(f) for f in exact) + _TOPIC * len(alike - exact)
    if not shared:
        return 0.0, 0
    rest_a, rest_b = (
        [f for f, ts in _describe(q.counted).items() if f not in exact and not ts & topics] for q in (a, b)
    )
    if rest_a and rest_b:
        return 0.0, 0
    return shared, bool(rest_a) - bool(rest_b)


def _is_crowd(crowd: Quantity, people: Quantity) -> bool:
    """Tell whether the one is the size of a crowd, and the other a number of people who came."""
    said = (*_describe(crowd.counted).values(), *_describe(crowd.measured).values())
    done = (*_describe(people.counted).values(), *_describe(people.measured).values())
    counts_people = people.counted.split()[:1] != [] and people.counted.split()[0] in load_words("counted_people")
    return any("crowd" in topics for topics in said) and counts_people and not any(done)


# A near-synonym ("fatalities" for "dead") counts for less than the word itself.
_TOPIC = 0.6


def _describe(words: str) -> dict[str, frozenset[str]]:
    people = load_words("counted_people")
    found = tuple(find_words(words))
    meant = find_phrase_words(found)
    told = meant if meant else [w.lower for w in found]
    return {find_family(w): find_topics(w) for w in told if w not in people}
