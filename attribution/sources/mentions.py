"""Analyse one mention of a possible source: who is named or described, in what role, on whose behalf."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, NamedTuple

from attribution.lexicon.load import load_table, load_words
from attribution.model import SourceType
from attribution.sources.knowledge import Gender, Office, PersonNoun, given_names, source_heads, title_nouns, titles
from attribution.sources.phrases import NounPhrase, Words, is_end, is_name_word, parse_phrase, person_run, proper_run
from attribution.sources.words import Word, fold, singular, surface
from attribution.spans import Span

MentionKind = Literal["name", "description", "pronoun"]


class Pronoun(NamedTuple):
    """A personal pronoun: person (1, 2, 3), number (s, p, -), gender (m, f, n, -) and use."""

    person: int
    number: str
    gender: str
    use: str


class Belonging(NamedTuple):
    """For whom a role is held: the words that name the organisation or person, and how the text joins the two."""

    words: Words
    office: Office
    joined: Literal["before", "possessive", "of", "for", "at", "pronoun"]


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
    nouns : the person nouns that describe it, in order.
    words : its content words, folded and singular, for comparison.
    """

    document: str
    span: Span
    text: str
    kind: MentionKind
    name: str = ""
    named: SourceType | Literal["", "unknown"] = ""
    label: str = ""
    head: str = ""
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


@cache
def pronouns() -> dict[str, Pronoun]:
    """Return the personal pronouns."""
    return {row[0]: Pronoun(int(row[1]), *row[2:]) for row in load_table("pronouns")}


_PARTY = re.compile(r"^(?:[DRI]|Dem|Rep|Ind|Lab|Con|Lib|SNP)[-–.][\w.]+$")
_ACRONYM = re.compile(r"^(?:[A-Z]\.){2,6}$|^[A-Z][A-Za-z&]{0,9}[A-Z]s?$")
_AGE = re.compile(r"^(?:aged?\s+)?\d{1,3}$", re.IGNORECASE)
_EXAMPLES = frozenset({"like", "such", "including", "especially", "particularly", "notably", "among", "namely", "mostly"})
_FORMER = frozenset({"former", "formerly", "ex", "once", "late", "then", "previously", "retired", "outgoing"})


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
    bare, acronym = _without_brackets(text, words)
    bare = _without_lead(bare)
    if not bare:
        return None
    span = Span(words[0].start, words[-1].end)
    if found := _as_pronoun(bare):
        return Phrase(document, span, surface(text, words), "pronoun", pronoun=found, head=bare[0].lower, plural=found.number == "p")
    segments = [segment for segment in _segments(bare) if segment]
    parsed = [parse_phrase(segment) for segment in segments]
    if not parsed:
        return None
    return _assemble(text, document, span, words, parsed, acronym)


def _without_brackets(text: str, words: Sequence[Word]) -> tuple[list[Word], str]:
    """Drop what stands in brackets; return the acronym among it ("the Roe Society (RS)"), if any."""
    kept: list[Word] = []
    inside: list[Word] = []
    depth, acronym = 0, ""
    for word in words:
        if word.text in "([":
            depth += 1
            inside = []
        elif word.text in ")]" and depth:
            depth -= 1
            held = surface(text, inside)
            if not acronym and _ACRONYM.match(held):
                acronym = held
        elif depth:
            inside.append(word)
        elif word.text not in '"“”„«»':
            kept.append(word)
    return kept, acronym


def _without_lead(words: list[Word]) -> list[Word]:
    """Drop prepositions and marks before the phrase ("by the ministry", "— the mayor")."""
    at = 0
    while at < len(words) - 1 and (
        not words[at].is_word or (words[at].lower in ("by", "from", "for", "to", "of", "with", "at") and words[at].text.islower())
    ):
        at += 1
    end = len(words)
    while end > at and not words[end - 1].is_word and not words[end - 1].is_possessive:
        end -= 1
    if end - at > 1 and words[end - 1].is_possessive and words[end - 1].text != "'":
        end -= 1
    return words[at:end]


def _as_pronoun(words: Sequence[Word]) -> Pronoun | None:
    found = pronouns().get(words[0].lower)
    if found is None:
        return None
    if words[0].text.isupper() and len(words[0].text) > 1 and len(words) == 1:
        return None  # US, IT: an acronym
    others = [pronouns().get(word.lower) for word in words[1:]]
    if all(other is not None and other.use == "reflexive" or word.lower in ("both", "all", "also") for other, word in zip(others, words[1:], strict=True)):
        return found if found.use != "possessive" or len(words) == 1 else None
    return None


