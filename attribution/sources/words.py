"""Split a stretch of text into the words that noun phrases are made of.

The sentences' own tokens serve the models; here names matter: an abbreviation keeps its full stop ("Gov.", "U.S."), a
hyphenated name stays whole, and the possessive ending stands alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from attribution.spans import Span

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., p.m.
    r"|[A-Z][a-z]{0,5}\.(?=\s+[^\W\d_a-z])"  # Gov. Roe, J. Roe: an abbreviation before a name
    r"|[@#]\w+"
    r"|\$?\d+(?:[.,]\d+)*%?(?:-\w+)*"
    r"|\w+(?:[-‐‑–.'’&/]\w+)*"
    r"|\S"
)
_AGENT = re.compile(r"\w{3,}(?:er|or|ist|ian|eer|ee|woman|man)$")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)


class Word(NamedTuple):
    """A word or mark of the text.

    `pos` is its Penn Treebank part of speech, and `name` the class of the name it stands in (`nametagger.CLASSES`);
    each is empty where none is known. Where letter case tells nothing, `text` is written as it would be elsewhere.
    """

    text: str
    start: int
    end: int
    pos: str = ""
    name: str = ""

    @property
    def lower(self) -> str:
        """The word as the word lists write it: lower case, straight apostrophe, no final full stop."""
        word = self.text.lower().replace("’", "'")
        return word if len(word) < 3 or word[1:2] == "." else word.rstrip(".")

    @property
    def is_capital(self) -> bool:
        """Whether the word is written as a name is: a capital, a digit after a capital, or a handle."""
        return self.text[:1].isupper() or self.text[:1] == "@" or (self.text[:1].islower() and self.text[1:2].isupper())

    @property
    def is_word(self) -> bool:
        """Whether it is a word rather than a mark."""
        return self.text[:1].isalnum() or self.text[:1] in "@#$"

    @property
    def is_possessive(self) -> bool:
        """Whether it is the possessive ending of the word before it."""
        return self.text.replace("’", "'").lower() in ("'s", "'")


def split_words(text: str, span: Span) -> list[Word]:
    """Return the words and marks of ``text[span.start:span.end]`` in order.

    Examples
    --------
    >>> [word.text for word in split_words("Gov. Roe's aide", Span(0, 15))]
    ['Gov.', 'Roe', "'s", 'aide']
    """
    words: list[Word] = []
    for found in _WORD.finditer(text, span.start, span.end):
        start, end = found.span()
        word = found.group()
        ending = _POSSESSIVE.search(word)
        if ending and ending.start() > 0 and ending.group().lower() != "'":
            words.append(Word(word[: ending.start()], start, start + ending.start()))
            words.append(Word(ending.group(), start + ending.start(), end))
        else:
            words.append(Word(word, start, end))
    return words


def surface(text: str, words: Sequence[Word]) -> str:
    """Return the text that `words` cover, white space folded; empty for no words."""
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """Return `name` for comparison: lower case, no accents, no marks but inner hyphens, single spaces.

    Examples
    --------
    >>> fold("José  O’Brien, Jr.")
    'jose obrien jr'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = re.sub(r"['’.]", "", plain.lower())
    return " ".join(re.sub(r"[^\w@-]", " ", plain).split())


_IRREGULAR = {
    "men": "man", "women": "woman", "people": "person", "children": "child", "wives": "wife", "media": "media",
    "police": "police", "news": "news", "press": "press", "congress": "congress", "fishermen": "fisherman",
}  # fmt: skip


def is_agent(noun: str) -> bool:
    """Tell whether a noun that no list holds looks like one for people: "questioner", "phlebotomist", "logician"."""
    return bool(_AGENT.search(noun))


def singular(word: str) -> str:
    """Return the singular of a lower-case English noun, by its ending.

    Examples
    --------
    >>> [singular(word) for word in ("agencies", "spokeswomen", "witnesses", "boss", "authors")]
    ['agency', 'spokeswoman', 'witness', 'boss', 'author']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
