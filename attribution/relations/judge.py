"""Judge a pair of claims: each rule is one function, tried in the order of a literal table, contradictions first.

Testing contradiction before support matters: the other way round, a denial looks like a paraphrase of what it denies.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from attribution.claims.anaphora import find_cue_reply
from attribution.lexicon.load import load_words
from attribution.lexicon.words import find_family
from attribution.model import RelationKind
from attribution.relations.gate import Overlap, can_conflict, differ_in_place_or_time, measure_overlap
from attribution.relations.numbers import NumberPair, compare_numbers
from attribution.relations.opposites import are_opposed, find_antonyms, find_rivals
from attribution.relations.terms import Statement, Term

Reason = Literal["denial", "negation", "number", "antonym", "account", "answer", "paraphrase"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the relation, its reason, how sure, and the words that it rests on."""

    relation: RelationKind
    reason: Reason
    confidence: float
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


# A denial repeats what it denies, so most of the shorter claim must be met; a negated sentence says more besides.
_DENIAL_COVER, _NEGATION_COVER = 0.5, 0.55
# Where a verb or adjective is shared, the negation is of it; where only nouns are, nearly all must be the same.
_NEGATED_SAYING, _NEGATED_THING = 0.35, 0.72
# Without this much weight of shared words that are not names, claims are about the same people, not the same thing.
_EVENT_WEIGHT = 0.3
# A denial of more words than these must share what is said, not only what it is said of.
_SHORT_DENIAL = 2
# A short denial ("denied the departures") takes up what the article is about, so a common word suffices there.
_DENIED_WEIGHT = 0.12
# Across documents the same words may tell of another day's event: more must be shared.
_APART = 0.8


def judge_denial(pair: Pair) -> Finding | None:
    """Find that one source denies what the other says."""
    overlap = pair.overlap
    if not (pair.can_conflict and pair.denied) or overlap.opposed < 0.5:
        return None
    if overlap.events < (_DENIED_WEIGHT if pair.together else _EVENT_WEIGHT):
        return None
    denier, denial = (
        (pair.a, overlap.cover_a + overlap.around_a)
        if pair.a.attribution.stance == "denies"
        else (pair.b, overlap.cover_b + overlap.around_b)
    )
    if not overlap.says and len(denier.terms) > _SHORT_DENIAL:
        return None
    if denial < _DENIAL_COVER or (not pair.together and overlap.shared < _APART):
        return None
    return Finding("contradicts", "denial", 0.6 + 0.35 * denial, _met(overlap))


def judge_absence(pair: Pair) -> Finding | None:
    """Find that one source says that there is none of what the other tells of ("there are no talks")."""
    overlap = pair.overlap
    if not (pair.can_conflict and pair.together) or pair.denied or overlap.opposed < 0.5:
        return None
    for absence, cover in ((pair.a, overlap.cover_a), (pair.b, overlap.cover_b)):
        total = sum(t.weight for t in absence.terms.values())
        negated = sum(t.weight for t in absence.terms.values() if t.negated)
        short = len(absence.terms) <= _SHORT_ABSENCE and negated >= _ALL_NEGATED * total
        if short and cover >= _DENIAL_COVER and overlap.events >= _DENIED_WEIGHT and _meets_predicate(absence, overlap):
            return Finding("contradicts", "negation", 0.4 + 0.3 * cover, _met(overlap))
    return None


def _meets_predicate(absence: Statement, overlap: Overlap) -> bool:
    """Tell whether the first word that a claim negates is met, and is an event or something said."""
    first = next(t for t in absence.terms.values() if t.negated)
    met = {t.family for a, b, _ in overlap.pairs for t in (a, b)}
    return first.family in met and bool(first.topics or first.kind in {"V", "J"})


# "There are no talks": a claim of so few words, nearly all of them negated, denies whatever tells of them.
_SHORT_ABSENCE, _ALL_NEGATED = 3, 0.8


def judge_negation(pair: Pair) -> Finding | None:
    """Find that one source negates what the other says."""
    overlap = pair.overlap
    if not pair.can_conflict or pair.denied or overlap.events < _EVENT_WEIGHT or overlap.opposed < 0.5:
        return None
    if overlap.dice < (_NEGATED_SAYING if overlap.says else _NEGATED_THING):
        return None
    if overlap.cover < _NEGATION_COVER or (not pair.together and overlap.shared < _APART):
        return None
    return Finding("contradicts", "negation", 0.3 + 0.6 * overlap.dice, _met(overlap))


