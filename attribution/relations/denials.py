"""Contradictions in which one source says that something is not so, or that the other is not to be believed."""

from __future__ import annotations

from attribution.claims.anaphora import find_cue_reply
from attribution.lexicon.load import load_words
from attribution.lexicon.words import find_family, load_class
from attribution.relations.gate import Overlap, measure_overlap
from attribution.relations.pair import APART, DENIAL_COVER, DENIED_WEIGHT, EVENT_WEIGHT, Finding, Pair, name_met
from attribution.relations.terms import Statement

# A negated sentence says more than what it negates, so more of the shorter claim must be met than of a denial.
_NEGATION_COVER = 0.55
# Where a verb or adjective is shared, the negation is of it; where only nouns are, nearly all must be the same.
_NEGATED_SAYING, _NEGATED_THING = 0.35, 0.72
# A denial of more words than these must share what is said, not only what it is said of.
_SHORT_DENIAL = 2


def judge_denial(pair: Pair) -> Finding | None:
    """Find that one source denies what the other says."""
    overlap = pair.overlap
    if not (pair.can_conflict and pair.denied) or overlap.opposed < 0.5:
        return None
    if overlap.events < (DENIED_WEIGHT if pair.together else EVENT_WEIGHT):
        return None
    denier, denial = (
        (pair.a, overlap.cover_a + overlap.around_a)
        if pair.a.attribution.stance == "denies"
        else (pair.b, overlap.cover_b + overlap.around_b)
    )
    if not overlap.says and len(denier.terms) > _SHORT_DENIAL:
        return None
    if denial < DENIAL_COVER or (not pair.together and overlap.shared < APART):
        return None
    return Finding("contradicts", "denial", 0.6 + 0.35 * denial, name_met(overlap))


def judge_absence(pair: Pair) -> Finding | None:
    """Find that one source says that there is none of what the other tells of ("there are no talks")."""
    overlap = pair.overlap
    if not (pair.can_conflict and pair.together) or pair.denied or overlap.opposed < 0.5:
        return None
    for absence, cover in ((pair.a, overlap.cover_a), (pair.b, overlap.cover_b)):
        total = sum(t.weight for t in absence.terms.values())
        negated = sum(t.weight for t in absence.terms.values() if t.negated)
        short = len(absence.terms) <= _SHORT_ABSENCE and negated >= _ALL_NEGATED * total
        if short and cover >= DENIAL_COVER and overlap.events >= DENIED_WEIGHT and _meets_predicate(absence, overlap):
            return Finding("contradicts", "negation", 0.4 + 0.3 * cover, name_met(overlap))
    return None


def _meets_predicate(absence: Statement, overlap: Overlap) -> bool:
    """Tell whether the first word that a claim negates is met, and is an event or something said."""
    first = next(t for t in absence.terms.values() if t.negated)
    met = {t.family for a, b, _ in overlap.pairs for t in (a, b)}
    return first.family in met and bool(first.topics or first.kind in {"V", "J"})


# "There are no talks": a claim of so few words, nearly all of them negated, denies whatever tells of them.
_SHORT_ABSENCE, _ALL_NEGATED = 3, 0.8


def judge_trace(pair: Pair) -> Finding | None:
    """Find that one source says that there is no trace of what the other tells of ("no traces of poison", "poisoned").

    What there is no sign of must be said by the other's verb or be an event, and be no word that all news has.
    """
    if not (pair.can_conflict and pair.together) or pair.denied:
        return None
    for absence, other in ((pair.a, pair.b), (pair.b, pair.a)):
        family = _untraced(absence)
        mine, yours = absence.terms.get(family), other.terms.get(family)
        if mine is None or yours is None or not mine.negated or yours.negated or mine.weight < _TRACED:
            continue
        if yours.kind == "V" or yours.topics or mine.topics:
            return Finding("contradicts", "negation", 0.55, (mine.word,))
    return None


def _untraced(statement: Statement) -> str:
    """Return the family of what a claim says that there is no trace or proof of, or nothing."""
    lower = [word.lower for word in statement.words]
    for i, word in enumerate(lower[:-2]):
        if word == "no" and lower[i + 1] in load_class("traces") and lower[i + 2] == "of":
            following = (find_family(w) for w in lower[i + 3 : i + 3 + _NOUN_WITHIN] if w[0].isalpha())
            return next((family for family in following if family in statement.terms), "")
    return ""


