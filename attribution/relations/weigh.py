"""Weigh what the rules and the network say of two attributions: probabilities of contradiction and support.

Neither is enough alone. The rules know what denies what, numbers and answers, but not that hired bankers are a sign of
talks; the network knows words that go together, but not who "the report" was by. The weights are a multinomial logistic
regression on our own annotated articles (``training.judge.calibrate``), so that the probabilities mean what they say.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from attribution.relations.gate import can_conflict, differ_in_place_or_time
from attribution.relations.meetings import Meeting, Met
from attribution.relations.network import CONTRADICTS, NEITHER, SUPPORTS

# No probability of the network is taken for more certain than this.
LEAST = 1e-3
REASONS = (
    ("contradicts", ("denial",)),
    ("contradicts", ("negation",)),
    ("contradicts", ("number",)),
    ("contradicts", ("antonym",)),
    ("contradicts", ("account",)),
    ("supports", ("paraphrase",)),
    ("supports", ("denial", "answer")),
    ("supports", ("number", "account")),
)
_UNSURE = frozenset({"wants", "asks", "silent"})


def features(meeting: Meeting, network: Sequence[float]) -> list[float]:
    """Return what is weighed.

    Parameters
    ----------
    meeting : of two attributions.
    network : the network's probabilities for them, by `attribution.relations.network`.
    """
    logs = [math.log(max(LEAST, p)) for p in network]
    a, b = meeting.a[0], meeting.b[0]
    stances = (a.attribution.stance, b.attribution.stance)
    overlap = meeting.closest.overlap
    nested = _is_inside(meeting)
    return [
        1.0,
        logs[CONTRADICTS] - logs[NEITHER],
        logs[SUPPORTS] - logs[NEITHER],
        *(_strength(meeting, relation, reasons) for relation, reasons in REASONS),
        float(meeting.answered),
        float((stances[0] == "denies") != (stances[1] == "denies")),
        float(stances[0] == stances[1] == "denies"),
        float(bool(_UNSURE & set(stances))),
        float("doubts" in stances),
        float(nested),
        float(bool(a.voices & b.voices)),
        float(meeting.gap < 0),
        math.log(2 + max(0, meeting.gap)),
        overlap.cover,
        overlap.dice,
        min(2.0, overlap.shared),
        overlap.opposed if overlap.pairs else 0.0,
        float(any(can_conflict(pair.a, pair.b) for pair in meeting.pairs)),
        float(all(differ_in_place_or_time(pair.a, pair.b) for pair in meeting.pairs)),
    ]


def weigh(rows: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (meetings, 3) probabilities of neither, contradiction and support.

    Parameters
    ----------
    rows : (meetings, features).
    weights : (3, features).

    Examples
    --------
    >>> weigh(np.array([[1.0, 0.0]]), np.array([[0.0, 0.0], [0.0, 0.0], [0.0, 0.0]])).round(2).tolist()
    [[0.33, 0.33, 0.33]]
    """
    scores = rows @ weights.T
    powers = np.exp(scores - scores.max(1, keepdims=True))
    found: NDArray[np.float64] = powers / powers.sum(1, keepdims=True)
    return found


def add_company(
    meetings: Sequence[Meeting], rows: NDArray[np.float64], chances: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return (meetings, features + 5): what is weighed, and what third attributions make of each pair.

    Who contradicts the same attribution stands on one side, who contradicts an ally's opponent stands against both: for
    each pair the likeliest third attribution counts that both contradict, that both support, that only one of them
    contradicts and the other supports; and the first decision itself.

    Parameters
    ----------
    meetings : the pairs.
    rows : (meetings, features) what was weighed.
    chances : (meetings, 3) the first decision.
    """
    known: dict[str, dict[str, NDArray[np.float64]]] = {}
    for meeting, row in zip(meetings, chances, strict=True):
        a, b = meeting.a[0].attribution.id, meeting.b[0].attribution.id
        known.setdefault(a, {})[b] = row
        known.setdefault(b, {})[a] = row
    company = []
    for meeting, row in zip(meetings, chances, strict=True):
        mine, yours = (known[side[0].attribution.id] for side in (meeting.a, meeting.b))
        thirds = [(mine[third], yours[third]) for third in mine.keys() & yours.keys()]
        both = max((x[CONTRADICTS] * y[CONTRADICTS] for x, y in thirds), default=0.0)
        allied = max((x[SUPPORTS] * y[SUPPORTS] for x, y in thirds), default=0.0)
        across = max(
            (max(x[CONTRADICTS] * y[SUPPORTS], x[SUPPORTS] * y[CONTRADICTS]) for x, y in thirds), default=0.0
        )
        logs = np.log(np.maximum(row, LEAST))
        company.append([both, allied, across, logs[CONTRADICTS] - logs[NEITHER], logs[SUPPORTS] - logs[NEITHER]])
    return np.hstack((rows, np.array(company)))


def _strength(meeting: Meeting, relation: str, reasons: Sequence[str]) -> float:
    met: Met | None = meeting.contradiction if relation == "contradicts" else meeting.support
    return met.finding.strength if met is not None and met.finding.reason in reasons else 0.0


def _is_inside(meeting: Meeting) -> bool:
    """Tell whether the cue of the one stands in the content of the other: what A reports that B says."""
    one, other = meeting.a[0].attribution, meeting.b[0].attribution
    if one.document != other.document:
        return False
    return any(
        content.contains(cue) for x, y in ((one, other), (other, one)) for content in x.content for cue in y.cue[:1]
    )
