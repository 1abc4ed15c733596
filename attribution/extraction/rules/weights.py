"""How likely a candidate is right: a logistic regression over its features.

`training/cues.py` learns the weights from PolNeAR (Newell et al. 2018); the confidence is thereby the share of such
candidates that were right there.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from attribution.errors import BrokenModel

WEIGHTS_FILE = "cue_weights.json.gz"


def confidence_of(features: Sequence[str], weights: Mapping[str, float]) -> float:
    """Return the probability that a candidate with these features is an attribution, and rightly delimited.

    Parameters
    ----------
    features : of the candidate.
    weights : as `load_weights` gives them; a feature without weight counts nothing.
    """
    total = weights.get("", 0.0) + sum(weights.get(feature, 0.0) for feature in features)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def load_weights() -> Mapping[str, float]:
    """Return the packaged weights.

    Raises
    ------
    BrokenModel
        When they are missing or damaged.
    """
    try:
        data = files("attribution.models").joinpath(WEIGHTS_FILE).read_bytes()
        weights = json.loads(gzip.decompress(data))
        return {str(feature): float(weight) for feature, weight in weights.items()}
    except (OSError, EOFError, ValueError, TypeError, AttributeError) as error:
        message = f"the model {WEIGHTS_FILE} of the package is missing or damaged ({error!r}); install it again"
        raise BrokenModel(message) from None
