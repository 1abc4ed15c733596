"""How sure to be of an attribution: the network's own probabilities, set right on articles that it had not seen."""

from __future__ import annotations

import math
from collections.abc import Sequence

from attribution.extraction.neural.decode import Found

# No probability is taken for more certain than this: the data hold too few cases to tell.
LEAST = 1e-4


def features(found: Found) -> tuple[float, float, float]:
    """Return what the calibration weighs: a constant, the anchor's log odds, those of the roles' mean probability."""
    return (1.0, log_odds(found.anchor), log_odds(found.certainty))


def confidence(found: Found, weights: Sequence[float]) -> float:
    """Return the probability that an attribution is right (logistic regression; Platt 1999).

    Parameters
    ----------
    found : an attribution with the network's probabilities.
    weights : one for each of `features`, fitted by ``training.extractor.calibrate``.
    """
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, features(found), strict=True))))


def log_odds(probability: float) -> float:
    """Return the log odds of a probability, kept finite.

    Examples
    --------
    >>> log_odds(0.5)
    0.0
    """
    p = min(max(probability, LEAST), 1 - LEAST)
    return math.log(p / (1 - p))
