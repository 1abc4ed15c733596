"""Mark the words of a document that the tagger of names takes for a person's, an organisation's or a place's name.

What one sentence leaves open another tells: a name gets the class that most of its places have, and a surname alone
that of the full names it ends.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attribution.model import Reading, Sentence
from attribution.sources.nametagger import find_names, load_name_tagger, style_of
from attribution.sources.words import Word, fold

# A full name tells more of what its last word is than that word alone.
_FULL_NAME = 3
_ODD = ("upper", "lower", "title")


@dataclass(frozen=True, slots=True)
class Marking:
    """What the tagger found in a document.

    Parameters
    ----------
    classes : by the place where a word begins, the class of the name that it stands in.
    odd : the places of the sentences' words whose case tells nothing: all capitals, none, or a headline's.
    """

    classes: Mapping[int, str]
    odd: frozenset[int]

    def mark(self, words: Sequence[Word]) -> list[Word]:
        """Return the words with their classes; those whose case tells nothing written as names are, or small."""
        return [self._mark(word) for word in words]

    def _mark(self, word: Word) -> Word:
        found = self.classes.get(word.start, "")
        if word.start in self.odd and word.text[:1].isalpha():
            return word._replace(text=word.text.capitalize() if found else word.text.lower(), name=found)
        return word._replace(name=found) if found else word


def mark_names(reading: Reading) -> Marking:
    """Return the names of a document's sentences.

    Parameters
    ----------
    reading : the document with its sentences.
    """
    tagger = load_name_tagger()
    whole = style_of([token.text for sentence in reading.sentences[:50] for token in sentence.tokens])
    odd: set[int] = set()
    names: list[tuple[Sentence, int, int, str]] = []
    for sentence in reading.sentences:
        words = [token.text for token in sentence.tokens]
        style = style_of(words) if len(words) > 4 or whole == "normal" else whole
        labels = tagger.tag(words, [token.pos for token in sentence.tokens], style)
        if style in _ODD and not (style == "title" and words[-1] in ".!?"):  # a headline has no full stop
            odd.update(token.start for token in sentence.tokens)
        names.extend((sentence, *name) for name in find_names(labels))
    return Marking(_agreed(names), frozenset(odd))


def _agreed(names: Sequence[tuple[Sentence, int, int, str]]) -> dict[int, str]:
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    written = [fold(" ".join(token.text for token in one.tokens[start:end])) for one, start, end, _ in names]
    for name, (_, _, _, kind) in zip(written, names, strict=True):
        votes[name][kind] += 1
        if kind == "Person" and " " in name:
            votes[name.rsplit(" ", 1)[1]][kind] += _FULL_NAME
    classes: dict[int, str] = {}
    for name, (sentence, start, end, kind) in zip(written, names, strict=True):
        best = max(votes[name].items(), key=lambda item: (item[1], item[0] == kind))[0]
        for token in sentence.tokens[start:end]:
            classes[token.start] = best
    return classes
