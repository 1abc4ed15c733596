"""The graph as a web page of its own, and in a notebook."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx
from markupsafe import Markup

from attribution.report.page import frame
from attribution.report.page import render_page as render_whole_page
from graphs.figure import draw_figure

_STYLE = """:root { color-scheme: light dark; } body { margin: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { body { background: #15171b; color: #e8e9ec; } }"""


def render_page(graph: nx.MultiDiGraph[str]) -> bytes:
    """Return an HTML page with the picture of the graph, which can be filtered, and its relations as a list.

    Parameters
    ----------
    graph : from `graphs.build`.
    """
    return _render(graph).encode()


@dataclass(frozen=True)
class View:
    """A graph to be looked at in a notebook."""

    graph: nx.MultiDiGraph[str]

    def _repr_html_(self) -> str:
        """Return the page in a frame."""
        return frame(_render(self.graph), height=640)


def show(graph: nx.MultiDiGraph[str]) -> View:
    """Return the graph as a notebook shows it: leave it on the last line of a cell.

    Parameters
    ----------
    graph : from `graphs.build`.
    """
    return View(graph)


def _render(graph: nx.MultiDiGraph[str]) -> str:
    figure = draw_figure(graph)
    body = Markup('<main><h1 class="unseen">{}</h1>{}</main>').format("Who said what", figure.markup)
    style = _STYLE + ".unseen { position: absolute; left: -99rem; }"
    return render_whole_page("Who said what", body, [style, figure.style], [figure.script])
