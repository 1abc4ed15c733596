"""A pair of claims as the rules see it, and what a rule finds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from attribution.model import RelationKind
from attribution.relations.gate import Overlap, can_conflict, measure_overlap
from attribution.relations.numbers import NumberPair, compare_numbers
from attribution.relations.terms import Statement

# Without this much weight of shared words that are not names, claims are about the same people, not the same thing.
EVENT_WEIGHT = 0.3
# A short denial ("denied the departures") takes up what the article is about, so a common word suffices there.
DENIED_WEIGHT = 0.12
# A denial repeats what it denies, so most of it must be met.
DENIAL_COVER = 0.5
# Across documents the same words may tell of another day's event: more must be shared.
APART = 0.8

Reason = Literal["denial", "negation", "number", "antonym", "account", "answer", "report", "paraphrase"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the relation, its reason, the rule's own measure of strength, and the words it rests on."""

    relation: RelationKind
    reason: Reason
    strength: float
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pair:
    """Two claims of different sources, `a` first in reading order, with what the rules ask of them."""

    a: Statement
    b: Statement

    @cached_property
    def overlap(self) -> Overlap:
        """What the claims share."""
        return measure_overlap(self.a, self.b)

    @cached_property
    def numbers(self) -> NumberPair | None:
        """Their quantities of the same counted thing."""
        return compare_numbers(self.a, self.b)

    @cached_property
    def can_conflict(self) -> bool:
        """Whether the way they are told lets them conflict."""
        return can_conflict(self.a, self.b)

    @property
    def count_apart(self) -> bool:
        """Whether they count different things: "nine soldiers" and "14 civilians" are not opposites."""
        return self.numbers is None and bool(self.a.claim.quantities and self.b.claim.quantities)

    @property
    def together(self) -> bool:
        """Whether they stand in one document, so that they more likely tell of one event."""
        return self.a.document == self.b.document

    @property
    def denied(self) -> bool:
        """Whether one of them, and not the other, is denied by its source's stance."""
        return (self.a.attribution.stance == "denies") != (self.b.attribution.stance == "denies")


def name_met(overlap: Overlap) -> tuple[str, ...]:
    """Return the words of the first claim that the second shares, the weightiest first."""
    return tuple(x.word for x, _, _ in sorted(overlap.pairs, key=lambda p: -p[2]))


def have_same_agent(pair: Pair) -> bool | None:
    """Tell whether one source's own deed is put on it by the other too; None when they tell of no common deed."""
    mine, yours = pair.a.deed, pair.b.deed
    if mine is None or yours is None or mine.way == yours.way == "gives":
        return None
    if mine.way == yours.way:
        return True if pair.a.voices & pair.b.voices and mine.event & yours.event else None
    taker, giver = (pair.a, yours) if mine.way == "takes" else (pair.b, mine)
    if not taker.own or not (mine.event & yours.event or pair.overlap.events >= EVENT_WEIGHT):
        return None
    return bool(taker.own & giver.agents)
