"""Parts of speech of news sentences."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.errors import BrokenModel
from attribution.text import tagging
from attribution.text.tagging import parse_tagger, tag_words

CASES = [
    "The/DT mayor/NN said/VBD on/IN Monday/NNP that/IN the/DT bridge/NN would/MD reopen/VB ./.",
    "“/`` It/PRP is/VBZ true/JJ ,/, ”/'' she/PRP told/VBD reporters/NNS ./.",
    "\"/`` We/PRP never/RB met/VBD ,/, \"/'' Olsen/NNP said/VBD ./.",
    "The/DT ministry/NN has/VBZ n't/RB confirmed/VBN the/DT report/NN ./.",
    "According/VBG to/TO two/CD officials/NNS ,/, the/DT talks/NNS were/VBD postponed/VBN ./.",
    "(/-LRB- the/DT port/NN )/-RRB-",
]


@pytest.mark.parametrize("case", CASES)
def test_tags(case: str) -> None:
    words, tags = zip(*(pair.rsplit("/", 1) for pair in case.split()), strict=True)
    assert tag_words(words) == list(tags)


def test_capitals_do_not_make_names() -> None:
    tags = tag_words(["POLICE", "DENY", "THAT", "THE", "BRIDGE", "WAS", "CLOSED"])
    assert tags[1].startswith("VB")
    assert tags[3] == "DT"
    assert tags[5] == "VBD"


def test_no_words() -> None:
    assert tag_words([]) == []


@settings(max_examples=40)
@given(st.lists(st.text(), max_size=12))
def test_any_words_get_one_tag_each(words: list[str]) -> None:
    tags = tag_words(words)
    assert len(tags) == len(words)
    assert all(tags)


@pytest.mark.parametrize("data", [b"", b"not gzip", gzip.compress(b"[]"), gzip.compress(b'{"known": {"a": 1}}')])
def test_damaged_model(data: bytes) -> None:
    with pytest.raises(BrokenModel, match="install"):
        parse_tagger(data)


def test_missing_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagging, "MODEL_FILE", "nothing.json.gz")
    with pytest.raises(BrokenModel, match=r"nothing\.json\.gz"):
        tagging._read_model()