def _segments(words: Sequence[Word]) -> list[list[Word]]:
    segments: list[list[Word]] = [[]]
    for word in words:
        if not segments[-1] and len(segments) > 1 and word.lower in _EXAMPLES:
            break
        if word.text in (",", ";", "—", "–", "-") or (word.text.islower() and word.lower in ("who", "whose", "which", "whom")):
            segments.append([])
            if word.text not in (",", ";", "—", "–", "-"):
                break
        else:
            segments[-1].append(word)
    return segments


def _assemble(text: str, document: str, span: Span, words: Sequence[Word], parsed: list[NounPhrase], acronym: str) -> Phrase:
    parsed = _attach([_identified(phrase) for phrase in parsed])
    core = _main(parsed)
    rest = [phrase for phrase in parsed if phrase is not core and _qualifies(phrase)]
    nouns = _nouns(core, rest)
    name = surface(text, core.name)
    if core.named == "unknown" and nouns:
        core = replace(core, named="person")  # who has a person's role is a person
    former = any(_is_former(phrase) for phrase in (core, *rest))
    belongings = tuple(found for phrase in (core, *rest) if (found := find_belonging(phrase)))
    label = name or _description(text, parsed[0])
    person = core.named == "person" or (bool(nouns) and not name)
    return Phrase(
        document, span, surface(text, words), "name" if name else "description",
        name=name, named=core.named, label=label, head=core.head, acronym=acronym,
        other_names=tuple(surface(text, (*phrase.titles, *phrase.name)) for phrase in rest if phrase.name and not phrase.noun and _same_kind(core, phrase)),
        nouns=nouns, belongings=belongings, gender=_gender(core, nouns) if person or core.named == "unknown" else "-",
        plural=core.plural and not name, definiteness=parsed[0].definiteness, determiner=parsed[0].determiner,
        former=former, words=content_words(words), possessor=parsed[0].possessor,
        honorific=bool(core.titles) and not core.noun,
    )  # fmt: skip


def _nouns(core: NounPhrase, rest: Sequence[NounPhrase]) -> tuple[PersonNoun, ...]:
    """Return the person nouns of a mention, a title's noun among them."""
    if not core.noun and not core.name and not core.head.endswith("year-old"):
        return ()  # "an analysis by Jane Roe, a former aide" is no aide
    found = [phrase.noun for phrase in (core, *rest) if phrase.noun]
    found += [noun for word in core.titles if core.name and (noun := title_nouns().get(word.lower.rstrip(".")))]
    specific = {noun.noun.split()[-1] for noun in found if " " in noun.noun}
    return tuple(dict.fromkeys(noun for noun in found if noun.noun not in specific))


def _attach(parsed: list[NounPhrase]) -> list[NounPhrase]:
    """Give a part that is only a complement (", of the Roe Society") to the part before it."""
    kept: list[NounPhrase] = []
    for phrase in parsed:
        if kept and phrase.words[0].lower in ("of", "for", "at", "from", "with") and not kept[-1].after:
            kept[-1] = replace(kept[-1], after=phrase.words)
        else:
            kept.append(phrase)
    return kept


def _identified(phrase: NounPhrase) -> NounPhrase:
    """Take the name from "a woman later identified as Jane Roe", and split "head of the Roe Committee Jane Doe"."""
    if phrase.name or not phrase.after:
        return phrase
    after = phrase.after
    for at, word in enumerate(after[:-1]):
        if word.lower in ("as", "named", "called") and is_name_word(after[at + 1]):
            stop = person_run(after, at + 1)
            return _with_name(phrase, after[at + 1 : stop], after[stop:])
    if phrase.noun:
        given = next((at for at in range(2, len(after) - 1) if fold(after[at].text) in given_names() and is_name_word(after[at])), 0)
        if given and is_name_word(after[given - 1]) and 2 <= len(after) - given <= 4 and person_run(after, given) == len(after):
            return _with_name(phrase, after[given:], after[:given])
        last = max((at for at, word in enumerate(after) if word.lower in source_heads() and word.is_capital), default=-1)
        tail = after[last + 1 :]
        if last >= 0 and len(tail) in (2, 3, 4) and person_run(tail, 0) == len(tail):
            return _with_name(phrase, tail, after[: last + 1])
    return phrase


def _with_name(phrase: NounPhrase, name: Words, after: Words) -> NounPhrase:
    return replace(phrase, name=name, named="person", after=after)


def _main(parsed: list[NounPhrase]) -> NounPhrase:
    """Return the part that names the source: the first with a person's name, else the first with a name, else the first."""
    first = parsed[0]
    if first.name and (first.named != "unknown" or len(parsed) == 1):
        return first
    for phrase in parsed[1:]:
        if not phrase.name or first.name:
            continue
        person_like = phrase.named in ("person", "unknown")
        if (first.noun and person_like) or (not first.noun and phrase.named not in ("person", "unknown") and _heads_match(first, phrase)):
            return phrase
    return first


