"""Judge a pair of claims: each rule is one function, tried in the order of a literal table, contradictions first.

Testing contradiction before support matters: the other way round, a denial looks like a paraphrase of what it denies.
"""

from __future__ import annotations

from collections.abc import Callable

from attribution.relations.conflicts import (
    judge_account,
    judge_antonym,
    judge_camps,
    judge_cause,
    judge_number,
    judge_rival,
)
from attribution.relations.denials import (
    judge_absence,
    judge_bare_word,
    judge_denial,
    judge_discredit,
    judge_doubt,
    judge_negation,
    judge_trace,
)
from attribution.relations.pair import Finding, Pair
from attribution.relations.supports import (
    judge_paraphrase,
    judge_shared_account,
    judge_shared_denial,
    judge_shared_number,
    judge_shared_stand,
)

RULES: tuple[Callable[[Pair], Finding | None], ...] = (
    judge_denial,
    judge_number,
    judge_account,
    judge_cause,
    judge_camps,
    judge_negation,
    judge_absence,
    judge_trace,
    judge_bare_word,
    judge_doubt,
    judge_discredit,
    judge_antonym,
    judge_rival,
    judge_shared_denial,
    judge_shared_account,
    judge_shared_stand,
    judge_shared_number,
    judge_paraphrase,
)


def judge_pair(pair: Pair) -> Finding | None:
    """Return the first finding of the rules about a pair of claims; None when no rule finds anything."""
    return next((finding for rule in RULES if (finding := rule(pair))), None)
