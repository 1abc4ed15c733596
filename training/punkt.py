"""Train the sentence splitter: ``python -m training.punkt --data DIR``.

Counts which words are abbreviations, which begin sentences and which are written in lower case, on news text, and
stores them as JSON in ``attribution/models``. DIR holds ``polnear/train.jsonl.gz``, ``wikinews/articles.jsonl.gz`` and
``ner-newswire/articles.jsonl.gz``. Deterministic; half a minute.

References
----------
Tibor Kiss and Jan Strunk (2006). Unsupervised Multilingual Sentence Boundary Detection. Computational Linguistics
32(4).
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import click

from attribution.text.punkt import MODEL, language_variables

# Orthography of a type seen fewer times than this says nothing reliable, and the rare types are most of the file.
RAREST = 3


def read_texts(data: Path) -> Iterator[str]:
    """Yield the texts of the three collections, one article each."""
    for name in ("polnear/train", "wikinews/articles"):
        for row in read_rows(data / f"{name}.jsonl.gz"):
            yield row["text"]
    for row in read_rows(data / "ner-newswire/articles.jsonl.gz"):
        yield "\n\n".join(unsplit(word for word, _ in sentence) for sentence in row["sentences"])


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def unsplit(words: Iterator[str]) -> str:
    """Put tokens together again as they were written, near enough for counting what periods stand after."""
    return re.sub(r"\s+(?=[.,;:!?)\]’”%]|'s\b|n't\b)|(?<=[(\[“$])\s+", "", " ".join(words))


def train(texts: Iterator[str]) -> dict[str, Any]:
    """Return the parameters learnt from `texts`, in plain JSON types."""
    from nltk.tokenize.punkt import PunktTrainer

    trainer = PunktTrainer(lang_vars=language_variables())
    # Collocations over a possible sentence end ("St. Louis") are worth more in news than their default bound admits.
    trainer.INCLUDE_ALL_COLLOCS = False
    trainer.INCLUDE_ABBREV_COLLOCS = True
    for text in texts:
        trainer.train(text, finalize=False)
    trainer.freq_threshold(ortho_thresh=RAREST, type_thresh=RAREST, colloc_thres=RAREST, sentstart_thresh=RAREST)
    trainer.finalize_training()
    learnt = trainer.get_params()
    return {
        "abbreviations": sorted(learnt.abbrev_types),
        "collocations": sorted(list(pair) for pair in learnt.collocations),
        "starters": sorted(learnt.sent_starters),
        "orthography": dict(sorted(learnt.ortho_context.items())),
    }


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True, file_okay=False), required=True, help="The texts.")
def main(data: Path) -> None:
    """Train the sentence splitter and store its parameters in the package."""
    parameters = train(read_texts(data))
    target = Path(str(files("attribution.models"))) / MODEL
    target.write_text(json.dumps(parameters, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    counts = ", ".join(f"{len(values)} {name}" for name, values in parameters.items())
    click.echo(f"{target.name}: {counts}")


if __name__ == "__main__":
    main()
