"""The Punkt model: whether a period ends a sentence or belongs to an abbreviation.

The parameters are learnt by ``training/punkt.py`` and packaged as JSON, since NLTK's own loaders refuse files outside
of its data folders. Only Punkt's decision is used, on the two words around a mark: NLTK's search for the marks runs
under a wall-clock limit that a long line exceeds.

References
----------
Tibor Kiss and Jan Strunk (2006). Unsupervised Multilingual Sentence Boundary Detection. Computational Linguistics
32(4).
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from attribution.errors import BrokenModel
from attribution.lexicon import load_words

MODEL = "punkt-news.json"


@cache
def language_variables() -> Any:
    """Return Punkt's notions of what is a mark, with the typographic quotation marks among them."""
    from nltk.tokenize.punkt import PunktLanguageVars

    class NewsLanguageVars(PunktLanguageVars):  # type: ignore[misc]
        """In older versions of NLTK a period before a typographic quotation mark ends nothing."""

        __slots__ = ()

        _re_word_start = r"[^\(\"\`{\[:;&\#\*@\)}\]\-,“‘«”’»]"
        _re_non_word_chars = r"(?:[)\";}\]\*:@\'\({\[!\?”’»“‘«])"

    return NewsLanguageVars()


@cache
def load_splitter() -> Any:
    """Return NLTK's sentence tokenizer with the packaged parameters and abbreviations.

    Raises
    ------
    BrokenModel
        When the parameters are missing or damaged.
    """
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    try:
        known = json.loads(files("attribution.models").joinpath(MODEL).read_text("utf-8"))
        parameters.abbrev_types = set(known["abbreviations"])
        parameters.collocations = {(first, second) for first, second in known["collocations"]}
        parameters.sent_starters = set(known["starters"])
        parameters.ortho_context.update(known["orthography"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BrokenModel(f"the sentence model {MODEL} cannot be read ({error}): install the package again") from None
    parameters.abbrev_types |= load_abbreviations()
    return PunktSentenceTokenizer(parameters, lang_vars=language_variables())


@cache
def load_abbreviations() -> frozenset[str]:
    """Return the abbreviations of the news as Punkt writes them: in lower case, without the last period."""
    words = load_words("news_abbreviations") | load_words("abbreviated_titles")
    return frozenset(word.rstrip(".").lower() for word in words)


@cache
def load_titles() -> frozenset[str]:
    """Return the abbreviations that stand before a name, and so never end a sentence before a capital."""
    return frozenset(word.rstrip(".").lower() for word in load_words("abbreviated_titles"))


def ends_sentence_before(word: str, following: str) -> bool:
    """Tell whether the mark at the end of `word` ends a sentence, given the word that follows.

    Parameters
    ----------
    word : a word with the mark at its end.
    following : the next word.

    Examples
    --------
    >>> ends_sentence_before("Gen.", "Petraeus"), ends_sentence_before("town.", "The")
    (False, True)
    """
    if word.endswith(".") and word[:-1].lower() in load_titles():
        return False
    if "." in word[:-1] and following[:1].islower():
        # J.F.K. and the like are too many to be listed.
        return False
    return bool(load_splitter().text_contains_sentbreak(f"{word} {following}"))
