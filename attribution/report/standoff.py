"""Attributions alone, a document at a time: JSON lines, CSV, and brat's stand-off annotations."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from attribution.escape import for_spreadsheet, for_xml
from attribution.model import Attribution, Document
from attribution.report.json import attribution_roles, write_json
from attribution.spans import Span, cover, join

CSV_COLUMNS = ("id", "source", "cue", "content", "type", "stance", "confidence", "start", "end")

_LINE_OF_TEXT = re.compile(r"[^\r\n]+")


def render_json_line(id: str | int, attributions: Iterable[Attribution]) -> str:
    """Return a document's attributions as one line of JSON, which `attribution.evaluation` and other scorers read.

    Parameters
    ----------
    id : of the document, as its reader knows it.
    attributions : of the document.
    """
    return (
        write_json({"id": id, "attributions": [attribution_roles(attribution) for attribution in attributions]}) + "\n"
    )


def render_csv_header() -> str:
    """Return the first line of a CSV file."""
    return _csv_line(CSV_COLUMNS)


def render_csv_rows(id: str | int, text: str, attributions: Iterable[Attribution]) -> str:
    """Return a document's attributions as lines of CSV: the words of each role, and where the whole begins and ends.

    Parameters
    ----------
    id : of the document, as its reader knows it.
    text : of the document.
    attributions : of the document.
    """
    return "".join(_csv_line(_csv_cells(id, text, attribution)) for attribution in attributions)


def render_brat(document: Document, attributions: Sequence[Attribution]) -> str:
    """Return a document's attributions in brat's stand-off format.

    Each is an event: its trigger is the cue (the content where there is no cue), its arguments are the source and the
    content; type and stance are attributes of the event. brat wants no line end inside a span, so spans are cut there.

    Parameters
    ----------
    document : the document, whose text is the ``.txt`` beside the ``.ann``.
    attributions : of the document.
    """
    lines: list[str] = []
    marks = 0
    for number, attribution in enumerate(attributions, 1):
        roles = {"Cue": attribution.cue, "Source": attribution.source, "Content": attribution.content}
        names: dict[str, str] = {}
        for role, spans in roles.items():
            if pieces := list(_pieces(document.text, spans)):
                marks += 1
                names[role] = f"T{marks}"
                lines.append(_brat_mark(names[role], role, document.text, pieces))
        trigger = next(iter(names), None)
        if trigger is None:
            continue
        arguments = " ".join(f"{role}:{name}" for role, name in names.items() if role != trigger)
        lines.append(f"E{number}\t{trigger}:{names[trigger]} {arguments}".rstrip())
        lines.append(f"A{2 * number - 1}\tType E{number} {attribution.type}")
        lines.append(f"A{2 * number}\tStance E{number} {attribution.stance}")
    return "".join(f"{line}\n" for line in lines)


def _csv_line(cells: Iterable[object]) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerow(cells)
    return stream.getvalue()


def _csv_cells(id: str | int, text: str, attribution: Attribution) -> Iterator[object]:
    yield for_spreadsheet(str(id))
    roles = (attribution.source, attribution.cue, attribution.content)
    yield from (for_spreadsheet(join(text, spans)) for spans in roles)
    yield attribution.type
    yield attribution.stance
    yield round(attribution.confidence, 4)
    spans = [span for role in roles for span in role]
    yield from cover(spans) if spans else ("", "")


def _brat_mark(name: str, role: str, text: str, pieces: Sequence[Span]) -> str:
    places = ";".join(f"{start} {end}" for start, end in pieces)
    return f"{name}\t{role} {places}\t{for_xml(' '.join(piece.of(text) for piece in pieces))}"


def _pieces(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        for line in _LINE_OF_TEXT.finditer(text, span.start, span.end):
            yield Span(*line.span())
