"""Newswire tokens become text with each name where it stands."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from training.extractor.newswire import HELD_OUT, LABELS, names_of, read_newswire

MARKED = {"Ada": "B-Person", "Roe-Lund": "I-Person", "Orrel": "B-Location", "OC": "B-Organization"}
SENTENCE = '" We are done , " Ada Roe-Lund of Orrel \'s council ( OC ) said .'
TOKENS = [[token, MARKED.get(token, "O")] for token in SENTENCE.split()]


def write_newswire(folder: Path, articles: int) -> Path:
    path = folder / "articles.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        for number in range(articles):
            out.write(json.dumps({"id": f"n{number}", "sentences": [TOKENS] * 3}) + "\n")
    return path


def test_tokens_are_put_together_as_they_were_written(tmp_path: Path) -> None:
    (example,) = read_newswire(write_newswire(tmp_path, 1), held_out=False)
    sentence = '"We are done," Ada Roe-Lund of Orrel\'s council (OC) said.'
    assert example.text == f"{sentence} {sentence}\n\n{sentence}"
    names = [
        (example.text[example.words[a].start : example.words[b - 1].end], kind)
        for a, b, kind in names_of(example.entities)
    ]
    assert names == [("Ada Roe-Lund", "Person"), ("Orrel", "Location"), ("OC", "Organization")] * 3


def test_nothing_is_known_of_its_attributions(tmp_path: Path) -> None:
    (example,) = read_newswire(write_newswire(tmp_path, 1), held_out=False)
    assert not example.judged
    assert not example.attributions
    assert set(example.tags) == set(example.heads) == {-1}


def test_every_tenth_article_is_held_out(tmp_path: Path) -> None:
    path = write_newswire(tmp_path, 2 * HELD_OUT)
    assert [example.id for example in read_newswire(path, held_out=True)] == ["n9", "n19"]
    assert len(read_newswire(path, held_out=False)) == 18


def test_a_name_may_begin_inside() -> None:
    wrong_start = [LABELS.index("I-Person"), LABELS.index("I-Person"), LABELS.index("B-Person")]
    assert list(names_of(wrong_start)) == [(0, 2, "Person"), (2, 3, "Person")]
