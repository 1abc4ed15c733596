"""Names from a trained tagger: what capitals alone would get wrong, and what a damaged model does."""

from __future__ import annotations

import gzip
import json

import pytest
from marked import read_marked, read_plain

from attribution.errors import BrokenModel
from attribution.sources import resolve_sources
from attribution.sources.marking import mark_names
from attribution.sources.nametagger import LABELS, find_names, load_name_tagger, parse_name_tagger, style_of
from attribution.text.tagging import tag_words


def _names(text: str) -> list[tuple[str, str]]:
    words = text.split()
    labels = load_name_tagger().tag(words, tag_words(words))
    return [(" ".join(words[start:end]), kind) for start, end, kind in find_names(labels)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yesterday John Baker said that it was over .", ("John Baker", "Person")),
        ("The report was denied by Maria Lopez in Geneva .", ("Maria Lopez", "Person")),
        ("the report was denied by maria lopez in geneva on friday .", ("maria lopez", "Person")),
        ("THE REPORT WAS DENIED BY MARIA LOPEZ IN GENEVA ON FRIDAY .", ("MARIA LOPEZ", "Person")),
        ("Officials of the World Bank met in Nairobi on Monday .", ("World Bank", "Organization")),
        ("Officials of the World Bank met in Nairobi on Monday .", ("Nairobi", "Location")),
    ],
)
def test_a_name_is_found(text: str, name: tuple[str, str]) -> None:
    words, kind = name
    assert any(found_kind == kind and words.split()[0] in found.split() for found, found_kind in _names(text))


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday it rained , and nobody came .",
        "Residents said that the water was brown .",
        "Nobody came , and the bridge was closed .",
    ],
)
def test_the_first_word_of_a_sentence_is_no_name(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    "marked",
    [
        "[roe:maria lopez], the mayor of geneva, said on monday that it was over. [roe:lopez] said no more of it then.",
        "[roe:MARIA LOPEZ], THE MAYOR OF GENEVA, SAID ON MONDAY THAT IT WAS OVER. [roe:LOPEZ] SAID NO MORE OF IT THEN.",
    ],
)
def test_sources_are_found_where_case_tells_nothing(marked: str) -> None:
    reading, wanted = read_marked(marked)
    speakers = resolve_sources((reading,)).speakers
    assert len({speakers[id] for id in wanted}) == 1


def test_a_headline_in_capitals_is_no_row_of_names() -> None:
    reading = read_plain("MAYOR DENIES ALL AFTER BRIDGE FALLS AGAIN ON MONDAY", [])
    assert set(mark_names(reading).classes.values()) <= {"Location", "Facility"}


def test_how_a_text_is_written() -> None:
    assert style_of(["it", "was", "over", "on", "monday"]) == "lower"
    assert style_of(["Mayor", "Denies", "All", "After", "Bridge", "Falls"]) == "title"
    assert style_of(["US"]) == "normal"


def test_names_spelt_by_labels() -> None:
    assert LABELS[0] == "O"
    assert list(find_names(["O", "B-Person", "I-Person", "B-Location"])) == [(1, 3, "Person"), (3, 4, "Location")]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no gzip",
        gzip.compress(b"{"),
        gzip.compress(json.dumps({"weights": {"b": [99, 1]}, "inner": []}).encode()),
        gzip.compress(json.dumps({"weights": {"b": [1]}, "inner": []}).encode()),
    ],
)
def test_a_damaged_model_is_named(data: bytes) -> None:
    with pytest.raises(BrokenModel, match=r"names\.json\.gz|weights of the package"):
        parse_name_tagger(data).weights["b"]
