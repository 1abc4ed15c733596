"""Find the word for a person in a noun phrase ("spokesman" in "army spokesman Col. Roe"), and where its core ends."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.sources.knowledge import (
    PersonNoun,
    given_names,
    match_person_noun,
    name_particles,
    source_heads,
    title_nouns,
    titles,
)
from attribution.sources.propernames import classify_name, is_end, is_name_word, person_run
from attribution.sources.words import Word, fold, singular

# Which of two roles tells for whom a person speaks: "army spokesman Colonel Roe" is a voice before an officer.
_STRENGTH = {"voice": 6, "head": 5, "counsel": 4, "ruler": 3, "officer": 2, "member": 1, "person": 0}


def core_end(words: Sequence[Word], start: int) -> int:
    """Return where the core of the phrase ends, at `start` or after: at a preposition, relative or participle."""
    for at in range(start, len(words)):
        if (is_end(words[at]) and (at > 0 or words[at].lower == "of")) or opens_participle(words, at):
            return at
    return len(words)


def opens_participle(words: Sequence[Word], at: int) -> bool:
    """Tell whether a participle after the noun begins a shortened clause: "judges handling the case"."""
    word = words[at]
    if not at or not word.text.islower() or not word.lower.endswith(("ing", "ed")):
        return False
    return match_person_noun(words, at) is None and match_person_noun(words[at - 1 : at], 0) is not None


def find_role(words: Sequence[Word]) -> tuple[int, int, PersonNoun] | None:
    """Return the role that tells most, among those at the end of the core or before a name: start, end, noun."""
    found: list[tuple[int, int, PersonNoun]] = []
    at = 0
    while at < len(words) and not (is_end(words[at]) and at > 0) and not opens_participle(words, at):
        match = match_person_noun(words, at)
        if match and not _is_surname(words, at, match[0]):
            found.append((at, match[0], match[1]))
            at = match[0]
        else:
            if words[at].is_possessive:
                found.clear()
            at += 1
    if not found or not _closes(words, found[-1][1]):
        return None
    best = found[-1]
    for role in reversed(found[:-1]):
        if role[1] != best[0] and any(word.text[:1].islower() for word in words[role[1] : best[0]]):
            break
        stronger = _STRENGTH[role[2].office] - _STRENGTH[found[-1][2].office]
        if _STRENGTH[role[2].office] >= 4 and (stronger > 0 or found[-1][2].noun in titles()):
            return role[0], found[-1][1], role[2]._replace(plural=found[-1][2].plural)
    return best


def _closes(words: Sequence[Word], end: int) -> bool:
    """Tell whether a role that ends at `end` is the phrase's noun: nothing, a name or a complement follows."""
    if end >= len(words) or is_end(words[end]) or not words[end].is_word or opens_participle(words, end):
        return True
    if not (is_name_word(words[end]) or words[end].lower.split("-")[0] in name_particles()):
        return False
    run = words[end : person_run(words, end)]
    return not run or classify_name(run) in ("person", "unknown") or begins_given(run)


def begins_given(words: Sequence[Word]) -> bool:
    """Tell whether the first word is a known given name."""
    return bool(words) and fold(words[0].text) in given_names()


def _is_surname(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether a word that could be a role is part of a name: "Tim Cook", "Guy Roe", "Doctors Without Borders"."""
    word = words[start]
    if start and " ".join(w.lower for w in words[start - 1 : end]) in source_heads():
        return True  # "Directorate General"
    if end - start > 1 or not word.is_capital:
        return False
    if (
        start
        and end == len(words)
        and words[start - 1].lower in titles()
        and words[start - 1].lower not in title_nouns()
    ):
        return True  # "Dr Shah"
    before = start > 0 and fold(words[start - 1].text) in given_names() and words[start - 1].is_capital
    follows = end < len(words) and is_name_word(words[end])
    if before and not follows:
        return True
    if fold(word.text) in given_names() and follows and word.lower not in titles():
        return True
    return singular(word.lower) != word.lower and follows
