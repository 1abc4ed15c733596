"""Count how sure each reason of a rule is: ``python -m training.relation_confidence --data DIR [FOLDER…]``.

DIR holds ``ner-newswire/``, whose articles we annotated (`training.annotated_newswire`); a FOLDER holds annotated
articles as ``ID.txt`` and ``ID.json``. With attributions and sources given, each relation that a rule finds there is
right or not; the counts, by relation and reason, become ``attribution/lexicon/relation_confidence.tsv``.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from attribution.evaluation.gold_articles import read_gold_articles
from attribution.relations.network import CONTRADICTS, SUPPORTS
from training.annotated_newswire import read_annotated_newswire
from training.judge.cases import Case, cases_of

OUTPUT = Path(__file__).parents[1] / "attribution/lexicon/relation_confidence.tsv"
HEADER = """\
# How often a relation that a rule finds is one: relation, reason, how many were right, how many were found.
# Counted by training/relation_confidence.py on annotated news, attributions and sources given.
"""
KINDS = {"contradicts": CONTRADICTS, "supports": SUPPORTS}
Counts = Counter[tuple[str, str]]


def count_reasons(cases: Iterable[Case]) -> tuple[Counts, Counts]:
    """Return how many relations were found for each reason, and how many of these are right."""
    found: Counts = Counter()
    right: Counts = Counter()
    for case in cases:
        for meeting, label in zip(case.meetings, case.labels.tolist(), strict=True):
            if met := meeting.contradiction or meeting.support:
                finding = met.finding
                found[finding.relation, finding.reason] += 1
                right[finding.relation, finding.reason] += KINDS[finding.relation] == label
    return found, right


def main() -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds ner-newswire/")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.add_argument("folders", nargs="*", type=Path, help="of other annotated articles")
    options = parser.parse_args()
    newswire = (read_annotated_newswire(options.data, held_out) for held_out in (False, True))
    others = (read_gold_articles(folder) for folder in options.folders)
    found, right = count_reasons(cases_of(chain.from_iterable((*newswire, *others))))
    rows = [f"{relation}\t{reason}\t{right[relation, reason]}\t{n}" for (relation, reason), n in sorted(found.items())]
    options.output.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
