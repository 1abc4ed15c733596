"""Count how sure each way of resolving a source is: ``python -m training.resolution [FOLDER…]``.

A FOLDER holds drawn articles (`training.drawn_articles`); our own if none is given. For every attribution with one
source, what tells whose it is (a full name, a pronoun with one candidate, a description that fits loosely, …) is noted
together with whether it is right; the shares become ``attribution/lexicon/resolution_confidence.tsv``. A way seldom
seen leans on the share of all together.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from attribution.evaluation.articles import Comparison
from attribution.evaluation.sources import is_speaker_right
from attribution.pipeline import read_document
from attribution.sources.documents import DocumentResolver
from attribution.text import make_document
from benchmarks.source_resolution import compare_folder
from training.drawn_articles import FOLDER

OUTPUT = Path(__file__).parents[1] / "attribution/lexicon/resolution_confidence.tsv"
# As many made-up cases at the share of all together stand beside those counted.
LEANING = 4
HEADER = """\
# How often a mention is of the source that it was resolved to, by what tells it: way, share, cases counted.
# "named" introduces its source or repeats its name; a description fits by its noun (3), by what it can stand for (2) or
# loosely (1); a pronoun has one candidate (alone), a clear best one, or a close second; "*" is all.
# Counted by training/resolution.py on our own drawn articles.
"""


def count_ways(comparisons: Iterable[Comparison]) -> tuple[Counter[str], Counter[str]]:
    """Return how many sources were resolved in each way, and how many of these rightly."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for comparison in comparisons:
        for way, is_right in _ways(comparison):
            seen[way] += 1
            right[way] += is_right
    return seen, right


def _ways(comparison: Comparison) -> Iterator[tuple[str, bool]]:
    document = make_document(comparison.gold.text, id=comparison.gold.id)
    resolver = DocumentResolver(read_document(document, attributions=comparison.gold.attributions))
    resolver.resolve()
    for (gold, _), matches in zip(comparison.pairs, comparison.matches, strict=True):
        speakers = resolver.speakers.get(gold.id, [])
        if len(speakers) == len(matches) == 1 and len(gold.source) == 1:
            mention = next((one for one in speakers[0].occurrences if one.attribution == gold.id), None)
            if mention is not None:
                right = is_speaker_right(comparison, matches[0].gold, matches[0].predicted)
                yield speakers[0].ways[id(mention)], right


def main() -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[FOLDER])
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    seen, right = count_ways(one for folder in options.folders for one in compare_folder(folder))
    prior = sum(right.values()) / max(sum(seen.values()), 1)
    rows = [f"*\t{prior:.3f}\t{sum(seen.values())}"]
    rows += [
        f"{way}\t{(right[way] + LEANING * prior) / (count + LEANING):.3f}\t{count}"
        for way, count in sorted(seen.items())
    ]
    options.output.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
