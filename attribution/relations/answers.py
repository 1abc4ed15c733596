"""Relations that answers make: who denies, doubts or confirms a claim meets its source, and those who say the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from attribution.claims.anaphora import is_saying
from attribution.relations.gate import can_relate, differ_in_place_or_time, measure_overlap
from attribution.relations.pair import Finding
from attribution.relations.terms import Statement

# A claim this like the answered one is answered with it.
_SAME = 0.3
# One source's claims share so much weight of words that are not names when they are about one thing.
_SAME_EVENT = 0.2
# What others say is answered only when it says nearly the same, or is a part of what was answered.
_OTHERS, _CONTAINED = 0.75, 0.9
# What stands so many claims away is answered by somebody else, if at all; an article has some hundred claims.
_REACH = 100
_STRENGTH = {"denies": 0.85, "doubts": 0.6, "endorses": 0.7}


def find_answer_relations(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement, Finding]]:
    """Yield the pairs of claims that answers relate, in reading order within each pair."""
    by_id = {statement.claim.id: statement for statement in statements}
    by_document: dict[str, list[Statement]] = {}
    for statement in statements:
        by_document.setdefault(statement.document, []).append(statement)
    answers = [s for s in statements if s.claim.reply and s.claim.answers in by_id]
    for answer in answers:
        inside = by_document[answer.document]
        at = bisect_left(inside, answer.place, key=lambda statement: statement.place)
        yield from _relate(answer, by_id, inside[max(0, at - _REACH) : at + _REACH])
    by_target: dict[str, list[Statement]] = {}
    for answer in answers:
        by_target.setdefault(str(answer.claim.answers), []).append(answer)
    for group in by_target.values():
        for i, first in enumerate(group):
            for second in group[i + 1 : i + 1 + _REACH]:
                if can_relate(first, second) and (first.claim.reply == "endorses") == (
                    second.claim.reply == "endorses"
                ):
                    yield first, second, Finding("supports", "denial", 0.7)


def _relate(
    answer: Statement, by_id: Mapping[str, Statement], neighbours: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement, Finding]]:
    target = by_id[str(answer.claim.answers)]
    reply = str(answer.claim.reply)
    relation, reason = ("supports", "answer") if reply == "endorses" else ("contradicts", "denial")
    several = _answers_several(answer)
    # "said the same": as what was just said, and not all that was said of it
    for other in neighbours if relation == "contradicts" else [target]:
        if not other.factual or not can_relate(answer, other):
            continue
        if relation == "contradicts" and answer.voices & other.voices:
            continue
        together = several and _stand_together(target, other, answer)
        likeness = 1.0 if other is target or together else _likeness(target, other, answer)
        if likeness >= _SAME:
            strength = _STRENGTH[reply] * (1.0 if other is target else 0.8)
            finding = Finding(relation, reason, strength, tuple(t.word for t in target.terms.values()))  # type: ignore[arg-type]
            yield (answer, other, finding) if answer.place < other.place else (other, answer, finding)


def _answers_several(answer: Statement) -> bool:
    """Tell whether it answers more than one saying: "rejected the allegations"."""
    return any(word.lower.endswith("s") and is_saying(word.lower) for word in answer.words[:_FIRST])


def _stand_together(target: Statement, other: Statement, answer: Statement) -> bool:
    """Tell whether the other was said by the same source just beside what is answered."""
    same = target.sources == other.sources and other.claim.affirmed is True
    return same and other.place < answer.place and abs(target.place - other.place) <= _BESIDE


# "The grave allegations": its noun is among so many first words. What was said with what is answered stands beside it.
_FIRST, _BESIDE = 4, 1


def _likeness(target: Statement, other: Statement, answer: Statement) -> float:
    """Return how much another claim is answered with the target: what its source said before on the same thing is."""
    overlap = measure_overlap(target, other)
    if overlap.opposed >= 0.5 or other.claim.affirmed is not True or differ_in_place_or_time(target, other):
        return 0.0
    if target.voices & other.voices and other.place < answer.place:
        about_speaker = bool(answer.own & other.terms.keys() and answer.own & target.terms.keys())
        return 1.0 if about_speaker or overlap.events >= _SAME_EVENT else overlap.dice
    contained = overlap.cover_b >= _CONTAINED and overlap.events >= _SAME_EVENT
    return _SAME if contained or overlap.dice >= _OTHERS else 0.0
