"""Fit what makes the network's answers probabilities, on articles that it has not learnt from.

Only pairs on which the rules are silent count: elsewhere the network is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from attribution.relations.network import CONTRADICTS, SUPPORTS, Judge
from attribution.relations.verdict import decide_by_network, decide_by_rules, features
from training.judge.cases import UNKNOWN, Case

# Ridge of the regression: a unit of weight costs as much as so many nats over the whole data.
RIDGE = 1.0
Matrix = NDArray[np.float64]
KINDS = {"contradicts": CONTRADICTS, "supports": SUPPORTS}


def silent_rows(cases: Sequence[Case], judge: Judge) -> tuple[Matrix, NDArray[np.int64]]:
    """Return (pairs, features) and (pairs,) labels of the pairs on which the rules are silent."""
    rows, labels = [], []
    for case in cases:
        for meeting, network, label in zip(case.meetings, judge.judge(case.told), case.labels.tolist(), strict=True):
            if meeting.contradiction is None and meeting.support is None and label != UNKNOWN:
                rows.append(features(network.tolist()))
                labels.append(label)
    return np.array(rows), np.array(labels, np.int64)


def figures(cases: Sequence[Case], judge: Judge) -> Iterator[str]:
    """Yield lines: how many pairs of our own articles are related, by the rules alone and with the network."""
    counts = {(kind, way): [0, 0] for kind in KINDS for way in ("rules", "network")}
    gold = {kind: sum(case.gold[place] for case in cases) for place, kind in enumerate(KINDS)}
    for case in cases:
        for meeting, network, label in zip(case.meetings, judge.judge(case.told), case.labels.tolist(), strict=True):
            verdict = decide_by_rules(meeting) or decide_by_network(meeting, network.tolist(), judge.calibration)
            if verdict is not None and label != UNKNOWN:
                way = "rules" if meeting.contradiction or meeting.support else "network"
                count = counts[verdict.relation, way]
                count[0] += KINDS[verdict.relation] == label
                count[1] += 1
    for (kind, way), (right, shown) in counts.items():
        yield f"{kind:12} {way:8} {right} right of {shown} shown, {gold[kind]} in gold"


def regression(x: Matrix, y: NDArray[np.int64]) -> list[list[float]]:
    """Return (3, features) weights of a multinomial logistic regression, the first class's all nothing (L-BFGS)."""
    import torch

    inputs, labels = torch.from_numpy(x), torch.from_numpy(y)
    free = torch.zeros(2, x.shape[1], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([free], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        scores = torch.cat((torch.zeros(len(y), 1, dtype=torch.float64), inputs @ free.T), 1)
        value = torch.nn.functional.cross_entropy(scores, labels, reduction="sum") + RIDGE / 2 * (free**2).sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    found: list[list[float]] = np.vstack((np.zeros(x.shape[1]), free.detach().numpy())).round(4).tolist()
    return found
