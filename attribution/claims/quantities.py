"""The numbers in a proposition: their value with its bounds, and what they count.

Years, dates, times of day, ordinals and numbers that are part of a name count nothing and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import inf
from typing import NamedTuple

from attribution.lexicon.load import load_table, load_words
from attribution.lexicon.words import Word, find_words, load_class
from attribution.model import Quantity
from attribution.spans import Span

_CURRENCIES = frozenset("$£€¥₹")
_YEARS = range(1900, 2100)
# So many content words after a number say what it counts ("barrels of crude a day").
_WORDS_AFTER, _WORDS_BEFORE = 3, 3
_LOOSE_FACTOR = 10


class _Number(NamedTuple):
    low: float
    high: float
    first: int
    last: int
    unit: str


def find_quantities(text: str, spans: Sequence[Span]) -> tuple[Quantity, ...]:
    """Return the quantities in the words that `spans` cover together, in reading order.

    Examples
    --------
    >>> [(q.low, q.high, q.counted) for q in find_quantities("at least two dozen people died", [Span(0, 30)])]
    [(24.0, inf, 'people died')]
    """
    words = [word for span in spans for word in find_words(text, *span)]
    return tuple(_quantity(words, number) for number in _find_numbers(words))


def _quantity(words: Sequence[Word], number: _Number) -> Quantity:
    low, high, about, first, last = _bounds(words, number)
    if number.unit:
        last = max(last, number.last)
    counted, specific = _find_counted(words, last)
    return Quantity(
        span=Span(words[first].start, words[last - 1].end),
        low=low,
        high=high,
        counted=counted,
        about=about,
        unit=number.unit,
        measured="" if specific else _find_measured(words, first),
    )


def _find_numbers(words: Sequence[Word]) -> Iterator[_Number]:
    i = 0
    while i < len(words):
        number = _read_number(words, i)
        if number is None:
            i += 1
            continue
        i = number.last
        joint = words[i].lower if i < len(words) else ""
        if joint in {"to", "-", "–", "or", "and"} and i + 1 < len(words) and (other := _read_number(words, i + 1)):
            between = number.first > 0 and words[number.first - 1].lower == "between"
            touching = words[i].start == words[i - 1].end or joint == "to"
            if (touching or between or joint == "or") and other.low >= number.low > 0:
                low = number.low * _shared_scale(number, other)
                number = _Number(low, other.high, number.first, other.last, number.unit or other.unit)
                i = other.last
        if not _is_label(words, number):
            yield number


def _shared_scale(number: _Number, other: _Number) -> float:
    """Return 1,000,000 for "15" in "15-25 million", where the scale is said once."""
    for scale in (1e12, 1e9, 1e6, 1e3):
        if number.high < 1000 and other.high >= scale:
            return scale if other.high / scale < 1000 else 1.0
    return 1.0


def _read_number(words: Sequence[Word], i: int) -> _Number | None:
    """Read the number that begins at `i`, digits or words; None when none does."""
    first, unit = i, ""
    if words[i].text in _CURRENCIES and i + 1 < len(words):
        unit, i = words[i].text, i + 1
    started = _start_number(words, i)
    if started is None:
        return None
    total, group, last = 0.0, *started
    digits, loose = words[i].text[0].isdigit(), False
    while last < len(words):
        value, role = _number_words().get(words[last].lower.rstrip("."), (0.0, ""))
        if role in {"unit", "ten"} and not digits and not loose:
            group += value
        elif role == "hundred" and group:
            group *= value
        elif role == "scale" and group:
            total, group = total + group * value, 0.0
        elif role == "loose" and not group and not total:
            loose, group = True, value
        elif role == "loose" and loose and words[last - 1].lower == "of":
            group *= value / 2  # "tens of thousands": ten times a thousand, which alone is at least two of them
        elif not _joins(words, last, group + total, loose):
            break
        last += 1
    value = total + group
    if last == i or (not value and words[i].lower not in {"zero", "0"}):
        return None
    unit, last = _read_unit(words, last, unit)
    return _Number(value, value * _LOOSE_FACTOR if loose else value, first, last, unit)


def _start_number(words: Sequence[Word], i: int) -> tuple[float, int] | None:
    """Return the value that digits or "a" at `i` begin with, and where the words go on; None for unreadable digits."""
    if words[i].text[0].isdigit():
        value = _read_digits(words[i])
        return None if value is None else (value, i + 1)
    following = words[i + 1].lower if i + 1 < len(words) else ""
    scaled = _number_words().get(following, (0.0, ""))[1] in {"hundred", "scale"}
    return (1.0, i + 1) if words[i].lower == "a" and scaled else (0.0, i)


def _joins(words: Sequence[Word], at: int, value: float, loose: bool) -> bool:
    """Tell whether the number goes on after a joint: "tens of thousands", "two hundred and six"."""
    if at + 1 >= len(words):
        return False
    if loose:
        return words[at].lower == "of" and words[at + 1].lower in load_class("loose_scales")
    if words[at].lower != "and" or value < 100 or words[at - 1].text[0].isdigit():
        return False
    return _number_words().get(words[at + 1].lower, (0, ""))[1] in {"unit", "ten"}


def _read_unit(words: Sequence[Word], at: int, unit: str) -> tuple[str, int]:
    """Return the unit that stands at `at`, or `unit`, and where the words go on."""
    following = tuple(word.lower for word in words[at : at + 2])
    if following[:1] and following[0] in load_class("percent"):
        return "%", at + 1
    if following == ("per", "cent"):
        return "%", at + 2
    if following[:1] and following[0] in load_class("currencies"):
        return following[0].rstrip("s"), at + 1
    return unit, at


def _read_digits(word: Word) -> float | None:
    """Return the value of digits with separators; None for ordinals, times and letters mixed in."""
    digits = word.text
    suffix = digits.lstrip("0123456789.,").lower()
    scale = 1.0
    if suffix:
        if suffix not in {"k", "m", "mn", "bn", "tn"}:
            return None
        scale, digits = _number_words()[suffix][0], digits[: -len(suffix)]
    whole, dot, part = digits.partition(".")
    if "." in part or ("," in part):
        return None
    head, *groups = whole.split(",")
    if any(len(group) not in {2, 3} for group in groups):
        return None
    return float(head + "".join(groups) + dot + part) * scale if len(digits) < 30 else None


def _is_label(words: Sequence[Word], number: _Number) -> bool:
    """Tell whether a number names a year, a date, a time or a thing ("Flight 12") instead of counting."""
    before = words[number.first - 1] if number.first else None
    after = words[number.last] if number.last < len(words) else None
    first = words[number.first]
    if number.unit:
        return False
    if first.lower == "one" and number.last == number.first + 1:
        return after is None or after.lower not in load_words("counted_people")
    if after and (
        after.lower in load_class("months") or after.lower in load_class("clock") or after.text in {":", "/"}
    ):
        return True
    if "-".join(word.lower for word in words[number.last : number.last + 4] if word.text != "-").startswith("year-old"):
        return True  # an age tells who is meant
    glued = before is not None and before.end == first.start
    if before and (
        before.lower in load_class("months") or (glued and (before.text.isalpha() or before.text in "-–/:#@"))
    ):
        return True
    if first.text.isdigit() and len(first.text) == 4 and int(first.text) in _YEARS and number.last == number.first + 1:
        return after is None or not after.text.isalpha() or before is None or before.lower in load_class("before_years")
    named = before is not None and before.text != before.lower and first.text[0].isdigit()
    return named and before is not None and before.lower not in load_words("light_words") | _number_words().keys()


def _bounds(words: Sequence[Word], number: _Number) -> tuple[float, float, bool, int, int]:
    """Return the interval that comparators make of the number, whether it is approximate, and the words it spans."""
    low, high, about = number.low, number.high, False
    first, last = number.first, number.last
    if first and words[first - 1].lower == "a" and words[first].lower in {"dozen", "hundred", "thousand", "million"}:
        first -= 1
    for phrase, bound, side in _comparators():
        n = len(phrase)
        window = range(first - n, first) if side == "before" else range(last, last + n)
        if window.start < 0 or window.stop > len(words) or tuple(words[k].lower for k in window) != phrase:
            continue
        if bound in {"least", "more"}:
            high = inf
        elif bound in {"most", "fewer"}:
            low = 0.0
        else:
            about = True
        first, last = min(first, window.start), max(last, window.stop)
        if side == "before" and bound == "about":
            continue
        break
    return low, high, about, first, last


def _find_counted(words: Sequence[Word], last: int) -> tuple[str, bool]:
    """Return the words after a number that say what is counted, and whether they say more than "people"."""
    people = load_words("counted_people")
    after: list[str] = []
    for word in words[last:]:
        if word.lower in load_class("number_ends") | load_class("number_prepositions") or len(after) == _WORDS_AFTER:
            break
        if _is_content(word):
            after.append(word.lower)
    return " ".join(after), any(word not in people for word in after)


def _find_measured(words: Sequence[Word], first: int) -> str:
    """Return the words before a number that it is said of: its verb, or the subject before a linking verb."""
    linked = first > 0 and not _is_content(words[first - 1])
    before: list[str] = []
    for word in reversed(words[:first]):
        if word.lower in load_class("number_ends") or len(before) == (_WORDS_BEFORE if linked else 1):
            break
        if _is_content(word):
            before.insert(0, word.lower)
    return " ".join(before)


def _is_content(word: Word) -> bool:
    light = load_words("light_words") - load_words("counted_people")
    return word.text[0].isalpha() and word.lower not in light and word.lower not in load_class("number_linking")


@cache
def _number_words() -> dict[str, tuple[float, str]]:
    table = {word: (float(value), role) for word, value, role in load_table("number_words")}
    tens = [(word, value) for word, (value, role) in table.items() if role == "ten"]
    units = [(word, value) for word, (value, role) in table.items() if role == "unit" and 0 < value < 10]
    return table | {f"{t}-{u}": (x + y, "unit") for t, x in tens for u, y in units}


@cache
def _comparators() -> tuple[tuple[tuple[str, ...], str, str], ...]:
    rows = ((tuple(w.lower for w in find_words(p)), bound, side) for p, bound, side in load_table("comparators"))
    return tuple(sorted(rows, key=lambda row: -len(row[0])))
