"""The graph in Graphviz's DOT language."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from graphs.colours import EDGE_COLOURS

_SHAPES = {"source": "box", "assertion": "note", "document": "folder"}
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "&": "&amp;"})


def render_dot(graph: nx.MultiDiGraph[str]) -> bytes:
    """Return the graph as DOT; all attributes of nodes and edges are kept, as text.

    Parameters
    ----------
    graph : from `graphs.build`.
    """
    lines = ["digraph attribution {", "  rankdir=LR;", '  node [fontname="sans-serif"];']
    for node, values in graph.nodes(data=True):
        drawn = {"shape": _SHAPES.get(values.get("kind", ""), "ellipse")}
        lines.append(f"  {quote(node)} {_attributes({**values, **drawn})};")
    for start, end, values in graph.edges(data=True):
        kind = str(values.get("kind", ""))
        drawn = {"label": kind, "color": EDGE_COLOURS.get(kind, "black")}
        lines.append(f"  {quote(start)} -> {quote(end)} {_attributes({**values, **drawn})};")
    return ("\n".join([*lines, "}"]) + "\n").encode()


def quote(words: object) -> str:
    r"""Return `words` as a quoted DOT string, in which Graphviz finds neither escapes nor HTML entities.

    Examples
    --------
    >>> print(quote('say "no" \\N &lt;'))
    "say \"no\" \\N &amp;lt;"
    """
    return f'"{str(words).translate(_ESCAPES)}"'


def _attributes(values: Mapping[str, object]) -> str:
    return "[" + ", ".join(f"{name}={quote(value)}" for name, value in values.items()) + "]"
