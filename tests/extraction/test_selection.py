"""Headlines that repeat the article and cues that are no words of saying."""

from __future__ import annotations

import pytest

from attribution.extraction.neural import Found
from attribution.extraction.selection import is_word_of_saying, select_attributions
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


@pytest.mark.parametrize(("anchor", "kept"), [(0.8, []), (0.95, ["sank"])])
def test_an_odd_cue_must_be_sure(anchor: float, kept: list[str]) -> None:
    assert selected(found("sank", "off Orrel", anchor), title=False) == kept


@pytest.mark.parametrize(
    "cue",
    ["said", "was told", "could not confirm", "according to", "denies", "claims", "in a statement", "–", "warning"],
)
def test_words_of_saying(cue: str) -> None:
    assert is_word_of_saying(cue)


@pytest.mark.parametrize("cue", ["signed", "was banned", "opened", "is"])
def test_other_words(cue: str) -> None:
    assert not is_word_of_saying(cue)
