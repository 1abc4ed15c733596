"""Count how sure each reason of a rule is: ``python -m training.relation_confidence --data DIR``.

DIR holds ``ner-newswire/``, whose articles we annotated (`training.annotated_newswire`). With attributions and sources
given, each relation that a rule finds there is right or not; the counts, by relation and reason, become
``attribution/lexicon/relation_confidence.tsv``. No rule was written with these articles in view.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from attribution.relations.network import CONTRADICTS, SUPPORTS
from attribution.relations.verdict import decide_by_rules
from training.annotated_newswire import read_annotated_newswire
from training.judge.cases import Case, cases_of

OUTPUT = Path(__file__).parents[1] / "attribution/lexicon/relation_confidence.tsv"
HEADER = """\
# How often a relation that a rule finds is one: relation, reason, how many were right, how many were found.
# Counted by training/relation_confidence.py on annotated world news, attributions and sources given.
"""
KINDS = {"contradicts": CONTRADICTS, "supports": SUPPORTS}
Counts = Counter[tuple[str, str]]


def count_reasons(cases: Iterable[Case]) -> tuple[Counts, Counts]:
    """Return how many relations were found for each reason, and how many of these are right."""
    found: Counts = Counter()
    right: Counts = Counter()
    for case in cases:
        for meeting, label in zip(case.meetings, case.labels.tolist(), strict=True):
            if verdict := decide_by_rules(meeting):
                found[verdict.relation, verdict.reason] += 1
                right[verdict.relation, verdict.reason] += KINDS[verdict.relation] == label
    return found, right


def main() -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds ner-newswire/")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    articles = (one for held_out in (False, True) for one in read_annotated_newswire(options.data, held_out))
    found, right = count_reasons(cases_of(articles))
    rows = [f"{relation}\t{reason}\t{right[relation, reason]}\t{n}" for (relation, reason), n in sorted(found.items())]
    options.output.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
