"""Words and the families they belong to: the ways in which two texts can name one thing.

A word's *family* is what its inflected and derived forms share ("evacuate", "evacuations"); its *topics* are the sets
of words that news uses for the same event ("deal", "truce"). Inflection is undone by irregular forms and by Porter's
stemmer (Porter 2001, Snowball), which needs no data.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from attribution.lexicon.load import load_table, load_words

_WORD = re.compile(
    r"[^\W\d_]+(?:['’.-](?=[^\W_])[^\W_]+)*['’]?|\d+(?:[.,]\d+)*(?:[^\W\d_]+)?|[^\w\s]",
)
_CLITIC = re.compile(r"(?i)^(.+)(n['’]t|['’](?:s|re|ve|ll|d|m))$")


class Word(NamedTuple):
    """A word, number or mark of a text, with its place; clitics ("n't", "'s") are words of their own."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case, with straight apostrophes."""
        return self.text.lower().replace("’", "'")


@lru_cache(maxsize=2048)
def find_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Return the words, numbers and marks of ``text[start:end]``.

    Examples
    --------
    >>> [word.text for word in find_words("It didn't cost $5.7 million.")]
    ['It', 'did', "n't", 'cost', '$', '5.7', 'million', '.']
    """
    words = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        clitic = _CLITIC.match(match[0])
        if clitic and clitic[1].lower() not in {"o", "d"}:
            cut = match.start() + clitic.end(1)
            words += [Word(clitic[1], match.start(), cut), Word(clitic[2], cut, match.end())]
        else:
            words.append(Word(match[0], match.start(), match.end()))
    return tuple(words)


@cache
def find_stem(word: str) -> str:
    """Return what the inflected forms of a lower-case word share.

    Examples
    --------
    >>> find_stem("fled") == find_stem("flee"), find_stem("bombs") == find_stem("bombing")
    (True, True)
    """
    word = _irregular().get(word, word)
    if word.endswith("eed") and word[:-1] in _frequencies():
        word = word[:-1]  # "freed", which the stemmer takes for "feed"
    return _stemmer()(word)


@cache
def find_family(word: str) -> str:
    """Return the name of the family of a lower-case word: derived forms and inflected forms share it.

    Examples
    --------
    >>> find_family("evacuations") == find_family("evacuated")
    True
    """
    stem = find_stem(word)
    # What the table does not know shares its stem but for a last vowel: "prorogued", "prorogation".
    return _families().get(stem) or (stem.rstrip("eiuy") if len(stem) > _SHORT_STEM else stem)


_SHORT_STEM = 5


@cache
def find_topics(word: str) -> frozenset[str]:
    """Return the names of the sets of near-synonyms in which a lower-case word stands.

    Examples
    --------
    >>> bool(find_topics("truce") & find_topics("agreements"))
    True
    """
    return _topics().get(find_family(word), frozenset())


@cache
def find_rarity(word: str) -> float:
    """Return how much a lower-case word tells of what a text is about: from 0 (in every article) to 1 (in none known).

    The inverse document frequency (Sparck Jones 1972) in 1,068 news articles, scaled by its greatest value, of the most
    common word with this stem.
    """
    total = _frequencies()["*"]
    return log(total / _commonest().get(find_stem(word), _UNSEEN)) / log(total)


# A word too rare for the counts is taken to occur in so many of the articles.
_UNSEEN = 2


@cache
def _commonest() -> dict[str, int]:
    """Return for each stem the count of its most common form."""
    commonest: dict[str, int] = {}
    for word, count in _frequencies().items():
        if word != "*":
            stem = find_stem(word)
            commonest[stem] = max(commonest.get(stem, 0), count)
    return commonest


@cache
def find_forms(word: str) -> frozenset[str]:
    """Return the inflected forms that a lower-case base form may have, regular ones by spelling.

    Examples
    --------
    >>> sorted(find_forms("deny") & {"deny", "denies", "denied", "denying", "denial"})
    ['denied', 'denies', 'deny', 'denying']
    """
    stems = {word, word.removesuffix("e"), word + word[-1:]}
    forms = {word, word + "s", word + "es", word + "d"} | {stem + end for stem in stems for end in ("ed", "ing")}
    if word.endswith("y"):
        forms |= {word[:-1] + end for end in ("ies", "ied")}
    return frozenset(forms | _forms_of().get(word, frozenset()))


@cache
def _forms_of() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for form, base in load_table("irregular_forms"):
        forms.setdefault(base, set()).add(form)
    return {base: frozenset(found) for base, found in forms.items()}


@cache
def _stemmer() -> Callable[[str], str]:
    from nltk.stem.snowball import EnglishStemmer

    stem: Callable[[str], str] = EnglishStemmer().stem
    return stem


@cache
def _irregular() -> dict[str, str]:
    return {row[0]: row[1] for row in load_table("irregular_forms")}


@cache
def _families() -> dict[str, str]:
    families: dict[str, str] = {}
    for row in load_table("word_families"):
        name = next((families[s] for s in map(find_stem, row) if s in families), find_stem(row[0]))
        families.update({find_stem(word): name for word in row})
    return families


@cache
def _topics() -> dict[str, frozenset[str]]:
    topics: dict[str, set[str]] = {}
    for (cell,) in load_table("synonyms"):
        words = cell.split(",")
        for word in words:
            topics.setdefault(find_family(word), set()).add(words[0])
    return {family: frozenset(names) for family, names in topics.items()}


@cache
def _frequencies() -> dict[str, int]:
    return {word: int(count) for word, count in load_table("document_frequencies")}


@cache
def load_class(name: str) -> frozenset[str]:
    """Return the words of a class of ``word_classes.tsv``."""
    return next(frozenset(words.split()) for label, words in load_table("word_classes") if label == name)


@cache
def load_phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the entries of a packaged word list as sequences of words, the longest first."""
    rows = (tuple(w.lower for w in find_words(entry)) for entry in load_words(name))
    return tuple(sorted(rows, key=lambda row: (-len(row), row)))
