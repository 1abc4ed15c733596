"""The body of an article: which paragraphs of a page are the article proper.

Plain-text dumps of pages carry no layout, so paragraphs are told by what they are: sentences are the article; lines
without a period are headlines, captions and links unless something says otherwise. What follows a heading such as
"Related stories" is left out until two paragraphs of sentences stand together again. In doubt a paragraph is kept:
losing the article is worse than keeping a caption.
"""

from __future__ import annotations

from collections.abc import Sequence

from attribution.spans import Span
from attribution.text.furniture import fold, is_tail
from attribution.text.rows import LONG_LINE, Row, find_main

# Comments and authors' boxes come after an article; one with fewer paragraphs has not been seen yet.
_FEWEST_PARAGRAPHS = 3
# Sentences before the article's beginning are the page's, unless they are as long as an article's paragraphs.
_LONG_PARAGRAPH = 25
# So many lines in a row are a list of links, although no heading says so.
_LINK_LIST = 4
# Shorter sentences may be said twice ("No comment."); a longer one that stands twice is the page's doing.
_LEAST_REPEATED = 6
# A quotation set off, or the name of who said it below.
_FRAGMENT_BEGINS = "\"“'‘—–"
_FRAGMENT_ENDS = (",", "—", "–", "--", '"', "”", "'", "’")


def find_body(text: str, page: Sequence[Row], title: Span | None) -> tuple[Span, ...]:
    """Return the places of the article's paragraphs, sorted; one that stands twice, at its first place only.

    Parameters
    ----------
    text : the whole text.
    page : its paragraphs, as `classify_rows` gives them.
    title : the headline's place.
    """
    rows = [row for row in page if not (title and row.span.overlaps(title))]
    headline = fold(title.of(text)) if title else ()
    told = _drop_repeats(_drop_captions(rows), headline)
    body = _drop_tail(text, _select(text, told))
    for fallback in ([row for row in told if row.kind in {"prose", "line", "item"}], told, rows):
        body = body or fallback
    return tuple(row.span for row in body)


def _drop_repeats(rows: Sequence[Row], headline: tuple[str, ...]) -> list[Row]:
    """Leave out what stands earlier already: the lead before the article, teasers, the headline with its kicker."""
    seen: set[tuple[str, ...]] = set()
    begun: set[tuple[str, ...]] = set()
    kept: list[Row] = []
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


def _drop_captions(rows: Sequence[Row]) -> list[Row]:
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


def _select(text: str, rows: Sequence[Row]) -> list[Row]:
    """Walk down the page, in the article or among links to others, and keep what belongs to the article."""
    main = find_main(rows)
    kept = [row for row in rows[:main] if row.kind == "prose" and len(row.terms) >= _LONG_PARAGRAPH]
    away = False
    paragraphs = 0
    for number, row in enumerate(rows[main:], main):
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


def _resumes(rows: Sequence[Row], number: int) -> bool:
    """Tell whether the article goes on here after a list of links: two paragraphs stand together."""
    return number + 1 < len(rows) and rows[number + 1].kind == "prose"


def _begins_links(rows: Sequence[Row], number: int) -> bool:
    ahead = rows[number : number + _LINK_LIST]
    after_colon = number > 0 and rows[number - 1].terms[-1:] == (":",)
    return len(ahead) == _LINK_LIST and not after_colon and all(row.kind in {"line", "links"} for row in ahead)


def _belongs(text: str, rows: Sequence[Row], number: int, begun: bool) -> bool:
    """Tell whether a line without a period is the article's: an item of its list, a verse, a paragraph cut short."""
    row = rows[number]
    words = row.span.of(text)
    before = rows[number - 1] if number else None
    after = rows[number + 1] if number + 1 < len(rows) else None
    if row.kind == "item":
        if not begun or before is None or before.kind not in {"item", "prose"}:
            return False
        return before.kind == "item" or (after is not None and after.kind in {"item", "prose"})
    if len(row.terms) >= LONG_LINE:
        return begun or (after is not None and after.kind == "prose" and len(row.terms) >= 2 * LONG_LINE)
    if not begun:
        return False
    opened = before is not None and before.terms[-1:] == (":",)
    return opened or words.endswith(_FRAGMENT_ENDS) or words[0].islower() or words[0] in _FRAGMENT_BEGINS


def _drop_tail(text: str, kept: list[Row]) -> list[Row]:
    """Leave out authors' boxes and calls to the reader at the end."""
    end = len(kept)
    while end > 1 and len(kept) - end < 4 and is_tail(kept[end - 1].span.of(text)):
        end -= 1
    return kept[:end]
