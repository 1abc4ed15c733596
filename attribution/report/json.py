"""The report as JSON, schema ``attribution-report/1``: offsets are code points into each document's ``text``."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from attribution.model import Attribution, Claim, Document, Report, Source
from attribution.spans import Span

SCHEMA = "attribution-report/1"

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def render_json(report: Report) -> str:
    """Return the report as one JSON object, one row of each list a line.

    Characters are written as they are, except that controls and lone surrogates are escaped: the result is always valid
    JSON and can always be encoded in UTF-8.

    Parameters
    ----------
    report : the report to render.
    """
    parts = []
    for name, value in as_dict(report).items():
        if isinstance(value, list) and value:
            rows = ",\n".join(f"  {write_json(row)}" for row in value)
            parts.append(f' "{name}": [\n{rows}\n ]')
        else:
            parts.append(f' "{name}": {write_json(value)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def write_json(value: object) -> str:
    r"""Return `value` as JSON that can be encoded in UTF-8, whatever its strings hold.

    Examples
    --------
    >>> print(write_json({"text": "é\ud800"}))
    {"text": "é\ud800"}
    """
    text = json.dumps(value, ensure_ascii=False)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def as_dict(report: Report) -> dict[str, Any]:
    """Return the report as plain dictionaries and lists, as the schema has them."""
    return {
        "schema": SCHEMA,
        "documents": [_document(document) for document in report.documents],
        "sources": [_source(source) for source in report.sources],
        "attributions": [_attribution(attribution) for attribution in report.attributions],
        "claims": [_claim(claim) for claim in report.claims],
        "relations": [
            {
                "a": relation.a,
                "b": relation.b,
                "relation": relation.relation,
                "confidence": round(relation.confidence, 4),
                "reason": relation.reason,
                "explanation": relation.explanation,
            }
            for relation in report.relations
        ],
        "disputes": [
            {"about": dispute.about, "sides": [list(side) for side in dispute.sides]} for dispute in report.disputes
        ],
        "agreement": [
            {"a": pair.a, "b": pair.b, "agree": pair.agree, "conflict": pair.conflict} for pair in report.agreement
        ],
    }


def attribution_roles(attribution: Attribution) -> dict[str, Any]:
    """Return the spans, type, stance and confidence of an attribution, as every JSON format writes them."""
    return {
        "source": _spans(attribution.source),
        "cue": _spans(attribution.cue),
        "content": _spans(attribution.content),
        "type": attribution.type,
        "stance": attribution.stance,
        # Four places: more is noise of the model, and differs between processors.
        "confidence": round(attribution.confidence, 4),
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "path": document.path,
        "title": document.headline or None,
        "text": document.text,
        "body": _spans(document.body),
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "name": source.name,
        "type": source.type,
        "aliases": list(source.aliases),
        "speaks_for": source.speaks_for,
        "mentions": [
            {
                "document": mention.document,
                "start": mention.span.start,
                "end": mention.span.end,
                "confidence": round(mention.confidence, 4),
                "how": mention.how,
            }
            for mention in source.mentions
        ],
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    roles = attribution_roles(attribution)
    spans = {role: roles.pop(role) for role in ("source", "cue", "content")}
    return {
        "id": attribution.id,
        "document": attribution.document,
        **spans,
        "sources": list(attribution.sources),
        **roles,
        # Source words that could mean nobody or several: "he", after two men have been named.
        "unresolved": bool(attribution.source) and not attribution.sources,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {"id": claim.id, "attribution": claim.attribution, "text": claim.text, "spans": _spans(claim.spans)}


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[start, end] for start, end in spans]
