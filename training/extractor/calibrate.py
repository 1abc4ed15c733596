"""The numbers that turn the network's probabilities into results, chosen on what it has not learnt from.

The confidence is a logistic regression of "this attribution is whole" on `attribution.extraction.confidence.features`
(Platt 1999), so that of the attributions shown at 0.8 about eight in ten are right. What is less likely right than the
least confidence is not shown: the limit with the best F1 of whole attributions, each document judged by a regression
fitted without it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from attribution.evaluation.attributions import is_whole, pair_attributions, score_attributions
from attribution.extraction.confidence import confidence, features
from attribution.extraction.neural.decode import Found
from attribution.model import Attribution

# Anchors less probable are not looked at: on dev fewer than one in five of them is right.
THRESHOLD = 0.3
LIMITS = [round(0.3 + 0.05 * step, 2) for step in range(9)]
# Of limits whose F1 is within half a point of the best, the highest is best: a false attribution costs a reader more
# than a missed one.
NEAR = 0.005
FOLDS = 7

Documents = Sequence[tuple[str, Sequence[Attribution], Sequence[Found]]]


def choose_limit(groups: Sequence[Documents]) -> float:
    """Return the least confidence with the best whole F1, the mean over the groups.

    Parameters
    ----------
    groups : for each kind of article, text, gold attributions, and what was found.
    """
    sure: list[list[list[float]]] = [[[] for _ in group] for group in groups]
    for fold in range(FOLDS):
        weights = fit_confidence([[one for n, one in enumerate(group) if n % FOLDS != fold] for group in groups])
        for group, chances in zip(groups, sure, strict=True):
            for number in range(fold, len(group), FOLDS):
                text, _, found = group[number]
                chances[number] = [confidence(text, one, weights) for one in found]
    scores = {}
    for limit in LIMITS:
        figures = [_whole_at(limit, group, chances) for group, chances in zip(groups, sure, strict=True)]
        scores[limit] = sum(figures) / len(figures)
    return max(limit for limit, score in scores.items() if score >= max(scores.values()) - NEAR)


def _whole_at(limit: float, documents: Documents, sure: Sequence[Sequence[float]]) -> float:
    kept = [
        (text, gold, attributions_of([f for f, p in zip(found, chances, strict=True) if p > limit]))
        for (text, gold, found), chances in zip(documents, sure, strict=True)
    ]
    return score_attributions(kept)["whole"].f1


def fit_confidence(groups: Sequence[Documents]) -> tuple[float, ...]:
    """Return a weight for each of `features`; every group counts as much as any other, however large it is.

    Parameters
    ----------
    groups : for each kind of article, text, gold attributions, and what was found.
    """
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    counts: list[float] = []
    for documents in groups:
        begin = len(rows)
        for text, gold, found in documents:
            mine = attributions_of(found)
            whole = {b.id for a, b in pair_attributions(text, gold, mine) if is_whole(text, a, b)}
            for one, attribution in zip(found, mine, strict=True):
                rows.append(features(text, one))
                right.append(attribution.id in whole)
        counts += [1 / max(1, len(rows) - begin)] * (len(rows) - begin)
    if not rows:
        return (0.0, 1.0, *[0.0] * 5)  # nothing was found to learn from: the anchor's own probability
    weights = np.array(counts) * len(rows) / sum(counts)
    return _regression(np.array(rows), np.array(right, float), weights)


def _regression(x: NDArray[np.float64], y: NDArray[np.float64], counts: NDArray[np.float64]) -> tuple[float, ...]:
    weights = np.zeros(x.shape[1])
    for _ in range(30):  # Newton's method: converges in about six steps
        p = 1 / (1 + np.exp(-x @ weights))
        curvature = -(x.T * (counts * p * (1 - p))) @ x - 0.1 * np.eye(len(weights))
        weights -= np.linalg.solve(curvature, x.T @ (counts * (y - p)))
    return tuple(round(float(weight), 4) for weight in weights)


def attributions_of(found: Sequence[Found]) -> list[Attribution]:
    """Return what was found as attributions, numbered."""
    return [Attribution(f"a{n}", "", f.source, f.cue, f.content) for n, f in enumerate(found)]
