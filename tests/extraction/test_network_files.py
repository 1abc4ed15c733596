"""The packaged network is checked when it is loaded; a file that is missing or damaged is named."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from attribution.errors import BrokenModel
from attribution.extraction.neural import load_network, open_network


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("extractor.json", "reader.onnx", "roles.onnx", "tokenizer.json"):
        shutil.copy(str(files("attribution.models") / "extractor" / name), tmp_path / name)
    return tmp_path


def test_it_is_loaded_once() -> None:
    assert load_network() is load_network()


@pytest.mark.parametrize("name", ["extractor.json", "reader.onnx", "roles.onnx", "tokenizer.json"])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(BrokenModel, match=name):
        open_network(copy)


@pytest.mark.parametrize("name", ["reader.onnx", "roles.onnx", "tokenizer.json"])
def test_a_damaged_file_is_named(copy: Path, name: str) -> None:
    data = bytearray((copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copy / name).write_bytes(data)
    with pytest.raises(BrokenModel, match=name):
        open_network(copy)


def test_a_damaged_card_is_a_clear_error(copy: Path) -> None:
    (copy / "extractor.json").write_text("{", "utf-8")
    with pytest.raises(BrokenModel, match="card"):
        open_network(copy)
