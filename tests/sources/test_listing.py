"""How sources are listed: fullest name, type, aliases, whom they speak for; several documents; odd texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import read_marked, read_plain

from attribution.model import Attribution, Reading, Source
from attribution.sources import resolve_sources
from attribution.spans import Span


def _sources(marked: str) -> dict[str, Source]:
    """Return the sources by name."""
    return {source.name: source for source in resolve_sources((read_marked(marked)[0],)).sources}


def _first(marked: str) -> tuple[Source, dict[str, Source]]:
    reading, wanted = read_marked(marked)
    resolution = resolve_sources((reading,))
    by_id = {source.id: source for source in resolution.sources}
    return by_id[resolution.speakers[next(iter(wanted))][0]], by_id


VOICES = [
    ("[x:Palace spokesman Boris Vale] said so.", "Boris Vale", "Palace"),
    ("[x:Ann Roe, a spokeswoman for Oxco], said so.", "Ann Roe", "Oxco"),
    ("[x:an Oxco spokesperson] said so.", "an Oxco spokesperson", "Oxco"),
    ("[x:The ministry's spokesman, Tom Vale], said so.", "Tom Vale", "ministry"),
    ("[x:Observatory head Omar Abdel Karim] said so.", "Omar Abdel Karim", "Observatory"),
    (
        "[x:Omar Said, the head of the Freedonian Relief Council (FRC)], said so.",
        "Omar Said",
        "Freedonian Relief Council",
    ),
    ("[x:Kim Lee, the director of the Roeland Museum of Art], said so.", "Kim Lee", "Roeland Museum of Art"),
    ("[x:Jane Roe's lawyer, Tom Vale], said so.", "Tom Vale", "Jane Roe"),
    ("[x:Tom Vale, a lawyer for Jane Roe], said so.", "Tom Vale", "Jane Roe"),
    ("[x:Riverton police Sergeant Ann Dove] said so.", "Ann Dove", "Riverton police"),
    ("[x:Oxco Chief Executive Kim Lee] said so.", "Kim Lee", "Oxco"),
    ("[x:The executive director of the Roe Society, Bob Lane], said so.", "Bob Lane", "Roe Society"),
    ("[x:Bob Lane, the special agent in charge of the FBI in Riverton], said so.", "Bob Lane", "FBI"),
    ("[x:Roe campaign manager Bob Lane] said so.", "Bob Lane", "Roe campaign"),
    ("Oxco was late. [x:Its spokesman, Tom Vale], said so.", "Tom Vale", "Oxco"),
    ("[x:the president of the Riverton Teachers' Union, Ana Lima], said so.", "Ana Lima", "Riverton Teachers' Union"),
    ("[x:Ana Lima, a member of Roe's legal team], said so.", "Ana Lima", "Roe's legal team"),
    (
        "[x:Ana Lima, a member of the Harbour Union's bargaining team], said so.",
        "Ana Lima",
        "Harbour Union's bargaining team",
    ),
    ("[x:Ana Lima, a member of the rescue team], said so.", "Ana Lima", None),
    ("[x:Kim Lee, a professor at Riverton University], said so.", "Kim Lee", None),
    ("[x:Former Oxco chief Kim Lee] said so.", "Kim Lee", None),
    ("[x:Kim Lee, formerly the director of the Roeland Museum], said so.", "Kim Lee", None),
    ("[x:Gazette reporter Kim Lee] said so.", "Kim Lee", None),
    ("[x:Riverton coach Kim Lee] said so.", "Kim Lee", None),
    ("[x:Freedonia lawmaker Kim Lee] said so.", "Kim Lee", None),
    ("[x:California lawyer Kim Lee] said so.", "Kim Lee", None),
    ("[x:Jane Roe of the Roe Society] said so.", "Jane Roe", None),
    ("[x:Representative Kim Lee of Maryland's fifth Congressional District] said so.", "Kim Lee", None),
    ("[x:a Riverton selectman, Bob Lane,] said so.", "Bob Lane", None),
    ("[x:Oxco] said so.", "Oxco", None),
]

TYPES = [
    ("[x:Jane Roe] said so.", "person"),
    ("[x:The Riverton Gazette] said so.", "media"),
    ("[x:Reuters] said so.", "media"),
    ("[x:state media] said so.", "media"),
    ("[x:The Health Ministry] said so.", "government"),
    ("[x:The German government] said so.", "government"),
    ("[x:France] said so.", "government"),
    ("[x:The Kremlin] said so.", "government"),
    ("[x:The High Court of Roeland] said so.", "organization"),
    ("[x:Alba Airlines] said so.", "organization"),
    ("[x:police] said so.", "organization"),
    ("[x:A report by the Roe Society] said so.", "document"),
    ("[x:The statement] said so.", "document"),
    ("[x:a security source] said so.", "anonymous"),
    ("[x:A woman aboard the ferry] said so.", "anonymous"),
    ("[x:Residents] said so.", "group"),
    ("[x:two senior officials] said so.", "anonymous"),
    ("[x:senior officials] said so.", "group"),
    ("[x:the health minister] said so.", "person"),
]


@pytest.mark.parametrize(("marked", "name", "owner"), VOICES)
def test_speaks_for(marked: str, name: str, owner: str | None) -> None:
    source, by_id = _first(marked)
    assert source.name == name
    assert (by_id[source.speaks_for].name if source.speaks_for else None) == owner


@pytest.mark.parametrize(("marked", "type"), TYPES)
def test_type(marked: str, type: str) -> None:
    assert _first(marked)[0].type == type


def test_the_fullest_name_may_stand_outside_attributions() -> None:
    source, _ = _first("[x:Roe] said so. The crowd cheered for Jane Q. Roe in Riverton.")
    assert source.name == "Jane Q. Roe"


def test_aliases_stand_in_reading_order_each_once() -> None:
    source, _ = _first("[x:Gov. Jane Roe] said so. [x:Roe] was sure. [x:She] said it again, and [x:Roe] left.")
    assert source.aliases == ("Gov. Jane Roe", "Roe", "She")
    assert len(source.mentions) >= 4


def test_a_seat_of_government_speaks_for_a_government_that_speaks() -> None:
    sources = _sources("[a:Russia] denied it. [b:The Kremlin] said so on Friday.")
    assert sources["Kremlin"].speaks_for == sources["Russia"].id


def test_a_head_of_government_speaks_for_a_government_that_speaks() -> None:
    sources = _sources("[a:The German government] denied it. [b:Anna Vogel, the Chancellor of Germany], said so.")
    assert sources["Anna Vogel"].speaks_for == sources["German government"].id
    assert _sources("[b:Anna Vogel, the Chancellor of Germany], said so.")["Anna Vogel"].speaks_for is None


def test_one_full_name_is_one_source_across_documents() -> None:
    one, _ = read_marked("[x:Jane Roe] said so. [y:Officials] denied it.", "a")
    two, _ = read_marked("[x:Jane Roe] said no. [y:Officials] denied it.", "b")
    resolution = resolve_sources((one, two))
    assert resolution.speakers["a1"] == resolution.speakers["b1"]
    assert resolution.speakers["a2"] != resolution.speakers["b2"]
    assert len(resolution.sources) == 3


def test_a_quotation_without_source_goes_on_from_the_one_before() -> None:
    text = '"It is over," Jane Roe said.\n\n"We are going home."'
    first = Attribution("a1", "d", (Span(14, 22),), (Span(23, 27),), (Span(0, 13),), type="direct")
    second = Attribution("a2", "d", (), (), (Span(30, 50),), type="direct")
    speakers = resolve_sources((read_plain(text, [first, second]),)).speakers
    assert speakers["a1"] == speakers["a2"]


def test_we_in_a_quotation_is_its_speaker() -> None:
    text = '"We think it is over," Jane Roe said.'
    inner = Attribution("a1", "d", (Span(1, 3),), (Span(4, 9),), (Span(10, 20),))
    outer = Attribution("a2", "d", (Span(23, 31),), (Span(32, 36),), (Span(0, 22),), type="direct")
    speakers = resolve_sources((read_plain(text, [inner, outer]),)).speakers
    assert speakers["a1"] == speakers["a2"]


def test_no_source_no_speaker() -> None:
    reading = read_plain("It is said to be over.", [Attribution("a1", "d", (), (Span(3, 10),), (Span(14, 21),))])
    assert resolve_sources((reading,)).speakers == {}
    assert resolve_sources(()).sources == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.data())
def test_any_text_has_a_result(text: str, data: st.DataObject) -> None:
    spans = []
    for _ in range(3):
        start = data.draw(st.integers(0, len(text)))
        spans.append(Span(start, data.draw(st.integers(start, len(text)))))
    attributions = [Attribution(f"a{i}", "d", (span,), (), ()) for i, span in enumerate(spans)]
    resolution = resolve_sources((read_plain(text, attributions),))
    ids = {source.id for source in resolution.sources}
    assert all(set(speakers) <= ids for speakers in resolution.speakers.values())
    assert all(source.speaks_for is None or source.speaks_for in ids for source in resolution.sources)


def _long(sentences: int) -> Reading:
    marked = " ".join(
        f"[x:Jane Roe{i % 90}] said so. [y:The company] denied it, and [z:he] left Oxco{i}." for i in range(sentences)
    )
    return read_marked(marked)[0]


def test_a_long_article_is_resolved_in_time() -> None:
    assert resolve_sources((_long(400),)).sources
