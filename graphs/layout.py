"""Where everything stands in a drawing of the graph: the two sides of the quarrel face each other.

Four columns: the sources of one side and what they say, then what the other side says and its sources. Contradictions
cross the middle, so that they are seen at a glance. Who belongs to which side is networkx's maximum cut of the signed
source graph (`graphs.analysis.find_sides`); sources in no quarrel fill the shorter column below. Columns are stacked in
one pass and always come out the same: no springs, no random start.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import NamedTuple

import networkx as nx

from graphs.analysis import build_source_graph, find_principals, find_sides
from graphs.boxes import GAP, Box, fill_box

Point = tuple[float, float]

# All in pixels.
MARGIN = 24.0
TOP = 40.0
# A group is a source, those who speak for it, and what they all say.
GROUP_GAP = 22.0
SOURCE_WIDTH, SOURCE_LETTERS = 170.0, 23
ASSERTION_WIDTH, ASSERTION_LETTERS = 290.0, 41
STEP, MIDDLE = 44.0, 150.0
# How much narrower and further from the margin a spokesperson's box is than that of the one spoken for.
INDENT = 18.0
LEFTS = (
    MARGIN,
    MARGIN + SOURCE_WIDTH + STEP,
    MARGIN + SOURCE_WIDTH + STEP + ASSERTION_WIDTH + MIDDLE,
    MARGIN + SOURCE_WIDTH + 2 * STEP + 2 * ASSERTION_WIDTH + MIDDLE,
)
WIDTH = LEFTS[3] + SOURCE_WIDTH + MARGIN
# How far an arc between claims of one side reaches into the middle: more for far ends, so that nested ones differ.
ARC_LEAST, ARC_MOST, ARC_SLOPE = 24.0, 110.0, 0.22


RELATIONS = ("contradicts", "supports")


class Curve(NamedTuple):
    """An edge: a cubic Bézier curve from node `a` to node `b`; `pointed` when it has a direction."""

    start: Point
    bend_out: Point
    bend_in: Point
    end: Point
    kind: str
    title: str
    pointed: bool
    a: str
    b: str


class Picture(NamedTuple):
    """All that a painter needs; the boxes by the nodes' ids."""

    width: float
    height: float
    boxes: Mapping[str, Box]
    curves: tuple[Curve, ...]


