"""Compare a description with an entity: can "the monitor" be the Roe Observatory, "the official" the minister?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from attribution.lexicon.load import load_words
from attribution.sources.entities import Entity, kind_of, type_of_head
from attribution.sources.knowledge import (
    PersonNoun,
    country_of,
    document_synonyms,
    given_names,
    hypernyms,
    not_names,
    person_hypernyms,
    premodifiers,
    source_heads,
)
from attribution.sources.mentions import Phrase
from attribution.sources.words import fold, singular

_SEX = frozenset({"man", "woman", "boy", "girl", "lady", "gentleman"})


def fit_description(phrase: Phrase, entity: Entity) -> int:
    """Return how well a description fits an entity: 0 not at all, 1 loosely, 2 by what it may stand for, 3 by its noun.

    Parameters
    ----------
    phrase : a description.
    entity : what it may refer to.
    """
    if not _modifiers_fit(phrase, entity):
        return 0
    kind = kind_of(phrase)
    if kind == "person":
        return _fit_person(phrase, entity) if entity.kind == "person" else 0
    if kind == "people":
        return _fit_people(phrase, entity) if entity.kind in ("people", "thing") else 0
    if kind == "document":
        return _fit_document(phrase, entity) if entity.kind == "document" else 0
    return _fit_thing(phrase, entity) if entity.kind in ("thing", "unknown", "document", "people") else 0


@lru_cache(maxsize=256)
def proper_modifiers(phrase: Phrase) -> tuple[str, ...]:
    """Return the capitalised words of a description but its head: "Palestinian" in "a Palestinian official"."""
    words = phrase.text.replace("’", "'").split()
    head = phrase.head.split()
    found = []
    for at, word in enumerate(words):
        bare = word.strip(",.;:'\"()").removesuffix("'s")
        first = at == 0 or (at == 1 and words[0].lower() in ("the", "a", "an"))
        if not bare[:1].isupper() or singular(bare.lower()) in head or bare.lower() in head:
            continue
        if (
            at == 0
            and (bare.lower() in _starting() or not country_of(bare))
            and not bare.isupper()
            and bare.lower() not in ("the",)
            and _is_common(bare)
        ):
            continue
        if first and bare.lower() in _starting():
            continue
        if "-based" in bare or "-led" in bare or "-born" in bare:
            continue
        found.append(bare)
    return tuple(found)


@cache
def _starting() -> frozenset[str]:
    return not_names() | premodifiers()


def _is_common(word: str) -> bool:
    return word.lower() in source_heads() or word.lower() in _starting()


def _modifiers_fit(phrase: Phrase, entity: Entity) -> bool:
    """Tell whether each name in the description is in the entity's mentions too, a country and its adjective alike."""
    if phrase.determiner in ("another", "other"):
        return False
    for word in proper_modifiers(phrase):
        if singular(fold(word)) in entity.words or fold(word) in entity.words:
            continue
        country = country_of(word)
        if country and any((known := country_of(name)) and known.country == country.country for name in entity.words):
            continue
        return False
    return True


def _fit_person(phrase: Phrase, entity: Entity) -> int:
    if phrase.gender != "-" and entity.gender not in ("-", phrase.gender):
        return 0
    if phrase.head.endswith("year-old"):
        age = phrase.head.split("-")[0]
        ages = {word for word in entity.words if word.isdigit()}
        return 3 if age in entity.words or phrase.head in entity.words else 0 if ages else 1
    if not phrase.nouns or not _owners_fit(phrase, entity):
        return 0
    noun = phrase.nouns[0]
    return max((fit_noun(noun, other) for other in entity.nouns), default=0) or (
        1 if noun.noun in _SEX and not entity.nouns else 0
    )


def fit_noun(noun: PersonNoun, other: PersonNoun) -> int:
    """Return how well one noun fits a person whom another described: 0 not at all, 1 loosely, 2 well, 3 the same."""
    if noun.noun == other.noun:
        return 3
    if {noun.noun.split()[0], other.noun.split()[0]} & load_words("second_ranks"):
        return 0  # "the president" is not the vice president
    if noun.noun.split()[-1] == other.noun or noun.noun == other.noun.split()[-1]:
        return 3
    if noun.kind == other.kind == "spokesperson" and noun.office == other.office:
        return 3
    if other.kind in person_hypernyms().get(noun.noun, ()):
        return 2
    return 1 if noun.noun in _SEX else 0


