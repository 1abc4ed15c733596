"""Who said what: attributions drawn in invented news sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn import draw, read_drawing
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.extraction import find_attributions
from attribution.model import Attribution, Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations, find_sentences

# The network reads articles: a drawn sentence is a paragraph of one, between two in which nobody says anything.
BEFORE = "The valley has three bridges. The oldest was built in 1911.\n\n"
AFTER = "\n\nThe road to the coast is narrow in places. It has two lanes."


def attributions_in(text: str) -> tuple[Attribution, ...]:
    """Return what is found in the text when it stands in an article, with spans into the text alone."""
    return tuple(
        replace(one, source=shifted(one.source), cue=shifted(one.cue), content=shifted(one.content))
        for one in attributions_of(f"{BEFORE}{text}{AFTER}")
    )


def attributions_of(text: str) -> tuple[Attribution, ...]:
    doc = Document("d", text, body=(Span(0, len(text)),))
    paragraphs = find_paragraphs(doc)
    return find_attributions(doc, paragraphs, find_sentences(doc, paragraphs), find_quotations(doc, paragraphs))


def shifted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(Span(span.start - len(BEFORE), span.end - len(BEFORE)) for span in spans)


DIRECT = [
    '[Q:"It is over,"] [S:the mayor] [C:said] on Monday.',
    '[Q:"It is over,"] [C:said] [S:Lena Ortiz, the mayor of Brookvale].',
    "[Q:“We lost everything,”] [S:she] [C:told] reporters.",
    '[S:Ortiz] [C:said]: [Q:"The bridge is safe."]',
    '[S:The minister] [C:said], [Q:"Nobody was hurt."]',
    '[Q:"The harvest,"] [S:he] [C:said], [Q:"will be late this year."]',
    '[Q:"The harvest is late,"] [S:he] [C:said]. [Q:"We will need help. Prices will rise."]',
    '[Q:"Will it hold?"] [S:Mr. Tan] [C:asked].',
    "[Q:'We are ready,'] [S:the coach] [C:said].",
    '[Q:"The river rose. We ran,"] [S:one villager] [C:recalled].',
    '[S:Okafor] [C:wrote]: [Q:"I resign with immediate effect."]',
    '[Q:"We never signed it,"] [S:Okafor, who heads the union,] [C:insisted].',
]
INDIRECT = [
    "[S:The ministry] [C:said] [Q:the road would reopen on Friday].",
    "[S:The ministry] [C:said] on Sunday [Q:that the road would reopen].",
    "[S:Police] [C:said] [Q:that three people had been arrested].",
    "[Q:The road will reopen on Friday], [S:the ministry] [C:said].",
    "[Q:The road will reopen on Friday], [C:said] [S:the ministry].",
    "[Q:The road], [S:officials] [C:said], [Q:will reopen on Friday].",
    "[Q:The dam collapsed before dawn], [S:a witness] [C:said], leaving the valley under water.",
    "[S:The company] [C:announced] [Q:that it would close two plants].",
    "[S:She] [C:told] the court [Q:that she had never met him].",
    "[S:Investigators] [C:believe] [Q:the fire was started on purpose].",
    "[S:Analysts] [C:expect] [Q:the bank to raise rates].",
    "[S:Prosecutors] [C:alleged] [Q:that he had bribed two inspectors].",
    "[S:Marta Silva, the head of the port authority,] [C:warned] [Q:that stocks were running low].",
    "[S:The head of the port authority] [C:denied] [Q:the report].",
    "[S:Both the army and the rebels] [C:claimed] [Q:they controlled the airport].",
    "[S:Kenya and Uganda] [C:denied] [Q:that troops had crossed the border].",
    "[S:A spokesman for the airline] [C:declined] [Q:to comment].",
    "[S:The agency] [C:has denied] [Q:that the tests failed].",
    "[S:The report] [C:found] [Q:that the pilots were tired].",
    "[S:The poll] [C:shows] [Q:that support is falling].",
    "[S:Villagers] [C:accused] [Q:the army of burning houses].",
    "[S:The union] [C:called for] [Q:a general strike].",
    "[S:The union] [C:demanded] [Q:that the law be repealed].",
    "[S:Doctors] [C:urged] [Q:the government to act].",
    "[S:She] [C:could not say] [Q:how many were missing].",
    "[S:He] [C:did not say] [Q:when the talks would resume].",
    "[S:Critics] [C:argue] [Q:that the plan costs too much].",
]
PHRASES = [
    "[C:According to] [S:the police], [Q:the driver fled].",
    "[Q:The driver fled], [C:according to] [S:the police].",
    "[Q:Twelve people were hurt], [C:according to] [S:Dr. Anna Weiss, a surgeon at the clinic].",
    "[C:In the words of] [S:its director], [Q:the museum is broke].",
]
SEVERAL = [
    "[S1,2:The general] [C1:could not say] [Q1:how many had fled], but [C2:said] [Q2:most were children].",
    "[Q1:The vote was fair], [S1,2:the judge] [C1:said], [C2:adding] [Q2:that turnout was high].",
    "[S1,2:Officials] [C1:said] [Q1:the ferry was full] and [C2:denied] [Q2:that it was unsafe].",
    "[S1:The Herald] [C1:reported] [Q1:that [S2:two ministers] [C2:said] [Q2:the deal was dead]].",
    "[S1,2:The mayor] [C1:denied] [Q1:the claims] but [C2:said] [Q2:an inquiry would follow].",
    "[S1:Army officers] [C1:said] [Q1:the town had fallen], while [S2:rebels] [C2:said] [Q2:the fighting went on].",
]
MIXED = [
    '[S:The bank] [C:said] [Q:the losses were "regrettable" and small].',
    '[Q:The plan was "dead on arrival,"] [S:the senator] [C:said].',
    "[S:Rivera] [C:said] [Q:that the talks “went nowhere.”]",
]
NONE = [
    "The dog was named after a famous admiral.",
    "He called his mother every evening.",
    "The film Easier Said Than Done opens on Friday.",
    "Annual reports are stacked in the hall.",
    "Fill in a claim form at the desk.",
    "No one drove the truck home.",
    "The train to Lyon leaves at nine.",
    "Three people were injured in the crash.",
    "She holds a degree in law.",
    "The concert was cancelled because of rain.",
    "Its shares closed four percent lower.",
    "The remarks column of the table is empty.",
    "",
]


# What the network does not find yet, or finds too much of.
KNOWN_FAILURES = {
    "[C:In the words of] [S:its director], [Q:the museum is broke].",
    "[S:A spokesman for the airline] [C:declined] [Q:to comment].",
    "He called his mother every evening.",
}
DRAWINGS = DIRECT + INDIRECT + PHRASES + SEVERAL + MIXED + NONE


@pytest.mark.parametrize(
    "drawing",
    [pytest.param(one, marks=pytest.mark.xfail(strict=True) if one in KNOWN_FAILURES else ()) for one in DRAWINGS],
)
def test_finds_what_is_drawn(drawing: str) -> None:
    text, expected = read_drawing(drawing)
    assert {draw(text, a.source, a.cue, a.content) for a in attributions_in(text)} == expected


PASSIVE = [
    pytest.param(
        "The envoy was quoted by a radio station as saying that talks had begun.",
        "quoted",
        "talks had begun",
        marks=pytest.mark.xfail(strict=True),
    ),
    ("It is claimed that the painting was stolen.", "is claimed", "the painting was stolen"),
    ("The painting is said to be worth millions.", "is said", "to be worth millions"),
    ("The painting is expected to fetch millions.", "is expected", "to fetch millions"),
]


@pytest.mark.parametrize(("text", "cue", "content"), PASSIVE)
def test_passives(text: str, cue: str, content: str) -> None:
    found = [(a.cue[0].of(text), " ".join(s.of(text) for s in a.content)) for a in attributions_in(text)]
    assert any(cue in said and content in what for said, what in found), found


def test_a_quotation_over_paragraphs_is_one_content() -> None:
    text = (
        '"The first winter was hard," she said. "We had no roof.\n\n'
        '"The second was worse. We had no wood."\n\nThey left.'
    )
    (found,) = attributions_in(text)
    assert "The second was worse. We had no wood." in found.content[-1].of(text)
    assert found.type == "direct"


def test_sorted_and_numbered() -> None:
    text = 'Police said two cars collided. "It was loud," a neighbour said. Doctors said nobody died.'
    found = attributions_in(text)
    assert [a.id for a in found] == ["a1", "a2", "a3"]
    starts = [min(*a.source, *a.cue, *a.content) for a in found]
    assert starts == sorted(starts)
    assert all(0 < a.confidence < 1 and a.document == "d" for a in found)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"\"'“”‘’«»,.:;()—-\n\r\0 ", "said", "he", " that ", "according to", "😀", "é"]), max_size=60
    )
)
def test_any_text_gives_spans_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for attribution in attributions_of(text):
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    ['" he said ' * 1000, "said " * 2000, "he said that " * 800, "and he said, " * 800, '"a. ' * 1000, "(" * 3000],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    attributions_in(text)
