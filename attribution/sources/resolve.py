"""Resolve the sources of all documents of a report: one real source, one id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attribution.model import Reading, Resolution, Source, SourceType
from attribution.sources.crossing import join_documents
from attribution.sources.documents import DocumentResolver
from attribution.sources.entities import Entity
from attribution.sources.listing import aliases_of, mentions_of, name_of, type_of
from attribution.sources.words import fold


def resolve_sources(readings: tuple[Reading, ...]) -> Resolution:
    """Tell who the sources are, and which of them each attribution belongs to.

    In a document a source is found again by name, short name, acronym, description and pronoun; across documents by
    its names, and institutions in articles on one affair (`attribution.sources.crossing`).

    Parameters
    ----------
    readings : the documents with their attributions, whose ids are unique through all of them.

    Returns
    -------
    The sources in order of first mention. A pronoun that could mean nobody or several leaves its attribution out of
    `speakers`; every other mention has a source.
    """
    listed: list[list[Entity]] = []
    spoken: list[tuple[str, list[Entity]]] = []
    for reading in readings:
        resolver = DocumentResolver(reading)
        listed.append(_listed(resolver.resolve(), resolver.speakers))
        spoken.extend(
            (attribution.id, resolver.speakers[attribution.id])
            for attribution in reading.attributions
            if attribution.id in resolver.speakers
        )
    groups = join_documents(listed)
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


def _source(group: Sequence[Entity], ids: dict[int, str]) -> Source:
    first = group[0]
    named = [entity for entity in group if entity.names] or group
    name = max((name_of(entity) for entity in named), key=_fullness)
    aliases = dict.fromkeys(alias for entity in group for alias in aliases_of(entity, name))
    owner = next((entity.speaks_for for entity in group if entity.speaks_for), None)
    mentions = [mention for entity in group for mention in mentions_of(entity)]
    speaks_for = ids.get(id(owner)) if owner else None
    places = {(mention.document, mention.span): mention for mention in mentions}
    return Source(
        ids[id(first)], name, _type(group), tuple(aliases),
        speaks_for if speaks_for != ids[id(first)] else None, tuple(places.values()),
    )  # fmt: skip


def _fullness(name: str) -> int:
    return len(fold(name).split())


def _type(group: Sequence[Entity]) -> SourceType:
    """Return the type that most documents tell; that of the first where two are told equally often."""
    told = Counter(type_of(entity) for entity in group)
    return max(told, key=told.__getitem__)
