"""The weights of the rule extractor."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from attribution.errors import BrokenModel
from attribution.extraction.rules import weights


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    weights.load_weights.cache_clear()
    yield
    weights.load_weights.cache_clear()


def test_missing_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "WEIGHTS_FILE", "nothing.json.gz")
    with pytest.raises(BrokenModel, match=r"nothing\.json\.gz"):
        weights.load_weights()


def test_confidence_grows_with_the_weights() -> None:
    table = {"": -1.0, "good": 2.0, "bad": -2.0}
    assert weights.confidence_of(["bad"], table) < weights.confidence_of(["new"], table) < 0.5
    assert weights.confidence_of(["good"], table) > 0.5
    assert 0 < weights.confidence_of(["good"] * 1000, table) < 1
