"""The figures on annotated articles: ``python -m benchmarks.annotated_articles [FOLDER] [--misses]``.

FOLDER holds ``ID.txt`` and ``ID.json`` (`attribution.evaluation.gold_articles`); our own nine if none is given. What
each figure means stands in `attribution.evaluation.articles`. With ``--misses``, every attribution not found whole.
With ``--newswire DATA``, the part of our annotated world news that nothing was learnt from; DATA holds the texts.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from attribution.evaluation.articles import Comparison, compare_article, score_articles
from attribution.evaluation.attributions import is_whole
from attribution.evaluation.gold_articles import GoldArticle, read_gold_articles
from attribution.model import Attribution, Report, Resolution
from attribution.pipeline import build_report, number_attributions, read_document
from attribution.spans import join
from attribution.text import make_document
from benchmarks.articles import EXAMPLES
from training.annotated_newswire import read_annotated_newswire

OURS = EXAMPLES.parent / "tests/gold"


LAYERS = ("attributions", "sources")


def compare_folder(folder: Path, gold: str = "") -> list[Comparison]:
    """Analyse the annotated articles of a folder, each alone, and put each report beside its gold.

    Parameters
    ----------
    folder : of the articles.
    gold : the last of `LAYERS` that is taken from the annotation instead of being computed, if any.
    """
    return compare_articles(read_gold_articles(folder, texts=EXAMPLES), gold)


def compare_articles(articles: Iterable[GoldArticle], gold: str = "") -> list[Comparison]:
    """Analyse annotated articles, each alone, and put each report beside its gold, as `compare_folder` does."""
    return [compare_article(one, report_on(one, gold)) for one in articles]


def report_on(article: GoldArticle, gold: str = "") -> Report:
    """Return the report on one article, with the annotation's layers up to `gold` in place of the program's.

    Examples
    --------
    >>> article = next(read_gold_articles(OURS, texts=EXAMPLES))
    >>> len(report_on(article, "attributions").attributions) == len(article.attributions)
    True
    """
    document = make_document(article.text, id=article.id)
    if gold not in LAYERS:
        return build_report([read_document(document)])
    given = tuple(replace(attribution, sources=()) for attribution in article.attributions)
    reading = read_document(document, attributions=given)
    if gold == "attributions":
        return build_report([reading])
    numbered = next(number_attributions([reading])).attributions
    speakers = {mine.id: theirs.sources for mine, theirs in zip(numbered, article.attributions, strict=True)}
    resolution = Resolution(tuple(article.sources.values()), speakers)
    return build_report([reading], resolution=resolution)


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


def main() -> None:
    """Print the figures of some folders, in percent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[OURS], help="of annotated articles")
    parser.add_argument("--misses", action="store_true", help="print every attribution that is not found whole")
    parser.add_argument("--gold", choices=LAYERS, default="", help="take the layers up to this one from the annotation")
    parser.add_argument("--newswire", type=Path, metavar="DATA", help="measure on world news; holds ner-newswire/")
    options = parser.parse_args()
    if options.newswire and options.folders != [OURS]:
        parser.error("--newswire stands in place of folders; give one or the other")
    if options.newswire:
        sets = [read_annotated_newswire(options.newswire, held_out=True)]
    else:
        sets = [read_gold_articles(folder, texts=EXAMPLES) for folder in options.folders]
    for articles in sets:
        comparisons = compare_articles(articles, options.gold)
        if options.misses:
            for comparison in comparisons:
                print_misses(comparison)
        print(f"{len(comparisons)} articles")
        for name, value in score_articles(comparisons).items():
            print(f"{name:14} {100 * value:5.1f}")


if __name__ == "__main__":
    main()
