"""Train, export and calibrate the attribution extractor: ``python -m training.extractor --data DIR --out DIR``.

DIR holds ``polnear/`` and ``ner-newswire/``. The checkpoint and the packaged files (``model/``) are written into the
output folder; a run that was stopped goes on from its last pass. Copy ``model/`` to ``attribution/models/extractor/``
to ship it.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch

from attribution.evaluation.attributions import score_attributions
from attribution.extraction.confidence import confidence
from attribution.extraction.neural.decode import Found
from attribution.extraction.neural.find import find_spans
from attribution.extraction.neural.network import open_network
from attribution.model import Attribution, Document
from attribution.models.wordpieces import load_word_pieces
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations
from training.export import write_card
from training.extractor.calibrate import THRESHOLD, attributions_of, choose_limit, fit_confidence
from training.extractor.cases import read_cases, read_news
from training.extractor.data import Example, Inventory, read_examples
from training.extractor.export import FILES, export
from training.extractor.network import Extractor, Shape
from training.extractor.newswire import LABELS
from training.extractor.train import options_of, train

Documents = list[tuple[str, list[Attribution], list[Found]]]


def main() -> None:
    """Train unless the checkpoint is complete, export, calibrate, and print the figures on dev and on our own."""
    options = options_of(__doc__)
    state = train(options)
    network = Extractor(Shape(layers=options.layers))
    network.load_state_dict(state["average"])
    folder = options.out / "model"
    export(network, folder, quantised=not options.float)
    calibrate(options.data, folder, list(LABELS))


def calibrate(data: Path, folder: Path, entities: list[str]) -> None:
    """Choose the numbers beside the exported network on what it was not trained on, and write its card."""
    write_card(folder, "extractor.json", FILES, threshold=THRESHOLD, calibration=[], least_confidence=0.0)
    dev = find_in(read_examples(data / "polnear", "dev", Inventory()), folder)
    drawn, news = find_in(read_cases(held_out=True), folder), find_in(read_news(data, held_out=True), folder)
    groups = [dev, drawn, news]
    weights, limit = fit_confidence(groups), choose_limit(groups)
    write_card(
        folder, "extractor.json", FILES,
        threshold=THRESHOLD, calibration=weights, least_confidence=limit, entities=entities,
    )  # fmt: skip
    sizes = {path.name: path.stat().st_size for path in sorted(folder.iterdir())}
    print(json.dumps({"least confidence": limit, "weights": weights, "size": sizes}))
    for title, found in zip(("PolNeAR dev", "drawn, held out", "world news, held out"), groups, strict=True):
        print(title)
        shown = [(t, g, attributions_of([f for f in fs if confidence(t, f, weights) > limit])) for t, g, fs in found]
        for name, tally in score_attributions(shown).items():
            print(f"  {name:14}  P {100 * tally.precision:5.1f}  R {100 * tally.recall:5.1f}  F1 {100 * tally.f1:5.1f}")


def find_in(examples: list[Example], folder: Path) -> Documents:
    """Return documents with gold and with what the exported network finds, as users will run it."""
    network = open_network(folder, load_word_pieces())
    documents: Documents = []
    for example in examples:
        text = example.text
        document = Document(example.id, text, body=(Span(0, len(text)),))
        paragraphs = find_paragraphs(document)
        found = find_spans(text, paragraphs, find_quotations(document, paragraphs), network)
        documents.append((text, list(example.gold), found))
    return documents


if __name__ == "__main__":
    torch.set_num_threads(2)
    main()
