"""The body of an article: which paragraphs of a page are the article proper.

Plain-text dumps of pages carry no layout, so paragraphs are told by what they are: sentences are the article; lines
without a period are headlines, captions and links unless something says otherwise. What follows a heading such as
"Related stories" is left out until two paragraphs of sentences stand together again. In doubt a paragraph is kept:
losing the article is worse than keeping a caption.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from attribution.spans import Span
from attribution.text.furniture import find_heading, fold, is_credit, is_furniture, is_tail
from attribution.text.paragraphs import ends_sentence, is_item

Kind = Literal["prose", "line", "item", "furniture", "credit", "links", "end"]

# Comments and authors' boxes come after an article; one with fewer paragraphs has not been seen yet.
_FEWEST_PARAGRAPHS = 3
# Lines without a period: from this many words on they are paragraphs whose period was forgotten.
_LONG_LINE = 12
# So many of them in a row are a list of links, although no heading says so.
_LINK_LIST = 4
# Shorter sentences may be said twice ("No comment."); a longer one that stands twice is the page's doing.
_LEAST_REPEATED = 6
_INNER_END = re.compile(r"[^\W\d_]{3}[.?!][\"'”’)]?\s+[\"'“‘(]?[A-Z]")
# A quotation set off, or the name of who said it below.
_FRAGMENT_BEGINS = "\"“'‘—–"
_FRAGMENT_ENDS = (",", "—", "–", "--", '"', "”", "'", "’")


@dataclass(frozen=True, slots=True)
class _Row:
    """A paragraph of the page: its place, what it seems to be, its words as they are compared."""

    span: Span
    kind: Kind
    terms: tuple[str, ...]


def find_body(text: str, blocks: Sequence[Span], title: Span | None) -> tuple[Span, ...]:
    """Return the places of the article's paragraphs, sorted; one that stands twice, at its first place only.

    Parameters
    ----------
    text : the whole text.
    blocks : its paragraphs, as `find_blocks` gives them.
    title : the headline's place.
    """
    rows = [_classify(text, block) for block in blocks if not (title and block.overlaps(title))]
    headline = fold(title.of(text)) if title else ()
    told = _drop_repeats(_drop_captions(rows), headline)
    body = _drop_tail(text, _select(text, told))
    for fallback in ([row for row in told if row.kind in {"prose", "line", "item"}], told, rows):
        body = body or fallback
    return tuple(row.span for row in body)


def _classify(text: str, block: Span) -> _Row:
    words = block.of(text)
    terms = fold(words)
    return _Row(block, _find_kind(words, terms), terms)


def _find_kind(words: str, terms: tuple[str, ...]) -> Kind:
    short = words[:2000]
    if heading := find_heading(short):
        return heading
    if is_credit(short):
        return "credit"
    if is_furniture(words if len(words) <= 2000 else short):
        return "furniture"
    truncated = words.endswith(("…", "...")) and len(terms) < _LONG_LINE
    if ends_sentence(words) and not (truncated and not _INNER_END.search(short)):
        return "prose"
    if len(terms) >= 2 * _LONG_LINE or (len(terms) >= _LONG_LINE and _INNER_END.search(short)):
        return "prose"
    return "item" if is_item(words) else "line"


def _drop_repeats(rows: Sequence[_Row], headline: tuple[str, ...]) -> list[_Row]:
    """Leave out what stands earlier already: the lead before the article, teasers, the headline with its kicker."""
    seen: set[tuple[str, ...]] = set()
    begun: set[tuple[str, ...]] = set()
    kept: list[_Row] = []
    for row in rows:
        terms = row.terms
        if len(terms) >= (_LEAST_REPEATED if row.kind == "prose" else 4):
            if terms in seen or (row.kind != "prose" and terms[:8] in begun):
                continue
            seen.add(terms)
            begun.update(terms[:length] for length in (range(4, 9) if row.kind == "prose" else ()))
        if row.kind in {"line", "item"} and headline and _is_headline(terms, headline):
            continue
        kept.append(row)
    return kept


def _is_headline(terms: tuple[str, ...], headline: tuple[str, ...]) -> bool:
    if len(terms) > len(headline) + 6 or len(terms) < 3:
        return terms == headline
    shorter, longer = sorted((terms, headline), key=len)
    return any(longer[i : i + len(shorter)] == shorter for i in range(len(longer) - len(shorter) + 1))


def _drop_captions(rows: Sequence[_Row]) -> list[_Row]:
    """Leave out captions: the lines before a credit, and those that stand twice, once with a word more."""
    captions: set[int] = set()
    for number, row in enumerate(rows):
        following = rows[number + 1] if number + 1 < len(rows) else None
        if following and following.kind == "furniture" and 4 <= len(row.terms) < len(following.terms):
            if following.terms[: len(row.terms)] == row.terms:
                captions.add(number)
        elif row.kind not in {"line", "item"}:
            continue
        elif following and following.kind == "credit":
            captions.add(number)
        elif following and following.kind == "line" and len(following.terms) >= 4:
            shorter = min(len(row.terms), len(following.terms))
            if shorter >= 4 and row.terms[:shorter] == following.terms[:shorter]:
                captions.update((number, number + 1))
    return [row for number, row in enumerate(rows) if number not in captions and row.kind != "credit"]


def _select(text: str, rows: Sequence[_Row]) -> list[_Row]:
    """Walk down the page, in the article or among links to others, and keep what belongs to the article."""
    kept: list[_Row] = []
    away = False
    paragraphs = 0
    for number, row in enumerate(rows):
        if row.kind == "end" and paragraphs >= _FEWEST_PARAGRAPHS:
            break
        if row.kind == "links" and paragraphs:
            away = True
        elif row.kind == "prose":
            if away and not _resumes(rows, number):
                continue
            away = False
            paragraphs += 1
            kept.append(row)
        elif row.kind in {"line", "item"} and not away:
            if _begins_links(rows, number) and paragraphs:
                away = True
            elif _belongs(text, rows, number, bool(kept)):
                kept.append(row)
    return kept


def _resumes(rows: Sequence[_Row], number: int) -> bool:
    """Tell whether the article goes on here after a list of links: two paragraphs stand together."""
    return number + 1 < len(rows) and rows[number + 1].kind == "prose"


def _begins_links(rows: Sequence[_Row], number: int) -> bool:
    ahead = rows[number : number + _LINK_LIST]
    after_colon = number > 0 and rows[number - 1].terms[-1:] == (":",)
    return len(ahead) == _LINK_LIST and not after_colon and all(row.kind in {"line", "links"} for row in ahead)


def _belongs(text: str, rows: Sequence[_Row], number: int, begun: bool) -> bool:
    """Tell whether a line without a period is the article's: an item of its list, a verse, a paragraph cut short."""
    row = rows[number]
    words = row.span.of(text)
    before = rows[number - 1] if number else None
    after = rows[number + 1] if number + 1 < len(rows) else None
    if row.kind == "item":
        if not begun or before is None or before.kind not in {"item", "prose"}:
            return False
        return before.kind == "item" or (after is not None and after.kind in {"item", "prose"})
    if len(row.terms) >= _LONG_LINE:
        return begun or (after is not None and after.kind == "prose" and len(row.terms) >= 2 * _LONG_LINE)
    if not begun:
        return False
    opened = before is not None and before.terms[-1:] == (":",)
    return opened or words.endswith(_FRAGMENT_ENDS) or words[0].islower() or words[0] in _FRAGMENT_BEGINS


def _drop_tail(text: str, kept: list[_Row]) -> list[_Row]:
    """Leave out authors' boxes and calls to the reader at the end."""
    end = len(kept)
    while end > 1 and len(kept) - end < 4 and is_tail(kept[end - 1].span.of(text)):
        end -= 1
    return kept[:end]
