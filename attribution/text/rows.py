"""What each paragraph of a page seems to be, and where on the page the article begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from attribution.spans import Span
from attribution.text.furniture import find_heading, fold, is_credit, is_furniture
from attribution.text.paragraphs import ends_sentence, is_item

Kind = Literal["prose", "line", "item", "furniture", "credit", "links", "end"]

# Lines without a period: from this many words on they are paragraphs whose period was forgotten.
LONG_LINE = 12
# A paragraph is judged by its beginning and its end; the middle of a long one tells nothing more.
_SEEN = 2000
# So many lines that are no sentences part the article from the sentences of the page around it.
_WIDEST_GAP = 5
# Comments may be longer than the article that they follow: the first part of the page with this share of the longest
# part's words is the article.
_MAIN_SHARE = 0.35
_SHORTEST_PROSE = 6
# Teasers for other articles, cut where their box ends.
_CUT_SHORT = ("[…]", "[...]", "(...)", "… »", "... »")
_INNER_END = re.compile(r"[^\W\d_]{3}[.?!][\"'”’)]?\s+[\"'“‘(]?[A-Z]")


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of a page: its place, what it seems to be, its words as they are compared."""

    span: Span
    kind: Kind
    terms: tuple[str, ...]


def classify_rows(text: str, blocks: Sequence[Span]) -> list[Row]:
    """Return the paragraphs with what each seems to be.

    Parameters
    ----------
    text : the whole text.
    blocks : its paragraphs, as `find_blocks` gives them.
    """
    rows = []
    for block in blocks:
        words = block.of(text)
        terms = fold(words)
        rows.append(Row(block, _find_kind(words, terms), terms))
    return rows


def find_main(rows: Sequence[Row]) -> int:
    """Return the number of the row with the article's first sentence; that of no row where there is no sentence.

    Parameters
    ----------
    rows : the page's paragraphs.
    """
    parts: list[list[int]] = []
    gap = 0
    for number, row in enumerate(rows):
        if row.kind != "prose":
            gap += row.kind not in {"furniture", "credit"}
            continue
        if not parts or gap > _WIDEST_GAP:
            parts.append([number, 0])
        gap = 0
        parts[-1][1] += len(row.terms) if len(row.terms) >= _SHORTEST_PROSE else 0
    heaviest = max((weight for _, weight in parts), default=0)
    return next((first for first, weight in parts if weight >= _MAIN_SHARE * heaviest), len(rows))


def _find_kind(words: str, terms: tuple[str, ...]) -> Kind:
    short = words[:_SEEN]
    if heading := find_heading(short):
        return heading
    if is_credit(short):
        return "credit"
    if is_furniture(short) or words.endswith(_CUT_SHORT):
        return "furniture"
    if ends_sentence(words):
        truncated = words.endswith(("…", "...")) and len(terms) < LONG_LINE
        return "line" if truncated and not _INNER_END.search(short) else "prose"
    if len(terms) >= 2 * LONG_LINE or (len(terms) >= LONG_LINE and _INNER_END.search(short)):
        return "prose"
    return "item" if is_item(words) else "line"
