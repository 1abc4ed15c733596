"""Packaged networks are checked when they are loaded; a file that is missing or damaged is named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from attribution.errors import BrokenModel
from attribution.extraction.neural import load_network, open_network
from attribution.models.wordpieces import load_word_pieces, open_word_pieces
from attribution.relations.network import load_judge, open_judge

OPEN: dict[str, Callable[[Path], Any]] = {
    "pieces": open_word_pieces,
    "extractor": lambda folder: open_network(folder, load_word_pieces()),
    "judge": lambda folder: open_judge(folder, load_word_pieces()),
}
FILES = {
    "pieces": ("pieces.json", "vectors.npz", "tokenizer.json"),
    "extractor": ("extractor.json", "reader.onnx", "roles.onnx"),
    "judge": ("judge.json", "alone.onnx", "together.onnx"),
}
EACH = [(folder, name) for folder, names in FILES.items() for name in names]


def copy(folder: str, into: Path) -> Path:
    for name in FILES[folder]:
        shutil.copy(str(files("attribution.models") / folder / name), into / name)
    return into


@pytest.mark.parametrize("load", [load_word_pieces, load_network, load_judge])
def test_it_is_loaded_once(load: Callable[[], Any]) -> None:
    assert load() is load()


@pytest.mark.parametrize(("folder", "name"), EACH)
def test_a_missing_file_is_named(folder: str, name: str, tmp_path: Path) -> None:
    (copy(folder, tmp_path) / name).unlink()
    with pytest.raises(BrokenModel, match=name):
        OPEN[folder](tmp_path)


@pytest.mark.parametrize(("folder", "name"), [(folder, name) for folder, name in EACH if not name.endswith(".json")])
def test_a_damaged_file_is_named(folder: str, name: str, tmp_path: Path) -> None:
    path = copy(folder, tmp_path) / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(BrokenModel, match=name):
        OPEN[folder](tmp_path)


@pytest.mark.parametrize("folder", FILES)
@pytest.mark.parametrize("card", ["{", "[]", '{"sha256": {}}'])
def test_a_damaged_card_is_a_clear_error(folder: str, card: str, tmp_path: Path) -> None:
    (copy(folder, tmp_path) / FILES[folder][0]).write_text(card, "utf-8")
    with pytest.raises(BrokenModel, match="install"):
        OPEN[folder](tmp_path)


def test_all_files_together_stay_small() -> None:
    folder = Path(str(files("attribution.models")))
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) <= 45e6


def test_vectors_have_the_shape_of_the_pieces() -> None:
    pieces = load_word_pieces()
    assert pieces.vectors(np.array([[101, 102]])).shape == (1, 2, 384)
    assert pieces.tokenizer.get_vocab_size() == len(pieces.table)
