"""Train the judge: ``python -m training.judge --data DIR --out DIR``; prints its accuracy on each held-out set."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.extractor.train import load_tokenizer
from training.judge.pairs import NOT_SUPPORTS, SUPPORTS, PairExample, read_entailment
from training.judge.train import judge, options_of, train


def accuracy(examples: Sequence[PairExample], found: NDArray[np.float32]) -> dict[str, tuple[float, int]]:
    """Return accuracy and size of each set; in two-way sets only entailment counts."""
    right: dict[str, list[bool]] = {}
    for example, row in zip(examples, found, strict=True):
        best = int(row.argmax())
        ok = best != SUPPORTS if example.label == NOT_SUPPORTS else best == example.label
        right.setdefault(example.set, []).append(ok)
    return {name: (sum(values) / len(values), len(values)) for name, values in sorted(right.items())}


def main() -> None:
    """Train unless the checkpoints are complete, then measure."""
    options = options_of(__doc__)
    network = train(options)
    held_out = read_entailment(options.data / "nli" / "pairs.jsonl.gz", held_out=True)
    for name, (share, count) in accuracy(held_out, judge(network, held_out, load_tokenizer())).items():
        print(f"{name:20} {100 * share:5.1f}  ({count})")


if __name__ == "__main__":
    main()
