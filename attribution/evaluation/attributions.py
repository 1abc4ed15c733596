"""Figures for attributions, whatever tokens either side was made with: only words count, not marks and spaces.

Words are runs of letters and digits. Found attributions are paired one to one with gold ones by the words they share;
over those pairs, for each role (source, cue, content):

whole
    Attributions whose cues share a word, whose sources share a word or are both absent, and whose contents' words
    overlap by half (Jaccard): "who said what" as one figure.
exact-ROLE
    Attributions in which the role's words are the same.
words-ROLE
    Words of the role that both sides have.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attribution.evaluation.tally import Tally
from attribution.model import Attribution
from attribution.spans import Span

ROLES = ("source", "cue", "content")
FIGURES = ("whole", *(f"{kind}-{role}" for kind in ("exact", "words") for role in ROLES))

# Half of the words is the least that still says the same thing (the measure of PolNeAR's annotators' agreement).
_LEAST_OVERLAP = 0.5
# A cue is a word or two, but which attribution it is hangs on it: a shared word of it counts four times.
_CUE_WEIGHT = 4

_WORD = re.compile(r"\w+")


class Words(NamedTuple):
    """The words of an attribution by role, as indices among the text's words."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def score_attributions(
    documents: Iterable[tuple[str, Sequence[Attribution], Sequence[Attribution]]],
) -> dict[str, Tally]:
    """Return the counts for each of `FIGURES`, over all documents together.

    Parameters
    ----------
    documents : text, gold attributions and found ones of each; those without cue and content do not count.
    """
    tallies = dict.fromkeys(FIGURES, Tally())
    for text, gold_attributions, found_attributions in documents:
        places = _places(text)
        gold, found = _countable(gold_attributions, places), _countable(found_attributions, places)
        for figure, tally in _count(gold, found).items():
            tallies[figure] += tally
    return tallies


def pair_attributions(
    text: str, gold: Sequence[Attribution], found: Sequence[Attribution]
) -> list[tuple[Attribution, Attribution]]:
    """Return the attributions of both sides that belong together, the gold one first, best pairs first.

    Parameters
    ----------
    text : of the document.
    gold, found : attributions of that document.
    """
    places = _places(text)
    pairs = _pair([_words(a, places) for a in gold], [_words(b, places) for b in found])
    return [(gold[g], found[f]) for g, f in pairs]


def is_whole(text: str, gold: Attribution, found: Attribution) -> bool:
    """Tell whether two attributions say the same: who said what.

    Parameters
    ----------
    text : of their document.
    gold, found : the two.
    """
    places = _places(text)
    return _is_whole(_words(gold, places), _words(found, places))


def _count(gold: Sequence[Words], found: Sequence[Words]) -> dict[str, Tally]:
    pairs = [(gold[g], found[f]) for g, f in _pair(gold, found)]
    counts = {"whole": Tally(sum(_is_whole(a, b) for a, b in pairs), len(found), len(gold))}
    for number, role in enumerate(ROLES):
        counts[f"exact-{role}"] = Tally(
            sum(bool(a[number]) and a[number] == b[number] for a, b in pairs),
            sum(bool(b[number]) for b in found),
            sum(bool(a[number]) for a in gold),
        )
        counts[f"words-{role}"] = Tally(
            sum(len(a[number] & b[number]) for a, b in pairs),
            sum(len(b[number]) for b in found),
            sum(len(a[number]) for a in gold),
        )
    return counts


def _pair(gold: Sequence[Words], found: Sequence[Words]) -> list[tuple[int, int]]:
    """Pair greedily, those that share most first: what an optimal assignment would change is negligible here."""
    candidates = []
    for g, a in enumerate(gold):
        for f, b in enumerate(found):
            cue, content = len(a.cue & b.cue), len(a.content & b.content)
            if cue or content:
                shared = len(a.source & b.source) + _CUE_WEIGHT * cue + content
                candidates.append((shared, -abs(g - f), g, f))
    pairs = []
    free_gold, free_found = set(range(len(gold))), set(range(len(found)))
    for _, _, g, f in sorted(candidates, reverse=True):
        if g in free_gold and f in free_found:
            free_gold.discard(g)
            free_found.discard(f)
            pairs.append((g, f))
    return pairs


def _is_whole(a: Words, b: Words) -> bool:
    either = a.content | b.content
    overlap = len(a.content & b.content) / len(either) if either else 0.0
    same_source = bool(a.source & b.source) or not (a.source or b.source)
    return bool(a.cue & b.cue) and same_source and overlap >= _LEAST_OVERLAP


def _countable(attributions: Iterable[Attribution], places: Sequence[Span]) -> list[Words]:
    words = (_words(attribution, places) for attribution in attributions)
    return [each for each in words if each.cue or each.content]


def _words(attribution: Attribution, places: Sequence[Span]) -> Words:
    roles = (attribution.source, attribution.cue, attribution.content)
    return Words(*(frozenset(index for span in spans for index in _touched(span, places)) for spans in roles))


def _touched(span: Span, places: Sequence[Span]) -> Iterator[int]:
    index = bisect_left(places, (span.start,))
    if index and places[index - 1].end > span.start:
        index -= 1
    while index < len(places) and places[index].start < span.end:
        yield index
        index += 1


def _places(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(text)]
