"""The two numbers that turn the network's probabilities into results, chosen on PolNeAR's dev part.

The threshold of an anchor is the one with the best F1 of whole attributions. The confidence is a logistic regression
of "this attribution is whole" on the log odds of the anchor and of the role words' mean probability (Platt 1999), so
that of the attributions shown at 0.8, about eight in ten are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from attribution.evaluation.attributions import is_whole, pair_attributions, score_attributions
from attribution.extraction.neural.confidence import features
from attribution.extraction.neural.decode import Found
from attribution.model import Attribution

# Of thresholds with near equal F1 the highest is best: a false attribution costs a reader more than a missed one.
THRESHOLDS = [round(0.3 + 0.05 * step, 2) for step in range(11)]
NEAR = 0.002


def choose_threshold(documents: Sequence[tuple[str, Sequence[Attribution], Sequence[Found]]]) -> float:
    """Return the anchor threshold with the best whole F1.

    Parameters
    ----------
    documents : text, gold attributions, and what was found at the lowest of `THRESHOLDS`.
    """
    scores = {}
    for threshold in THRESHOLDS:
        kept = [(t, gold, _attributions(f for f in found if f.anchor > threshold)) for t, gold, found in documents]
        scores[threshold] = score_attributions(kept)["whole"].f1
    return max(t for t, score in scores.items() if score >= max(scores.values()) - NEAR)


def fit_confidence(documents: Sequence[tuple[str, Sequence[Attribution], Sequence[Found]]]) -> tuple[float, ...]:
    """Return (bias, weight of the anchor's log odds, weight of the certainty's log odds).

    Parameters
    ----------
    documents : text, gold attributions, and what is found at the chosen threshold.
    """
    rows, right = [], []
    for text, gold, found in documents:
        mine = _attributions(found)
        whole = {b.id for a, b in pair_attributions(text, gold, mine) if is_whole(text, a, b)}
        for one, attribution in zip(found, mine, strict=True):
            rows.append(features(one))
            right.append(attribution.id in whole)
    if not rows:
        return (0.0, 1.0, 0.0)  # nothing was found to learn from: the anchor's own probability
    x, y = np.array(rows), np.array(right, float)
    weights = np.zeros(3)
    for _ in range(30):  # Newton's method: converges in about six steps
        p = 1 / (1 + np.exp(-x @ weights))
        weights -= np.linalg.solve(-(x.T * (p * (1 - p))) @ x - 1e-3 * np.eye(3), x.T @ (y - p))
    return tuple(round(float(weight), 4) for weight in weights)


def _attributions(found: Iterable[Found]) -> list[Attribution]:
    return [Attribution(f"a{n}", "", f.source, f.cue, f.content) for n, f in enumerate(found)]
