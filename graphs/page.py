"""The graph as a web page: the picture, in a page that can load and run nothing."""

from __future__ import annotations

import networkx as nx

from graphs.svg import draw_svg

_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"


def render_page(graph: nx.MultiDiGraph[str]) -> bytes:
    """Return an HTML page with the picture of the graph; pointing at a box or a line shows all of its words.

    Parameters
    ----------
    graph : from `graphs.build`.
    """
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        "<title>Who said what</title></head><body>",
        draw_svg(graph),
        "</body></html>\n",
    ]
    return "\n".join(lines).encode()
