"""``attribution extract``: attributions alone, streaming."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

import click

from attribution.cli.articles import expand_arguments, read_or_complain, refuse_to_overwrite
from attribution.cli.output import check_output, open_output
from attribution.cli.parallel import map_in_order
from attribution.cli.problems import SOME_INPUT_UNUSABLE, complain
from attribution.errors import FormatProblem, InputProblem
from attribution.jsonlines import Record, is_jsonlines, parse_record, parse_records, read_records
from attribution.model import Attribution, Document
from attribution.report.standoff import render_brat, render_csv_header, render_csv_rows, render_json_line

STANDARD_INPUT = "-"


class Item(NamedTuple):
    """A document to be analysed, and the id under which its reader knows it."""

    id: str | int
    document: Document


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["jsonl", "csv", "ann"]),
    default="jsonl",
    show_default=True,
    help="JSON lines, CSV, or brat stand-off (of one article).",
)
@click.option(
    "-o", "--output", callback=check_output, metavar="FILE", help="Write to this file instead of standard output."
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Documents analysed at the same time, each in a process of its own.",
)
@click.pass_context
def extract(ctx: click.Context, inputs: tuple[str, ...], format_: str, output: str | None, jobs: int) -> None:
    """Extract attributions: who said what, in which words.

    An INPUT is an article, or a file of JSON lines, plain or .gz, {"id": ..., "text": ...} a line. Documents are read,
    analysed and written one at a time, so an archive of any size needs no more memory than its longest article. Each
    line of the output is {"id", "attributions": [{"source", "cue", "content", "type", "stance", "confidence"}]}; spans
    are [start, end] in code points of the text.

    \b
    attribution extract article.txt
    attribution extract archive.jsonl.gz -o attributions.jsonl --jobs 4
    attribution extract news/ --format csv > attributions.csv
    attribution extract article.txt --format ann -o article.ann
    zcat archive.jsonl.gz | attribution extract -
    """
    paths, all_known = expand_arguments(inputs)
    if format_ == "ann" and (len(paths) > 1 or any(map(is_jsonlines, paths))):
        raise click.UsageError("brat stand-off is of one article: its offsets are into one text")
    refuse_to_overwrite(paths, output)
    if not paths:
        ctx.exit(SOME_INPUT_UNUSABLE)
    missed = 0
    with open_output(output) as stream:
        if format_ == "csv":
            stream.write(render_csv_header().encode())
        for rendered in map_in_order(partial(_analyze, format_), _read_items(paths), jobs):
            if isinstance(rendered, InputProblem):
                complain(str(rendered))
            if not isinstance(rendered, str):
                missed += 1
                continue
            stream.write(rendered.encode())
            stream.flush()
    ctx.exit(SOME_INPUT_UNUSABLE if missed or not all_known else 0)


def _analyze(format_: str, item: Item | None) -> str | InputProblem | None:
    """Return what is to be written of a document, what is wrong with it, or None where that has been said."""
    from attribution.pipeline import read_document

    if item is None:
        return None
    try:
        return _render(format_, item, read_document(item.document).attributions)
    except InputProblem as problem:
        return problem


def _render(format_: str, item: Item, attributions: Sequence[Attribution]) -> str:
    if format_ == "ann":
        return render_brat(item.document, attributions)
    if format_ == "csv":
        return render_csv_rows(item.id, item.document.text, attributions)
    return render_json_line(item.id, attributions)


def _read_items(paths: Sequence[str]) -> Iterator[Item | None]:
    """Yield what can be analysed, one document at a time, and None in place of what cannot, which has been said."""
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _read_standard_input()
        elif is_jsonlines(path):
            yield from _items(_until_unreadable(read_records(path)))
        else:
            document = read_or_complain(path)
            yield Item(document.id, document) if document else None


def _read_standard_input() -> Iterator[Item | None]:
    """Read JSON lines if the first line is one, and an article otherwise."""
    from attribution.text import read_bytes

    lines = sys.stdin.buffer
    first = lines.readline()
    try:
        parse_record(first, 1)
    except FormatProblem:
        document = read_or_complain("stdin", lambda name: read_bytes(first + lines.read(), id=name))
        yield Item(document.id, document) if document else None
    else:
        yield from _items(parse_records(chain([first], lines), "stdin"))


def _items(records: Iterator[Record | InputProblem]) -> Iterator[Item | None]:
    for record in records:
        if isinstance(record, InputProblem):
            complain(str(record))
            yield None
        else:
            yield Item(record.id, record.document())


def _until_unreadable(records: Iterator[Record | InputProblem]) -> Iterator[Record | InputProblem]:
    """Yield the records, and the problem that ends them before their time."""
    try:
        yield from records
    except InputProblem as problem:
        yield problem
