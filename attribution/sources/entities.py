"""One possible source of a document with all its mentions, and what they tell together."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import Literal

from attribution.lexicon.load import load_words
from attribution.model import SourceType
from attribution.sources.knowledge import Country, Gender, PersonNoun, country_of, source_heads
from attribution.sources.mentions import Phrase
from attribution.sources.names import name_words
from attribution.sources.occurrences import Occurrence
from attribution.sources.words import fold, is_agent
from attribution.spans import Span

EntityKind = Literal["person", "people", "thing", "document", "unknown"]


def type_of_head(head: str) -> SourceType | None:
    """Return the type of source that a head noun tells, if any."""
    return source_heads().get(head) or source_heads().get(head.split()[-1] if head else "")


def kind_of(phrase: Phrase) -> EntityKind:
    """Tell what sort of thing a mention is of, as far as pronouns and descriptions care."""
    if phrase.name:
        if phrase.named in ("person", "unknown", "document"):
            return phrase.named
        return "people" if phrase.named == "group" else "thing"
    if phrase.nouns:
        return "people" if phrase.plural else "person"
    if phrase.head.endswith("year-old"):
        return "person"
    kind = type_of_head(phrase.head)
    if (kind is None and is_agent(phrase.head)) or (not phrase.head and phrase.determiner in ("no", "one")):
        return "people" if phrase.plural else "person"
    if kind == "document":
        return "document"
    if (
        kind == "group"
        # "a group of villagers" is people; "the group" alone is more often an organisation named before
        or (phrase.head in load_words("quantity_nouns") and (kind is None or phrase.definiteness == "indefinite"))
        or (kind is None and phrase.plural)
        or (not phrase.head and phrase.plural)
    ):
        return "people"
    return "thing"


def government_of(phrase: Phrase) -> Country | None:
    """Return the country whose government the mention is: "Germany", "Berlin", "the German government"."""
    if phrase.name:
        found = country_of(phrase.name)
        if found and found.how in ("name", "capital", "self", "seat"):
            return found
    if phrase.head in ("government", "administration", "regime") and (phrase.name or not phrase.nouns):
        text = phrase.name or phrase.text
        words = text.split()
        for size in (3, 2, 1):
            for at in range(len(words) - size):
                found = country_of(" ".join(words[at : at + size]).removesuffix("'s").removesuffix("’s"))
                if found and found.how in ("name", "adjective"):
                    return found
    return None


class Entity:
    """A possible source while its mentions are being gathered; nothing of it leaves the resolution of its document."""

    def __init__(self, first: Occurrence) -> None:
        self.occurrences: list[Occurrence] = []
        self.kind: EntityKind = kind_of(first.phrase)
        self.country: Country | None = None
        self.speaks_for: Entity | None = None
        self.names: list[str] = []
        self.name_words: set[str] = set()
        self.nouns: list[PersonNoun] = []
        self.heads: set[str] = set()
        self.words: set[str] = set()
        self.acronyms: set[str] = set()
        self.genders: set[Gender] = set()
        self.full_name: tuple[str, ...] = ()
        self._leans = False
        self.speaks = False
        # By the identity of a mention, what tells that it is of this entity.
        self.ways: dict[int, str] = {}
        self.add(first)

    def add(self, occurrence: Occurrence, way: str = "named") -> None:
        """Add a mention; `way` says what tells that it is one (see ``resolution_confidence.tsv``)."""
        self.ways[id(occurrence)] = way
        insort(self.occurrences, occurrence, key=lambda one: one.start)
        self.speaks = self.speaks or bool(occurrence.attribution)
        phrase = occurrence.phrase
        if phrase.pronoun:
            if phrase.pronoun.gender in ("m", "f"):
                self.genders.add("m" if phrase.pronoun.gender == "m" else "f")
            return
        kind = kind_of(phrase)
        if self.kind == "unknown" or (phrase.name and not self.names and kind != "unknown"):
            self.kind = kind
        for name in (phrase.name, *phrase.other_names):
            if name and name not in self.names:
                self.names.append(name)
                self.name_words.update(fold(name).split())
                self.full_name = max(self.full_name, name_words(name), key=len)
        self.nouns.extend(noun for noun in phrase.nouns if noun not in self.nouns)
        self.heads.update((phrase.head, *phrase.other_heads))
        self.words |= phrase.words
        if phrase.acronym and kind != "person":
            self.acronyms.add(phrase.acronym)
        if phrase.gender != "-":
            self.genders.add(phrase.gender)
        self.country = self.country or government_of(phrase)
        self._leans = self._leans or phrase.lean

    def absorb(self, other: Entity) -> None:
        """Take over all mentions of `other`."""
        for occurrence in other.occurrences:
            self.add(occurrence, other.ways[id(occurrence)])
        if self.kind == "unknown":
            self.kind = other.kind
        other.occurrences = []

    def way_at(self, span: Span) -> str:
        """Return what tells that the mention at `span` is of this entity."""
        ways = (self.ways[id(one)] for one in self.occurrences if one.phrase.span == span)
        return next(ways, "named")

    @property
    def gender(self) -> Gender:
        """The gender that its mentions tell; ``-`` where none does or two differ."""
        return next(iter(self.genders)) if len(self.genders) == 1 else "-"

    @property
    def lean(self) -> bool:
        """Whether nothing tells what it is, and its name looks like a person's."""
        return self._leans and self.kind == "unknown" and not self.acronyms

    @property
    def vague(self) -> bool:
        """Whether it is only "some scientists" or "many people": others may be meant each time."""
        return not self.names and all(phrase.definiteness == "indefinite" and phrase.plural for phrase in self.phrases)

    @property
    def phrases(self) -> list[Phrase]:
        """The mentions that name or describe it."""
        return [one.phrase for one in self.occurrences if one.phrase.kind != "pronoun"]

    @property
    def start(self) -> int:
        """Where it is first mentioned."""
        return self.occurrences[0].start if self.occurrences else 0

    def count_before(self, start: int) -> int:
        """Return how many of its mentions begin before `start`."""
        return bisect_left(self.occurrences, start, key=lambda one: one.start)

    def last_before(self, start: int) -> Occurrence | None:
        """Return its last mention that begins before `start`."""
        at = self.count_before(start)
        return self.occurrences[at - 1] if at else None
