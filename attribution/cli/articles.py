"""The articles that a command is called with: read, or complained about."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from attribution.cli.problems import SOME_INPUT_UNUSABLE, complain
from attribution.errors import InputProblem, Problem
from attribution.model import Document

if TYPE_CHECKING:
    from attribution.model import Reading, Report

T = TypeVar("T")

# Fewer are done before a bar is of use.
_LEAST_FOR_PROGRESS = 4


def analyze_articles(arguments: Sequence[str], output: str | None) -> tuple[Report, bool]:
    """Return the report on all articles that can be used, and whether that is all of them.

    Where none can be used, the program ends here.

    Parameters
    ----------
    arguments : as on the command line.
    output : the file to be written, which must not be one of the articles.
    """
    from attribution.pipeline import build_report, name_documents

    paths, all_known = expand_arguments(arguments)
    refuse_to_overwrite(paths, output)
    read = (read_or_complain(path) for path in show_progress(paths, "Reading"))
    documents = [document for document in read if document is not None]
    if not documents:
        raise click.exceptions.Exit(SOME_INPUT_UNUSABLE)
    named = show_progress(name_documents(documents), "Analysing")
    readings = [reading for document in named if (reading := analyze_or_complain(document)) is not None]
    if not readings:
        raise click.exceptions.Exit(SOME_INPUT_UNUSABLE)
    return build_report(readings), all_known and len(readings) == len(paths)


def expand_arguments(arguments: Iterable[str]) -> tuple[list[str], bool]:
    """Return the articles that the arguments name, directories opened, and whether each argument could be used."""
    from attribution.text import expand_inputs

    paths: list[str] = []
    all_known = True
    for argument in arguments:
        try:
            paths += expand_inputs(argument)
        except Problem as problem:
            complain(str(problem), argument)
            all_known = False
    return paths, all_known


def read_or_complain(path: str, read: Callable[[str], Document] | None = None) -> Document | None:
    """Return the article, or None when it cannot be used and that has been said.

    Parameters
    ----------
    path : the article.
    read : how to read it, if not as `attribution.text.read_article` does.
    """
    from attribution.text import read_article

    try:
        return (read or read_article)(path)
    except Problem as problem:
        complain(str(problem), path)
        return None


def analyze_or_complain(document: Document) -> Reading | None:
    """Return what is found in a document, or None when it cannot be used and that has been said."""
    from attribution.pipeline import read_document

    try:
        return read_document(document)
    except InputProblem as problem:
        complain(str(problem), document.path or document.id)
        return None


def refuse_to_overwrite(paths: Iterable[str], output: str | None) -> None:
    """Stop the program when the output is one of the inputs, which would be lost."""
    if output is None or not os.path.exists(output):
        return
    for path in paths:
        if os.path.exists(path) and os.path.samefile(path, output):
            raise click.UsageError(f"{output} is one of the articles: it would be overwritten")


def show_progress(items: Sequence[T], label: str) -> Iterator[T]:
    """Yield the items, with a bar on standard error if that is a terminal and there are more than a few."""
    if len(items) < _LEAST_FOR_PROGRESS or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar
