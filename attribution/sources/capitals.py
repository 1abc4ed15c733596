"""Tell what capitals in a noun phrase are: the name at its end, a sentence's first word, an origin, an acronym."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.lexicon.load import load_words
from attribution.sources.knowledge import countries, name_particles
from attribution.sources.propernames import LINKERS, is_end, is_name_word, proper_run
from attribution.sources.words import Word, fold, singular


def trailing_capitals(core: Sequence[Word]) -> int:
    """Return where the run of name words at the end of `core` begins; its length when there is none."""
    start = len(core)
    while start > 0:
        word = core[start - 1]
        linked = (word.lower in LINKERS or word.lower in name_particles() or word.is_possessive) and start < len(core)
        number = word.text[:1].isdigit() and start == len(core) and start > 1 and is_name_word(core[start - 2])
        if (
            is_name_word(word)
            or linked
            or number
            or ("-" in word.text and word.lower.split("-")[0] in name_particles())
        ):
            start -= 1
        else:
            break
    while start < len(core) and not is_name_word(core[start]) and not core[start].text[:1].isdigit():
        start += 1
    return start


def is_plain_plural(rest: Sequence[Word], at: int) -> bool:
    """Tell whether a capital opens a sentence, not a name: "Hydrologists at the bank"."""
    word = rest[at]
    plural = not word.name and singular(word.lower) != word.lower
    return plural and at + 1 < len(rest) and is_end(rest[at + 1])


def is_acronym(word: Word) -> bool:
    """Tell whether a word is all capitals."""
    return word.text.isupper() and len(word.text) > 1


def of_quantity(words: Sequence[Word]) -> bool:
    """Tell whether a phrase opens with an amount: "Dozens of people"."""
    return len(words) > 2 and words[1].lower == "of" and words[0].lower in load_words("quantity_nouns")


def is_origin(word: Word) -> bool:
    """Tell whether a word tells of which country someone is."""
    found = countries().get(fold(word.text))
    return found is not None and found.how == "adjective"


def with_place(rest: Sequence[Word], stop: int) -> int:
    """Return the end of an organisation's name with the place after it: "the Court of Session in Scotland"."""
    if rest[stop].lower in ("in", "at") and stop + 1 < len(rest) and is_name_word(rest[stop + 1]):
        return proper_run(rest, stop + 1)
    return stop
