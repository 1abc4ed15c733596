"""What is known of words beforehand: persons' roles, titles and given names, organisations' heads, countries, media."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple, cast

from attribution.lexicon.load import load_table, load_words
from attribution.model import SourceType
from attribution.sources.words import Word, fold, singular

Office = Literal["voice", "head", "counsel", "officer", "ruler", "member", "person"]
Gender = Literal["m", "f", "-"]


class PersonNoun(NamedTuple):
    """A noun for a person, and what it implies (see ``person_nouns.tsv``)."""

    noun: str
    office: Office
    gender: Gender
    kind: str
    plural: bool = False


class Country(NamedTuple):
    """The country that a word stands for, and how: its name, adjective or capital, or a seat of its government."""

    country: str
    how: Literal["name", "adjective", "capital", "seat", "office", "self"]


class Pronoun(NamedTuple):
    """A personal pronoun: person (1, 2, 3), number (s, p, -), gender (m, f, n, -) and use."""

    person: int
    number: str
    gender: str
    use: str


@cache
def pronouns() -> dict[str, Pronoun]:
    """Return the personal pronouns."""
    return {row[0]: Pronoun(int(row[1]), *row[2:]) for row in load_table("pronouns")}


@cache
def person_nouns() -> dict[str, PersonNoun]:
    """Return the nouns for people, by noun."""
    return {
        noun: PersonNoun(noun, cast(Office, office), cast(Gender, gender), kind)
        for noun, office, gender, kind in load_table("person_nouns")
    }


@cache
def _longest_noun() -> int:
    return max(noun.count(" ") for noun in person_nouns()) + 1


def match_person_noun(words: Sequence[Word], start: int) -> tuple[int, PersonNoun] | None:
    """Return the longest person noun that begins at ``words[start]``, with the index after it.

    A plural is found by its singular ("two senior officials"), and marked as plural.
    """
    known = person_nouns()
    for end in range(min(len(words), start + _longest_noun()), start, -1):
        lowered = [word.lower for word in words[start:end]]
        noun = " ".join(lowered)
        if noun in known:
            return end, known[noun]
        lowered[-1] = singular(lowered[-1])
        if (one := " ".join(lowered)) != noun and one in known:
            return end, known[one]._replace(plural=True)
        lowered = [singular(word.lower) if i == start else word.lower for i, word in enumerate(words[start:end], start)]
        if (
            len(lowered) > 1
            and lowered[1] in ("of", "in", "general")  # "secretaries of state"
            and (one := " ".join(lowered)) != noun
            and one in known
            and words[start].lower != lowered[0]
        ):
            return end, known[one]._replace(plural=True)
    return None


@cache
def titles() -> dict[str, Gender]:
    """Return the titles before names, with the gender that each tells."""
    return {title: cast(Gender, gender) for title, gender, _ in load_table("titles")}


@cache
def title_nouns() -> dict[str, PersonNoun]:
    """Return the noun for who bears a title: "Gov." is a governor's."""
    return {title: person_nouns()[noun] for title, _, noun in load_table("titles") if noun in person_nouns()}


@cache
def source_heads() -> dict[str, SourceType]:
    """Return the head nouns of sources that are no persons, with their types."""
    return {noun: cast(SourceType, kind) for noun, kind in load_table("source_heads")}


@cache
def given_names() -> dict[str, Gender]:
    """Return the given names, folded, with the gender that each tells."""
    return {fold(name): cast(Gender, gender) for name, gender in load_table("given_names")}


def is_given(word: Word) -> bool:
    """Tell whether a word is a known given name."""
    return fold(word.text) in given_names()


@cache
def countries() -> dict[str, Country]:
    """Return what stands for a country: folded names, adjectives, capitals, and the seats of governments."""
    known: dict[str, Country] = {}
    for country, others, adjectives, capitals in load_table("countries"):
        for how, cell in (("name", f"{country}|{others}"), ("adjective", adjectives), ("capital", capitals)):
            for name in cell.split("|"):
                if name != "-":
                    known.setdefault(fold(name), Country(country, cast(Literal["name"], how)))
    for name, how, country in load_table("metonyms"):
        known.setdefault(fold(name), Country(country, cast(Literal["seat"], how)))
    return known


@cache
def hypernyms() -> dict[str, frozenset[str]]:
    """Return what descriptions can stand for: head noun to the words that such a thing's name contains."""
    return {noun: frozenset(words.split()) for noun, words in load_table("hypernyms")}


@cache
def media_names() -> frozenset[str]:
    """Return the folded names of news organisations."""
    return frozenset(fold(name).removeprefix("the ") for name in load_words("media_names"))


@cache
def places() -> frozenset[str]:
    """Return the folded names of places that are no countries."""
    return frozenset(fold(name) for name in load_words("places"))


def name_particles() -> frozenset[str]:
    """Return the small words inside personal names."""
    return load_words("name_particles")


def company_suffixes() -> frozenset[str]:
    """Return the words that may be left out of an organisation's name."""
    return load_words("company_suffixes")


def not_names() -> frozenset[str]:
    """Return the capitalised words that are nobody's name."""
    return load_words("not_names")


def premodifiers() -> frozenset[str]:
    """Return the words before a role noun that name no organisation."""
    return load_words("premodifiers")


@cache
def person_hypernyms() -> dict[str, frozenset[str]]:
    """Return the kinds of person nouns that a noun can stand for."""
    return {noun: frozenset(kinds.split()) for noun, kinds in load_table("person_hypernyms")}


@cache
def document_synonyms() -> dict[str, frozenset[str]]:
    """Return, for a document noun, the nouns that can stand for the same document."""
    known: dict[str, frozenset[str]] = {}
    for row in load_table("document_synonyms"):
        for noun in row:
            known[noun] = known.get(noun, frozenset()) | frozenset(row)
    return known


def country_of(word: str) -> Country | None:
    """Return the country that a name or adjective stands for, if it stands for one."""
    return countries().get(fold(word).removeprefix("the "))
