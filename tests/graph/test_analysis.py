"""Agreement and conflict between sources."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import make_report

import graphs
from graphs.analysis import (
    build_source_graph,
    find_camps,
    find_lone_voices,
    find_principals,
    find_quarrels,
    find_rifts,
    find_sides,
    measure_balance,
    rank_contested,
    rank_disputed,
)


def quarrel(*rows: str) -> nx.MultiDiGraph[str]:
    """Return a graph from rows like ``a + b`` (agree), ``a - b`` (conflict), ``a > b`` (speaks for)."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, (one, sign, other) in enumerate(row.split() for row in rows):
        for source in (one, other):
            graph.add_node(source, kind="source", label=source)
        if sign == ">":
            graph.add_edge(one, other, kind="speaks_for")
            continue
        for source in (one, other):
            graph.add_node(f"{source}{number}", kind="assertion")
            graph.add_edge(source, f"{source}{number}", kind="asserts")
        graph.add_edge(f"{one}{number}", f"{other}{number}", kind={"+": "supports", "-": "contradicts"}[sign])
    return graph


def signs(graph: nx.MultiDiGraph[str]) -> set[tuple[str, str, int, int, int]]:
    edges = build_source_graph(graph).edges(data=True)
    return {(min(a, b), max(a, b), v["agree"], v["conflict"], v["sign"]) for a, b, v in edges}


def test_the_sample_has_one_conflict_and_one_agreement() -> None:
    assert signs(graphs.build(make_report())) == {("s1", "s2", 0, 2, -1), ("s1", "s5", 1, 0, 1)}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["a + b", "b + a"], {("a", "b", 2, 0, 1)}),
        (["a + b", "a - b"], {("a", "b", 1, 1, 0)}),
        (["a > b", "a - c"], {("b", "c", 0, 1, -1)}),
        (["a > b", "a - b"], set()),
        (["a > b", "c > b", "a - c"], set()),
    ],
)
def test_a_spokesperson_counts_as_the_one_spoken_for(rows: list[str], expected: object) -> None:
    assert signs(quarrel(*rows)) == expected


@pytest.mark.parametrize(
    ("rows", "principals"),
    [
        (["a > b", "b > c"], {"a": "c", "b": "c", "c": "c"}),
        (["a > b", "b > a"], {"a": "a", "b": "b"}),
        (["a > a"], {"a": "a"}),
    ],
)
def test_principals(rows: list[str], principals: dict[str, str]) -> None:
    assert find_principals(quarrel(*rows)) == principals


def test_camps_are_joined_by_agreement_and_rifts_run_through_them() -> None:
    sources = build_source_graph(quarrel("a + b", "b + c", "a - c", "d + e", "a - d", "f - a"))
    assert find_camps(sources) == (("a", "b", "c"), ("d", "e"))
    assert find_rifts(sources) == (("a", "c"),)
    assert rank_disputed(sources) == (("a", 3), ("c", 1), ("d", 1), ("f", 1))


def test_nobody_is_in_no_camp() -> None:
    sources = build_source_graph(nx.MultiDiGraph())
    assert (find_camps(sources), find_rifts(sources), rank_disputed(sources)) == ((), (), ())
    assert (find_sides(sources), find_quarrels(sources), find_lone_voices(sources)) == (((), ()), (), ())
    assert (measure_balance(sources), rank_contested(nx.MultiDiGraph())) == (1.0, ())


@pytest.mark.parametrize(
    ("rows", "quarrels", "balance"),
    [
        (["a - b"], ((("a",), ("b",)),), 1.0),
        (["a + b"], ((("a", "b"), ()),), 1.0),
        (["a + b", "b - c", "c + d"], ((("a", "b"), ("c", "d")),), 1.0),
        # The enemy of an enemy is a friend, and three enemies of each other are not balanced.
        (["a - b", "b - c"], ((("a", "c"), ("b",)),), 1.0),
        (["a - b", "b - c", "a - c"], None, 2 / 3),
        (["d - e", "a - b", "b - c"], ((("a", "c"), ("b",)), (("d",), ("e",))), 1.0),
    ],
)
def test_sides(rows: list[str], quarrels: object, balance: float) -> None:
    sources = build_source_graph(quarrel(*rows))
    assert quarrels is None or find_quarrels(sources) == quarrels
    assert measure_balance(sources) == pytest.approx(balance)
    assert find_sides(sources) == find_sides(sources)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("+-"), st.sampled_from("abcdef")), max_size=12))
def test_every_source_in_a_relation_is_on_one_side(rows: list[tuple[str, str, str]]) -> None:
    sources = build_source_graph(quarrel(*(" ".join(row) for row in rows if row[0] != row[2])))
    left, right = find_sides(sources)
    assert sorted((*left, *right)) == sorted(node for node, count in sources.degree() if count)
    assert 0 <= measure_balance(sources) <= 1


def test_the_most_contested_claim_is_the_one_that_most_sources_contradict() -> None:
    graph = quarrel("a - b", "c - d")
    graph.add_edge("c1", "b0", kind="contradicts")
    assert rank_contested(graph)[0] == ("b0", 2)
    assert rank_contested(graphs.build(make_report()))[0] == ("c1", 1)


def test_a_lone_voice_is_contradicted_and_backed_by_nobody() -> None:
    assert find_lone_voices(build_source_graph(quarrel("a + b", "a - c", "b - c"))) == ("c",)
