"""Pronouns on GAP (Webster et al. 2018): ``python -m benchmarks.gap FILE.jsonl.gz``.

Each snippet of Wikipedia has a pronoun and two names that it may mean; it means one of them or neither. Nothing is told
to the program but where the pronoun stands: it finds the names itself. The figures are those of the authors' scorer: F1
of the statements "the pronoun means this name", for masculine and for feminine pronouns, feminine F1 through masculine
(the bias), and of all. Beside them, how often the pronoun is left open.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attribution.evaluation.tally import Tally
from attribution.model import Attribution, Document, Reading
from attribution.sources import resolve_sources
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations, find_sentences

_FEMININE = frozenset({"she", "her", "hers", "herself"})


def resolve(row: Mapping[str, Any]) -> dict[str, bool] | None:
    """Return for each of the names "A" and "B" whether the program takes the pronoun for it; None where it abstains."""
    text, start = row["Text"], int(row["Pronoun-offset"])
    document = Document("gap", text, None, (Span(0, len(text)),))
    paragraphs = find_paragraphs(document)
    sentences, quotations = find_sentences(document, paragraphs), find_quotations(document, paragraphs)
    asked = Attribution("a1", "gap", (Span(start, start + len(row["Pronoun"])),), (), ())
    resolution = resolve_sources((Reading(document, paragraphs, sentences, quotations, (asked,)),))
    speakers = resolution.speakers.get("a1", ())
    if len(speakers) != 1:
        return None
    mentions = next(source.mentions for source in resolution.sources if source.id == speakers[0])
    means = {}
    for name in "AB":
        place = Span(int(row[f"{name}-offset"]), int(row[f"{name}-offset"]) + len(row[name]))
        means[name] = any(mention.span.overlaps(place) for mention in mentions)
    return means


def score(rows: Iterator[Mapping[str, Any]]) -> dict[str, float]:
    """Return the figures, each from 0 to 1 (the bias is a ratio)."""
    tallies = {"masculine": Tally(), "feminine": Tally()}
    open_ = count = 0
    for row in rows:
        means = resolve(row)
        count += 1
        open_ += means is None
        gold = {name: row[f"{name}-coref"] == "TRUE" for name in "AB"}
        found = means or {}
        gender = "feminine" if row["Pronoun"].lower() in _FEMININE else "masculine"
        right = sum(gold[name] and found.get(name, False) for name in "AB")
        tallies[gender] += Tally(right, sum(found.values()), sum(gold.values()))
    both = tallies["masculine"] + tallies["feminine"]
    return {
        **{name: tally.f1 for name, tally in tallies.items()},
        "bias": tallies["feminine"].f1 / max(tallies["masculine"].f1, 1e-9),
        "overall": both.f1,
        "precision": both.precision,
        "recall": both.recall,
        "left open": open_ / max(count, 1),
    }


def main() -> None:
    """Print the figures in percent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="gap-test.jsonl.gz")
    options = parser.parse_args()
    with gzip.open(options.file, "rt", encoding="utf-8") as lines:
        figures = score(map(json.loads, lines))
    for name, value in figures.items():
        print(f"{name:10} {100 * value:5.1f}")


if __name__ == "__main__":
    main()
