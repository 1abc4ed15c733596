"""Resolve the sources of all documents of a report: one real source, one id."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.model import Mention, Reading, Resolution, Source
from attribution.sources.documents import DocumentResolver
from attribution.sources.entities import Entity
from attribution.sources.listing import aliases_of, name_of, type_of
from attribution.sources.words import fold


def resolve_sources(readings: tuple[Reading, ...]) -> Resolution:
    """Tell who the sources are, and which of them each attribution belongs to.

    In a document a source is found again by name, short name, acronym, description and pronoun; across documents only
    by its full name and type.

    Parameters
    ----------
    readings : the documents with their attributions, whose ids are unique through all of them.

    Returns
    -------
    The sources in order of first mention. A pronoun that could mean nobody or several leaves its attribution out of
    `speakers`; every other mention has a source.
    """
    groups: list[list[Entity]] = []
    known: dict[tuple[str, str], list[Entity]] = {}
    spoken: list[tuple[str, list[Entity]]] = []
    for reading in readings:
        resolver = DocumentResolver(reading)
        wanted = _listed(resolver.resolve(), resolver.speakers)
        for entity in wanted:
            key = (fold(name_of(entity)), type_of(entity))
            group = known.get(key) if _is_full_name(entity) else None
            if group is None:
                group = []
                groups.append(group)
                if _is_full_name(entity):
                    known[key] = group
            group.append(entity)
        spoken.extend(
            (attribution.id, resolver.speakers[attribution.id])
            for attribution in reading.attributions
            if attribution.id in resolver.speakers
        )
    ids = {id(entity): f"s{number}" for number, group in enumerate(groups, 1) for entity in group}
    speakers = {
        attribution: tuple(dict.fromkeys(ids[id(entity)] for entity in entities)) for attribution, entities in spoken
    }
    return Resolution(tuple(_source(group, ids) for group in groups), speakers)


def _listed(entities: Sequence[Entity], speakers: dict[str, list[Entity]]) -> list[Entity]:
    """Return the entities that say something, and those for whom one of these speaks, in order of first mention."""
    wanted = {id(entity) for spoken in speakers.values() for entity in spoken}
    for entity in entities:
        owner = entity.speaks_for if id(entity) in wanted else None
        while owner is not None and id(owner) not in wanted:
            wanted.add(id(owner))
            owner = owner.speaks_for
    return [entity for entity in entities if id(entity) in wanted]


def _is_full_name(entity: Entity) -> bool:
    """Tell whether an entity has a name that is its own in any article: two words for a person, any for the rest."""
    if not entity.names:
        return False
    return len(entity.full_name) > 1 if entity.kind in ("person", "unknown") else True


def _source(group: Sequence[Entity], ids: dict[int, str]) -> Source:
    first = group[0]
    name = name_of(first)
    aliases = dict.fromkeys(alias for entity in group for alias in aliases_of(entity, name))
    owner = next((entity.speaks_for for entity in group if entity.speaks_for), None)
    mentions = [Mention(one.phrase.document, one.phrase.span) for entity in group for one in entity.occurrences]
    speaks_for = ids.get(id(owner)) if owner else None
    return Source(
        ids[id(first)], name, type_of(first), tuple(aliases),
        speaks_for if speaks_for != ids[id(first)] else None, tuple(dict.fromkeys(mentions)),
    )  # fmt: skip
