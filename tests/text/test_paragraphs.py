"""Paragraphs: a ¶ is drawn between them."""

import pytest

from attribution.model import Document
from attribution.spans import Span
from attribution.text import find_paragraphs

WRAPPED = """\
The river fell below flood stage on Friday for the first time in nine
days, the weather service said, and residents began to shovel out homes
that some fear are lost.
"""


def split(text, **layers):
    layers = layers or {"body": (Span(0, len(text)),)}
    return [span.of(text) for span in find_paragraphs(Document(id="p", text=text, **layers))]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_blank_lines_part_paragraphs(end):
    assert split(f"One.{end}{end}Two.{end} {end}\t{end}Three.{end}") == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_of_their_own_are_paragraphs(end):
    lines = ["The mayor of the town of Orle resigned on Monday evening.", "Nobody was surprised.", "She left by car."]
    assert split(end.join(lines)) == lines


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_lines_are_one_paragraph(end):
    text = (WRAPPED + "\n" + WRAPPED).replace("\n", end)
    assert [len(words.split(end)) for words in split(text)] == [3, 3]


def test_wrapped_line_that_ends_a_sentence_does_not_end_the_paragraph():
    text = (
        "The river fell below flood stage on Friday for the very first time.\n"
        "The weather service said that residents had begun to shovel out the\n"
        "homes that some fear are lost. Nobody was hurt, the service said in\n"
        "a statement.\n"
        "The mayor was not there.\n"
    )
    assert [words.count("\n") for words in split(text)] == [3, 0]


def test_items_of_a_list_are_paragraphs():
    text = "The council promised three things this week:\n- a new bridge\n- a new road\n2) no new taxes\n"
    assert split(text)[1:] == ["- a new bridge", "- a new road", "2) no new taxes"]


def test_only_title_and_body_count_and_the_title_comes_first():
    text = "News\nMayor resigns\nShe left.\nAds\nShe wept.\n"
    title, first, last = (
        Span(text.index(x), text.index(x) + len(x)) for x in ("Mayor resigns", "She left.", "She wept.")
    )
    assert split(text, title=title, body=(first, last)) == ["Mayor resigns", "She left.", "She wept."]


def test_title_inside_the_body_is_a_paragraph_of_its_own():
    text = "Mayor resigns. She left."
    assert split(text, title=Span(0, 14), body=(Span(0, len(text)),)) == ["Mayor resigns.", "She left."]
