"""The project's own gold articles quote their texts: every string is there, every id exists."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from attribution.model import AttributionType, RelationKind, SourceType, Stance

ROOT = Path(__file__).parents[1]
GOLD = sorted((ROOT / "tests/gold").glob("*.json"))


def read(path: Path) -> tuple[dict[str, Any], str]:
    text = path.with_suffix(".txt") if path.with_suffix(".txt").exists() else ROOT / "examples" / f"{path.stem}.txt"
    return json.loads(path.read_text("utf-8")), text.read_bytes().decode("utf-8")


@pytest.fixture(params=GOLD, ids=lambda path: path.stem)
def article(request: pytest.FixtureRequest) -> tuple[dict[str, Any], str]:
    return read(request.param)


def test_there_are_gold_articles_and_every_example_is_one() -> None:
    assert len(GOLD) >= 9
    assert {path.stem for path in (ROOT / "examples").glob("*.txt")} <= {path.stem for path in GOLD}


def test_names_and_aliases_are_in_the_text(article: tuple[dict[str, Any], str]) -> None:
    gold, text = article
    assert [
        word for source in gold["sources"] for word in (source["name"], *source["aliases"]) if word not in text
    ] == []


def test_attributions_quote_the_text(article: tuple[dict[str, Any], str]) -> None:
    gold, text = article
    for attribution in gold["attributions"]:
        assert text.count(attribution["near"]) == 1, attribution["id"]
        assert attribution["cue"] in attribution["near"], attribution["id"]
        assert attribution["source_text"] in attribution["near"], attribution["id"]
        assert [piece for piece in attribution["content"] if piece not in text] == []


def test_attributions_are_in_reading_order(article: tuple[dict[str, Any], str]) -> None:
    """A cue stands after the one before it, but for a few that share a sentence."""
    gold, text = article
    ends = [text.index(attribution["near"]) + len(attribution["near"]) for attribution in gold["attributions"]]
    assert all(later > earlier - 150 for earlier, later in pairwise(ends))


def test_values_are_those_of_the_model(article: tuple[dict[str, Any], str]) -> None:
    gold, _ = article
    assert {source["type"] for source in gold["sources"]} <= set(get_args(SourceType))
    assert {attribution["type"] for attribution in gold["attributions"]} <= set(get_args(AttributionType))
    assert {attribution["stance"] for attribution in gold["attributions"]} <= set(get_args(Stance))
    assert {relation["relation"] for relation in gold["relations"]} <= set(get_args(RelationKind))


def test_references_exist_and_relations_join_different_sources(article: tuple[dict[str, Any], str]) -> None:
    gold, _ = article
    sources = {source["id"] for source in gold["sources"]}
    speakers = {attribution["id"]: set(attribution["sources"]) for attribution in gold["attributions"]}
    assert {source["speaks_for"] for source in gold["sources"]} - {None} <= sources
    assert set().union(*speakers.values()) <= sources
    assert all(not speakers[relation["a"]] & speakers[relation["b"]] for relation in gold["relations"])
    pairs = [frozenset((relation["a"], relation["b"])) for relation in gold["relations"]]
    assert len(pairs) == len(set(pairs))
