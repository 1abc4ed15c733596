"""The report as one table, a row for each attribution: CSV for spreadsheets, JSON lines for scripts."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from attribution.escape import for_spreadsheet
from attribution.model import Attribution, Report
from attribution.report.digest import Digest
from attribution.report.json import write_json
from attribution.spans import Span, cover, join

COLUMNS = (
    "id",
    "document",
    "place",
    "who",
    "speaks_for",
    "stance",
    "words",
    "cue",
    "type",
    "confidence",
    "disputes",
    "contradicted_by",
    "supported_by",
    "start",
    "end",
)
# Between several names in one cell.
_BETWEEN = "; "


def render_csv(report: Report) -> str:
    """Return the report as CSV with a line of headings; no cell is a formula to any spreadsheet.

    Parameters
    ----------
    report : the report to render.
    """
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for row in make_rows(report):
        writer.writerow([_cell(row[column]) for column in COLUMNS])
    return stream.getvalue()


def render_jsonl(report: Report) -> str:
    """Return the report as JSON lines: the rows of the CSV, with lists and numbers as such.

    Parameters
    ----------
    report : the report to render.
    """
    return "".join(f"{write_json(row)}\n" for row in make_rows(report))


def make_rows(report: Report) -> Iterator[dict[str, Any]]:
    """Yield a row for each attribution: who says what for whom, where, and who says otherwise or the same.

    Parameters
    ----------
    report : the report.
    """
    digest = Digest(report)
    names = {source.id: source.name for source in report.sources}
    above = {source.id: source.speaks_for for source in report.sources}
    against, beside = (_find_others(report, kind, names) for kind in ("contradicts", "supports"))
    for attribution in report.attributions:
        voice, text = digest.voice(attribution), digest.documents[attribution.document].text
        spans = [*attribution.source, *attribution.cue, *attribution.content]
        whole = cover(spans) if spans else Span(0, 0)
        heads = (names.get(str(above.get(source))) for source in attribution.sources)
        yield {
            "id": attribution.id,
            "document": attribution.document,
            "place": voice.place,
            "who": _who(attribution, names, text),
            "speaks_for": list(dict.fromkeys(head for head in heads if head)),
            "stance": attribution.stance,
            "words": voice.words,
            "cue": voice.cue,
            "type": attribution.type,
            "confidence": round(attribution.confidence, 4),
            "disputes": list(digest.disputed.get(attribution.id, ())),
            "contradicted_by": list(against[attribution.id]),
            "supported_by": list(beside[attribution.id]),
            "start": whole.start,
            "end": whole.end,
        }


def _who(attribution: Attribution, names: Mapping[str, str], text: str) -> list[str]:
    resolved = [names[source] for source in attribution.sources if source in names]
    return resolved or ([join(text, attribution.source)] if attribution.source else [])


def _find_others(report: Report, kind: str, names: Mapping[str, str]) -> Mapping[str, dict[str, None]]:
    """Return for each attribution the names of those whose claims stand so to its claims, in reading order."""
    owner = {claim.id: claim.attribution for claim in report.claims}
    sources = {attribution.id: attribution.sources for attribution in report.attributions}
    others: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for relation in report.relations:
        if relation.relation == kind and relation.a in owner and relation.b in owner:
            one, other = owner[relation.a], owner[relation.b]
            for here, there in ((one, other), (other, one)):
                others[here].update(dict.fromkeys(names[source] for source in sources[there] if source in names))
    return others


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = _BETWEEN.join(map(str, value))
    return for_spreadsheet(value) if isinstance(value, str) else value
