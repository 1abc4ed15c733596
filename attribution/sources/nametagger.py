"""Names of persons, organisations and places: an averaged perceptron over BIO labels, one pass from left to right.

Capital letters alone do not make a name: a sentence begins with one, a headline has one in every word, and a careless
text has none. The perceptron sees the words around, what the word lists know of them, the run of capitals that a word
stands in, and how the whole sentence is written. `training/names.py` makes the weights; docs/models.md is their card.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from attribution.errors import BrokenModel
from attribution.lexicon.load import load_words
from attribution.sources.knowledge import countries, given_names, media_names, person_nouns, source_heads, titles
from attribution.sources.packedrows import PackedRows, Row
from attribution.sources.words import fold, singular

MODEL_FILE = "names.json.gz"
CLASSES = ("Person", "Organization", "Location", "NORP", "Facility")
LABELS = ("O", *(f"{begin}-{name}" for name in CLASSES for begin in "BI"))

# What the word lists know of a word that is no name, though it opens a sentence with a capital.
_COMMON = frozenset({"d", "-", "d-"})


Style = Literal["normal", "title", "upper", "lower"]


@dataclass(frozen=True, slots=True)
class NameTagger:
    """The weights of the perceptron.

    Parameters
    ----------
    weights : for each feature, its weight for each label.
    inner : words written small and marks that stand inside names ("of", "-"); where case tells, no others do.
    """

    weights: Mapping[str, Row]
    inner: frozenset[str]

    def tag(self, words: Sequence[str], tags: Sequence[str], style: Style | None = None) -> list[str]:
        """Return one label a word.

        Parameters
        ----------
        words : a sentence's tokens as written.
        tags : their parts of speech.
        style : how the sentence is written, where its own words are too few to tell.
        """
        seen = Sight(words, tags, style)
        labels: list[str] = []
        before, before2 = "O", "O"
        for i in range(len(words)):
            label = "O" if self.is_plain(seen, i, before) else self._best(seen.features(i, before, before2), before)
            labels.append(label)
            before, before2 = label, before
        return labels

    def is_plain(self, seen: Sight, i: int, before: str) -> bool:
        """Tell whether word `i` can be of no name: a mark, or written small where names are written with a capital."""
        word = seen.words[i]
        if not word[:1].isalnum() or (seen.style == "normal" and word.islower()):
            return before == "O" or seen.lowered[i] not in self.inner
        return i == 0 and seen.style == "normal" and seen.flags[i] in _COMMON  # "Yesterday", "Monday"

    def _best(self, active: Sequence[str], before: str) -> str:
        scores = dict.fromkeys(LABELS, 0.0)
        weights = self.weights
        for feature in active:
            if feature in weights:
                for label, weight in weights[feature].items():
                    scores[label] += weight
        kind = before[2:]
        allowed = (label for label in LABELS if label[0] != "I" or label[2:] == kind)
        return max(allowed, key=scores.__getitem__)


class Sight:
    """What the perceptron sees of a sentence."""

    def __init__(self, words: Sequence[str], tags: Sequence[str], style: Style | None = None) -> None:
        self.words, self.tags = words, tags
        self.style = style or style_of(words)
        self.lowered = [word.lower() for word in words]
        self.flags = [known_as(word) for word in self.lowered]
        self.shapes = [_shape(word, self.style) for word in words]
        self.runs = self._find_runs()

    def _find_runs(self) -> list[tuple[int, int]]:
        """Return for each word the run of words with capitals (of nouns, where case tells nothing) it stands in."""
        named = [
            word[:1].isupper() if self.style == "normal" else tag[:2] == "NN"
            for word, tag in zip(self.words, self.tags, strict=True)
        ]
        runs: list[tuple[int, int]] = []
        start = 0
        while start < len(named):
            end = start + 1
            while named[start] and end < len(named) and named[end]:
                end += 1
            runs += [(start, end)] * (end - start)
            start = end
        return runs

    def _at(self, i: int) -> str:
        return self.lowered[i] if 0 <= i < len(self.lowered) else "|"

    def _flag(self, i: int) -> str:
        return self.flags[i] if 0 <= i < len(self.flags) else "|"

    def _tag(self, i: int) -> str:
        return self.tags[i] if 0 <= i < len(self.tags) else "|"

    def features(self, i: int, before: str, before2: str) -> tuple[str, ...]:
        """Return what the perceptron sees of word `i`, after words labelled `before2` and `before`."""
        word, flag, shape = self.lowered[i], self.flags[i], self.shapes[i]
        left, right = self._at(i - 1), self._at(i + 1)
        start, end = self.runs[i]
        first, size, last = "1" if i == 0 else "0", min(end - start, 5), self.lowered[end - 1]
        style = self.style[0]
        return (
            "w" + word,
            "W" + word + before,
            "f" + flag + before,
            "g" + flag + shape + first,
            "s" + shape + style + self._tag(i) + first,
            "p" + before + before2,
            "q" + before + shape + self._tag(i),
            "3" + word[-3:] + style,
            "4" + word[-4:] + before[2:],
            "2" + word[-2:] + shape,
            "5" + word[:4],
            "l" + left,
            "L" + left + before,
            "m" + self._flag(i - 1) + flag + before,
            "r" + right,
            "R" + self._flag(i + 1) + flag,
            "k" + self._at(i - 2) + left,
            "n" + right + self._at(i + 2),
            "t" + self._tag(i - 1) + self._tag(i) + self._tag(i + 1),
            f"z{i - start}{size}{shape}",
            f"e{i - start}{last}",
            f"h{flag}{self.flags[end - 1]}{size}{i - start}",
            f"a{self.flags[start]}{i - start}{size}{flag}",
            "u" + self._at(end) + str(min(size, 3)),
            "v" + self._flag(end) + self._tag(end) + str(size),
            "o" + self._at(start - 1) + str(min(size, 3)),
            "j" + self._flag(start - 1) + self._tag(start - 1) + str(size),
            "b",
        )


def style_of(words: Sequence[str]) -> Style:
    """Tell how a sentence is written: normal, title (Nearly Every Word), upper or lower (not one capital).

    Examples
    --------
    >>> style_of("The mayor said so on Monday .".split()), style_of("MAYOR SAYS SO AGAIN".split())
    ('normal', 'upper')
    """
    letters = [word for word in words if word[:1].isalpha()]
    if len(letters) < 4:
        return "normal"
    capitals = sum(word[0].isupper() for word in letters)
    if not capitals:
        return "lower"
    if sum(word.isupper() and (len(word) > 1 or word in "AI") for word in letters) * 10 > len(letters) * 8:
        return "upper"
    return "title" if capitals * 10 > len(letters) * 7 else "normal"


def find_names(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first word, word after the last, class) of the names that BIO labels spell.

    Examples
    --------
    >>> list(find_names(["B-Person", "I-Person", "O", "B-Location", "B-Location"]))
    [(0, 2, 'Person'), (3, 4, 'Location'), (4, 5, 'Location')]
    """
    begin, kind = 0, ""
    for i, label in enumerate([*labels, "O"]):
        if kind and (label[0] != "I" or label[2:] != kind):
            yield begin, i, kind
            kind = ""
        if label[0] != "O" and not kind:
            begin, kind = i, label[2:]


