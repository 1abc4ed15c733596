"""Base forms of verbs: regular endings taken off by rule, irregular forms looked up."""

from __future__ import annotations

from functools import cache, lru_cache

from attribution.lexicon.load import load_table

_VOWELS = "aeiou"


@cache
def _irregular() -> dict[str, str]:
    return {row[0]: row[1] for row in load_table("irregular_forms") if len(row) > 1}


@cache
def cue_verbs() -> dict[str, tuple[str, str]]:
    """Return the class and the usual stance of every verb in the lexicon of cues, by base form."""
    return {row[0]: (row[1], row[2]) for row in load_table("cue_verbs")}


# Bounded, for a run over many documents meets ever new words.
@lru_cache(maxsize=20_000)
def verb_lemma(word: str) -> str:
    """Return the base form of a verb form.

    Where the ending leaves several possible bases, one that is in the lexicon of cues wins.

    Parameters
    ----------
    word : a verb form, in lower case.

    Examples
    --------
    >>> verb_lemma("denied"), verb_lemma("urging"), verb_lemma("said"), verb_lemma("pledges")
    ('deny', 'urge', 'say', 'pledge')
    """
    known = cue_verbs()
    if word in known:
        return word
    if word in _irregular():
        return _irregular()[word]
    bases = _bases(word)
    return next((base for base in bases if base in known), bases[0] if bases else word)


def _bases(word: str) -> list[str]:
    if len(word) < 4:
        return [word]
    if word.endswith("ies"):
        return [word[:-3] + "y", word[:-1]]
    if word.endswith("ied"):
        return [word[:-3] + "y", word[:-1]]
    if word.endswith("es") and word[-3] in "sxzho":
        return [word[:-2], word[:-1]]
    if word.endswith("s") and not word.endswith("ss"):
        return [word[:-1]]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _stems(word[: -len(ending)])
    return [word]


def _stems(stem: str) -> list[str]:
    """Return what may have stood before -ed or -ing, the likeliest first."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiouslz"
    if doubled:
        return [stem[:-1], stem]
    vowels = [k for k, letter in enumerate(stem) if letter in _VOWELS + "y"]
    if len(vowels) == 1 and vowels[0] == len(stem) - 2 and stem[-1] not in "wx":
        return [stem + "e", stem]
    silent = len(stem) > 1 and stem[-1] not in "aeiouwxy" and stem[-2] in _VOWELS and stem[-1] in "vzcsgut"
    return [stem + "e", stem] if silent else [stem, stem + "e"]
