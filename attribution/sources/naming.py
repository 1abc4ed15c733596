"""Gather the mentions by name: full names first, then the short forms and acronyms that fit just one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attribution.sources.entities import Entity, government_of, kind_of
from attribution.sources.knowledge import titles
from attribution.sources.mentions import Phrase
from attribution.sources.names import (
    acronym_of,
    initials_of,
    misspells,
    name_words,
    organization_words,
    shortens,
    shortens_organization,
)
from attribution.sources.occurrences import Occurrence
from attribution.sources.words import fold

# A word that more names than this have in common tells none of them from the others.
_SAME_WORD = 50


class NamedEntities:
    """The named entities of a document, found again by name."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._by_country: dict[str, Entity] = {}
        self._by_acronym: dict[str, Entity] = {}
        self._by_initials: dict[str, list[Entity]] = defaultdict(list)
        self._by_start: dict[str, list[Entity]] = defaultdict(list)

    def put(self, occurrence: Occurrence) -> Entity:
        """Add a mention to the one entity that its name fits, or to a new one."""
        entity = self.find(occurrence)
        if entity is None:
            entity = Entity(occurrence)
            self.entities.append(entity)
        else:
            entity.add(occurrence, _way(entity, occurrence))
        self._index(entity, occurrence)
        return entity

    def _index(self, entity: Entity, occurrence: Occurrence) -> None:
        phrase = occurrence.phrase
        for name in (phrase.name, *phrase.other_names):
            for word in {*name_words(name), *organization_words(name)}:
                _note(self._by_word[word], entity)
            for initials in initials_of(name):
                _note(self._by_initials[initials], entity)
        if entity.full_name:
            _note(self._by_start[entity.full_name[-1][:2]], entity)
        if (country := government_of(phrase)) and kind_of(phrase) != "person":
            key = country.country if country.how != "seat" else fold(phrase.name)
            self._by_country.setdefault(key, entity)
        if phrase.acronym and kind_of(phrase) != "person":
            self._by_acronym.setdefault(fold(phrase.acronym), entity)

    def find(self, occurrence: Occurrence) -> Entity | None:
        """Return the entity that the mention's name fits; None where there is none, or more than one."""
        phrase = occurrence.phrase
        if (country := government_of(phrase)) and kind_of(phrase) != "person":
            return self._by_country.get(country.country if country.how != "seat" else fold(phrase.name))
        kind = kind_of(phrase)
        near = self._near(phrase.name)
        if kind in ("person", "unknown"):
            found = self._find_person(occurrence, near)
            if found or kind == "person":
                return found
        return self._find_organization(phrase, near)

    def _near(self, name: str) -> list[Entity]:
        words = {*name_words(name), *organization_words(name)}
        found = {entity for word in words for entity in self._by_word.get(word, ())[:_SAME_WORD]}
        return sorted(found, key=lambda entity: entity.start)

    def _find_person(self, occurrence: Occurrence, near: Sequence[Entity]) -> Entity | None:
        phrase = occurrence.phrase
        words = name_words(phrase.name)
        people = [
            entity for entity in near if entity.kind in ("person", "unknown") and _genders_fit(phrase.gender, entity)
        ]
        for wanted in (("same",), ("surname",), ("given",)):
            fits = [
                entity for entity in people if any(shortens(words, name_words(name)) in wanted for name in entity.names)
            ]
            if len(fits) > 1:
                fits = _most_prominent(fits, occurrence)
            if len(fits) == 1:
                return fits[0]
            if fits:
                return None
        if len(words) == 1 and phrase.kind == "name" and occurrence.attribution:
            alike = self._by_start[words[0][:2]]
            close = [entity for entity in alike if entity.kind == "person" and misspells(words, entity.full_name)]
            return close[0] if len(close) == 1 else None
        return None

    def _find_organization(self, phrase: Phrase, near: Sequence[Entity]) -> Entity | None:
        name = phrase.name
        if fold(name) in self._by_acronym:
            return self._by_acronym[fold(name)]
        things = [entity for entity in near if entity.kind in ("thing", "document", "unknown", "people")]
        words = organization_words(name)
        for entity in things:
            if any(organization_words(known) == words for known in entity.names):
                return entity
        is_place = phrase.named == "government"
        fits = [
            entity for entity in things if any(shortens_organization(name, known, is_place) for known in entity.names)
        ]
        if len(fits) == 1:
            return fits[0]
        last = name.split()[-1]
        if last != name and last.isupper() and len(last) > 2 and fold(last) in self._by_acronym:
            return self._by_acronym[fold(last)]  # "Roeville RCMP" after "the Royal Canadian Mounted Police (RCMP)"
        meant = self._by_initials.get(acronym_of(name), [])
        return meant[0] if len(meant) == 1 else None


def _way(entity: Entity, occurrence: Occurrence) -> str:
    """Tell how a name that has found its entity stands for it: in full, as its acronym, or shortened."""
    name = occurrence.phrase.name
    if not name or any(fold(name) == fold(known) for known in entity.names):
        return "named"
    return "acronym" if acronym_of(name) else "short name"


def _note(entities: list[Entity], entity: Entity) -> None:
    if entity not in entities:
        entities.append(entity)


def _genders_fit(gender: str, entity: Entity) -> bool:
    return gender == "-" or entity.gender == "-" or entity.gender == gender


def _most_prominent(entities: Sequence[Entity], occurrence: Occurrence) -> list[Entity]:
    """Return the one of several bearers of a name that a bare short form means: by title, else the only one who speaks.

    Two who speak leave it open: "Roe said" after Jane Roe and John Roe have spoken is nobody's.
    """
    honorific = {noun.noun for noun in occurrence.phrase.nouns}
    same_role = [entity for entity in entities if honorific & {noun.noun for noun in entity.nouns}]
    if len(same_role) == 1:
        return same_role
    speaking = [entity for entity in entities if entity.speaks]
    return speaking if len(speaking) == 1 else list(entities)


def gather_names(occurrences: Iterable[Occurrence]) -> NamedEntities:
    """Gather all mentions by name of a document into entities.

    Long names come first, so that a short form before its full one ("Roe" in the headline) finds it.

    Parameters
    ----------
    occurrences : the document's mentions; those without a name, pronouns among them, are passed over.
    """
    named = NamedEntities()
    mentions = [
        one for one in occurrences if one.phrase.name or (government_of(one.phrase) and one.phrase.kind != "pronoun")
    ]
    for one in sorted(mentions, key=lambda one: (-_length(one), not one.attribution, one.start)):
        named.put(one)
    return named


def _length(occurrence: Occurrence) -> int:
    words = [word for word in name_words(occurrence.phrase.name) if word not in titles()]
    # A name surely a person's goes before an unclassified one of equal length: it can tell what the latter is.
    return 2 * len(words) + (kind_of(occurrence.phrase) != "unknown")
