"""The figures of source resolution alone: ``python -m benchmarks.source_resolution [FOLDER…]``.

The attributions are taken from the annotation, so that what is measured is who the sources are and nothing else. A
FOLDER holds annotated articles, as ``ID.json`` beside ``ID.txt`` (`attribution.evaluation.gold_articles`) or drawn ones
(`training.drawn_articles`); our own nine if none is given. What each figure means stands in
`attribution.evaluation.sources`. With ``--errors``, every source that is not found as annotated; with ``--case lower``
or ``upper``, the articles are rewritten so that letter case tells nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from attribution.evaluation.articles import Comparison, compare_article
from attribution.evaluation.gold_articles import GoldArticle, read_gold_articles
from attribution.evaluation.sources import calibration, is_type_right, score_sources
from attribution.extraction.types import classify_type
from attribution.spans import join
from attribution.text import find_paragraphs, find_quotations, make_document
from benchmarks.annotated_articles import OURS, report_on
from benchmarks.articles import EXAMPLES
from training.drawn_articles import read_drawn_article

CASES: dict[str, Callable[[str], str]] = {"as it is": str, "lower": str.lower, "upper": str.upper}


def read_folder(folder: Path) -> Iterator[GoldArticle]:
    """Yield the annotated articles of a folder, of either kind; a drawn one that cannot be read is named and left."""
    if any(folder.glob("*.json")):
        yield from read_gold_articles(folder, texts=EXAMPLES)
        return
    for path in sorted(folder.glob("*.txt")):
        try:
            yield with_types(read_drawn_article(path.stem, path.read_text(encoding="utf-8")))
        except ValueError as error:
            print(f"left out: {error}")


def with_types(article: GoldArticle) -> GoldArticle:
    """Return a drawn article with its attributions' types (direct, indirect, mixed), which follow from the text."""
    document = make_document(article.text, id=article.id)
    quotations = find_quotations(document, find_paragraphs(document))
    typed = tuple(
        replace(one, type=classify_type(article.text, one.content, quotations, one.cue)) for one in article.attributions
    )
    return replace(article, attributions=typed)


def with_case(article: GoldArticle, change: Callable[[str], str]) -> GoldArticle | None:
    """Return an article in other letters, or None where that would move the places in it."""
    text = change(article.text)
    if len(text) != len(article.text):
        return None
    sources = {
        key: replace(source, name=change(source.name), aliases=tuple(map(change, source.aliases)))
        for key, source in article.sources.items()
    }
    return replace(article, text=text, sources=sources)


def compare_folder(folder: Path, change: Callable[[str], str] = str) -> list[Comparison]:
    """Resolve the sources of each annotated article of a folder, alone, and put them beside the annotation."""
    articles = filter(None, (with_case(article, change) for article in read_folder(folder)))
    return [compare_article(article, report_on(article, "attributions")) for article in articles]


def print_errors(comparison: Comparison) -> None:
    """Print what is wrong with an article's sources: mentions joined or apart, names, types, whom they speak for."""
    gold, known, text = comparison.gold, comparison.known, comparison.gold.text
    print(f"== {gold.id}")
    for (a, _), matches in zip(comparison.pairs, comparison.matches, strict=True):
        for match in matches:
            found = known[match.predicted] if match.predicted else None
            stands_for = gold.sources[comparison.gold_of[found.id]].name if found else "nobody"
            wrong = not found or stands_for != gold.sources[match.gold].name
            split = found is not None and comparison.found_of[match.gold] != found.id
            if wrong or split or not match.named:
                mark = "who  " if wrong else "split" if split else "name "
                name = found.name if found else "(unresolved)"
                print(f"  {mark} {a.id:4} {join(text, a.source)!r}: {gold.sources[match.gold].name!r}, found {name!r}")
    for source_id, found_id in comparison.found_of.items():
        wanted, got = gold.sources[source_id], known[found_id]
        if not is_type_right(wanted, got):
            print(f"  type  {wanted.name!r}: {wanted.type}, found {got.type}")
        owner = gold.sources[wanted.speaks_for].name if wanted.speaks_for else None
        found_owner = known[got.speaks_for].name if got.speaks_for else None
        if owner != found_owner:
            print(f"  voice {wanted.name!r}: for {owner!r}, found {found_owner!r}")


def main() -> None:
    """Print the figures of some folders, in percent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[OURS], help="of annotated articles")
    parser.add_argument("--errors", action="store_true", help="print every source that is not found as annotated")
    parser.add_argument("--case", choices=CASES, default="as it is", help="rewrite the articles in these letters")
    options = parser.parse_args()
    for folder in options.folders:
        comparisons = compare_folder(folder, CASES[options.case])
        if options.errors:
            for comparison in comparisons:
                print_errors(comparison)
        print(f"{len(comparisons)} articles")
        for name, value in score_sources(comparisons).items():
            print(f"{name:16} {100 * value:5.1f}")
        for line in calibration(comparisons):
            print(line)


if __name__ == "__main__":
    main()
