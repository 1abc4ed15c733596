"""Analyse one mention of a possible source: who is named or described, in what role, on whose behalf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from attribution.model import SourceType
from attribution.sources.appositions import (
    attach,
    describes_thing,
    find_core,
    identify,
    is_former,
    name_firm,
    name_person,
    qualifies,
    renames,
)
from attribution.sources.belongings import Belonging, find_belonging, find_lead
from attribution.sources.knowledge import (
    Gender,
    PersonNoun,
    Pronoun,
    given_names,
    pronouns,
    title_nouns,
    titles,
)
from attribution.sources.phrases import NounPhrase, Words, parse_phrase
from attribution.sources.propernames import tagged_class
from attribution.sources.segments import split_segments, without_brackets, without_lead
from attribution.sources.words import Word, fold, singular, surface
from attribution.spans import Span

MentionKind = Literal["name", "description", "pronoun"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """An analysed mention: what its words tell, before it is compared with any other.

    Parameters
    ----------
    document, span, text : where it stands, and its words with white space folded.
    kind : name, description or pronoun.
    name, named : the proper name without article, title and role, and what it is the name of.
    label : the mention as a reader would list it: the name, or the description in full.
    head : the head noun, lower case and singular.
    other_heads : those of its appositions: "agency" of "Roeco, an agency that lends cars".
    nouns : the person nouns that describe it, in order.
    words : its content words, folded and singular, for comparison.
    lean : whether its name, which no word list tells the kind of, looks like a person's.
    """

    document: str
    span: Span
    text: str
    kind: MentionKind
    name: str = ""
    named: SourceType | Literal["", "unknown"] = ""
    label: str = ""
    head: str = ""
    other_heads: tuple[str, ...] = ()
    acronym: str = ""
    other_names: tuple[str, ...] = ()
    nouns: tuple[PersonNoun, ...] = ()
    belongings: tuple[Belonging, ...] = ()
    gender: Gender = "-"
    plural: bool = False
    definiteness: str = ""
    determiner: str = ""
    former: bool = False
    words: frozenset[str] = frozenset()
    pronoun: Pronoun | None = None
    possessor: Words = ()
    honorific: bool = False
    lean: bool = False


def analyse_mention(text: str, document: str, words: Sequence[Word]) -> Phrase | None:
    """Analyse the words of one source.

    Parameters
    ----------
    text : the document's text.
    document : its id.
    words : the words of the mention, as `split_conjuncts` gives them.

    Returns
    -------
    The mention analysed, or None when no word is left of it.
    """
    bare, acronym = without_brackets(text, words)
    bare = without_lead(bare)
    if not bare:
        return None
    span = Span(words[0].start, words[-1].end)
    if found := _as_pronoun(bare):
        many = found.number == "p"
        head = bare[0].lower
        return Phrase(document, span, surface(text, words), "pronoun", pronoun=found, head=head, plural=many)
    segments = [segment for segment in split_segments(bare) if segment]
    parsed = [parse_phrase(segment) for segment in segments]
    if not parsed:
        return None
    return _assemble(text, document, span, words, parsed, acronym)


def _as_pronoun(words: Sequence[Word]) -> Pronoun | None:
    found = pronouns().get(words[0].lower)
    if found is None:
        return None
    if words[0].text.isupper() and len(words[0].text) > 1 and len(words) == 1:
        return None  # US, IT: an acronym
    others = [pronouns().get(word.lower) for word in words[1:]]
    if all(
        (other is not None and other.use == "reflexive") or word.lower in ("both", "all", "also")
        for other, word in zip(others, words[1:], strict=True)
    ):
        return found if found.use != "possessive" or len(words) == 1 else None
    return None


def _assemble(
    text: str, document: str, span: Span, words: Sequence[Word], parsed: list[NounPhrase], acronym: str
) -> Phrase:
    parsed = attach([identify(phrase) for phrase in parsed])
    core = find_core(parsed)
    rest = [phrase for phrase in parsed if phrase is not core and qualifies(phrase)]
    core = name_person(core, words) or name_firm(core, rest)
    nouns = _nouns(core, rest)
    name = surface(text, core.name)
    if core.named == "unknown" and (nouns or any(describes_thing(other) for other in rest if not other.name)):
        core = replace(core, named="person" if nouns else "organization")  # its apposition tells
    belongings = tuple(
        found
        for phrase in (core, *rest)
        if not is_former(phrase) and (found := find_belonging(phrase) or find_lead(phrase))
    )
    former = not belongings and any(is_former(phrase) for phrase in (core, *rest))
    label = name or _description(text, words, parsed[0])
    person = core.named == "person" or (bool(nouns) and not name)
    return Phrase(
        document, span, surface(text, words), "name" if name else "description",
        name=name, named=core.named, label=label, head=core.head, acronym=acronym,
        other_heads=tuple(other.head for other in rest if other.head and not other.name),
        other_names=tuple(surface(text, (*other.titles, *other.name)) for other in rest if renames(core, other)),
        nouns=nouns, belongings=belongings, gender=_gender(core, nouns) if person or core.named == "unknown" else "-",
        plural=core.plural and not name, definiteness=parsed[0].definiteness, determiner=parsed[0].determiner,
        former=former, words=content_words(words), possessor=parsed[0].possessor,
        honorific=bool(core.titles) and not core.noun,
        lean=core.named == "unknown" and tagged_class(core.name) == "Person",
    )  # fmt: skip


def _nouns(core: NounPhrase, rest: Sequence[NounPhrase]) -> tuple[PersonNoun, ...]:
    """Return the person nouns of a mention, a title's noun among them."""
    if not core.noun and not core.name and not core.head.endswith("year-old"):
        return ()  # "an analysis by Jane Roe, a former aide" is no aide
    firm = bool(core.name) and core.named not in ("person", "unknown")
    found = [phrase.noun for phrase in (core, *rest) if phrase.noun and not firm]
    found += [noun for word in core.titles if core.name and (noun := title_nouns().get(word.lower.rstrip(".")))]
    specific = {noun.noun.split()[-1] for noun in found if " " in noun.noun}
    return tuple(dict.fromkeys(noun for noun in found if noun.noun not in specific))


