"""Which cues are words of saying, and what makes an attribution likely right."""

from __future__ import annotations

import pytest

from attribution.extraction.confidence import confidence, features
from attribution.extraction.cuewords import is_word_of_saying
from attribution.extraction.neural import Found, load_network
from attribution.spans import Span

TEXT = "The council said the bridge in Orrel was closed. It signed."


def found(anchor: float = 0.9, source: bool = True, cue: str = "said", content: str = "the bridge in Orrel") -> Found:
    at, start = TEXT.index(cue), TEXT.index(content)
    spans = Span(at, at + len(cue)), Span(start, start + len(content))
    return Found((Span(0, 11),) if source else (), spans[:1], spans[1:], anchor, 0.9)


def sure(one: Found) -> float:
    return confidence(TEXT, one, load_network().calibration)


@pytest.mark.parametrize(
    "less",
    [
        pytest.param(found(anchor=0.5), id="the network doubts the cue"),
        pytest.param(found(source=False), id="nobody says it"),
        pytest.param(found(cue="signed"), id="an act"),
        pytest.param(found(content="It"), id="a pronoun for content"),
    ],
)
def test_less_sure(less: Found) -> None:
    assert 0 < sure(less) < sure(found()) < 1


def test_a_denial_may_be_short() -> None:
    text = "She denied it."
    short = Found((Span(0, 3),), (Span(4, 10),), (Span(11, 13),), 0.9, 0.9)
    said = text.replace("denied", "stated")
    weights = load_network().calibration
    assert confidence(text, short, weights) > confidence(said, short, weights)


def test_every_feature_has_its_weight() -> None:
    assert len(features(TEXT, found())) == len(load_network().calibration)


@pytest.mark.parametrize(
    "cue",
    ["said", "was told", "could not confirm", "according to", "denies", "claims", "in a statement", "–", "warning"],
)
def test_words_of_saying(cue: str) -> None:
    assert is_word_of_saying(cue)


@pytest.mark.parametrize("cue", ["signed", "was banned", "opened", "is"])
def test_other_words(cue: str) -> None:
    assert not is_word_of_saying(cue)
