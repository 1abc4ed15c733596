"""The figures on annotated articles: ``python -m benchmarks.annotated_articles [FOLDER] [--misses]``.

FOLDER holds ``ID.txt`` and ``ID.json`` (`attribution.evaluation.gold_articles`); our own nine if none is given. What
each figure means stands in `attribution.evaluation.articles`. With ``--misses``, every attribution not found whole.
"""

from __future__ import annotations

import sys
from pathlib import Path

from attribution.evaluation.articles import Comparison, compare_article, score_articles
from attribution.evaluation.attributions import is_whole
from attribution.evaluation.gold_articles import read_gold_articles
from attribution.model import Attribution
from attribution.pipeline import build_report, read_document
from attribution.spans import join
from attribution.text import make_document
from benchmarks.articles import EXAMPLES

OURS = EXAMPLES.parent / "tests/gold"


def compare_folder(folder: Path) -> list[Comparison]:
    """Analyse the annotated articles of a folder, each alone, and put each report beside its gold."""
    return [
        compare_article(gold, build_report([read_document(make_document(gold.text, id=gold.id))]))
        for gold in read_gold_articles(folder, texts=EXAMPLES)
    ]


def print_misses(comparison: Comparison) -> None:
    """Print a line for each gold attribution without a whole partner, and for each predicted one."""
    text = comparison.gold.text
    whole = [(a.id, b.id) for a, b in comparison.pairs if is_whole(text, a, b)]
    found, right = {a for a, _ in whole}, {b for _, b in whole}

    def show(mark: str, attribution: Attribution) -> None:
        roles = (attribution.source, attribution.cue, attribution.content)
        print(f"  {mark} {attribution.id:5}", " | ".join(join(text, spans)[:60] for spans in roles))

    print(comparison.gold.id)
    for attribution in comparison.gold.attributions:
        if attribution.id not in found:
            show("-", attribution)
    for attribution in comparison.report.attributions:
        if attribution.id not in right:
            show("+", attribution)


def main(arguments: list[str]) -> None:
    """Print the figures of a folder, in percent."""
    folders = [Path(argument) for argument in arguments if not argument.startswith("-")] or [OURS]
    for folder in folders:
        comparisons = compare_folder(folder)
        if "--misses" in arguments:
            for comparison in comparisons:
                print_misses(comparison)
        print(f"{len(comparisons)} articles")
        for name, value in score_articles(comparisons).items():
            print(f"{name:14} {100 * value:5.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
