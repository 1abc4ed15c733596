"""The graph of who said what: sources, assertions and documents, ready for networkx, Gephi, Cytoscape and yEd.

Examples
--------
::

    import attribution, graphs

    graph = graphs.build(attribution.analyze(text))  # networkx.MultiDiGraph
    graphs.write(graph, "who-said-what.graphml")
"""

from __future__ import annotations

from graphs.building import build
from graphs.files import read, write

__all__ = ["build", "read", "write"]
