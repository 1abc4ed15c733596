"""The graph and its files: GraphML reads back as the same graph, and no article can break a file."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from html import escape
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import make_report

import graphs
from attribution.errors import FormatProblem, MissingExtra, UnreadableInput
from attribution.model import Attribution, Claim, Dispute, Relation, Report, Source
from attribution.spans import Span
from graphs.dot import quote
from graphs.files import RENDERERS, render
from graphs.layout import lay_out

EMPTY = Report((), (), (), (), (), (), ())
HOSTILE = '\x00\x1b[2J "quoted" \\N <script>alert(1)</script> ]]> --> & &lt; \ud800 \ufffe \r\n $x$ ]]'
WITHOUT_LIBRARIES = [suffix for suffix in RENDERERS if suffix != ".png"]


def poison(words: str) -> Report:
    """Return the sample report with `words` wherever a text of the article can be."""
    report = make_report()
    return replace(
        report,
        documents=tuple(replace(d, path=words, text=words + d.text[len(words) :]) for d in report.documents),
        sources=tuple(replace(source, name=words, aliases=(words,)) for source in report.sources),
        claims=tuple(replace(claim, text=words) for claim in report.claims),
        relations=tuple(replace(relation, explanation=words) for relation in report.relations),
        disputes=tuple(Dispute(words, dispute.sides) for dispute in report.disputes),
    )


def content_of(graph: nx.MultiDiGraph[str]) -> tuple[dict[str, Any], dict[Any, Any]]:
    """Return the nodes and the edges with their keys, and all attributes of both."""
    edges = {(start, end, key): values for start, end, key, values in graph.edges(keys=True, data=True)}
    return dict(graph.nodes(data=True)), edges


def types_of(graph: nx.MultiDiGraph[str]) -> list[list[tuple[str, type]]]:
    nodes, edges = content_of(graph)
    return [[(name, type(value)) for name, value in values.items()] for values in (*nodes.values(), *edges.values())]


def read_back(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    return nx.read_graphml(BytesIO(render(graph, "x.graphml")), force_multigraph=True)


def test_what_is_read_back_is_the_same_graph() -> None:
    graph = graphs.build(make_report())
    assert nx.utils.graphs_equal(read_back(graph), graph)


def test_nodes_and_edges_have_the_kinds_of_the_contract() -> None:
    graph = graphs.build(make_report())
    assert isinstance(graph, nx.MultiDiGraph)
    assert {node: values["kind"] for node, values in graph.nodes(data=True)} == {
        **dict.fromkeys(["s1", "s2", "s3", "s4", "s5"], "source"),
        **dict.fromkeys(["c1", "c2", "c3", "c4", "c5", "c6", "a5"], "assertion"),
        "d1": "document",
    }
    reported = {(node, "reported_in", "d1") for node in ("c1", "c2", "c3", "c4", "c5", "c6", "a5")}
    assert {(start, values["kind"], end) for start, end, values in graph.edges(data=True)} - reported == {
        ("s1", "asserts", "c1"),
        ("s2", "denies", "c2"),
        ("s3", "asserts", "c3"),
        ("s1", "asserts", "c4"),
        ("s4", "silent", "a5"),
        ("s5", "asserts", "c5"),
        ("s3", "speaks_for", "s2"),
        ("s4", "speaks_for", "s1"),
        ("c1", "contradicts", "c2"),
        ("c1", "contradicts", "c3"),
        ("c4", "supports", "c5"),
    }


def test_attributes_are_flat_and_typed_and_every_node_has_a_short_label() -> None:
    graph = graphs.build(poison("word " * 200))
    assert {kind for row in types_of(graph) for _, kind in row} <= {str, int, float, bool}
    assert {len(values["label"]) <= 60 for _, values in graph.nodes(data=True)} == {True}


def test_an_assertion_that_is_only_a_pronoun_is_labelled_with_what_it_answers() -> None:
    assert graphs.build(make_report()).nodes["c2"]["label"] == "it (The captain steered the ferry onto the …"


def test_edge_keys_are_unique_in_the_graph() -> None:
    keys = [key for _, _, key in graphs.build(make_report()).edges(keys=True)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("report", [make_report(), poison(HOSTILE), EMPTY], ids=["sample", "hostile", "empty"])
def test_graphml_reads_back_as_the_same_graph(report: Report) -> None:
    graph = graphs.build(report)
    again = read_back(graph)
    assert content_of(again) == content_of(graph)
    assert types_of(again) == types_of(graph)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=30))
def test_graphml_of_any_text_reads_back_as_the_same_graph(words: str) -> None:
    graph = graphs.build(poison(words))
    assert content_of(read_back(graph)) == content_of(graph)


def test_what_xml_cannot_hold_is_replaced_visibly() -> None:
    assert graphs.build(poison("a\x00b")).nodes["s1"]["name"] == "a�b"


@pytest.mark.parametrize("suffix", [".graphml", ".json"])
def test_written_graphs_are_read(tmp_path: Path, suffix: str) -> None:
    graph = graphs.build(make_report())
    graphs.write(graph, tmp_path / f"graph{suffix}")
    again = graphs.read(tmp_path / f"graph{suffix}")
    assert content_of(again) == content_of(graph)
    assert again.graph == {}


@pytest.mark.parametrize("suffix", WITHOUT_LIBRARIES)
@pytest.mark.parametrize("report", [make_report(), poison(HOSTILE), EMPTY], ids=["sample", "hostile", "empty"])
def test_every_file_is_the_same_twice_and_utf_8(suffix: str, report: Report) -> None:
    first, second = (render(graphs.build(report), f"x{suffix}") for _ in range(2))
    assert first == second
    first.decode("utf-8")


@pytest.mark.parametrize("suffix", [".graphml", ".gexf", ".svg"])
def test_xml_files_are_well_formed_whatever_the_article_holds(suffix: str) -> None:
    root = ElementTree.fromstring(render(graphs.build(poison(HOSTILE)), f"x{suffix}"))
    assert not [element for element in root.iter() if element.tag.endswith("script")]


GRAPHML_TYPES = {"boolean", "int", "long", "float", "double", "string"}
GEXF_TYPES = {"integer", "long", "double", "float", "boolean", "string", "liststring", "anyURI"}


def children(element: ElementTree.Element, tag: str) -> list[ElementTree.Element]:
    return [child for child in element.iter() if child.tag.rpartition("}")[2] == tag]


@pytest.mark.parametrize("report", [make_report(), poison(HOSTILE)], ids=["sample", "hostile"])
def test_graphml_is_what_gephi_cytoscape_and_yed_want(report: Report) -> None:
    """Keys declared, typed and used where they belong; edges with ids, labels and weights; nodes with labels."""
    root = ElementTree.fromstring(render(graphs.build(report), "x.graphml"))
    keys = {key.get("id"): key for key in children(root, "key")}
    assert {key.get("attr.type") for key in keys.values()} <= GRAPHML_TYPES
    names = [(key.get("for"), key.get("attr.name")) for key in keys.values()]
    assert len(names) == len(set(names))
    nodes, edges = children(root, "node"), children(root, "edge")
    ids = {node.get("id") for node in nodes}
    assert len(ids) == len(nodes)
    assert len({edge.get("id") for edge in edges} - {None}) == len(edges)
    assert {end for edge in edges for end in (edge.get("source"), edge.get("target"))} <= ids
    for kind, elements, wanted in (("node", nodes, {"label"}), ("edge", edges, {"label", "weight"})):
        for element in elements:
            used = [keys[data.get("key")] for data in children(element, "data")]
            assert {key.get("for") for key in used} == {kind}
            assert {key.get("attr.name") for key in used} >= wanted
    types = {key.get("attr.name"): key.get("attr.type") for key in keys.values() if key.get("for") == "edge"}
    assert (types["label"], types["weight"]) == ("string", "double")


def test_gexf_is_what_gephi_wants() -> None:
    root = ElementTree.fromstring(render(graphs.build(make_report()), "x.gexf"))
    (graph,) = children(root, "graph")
    assert set(graph.attrib) <= {"defaultedgetype", "mode"}
    assert {attribute.get("type") for attribute in children(root, "attribute")} <= GEXF_TYPES
    known = {attribute.get("id") for attribute in children(root, "attribute")}
    assert {value.get("for") for value in children(root, "attvalue")} <= known
    edges = children(root, "edge")
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert all(edge.get("label") and float(edge.get("weight", "")) > 0 for edge in edges)
    assert all(node.get("label") for node in children(root, "node"))


def test_gexf_opens_in_networkx() -> None:
    graph = graphs.build(make_report())
    again = nx.read_gexf(BytesIO(render(graph, "x.gexf")))
    assert set(again.nodes) == set(graph.nodes)
    assert again.number_of_edges() == graph.number_of_edges()
    assert again.nodes["c1"]["offset_start"] == graph.nodes["c1"]["offset_start"]


def test_the_page_has_no_markup_of_the_article() -> None:
    page = render(graphs.build(poison(HOSTILE)), "x.html").decode()
    assert page.count("<script") == 1
    assert "Content-Security-Policy" in page
    tags = re.compile(r"<(/?\w+)")
    assert set(tags.findall(page)) == set(tags.findall(render(graphs.build(make_report()), "x.html").decode()))


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    graph = graphs.build(make_report())
    cell = graphs.show(graph)._repr_html_()
    assert 'sandbox="allow-scripts"' in cell
    assert escape(render(graph, "x.html").decode()) in cell


@pytest.mark.parametrize(
    ("words", "quoted"),
    [("a", '"a"'), ('"', '"\\""'), ("\\", '"\\\\"'), ("\\N", '"\\\\N"'), ("a\nb", '"a\\nb"'), ("&lt;", '"&amp;lt;"')],
)
def test_dot_strings_hold_no_escapes_of_the_article(words: str, quoted: str) -> None:
    assert quote(words) == quoted


def test_dot_has_a_statement_a_line_for_each_node_and_edge() -> None:
    graph = graphs.build(poison(HOSTILE))
    lines = render(graph, "x.dot").decode().split("\n")[3:-2]
    string = r'"(?:[^"\\]|\\.)*"'
    statement = re.compile(rf"  {string}(?: -> {string})? \[\w+={string}(?:, \w+={string})*\];")
    assert [line for line in lines if not statement.fullmatch(line)] == []
    assert len(lines) == graph.number_of_nodes() + graph.number_of_edges()


def big_report(sources: int, claims: int) -> Report:
    """Return a report in which sources contradict and support each other, every claim but a few in some relation."""
    names = [
        Source(f"s{n}", f"Source {n}", "person", speaks_for=f"s{n - 1}" if n % 5 == 4 else None) for n in range(sources)
    ]
    said = [Attribution(f"a{n}", "ferry", (), (), (Span(0, 5),), sources=(f"s{n % sources}",)) for n in range(claims)]
    told = [Claim(f"c{n}", f"a{n}", f"claim {n} " + "word " * (n % 30), (Span(0, 5),)) for n in range(claims)]
    relations = [
        Relation(f"c{n}", f"c{n + 1}", "supports" if n % 7 == 0 else "contradicts", 0.9, "denial", "why")
        for n in range(0, claims - claims // 4 - 1, 2)
    ]
    documents = make_report().documents
    return Report(documents, tuple(names), tuple(said), tuple(told), tuple(relations), (), ())


@pytest.mark.parametrize("report", [make_report(), big_report(3, 5), big_report(40, 200)], ids=["sample", "5", "200"])
def test_boxes_of_a_drawing_do_not_overlap(report: Report) -> None:
    graph = graphs.build(report)
    picture = lay_out(graph)
    drawn = {node for node, kind in graph.nodes(data="kind") if kind != "document"}
    assert set(picture.boxes) == drawn
    for one, other in combinations(picture.boxes.values(), 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert beside or one.y + one.height <= other.y or other.y + other.height <= one.y
    assert max(box.y + box.height for box in picture.boxes.values()) <= picture.height
    assert max(box.x + box.width for box in picture.boxes.values()) <= picture.width
    points = [point for c in picture.curves for point in (c.start, c.bend_out, c.bend_in, c.end)]
    assert all(0 <= x <= picture.width and 0 <= y <= picture.height for x, y in points)


def test_the_sides_face_each_other() -> None:
    boxes = lay_out(graphs.build(make_report())).boxes
    assert boxes["s1"].x < boxes["c1"].x < boxes["c2"].x < boxes["s2"].x
    # A voice stands under the one it speaks for, and who agrees on the side of the one agreed with.
    assert boxes["s3"].x == boxes["s2"].x
    assert boxes["s3"].y > boxes["s2"].y
    assert boxes["c5"].x == boxes["c4"].x


def test_what_several_say_and_what_nobody_says_is_drawn_once() -> None:
    report = make_report()
    both = replace(report.attributions[0], sources=("s1", "s5"))
    picture = lay_out(graphs.build(replace(report, attributions=(both, *report.attributions[1:]))))
    assert sum(curve.b == "c1" and curve.kind == "asserts" for curve in picture.curves) == 2
    assert "c6" in picture.boxes


def test_a_png_is_a_png() -> None:
    pytest.importorskip("matplotlib")
    assert render(graphs.build(poison("$x$ _ 😀")), "x.png").startswith(b"\x89PNG")


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(MissingExtra, match=r"who-said-what\[plot\]"):
        render(graphs.build(make_report()), "x.png")


def test_an_unknown_suffix_is_a_problem_that_names_the_others(tmp_path: Path) -> None:
    with pytest.raises(FormatProblem, match=r"\.graphml"):
        graphs.write(graphs.build(EMPTY), tmp_path / "graph.xlsx")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b"{"),
        ("a.json", b"[]"),
        ("a.json", b'{"nodes": [], "edges": [], "directed": false}'),
        ("a.json", b"\xff"),
        ("a.graphml", b"<x>"),
        ("a.graphml", b"<x/>"),
        ("a.svg", b"<svg/>"),
    ],
)
def test_what_is_no_graph_is_a_problem(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FormatProblem, match=name):
        graphs.read(tmp_path / name)


def test_a_graph_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput):
        graphs.read(tmp_path / "none.graphml")
