"""The Punkt model of sentence ends: its packaged parameters, and the marks that news uses beside those Punkt knows.

References
----------
Tibor Kiss and Jan Strunk (2006). Unsupervised Multilingual Sentence Boundary Detection. Computational Linguistics 32(4).
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from attribution.errors import BrokenModel
from attribution.lexicon import load_words

MODEL = "punkt-news.json"


@cache
def language_variables() -> Any:
    """Return Punkt's notions of what is a mark, with the typographic quotation marks added to them."""
    from nltk.tokenize.punkt import PunktLanguageVars

    class NewsLanguageVars(PunktLanguageVars):  # type: ignore[misc]
        """Punkt's own knows only straight quotation marks: ``over.” He`` would not be a sentence end."""

        __slots__ = ()

        sent_end_chars = (".", "?", "!", "…")
        internal_punctuation = ",:;"
        re_boundary_realignment = re.compile(r"[\"”’»')\]}]+?(?:\s+|(?=--)|$)", re.MULTILINE)
        _re_word_start = r"[^\(\"\`{\[:;&\#\*@\)}\]\-,“‘«]"
        _re_non_word_chars = r"(?:[)\";}\]\*:@\'\({\[!\?”’»“‘«])"

    return NewsLanguageVars()


@cache
def load_splitter() -> Any:
    """Return NLTK's sentence tokenizer with the packaged parameters and news abbreviations.

    Raises
    ------
    BrokenModel
        When the parameters are missing or damaged.
    """
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    try:
        known = json.loads(files("attribution.models").joinpath(MODEL).read_text("utf-8"))
        parameters = PunktParameters()
        parameters.abbrev_types = set(known["abbreviations"])
        parameters.collocations = {(first, second) for first, second in known["collocations"]}
        parameters.sent_starters = set(known["starters"])
        parameters.ortho_context.update(known["orthography"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BrokenModel(f"the sentence model {MODEL} of the package cannot be read ({error}); install it again") from None
    parameters.abbrev_types |= {word.rstrip(".").lower() for word in load_words("news_abbreviations")}
    return PunktSentenceTokenizer(parameters, lang_vars=language_variables())
