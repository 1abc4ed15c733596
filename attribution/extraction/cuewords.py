"""Which cues are words of saying, thinking or showing, and which of them deny."""

from __future__ import annotations

import re
from functools import cache

from attribution.extraction.lemmas import cue_verbs, verb_lemma
from attribution.lexicon.load import load_table, load_words

_WORD = re.compile(r"\w+")


def is_word_of_saying(cue: str) -> bool:
    """Tell whether a cue has a word of saying, thinking or showing, or is a mere mark.

    Examples
    --------
    >>> is_word_of_saying("has repeatedly denied"), is_word_of_saying(":"), is_word_of_saying("signed")
    (True, True, False)
    """
    words = _WORD.findall(cue.lower())
    return not words or any(verb_lemma(word) in cue_verbs() or word in _other_cues() for word in words)


def is_denial(cue: str) -> bool:
    """Tell whether a cue has a verb that denies.

    Examples
    --------
    >>> is_denial("has firmly denied"), is_denial("said")
    (True, False)
    """
    lemmas = (verb_lemma(word) for word in _WORD.findall(cue.lower()))
    return any(lemma in cue_verbs() and cue_verbs()[lemma][1] == "denies" for lemma in lemmas)


@cache
def _other_cues() -> frozenset[str]:
    """Nouns, with their plurals, and the adverbs and prepositions that make a cue alone."""
    nouns = {row[0] for row in load_table("cue_nouns")}
    return frozenset(nouns | {f"{noun}s" for noun in nouns} | load_words("cues_without_verb"))
