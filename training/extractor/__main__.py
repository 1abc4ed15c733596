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
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations
from training.extractor.calibrate import THRESHOLD, attributions_of, choose_limit, fit_confidence
from training.extractor.data import Inventory, read_examples
from training.extractor.export import export, write_card
from training.extractor.network import Extractor, Shape
from training.extractor.newswire import LABELS
from training.extractor.train import load_tokenizer, options_of, train

Documents = list[tuple[str, list[Attribution], list[Found]]]


def main() -> None:
    """Train unless the checkpoint is complete, export, calibrate on dev, and print dev's figures."""
    options = options_of(__doc__)
    state = train(options)
    network = Extractor(Shape(layers=options.layers))
    network.load_state_dict(state["best_average"])
    folder = options.out / "model"
    export(network, folder, quantised=not options.float)
    load_tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    labels = {"tags": sorted(state["tags"], key=state["tags"].__getitem__), "entities": list(LABELS)}
    calibrate(options.data, folder, labels)


def calibrate(data: Path, folder: Path, labels: dict[str, list[str]]) -> None:
    """Choose the numbers beside the exported network on dev, write its card, and print dev's figures."""
    write_card(folder, labels, THRESHOLD, (), 0.0)
    found = find_in_dev(data, folder)
    weights, limit = fit_confidence(found), choose_limit(found)
    write_card(folder, labels, THRESHOLD, weights, limit)
    sizes = {path.name: path.stat().st_size for path in sorted(folder.iterdir())}
    print(json.dumps({"least confidence": limit, "weights": weights, "size": sizes}))
    shown = [(t, g, attributions_of([f for f in fs if confidence(t, f, weights) > limit])) for t, g, fs in found]
    for name, tally in score_attributions(shown).items():
        print(f"{name:14}  P {100 * tally.precision:5.1f}  R {100 * tally.recall:5.1f}  F1 {100 * tally.f1:5.1f}")


def find_in_dev(data: Path, folder: Path) -> Documents:
    """Return dev's documents with gold and with what the exported network finds, as users will run it."""
    network = open_network(folder)
    documents: Documents = []
    for example in read_examples(data / "polnear", "dev", Inventory()):
        text = example.text
        document = Document(example.id, text, body=(Span(0, len(text)),))
        paragraphs = find_paragraphs(document)
        found = find_spans(text, paragraphs, find_quotations(document, paragraphs), network)
        documents.append((text, list(example.gold), found))
    return documents


if __name__ == "__main__":
    torch.set_num_threads(2)
    main()