class _Group(NamedTuple):
    """A source with its spokespersons, each with what it says, in reading order."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def assertions(self) -> list[str]:
        return [assertion for _, said in self.rows for assertion in said]


def lay_out(graph: nx.MultiDiGraph[str]) -> Picture:
    """Return the drawing of a graph.

    Parameters
    ----------
    graph : from `graphs.build`, or read from a file.
    """
    boxes: dict[str, Box] = {}
    for right, groups in enumerate(_order(graph, *_split(graph))):
        _stack(graph, groups, bool(right), boxes)
    height = max([box.y + box.height for box in boxes.values()], default=TOP) + MARGIN
    return Picture(WIDTH, height, boxes, tuple(_join(graph, boxes)))


def _split(graph: nx.MultiDiGraph[str]) -> tuple[list[_Group], list[_Group]]:
    """Return the groups of each side; those in no quarrel go below, wherever there is less above them."""
    left, right = find_sides(build_source_graph(graph))
    groups = _group(graph)
    sides = (
        [groups.pop(head) for head in left if head in groups],
        [groups.pop(head) for head in right if head in groups],
    )
    for group in groups.values():
        min(sides, key=lambda side: sum(len(each.assertions) + 1 for each in side)).append(group)
    return sides


def _group(graph: nx.MultiDiGraph[str]) -> dict[str, _Group]:
    principals = find_principals(graph)
    said: dict[str, list[str]] = {node: [] for node in principals}
    voiceless: list[str] = []
    for node, values in graph.nodes(data=True):
        if values.get("kind") == "assertion":
            # Said by two, it stands with the first, and a line leads to the other.
            speakers = [start for start, _ in graph.in_edges(node) if start in said]
            (said[speakers[0]] if speakers else voiceless).append(node)
    groups: dict[str, _Group] = {}
    for head in dict.fromkeys(principals.values()):
        members = [head, *(node for node, principal in principals.items() if principal == head and node != head)]
        groups[head] = _Group(tuple((member, tuple(said[member])) for member in members))
    return {**groups, "": _Group((("", tuple(voiceless)),))} if voiceless else groups


def _order(
    graph: nx.MultiDiGraph[str], left: list[_Group], right: list[_Group]
) -> tuple[Sequence[_Group], Sequence[_Group]]:
    """Put groups that are joined beside each other, each at the mean of those it is joined to, side after side."""
    joined: dict[str, list[str]] = {}
    for start, end, values in graph.edges(data=True):
        if values.get("kind") in RELATIONS:
            joined.setdefault(start, []).append(end)
            joined.setdefault(end, []).append(start)

    def place(group: _Group, others: Mapping[str, int], otherwise: float) -> float:
        met = [others[end] for each in group.assertions for end in joined.get(each, ()) if end in others]
        return fmean(met) if met else otherwise

    for _ in range(3):
        for mine, other in ((right, left), (left, right)):
            rows = {each: row for row, each in enumerate(each for group in other for each in group.assertions)}
            # Who meets nobody on the other side stays below.
            places = {id(group): place(group, rows, float("inf")) for group in mine}
            mine.sort(key=lambda group: places[id(group)])
    return left, right


def _stack(graph: nx.MultiDiGraph[str], groups: Iterable[_Group], right: bool, boxes: dict[str, Box]) -> None:
    """Put one side's boxes into its two columns: each source beside the first thing that it says."""
    y = TOP
    for group in groups:
        bottom = y
        for number, (source, said) in enumerate(group.rows):
            top = bottom
            if source:
                indent = INDENT if number else 0.0
                x = LEFTS[3] if right else LEFTS[0] + indent
                letters = SOURCE_LETTERS - (3 if number else 0)
                boxes[source] = fill_box(graph.nodes[source], x, top, SOURCE_WIDTH - indent, letters)
                bottom = top + boxes[source].height + GAP
            for assertion in said:
                box = fill_box(
                    graph.nodes[assertion], LEFTS[2 if right else 1], top, ASSERTION_WIDTH, ASSERTION_LETTERS
                )
                boxes[assertion] = box
                top += box.height + GAP
            bottom = max(bottom, top)
        y = bottom + GROUP_GAP - GAP


def _join(graph: nx.MultiDiGraph[str], boxes: Mapping[str, Box]) -> Iterable[Curve]:
    for start, end, values in graph.edges(data=True):
        if start in boxes and end in boxes and start != end:
            kind = str(values.get("kind", ""))
            yield _curve(boxes[start], boxes[end], (start, end), kind, str(values.get("explanation") or kind))


def _curve(a: Box, b: Box, ends: tuple[str, str], kind: str, title: str) -> Curve:
    """Return the line between two boxes: straight across where they face each other, else an arc beside them."""
    pointed = kind not in RELATIONS
    if a.x + a.width <= b.x or b.x + b.width <= a.x:
        x, to = (a.x + a.width, b.x) if a.x < b.x else (a.x, b.x + b.width)
        middle = (x + to) / 2
        return Curve((x, a.middle), (middle, a.middle), (middle, b.middle), (to, b.middle), kind, title, pointed, *ends)
    reach = min(ARC_MOST, ARC_LEAST + ARC_SLOPE * abs(a.middle - b.middle))
    # Claims of one side are joined in the middle of the picture, a voice and the one it speaks for at its margin.
    if a.kind == "source":
        reach = -min(reach, MARGIN)
    out = reach if a.x < WIDTH / 2 else -reach
    edges = [box.x + (box.width if out > 0 else 0.0) for box in (a, b)]
    bend = (max(edges) if out > 0 else min(edges)) + out
    return Curve(
        (edges[0], a.middle), (bend, a.middle), (bend, b.middle), (edges[1], b.middle), kind, title, pointed, *ends
    )
