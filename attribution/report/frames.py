"""The parts of a report as pandas tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from attribution.errors import FormatProblem, MissingExtra
from attribution.model import Report
from attribution.spans import Span, cover, join

if TYPE_CHECKING:
    from pandas import DataFrame

Row = dict[str, Any]


def make_frame(report: Report, table: str) -> DataFrame:
    """Return one part of the report as a pandas table, a row for each thing in it.

    Spans become their words, and `start` and `end` of what they cover; ids stay ids, so that tables can be merged.

    Parameters
    ----------
    report : the report.
    table : ``documents``, ``sources``, ``attributions``, ``claims``, ``relations``, ``disputes`` or ``agreement``.

    Raises
    ------
    FormatProblem
        When there is no such table.
    MissingExtra
        When pandas is not installed.
    """
    if table not in TABLES:
        raise FormatProblem(f"a report has no table {table!r}; it has {', '.join(TABLES)}")
    try:
        import pandas
    except ImportError:
        raise MissingExtra("a table", "notebook", "who-said-what") from None
    columns, make_rows = TABLES[table]
    return pandas.DataFrame(list(make_rows(report)), columns=columns)


def _documents(report: Report) -> Iterable[Row]:
    times = Counter(attribution.document for attribution in report.attributions)
    for document in report.documents:
        yield {
            "id": document.id,
            "path": document.path,
            "title": document.headline,
            "characters": len(document.text),
            "attributions": times[document.id],
        }


def _sources(report: Report) -> Iterable[Row]:
    times = Counter(source for attribution in report.attributions for source in attribution.sources)
    for source in report.sources:
        yield {
            "id": source.id,
            "name": source.name,
            "type": source.type,
            "aliases": "; ".join(source.aliases),
            "speaks_for": source.speaks_for,
            "mentions": len(source.mentions),
            "attributions": times[source.id],
        }


def _attributions(report: Report) -> Iterable[Row]:
    texts = {document.id: document.text for document in report.documents}
    names = {source.id: source.name for source in report.sources}
    for attribution in report.attributions:
        text = texts[attribution.document]
        yield {
            "id": attribution.id,
            "document": attribution.document,
            "sources": "; ".join(names.get(source, source) for source in attribution.sources),
            "source": join(text, attribution.source),
            "cue": join(text, attribution.cue),
            "content": join(text, attribution.content),
            "type": attribution.type,
            "stance": attribution.stance,
            "confidence": attribution.confidence,
            **_extent((*attribution.source, *attribution.cue, *attribution.content)),
        }


def _claims(report: Report) -> Iterable[Row]:
    for claim in report.claims:
        yield {
            "id": claim.id,
            "attribution": claim.attribution,
            "text": claim.text,
            "affirmed": claim.affirmed,
            "hedged": claim.hedged,
            **_extent(claim.spans),
        }


def _relations(report: Report) -> Iterable[Row]:
    texts = {claim.id: claim.text for claim in report.claims}
    for relation in report.relations:
        yield {
            "a": relation.a,
            "b": relation.b,
            "relation": relation.relation,
            "confidence": relation.confidence,
            "reason": relation.reason,
            "explanation": relation.explanation,
            "a_text": texts.get(relation.a),
            "b_text": texts.get(relation.b),
        }


def _disputes(report: Report) -> Iterable[Row]:
    for number, dispute in enumerate(report.disputes, 1):
        for side, claims in enumerate(dispute.sides, 1):
            for claim in claims:
                yield {"dispute": number, "about": dispute.about, "side": side, "claim": claim}


def _agreement(report: Report) -> Iterable[Row]:
    names = {source.id: source.name for source in report.sources}
    for pair in report.agreement:
        yield {
            "a": pair.a,
            "b": pair.b,
            "a_name": names.get(pair.a),
            "b_name": names.get(pair.b),
            "agree": pair.agree,
            "conflict": pair.conflict,
        }


def _extent(spans: tuple[Span, ...]) -> Row:
    whole = cover(spans) if spans else None
    return {"start": whole and whole.start, "end": whole and whole.end}


# The columns are named here too, so that an empty table has them.
TABLES: Mapping[str, tuple[list[str], Callable[[Report], Iterable[Row]]]] = {
    "documents": (["id", "path", "title", "characters", "attributions"], _documents),
    "sources": (["id", "name", "type", "aliases", "speaks_for", "mentions", "attributions"], _sources),
    "attributions": (
        ["id", "document", "sources", "source", "cue", "content", "type", "stance", "confidence", "start", "end"],
        _attributions,
    ),
    "claims": (["id", "attribution", "text", "affirmed", "hedged", "start", "end"], _claims),
    "relations": (["a", "b", "relation", "confidence", "reason", "explanation", "a_text", "b_text"], _relations),
    "disputes": (["dispute", "about", "side", "claim"], _disputes),
    "agreement": (["a", "b", "a_name", "b_name", "agree", "conflict"], _agreement),
}
