"""Train, export and calibrate the judge of pairs: ``python -m training.judge --data DIR --out DIR``.

DIR holds ``nli/`` and ``ner-newswire/``. Checkpoints and the packaged files (``model/``) are written into the output
folder; a run that was stopped goes on from its last pass. Copy ``model/`` to ``attribution/models/judge/`` to ship it.
Prints the accuracy on each entailment set's held-out tenth, and what is found in the articles kept from the network.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from attribution.models.wordpieces import load_word_pieces
from attribution.relations.network import SUPPORTS, open_judge
from training.export import write_card
from training.judge.calibrate import figures, regression, silent_rows
from training.judge.export import FILES, export
from training.judge.pairs import FOLDER, NOT_SUPPORTS, PairExample, read_entailment, read_own_pairs
from training.judge.train import calibration_cases, options_of, train


def accuracy(examples: Sequence[PairExample], found: NDArray[np.float32]) -> dict[str, tuple[float, int]]:
    """Return accuracy and size of each set; in two-way sets only entailment counts."""
    right: dict[str, list[bool]] = {}
    for example, row in zip(examples, found, strict=True):
        best = int(row.argmax())
        ok = best != SUPPORTS if example.label == NOT_SUPPORTS else best == example.label
        right.setdefault(example.set, []).append(ok)
    return {name: (sum(values) / len(values), len(values)) for name, values in sorted(right.items())}


def main() -> None:
    """Train unless the checkpoints are complete, export, calibrate and measure."""
    options = options_of(__doc__)
    folder = options.out / "model"
    export(train(options), folder)
    write_card(folder, "judge.json", FILES, calibration=[[0.0] * 3] * 3)
    network = open_judge(folder, load_word_pieces())
    held_out = read_entailment(options.data / "nli" / "pairs.jsonl.gz", held_out=True)
    held_out += read_own_pairs(FOLDER, held_out=True)
    judged = network.judge([(pair.first, pair.second) for pair in held_out])
    for name, (share, count) in accuracy(held_out, judged).items():
        print(f"{name:20} {100 * share:5.1f}  ({count})")
    cases = calibration_cases(options)
    write_card(folder, "judge.json", FILES, calibration=regression(*silent_rows(cases, network)))
    for line in figures(cases, open_judge(folder, load_word_pieces())):
        print(line)


if __name__ == "__main__":
    main()
