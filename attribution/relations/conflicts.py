"""Contradictions between two accounts of one thing: other numbers, agents, causes, opposite words."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.relations.gate import measure_overlap
from attribution.relations.opposites import find_antonyms, find_rivals
from attribution.relations.pair import EVENT_WEIGHT, Finding, Pair, Reason, have_same_agent, name_met
from attribution.relations.terms import Term


def judge_number(pair: Pair) -> Finding | None:
    """Find that the sources give numbers for the same thing that cannot both be right."""
    numbers = pair.numbers
    if not pair.can_conflict or numbers is None or numbers.agree or pair.denied:
        return None
    if "update" in pair.a.flags | pair.b.flags:
        return None
    if not pair.together and pair.overlap.events - numbers.shared < EVENT_WEIGHT:
        return None
    return Finding("contradicts", "number", 0.7 if pair.overlap.dice > 0.3 else 0.55, name_met(pair.overlap))


def judge_account(pair: Pair) -> Finding | None:
    """Find that the sources name different agents for one deed."""
    if not pair.can_conflict or have_same_agent(pair) is not False:
        return None
    return Finding("contradicts", "account", 0.8, name_met(pair.overlap))


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
    return Finding("contradicts", "account", 0.5, name_met(pair.overlap))


def judge_camps(pair: Pair) -> Finding | None:
    """Find that some people say one thing and others, right beside them, another: "some say …, while others say …"."""
    a, b = pair.a, pair.b
    if not (a.camp == "some" and b.camp == "others" and pair.together and pair.can_conflict) or pair.denied:
        return None
    alike = pair.overlap.dice >= _ALIKE and pair.overlap.opposed < 0.5
    if alike or not (a.claim.spans and b.claim.spans):
        return None
    between = b.claim.spans[0].start - a.claim.spans[-1].end
    return Finding("contradicts", "account", _CAMPS, name_met(pair.overlap)) if 0 < between <= _BESIDE else None


# So many characters take "…, while others believe that" in.
_BESIDE = 60
# Camps that share so much, and deny none of it, say the same.
_ALIKE = 0.5
# Less sure than other accounts: what others say need not exclude what some say.
_CAMPS = 0.2


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
        enough = rest.cover >= _REST_COVER and rest.shared >= EVENT_WEIGHT and rest.opposed < 0.5
        if enough or (pair.together and rest.context >= _CONTEXT and _is_bare(pair, opposed)):
            about = (mine.word, yours.word)
            return Finding("contradicts", reason, 0.4 + 0.4 * min(1.0, rest.cover), about)
    return None


def _is_bare(pair: Pair, opposed: frozenset[str]) -> bool:
    """Tell whether one claim says little but its opposite word ("it was unlawful"), so that its context must serve."""
    rests = (sum(t.weight for f, t in s.terms.items() if f not in opposed) for s in (pair.a, pair.b) if s.context)
    return min(rests, default=1.0) < _BARE


# So much weight of words besides the opposite one, and no more, leaves a claim about whatever its pronoun stands for.
_BARE = 0.5
# So much of the words around the pronoun must then be met by the other claim.
_CONTEXT = 0.2
# Opposites are said of one thing only when the rest of the shorter claim is shared: "prices rose", "wages fell".
_REST_COVER = 0.45
