"""Tell which sources of several documents are one: by full name, else by a short name with a role or affiliation.

A name alone is weak evidence between articles. People of one full name are taken for one unless what the articles tell
of them disagrees: gender, age, or roles and affiliations both. A surname counts only beside a role or affiliation that
agrees, and only when it fits one person. An institution without a name ("the army", "state television") is the same
only in articles about one affair: those in which several named sources are the same, or one speaks for it in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attribution.sources.descriptions import fit_noun
from attribution.sources.entities import Entity
from attribution.sources.knowledge import PersonNoun, source_heads
from attribution.sources.listing import name_of, type_of
from attribution.sources.mentions import Phrase
from attribution.sources.names import (
    acronym_of,
    initials_of,
    organization_words,
    shortens,
    shortens_organization,
)
from attribution.sources.words import fold, singular

_AGE = re.compile(r"(?:,\s|\baged\s)(\d{1,3})\b|\b(\d{1,3})-year-old")
# Between two articles someone may have had a birthday, or an editor have counted differently.
_YEARS = 2
# Articles that have so many named sources in common tell of one affair; one name alone may be an expert's.
_SHARED_NAMES = 2
_INSTITUTIONS = frozenset({"government", "media", "organization"})
# Sorts of person nouns that hardly tell one from another.
_VAGUE = frozenset({"person"})


def join_documents(documents: Sequence[Sequence[Entity]]) -> list[list[Entity]]:
    """Return the sources of several documents, each as the entities of the documents that it is in.

    Parameters
    ----------
    documents : for each document, the entities to list.

    Returns
    -------
    Groups in order of first mention; entities of one document are never joined.
    """
    order = {id(entity): (number, entity.start) for number, some in enumerate(documents) for entity in some}
    groups: list[list[Entity]] = []
    rest: list[Entity] = []
    for entities in documents:
        for entity in entities:
            if is_full_name(entity):
                _add(entity, groups, order)
            else:
                rest.append(entity)
    nameless = [entity for entity in rest if _is_institution(entity)]
    for entity in rest:
        if entity not in nameless:
            _add(entity, groups, order)
    for entity in nameless:
        _add_nameless(entity, groups, order)
    return sorted(groups, key=lambda group: min(order[id(entity)] for entity in group))


def _add(entity: Entity, groups: list[list[Entity]], order: dict[int, tuple[int, int]]) -> None:
    document = order[id(entity)][0]
    open_to = [group for group in groups if all(order[id(other)][0] != document for other in group)]
    fits = [group for group in open_to if any(is_same(entity, other) for other in group)]
    if len(fits) == 1 and not any(_disagree(entity, other) for other in fits[0]):
        fits[0].append(entity)
        fits[0].sort(key=lambda one: order[id(one)])
    else:
        groups.append([entity])


def _add_nameless(entity: Entity, groups: list[list[Entity]], order: dict[int, tuple[int, int]]) -> None:
    document = order[id(entity)][0]
    words = fold(name_of(entity))
    for group in groups:
        alike = [one for one in group if _is_institution(one) and fold(name_of(one)) == words]
        known = {order[id(one)][0] for one in group}
        if document not in known and any(_is_one_affair(entity, one, groups, order) for one in alike):
            group.append(entity)
            group.sort(key=lambda one: order[id(one)])
            return
    groups.append([entity])


def _is_one_affair(
    one: Entity, other: Entity, groups: Sequence[Sequence[Entity]], order: dict[int, tuple[int, int]]
) -> bool:
    """Tell whether the documents of two entities share so many named sources, or one voice of both entities."""
    both = {order[id(one)][0], order[id(other)][0]}
    shared = [group for group in groups if both <= {order[id(entity)][0] for entity in group}]
    voices = ({id(entity.speaks_for) for entity in group} >= {id(one), id(other)} for group in shared)
    return any(voices) or sum(bool(group[0].names) for group in shared) >= _SHARED_NAMES


def _is_institution(entity: Entity) -> bool:
    definite = any(phrase.definiteness != "indefinite" for phrase in entity.phrases)
    return not entity.names and not entity.country and definite and type_of(entity) in _INSTITUTIONS


def is_full_name(entity: Entity) -> bool:
    """Tell whether an entity has a name that is its own in any article: two words for a person, any for the rest."""
    if not entity.names:
        return False
    return len(entity.full_name) > 1 if entity.kind in ("person", "unknown") else True


def is_same(one: Entity, other: Entity) -> bool:
    """Tell whether the names of two entities of different documents say that they are one.

    Parameters
    ----------
    one, other : the entities.
    """
    if one.country or other.country:
        return _is_same_government(one, other)
    if not one.names or not other.names:
        return False
    people = ("person", "unknown")
    if one.kind in people and other.kind in people and _is_same_person(one, other):
        return True
    if "person" in (one.kind, other.kind):
        return False
    return any(_is_same_organization(a, b, one, other) for a in one.names for b in other.names)


def _is_same_government(one: Entity, other: Entity) -> bool:
    if not one.country or not other.country or one.country.country != other.country.country:
        return False
    if "seat" in (one.country.how, other.country.how):
        return bool(set(map(fold, one.names)) & set(map(fold, other.names)))
    return True


def _is_same_person(one: Entity, other: Entity) -> bool:
    a, b = one.full_name, other.full_name
    if len(a) > 1 and len(b) > 1:
        return shortens(a, b) == "same" or shortens(b, a) == "same"
    short, full = sorted((a, b), key=len)
    if len(full) == len(short) == 1 and short != full:
        return False
    return shortens(short, full) in ("same", "surname") and _agree(one, other)


def _is_same_organization(a: str, b: str, one: Entity, other: Entity) -> bool:
    words = organization_words(a), organization_words(b)
    if words[0] == words[1] and words[0]:
        return True
    for short, full, entity in ((a, b, other), (b, a, one)):
        letters = acronym_of(short)
        if letters and (letters in initials_of(full) or letters in {fold(found) for found in entity.acronyms}):
            return True
        if len(organization_words(full)) > 1 and shortens_organization(short, full):
            # "the Council" of one article need not be the council of another.
            return len(organization_words(short)) > 1 or not _is_common(short)
    return False


def _is_common(name: str) -> bool:
    return singular(fold(name)) in source_heads() or fold(name) in source_heads()


def _agree(one: Entity, other: Entity) -> bool:
    """Tell whether a role or an affiliation is told of both alike."""
    return _roles_agree(one, other) or bool(_affiliations(one) & _affiliations(other))


def _roles_agree(one: Entity, other: Entity) -> bool:
    return any(fit_noun(a, b) or fit_noun(b, a) for a in _roles(one) for b in _roles(other))


def _roles(entity: Entity) -> list[PersonNoun]:
    return [noun for noun in entity.nouns if noun.kind not in _VAGUE]


def _affiliations(entity: Entity) -> frozenset[str]:
    """Return the words that name for whom someone holds a role."""
    named = {
        singular(fold(word.text))
        for phrase in entity.phrases
        for belonging in phrase.belongings
        for word in belonging.words
        if word.is_capital
    }
    owner = entity.speaks_for
    return frozenset(named | {singular(word) for word in (owner.name_words if owner else ())})


def _disagree(one: Entity, other: Entity) -> bool:
    """Tell whether what two documents tell of someone cannot be of one person."""
    if one.gender != "-" and other.gender != "-" and one.gender != other.gender:
        return True
    ages = _ages(one.phrases), _ages(other.phrases)
    if all(ages) and min(abs(a - b) for a in ages[0] for b in ages[1]) > _YEARS:
        return True
    if one.kind == "thing" or other.kind == "thing" or not (_roles(one) and _roles(other)):
        return False
    return not _agree(one, other)


def _ages(phrases: Iterable[Phrase]) -> set[int]:
    found = (_AGE.findall(phrase.text) for phrase in phrases)
    return {int(first or second) for some in found for first, second in some}
