"""List entities as a reader would: the fullest name, the type, the other forms in reading order."""

from __future__ import annotations

from functools import cache

from attribution.lexicon.load import load_table, load_words
from attribution.model import Mention, SourceType
from attribution.sources.affiliation import OFFICES
from attribution.sources.entities import Entity, government_of, type_of_head
from attribution.sources.mentions import Phrase
from attribution.sources.words import fold, singular

# Offices that make an unnamed person a definite one ("the health minister"); who is only "an official" stays anonymous.
_GOVERNING = frozenset({"government", "administration", "regime"})
_ANONYMOUS = frozenset({"source", "insider", "informant", "whistleblower"})


def type_of(entity: Entity) -> SourceType:
    """Return the type of source that an entity is."""
    for phrase in entity.phrases:
        named = phrase.named
        if entity.kind != "person" and named and named != "unknown" and named != "person":
            return named
    if entity.country:
        return "government"
    if entity.kind == "person":
        return "person" if entity.names or _holds_office(entity) else "anonymous"
    if entity.kind == "people":
        return "anonymous" if any(noun.noun in _ANONYMOUS for noun in entity.nouns) or _are_few(entity) else "group"
    if entity.kind == "document":
        return "document"
    named_as_people = entity.genders or entity.lean or 2 <= len(entity.full_name) <= 4
    if entity.kind == "unknown" and named_as_people and not entity.acronyms:
        return "person"
    for phrase in entity.phrases:
        if not phrase.name and (kind := type_of_head(phrase.head)):
            many = phrase.plural and not entity.names and singular(phrase.head) == phrase.head
            return "group" if kind == "organization" and many else kind
    return "organization"


def _holds_office(entity: Entity) -> bool:
    """Tell whether an unnamed person is known by an office: "the health minister", a voice; not "a manager"."""
    definite = any(phrase.definiteness in ("definite", "possessive", "") for phrase in entity.phrases[:1])
    return any(noun.office == "voice" or (definite and noun.office in OFFICES) for noun in entity.nouns)


def _are_few(entity: Entity) -> bool:
    """Tell whether a mention counts its people on the fingers: "two officials", "one of the workers"."""
    few = load_words("few_people")
    starts = (fold(phrase.text).split()[:3] for phrase in entity.phrases)
    return any(start[:1] and (start[0] in few or " ".join(start) in few) for start in starts)


def name_of(entity: Entity) -> str:
    """Return the fullest name that the text gives: the longest proper name, else the longest description."""
    named = [phrase for phrase in entity.phrases if phrase.name]
    if entity.kind == "person" and named:
        return max((phrase.name for phrase in named), key=lambda name: (len(fold(name).split()), not name.isupper()))
    if entity.country and (governing := [phrase for phrase in entity.phrases if phrase.head in _GOVERNING]):
        return max((_form(phrase) for phrase in governing), key=len)
    described = [one for one in entity.occurrences if one.phrase.kind != "pronoun"]
    forms = [(_form(one.phrase) if one.attribution else _clipped(_form(one.phrase)), one.phrase) for one in described]
    proper = [form for form, phrase in forms if phrase.name and not _is_capital(phrase)] or [form for form, _ in forms]
    return max(proper, key=lambda form: (len(form.split()), len(form)), default="")


def _clipped(form: str) -> str:
    """Return a description in running text without when, how many or what for: "the firm" of "the firm in January"."""
    words = form.split()
    for at in range(1, len(words) - 1):
        after = words[at + 1].lower()
        told = after in number_words() or after[0].isdigit() or after.endswith("ing") or after in calendar_names()
        if told and words[at].lower() in load_words("noun_phrase_ends"):
            return " ".join(words[:at])
    return form


def number_words() -> frozenset[str]:
    """Return the words for numbers."""
    return frozenset(word for word, *_ in load_table("number_words"))


def calendar_names() -> frozenset[str]:
    """Return the names of days and months."""
    return load_words("calendar_names")


def _is_capital(phrase: Phrase) -> bool:
    found = government_of(phrase)
    return found is not None and found.how == "capital"


def _form(phrase: Phrase) -> str:
    """Return a mention as a name: without its article where it is definite."""
    words = (phrase.name or phrase.label).split()
    if len(words) > 1 and words[0].lower() in ("the", "this", "that", "these", "those"):
        words = words[1:]
    return " ".join(words)


def aliases_of(entity: Entity, name: str) -> tuple[str, ...]:
    """Return the other ways the text refers to an entity, in reading order, each once."""
    seen: list[str] = []
    for one in entity.occurrences:
        phrase = one.phrase
        if phrase.pronoun and phrase.pronoun.use in ("relative", "possessive"):
            continue
        forms = (phrase.text, phrase.name, phrase.acronym) if one.attribution else (phrase.name, phrase.acronym)
        seen.extend(form for form in forms if form and form != name and form not in seen)
    return tuple(dict.fromkeys(seen))


def mentions_of(entity: Entity) -> list[Mention]:
    """Return an entity's mentions in reading order, each with the confidence that it is one."""
    found = []
    for one in entity.occurrences:
        way = entity.ways[id(one)]
        how = " ".join(word for word in way.split() if word not in _GRADES)
        found.append(Mention(one.phrase.document, one.phrase.span, confidence_of(way), how))
    return found


_GRADES = frozenset({"alone", "clear", "close", "1", "2", "3"})


def confidence_of(way: str) -> float:
    """Return how often what is resolved in a certain way is right."""
    return _confidences().get(way, _confidences().get("*", 1.0))


@cache
def _confidences() -> dict[str, float]:
    return {way: float(share) for way, share, *_ in load_table("resolution_confidence")}
