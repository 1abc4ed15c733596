"""What the rules and the network make of two attributions: the rules first, and the network where they are silent.

The rules explain themselves and are right more often; the network, which reads whole statements, knows that hired
bankers are a sign of talks. Neither is asked before the gate is: wishes, conditions and what differs in time or place
do not conflict.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from attribution.model import RelationKind
from attribution.relations.confidence import rate_finding
from attribution.relations.meetings import Meeting, Met
from attribution.relations.network import CONTRADICTS, NEITHER, SUPPORTS
from attribution.relations.opposites import are_opposed
from attribution.relations.pair import Pair, Reason
from attribution.relations.supports import can_support
from attribution.relations.terms import Statement

# The network is believed where a contradiction is likelier to it than all else together. Lower, most of what it takes
# for one in real news is none: two statements on one subject read alike whether they conflict or not (docs/results.md).
LEAST_CONTRADICTION = 0.5
# A support needs less, if the statements also share this much of what one of them says.
LEAST_SUPPORT, SHARED = 0.3, 0.3
# Of claims that negate so much of what they share, the one does not support the other.
_OPPOSED = 0.3
# No probability of the network is taken for more certain than this.
_LEAST = 1e-3


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two claims are related, why, and how sure that is."""

    relation: RelationKind
    a: Statement
    b: Statement
    reason: Reason
    confidence: float


def decide_by_rules(meeting: Meeting) -> Verdict | None:
    """Return the verdict of the rules on two attributions; contradiction goes before support."""
    met = meeting.contradiction or meeting.support
    return give_verdict(met) if met is not None else None


def needs_network(meeting: Meeting) -> bool:
    """Tell whether the network's word would count: the rules are silent, and the gate lets the claims be related."""
    ruled = meeting.contradiction is not None or meeting.support is not None
    return not ruled and any(_may_conflict(pair) or _may_support(pair) for pair in meeting.pairs)


def decide_by_network(meeting: Meeting, network: Sequence[float], calibration: NDArray[np.float64]) -> Verdict | None:
    """Return the verdict of the network on two attributions on which the rules are silent; None if it has none.

    Parameters
    ----------
    meeting : of two attributions.
    network : the network's probabilities for them, by `attribution.relations.network`.
    calibration : (classes, features) turns those into probabilities that mean what they say (`calibrate`).
    """
    kind: RelationKind = "contradicts"
    pair = None
    if network[CONTRADICTS] >= LEAST_CONTRADICTION:
        pair = next(filter(_may_conflict, meeting.pairs), None)
    if pair is None and network[SUPPORTS] >= max(LEAST_SUPPORT, network[CONTRADICTS]):
        kind, pair = "supports", next(filter(_may_support, meeting.pairs), None)
    if pair is None:
        return None
    chance = calibrate(network, calibration)[CONTRADICTS if kind == "contradicts" else SUPPORTS]
    reason = _reason(pair) if kind == "contradicts" else "paraphrase"
    return Verdict(kind, pair.a, pair.b, reason, round(min(0.95, max(0.05, chance)), 2))


def _may_conflict(pair: Pair) -> bool:
    """Tell whether two claims may conflict although no rule says so.

    What is counted apart or brought up to date does not; nor do opposite words ("prices rose", "wages fell"), for the
    rules have looked whether they are said of one thing.
    """
    agree = pair.numbers is not None and pair.numbers.agree
    if not pair.can_conflict or pair.count_apart or agree or "update" in pair.a.flags | pair.b.flags:
        return False
    return not are_opposed(pair.a, pair.b)


def _may_support(pair: Pair) -> bool:
    """Tell whether the gate lets two claims support each other, and they share enough."""
    fits = pair.numbers is None or (pair.numbers.agree and not pair.numbers.part)
    return pair.overlap.cover >= SHARED and pair.overlap.opposed < _OPPOSED and fits and can_support(pair)


def give_verdict(met: Met) -> Verdict:
    """Return what a rule found as a verdict."""
    finding = met.finding
    return Verdict(finding.relation, met.a, met.b, finding.reason, rate_finding(finding))


def features(network: Sequence[float]) -> list[float]:
    """Return what `calibrate` weighs: a constant, and how much likelier than no relation each relation is."""
    logs = [math.log(max(_LEAST, p)) for p in network]
    return [1.0, logs[CONTRADICTS] - logs[NEITHER], logs[SUPPORTS] - logs[NEITHER]]


def calibrate(network: Sequence[float], calibration: NDArray[np.float64]) -> list[float]:
    """Return the probabilities of neither, contradiction and support where the rules are silent.

    Examples
    --------
    >>> calibrate([0.2, 0.5, 0.3], np.zeros((3, 3)))[NEITHER]
    0.3333333333333333
    """
    scores = calibration @ np.array(features(network))
    powers = np.exp(scores - scores.max())
    found: list[float] = (powers / powers.sum()).tolist()
    return found


def _reason(pair: Pair) -> Reason:
    """Return why two claims conflict where no rule but the network says that they do."""
    if pair.denied:
        return "denial"
    if pair.numbers is not None and not pair.numbers.agree:
        return "number"
    return "negation" if pair.overlap.pairs and pair.overlap.opposed >= 0.5 else "account"
