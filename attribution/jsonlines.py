"""Documents in JSON lines: ``{"id": …, "text": …}`` a line, plain or gzip-compressed, read one at a time."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any, NamedTuple

from attribution.errors import FormatProblem, InputProblem, UnreadableInput
from attribution.model import Document
from attribution.spans import Span

_SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


class Record(NamedTuple):
    """One line: its number, counted from 1, its `id` as it was given, the text, and all else that it holds."""

    line: int
    id: str | int
    text: str
    fields: dict[str, Any]

    def document(self) -> Document:
        """Return the record as a document, all of it body: there is no page around it."""
        return Document(id=str(self.id), text=self.text, body=(Span(0, len(self.text)),))


def is_jsonlines(path: str) -> bool:
    """Tell from its name whether a file holds JSON lines.

    Examples
    --------
    >>> is_jsonlines("news.jsonl.gz"), is_jsonlines("news.txt")
    (True, False)
    """
    return path.lower().endswith(_SUFFIXES)


def read_records(path: str) -> Iterator[Record | InputProblem]:
    """Yield the records of a file, and in place of each line that is none, the problem with it.

    Parameters
    ----------
    path : a file of JSON lines; gzip-compressed if its name ends in ``.gz``.

    Raises
    ------
    UnreadableInput
        When the file is missing or forbidden, or its compression is damaged (after the records that are whole).
    """
    try:
        with closing(gzip.open(path) if path.lower().endswith(".gz") else open(path, "rb")) as lines:
            yield from parse_records(lines, path)
    except FileNotFoundError:
        raise UnreadableInput(f"{path} does not exist") from None
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableInput(f"{path} is damaged, or not compressed with gzip: {error}") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableInput(f"{path} cannot be read: {reason}") from None


def parse_records(lines: Iterable[bytes], path: str) -> Iterator[Record | InputProblem]:
    """Yield the record of each line that is not blank, or the problem with it.

    Parameters
    ----------
    lines : in UTF-8.
    path : what to call them in problems.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield parse_record(line, number)
            except FormatProblem as problem:
                yield UnreadableInput(f"{path}:{number}: {problem}")


def parse_record(line: bytes, number: int) -> Record:
    """Return the record of one line.

    Parameters
    ----------
    line : in UTF-8, a byte-order mark before it allowed.
    number : of the line; stands for an `id` that is not given.

    Raises
    ------
    FormatProblem
        When the line is not a JSON object with a text.
    """
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise FormatProblem("not UTF-8") from None
    except json.JSONDecodeError as error:
        raise FormatProblem(f"not JSON: {error.msg} at column {error.colno}") from None
    except (RecursionError, ValueError):
        raise FormatProblem("not JSON that can be read: too deep, or with too large a number") from None
    if not isinstance(fields, dict):
        raise FormatProblem('not a JSON object like {"id": …, "text": …}')
    text, name = fields.get("text"), fields.get("id", number)
    if not isinstance(text, str):
        raise FormatProblem('the object has no "text" that is a string')
    if not isinstance(name, str | int):
        raise FormatProblem('its "id" is neither a string nor a number')
    return Record(number, name, text, fields)
