"""The command ``attribution``: one command a module."""

from __future__ import annotations

import gc

import click

from attribution import __version__
from attribution.cli.evaluate import evaluate
from attribution.cli.extract import extract
from attribution.cli.graph import graph
from attribution.cli.problems import Commands
from attribution.cli.report import report

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="attribution")
def main() -> None:
    """Who said what in the news, and who contradicts whom.

    \b
    attribution report article.txt                 read it in the terminal
    attribution report monday.txt tuesday.html     several articles together
    attribution report news/ --format json -o r.json
    attribution graph article.txt -o article.graphml
    attribution extract archive.jsonl.gz > attributions.jsonl

    An ARTICLE is a text file, an HTML file, a directory of them, an http(s) address, or - for standard input.

    Exit status: 0 when all is well; 1 when some input could not be used (one line each on standard error; the rest
    is still reported); 2 for a wrong call.
    """


# A run makes many small values and keeps nearly all: looking for garbage as often as Python does, after each 700 of
# them, makes a report a tenth slower.
gc.set_threshold(50_000, 20, 20)

for command in (report, graph, extract, evaluate):
    main.add_command(command)
