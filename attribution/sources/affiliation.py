"""Tell for whom a source speaks: the organisation, government or person whose spokesperson, head or lawyer it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from attribution.lexicon.load import load_words
from attribution.sources.belongings import Belonging
from attribution.sources.entities import Entity, type_of_head
from attribution.sources.knowledge import country_of, places
from attribution.sources.mentions import Phrase, analyse_mention
from attribution.sources.occurrences import Occurrence
from attribution.sources.propernames import is_name_word
from attribution.sources.words import fold, surface

# Roles of which there is one holder, who is known by it and can be an official voice.
OFFICES = frozenset({"voice", "head", "counsel", "officer", "ruler"})

Owner = tuple[Occurrence, Belonging, Occurrence]


def find_owners(text: str, occurrences: Iterable[Occurrence]) -> list[Owner]:
    """Return, for each mention of someone who holds a role for another, that other as a mention of its own.

    Parameters
    ----------
    text : the document's text.
    occurrences : the document's mentions.

    Returns
    -------
    Triples of the mention, how it belongs, and the owner's mention.
    """
    owners: list[Owner] = []
    for one in occurrences:
        if one.phrase.former:
            continue
        for belonging in one.phrase.belongings:
            if belonging.office not in OFFICES and not _is_acting_team(belonging):
                continue
            phrase = analyse_mention(text, one.phrase.document, belonging.words)
            if phrase is None:
                continue
            if (country := country_of(phrase.name)) and country.how == "adjective":
                phrase = replace(phrase, name=country.country, label=country.country, named="government")
            if one.phrase.acronym and one.phrase.named == "person":
                phrase = replace(phrase, acronym=one.phrase.acronym)
            owners.append((one, belonging, Occurrence(phrase, one.sentence, one.paragraph, quoted=one.quoted)))
    return owners


def _is_acting_team(belonging: Belonging) -> bool:
    """Tell whether the owner is a team whose members speak for it: "Roe's legal team"."""
    words = " ".join(word.lower for word in belonging.words[-2:])
    return belonging.office == "member" and words in load_words("acting_teams")


def leading_name(text: str, belonging: Belonging) -> str:
    """Return the name at the start of an owner that is no name as a whole: "Roe" in "Roe military"."""
    kept = 0
    while kept < len(belonging.words) and is_name_word(belonging.words[kept]):
        kept += 1
    return surface(text, belonging.words[:kept]) if kept < len(belonging.words) else ""


def is_voice_of(phrase: Phrase, belonging: Belonging, owner: Entity) -> bool:
    """Tell whether holding the role makes one an official voice of the owner.

    Parameters
    ----------
    phrase : the mention of who holds the role.
    belonging : the role's office, and how the owner is named with it.
    owner : for whom it is held.
    """
    office = belonging.office
    if _is_acting_team(belonging):
        return True
    if phrase.plural and office not in ("voice", "counsel"):
        return False
    if any(fold(name) in places() for name in owner.names) and office != "voice":
        return False  # "California lawyer": from there, not for it
    if office == "ruler" and belonging.joined == "before" and not owner.country and _is_minister(phrase):
        return False  # "Civil Aviation Minister Jane Roe": the field, and no organisation
    if (owner.country or office == "ruler") and office in ("head", "officer", "ruler", "voice"):
        return owner.speaks or office == "voice" or (office == "ruler" and _is_organized(owner))
    if belonging.joined == "leads" and not owner.speaks and not owner.names:
        return False  # "who runs a bakery" is no voice of the bakery
    capital = any(word.is_capital for word in belonging.words)
    if office == "head" and not capital and not owner.names and not owner.speaks and not _governs(owner):
        return False  # "the race director", "the hotel's manager"
    if office in ("voice", "counsel"):
        return owner.kind in ("thing", "person", "people", "unknown")
    if owner.kind == "unknown":
        return office == "head" and country_of(owner.names[0]) is None
    if owner.kind not in ("thing", "people"):
        return False
    if office == "head":
        return True
    return _is_organized(owner)


def _is_minister(phrase: Phrase) -> bool:
    return any(noun.noun.endswith("minister") for noun in phrase.nouns)


def _governs(owner: Entity) -> bool:
    return any(type_of_head(other.head) == "government" for other in owner.phrases)


def _is_organized(owner: Entity) -> bool:
    return owner.kind in ("thing", "people") and not owner.country and any(map(_is_organization, owner.phrases))


def _is_organization(phrase: Phrase) -> bool:
    if phrase.name:
        return phrase.named in ("organization", "media")
    return type_of_head(phrase.head) in ("organization", "media")


def link_voices(
    owners: Sequence[Owner], entity_of: Callable[[Occurrence], Entity | None], entities: Sequence[Entity]
) -> None:
    """Note for whom each entity speaks, first mention first; a seat of government speaks for its country's government.

    Parameters
    ----------
    owners : what `find_owners` found.
    entity_of : returns the entity that holds a mention.
    entities : all entities of the document.
    """
    for one, belonging, owner_mention in owners:
        speaker, owner = entity_of(one), entity_of(owner_mention)
        if speaker is None or owner is None or speaker is owner or speaker.speaks_for is not None:
            continue
        if is_voice_of(one.phrase, belonging, owner) and owner.speaks_for is not speaker:
            speaker.speaks_for = owner
    governments = {
        entity.country.country: entity
        for entity in entities
        if entity.country and entity.country.how != "seat" and entity.speaks
    }
    for entity in entities:
        if entity.country and entity.country.how == "seat" and entity.speaks_for is None:
            government = governments.get(entity.country.country)
            entity.speaks_for = government if government is not entity else None
