"""From a report to its graph.

Nodes have a `kind`: ``source``, ``assertion`` (a claim) or ``document``. Edges have one too: a source ``asserts``,
``denies``, ``doubts``, ``asks``, ``wants`` or is ``silent`` on an assertion; a source ``speaks_for`` a source; an
assertion ``contradicts`` or ``supports`` an assertion and is ``reported_in`` a document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain

import networkx as nx

from attribution.escape import for_xml
from attribution.model import Attribution, Claim, Document, Report, Source
from attribution.report.digest import shorten
from attribution.spans import Span, cover, join

Value = str | int | float | bool

# What fits into a box of a drawing without covering its neighbours.
_LABEL = 48


def build(report: Report) -> nx.MultiDiGraph[str]:
    """Return the graph of a report.

    Attributes are flat and typed (texts, numbers, truth values; never a list, never nothing), and their characters are
    those that XML can hold: what it cannot is replaced by U+FFFD. So every format keeps all of it. An edge's key names
    its ends and its kind, and is unique in the graph.

    Parameters
    ----------
    report : the report of one or several articles.

    Returns
    -------
    networkx.MultiDiGraph
        Sources and claims have the ids that they have in the report; documents are ``d1``, ``d2`` …; an attribution
        without claims ("declined to comment") stands as an assertion under its own id.
    """
    # networkx's GraphML reader sets these two: with them, what is read back is equal to the last attribute
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(node_default={}, edge_default={})
    _add_sources(graph, report)
    documents = {document.id: f"d{number}" for number, document in enumerate(report.documents, 1)}
    _add_assertions(graph, report)
    for document in report.documents:
        _add_node(graph, documents[document.id], "document", **_describe_document(document))
    _add_edges(graph, report, documents)
    return graph


def _add_sources(graph: nx.MultiDiGraph[str], report: Report) -> None:
    times = Counter(chain.from_iterable(attribution.sources for attribution in report.attributions))
    for source in report.sources:
        _add_node(graph, source.id, "source", **_describe_source(source), attributions=times[source.id])


def _add_assertions(graph: nx.MultiDiGraph[str], report: Report) -> None:
    texts = {document.id: document.text for document in report.documents}
    claims = {claim.id: claim for claim in report.claims}
    for attribution, node, claim in _assertions(report):
        text = texts[attribution.document]
        spans = claim.spans if claim else attribution.content
        words = claim.text if claim else join(text, attribution.content) or join(text, attribution.cue)
        described = _describe_assertion(attribution, words, text, spans)
        if claim and claim.answers in claims:
            # "it" on its own says nothing in a drawing.
            answered = claims[claim.answers]
            described |= {"answers": answered.id, "label": shorten(f"{words} ({answered.text})", _LABEL)}
        _add_node(graph, node, "assertion", **described)


def _add_edges(graph: nx.MultiDiGraph[str], report: Report, documents: dict[str, str]) -> None:
    for source in report.sources:
        if source.speaks_for in graph:
            _add_edge(graph, source.id, str(source.speaks_for), "speaks_for")
    for attribution, node, _ in _assertions(report):
        for speaker in attribution.sources:
            if speaker in graph:
                sure = float(attribution.confidence)
                _add_edge(graph, speaker, node, attribution.stance, weight=sure, confidence=sure)
        _add_edge(graph, node, documents[attribution.document], "reported_in")
    for relation in report.relations:
        _add_edge(
            graph,
            relation.a,
            relation.b,
            relation.relation,
            weight=float(relation.confidence),
            confidence=float(relation.confidence),
            reason=relation.reason,
            explanation=relation.explanation,
        )


def _assertions(report: Report) -> Iterable[tuple[Attribution, str, Claim | None]]:
    """Yield each attribution's claims under their ids, or the attribution itself where it has none."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in report.claims:
        claims[claim.attribution].append(claim)
    for attribution in report.attributions:
        if attribution.id in claims:
            yield from ((attribution, claim.id, claim) for claim in claims[attribution.id])
        else:
            yield attribution, attribution.id, None


def _describe_source(source: Source) -> dict[str, Value]:
    described: dict[str, Value] = {
        "label": shorten(source.name, _LABEL),
        "name": source.name,
        "type": source.type,
        "aliases": "; ".join(source.aliases),
        "mentions": len(source.mentions),
    }
    return {**described, "speaks_for": source.speaks_for} if source.speaks_for else described


def _describe_document(document: Document) -> dict[str, Value]:
    return {
        "label": shorten(document.headline or document.id, _LABEL),
        "name": document.id,
        "title": document.headline,
        "path": document.path or "",
        "characters": len(document.text),
    }


def _describe_assertion(attribution: Attribution, words: str, text: str, spans: tuple[Span, ...]) -> dict[str, Value]:
    place = cover(spans or attribution.cue or attribution.source or (Span(0, 0),))
    return {
        "label": shorten(words, _LABEL),
        "text": words,
        "attribution": attribution.id,
        "document": attribution.document,
        "said_by": join(text, attribution.source),
        "cue": join(text, attribution.cue),
        "type": attribution.type,
        "stance": attribution.stance,
        "confidence": float(attribution.confidence),
        # Not "start" and "end": GEXF takes those for times.
        "offset_start": place.start,
        "offset_end": place.end,
    }


def _add_node(graph: nx.MultiDiGraph[str], node: str, kind: str, **described: Value) -> None:
    graph.add_node(node, kind=kind, **{name: _clean(value) for name, value in described.items()})


def _add_edge(
    graph: nx.MultiDiGraph[str], start: str, end: str, kind: str, weight: float = 1.0, **described: Value
) -> None:
    # "label" and "weight" are what Gephi, Cytoscape and yEd look for.
    values = {"kind": kind, "label": kind.replace("_", " "), "weight": weight, **described}
    graph.add_edge(start, end, key=f"{start}-{kind}-{end}", **{name: _clean(value) for name, value in values.items()})


def _clean(value: Value) -> Value:
    return for_xml(value) if isinstance(value, str) else value
