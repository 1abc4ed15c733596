"""Graphs as files: the suffix says the format."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from io import BytesIO
from os import PathLike, fspath
from pathlib import Path

import networkx as nx

from attribution.errors import FormatProblem, UnreadableInput
from graphs.dot import render_dot
from graphs.page import render_page
from graphs.png import render_png
from graphs.svg import render_svg

Graph = nx.MultiDiGraph


def render_graphml(graph: Graph[str]) -> bytes:
    """Return the graph as GraphML, which `networkx.read_graphml` reads back as the same graph.

    Parameters
    ----------
    graph : from `graphs.build`.
    """
    # The writer of the standard library, so that the file is the same whether or not lxml is installed.
    return _written(nx.readwrite.graphml.GraphMLWriter(graph, prettyprint=True).dump)


def render_gexf(graph: Graph[str]) -> bytes:
    """Return the graph as GEXF, Gephi's format.

    Parameters
    ----------
    graph : from `graphs.build`.
    """
    writer = nx.readwrite.gexf.GEXFWriter(graph)
    for meta in writer.xml.iter("meta"):
        # Two runs on one article shall give one file.
        meta.attrib.pop("lastmodifieddate", None)
    for element in writer.xml.iter("graph"):
        # The schema knows no name of a graph.
        element.attrib.pop("name", None)
    return _written(writer.write)


def render_node_link(graph: Graph[str]) -> bytes:
    """Return the graph as node-link JSON, which D3 and `networkx.node_link_graph` read.

    Parameters
    ----------
    graph : from `graphs.build`.
    """
    return (json.dumps(nx.node_link_data(graph, edges="edges"), ensure_ascii=False, indent=1) + "\n").encode()


RENDERERS: Mapping[str, Callable[[Graph[str]], bytes]] = {
    ".graphml": render_graphml,
    ".gexf": render_gexf,
    ".json": render_node_link,
    ".dot": render_dot,
    ".svg": render_svg,
    ".png": render_png,
    ".html": render_page,
}


def render(graph: Graph[str], path: str | PathLike[str]) -> bytes:
    """Return the graph as the content of a file of that name.

    Parameters
    ----------
    graph : from `graphs.build`.
    path : a name that ends in ``.graphml``, ``.gexf``, ``.json``, ``.dot``, ``.svg``, ``.png`` or ``.html``.

    Raises
    ------
    FormatProblem
        When the suffix is none of these.
    MissingExtra
        When the picture is a PNG and matplotlib is not installed.
    """
    return RENDERERS[check_suffix(path)](graph)


def check_suffix(path: str | PathLike[str]) -> str:
    """Return the suffix of `path`, in lower case.

    Parameters
    ----------
    path : the name of a file to be written.

    Raises
    ------
    FormatProblem
        When no graph can be written to a file with that suffix.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in RENDERERS:
        raise FormatProblem(f"{fspath(path)}: a graph's file must end in one of {', '.join(RENDERERS)}")
    return suffix


def write(graph: Graph[str], path: str | PathLike[str]) -> None:
    """Write the graph to a file, in the format that its suffix names.

    Parameters
    ----------
    graph : from `graphs.build`.
    path : a name that ends in ``.graphml``, ``.gexf``, ``.json``, ``.dot``, ``.svg``, ``.png`` or ``.html``.

    Raises
    ------
    FormatProblem
        When the suffix is none of these.
    MissingExtra
        When the picture is a PNG and matplotlib is not installed.
    """
    Path(path).write_bytes(render(graph, path))


def read(path: str | PathLike[str]) -> Graph[str]:
    """Read a graph that was written as ``.graphml`` or ``.json``.

    Parameters
    ----------
    path : the file.

    Raises
    ------
    FormatProblem
        When the suffix is neither, or the file is not such a graph.
    UnreadableInput
        When the file is missing or forbidden.
    """
    name, suffix = fspath(path), Path(path).suffix.lower()
    if suffix not in (".graphml", ".json"):
        raise FormatProblem(f"{name}: only .graphml and .json graphs are read")
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{name} cannot be read: {error.strerror or error}") from None
    try:
        if suffix == ".graphml":
            graph = nx.read_graphml(BytesIO(content), force_multigraph=True)
        else:
            graph = nx.node_link_graph(json.loads(content), edges="edges")
    except (ValueError, LookupError, TypeError, AttributeError, SyntaxError, nx.NetworkXException) as error:
        raise FormatProblem(f"{name} is not a graph in the format {suffix[1:]}: {error}") from None
    if not isinstance(graph, nx.MultiDiGraph):
        raise FormatProblem(f"{name} is not a directed graph with several edges between two nodes")
    # What the reader of GraphML adds of its own, and no file of ours has.
    for default in ("node_default", "edge_default"):
        graph.graph.pop(default, None)
    return graph


def _written(write_to: Callable[[BytesIO], None]) -> bytes:
    stream = BytesIO()
    write_to(stream)
    return stream.getvalue()
