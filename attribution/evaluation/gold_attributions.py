"""Documents with gold attributions in JSON lines, as PolNeAR is distributed here and as ``attribution extract`` writes.

A line is ``{"id": …, "text": …, "attributions": […]}``; an attribution is ``{"source": [[start, end], …], "cue": …,
"content": …}``, in code points, end exclusive. `attributions` may instead map annotators to lists: the first counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from attribution.errors import FormatProblem, InputProblem
from attribution.jsonlines import Record, read_records
from attribution.model import Attribution, Document
from attribution.spans import Span


class GoldDocument(NamedTuple):
    """A document, and the attributions that people found in it."""

    document: Document
    attributions: tuple[Attribution, ...]


def read_gold(path: str) -> Iterator[GoldDocument | InputProblem]:
    """Yield the documents of a gold file, and in place of each line that is none, the problem with it.

    Parameters
    ----------
    path : the file; gzip-compressed if its name ends in ``.gz``.

    Raises
    ------
    UnreadableInput
        When the file cannot be read.
    """
    for record in read_records(path):
        if isinstance(record, InputProblem):
            yield record
            continue
        try:
            yield GoldDocument(record.document(), tuple(parse_attributions(record)))
        except FormatProblem as problem:
            yield InputProblem(f"{path}:{record.line}: {problem}")


def parse_attributions(record: Record) -> Iterator[Attribution]:
    """Yield the attributions of one record.

    Parameters
    ----------
    record : a line of a gold file.

    Raises
    ------
    FormatProblem
        When they are not in the form that the module describes.
    """
    listed = record.fields.get("attributions")
    if isinstance(listed, dict):
        listed = next(iter(listed.values()), [])
    if not isinstance(listed, list):
        raise FormatProblem('it has no list of "attributions"')
    for number, fields in enumerate(listed, 1):
        if not isinstance(fields, dict):
            raise FormatProblem(f"attribution {number} is not an object")
        source, cue, content = (_spans(fields.get(role), len(record.text)) for role in ("source", "cue", "content"))
        yield Attribution(f"a{number}", str(record.id), source, cue, content)


def _spans(value: Any, length: int) -> tuple[Span, ...]:
    try:
        spans = tuple(Span(int(start), int(end)) for start, end in value or ())
    except (TypeError, ValueError):
        raise FormatProblem("spans must be lists like [[0, 12], [20, 31]]") from None
    if any(not 0 <= span.start <= span.end <= length for span in spans):
        raise FormatProblem("a span lies outside the text")
    return spans
