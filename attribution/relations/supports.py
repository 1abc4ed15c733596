"""Supports: two sources say the same thing, deny the same thing, or give figures that fit."""

from __future__ import annotations

from attribution.relations.gate import differ_in_place_or_time
from attribution.relations.opposites import are_opposed
from attribution.relations.pair import APART, DENIAL_COVER, EVENT_WEIGHT, Finding, Pair, have_same_agent, name_met


def judge_shared_account(pair: Pair) -> Finding | None:
    """Find that the sources name the same agent for one deed: one takes it on itself, the other blames it."""
    if not have_same_agent(pair):
        return None
    return Finding("supports", "account", 0.75, name_met(pair.overlap))


def judge_shared_denial(pair: Pair) -> Finding | None:
    """Find that both sources deny the same thing."""
    both = pair.a.attribution.stance == pair.b.attribution.stance == "denies"
    overlap = pair.overlap
    if not both or overlap.cover < DENIAL_COVER or overlap.events < EVENT_WEIGHT:
        return None
    return Finding("supports", "denial", 0.75, name_met(overlap))


def judge_shared_number(pair: Pair) -> Finding | None:
    """Find that both sources give numbers for the same thing that fit each other."""
    numbers = pair.numbers
    if numbers is None or not numbers.agree or numbers.part or not can_support(pair) or pair.overlap.opposed >= 0.5:
        return None
    if not pair.together and pair.overlap.events - numbers.shared < EVENT_WEIGHT:
        return None
    return Finding("supports", "number", 0.6, name_met(pair.overlap))


def judge_shared_stand(pair: Pair) -> Finding | None:
    """Find that both sources condemn, or praise, in one article: there they speak of one thing."""
    a, b = (s.stand for s in (pair.a, pair.b))
    if not pair.together or not a or a != b or not (pair.a.factual and pair.b.factual):
        return None
    return Finding("supports", "paraphrase", 0.5, name_met(pair.overlap))


def judge_paraphrase(pair: Pair) -> Finding | None:
    """Find that both sources say the same thing."""
    overlap = pair.overlap
    if (
        not can_support(pair)
        or (pair.numbers and (pair.numbers.part or not pair.numbers.agree))
        or overlap.opposed >= 0.3
        or overlap.events < EVENT_WEIGHT
    ):
        return None
    if overlap.says and overlap.cover >= _CONTAINED and overlap.events >= _CONTAINED_WEIGHT and pair.together:
        return Finding("supports", "paraphrase", 0.55, name_met(overlap))
    if overlap.dice < (_PARAPHRASE if overlap.says else _SAME_THING) or (not pair.together and overlap.shared < APART):
        return None
    return Finding("supports", "paraphrase", 0.2 + 0.7 * overlap.dice, name_met(overlap))


# A claim that wholly stands within another is said by both, if it says something of weight.
_CONTAINED, _CONTAINED_WEIGHT = 0.9, 0.55
# Claims that share what is said need share less than claims that only share what it is said of.
_PARAPHRASE, _SAME_THING = 0.4, 0.7


def can_support(pair: Pair) -> bool:
    """Tell whether the way two claims are told lets the one support the other."""
    a, b = pair.a, pair.b
    if not (a.factual and b.factual) or pair.denied or differ_in_place_or_time(a, b) or are_opposed(a, b):
        return False
    if ("wish" in a.flags) != ("wish" in b.flags) or ("future" in a.flags) != ("future" in b.flags):
        return False
    return not pair.count_apart
