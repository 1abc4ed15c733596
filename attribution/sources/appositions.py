"""Tell which part of a mention names the source: "Jane Roe, the mayor", "the operator, Roe Lift"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from attribution.lexicon.load import load_words
from attribution.sources.knowledge import company_suffixes, given_names, is_given, source_heads
from attribution.sources.phrases import NounPhrase, Words
from attribution.sources.propernames import is_name_word, person_run
from attribution.sources.words import Word, fold, singular

_PARTY = re.compile(r"^(?:[DRI]|Dem|Rep|Ind|Lab|Con|Lib|SNP)[-–.][\w.]+$")
_AGE = re.compile(r"^(?:aged?\s+)?\d{1,3}$", re.IGNORECASE)
_FORMER = frozenset({"former", "formerly", "ex", "once", "late", "then", "previously", "retired", "outgoing"})


def attach(parsed: list[NounPhrase]) -> list[NounPhrase]:
    """Give a part that is only a complement (", of the Roe Society") to the part before it."""
    kept: list[NounPhrase] = []
    for phrase in parsed:
        if kept and phrase.words[0].lower in ("of", "for", "at", "from", "with") and not kept[-1].after:
            kept[-1] = replace(kept[-1], after=phrase.words)
        else:
            kept.append(phrase)
    return kept


def identify(phrase: NounPhrase) -> NounPhrase:
    """Take the name from "a woman later identified as Jane Roe", and split "head of the Roe Committee Jane Doe"."""
    if phrase.name or not phrase.after:
        return phrase
    after = phrase.after
    for at, word in enumerate(after[:-1]):
        if word.lower in ("as", "named", "called") and is_name_word(after[at + 1]):
            stop = person_run(after, at + 1)
            return _with_name(phrase, after[at + 1 : stop], after[stop:])
    if phrase.noun:
        given = next(
            (
                at
                for at in range(2, len(after) - 1)
                if fold(after[at].text) in given_names() and is_name_word(after[at])
            ),
            0,
        )
        if (
            given
            and is_name_word(after[given - 1])
            and 2 <= len(after) - given <= 4
            and person_run(after, given) == len(after)
        ):
            return _with_name(phrase, after[given:], after[:given])
        last = max(
            (at for at, word in enumerate(after) if word.lower in source_heads() and word.is_capital), default=-1
        )
        tail = after[last + 1 :]
        if last >= 0 and len(tail) in (2, 3, 4) and person_run(tail, 0) == len(tail):
            return _with_name(phrase, tail, after[: last + 1])
    return phrase


def _with_name(phrase: NounPhrase, name: Words, after: Words) -> NounPhrase:
    return replace(phrase, name=name, named="person", after=after)


def find_core(parsed: list[NounPhrase]) -> NounPhrase:
    """Return the part that names the source: the first with a person's name, else with a name, else the first."""
    first = parsed[0]
    if first.name and (first.named != "unknown" or len(parsed) == 1):
        return first
    for phrase in parsed[1:]:
        if not phrase.name or first.name:
            continue
        if first.determiner in ("one", "another") and not first.noun:
            return phrase  # "One of them, the baker Jane Roe"; "Another, Roe Motors"
        bare = phrase.words[-len(phrase.name) :] == phrase.name and len(phrase.words) <= len(phrase.name) + 1
        corporate = first.noun is not None and first.noun.noun in load_words("corporate_nouns")
        if corporate and (bare or phrase.named not in ("unknown", "person")):
            return phrase
        if bare and phrase.named == "unknown" and not first.noun and describes_thing(first):
            return replace(phrase, named=source_heads()[first.head])
        person_like = phrase.named in ("person", "unknown")
        # A head that no list holds ("the drainmaster, Jane Roe") is a person's when a full name follows.
        if person_like and (first.noun or (first.head not in source_heads() and len(phrase.name) > 1)):
            return phrase
        if not person_like and not first.noun and describes_thing(first):
            return phrase
    return first


def describes_thing(description: NounPhrase) -> bool:
    """Tell whether "the militant organisation, the Roe Front" is a description with its name, not a list."""
    return description.head in source_heads() and source_heads()[description.head] in (
        "organization",
        "government",
        "media",
    )


def name_person(core: NounPhrase, words: Sequence[Word]) -> NounPhrase | None:
    """Take a name for a person's that an age or "who" follows, unless its own words tell otherwise."""
    if core.named not in ("unknown", "organization") or len(core.name) > 3 or core.determiner == "the":
        return None
    if any(singular(word.lower) in source_heads() or word.lower in company_suffixes() for word in core.name):
        return None
    after = [word for word in words if word.start >= core.name[-1].end and word.text != ","][:1]
    tells = after and (after[0].lower in ("who", "whose") or (after[0].text.isdigit() and len(after[0].text) == 2))
    return replace(core, named="person") if tells else None


def name_firm(core: NounPhrase, rest: Sequence[NounPhrase]) -> NounPhrase:
    """Take a name beside a word for persons and firms alike ("the owner, Roe Lift") for a firm's if it can be."""
    single = [other for other in rest if not other.name and not other.plural]
    corporate = any(
        other.noun
        and other.noun.noun in load_words("corporate_nouns")
        and other.definiteness in ("definite", "possessive")
        for other in single
    )
    if not corporate or core.named not in ("unknown", "organization") or any(map(is_given, core.name)):
        return core
    return replace(core, named="organization")


def qualifies(phrase: NounPhrase) -> bool:
    """Tell whether an apposition tells more than an age or a party."""
    words = [word for word in phrase.words if word.is_word]
    joined = " ".join(word.text for word in words)
    return bool(words) and not _AGE.match(joined) and not _PARTY.match(joined)


def renames(core: NounPhrase, other: NounPhrase) -> bool:
    """Tell whether an apposition is another name of a person: "Jane Roe, Lady Vale"."""
    titled = bool(other.name) and not other.noun and bool(other.titles)
    return titled and core.named == "person" and other.named in ("person", "unknown")


def is_former(phrase: NounPhrase) -> bool:
    """Tell whether a part speaks of an office held once."""
    return any(word.lower in _FORMER or word.lower.startswith("ex-") for word in (*phrase.before, *phrase.words[:3]))
