"""The picture of a graph as a part of a page: one can filter it, follow a line, and read it as a list.

SVG, and not the canvas of a graph library: its words are text that can be searched, spoken, printed and enlarged, each
box is a stop of the keyboard, and it weighs as much as its words. The libraries that Python packages carry weigh from
0.6 MB (vis-network in pyvis, last released in 2023) to 4 MB (plotly), draw pixels, and know nothing of sides. What can
be left to a library is: networkx, which finds the sides.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import networkx as nx
from markupsafe import Markup

from attribution.escape import for_xml
from attribution.report.page import Figure, load_asset, render_template
from graphs.analysis import (
    build_source_graph,
    find_lone_voices,
    find_principals,
    find_quarrels,
    measure_balance,
    rank_contested,
)
from graphs.boxes import Box
from graphs.colours import EDGE_COLOURS
from graphs.layout import RELATIONS, Picture, lay_out
from graphs.svg import draw_box, draw_captions, draw_curve, draw_markers, legend_of, safe, size_of

TITLE = "The quarrel drawn"
# With more claims than this, those that nobody confirms or disputes are left out until they are asked for.
_MANY = 30


def draw_figure(graph: nx.MultiDiGraph[str], *, linked: bool = False) -> Figure:
    """Return the picture of a graph for a page, with its filters, its analysis in words, and its list of relations.

    Parameters
    ----------
    graph : from `graphs.build`, or read from a file.
    linked : whether the page is the report's, so that a box leads to the words in the article.
    """
    picture = lay_out(graph)
    labels = {node: str(values.get("name") or values.get("text") or node) for node, values in graph.nodes(data=True)}
    sources = build_source_graph(graph)
    contested = rank_contested(graph)
    relations = [
        (labels[start], str(values["kind"]), labels[end], str(values.get("explanation", "")))
        for start, end, values in graph.edges(data=True)
        if values.get("kind") in RELATIONS
    ]
    markup = render_template(
        "graphs",
        "figure.html",
        svg=Markup(_draw(graph, picture, linked)),
        kinds=legend_of(picture),
        principals=[(node, labels[node]) for node in dict.fromkeys(find_principals(graph).values())],
        quarrels=[
            [[labels[node] for node in side] for side in sides] for sides in find_quarrels(sources) if all(sides)
        ],
        balance=round(100 * measure_balance(sources)),
        contested=(labels[contested[0][0]], contested[0][1]) if contested else None,
        # One against one is alone too, and that need not be said.
        lone=[labels[node] for node in find_lone_voices(sources) if sources.degree(node) > 1],
        relations=relations,
        quiet=_count_quiet(graph),
        many=sum(box.kind == "assertion" for box in picture.boxes.values()) > _MANY,
    )
    return Figure(TITLE, markup, load_asset("graphs", "figure.css") + _colours(), load_asset("graphs", "figure.js"))


def _draw(graph: nx.MultiDiGraph[str], picture: Picture, linked: bool) -> str:
    principals = find_principals(graph)
    related = {node for a, b, values in graph.edges(data=True) if values.get("kind") in RELATIONS for node in (a, b)}
    lines = [
        f'<svg class="picture" xmlns="http://www.w3.org/2000/svg" {size_of(picture.width, picture.height)} '
        f'font-size="12" role="group" aria-label="{TITLE}">',
        *draw_markers(legend_of(picture)),
        *(
            draw_curve(curve, f' class="edge {safe(curve.kind)}" data-a="{safe(curve.a)}" data-b="{safe(curve.b)}"')
            for curve in picture.curves
        ),
        *(
            _node(node, box, graph.nodes[node], " ".join(_speakers(graph, node, principals)), node in related, linked)
            for node, box in picture.boxes.items()
        ),
        *draw_captions(picture),
        "</svg>",
    ]
    return "\n".join(lines)


def _node(node: str, box: Box, values: Mapping[str, object], speakers: str, related: bool, linked: bool) -> str:
    quiet = " quiet" if box.kind == "assertion" and not related else ""
    shared = f'class="node {box.kind}{quiet}" data-id="{safe(node)}" data-speakers="{safe(speakers)}"'
    inside = f"<title>{safe(box.title)}</title>{draw_box(box)}"
    if not linked:
        return f'<g {shared} tabindex="0" role="img">{inside}</g>'
    target = str(values.get("attribution", "")) if box.kind == "assertion" else f"s-{node}"
    return f'<a {shared} href="#{escape(for_xml(target))}">{inside}</a>'


def _speakers(graph: nx.MultiDiGraph[str], node: str, principals: Mapping[str, str]) -> list[str]:
    if node in principals:
        return [principals[node]]
    return list(dict.fromkeys(principals[start] for start, _ in graph.in_edges(node) if start in principals))


def _count_quiet(graph: nx.MultiDiGraph[str]) -> int:
    related = {node for a, b, values in graph.edges(data=True) if values.get("kind") in RELATIONS for node in (a, b)}
    claims = [node for node, values in graph.nodes(data=True) if values.get("kind") == "assertion"]
    return sum(node not in related for node in claims)


def _colours() -> str:
    return "".join(f".graph .line.{kind}{{background:{colour}}}" for kind, colour in EDGE_COLOURS.items())
