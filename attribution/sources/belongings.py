"""Tell for whom a role is held: "Oxco" in "an Oxco spokesman", "the chief of Oxco" and "Oxco's lawyer"."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, cast

from attribution.lexicon.load import load_table, load_words
from attribution.sources.knowledge import Office, given_names, pronouns, source_heads
from attribution.sources.phrases import NounPhrase, Words
from attribution.sources.propernames import is_end, is_name_word, proper_run
from attribution.sources.words import fold


class Belonging(NamedTuple):
    """For whom a role is held: the words that name the organisation or person, and how the text joins the two."""

    words: Words
    office: Office
    joined: Literal["before", "possessive", "of", "for", "at", "pronoun", "leads"]


def find_belonging(phrase: NounPhrase) -> Belonging | None:
    """Return for whom the role in `phrase` is held, or None when there is no role or nobody is named with it."""
    if phrase.noun is None:
        return None
    office = phrase.noun.office
    if phrase.name and phrase.noun.kind == "lawmaker":
        return None  # "Representative Jane Roe of Riverton" votes for it, and does not speak for it
    if phrase.possessor:
        pronoun = len(phrase.possessor) == 1 and phrase.possessor[0].lower in pronouns()
        return Belonging(phrase.possessor, office, "pronoun" if pronoun else "possessive")
    if phrase.after and phrase.after[0].lower in ("of", "for", "at", "with", "from", "to", "in", "representing", "on"):
        owner = _complement(phrase.after[1:])
        if owner:
            joined = phrase.after[0].lower
            return Belonging(
                owner, office, "of" if joined == "of" else "for" if joined in ("for", "representing") else "at"
            )
    owner = _premodifier(phrase.before)
    return Belonging(owner, office, "before") if owner else None


def find_lead(phrase: NounPhrase) -> Belonging | None:
    """Return whom someone leads or speaks for in a relative clause: "who heads the Roe Society", the clause's words."""
    words = [word.lower for word in phrase.words]
    for size in (2, 1):
        verb = " ".join(words[:size])
        if verb not in leading_verbs() or len(words) <= size:
            continue
        owner = _complement(phrase.words[size:])
        if owner and (words[size] in ("the", "its", "a", "an") or is_name_word(phrase.words[size])):
            return Belonging(owner, leading_verbs()[verb], "leads")
    return None


@cache
def leading_verbs() -> dict[str, Office]:
    """Return the verbs of leading and speaking for, with the office that each tells."""
    return {verb: cast(Office, office) for verb, office in load_table("leading_verbs")}


def _complement(words: Words) -> Words:
    """Return the first noun phrase of `words`: a proper name with its linking words, or a description."""
    start = 0
    while (
        start < len(words)
        and words[start].text.islower()
        and words[start].lower in ("the", "a", "an", "its", "his", "her", "their")
    ):
        start += 1
    stop = proper_run(words, start)
    if stop == start:
        stop = start
        while (
            stop < len(words)
            and words[stop].is_word
            and not is_end(words[stop])
            and words[stop].lower not in ("and", "or")
        ):
            stop += 1
    else:
        while (
            stop < len(words)
            and words[stop].is_word
            and not is_end(words[stop])
            and words[stop].text.islower()
            and words[stop].lower not in ("and", "or")
        ):
            stop += 1
        if stop < len(words) and words[stop].is_possessive:
            end = stop + 1
            while end < len(words) and words[end].is_word and not is_end(words[end]):
                end += 1
            stop = end
    return (_apposed(words[start:stop]) or _apposed(words[start:]) or words[:stop]) if stop > start else ()


def _apposed(words: Words) -> Words:
    """Return the name that a description leads up to: "The Soup Kitchen" of "Catholic charity The Soup Kitchen"."""
    known = source_heads()
    for at, word in enumerate(words[1:], 1):
        if is_end(word) or not word.is_word:
            return ()
        if word.is_capital and words[at - 1].text.islower() and words[at - 1].lower in known:
            first = at + (word.lower == "the" and at + 1 < len(words))
            stop = proper_run(words, first)
            person = fold(words[first].text) in given_names()
            return words[at:stop] if stop > first and not person else ()
    return ()


def _premodifier(words: Words) -> Words:
    """Return the organisation before a role: "Roe Motors" in "Roe Motors chief", "county police" in "… constable"."""
    end = len(words)
    known = source_heads()
    plain = load_words("premodifiers")
    while end > 0 and not (is_name_word(words[end - 1]) or words[end - 1].lower in known):
        end -= 1
    start = end
    while (
        start > 0
        and (words[start - 1].is_word or words[start - 1].is_possessive)
        and words[start - 1].lower not in ("former", "ex", "then", "longtime", "senior", "deputy", "acting", "veteran")
    ):
        start -= 1
    kept = words[start:end]
    if len(kept) == 1 and kept[0].lower in known and any(word.lower == "and" for word in words[end:]):
        return ()  # "clinic and advocacy manager"
    while kept and kept[0].lower in plain and len(kept) > 1 and not kept[0].is_capital and kept[1].is_capital:
        kept = kept[1:]
    if not kept or (not any(is_name_word(word) for word in kept) and kept[-1].lower not in known):
        return ()
    return kept
