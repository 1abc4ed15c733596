"""Parts of speech: an averaged perceptron over Penn Treebank tags, one greedy pass from left to right.

The method is Collins (2002), "Discriminative training methods for hidden Markov models"; the features follow
M. Honnibal's tagger, which NLTK carries too. Ours differs where news needs it: capitals mean nothing in a headline,
quotation marks come in many shapes, and a word seen often is only ever given a tag it was seen with, which makes it
several times as fast. `training/tagger.py` makes the weights.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from attribution.errors import BrokenModel

MODEL_FILE = "tagger.json.gz"

# Marks whose tag needs no model. The straight double mark opens and closes by turns.
_FIXED = {
    **dict.fromkeys("“„«‹‟‘‚`", "``"),
    **dict.fromkeys(("``", ",,"), "``"),
    **dict.fromkeys("”»›’", "''"),
    "''": "''",
    **dict.fromkeys("([{", "-LRB-"),
    **dict.fromkeys(")]}", "-RRB-"),
    ",": ",",
    **dict.fromkeys((".", "?", "!", "?!", "!!", "!?"), "."),
    **dict.fromkeys((":", ";", "-", "--", "---", "–", "—", "―", "...", "…", "•", "|", "/"), ":"),
    **dict.fromkeys("$£€¥₹", "$"),
    "#": "#",
    "%": "NN",
}


@dataclass(frozen=True, slots=True)
class Tagger:
    """The weights of the perceptron.

    Parameters
    ----------
    known : for each word seen often, in lower case, the tags it was seen with.
    weights : for each feature, its weight for each tag.
    tags : all tags.
    """

    known: Mapping[str, tuple[str, ...]]
    weights: Mapping[str, Mapping[str, float]]
    tags: tuple[str, ...]

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return one tag a word."""
        forms, shapes = normalize(words)
        tags: list[str] = []
        before, before2 = "<s>", "<s>"
        opened = False
        for i, word in enumerate(words):
            fixed = _FIXED.get(word)
            candidates = self.known.get(forms[i + 2], self.tags)
            if word == '"':
                tag = "''" if opened else "``"
                opened = not opened
            elif fixed is not None:
                tag = fixed
            elif len(candidates) == 1:
                tag = candidates[0]
            else:
                tag = self._best(features(forms, shapes, i, before, before2), candidates)
            tags.append(tag)
            before, before2 = tag, before
        return tags

    def _best(self, active: Sequence[str], candidates: tuple[str, ...]) -> str:
        scores = dict.fromkeys(candidates, 0.0)
        weights = self.weights
        few = len(candidates) < 6
        for feature in active:
            row = weights.get(feature)
            if row is None:
                continue
            if few:
                for tag in candidates:
                    if tag in row:
                        scores[tag] += row[tag]
            else:
                for tag, weight in row.items():
                    if tag in scores:
                        scores[tag] += weight
        # Ties go to the first candidate, the tag most often seen.
        return max(scores, key=scores.__getitem__)


def normalize(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words in lower case, digits folded, two blanks before and after; and the shape of each word.

    Where nearly every word begins with a capital (a headline), the shapes say so, for capitals then tell no names.
    """
    alphabetic = [word for word in words if word[:1].isalpha()]
    capitals = sum(word[0].isupper() for word in alphabetic)
    headline = len(alphabetic) > 3 and capitals * 10 > len(alphabetic) * 7
    # An acronym ("US", "IS", "WHO") is not the word that it looks like.
    lowered = [_fold(word) + ("^" if not headline and len(word) > 1 and word.isupper() else "") for word in words]
    shapes = [_shape(word, i == 0, headline) for i, word in enumerate(words)]
    return ["<s>", "<s>", *lowered, "</s>", "</s>"], shapes


def _fold(word: str) -> str:
    if word.isalpha():
        return word.lower()
    if any(c.isdigit() for c in word):
        if word.isdigit() and len(word) == 4:
            return "!year"
        return "!number" if not any(c.isalpha() for c in word) else "!code" + word[-2:].lower()
    return word.lower().replace("’", "'")


def _shape(word: str, first: bool, headline: bool) -> str:
    if word.islower():
        return "a"
    if headline:
        return "H" if word[:1].isupper() else "x"
    if word.isupper():
        return "F1" if len(word) == 1 else "AA"
    if word[:1].isupper():
        return "FAa" if first else "Aa"
    return "x"


def features(forms: Sequence[str], shapes: Sequence[str], i: int, before: str, before2: str) -> tuple[str, ...]:
    """Return what the perceptron sees of word `i`: the word, its ending and shape, its neighbours and their tags."""
    form, left, right = forms[i + 2], forms[i + 1], forms[i + 3]
    shape = shapes[i]
    following = shapes[i + 1] if i + 1 < len(shapes) else "."
    return (
        "w" + form,
        "3" + form[-3:],
        "2" + form[-2:] + shape,
        "4" + form[-4:],
        "1" + form[:1],
        "s" + shape + following + before,
        "t" + before,
        "u" + before + before2,
        "v" + before + form,
        "l" + left,
        "m" + left[-3:],
        "k" + forms[i],
        "r" + right,
        "q" + right[-3:] + form[-2:],
        "n" + forms[i + 4],
        "-" + shape + ("-" if "-" in form else ""),
        "b",
    )


def tag_words(words: Sequence[str]) -> list[str]:
    """Return the Penn Treebank tags of one sentence's words.

    Parameters
    ----------
    words : the sentence's tokens as written; n't, 's and punctuation are tokens of their own.

    Returns
    -------
    tags : one a word.

    Raises
    ------
    BrokenModel
        When the packaged weights are missing or damaged.
    """
    return load_tagger().tag(words)


@cache
def load_tagger() -> Tagger:
    """Return the packaged tagger.

    Raises
    ------
    BrokenModel
        When the packaged weights are missing or damaged.
    """
    return parse_tagger(_read_model())


def _read_model() -> bytes:
    try:
        return files("attribution.models").joinpath(MODEL_FILE).read_bytes()
    except OSError as error:
        raise BrokenModel(f"the model {MODEL_FILE} of the package cannot be read ({error}); install it again") from None


def parse_tagger(data: bytes) -> Tagger:
    """Return the tagger whose file is `data`.

    Raises
    ------
    BrokenModel
        When `data` is not what `training/tagger.py` writes.
    """
    try:
        model = json.loads(gzip.decompress(data))
        return Tagger(
            known={word: tuple(tags.split()) for word, tags in model["known"].items()},
            weights=model["weights"],
            tags=tuple(model["tags"]),
        )
    except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenModel(f"the model {MODEL_FILE} of the package is damaged ({error!r}); install it again") from None
