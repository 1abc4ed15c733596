"""Annotated world news: what is kept holds places in the articles and no words, and is read back as gold."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import get_args

import pytest

from attribution.model import RelationKind, SourceType, Stance
from training.annotated_newswire import ARTICLES, FILE, ROLES, add_articles, read_annotated_newswire
from training.extractor.cases import example_of_article

SENTENCES = ["The mayor said that the dam had held .", "Oxco denied it ."]
DRAWN = """[S1=mayor:The mayor] [C1:said] that [Q1:the dam had held]. [S2=oxco:Oxco] [C2:denied] [Q2:it].

== sources
mayor | person | The mayor | for oxco
oxco | organization | Oxco
== stances
2 denies
== relations
1 contradicts 2 | whether it held
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / ARTICLES
    path.parent.mkdir()
    line = {"id": "one", "sentences": [[[token, "O"] for token in sentence.split()] for sentence in SENTENCES]}
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write((json.dumps(line) + "\n") * 4)
    return tmp_path


def add(data: Path, name: str, drawn: str) -> list[str]:
    (data / name).write_text(drawn, encoding="utf-8")
    return add_articles(data, [data / name], data / "annotation.jsonl")


def test_a_drawn_article_is_kept_and_read_back(data: Path) -> None:
    assert add(data, "0000.txt", DRAWN) == add(data, "0003.txt", DRAWN) == []
    (learnt,) = read_annotated_newswire(data, held_out=False, file=data / "annotation.jsonl")
    (kept,) = read_annotated_newswire(data, held_out=True, file=data / "annotation.jsonl")
    assert (learnt.id, kept.id) == ("newswire-0000", "newswire-0003")
    first, second = learnt.attributions
    assert [[span.of(learnt.text) for span in getattr(first, role)] for role in ROLES] == [
        ["The mayor"],
        ["said"],
        ["the dam had held"],
    ]
    assert (second.stance, second.sources) == ("denies", ("S1",))
    assert (learnt.sources["S0"].name, learnt.sources["S0"].speaks_for) == ("The mayor", "S1")
    assert learnt.relations["contradicts"] == {frozenset(("A0", "A1"))}


def test_a_text_that_differs_is_refused(data: Path) -> None:
    assert "differs" in add(data, "0000.txt", DRAWN.replace("dam", "dyke"))[0]


def test_an_annotation_of_another_text_is_refused(data: Path) -> None:
    add(data, "0000.txt", DRAWN)
    file = data / "annotation.jsonl"
    file.write_text(file.read_text("utf-8").replace('"digest":"', '"digest":"0'), encoding="utf-8")
    with pytest.raises(ValueError, match="not the text that was annotated"):
        list(read_annotated_newswire(data, held_out=False, file=file))


def test_that_belongs_to_a_content_that_is_learnt(data: Path) -> None:
    add(data, "0000.txt", DRAWN)
    (article,) = read_annotated_newswire(data, held_out=False, file=data / "annotation.jsonl")
    example = example_of_article(article)
    content = sorted(example.attributions[0].roles["content"])
    assert [example.words[word].text for word in content] == ["that", "the", "dam", "had", "held"]


def test_what_is_kept_has_no_words() -> None:
    for line in FILE.read_text("utf-8").splitlines():
        entry = json.loads(line)
        assert entry.keys() == {"article", "digest", "sources", "attributions", "relations"}
        assert re.fullmatch("[0-9a-f]{16}", entry["digest"])
        for source in entry["sources"]:
            assert source.keys() == {"type", "name", "for"}
            assert source["type"] in get_args(SourceType)
            assert are_numbers(*source["name"], source["for"] or 0)
        for attribution in entry["attributions"]:
            assert attribution.keys() == {*ROLES, "sources", "stance"}
            assert attribution["stance"] in get_args(Stance)
            assert are_numbers(*attribution["sources"])
            assert are_numbers(*(place for role in ROLES for span in attribution[role] for place in span))
        for a, b, kind in entry["relations"]:
            assert are_numbers(a, b)
            assert kind in get_args(RelationKind)


def are_numbers(*values: object) -> bool:
    return all(type(value) is int for value in values)
