"""What noun phrases are made of: tags, determiners, and the nouns of time and setting."""

from __future__ import annotations

from functools import cache

from attribution.extraction.rules.lines import Line
from attribution.lexicon.load import load_words

DETERMINERS = frozenset(("DT", "PDT", "PRP$", "WP$"))
INNER = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "$", "#", "FW", "RBS"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "FW"))
_HEADS = frozenset(
    [
        "this",
        "that",
        "these",
        "those",
        "some",
        "many",
        "most",
        "few",
        "all",
        "both",
        "another",
        "others",
        "several",
        "each",
        "either",
        "neither",
        "any",
    ]
)
PRONOUNS = frozenset(
    [
        "i",
        "you",
        "he",
        "she",
        "it",
        "we",
        "they",
        "who",
        "one",
        "someone",
        "somebody",
        "everyone",
        "everybody",
        "others",
        "both",
        "none",
    ]
)
Range = tuple[int, int]
# A noun phrase longer than this is a tagging error; the bound also keeps the search linear.
LONGEST = 60
@cache
def time_nouns() -> frozenset[str]:
    """Return the nouns of time, in lower case."""
    return load_words("time_nouns")


@cache
def speech_settings() -> frozenset[str]:
    """Return the nouns for where and how something is said, in lower case."""
    return load_words("speech_settings")


@cache
def attached_prepositions() -> frozenset[str]:
    """Return the prepositions that can tie a noun phrase to a noun before it."""
    return load_words("attached_prepositions")


def is_nominal(line: Line, i: int) -> bool:
    """Tell whether token `i` can end a noun phrase."""
    tag = line.tags[i]
    if tag in ("JJ", "VBG") and i > 0 and line.tags[i - 1] in ("DT", "PRP$"):
        return True
    return tag in _NOUNS or tag == "-RRB-" or (tag in ("DT", "JJ", "JJS", "RBS") and line.words[i] in _HEADS)


