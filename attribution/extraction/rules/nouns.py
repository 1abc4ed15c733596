"""The nouns of saying: "claim", "denial", "call"."""

from __future__ import annotations

from functools import cache

from attribution.lexicon.load import load_table


@cache
def cue_nouns() -> dict[str, str]:
    """Return the nouns for what is said or thought, and their usual stance, by base form."""
    return {row[0]: row[1] for row in load_table("cue_nouns")}


def noun_lemma(word: str) -> str:
    """Return the singular of a regular noun.

    Parameters
    ----------
    word : in lower case.

    Examples
    --------
    >>> noun_lemma("inquiries"), noun_lemma("claims"), noun_lemma("guess")
    ('inquiry', 'claim', 'guess')
    """
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
