"""The rule extractor: candidates, how likely each is, and which of them stand."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.extraction.rules.candidates import Candidate
from attribution.extraction.rules.labels import find_labels
from attribution.extraction.rules.lines import Line, make_lines
from attribution.extraction.rules.phrasal import find_phrasal
from attribution.extraction.rules.quoted import Quotes
from attribution.extraction.rules.running import find_runs, run_on
from attribution.extraction.rules.verbal import find_verbal
from attribution.extraction.rules.weights import confidence_of, load_weights
from attribution.model import Quotation, Sentence

# What the makers of PolNeAR often left out (silence, doubt, "is said to") is wanted here: the plain uses of a verb of
# saying stand at a lower confidence.
_LEAST_TYPICAL = 0.2
# Below this a candidate is more often wrong than is good for F1; measured on PolNeAR dev.
_LEAST = 0.35


def find_candidates(lines: Sequence[Line], quotes: Quotes) -> list[Candidate]:
    """Return everything that may be an attribution, in reading order of the cues' sentences.

    Parameters
    ----------
    lines : the document's sentences.
    quotes : its quotations.
    """
    found: list[Candidate] = []
    runs = find_runs(lines)
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is not None and before.sentence.paragraph != line.sentence.paragraph:
            before = None
        found.extend(find_verbal(line, number, quotes, before))
        found.extend(find_phrasal(line, number, quotes))
        found.extend(find_labels(line, number, quotes))
    return [run_on(candidate, lines, runs, quotes) for candidate in found]


def find_by_rules(
    sentences: Sequence[Sentence], quotations: Sequence[Quotation], least: float = _LEAST
) -> list[tuple[Candidate, float]]:
    """Return the candidates that stand, each with its confidence.

    Parameters
    ----------
    sentences, quotations : of one document.
    least : the least confidence.
    """
    lines = tuple(make_lines(sentences, quotations))
    quotes = Quotes(quotations)
    weights = load_weights()
    scored = [(c, confidence_of(c.features, weights)) for c in find_candidates(lines, quotes)]
    floors = (least, min(least, _LEAST_TYPICAL))
    return choose([pair for pair in scored if pair[1] >= floors[pair[0].typical]])


def choose(scored: Sequence[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """Return the candidates whose cues share no word with a likelier one's, in reading order.

    Parameters
    ----------
    scored : candidates with their confidences.
    """
    taken: set[int] = set()
    chosen = []
    for candidate, confidence in sorted(scored, key=lambda pair: (-pair[1], pair[0].cue)):
        place = range(candidate.cue.start, candidate.cue.end)
        if taken.isdisjoint(place):
            taken.update(place)
            chosen.append((candidate, confidence))
    return sorted(chosen, key=lambda pair: (pair[0].cue, pair[0].frame))
