"""Resolve the sources of one document, in sieves: names, then descriptions and pronouns in reading order, then rest.

The order, precise before general, is that of Lee et al. (2013), "Deterministic coreference resolution based on
entity-centric, precision-ranked rules".
"""

from __future__ import annotations

from itertools import islice

from attribution.model import Attribution, Reading
from attribution.sources.affiliation import Owner, find_owners, leading_name, link_voices
from attribution.sources.descriptions import fit_description, narrowing, proper_modifiers
from attribution.sources.entities import Entity, kind_of
from attribution.sources.implied import link_implied_voices
from attribution.sources.mentions import Phrase
from attribution.sources.naming import NamedEntities, gather_names
from attribution.sources.occurrences import Occurrence, find_occurrences
from attribution.sources.pronouns import find_antecedent
from attribution.sources.words import fold
from attribution.spans import Span, subtract

# A description is compared with at most this many entities before it: the nearest ones.
_WINDOW = 80
# Between two quotations of one speaker stands "on Monday" or "after the match", not a sentence.
_FEW_LETTERS = 30


def _is_first_person(one: Occurrence) -> bool:
    return one.phrase.pronoun is not None and one.phrase.pronoun.person == 1


class DocumentResolver:
    """Gathers the mentions of one document into entities.

    Parameters
    ----------
    reading : the document with its sentences and attributions.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.speakers: dict[str, list[Entity]] = {}
        self.mentions = find_occurrences(reading)
        self.owners: list[Owner] = find_owners(reading.document.text, self.mentions)
        self.all = sorted([*self.mentions, *(owner for _, _, owner in self.owners)], key=lambda one: one.start)
        self.named: NamedEntities = gather_names(self.all)
        self.entities: list[Entity] = list(self.named.entities)
        self._home: dict[int, Entity] = {id(one): entity for entity in self.entities for one in entity.occurrences}
        self._tell_led_organizations()
        self._leading = {id(owner): leading_name(reading.document.text, how) for _, how, owner in self.owners}
        self._last: list[Entity] = []
        self._heard: dict[Span, list[Entity]] = {}
        self._way = ""
        # What has been mentioned so far, the latest mention last.
        self._recent: dict[Entity, None] = {}

    def _tell_led_organizations(self) -> None:
        """Take for an organisation what someone is the head of and whose name tells nothing: "Oxco's chief"."""
        for _, belonging, owner in self.owners:
            entity = self._entity_of(owner)
            if belonging.office == "head" and entity is not None and entity.kind == "unknown":
                entity.kind = "thing"

    def resolve(self) -> list[Entity]:
        """Return the document's entities in order of first mention; `speakers` then tells who says each attribution."""
        for one in self.all:
            if not _is_first_person(one):
                self._place(one)
        for one in filter(_is_first_person, self.all):
            self._place(one)
        self._name_later()
        link_voices(self.owners, self._entity_of, self.entities)
        link_implied_voices(self.entities)
        self._continue_quotations()
        return sorted((entity for entity in self.entities if entity.occurrences), key=lambda entity: entity.start)

    def _entity_of(self, occurrence: Occurrence) -> Entity | None:
        return self._home.get(id(occurrence))

    def _place(self, one: Occurrence) -> None:
        found: list[Entity] = []
        if (home := self._entity_of(one)) is not None:
            found = [home]
        elif again := self._heard.get(one.phrase.span):
            found = again  # one source of two cues: "she denied it and said so"
            if not one.phrase.pronoun:
                again[0].add(one, again[0].way_at(one.phrase.span))
        elif one.phrase.pronoun:
            found = self._refer(one)
        else:
            found = [self._describe(one)]
        if one.attribution:
            self._heard[one.phrase.span] = found
        if one.phrase.pronoun:
            for entity in found[:1] if len(found) == 1 else []:
                entity.add(one, self._way)
        for entity in found[:1]:
            self._home[id(one)] = entity
            self._recent.pop(entity, None)
            self._recent[entity] = None
        if one.attribution and found:
            spoken = self.speakers.setdefault(one.attribution, [])
            spoken.extend(entity for entity in found if entity not in spoken)
            self._last = spoken

    def _describe(self, one: Occurrence) -> Entity:
        entity, way = self._match(one)
        if entity is None and (name := self._leading.get(id(one))):
            entity, way = self._by_name(name), "described 2"
        if entity is None:
            entity = Entity(one)
            self.entities.append(entity)
        else:
            entity.add(one, way)
        return entity

    def _by_name(self, name: str) -> Entity | None:
        wanted = fold(name)
        fits = [
            entity
            for entity in self.entities
            if entity.kind in ("thing", "unknown")
            and (
                any(fold(known).startswith(wanted) for known in entity.names)
                or (wanted in entity.words and not entity.country)
            )
        ]
        speaking = [entity for entity in fits if entity.speaks]
        fits = speaking or fits
        return fits[0] if len(fits) == 1 else None

    def _match(self, one: Occurrence) -> tuple[Entity | None, str]:
        """Return the best entity before a description that it can refer to, and how; None for who is introduced."""
        phrase = one.phrase
        best: tuple[tuple[int, ...], Entity] | None = None
        # What only the running text describes needs a better reason to be joined: nobody asked who it is.
        owner = id(one) in self._leading
        least = 1 if one.attribution or owner else 3 if kind_of(phrase) == "person" else 2
        for entity in islice(reversed(self._recent), _WINDOW):
            if not self._may_resume(phrase, entity):
                continue
            score = fit_description(phrase, entity)
            last = entity.last_before(one.start)
            if last and score >= least:
                rank = (score, int(not entity.vague), int(not entity.lean), int(entity.speaks), last.start)
                if best is None or rank > best[0]:
                    best = rank, entity
        return (best[1], f"described {best[0][0]}") if best else (None, "named")

    @staticmethod
    def _may_resume(phrase: Phrase, entity: Entity) -> bool:
        """Tell whether the form of a description lets it take up someone already mentioned."""
        if phrase.definiteness in ("definite", "possessive"):
            return True
        same = any(fold(phrase.text) == fold(other.text) for other in entity.phrases)
        if phrase.definiteness == "indefinite":
            return same and any(noun.office == "voice" for noun in phrase.nouns)
        return True

    def _refer(self, one: Occurrence) -> list[Entity]:
        """Return whom a pronoun means: several for "they" after a joint statement, none where it stays open."""
        pronoun = one.phrase.pronoun
        assert pronoun is not None
        self._way = "first person" if pronoun.person == 1 else "relative"
        if pronoun.person == 1:
            return self._speaker_around(one)
        if pronoun.use == "relative":
            return self._right_before(one)
        speaker = self._last[0] if len(self._last) == 1 else None
        found, self._way = find_antecedent(pronoun, one, islice(reversed(self._recent), _WINDOW), speaker)
        if found is None and pronoun.number == "p" and len(self._last) > 1:
            return list(self._last)
        return [found] if found else []

    def _right_before(self, one: Occurrence) -> list[Entity]:
        """Return what a relative pronoun takes up: the mention that ends right before it."""
        for entity in islice(reversed(self._recent), _WINDOW):
            last = entity.last_before(one.start)
            if last and 0 <= one.start - last.phrase.span.end <= 3:
                return [entity]
        return []

    def _speaker_around(self, one: Occurrence) -> list[Entity]:
        """Return the source of the attribution in whose content "I" or "we" stands."""
        around = [
            attribution
            for attribution in self.reading.attributions
            if attribution.id in self.speakers and any(span.contains(one.phrase.span) for span in attribution.content)
        ]
        if not around:
            return []
        inner = min(around, key=lambda attribution: sum(span.length for span in attribution.content))
        return self.speakers[inner.id]

    def _name_later(self) -> None:
        """Join a description to the one entity, named only later, that it fits: "a monitor" to the Roe Observatory."""
        for entity in [entity for entity in self.entities if entity.occurrences and not entity.names]:
            first = entity.occurrences[0].phrase
            if first.plural or kind_of(first) in ("people", "document"):
                continue
            fits = [
                later
                for later in self.named.entities
                if later is not entity and later.names and later.occurrences and later.start > entity.start
                and fit_description(first, later) >= 2 and self._is_telling(first, later)
            ]  # fmt: skip
            if len(fits) == 1:
                entity.ways[id(entity.occurrences[0])] = "named later"
                self._merge(fits[0], entity)

    @staticmethod
    def _is_telling(phrase: Phrase, later: Entity) -> bool:
        """Tell whether a description says enough for someone named later: a kind of thing, or a nationality."""
        if kind_of(phrase) == "thing":
            return True
        if not narrowing(phrase) <= later.words:
            return False
        return bool(proper_modifiers(phrase)) or phrase.nouns[:1] == tuple(later.nouns[:1]) != ()

    def _merge(self, kept: Entity, other: Entity) -> None:
        for one in other.occurrences:
            self._home[id(one)] = kept
        kept.absorb(other)
        for spoken in self.speakers.values():
            for at, entity in enumerate(spoken):
                if entity is other:
                    spoken[at] = kept

    def _continue_quotations(self) -> None:
        """Give a direct quotation without source the speaker of the one right before it."""
        before: Attribution | None = None
        for attribution in self.reading.attributions:
            if attribution.type != "direct":
                before = None
                continue
            spoken = self.speakers.get(before.id) if before else None
            if not attribution.source and before and spoken and self._adjoin(before, attribution):
                self.speakers[attribution.id] = list(spoken)
            before = attribution

    def _adjoin(self, before: Attribution, after: Attribution) -> bool:
        """Tell whether two quotations follow each other, at most a paragraph's end and a few words between them."""
        if not before.content or not after.content or after.content[0].start < before.content[-1].end:
            return False
        text = self.reading.document.text
        gap = Span(before.content[-1].end, after.content[0].start)
        foreign = "".join(span.of(text) for span in subtract(gap, (*before.source, *before.cue)))
        return gap.of(text).count("\n\n") <= 1 and sum(c.isalnum() for c in foreign) <= _FEW_LETTERS
