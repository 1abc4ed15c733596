"""How sure to be of an attribution: what the network says and what it found, weighed on articles it had not seen."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attribution.extraction.cuewords import is_denial, is_word_of_saying
from attribution.spans import join

if TYPE_CHECKING:
    from attribution.extraction.neural import Found

# No probability is taken for more certain than this: the data hold too few cases to tell.
LEAST = 1e-4
# A content of so many words is no longer a mere "it" or "the charges", which are right less often.
FEW_WORDS = 4
_WORD = re.compile(r"\w+")


def features(text: str, found: Found) -> tuple[float, ...]:
    """Return what the calibration weighs.

    A constant, the log odds of the anchor and of the roles' mean probability, whether the cue is a word of saying
    (annotators mark some acts, "signed", "convicted", which are statements to few readers), whether no source was
    found, and how long the content is, up to a few words and beyond. The content of a denial may be short: what is
    denied was said before ("which he denied").

    Parameters
    ----------
    text : the document's.
    found : an attribution in it with the network's probabilities.
    """
    cue = join(text, found.cue, " ")
    words = len(_WORD.findall(join(text, found.content, " ")))
    few = FEW_WORDS if is_denial(cue) else min(words, FEW_WORDS)
    return (
        1.0,
        log_odds(found.anchor),
        log_odds(found.certainty),
        float(is_word_of_saying(cue)),
        float(not found.source),
        few / FEW_WORDS,
        math.log(words + 1),
    )


def confidence(text: str, found: Found, weights: Sequence[float]) -> float:
    """Return the probability that an attribution is right (logistic regression; Platt 1999).

    Parameters
    ----------
    text : the document's.
    found : an attribution in it with the network's probabilities.
    weights : one for each of `features`, fitted by ``training.extractor.calibrate``.
    """
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, features(text, found), strict=True))))


def log_odds(probability: float) -> float:
    """Return the log odds of a probability, kept finite.

    Examples
    --------
    >>> log_odds(0.5)
    0.0
    """
    p = min(max(probability, LEAST), 1 - LEAST)
    return math.log(p / (1 - p))