def judge_doubt(pair: Pair) -> Finding | None:
    """Find that one source calls into question what the other says (ignorance, "could not confirm", is no doubt)."""
    for doubt, claim in ((pair.a, pair.b), (pair.b, pair.a)):
        if doubt.attribution.stance != "doubts" or not claim.factual or doubt.voices & claim.voices:
            continue
        if doubt.claim.reply or find_cue_reply(f"{doubt.cue} {doubt.claim.text}") != "doubts":
            continue
        cover = _cover_doubted(doubt, claim)
        if cover >= _DOUBT_COVER and pair.overlap.events >= _EVENT_WEIGHT and pair.together:
            return Finding("contradicts", "denial", 0.3 + 0.4 * cover, _met(pair.overlap))
    return None


def _cover_doubted(doubt: Statement, claim: Statement) -> float:
    """Return how much of what is doubted another claim says; the words of doubt themselves do not count."""
    overlap = measure_overlap(doubt, claim, frozenset(f for f, t in doubt.terms.items() if find_cue_reply(t.word)))
    return overlap.cover_a


_DOUBT_COVER = 0.4


def judge_discredit(pair: Pair) -> Finding | None:
    """Find that one source calls the other a liar, who speaks of it."""
    if pair.a.voices & pair.b.voices or not pair.together:
        return None
    for accuser, accused in ((pair.a, pair.b), (pair.b, pair.a)):
        words = load_words("discredit_words")
        at = next((i for i, w in enumerate(accuser.words) if w.lower in words), -1)
        if at < 0 or not (accuser.factual and accused.factual) or accuser.claim.affirmed is not True:
            continue
        near = {find_family(w.lower) for w in accuser.words[max(0, at - 4) : at + 3]}
        answered = accuser.own & accused.terms.keys() or pair.overlap.events or _are_figures(accuser, accused)
        if near & accused.own - accuser.own and answered:
            return Finding("contradicts", "denial", 0.55, _met(pair.overlap))
    return None


def _are_figures(accuser: Statement, accused: Statement) -> bool:
    """Tell whether one speaks of the numbers that the other gives ("inflating the figures")."""
    return bool(accused.claim.quantities) and any(w.lower in _FIGURES for w in accuser.words)


_FIGURES = frozenset({"number", "numbers", "figure", "figures", "toll", "count", "statistics", "data", "estimate"})


def judge_cause(pair: Pair) -> Finding | None:
    """Find that the sources name different causes of one effect."""
    if not (pair.can_conflict and pair.together):
        return None
    mine, yours = pair.a.cause, pair.b.cause
    if (
        mine is None
        or yours is None
        or mine.agents & yours.agents
        or mine.event & yours.agents
        or yours.event & mine.agents
    ):
        return None
    if not (mine.event & yours.event or not (mine.event and yours.event)):
        return None
    return Finding("contradicts", "account", 0.5, _met(pair.overlap))


def judge_number(pair: Pair) -> Finding | None:
    """Find that the sources give numbers for the same thing that cannot both be right."""
    numbers = pair.numbers
    if not pair.can_conflict or numbers is None or numbers.agree or pair.denied:
        return None
    if "update" in pair.a.flags | pair.b.flags:
        return None
    if not pair.together and pair.overlap.events - numbers.shared < _EVENT_WEIGHT:
        return None
    return Finding("contradicts", "number", 0.7 if pair.overlap.dice > 0.3 else 0.55, _met(pair.overlap))


def judge_account(pair: Pair) -> Finding | None:
    """Find that the sources name different agents for one deed."""
    if not pair.can_conflict or _same_agent(pair) is not False:
        return None
    return Finding("contradicts", "account", 0.8, _met(pair.overlap))


def judge_shared_account(pair: Pair) -> Finding | None:
    """Find that the sources name the same agent for one deed: one takes it on itself, the other blames it."""
    if not _same_agent(pair):
        return None
    return Finding("supports", "account", 0.75, _met(pair.overlap))


def _same_agent(pair: Pair) -> bool | None:
    """Tell whether one source's own deed is put on it by the other too; None when they tell of no common deed."""
    mine, yours = pair.a.deed, pair.b.deed
    if mine is None or yours is None or mine.way == yours.way == "gives":
        return None
    if mine.way == yours.way:
        return True if pair.a.voices & pair.b.voices and mine.event & yours.event else None
    taker, giver = (pair.a, yours) if mine.way == "takes" else (pair.b, mine)
    if not taker.own or not (mine.event & yours.event or pair.overlap.events >= _EVENT_WEIGHT):
        return None
    return bool(taker.own & giver.agents)


def judge_antonym(pair: Pair) -> Finding | None:
    """Find that the sources say opposite things of the same subject."""
    if not pair.can_conflict or pair.denied or pair.count_apart:
        return None
    return _judge_opposites(pair, "antonym", find_antonyms(pair.a, pair.b))


def judge_rival(pair: Pair) -> Finding | None:
    """Find that the sources name kinds of one thing that exclude each other."""
    if not pair.can_conflict or pair.denied or pair.count_apart:
        return None
    rivals = find_rivals(pair.a, pair.b)
    # Two differences ("a lion in the north", "a tiger in the south") make two things of it, not one told in two ways.
    return _judge_opposites(pair, "account", rivals) if len(rivals) == 1 else None


