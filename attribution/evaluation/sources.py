"""Figures for source resolution alone, on annotated articles whose attributions are given.

Beside ``same-source``, ``named`` and ``speaks-for`` of `attribution.evaluation.articles`:

speaker
    Share of the attributions' sources that are the right one: the predicted source is the one that most often stands
    for the annotated source, and stands for it most often. Stricter than B-cubed for sources that speak once.
unresolved
    Share of the attributions' sources that are left open.
types
    Share of the annotated sources, each counted once, whose type is right.
voices (precision), voices (recall)
    Those of ``speaks-for``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log

from attribution.evaluation.articles import Comparison, count_named, count_spokespeople, score_same_source
from attribution.evaluation.tally import Tally
from attribution.model import Source


def score_sources(comparisons: Sequence[Comparison]) -> dict[str, float]:
    """Return the figures that the module's docstring explains, each from 0 to 1.

    Parameters
    ----------
    comparisons : one for each annotated article.
    """
    voices = sum(map(count_spokespeople, comparisons), Tally())
    return {
        "same-source": score_same_source(comparisons),
        "speaker": sum(map(count_speakers, comparisons), Tally()).recall,
        "unresolved": sum(map(count_unresolved, comparisons), Tally()).recall,
        "named": sum(map(count_named, comparisons), Tally()).recall,
        "types": sum(map(count_source_types, comparisons), Tally()).recall,
        "speaks-for": voices.f1,
        "voices (precision)": voices.precision,
        "voices (recall)": voices.recall,
    }


def count_speakers(article: Comparison) -> Tally:
    """Count the attributions' sources that are the right one."""
    matches = [match for several in article.matches for match in several]
    right = sum(is_speaker_right(article, match.gold, match.predicted) for match in matches)
    return Tally(right, len(matches), len(matches))


def is_speaker_right(article: Comparison, gold: str, predicted: str | None) -> bool:
    """Tell whether a predicted source stands for the annotated one, and no other does so more often.

    Parameters
    ----------
    article : both sides.
    gold, predicted : ids of the two sources.
    """
    if predicted is None:
        return False
    return article.gold_of[predicted] == gold and article.found_of[gold] == predicted


def count_unresolved(article: Comparison) -> Tally:
    """Count the attributions' sources that are left open."""
    matches = [match for several in article.matches for match in several]
    return Tally(sum(match.predicted is None for match in matches), len(matches), len(matches))


def count_source_types(article: Comparison) -> Tally:
    """Count the annotated sources of the right type, each source once."""
    found = article.found_of
    sources = {match.gold for several in article.matches for match in several}
    pairs = [(article.gold.sources[gold], article.known[found[gold]]) for gold in sources & found.keys()]
    right = sum(is_type_right(gold, predicted) for gold, predicted in pairs)
    return Tally(right, len(sources), len(sources))


def is_type_right(gold: Source, predicted: Source) -> bool:
    """Tell whether a source has the annotated type."""
    return gold.type == predicted.type


def calibration(comparisons: Iterable[Comparison]) -> list[str]:
    """Return lines that tell how often resolutions of each confidence are right, and the log loss of all.

    Only attributions with one source in annotation and report count, and only where its words are a mention.
    """
    bins: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for article in comparisons:
        for confidence, right in _judged(article):
            bins[min(int(confidence * 10), 9)].append((confidence, right))
    lines = []
    for lower, judged in sorted(bins.items()):
        said = sum(confidence for confidence, _ in judged) / len(judged)
        share = sum(right for _, right in judged) / len(judged)
        lines.append(f"confidence {100 * said:5.1f}: {100 * share:5.1f} right of {len(judged)} (from {lower / 10})")
    every = [one for judged in bins.values() for one in judged]
    if every:
        loss = -sum(log(max(c if right else 1 - c, 1e-3)) for c, right in every) / len(every)
        lines.append(f"log loss {loss:.3f}")
    return lines


def _judged(article: Comparison) -> Iterator[tuple[float, bool]]:
    """Yield the confidence of each resolved source mention, and whether it is right."""
    for (_, found), matches in zip(article.pairs, article.matches, strict=True):
        if len(matches) != 1 or len(found.sources) != 1 or len(found.source) != 1:
            continue
        mentions = article.known[found.sources[0]].mentions
        confidence = next((one.confidence for one in mentions if one.span.overlaps(found.source[0])), None)
        if confidence is not None:
            yield confidence, is_speaker_right(article, matches[0].gold, matches[0].predicted)
