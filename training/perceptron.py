"""The weights of an averaged perceptron while they are learnt."""

from __future__ import annotations

from collections import defaultdict


class Weights:
    """Weights of features for labels, and for each the sum over all steps so far."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, float]] = {}
        self.totals: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.stamps: defaultdict[tuple[str, str], int] = defaultdict(int)
        self.steps = 0

    def add(self, feature: str, label: str, value: float) -> None:
        """Add `value` to one weight."""
        row = self.rows.setdefault(feature, {})
        key = (feature, label)
        old = row.get(label, 0.0)
        self.totals[key] += (self.steps - self.stamps[key]) * old
        self.stamps[key] = self.steps
        row[label] = old + value

    def averaged(self, smallest: float) -> dict[str, dict[str, float]]:
        """Return the mean weights, those nearer to zero than `smallest` left out."""
        mean: dict[str, dict[str, float]] = {}
        for feature, row in self.rows.items():
            for label, weight in row.items():
                key = (feature, label)
                value = round((self.totals[key] + (self.steps - self.stamps[key]) * weight) / self.steps, 2)
                if abs(value) >= smallest:
                    mean.setdefault(feature, {})[label] = value
        return mean