def _owners_fit(phrase: Phrase, entity: Entity) -> bool:
    """Tell whether two roles are held for the same: a spokesman for Roe is no spokesman for Doe."""
    mine = {word.lower for one in phrase.belongings for word in one.words if word.is_capital}
    theirs = {
        word.lower for other in entity.phrases for one in other.belongings for word in one.words if word.is_capital
    }
    if not mine and not theirs:
        fields = _fields([phrase]), _fields(entity.phrases)
        return not all(fields) or bool(fields[0] & fields[1])
    if not mine or not theirs or mine & theirs:
        return True
    return any(
        (a := country_of(x)) and (b := country_of(y)) and a.country == b.country for x in mine for y in theirs
    ) or bool({singular(fold(word)) for word in mine} & entity.words)


def _fields(phrases: Sequence[Phrase]) -> frozenset[str]:
    """Return what offices are for or of: "roads" in "the minister for roads"."""
    return frozenset(
        singular(word.lower)
        for phrase in phrases
        for belonging in phrase.belongings
        if belonging.joined in ("for", "of")
        for word in belonging.words
        if word.text.islower()
    )


def _fit_people(phrase: Phrase, entity: Entity) -> int:
    plain = _plain_modifiers(phrase)
    for other in entity.phrases:
        if other.head == phrase.head and kind_of(other) == "people":
            return 3 if plain <= entity.words else 0
    if phrase.definiteness != "definite" or plain - entity.words:
        return 0
    nouns = [noun for other in entity.phrases if kind_of(other) == "people" for noun in other.nouns]
    if phrase.nouns and any(noun.kind == phrase.nouns[0].kind != "person" for noun in nouns):
        return 2
    research = {"team", "group", "author", "researcher", "scientist", "expert", "co-author"}
    if phrase.head in research and entity.kind == "people" and (entity.heads & research or "scientist" in entity.words):
        return 2
    return 0


def _plain_modifiers(phrase: Phrase) -> frozenset[str]:
    """Return the words before the head that narrow it down: "wildlife" in "wildlife officials"."""
    head = set(phrase.head.split()) | {singular(word) for word in phrase.head.split()}
    return frozenset(word for word in phrase.words if word not in head and word not in _QUIET)


def narrowing(phrase: Phrase) -> frozenset[str]:
    """Return the words of a description that tell who is meant, common ones such as "senior" left out."""
    countries = {singular(fold(word)) for word in proper_modifiers(phrase) if country_of(word)}
    return _plain_modifiers(phrase) - premodifiers() - countries


_QUIET = frozenset(
    {"two", "three", "four", "both", "these", "those", "other", "such", "same", "all", "also", "then", "local"}
)


def _fit_document(phrase: Phrase, entity: Entity) -> int:
    if phrase.plural and not phrase.definiteness:
        return 0  # "reports", "documents": others each time
    if phrase.head in entity.heads:
        return 3 if _plain_modifiers(phrase) <= entity.words or phrase.definiteness in ("definite", "possessive") else 0
    if phrase.definiteness == "definite" and any(
        head in document_synonyms().get(phrase.head, ()) for head in entity.heads
    ):
        return 2
    return 0


def _fit_thing(phrase: Phrase, entity: Entity) -> int:
    if phrase.plural and (not phrase.definiteness or (phrase.definiteness == "indefinite" and entity.names)):
        return 0  # "local media", "two firms": others each time
    head = phrase.head
    last = head.split()[-1] if head else ""
    heads = {other.split()[-1] for other in entity.heads if other}
    named = last in entity.name_words or any(singular(word) == last for word in entity.name_words)
    if " " in head and head not in hypernyms() and not set(head.split()) <= entity.words:
        return 0  # "the central bank" is not the Roe Bank
    if head in entity.heads or last in heads or named:
        return 3 if _plain_modifiers(phrase) <= entity.words or phrase.definiteness == "definite" else 0
    wanted = hypernyms().get(head) or hypernyms().get(last) or frozenset()
    if wanted & (entity.name_words | heads):
        return 2
    if (
        entity.names
        and not phrase.plural
        and any(other.named == "media" for other in entity.phrases)
        and type_of_head(head) == "media"
    ):
        return 2
    return 1 if "*" in wanted and _is_plain_organization(entity) else 0


def _is_in_place(entity: Entity) -> bool:
    return bool(entity.name_words & load_words("place_bound_heads"))


def _is_plain_organization(entity: Entity) -> bool:
    """Tell whether its names leave open what kind of organisation it is, as "IBM" does."""
    if not entity.names or entity.kind not in ("thing", "unknown") or entity.country or entity.genders:
        return False
    if entity.lean and any(word in given_names() for word in entity.full_name):
        return False
    classed = any(other.named == "organization" for other in entity.phrases)
    if not entity.speaks and (_is_in_place(entity) or not classed):
        return False
    return all(other.named in ("organization", "unknown", "") for other in entity.phrases) and not any(
        word in source_heads() for word in entity.name_words
    )
