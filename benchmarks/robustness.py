"""How much the figures hang on typography and on names: ``python -m benchmarks.robustness FOLDER``.

FOLDER holds PolNeAR's ``dev.jsonl.gz`` and ``dev-corenlp.jsonl.gz``. The development part is scored as it is, with
straight quotation marks for curly ones, and with every name of a person, place or organisation that CoreNLP found
replaced by another name, always the same one; gold spans move with the text.
"""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from attribution.evaluation.attributions import score_attributions
from attribution.evaluation.gold_attributions import GoldDocument, read_gold
from attribution.lexicon import load_table
from attribution.model import Attribution, Document
from attribution.pipeline import read_document
from attribution.spans import Span

NAMED = ("PERSON", "LOCATION", "ORGANIZATION")
STRAIGHT = str.maketrans("“”„‘’‚", "\"\"\"'''")

Change = Callable[[GoldDocument], GoldDocument]


def straighten(gold: GoldDocument) -> GoldDocument:
    """Return the document with straight quotation marks; no span moves."""
    text = gold.document.text.translate(STRAIGHT)
    return GoldDocument(_document(gold.document.id, text), gold.attributions)


def rename(names: dict[str, list[Span]]) -> Change:
    """Return a change that replaces each name in the documents, given the places of their words."""
    pool = sorted({row[0].title() for row in load_table("given_names") if row[0].isalpha()})

    def change(gold: GoldDocument) -> GoldDocument:
        text, spans = gold.document.text, sorted(set(names.get(gold.document.id, [])))
        pieces: list[str] = []
        ends, shifts, at, shift = [0], [0], 0, 0
        for span in spans:
            # not `hash`, which differs from run to run
            other = pool[zlib.crc32(span.of(text).encode()) % len(pool)]
            pieces += [text[at : span.start], other]
            at = span.end
            shift += len(other) - span.length
            ends.append(span.end)
            shifts.append(shift)
        pieces.append(text[at:])

        def move(place: int) -> int:
            return place + shifts[bisect_right(ends, place) - 1]

        moved = tuple(_moved(attribution, move) for attribution in gold.attributions)
        return GoldDocument(_document(gold.document.id, "".join(pieces)), moved)

    return change


def read_names(path: Path) -> dict[str, list[Span]]:
    """Return, for each document, the places of the words of names."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        parsed: list[Any] = [json.loads(line) for line in lines]
    return {
        line["id"]: [
            Span(token[0], token[1])
            for sentence in line["sentences"]
            for token in sentence
            if token[5] in NAMED and token[4].startswith("NNP") and token[2].isalpha()
        ]
        for line in parsed
    }


def main(folder: Path) -> None:
    """Print the F1 of the main figures for each change."""
    documents = [one for one in read_gold(str(folder / "dev.jsonl.gz")) if isinstance(one, GoldDocument)]
    changes: dict[str, Change] = {
        "as it is": lambda gold: gold,
        "straight marks": straighten,
        "other names": rename(read_names(folder / "dev-corenlp.jsonl.gz")),
    }
    for name, change in changes.items():
        figures = score_attributions(_analysed(documents, change))
        shown = ("whole", "exact-source", "exact-cue", "exact-content")
        print(f"{name:16}", "  ".join(f"{figure} {100 * figures[figure].f1:5.1f}" for figure in shown), flush=True)


def _analysed(
    documents: Sequence[GoldDocument], change: Change
) -> Iterator[tuple[str, Sequence[Attribution], Sequence[Attribution]]]:
    for changed in map(change, documents):
        yield changed.document.text, changed.attributions, read_document(changed.document).attributions


def _document(id_: str, text: str) -> Document:
    return Document(id=id_, text=text, body=(Span(0, len(text)),))


def _moved(attribution: Attribution, move: Callable[[int], int]) -> Attribution:
    source, cue, content = (
        tuple(Span(move(span.start), move(span.end)) for span in spans)
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    return Attribution(attribution.id, attribution.document, source, cue, content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
