"""Fit what joins the judge and the rules: on our own articles with gold attributions, each judged by weights fitted
without it where it is measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from attribution.claims import find_claims
from attribution.evaluation.gold_articles import GoldArticle
from attribution.model import Reading, Resolution
from attribution.pipeline import number_attributions, read_document
from attribution.relations.find import judge_meetings, meet
from attribution.relations.meetings import Meeting
from attribution.relations.network import CONTRADICTS, NEITHER, SUPPORTS, Judge
from attribution.relations.weigh import add_company, features, weigh
from attribution.text import make_document

FOLDS = 8
# Ridge of the regression: a unit of weight costs as much as so many nats over the whole data.
RIDGE = 1.0
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """One article: the pairs that are decided on, what is weighed, what is right, and how many right ones there are."""

    meetings: list[Meeting]
    rows: Matrix
    labels: NDArray[np.int64]
    gold: tuple[int, int]


def cases_of(articles: Sequence[GoldArticle], judge: Judge) -> Iterator[Case]:
    """Yield each article as a case, with its gold attributions and sources and no other layer given."""
    for article in articles:
        document = make_document(article.text, id=article.id)
        given = tuple(replace(attribution, id="", document=document.id) for attribution in article.attributions)
        reading: Reading = next(number_attributions([read_document(document, attributions=given)]))
        named = {mine.id: theirs.id for mine, theirs in zip(reading.attributions, article.attributions, strict=True)}
        resolution = Resolution(tuple(article.sources.values()))
        attributions = reading.attributions
        meetings = meet((reading,), resolution, attributions, find_claims((reading,), attributions))
        network = judge_meetings(meetings, judge, dict(article.sources), {document.id: article.text})
        rows = [features(m, row.tolist()) for m, row in zip(meetings, network, strict=True)]
        labels = []
        for meeting in meetings:
            pair = frozenset(named[side[0].attribution.id] for side in (meeting.a, meeting.b))
            labels.append(
                CONTRADICTS if pair in article.relations["contradicts"]
                else SUPPORTS if pair in article.relations["supports"] else NEITHER
            )  # fmt: skip
        gold = len(article.relations["contradicts"]), len(article.relations["supports"])
        yield Case(meetings, np.array(rows), np.array(labels, np.int64), gold)


def fit(cases: Sequence[Case]) -> tuple[Matrix, Matrix]:
    """Return the weights of the first and of the second look."""
    cases = [case for case in cases if case.meetings]
    labels = np.concatenate([case.labels for case in cases])
    first = regression(np.vstack([case.rows for case in cases]), labels)
    second = regression(np.vstack([second_rows(case, first) for case in cases]), labels)
    return first, second


def second_rows(case: Case, first: Matrix) -> Matrix:
    """Return what is weighed at the second look."""
    return add_company(case.meetings, case.rows, weigh(case.rows, first))


def chances_of(case: Case, weights: tuple[Matrix, Matrix]) -> Matrix:
    """Return (meetings, 3) final probabilities."""
    return weigh(second_rows(case, weights[0]), weights[1]) if case.meetings else np.zeros((0, 3))


def cross_validated(cases: Sequence[Case]) -> list[Matrix]:
    """Return the probabilities of each case by weights that were fitted without it."""
    found: list[Matrix] = [np.zeros((0, 3))] * len(cases)
    for fold in range(FOLDS):
        weights = fit([case for number, case in enumerate(cases) if number % FOLDS != fold])
        for number in range(fold, len(cases), FOLDS):
            found[number] = chances_of(cases[number], weights)
    return found


def choose_limits(cases: Sequence[Case], chances: Sequence[Matrix]) -> tuple[float, float]:
    """Return the least probability of a contradiction and of a support with the best F1."""
    best = []
    for index, kind in enumerate((CONTRADICTS, SUPPORTS)):
        scores = {limit / 100: f1_at(cases, chances, kind, index, limit / 100) for limit in range(20, 75, 5)}
        best.append(max(scores, key=lambda limit: (scores[limit][2], limit)))
    return best[0], best[1]


def f1_at(
    cases: Sequence[Case], chances: Sequence[Matrix], kind: int, index: int, limit: float
) -> tuple[float, float, float]:
    """Return precision, recall and F1 of pairs of attributions at a limit."""
    shown = sum(int((row[:, kind] >= limit).sum()) for row in chances)
    right = sum(
        int(((row[:, kind] >= limit) & (case.labels == kind)).sum()) for case, row in zip(cases, chances, strict=True)
    )
    gold = sum(case.gold[index] for case in cases)
    precision, recall = right / max(1, shown), right / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def regression(x: Matrix, y: NDArray[np.int64]) -> Matrix:
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
    found: Matrix = np.vstack((np.zeros(x.shape[1]), free.detach().numpy())).round(4)
    return found
