"""Headlines that repeat the article."""

from __future__ import annotations

from attribution.extraction.neural import Found
from attribution.extraction.selection import select_attributions
from attribution.model import Document
from attribution.spans import Span

TITLE = "Ferry sank after collision: minister"
TEXT = f"{TITLE}\n\nA ferry sank off Orrel on Monday after a collision with a tanker, the minister said."


def found(cue: str, content: str, anchor: float) -> Found:
    at, start = TEXT.index(cue), TEXT.index(content)
    return Found((), (Span(at, at + len(cue)),), (Span(start, start + len(content)),), anchor, 0.9)


def selected(*items: Found, title: bool = True) -> list[str]:
    document = Document("d", TEXT, title=Span(0, len(TITLE)) if title else None)
    paragraphs = (Span(0, len(TITLE)), Span(len(TITLE) + 2, len(TEXT)))
    return [one.cue[0].of(TEXT) for one in select_attributions(document, paragraphs, items)]


def test_a_headline_that_the_article_repeats_is_left_out() -> None:
    items = (found(":", "Ferry sank after collision", 0.99), found("said", "A ferry sank off Orrel", 0.99))
    assert selected(*items) == ["said"]
    assert selected(*items, title=False) == [":", "said"]


def test_a_headline_alone_with_its_claim_stays() -> None:
    assert selected(found(":", "minister", 0.99)._replace(content=(Span(0, 5), Span(27, 36)))) == []
    document = Document("d", "Tolls to double: council\n\nThe bridge opened in 1911.", title=Span(0, 24))
    one = Found((Span(17, 24),), (Span(15, 16),), (Span(0, 15),), 0.99, 0.9)
    assert select_attributions(document, (Span(0, 24), Span(26, 52)), [one]) == [one]
