"""Quotation marks: which characters are marks, which way they face, and which pairs belong together.

Typographic marks mostly tell which way they face; straight ones have to be read from the characters beside them, and
the single ones told from apostrophes, the double ones from inches. All of it is one pass over a paragraph's marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from attribution.lexicon import load_words
from attribution.spans import Span

Family = Literal["double", "angle", "single"]

_MARK = re.compile(r"``|''|[\"“”„‟«»‹›'‘’‚‛]")
_OPENING = frozenset(["“", "„", "‟", "``", "«", "‹", "‘", "‚", "‛"])
_CLOSING = frozenset(["”", "''", "»", "›", "’"])
_ANGLES = frozenset("«»‹›")
_SINGLES = frozenset("'‘’‚‛")
# What may stand directly before an opening mark, white space aside.
_BEFORE_OPENING = frozenset("([{<—–-/\\|…:;,=“„«‹‘‚\"'`*_>\u200b\ufeff")
# What begins no quotation.
_AFTER_CLOSING = frozenset(",;:)]}")
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d{1,2})?$")
_YEAR = re.compile(r"\d\ds?(?!\w)")
_WORD = re.compile(r"[^\W\d_]{1,12}")


class Mark(NamedTuple):
    """A quotation mark, and which ways it can face by the characters on either side of it."""

    span: Span
    kind: str
    opens: bool
    closes: bool


class Pair(NamedTuple):
    """An opening mark and the one that closes it; `end` is where the quotation ends, closed or not."""

    family: Family
    opening: Span
    closing: Span | None
    end: int


def find_marks(text: str, paragraph: Span) -> dict[Family, list[Mark]]:
    """Return the quotation marks of a paragraph by family, apostrophes within words left out.

    Parameters
    ----------
    text : the document's text.
    paragraph : one paragraph of it.
    """
    marks: dict[Family, list[Mark]] = {"double": [], "angle": [], "single": []}
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        kind, (start, end) = match.group(), match.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
        closes = not before.isspace() and not after.isalnum()
        if after in _AFTER_CLOSING or (
            after == "." and not text[end + 1 : end + 2].isalnum() and text[end + 1 : end + 2] != "."
        ):
            # White space got in before the mark, or the quotation is empty.
            opens, closes = False, True
        family: Family = "angle" if kind in _ANGLES else "single" if kind in _SINGLES else "double"
        if family != "single" or opens or closes:
            marks[family].append(Mark(Span(start, end), kind, opens, closes))
    return marks


def pair_doubles(text: str, paragraph: Span, marks: Sequence[Mark], family: Family) -> list[Pair]:
    """Pair the double marks (or the guillemets) of one paragraph.

    What is never closed ends where the paragraph does, or before the next quotation with the same mark.

    Parameters
    ----------
    text : the document's text.
    paragraph : one paragraph of it.
    marks : its marks of this family, in order.
    family : ``"double"`` or ``"angle"``.
    """
    waiting: list[Mark] = []
    pairs: list[Pair] = []
    for number, mark in enumerate(marks):
        if _is_inch(text, marks, number, bool(waiting)):
            continue
        if _faces_right(mark, waiting):
            waiting.append(mark)
        elif waiting:
            opening = waiting.pop()
            pairs.append(Pair(family, opening.span, mark.span, mark.span.end))
    return sorted([*pairs, *_end_unclosed(text, paragraph, pairs, waiting, family)], key=lambda pair: pair.opening)


def _end_unclosed(
    text: str, paragraph: Span, pairs: Sequence[Pair], waiting: Sequence[Mark], family: Family
) -> Iterator[Pair]:
    """End what was never closed: with its paragraph, or before the next quotation that the same mark opens."""
    unclosed = {mark.span for mark in waiting}
    following: dict[str, int] = {}
    for opening in sorted([*(pair.opening for pair in pairs), *unclosed], reverse=True):
        kind = opening.of(text)
        if opening in unclosed:
            end = following.get(kind, paragraph.end)
            yield Pair(family, opening, None, Span(opening.start, end).trimmed(text).end)
        following[kind] = opening.start


def _faces_right(mark: Mark, waiting: Sequence[Mark]) -> bool:
    """Tell whether a mark opens a quotation, given the opening marks that wait to be closed."""
    if mark.kind in _OPENING:
        # German „…“ and »…« close with what opens elsewhere.
        low = bool(waiting) and waiting[-1].kind in {"„", "»", "›"}
        return not (waiting and mark.closes and (low or not mark.opens))
    if mark.kind in _CLOSING:
        return not waiting and mark.opens and not mark.closes
    if not waiting:
        return mark.opens or not mark.closes
    return mark.opens and not mark.closes


def _is_inch(text: str, marks: Sequence[Mark], number: int, waiting: bool) -> bool:
    """Tell a mark of measure (a 12" board) from a quotation mark: it follows a digit and closes nothing."""
    mark = marks[number]
    if mark.kind not in {'"', "”", "''"} or not mark.span.start or not text[mark.span.start - 1].isdigit():
        return False
    if not waiting or _FEET.search(text[max(0, mark.span.start - 10) : mark.span.start]):
        return True
    following = marks[number + 1] if number + 1 < len(marks) else None
    return following is not None and following.kind == mark.kind and following.closes and not following.opens


def pair_singles(text: str, paragraph: Span, marks: Sequence[Mark]) -> list[Pair]:
    """Pair the single marks of one stretch of a paragraph, apostrophes told from them.

    Parameters
    ----------
    text : the document's text.
    paragraph : the paragraph.
    marks : the single marks that lie in the same quotation, or outside of any, in order.
    """
    pairs: list[Pair] = []
    number = 0
    while number < len(marks):
        mark = marks[number]
        number += 1
        if not _opens_single(text, paragraph, mark):
            continue
        closing = None
        for later in range(number, len(marks)):
            candidate = marks[later]
            if _opens_single(text, paragraph, candidate) and not candidate.closes:
                break
            if not candidate.closes or candidate.span.start == mark.span.end:
                continue
            if not _may_be_possessive(text, candidate):
                closing = candidate
                number = later + 1
                break
            closing = closing or candidate
        if closing:
            pairs.append(Pair("single", mark.span, closing.span, closing.span.end))
        else:
            pairs.append(Pair("single", mark.span, None, paragraph.end))
    return [pair for pair in pairs if pair.closing or pair is pairs[-1]]


def _opens_single(text: str, paragraph: Span, mark: Mark) -> bool:
    if mark.kind in _CLOSING or not mark.opens:
        return False
    end = mark.span.end
    if _YEAR.match(text, end, min(paragraph.end, end + 4)):
        # "in the '90s" stands in the middle of a phrase; "he said: '90 of them" does not.
        before = text[max(paragraph.start, mark.span.start - 2) : mark.span.start].strip()
        return not before or not before[-1].isalnum()
    word = _WORD.match(text, end, min(paragraph.end, end + 13))
    return word is None or word.group().lower() not in _elided_words()


def _may_be_possessive(text: str, mark: Mark) -> bool:
    """Tell whether a closing mark may be the apostrophe of a plural: ``the workers' union``."""
    before, after = text[mark.span.start - 1], text[mark.span.end : mark.span.end + 2]
    return before in "sSxXzZ" and len(after) == 2 and after[0].isspace() and after[1].isalnum()


@cache
def _elided_words() -> frozenset[str]:
    return frozenset(word.strip("'").lower() for word in load_words("elided_words"))