def _description(text: str, words: Sequence[Word], phrase: NounPhrase) -> str:
    """Return a description up to its first comma, with the clause that tells who is meant ("a man who saw it")."""
    begins = next((at for at, word in enumerate(words) if word.start == phrase.words[0].start), 0)
    ends = next(
        (at for at, word in enumerate(words) if at > begins and word.text in (",", ";", "—", "–", "(")), len(words)
    )
    return surface(text, words[begins:ends])


def _gender(core: NounPhrase, nouns: Sequence[PersonNoun]) -> Gender:
    """Return the gender that a title, a role noun or the given name tells, in this order."""
    for word in (*core.titles, *core.name[:1]):
        if (told := titles().get(word.lower.rstrip("."), "-")) != "-":
            return told
    for noun in nouns:
        if noun.gender != "-":
            return noun.gender
    if core.name and (len(core.name) > 1 or (core.named == "person" and not core.titles)):
        return given_names().get(fold(core.name[0].text), given_names().get(fold(core.name[0].text).split("-")[0], "-"))
    return "-"


def content_words(words: Sequence[Word]) -> frozenset[str]:
    """Return the words that tell something, folded and in the singular."""
    return frozenset(
        singular(fold(word.text))
        for word in words
        if word.is_word and not word.is_possessive and word.lower not in _EMPTY and fold(word.text)
    )


_EMPTY = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "in",
        "on",
        "at",
        "to",
        "from",
        "by",
        "with",
        "this",
        "that",
        "its",
        "his",
        "her",
        "their",
        "who",
        "which",
    }
)
