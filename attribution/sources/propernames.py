"""Proper names in a row of words: where they end, and what they are names of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from attribution.lexicon.load import load_words
from attribution.model import SourceType
from attribution.sources.knowledge import (
    company_suffixes,
    countries,
    given_names,
    media_names,
    name_particles,
    places,
    source_heads,
    titles,
)
from attribution.sources.words import Word, fold, singular

# Small words inside the names of organisations.
LINKERS = frozenset(
    {"of", "for", "and", "&", "on", "the", "to", "de", "du", "des", "la", "le", "da", "do", "und", "et"}
)


def is_end(word: Word) -> bool:
    """Tell whether `word` ends the core of a noun phrase."""
    return word.text[:1].islower() and word.lower in load_words("noun_phrase_ends")


def is_name_word(word: Word) -> bool:
    """Tell whether `word` can stand in a name: written with a capital."""
    return word.is_word and word.is_capital


def proper_run(words: Sequence[Word], start: int) -> int:
    """Return the index after the proper name that begins at ``words[start]``, linking words inside it included.

    "Syrian Observatory for Human Rights" is one run; "the FBI in Las Vegas" ends before "in".
    """
    end = start
    while end < len(words):
        if (is_name_word(words[end]) and not (end > start and _is_date(words[end]))) or (
            end > start and words[end].text[:1].isdigit()
        ):
            end += 1
            continue
        step = end
        while step < len(words) and step - end < 3 and (words[step].lower in LINKERS or words[step].is_possessive):
            step += 1
        if end > start and step > end and step < len(words) and is_name_word(words[step]) and not _is_date(words[step]):
            end = step
            continue
        break
    return end


def _is_date(word: Word) -> bool:
    """Tell whether a capital is a day's or month's: "Roe on Friday" is no name."""
    return word.lower in load_words("calendar_names")


def person_run(words: Sequence[Word], start: int) -> int:
    """Return the index after the personal name that begins at ``words[start]``: capitals, initials and particles."""
    end = start
    while end < len(words):
        word = words[end]
        if (
            is_name_word(word)
            or (end > start and word.text.startswith('"'))
            or (
                word.lower in name_particles()
                and word.text.islower()
                and end + 1 < len(words)
                and (is_name_word(words[end + 1]) or words[end + 1].lower in name_particles())
                and word.lower not in ("at", "as", "an", "and")
            )
            or (word.lower.split("-")[0] in name_particles() and "-" in word.text)
        ):
            end += 1
        else:
            break
    return end


def classify_name(words: Sequence[Word], article: bool = False) -> SourceType | Literal["unknown"]:
    """Tell what a proper name is the name of: by its words, else by what the tagger took it for; else "unknown"."""
    kind = _classify_words(words, article)
    return _tagged(words) or kind if kind == "unknown" else kind


# What a name's class means for a source. A place that says something is those who govern it. That a name is a
# person's is only leant to: names of firms look like persons', and what the text says of their heads tells more.
_TYPES: dict[str, SourceType] = {
    "Organization": "organization",
    "Location": "government",
    "Facility": "organization",
}


def _tagged(words: Sequence[Word]) -> SourceType | None:
    """Return the type that the tagger of names tells for most of the words."""
    return _TYPES.get(tagged_class(words))


def tagged_class(words: Sequence[Word]) -> str:
    """Return the class that the tagger of names gives most of the words; empty when it gives none to most."""
    found = Counter(word.name for word in words if word.is_word and word.name)
    if not found:
        return ""
    name, count = found.most_common(1)[0]
    return name if 2 * count > sum(word.is_word for word in words) else ""


def _classify_words(words: Sequence[Word], article: bool) -> SourceType | Literal["unknown"]:
    plain = [word.lower for word in words if word.is_word]
    if not plain:
        return "unknown"
    whole = fold(" ".join(plain)).removeprefix("the ")
    if whole in media_names():
        return "media"
    if whole in countries() and countries()[whole].how != "adjective":
        return "organization" if countries()[whole].how == "office" else "government"
    if whole in countries() and whole.endswith("s") and len(plain) < 3:
        return "group"  # "Russians"
    if whole in places():
        return "government"
    if len(plain) > 1 and plain[0] in titles() and plain[-1] not in source_heads():
        return "person"
    given = fold(plain[0]) in given_names()
    if given and len(plain) == 2 and plain[1] in load_words("surname_heads"):
        return "person"
    head = _head_type(plain)
    if head and not (given and len(plain) <= 3 and head in ("document", "media", "group")):
        return head
    if plain[-1] in company_suffixes() and len(plain) > 1:
        return "organization"
    if words[0].text.startswith("@"):
        return "person"
    if given and not article:
        return "person" if len(plain) > 1 else "unknown"
    if len(plain) == 1:
        single = words[0].text
        return "organization" if (single.isupper() and len(single) > 1) or article else "unknown"
    if fold(plain[0]) in countries() or article or any(word.text.isupper() and len(word.text) > 2 for word in words):
        return "organization"
    linked = any(word in LINKERS - {"de", "la", "da", "do", "du"} for word in plain)
    return "unknown" if len(plain) <= 4 and not linked else "organization"


def _head_type(plain: Sequence[str]) -> SourceType | None:
    """Return the type told by the word before a name's first linking word, else by its last words."""
    known = source_heads()
    for at, word in enumerate(plain[1:], 1):
        if word in ("of", "for", "on", "in", "to"):
            for size in (2, 1):
                if at >= size and (found := known.get(" ".join(plain[at - size : at]))):
                    return found
            break
    for size in (3, 2, 1):
        if len(plain) >= size and (found := known.get(" ".join(plain[-size:]))):
            return found
    if (one := singular(plain[-1])) in known:
        return known[one]
    for word in reversed(plain[:-1]):
        if word in known and known[word] in ("organization", "government") and len(plain) > 2:
            return known[word]
    return None
