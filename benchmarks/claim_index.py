"""How the pairs of claims to compare, and the time to find them, grow: ``python -m benchmarks.claim_index [CLAIMS…]``.

Our drawn articles, again and again as different articles with other names, until there are so many claims. What is
counted is the index alone: which pairs are worth a decision; the decisions cost the same each.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from attribution.claims import find_claims
from attribution.evaluation.gold_articles import GoldArticle
from attribution.model import Reading, Resolution, Source
from attribution.pipeline import read_document
from attribution.relations.index import find_candidates
from attribution.relations.statements import build_statements
from attribution.relations.terms import Statement
from attribution.text import make_document
from training.drawn_articles import read_drawn_articles

SIZES = (1_000, 10_000, 100_000)
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")


def main() -> None:
    """Print a line for each number of claims."""
    articles = list(read_drawn_articles())
    for size in [int(given) for given in sys.argv[1:]] or SIZES:
        statements = build(articles, size)
        start = time.perf_counter()
        pairs = sum(1 for _ in find_candidates(statements))
        seconds = time.perf_counter() - start
        each = 1e6 * seconds / size
        print(f"{size:8,} claims {seconds:8.2f} s {each:8.0f} µs a claim {pairs / size:6.1f} pairs a claim")


def build(articles: list[GoldArticle], size: int) -> list[Statement]:
    """Return so many claims, ready to be compared."""
    statements: list[Statement] = []
    for number, article in _copies(articles):
        for one in _statements(article, number):
            statements.append(replace(one, place=len(statements)))
            if len(statements) == size:
                return statements
    return statements


def _copies(articles: list[GoldArticle]) -> Iterator[tuple[int, GoldArticle]]:
    for number in count():
        for article in articles:
            yield number, article


def _statements(article: GoldArticle, number: int) -> tuple[Statement, ...]:
    """Return an article's claims; names are rewritten letter for letter, so that every span still fits."""
    shift = str.maketrans("aeiou", "aeiou"[number % 5 :] + "aeiou"[: number % 5])
    text = _NAME.sub(lambda name: name.group()[0] + name.group()[1:].translate(shift), article.text)
    document = make_document(text, id=f"{article.id}-{number}")
    keys = {key: f"{document.id}-{key}" for key in article.sources}
    given = tuple(
        replace(a, id=f"{document.id}-{a.id}", document=document.id, sources=tuple(keys[key] for key in a.sources))
        for a in article.attributions
    )
    reading: Reading = read_document(document, attributions=given)
    sources: tuple[Source, ...] = tuple(
        replace(one, id=keys[key], speaks_for=keys.get(one.speaks_for or "")) for key, one in article.sources.items()
    )
    return build_statements((reading,), Resolution(sources), given, find_claims((reading,), given))


if __name__ == "__main__":
    main()