def _heads_match(description: NounPhrase, named: NounPhrase) -> bool:
    """Tell whether "the militant organisation, the Roe Front" is a description with its name, not a list."""
    return description.head in source_heads() and source_heads()[description.head] in ("organization", "government", "media")


def _qualifies(phrase: NounPhrase) -> bool:
    words = [word for word in phrase.words if word.is_word]
    joined = " ".join(word.text for word in words)
    return bool(words) and not _AGE.match(joined) and not _PARTY.match(joined)


def _same_kind(core: NounPhrase, other: NounPhrase) -> bool:
    return core.named == "person" and other.named in ("person", "unknown") and bool(other.titles)


def _is_former(phrase: NounPhrase) -> bool:
    return any(word.lower in _FORMER or word.lower.startswith("ex-") for word in (*phrase.before, *phrase.words[:3]))


def _description(text: str, phrase: NounPhrase) -> str:
    return surface(text, phrase.words)


def find_belonging(phrase: NounPhrase) -> Belonging | None:
    """Return for whom the role in `phrase` is held, or None when there is no role or nobody is named with it."""
    if phrase.noun is None:
        return None
    office = phrase.noun.office
    if phrase.possessor:
        pronoun = len(phrase.possessor) == 1 and phrase.possessor[0].lower in pronouns()
        return Belonging(phrase.possessor, office, "pronoun" if pronoun else "possessive")
    if phrase.after and phrase.after[0].lower in ("of", "for", "at", "with", "from", "to", "in", "representing", "on"):
        owner = _complement(phrase.after[1:])
        if owner:
            joined = phrase.after[0].lower
            return Belonging(owner, office, "of" if joined == "of" else "for" if joined in ("for", "representing") else "at")
    owner = _premodifier(phrase.before)
    return Belonging(owner, office, "before") if owner else None


def _complement(words: Words) -> Words:
    """Return the first noun phrase of `words`: a proper name with its linking words, or a description."""
    start = 0
    while start < len(words) and words[start].text.islower() and words[start].lower in ("the", "a", "an", "its", "his", "her", "their"):
        start += 1
    stop = proper_run(words, start)
    if stop == start:
        stop = start
        while stop < len(words) and words[stop].is_word and not is_end(words[stop]) and words[stop].lower not in ("and", "or"):
            stop += 1
    else:
        while stop < len(words) and words[stop].is_word and not is_end(words[stop]) and words[stop].text.islower() and words[stop].lower not in ("and", "or"):
            stop += 1
        if stop < len(words) and words[stop].is_possessive:
            end = stop + 1
            while end < len(words) and words[end].is_word and not is_end(words[end]):
                end += 1
            stop = end
    return words[:stop] if stop > start else ()


def _premodifier(words: Words) -> Words:
    """Return the organisation before a role: "Roe Motors" in "Roe Motors chief", "provincial police" in "… police constable"."""
    end = len(words)
    known = source_heads()
    plain = load_words("premodifiers")
    while end > 0 and not (is_name_word(words[end - 1]) or words[end - 1].lower in known):
        end -= 1
    start = end
    while start > 0 and (words[start - 1].is_word or words[start - 1].is_possessive) and words[start - 1].lower not in ("former", "ex", "then", "longtime", "senior", "deputy", "acting", "veteran"):
        start -= 1
    kept = words[start:end]
    if len(kept) == 1 and kept[0].lower in known and any(word.lower == "and" for word in words[end:]):
        return ()  # "clinic and advocacy manager"
    while kept and kept[0].lower in plain and len(kept) > 1 and not kept[0].is_capital and kept[1].is_capital:
        kept = kept[1:]
    if not kept or not any(is_name_word(word) for word in kept) and kept[-1].lower not in known:
        return ()
    return kept


def _gender(core: NounPhrase, nouns: Sequence[PersonNoun]) -> Gender:
    """Return the gender that a title, a role noun or the given name tells, in this order."""
    for word in core.titles:
        if (told := titles().get(word.lower.rstrip("."), "-")) != "-":
            return told
    for noun in nouns:
        if noun.gender != "-":
            return noun.gender
    if core.name and (len(core.name) > 1 or core.named == "person"):
        return given_names().get(fold(core.name[0].text), given_names().get(fold(core.name[0].text).split("-")[0], "-"))
    return "-"


def content_words(words: Sequence[Word]) -> frozenset[str]:
    """Return the words that tell something, folded and in the singular."""
    return frozenset(
        singular(fold(word.text))
        for word in words
        if word.is_word and not word.is_possessive and word.lower not in _EMPTY and fold(word.text)
    )


_EMPTY = frozenset({"the", "a", "an", "of", "for", "and", "in", "on", "at", "to", "from", "by", "with", "this", "that", "its", "his", "her", "their", "who", "which"})
