"""Gold attributions as examples for the network: words, anchors, roles, and what is changed on purpose."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

from training.extractor.data import Example, Inventory, augment, name_pool, read_examples

TEXT = 'Ada Roe denied the claim. "It is false," she told Ben Doe.'


def span(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def write_polnear(folder: Path) -> None:
    gold = [
        {"source": [span("Ada Roe")], "cue": [span("denied")], "content": [span("the claim")]},
        {"source": [span("she")], "cue": [span("told")], "content": [span('"It is false,"')]},
    ]
    words = [(*span(word), word) for word in ("Ada", "Roe", "denied", "Ben", "Doe")]
    sentence = [
        [start, end, word, word, "NNP" if word != "denied" else "VBD", "PERSON" if word != "denied" else "O", 3, "dep"]
        for start, end, word in words
    ]
    for name, line in (
        ("train", {"id": "d", "text": TEXT, "attributions": {"first": gold}}),
        ("train-corenlp", {"id": "d", "sentences": [sentence]}),
    ):
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as out:
            out.write(json.dumps(line) + "\n")


def read_one(folder: Path) -> Example:
    write_polnear(folder)
    (example,) = read_examples(folder, "train", Inventory())
    return example


def test_roles_are_words_and_the_anchor_is_the_cue(tmp_path: Path) -> None:
    example = read_one(tmp_path)
    words = [word.text for word in example.words]
    first, second = example.attributions
    assert [words[i] for i in sorted(first.roles["source"])] == ["Ada", "Roe"]
    assert (words[first.anchor], words[second.anchor]) == ("denied", "told")
    assert [words[i] for i in sorted(second.roles["content"])] == ['"', "It", "is", "false", ",", '"']
    assert [words[i] for i in sorted(example.names)] == ["Ada", "Roe", "Ben", "Doe"]


def test_names_are_swapped_alike_and_nothing_else_moves(tmp_path: Path) -> None:
    example = read_one(tmp_path)
    pool = name_pool([example])
    changed = [augment(example, {kind: ["Zed"] for kind in pool}, random.Random(seed)) for seed in range(40)]
    assert any(word.text == "Zed" for other in changed for word in other.words)
    for other in changed:
        assert other.attributions == example.attributions
        assert [(w.start, w.end) for w in other.words] == [(w.start, w.end) for w in example.words]
        kept = {w.text for i, w in enumerate(other.words) if i not in example.names}
        assert kept == {w.text for i, w in enumerate(example.words) if i not in example.names}
