"""Find whom a pronoun means: the best candidate by recency, subjecthood and who has just been speaking, or nobody.

The weights follow the classic salience factors (Lappin and Leass 1994): sentence recency, subject emphasis, and, as
sources are what is looked for, having just spoken. A pronoun with two equally good candidates stays unresolved.
"""

from __future__ import annotations

from collections.abc import Iterable

from attribution.sources.entities import Entity
from attribution.sources.knowledge import Gender, Pronoun, given_names
from attribution.sources.occurrences import Occurrence

# How far back, in sentences, a pronoun in the news still reaches.
_REACH = 6
_SENTENCE_STEP = 2.0
_SPOKE = 3.0
_SPOKE_LAST = 4.0
_LEADS = 3.0
_LEADS_SAME_SENTENCE = 5.0
_IN_QUOTATION = -5.0
_NEW_PARAGRAPH = -1.0
_GENDER_TOLD = 1.5
_UNCLASSIFIED = -2.0
_VAGUE = -4.0
# Whom an article is about, it mentions again and again.
_AGAIN = 0.5
_OFTEN = 6
# A lead smaller than this is no lead: about half a step back by a sentence.
_MARGIN = 1.0
# What leads by this much is hardly ever wrong.
_CLEAR = 4.0


def find_antecedent(
    pronoun: Pronoun, place: Occurrence, entities: Iterable[Entity], last_speaker: Entity | None
) -> tuple[Entity | None, str]:
    """Return the entity that a third-person pronoun means, or None when none or several fit equally; and how surely.

    Parameters
    ----------
    pronoun : he, she, it, they or a form of one.
    place : where the pronoun stands.
    entities : the document's entities.
    last_speaker : the source of the attribution before it, if resolved.
    """
    scored: list[tuple[float, int, Entity]] = []
    for entity in entities:
        penalty = _agreement(pronoun, entity)
        if penalty is None:
            continue
        weight = salience(entity, place)
        if weight is not None:
            bonus = _SPOKE_LAST if entity is last_speaker else 0.0
            bonus += _AGAIN * min(entity.count_before(place.start), _OFTEN)
            scored.append((weight + penalty + bonus, -entity.start, entity))
    if not scored:
        return None, ""
    scored.sort(key=lambda item: item[:2], reverse=True)
    if len(scored) == 1:
        return scored[0][2], "pronoun alone"
    lead = scored[0][0] - scored[1][0]
    if lead < _MARGIN:
        return None, ""
    return scored[0][2], "pronoun clear" if lead >= _CLEAR else "pronoun close"


def _agreement(pronoun: Pronoun, entity: Entity) -> float | None:
    """Return a weight for how well number, gender and animacy agree, or None when they do not."""
    if pronoun.gender in ("m", "f"):
        gender = _gender(entity)
        if entity.kind not in ("person", "unknown") or gender not in ("-", pronoun.gender):
            return None
        told = _GENDER_TOLD if gender == pronoun.gender else 0.0
        return told + (_UNCLASSIFIED if entity.kind == "unknown" and not entity.lean else 0.0)
    if pronoun.gender == "n":
        if not entity.names and entity.phrases and all(phrase.plural for phrase in entity.phrases):
            return None  # "its" is not several companies'
        if entity.kind == "unknown":
            return None if entity.genders else 2 * _UNCLASSIFIED if entity.lean else _UNCLASSIFIED
        return 0.0 if entity.kind in ("thing", "document") else None
    if pronoun.number == "p":
        if entity.kind == "people":
            return _VAGUE if entity.vague else 1.0
        if entity.kind != "thing":
            return None
        return 0.0 if entity.speaks else _UNCLASSIFIED  # names in the text are mostly not those who act
    return 0.0


def _gender(entity: Entity) -> Gender:
    """Return an entity's gender; for a lone name that may be a given name, the one that it tells."""
    if entity.gender != "-" or not entity.lean or len(entity.full_name) != 1:
        return entity.gender
    return given_names().get(entity.full_name[0], "-")


def salience(entity: Entity, place: Occurrence, reach: int = _REACH) -> float | None:
    """Return how present an entity is at `place`: its best mention in the sentences before; None when out of reach.

    Parameters
    ----------
    entity : whose mentions count.
    place : the mention that may refer to it.
    reach : how many sentences back.
    """
    best: float | None = None
    at = entity.count_before(place.start) - 1
    while at >= 0:
        one = entity.occurrences[at]
        distance = place.sentence - one.sentence
        if distance > reach:
            break
        weight = 10.0 - _SENTENCE_STEP * distance
        weight += _SPOKE if one.attribution else _LEADS if one.leads and distance else 0.0
        weight += _LEADS_SAME_SENTENCE if one.leads and not distance else 0.0
        weight += _IN_QUOTATION if one.quoted and not one.attribution else 0.0
        weight += _NEW_PARAGRAPH * (place.paragraph - one.paragraph)
        best = weight if best is None else max(best, weight)
        at -= 1
    return best