# What is traced stands this near behind "no trace of"; rarer than most words, so that it tells of one thing only.
_NOUN_WITHIN, _TRACED = 3, 0.4


def judge_bare_word(pair: Pair) -> Finding | None:
    """Find that one source says in a word of something what the other, near by, says it is not ("them isolated")."""
    near = pair.together and abs(pair.a.place - pair.b.place) <= _NEAR
    if not (near and pair.can_conflict) or pair.denied or pair.overlap.context < _AROUND:
        return None
    for short, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if "vague" not in short.flags or len(short.terms) != 1:
            continue
        (mine,) = short.terms.values()
        yours = other.terms.get(mine.family)
        if yours is not None and {mine.kind, yours.kind} & {"J", "V", "A"} and mine.negated != yours.negated:
            return Finding("contradicts", "negation", 0.55, (mine.word,))
    return None


# A pronoun stands for what was said so few claims away, and the words around it are met by so much weight.
_NEAR, _AROUND = 6, 0.1


def judge_negation(pair: Pair) -> Finding | None:
    """Find that one source negates what the other says."""
    overlap = pair.overlap
    if not pair.can_conflict or pair.denied or overlap.events < EVENT_WEIGHT or overlap.opposed < 0.5:
        return None
    if "fragment" in pair.a.flags | pair.b.flags:
        return None  # "not to play", "the ban to be unlawful": no one says there that anything is or is not so
    if overlap.dice < (_NEGATED_SAYING if overlap.predicated else _NEGATED_THING):
        return None
    if overlap.cover < _NEGATION_COVER or (not pair.together and overlap.shared < APART):
        return None
    return Finding("contradicts", "negation", 0.3 + 0.6 * overlap.dice, name_met(overlap))


def judge_doubt(pair: Pair) -> Finding | None:
    """Find that one source calls into question what the other says (ignorance, "could not confirm", is no doubt)."""
    for doubt, claim in ((pair.a, pair.b), (pair.b, pair.a)):
        if doubt.attribution.stance != "doubts" or not claim.factual or doubt.voices & claim.voices:
            continue
        if doubt.claim.reply or find_cue_reply(f"{doubt.cue} {doubt.claim.text}") != "doubts":
            continue
        cover = _cover_doubted(doubt, claim)
        least = _DOUBT_COVER if pair.overlap.says else _DOUBTED_THING
        if cover >= least and pair.overlap.events >= EVENT_WEIGHT and pair.together:
            return Finding("contradicts", "denial", 0.3 + 0.4 * cover, name_met(pair.overlap))
    return None


def _cover_doubted(doubt: Statement, claim: Statement) -> float:
    """Return how much of what is doubted another claim says; the words of doubt themselves do not count."""
    overlap = measure_overlap(doubt, claim, frozenset(f for f, t in doubt.terms.items() if find_cue_reply(t.word)))
    return overlap.cover_a


# Where only things are shared and nothing that is said of them, nearly all must be.
_DOUBT_COVER, _DOUBTED_THING = 0.4, 0.7


def judge_discredit(pair: Pair) -> Finding | None:
    """Find that one source calls the other a liar, who speaks of it."""
    if not (pair.a.discredits or pair.b.discredits) or pair.a.voices & pair.b.voices or not pair.together:
        return None
    for accuser, accused in ((pair.a, pair.b), (pair.b, pair.a)):
        words = load_words("discredit_words")
        at = next((i for i, w in enumerate(accuser.words) if w.lower in words), -1)
        if at < 0 or not (accuser.factual and accused.factual) or accuser.claim.affirmed is not True:
            continue
        near = {find_family(w.lower) for w in accuser.words[max(0, at - 4) : at + 3]}
        answered = accuser.own & accused.terms.keys() or pair.overlap.events or _are_figures(accuser, accused)
        if near & accused.own - accuser.own and answered:
            return Finding("contradicts", "denial", 0.55, name_met(pair.overlap))
    return None


def _are_figures(accuser: Statement, accused: Statement) -> bool:
    """Tell whether one speaks of the numbers that the other gives ("inflating the figures")."""
    return bool(accused.claim.quantities) and any(w.lower in load_class("figures") for w in accuser.words)
