"""Tell for whom an office is held that the text names alone: "the minister", "chief executive Jane Roe".

Who has just been introduced needs no naming again: the owner is the organisation that is most present where the office
is mentioned, of those that such an office can belong to. Where two are equally present, nobody is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from attribution.lexicon.load import load_table
from attribution.sources.affiliation import OFFICES
from attribution.sources.entities import Entity, type_of_head
from attribution.sources.mentions import Phrase
from attribution.sources.occurrences import Occurrence
from attribution.sources.pronouns import salience
from attribution.sources.words import fold

# How far back, in sentences, an organisation may have been mentioned.
_REACH = 12
# How much more present than the next the owner has to be.
_MARGIN = 1.0
_KINDS = ("organization", "government")


def link_implied_voices(entities: Iterable[Entity]) -> None:
    """Note for whom those speak whose office is named without its owner.

    Parameters
    ----------
    entities : all entities of the document, their mentions gathered.
    """
    known = list(entities)
    owners = [entity for entity in known if _can_own(entity)]
    for entity in known:
        if entity.kind != "person" or entity.speaks_for is not None or not entity.speaks:
            continue
        if any(phrase.former or _tells_owner(phrase) for phrase in entity.phrases):
            continue
        for one in entity.occurrences:
            wanted = _wanted(one.phrase)
            if wanted and (owner := _most_present(one, owners, wanted)) is not None:
                entity.speaks_for = owner if owner.speaks_for is not entity else None
                break


def _tells_owner(phrase: Phrase) -> bool:
    return any(belonging.joined != "pronoun" for belonging in phrase.belongings)


@cache
def _office_owners() -> dict[str, frozenset[str]]:
    return {office: frozenset(words.split()) for office, words in load_table("office_owners")}


def _wanted(phrase: Phrase) -> frozenset[str]:
    """Return words that the owner of a mention's office has to have one of; none where no owner is implied."""
    if phrase.kind == "pronoun":
        return frozenset()
    for noun in phrase.nouns:
        if noun.office != "voice" and phrase.definiteness == "indefinite":
            continue  # "a director" may be anyone's, "a spokeswoman" has just been led up to
        last = noun.noun.split()[-1].split("-")[-1]
        found = _office_owners().get(noun.noun) or _office_owners().get(last, frozenset())
        if found and noun.office in OFFICES:
            return found - {"-"}
    return frozenset()


def _can_own(entity: Entity) -> bool:
    if entity.kind not in ("thing", "unknown") or entity.country or entity.lean:
        return False
    if all(phrase.plural for phrase in entity.phrases):
        return False
    named = {phrase.named for phrase in entity.phrases if phrase.name}
    if entity.kind == "unknown":
        return entity.speaks
    return "media" not in named and "document" not in named


def _most_present(one: Occurrence, owners: Sequence[Entity], wanted: frozenset[str]) -> Entity | None:
    best: list[tuple[float, int, Entity]] = []
    for owner in owners:
        fit = _fit(owner, wanted)
        present = salience(owner, one, _REACH) if fit else None
        if present is not None:
            best.append((present + fit + 2.0 * owner.speaks, -owner.start, owner))
    best.sort(key=lambda item: item[:2], reverse=True)
    if not best or (len(best) > 1 and best[0][0] - best[1][0] < _MARGIN):
        return None
    return best[0][2]


def _fit(owner: Entity, wanted: frozenset[str]) -> float:
    """Return how well an organisation fits an office: 4 by its words, 1 when any will do, 0 not at all."""
    heads = {word for head in owner.heads for word in (fold(head), *head.split())}
    words = owner.name_words | heads
    if words & wanted:
        return 4.0
    if "*" not in wanted or words & _office_owners()["*"]:
        return 0.0
    return 1.0 if owner.names or any(type_of_head(phrase.head) in _KINDS for phrase in owner.phrases) else 0.0
