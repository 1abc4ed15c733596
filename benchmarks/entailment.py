"""The judge of pairs on entailment sets: ``python -m benchmarks.entailment DATA/nli/pairs.jsonl.gz``.

On the tenth of the premises that was not learnt from (`training.judge.pairs.read_entailment`), premise and hypothesis
each as what one of two sources said. Printed for each set: the share that the network alone decides rightly, that the
rules alone do, and that both do as they are joined in an article. Sets with two classes count as right whatever
is not a support where the premise does not entail the hypothesis.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from attribution.claims import find_claims
from attribution.model import Attribution, Document, Reading, Resolution, Source
from attribution.relations.find import meet, tell
from attribution.relations.meetings import Meeting
from attribution.relations.network import CONTRADICTS, NEITHER, SUPPORTS, load_judge
from attribution.relations.pairtext import Said
from attribution.relations.verdict import decide_by_network, decide_by_rules
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations, find_sentences
from training.judge.pairs import NOT_SUPPORTS, PairExample, read_entailment

SOURCES = (Source("s1", "The ministry", "government"), Source("s2", "Anna Koval", "person"))
WAYS = ("network", "rules", "both")
KINDS = {"contradicts": CONTRADICTS, "supports": SUPPORTS}


def tell_pair(pair: PairExample) -> tuple[Reading, Resolution]:
    """Return a pair as an article of two paragraphs, in each of which a source says one side."""
    text, attributions = "", []
    for number, (source, said) in enumerate(zip(SOURCES, (pair.first, pair.second), strict=True), 1):
        start = len(text)
        cue = Span(start + len(source.name) + 1, start + len(source.name) + 5)
        content = Span(cue.end + 1, cue.end + 1 + len(said.content))
        text += f"{source.name} said {said.content}\n\n"
        who = Span(start, start + len(source.name))
        attributions.append(Attribution(f"a{number}", "d", (who,), (cue,), (content,), sources=(source.id,)))
    document = Document("d", text, body=(Span(0, len(text)),))
    paragraphs = find_paragraphs(document)
    sentences, quotations = find_sentences(document, paragraphs), find_quotations(document, paragraphs)
    reading = Reading(document, paragraphs, sentences, quotations, tuple(attributions))
    return reading, Resolution(SOURCES, {one.id: one.sources for one in attributions})


def is_right(label: int, found: int) -> bool:
    """Tell whether a decision is right."""
    return found != SUPPORTS if label == NOT_SUPPORTS else found == label


def score(pairs: Sequence[PairExample]) -> dict[str, list[tuple[bool, ...]]]:
    """Return for each set and each of its pairs whether it is decided rightly in each of `WAYS`."""
    meetings: list[Meeting | None] = []
    told: list[tuple[Said, Said]] = []
    for pair in pairs:
        reading, resolution = tell_pair(pair)
        claims = find_claims((reading,), reading.attributions)
        met = meet((reading,), resolution, reading.attributions, claims)
        meetings.append(met[0] if met else None)
        told += tell(met[:1], (reading,), resolution, claims) if met else [(pair.first, pair.second)]
    judge = load_judge()
    network = judge.judge(told)
    right: dict[str, list[tuple[bool, ...]]] = defaultdict(list)
    for pair, meeting, row in zip(pairs, meetings, network, strict=True):
        found = [int(np.argmax(row)), NEITHER, NEITHER]
        if meeting is not None:
            ruled = decide_by_rules(meeting)
            both = ruled or decide_by_network(meeting, row.tolist(), judge.calibration)
            found[1:] = (KINDS[verdict.relation] if verdict else NEITHER for verdict in (ruled, both))
        right[pair.set].append(tuple(is_right(pair.label, one) for one in found))
    return right


def main() -> None:
    """Print the shares in percent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="nli/pairs.jsonl.gz")
    options = parser.parse_args()
    right = score(read_entailment(options.file, held_out=True))
    print(f"{'set':24}{'pairs':>7}", *(f"{way:>8}" for way in WAYS))
    for name, rows in sorted(right.items()):
        shares = np.array(rows).mean(0)
        print(f"{name:24}{len(rows):7}", *(f"{100 * share:8.1f}" for share in shares))


if __name__ == "__main__":
    main()
