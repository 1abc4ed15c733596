"""``attribution evaluate``: the program's figures on gold attributions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

import click

from attribution.cli.articles import show_progress
from attribution.cli.output import write_text
from attribution.cli.problems import SOME_INPUT_UNUSABLE, complain
from attribution.errors import InputProblem
from attribution.evaluation.attributions import score_attributions
from attribution.evaluation.gold_attributions import GoldDocument, read_gold
from attribution.evaluation.tally import Tally
from attribution.model import Attribution


@click.command()
@click.argument("gold", metavar="GOLD")
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON.")
@click.pass_context
def evaluate(ctx: click.Context, gold: str, as_json: bool) -> None:
    """Score the program on gold attributions.

    GOLD is a file of JSON lines, plain or .gz: {"id", "text", "attributions": [{"source", "cue", "content"}]}, each
    role a list of [start, end]; or, instead of the list, an object of lists by annotator, the first of which counts.

    \b
    whole         who said what: cue and source share a word, contents overlap by half
    exact-ROLE    the role's words are the same
    words-ROLE    the role's words that both have

    \b
    attribution evaluate dev.jsonl.gz
    attribution evaluate dev.jsonl.gz --json
    """
    entries = list(read_gold(gold))
    for entry in entries:
        if isinstance(entry, InputProblem):
            complain(str(entry))
    documents = [entry for entry in entries if isinstance(entry, GoldDocument)]
    if not documents:
        complain("there is no document in it", gold)
        ctx.exit(SOME_INPUT_UNUSABLE)
    tallies = score_attributions(_find(documents))
    figures = _figures_as_json(documents, tallies) if as_json else _figures_as_table(documents, tallies)
    write_text(f"{figures}\n", None)
    ctx.exit(0 if len(documents) == len(entries) else SOME_INPUT_UNUSABLE)


def _find(documents: Sequence[GoldDocument]) -> Iterator[tuple[str, Sequence[Attribution], Sequence[Attribution]]]:
    from attribution.pipeline import read_document

    for document, gold in show_progress(documents, "Analysing"):
        yield document.text, gold, read_document(document).attributions


def _figures_as_table(documents: Sequence[GoldDocument], tallies: Mapping[str, Tally]) -> str:
    count = sum(len(document.attributions) for document in documents)
    rows = [f"{len(documents)} documents, {count} gold attributions"]
    for figure, tally in tallies.items():
        precision, recall, f1 = 100 * tally.precision, 100 * tally.recall, 100 * tally.f1
        rows.append(f"{figure:14}  P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}")
    return "\n".join(rows)


def _figures_as_json(documents: Sequence[GoldDocument], tallies: Mapping[str, Tally]) -> str:
    figures = {
        figure: {"precision": round(tally.precision, 4), "recall": round(tally.recall, 4), "f1": round(tally.f1, 4)}
        for figure, tally in tallies.items()
    }
    return json.dumps({"documents": len(documents), "figures": figures}, indent=1)
