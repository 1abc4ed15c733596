"""The graph of who said what: sources, assertions and documents, ready for networkx, Gephi, Cytoscape and yEd.

Who stands with whom, which claim is most contested and who is alone is for `graphs.analysis` to say.

Examples
--------
::

    import attribution, graphs

    graph = graphs.build(attribution.analyze(text))  # networkx.MultiDiGraph
    graphs.write(graph, "who-said-what.graphml")
    graphs.show(graph)  # in a notebook
"""

from __future__ import annotations

from graphs.building import build
from graphs.figure import draw_figure
from graphs.files import read, write
from graphs.page import show

__all__ = ["build", "draw_figure", "read", "show", "write"]