def _judge_opposites(pair: Pair, reason: Reason, opposites: Sequence[tuple[Term, Term]]) -> Finding | None:
    opposed = frozenset(term.family for both in opposites for term in both)
    for mine, yours in opposites:
        if mine.negated != yours.negated or mine.name or yours.name:
            continue
        rest = measure_overlap(pair.a, pair.b, opposed)
        enough = rest.cover >= _REST_COVER and rest.shared >= _EVENT_WEIGHT and rest.opposed < 0.5
        if enough or (pair.together and rest.context >= _CONTEXT and _is_bare(pair, opposed)):
            about = (mine.word, yours.word)
            return Finding("contradicts", reason, 0.4 + 0.4 * min(1.0, rest.cover), about)
    return None


def _is_bare(pair: Pair, opposed: frozenset[str]) -> bool:
    """Tell whether one claim says little besides its opposite word ("it was unlawful"), so that its context must serve."""
    rests = (sum(t.weight for f, t in s.terms.items() if f not in opposed) for s in (pair.a, pair.b) if s.context)
    return min(rests, default=1.0) < _BARE


# So much weight of words besides the opposite one, and no more, leaves a claim about whatever its pronoun stands for.
_BARE = 0.5
# So much of the words around the pronoun must then be met by the other claim.
_CONTEXT = 0.2
# Opposites are said of one thing only when the rest of the shorter claim is shared: "prices rose", "wages fell".
_REST_COVER = 0.45


def judge_shared_denial(pair: Pair) -> Finding | None:
    """Find that both sources deny the same thing."""
    both = pair.a.attribution.stance == pair.b.attribution.stance == "denies"
    overlap = pair.overlap
    if not both or overlap.cover < _DENIAL_COVER or overlap.events < _EVENT_WEIGHT:
        return None
    return Finding("supports", "denial", 0.75, _met(overlap))


def judge_shared_number(pair: Pair) -> Finding | None:
    """Find that both sources give numbers for the same thing that fit each other."""
    numbers = pair.numbers
    if numbers is None or not numbers.agree or numbers.part or not _can_support(pair) or pair.overlap.opposed >= 0.5:
        return None
    if not pair.together and pair.overlap.events - numbers.shared < _EVENT_WEIGHT:
        return None
    return Finding("supports", "number", 0.6, _met(pair.overlap))


def judge_shared_stand(pair: Pair) -> Finding | None:
    """Find that both sources condemn, or praise, in one article: there they speak of one thing."""
    a, b = (s.stand for s in (pair.a, pair.b))
    if not pair.together or not a or a != b or not (pair.a.factual and pair.b.factual):
        return None
    return Finding("supports", "paraphrase", 0.5, _met(pair.overlap))


def judge_paraphrase(pair: Pair) -> Finding | None:
    """Find that both sources say the same thing."""
    overlap = pair.overlap
    if (
        not _can_support(pair)
        or (pair.numbers and (pair.numbers.part or not pair.numbers.agree))
        or overlap.opposed >= 0.3
        or overlap.events < _EVENT_WEIGHT
    ):
        return None
    if overlap.says and overlap.cover >= _CONTAINED and overlap.events >= _CONTAINED_WEIGHT and pair.together:
        return Finding("supports", "paraphrase", 0.55, _met(overlap))
    if overlap.dice < (_PARAPHRASE if overlap.says else _SAME_THING) or (not pair.together and overlap.shared < _APART):
        return None
    return Finding("supports", "paraphrase", 0.2 + 0.7 * overlap.dice, _met(overlap))


# A claim that wholly stands within another is said by both, if it says something of weight.
_CONTAINED, _CONTAINED_WEIGHT = 0.9, 0.55
# Claims that share what is said need share less than claims that only share what it is said of.
_PARAPHRASE, _SAME_THING = 0.4, 0.7


def _can_support(pair: Pair) -> bool:
    a, b = pair.a, pair.b
    if not (a.factual and b.factual) or pair.denied or differ_in_place_or_time(a, b) or are_opposed(a, b):
        return False
    if ("wish" in a.flags) != ("wish" in b.flags) or ("future" in a.flags) != ("future" in b.flags):
        return False
    return not pair.count_apart


def _met(overlap: Overlap) -> tuple[str, ...]:
    """Return the words of the first claim that the second shares, the weightiest first."""
    return tuple(x.word for x, _, _ in sorted(overlap.pairs, key=lambda p: -p[2]))


RULES: tuple[Callable[[Pair], Finding | None], ...] = (
    judge_denial,
    judge_number,
    judge_account,
    judge_cause,
    judge_negation,
    judge_absence,
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
    """Return the first finding of the rules about a pair of claims; None when they have nothing to do with each other."""
    return next((finding for rule in RULES if (finding := rule(pair))), None)