def _shape(word: str, style: str) -> str:
    if word[:1].isdigit():
        return "9"
    if not word[:1].isalpha():
        return "."
    if style in ("upper", "lower"):
        return "-"
    if word.islower():
        return "a"
    if word.isupper():
        return "A." if len(word) == 1 or word[1] == "." else "AA"
    if word[0].islower():
        return "aA"
    return ("T" if style == "title" else "Aa") + ("A" if any(c.isupper() for c in word[1:]) else "")


@lru_cache(maxsize=1 << 15)
def known_as(word: str) -> str:
    """Return what the word lists know of a word in lower case, a letter each."""
    plain = fold(word)
    found = ""
    if plain in given_names():
        found += "g"
    if word.rstrip(".") in titles():
        found += "t"
    if (country := countries().get(plain)) is not None:
        found += {"name": "c", "adjective": "j", "capital": "k"}.get(country.how, "s")
    if plain in _places():
        found += "p"
    if plain in media_names():
        found += "m"
    one = singular(plain)
    if (kind := source_heads().get(plain) or source_heads().get(one)) is not None:
        found += kind[:1].upper()
    if plain in person_nouns() or one in person_nouns():
        found += "n"
    if plain in load_words("company_suffixes"):
        found += "x"
    if plain in load_words("date_words"):
        found += "d"
    if plain in load_words("not_names"):
        found += "-"
    return found or "0"


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(name) for name in load_words("places"))


@cache
def load_name_tagger() -> NameTagger:
    """Return the packaged tagger.

    Raises
    ------
    BrokenModel
        When the packaged weights are missing or damaged.
    """
    try:
        return parse_name_tagger(files("attribution.models").joinpath(MODEL_FILE).read_bytes())
    except OSError as error:
        raise BrokenModel(f"the model {MODEL_FILE} of the package cannot be read ({error}); install it again") from None


def parse_name_tagger(data: bytes) -> NameTagger:
    """Return the tagger whose file is `data`.

    Raises
    ------
    BrokenModel
        When `data` is not what `training/names.py` writes.
    """
    try:
        model = json.loads(gzip.decompress(data))
        return NameTagger(PackedRows(model["weights"], LABELS), frozenset(model["inner"]))
    except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise BrokenModel(f"the model {MODEL_FILE} of the package is damaged ({error!r}); install it again") from None
