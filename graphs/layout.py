"""Where everything stands in a drawing of the graph: sources on the left, what they say on the right in reading order.

The layout is computed row by row, in one pass, and always comes out the same: no springs, no random start. Lines from
left to right say who says what; arcs on the right join assertions that contradict or support each other; arcs on the
left join a source to the one it speaks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import fmean
from textwrap import wrap
from typing import NamedTuple

import networkx as nx

Point = tuple[float, float]

# All in pixels; a letter of the sans-serif font of size 12 is about 6.6 wide, so that the lines below fit their boxes.
MARGIN = 24.0
LINE = 16.0
PADDING = 8.0
SOURCE_LEFT, SOURCE_WIDTH, SOURCE_LETTERS = 90.0, 230.0, 31
ASSERTION_LEFT, ASSERTION_WIDTH, ASSERTION_LETTERS = 520.0, 440.0, 62
MOST_LINES = 3
GAP = 12.0
HEADING = 34.0
# How far an arc reaches out: more for far ends, so that nested arcs can be told apart, but never off the page.
ARC_LEAST, ARC_MOST, ARC_SLOPE = 24.0, 150.0, 0.22
WIDTH = ASSERTION_LEFT + ASSERTION_WIDTH + ARC_MOST + MARGIN


class Box(NamedTuple):
    """A node: its rectangle, the lines in it, and the whole words for whoever points at it."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    kind: str
    title: str

    @property
    def middle(self) -> float:
        """The height of its middle on the page."""
        return self.y + self.height / 2


class Curve(NamedTuple):
    """An edge: a cubic Bézier curve; `pointed` when it has a direction."""

    start: Point
    bend_out: Point
    bend_in: Point
    end: Point
    kind: str
    title: str
    pointed: bool


class Caption(NamedTuple):
    """A line of text: a document's heading over what is reported in it."""

    x: float
    y: float
    text: str


class Picture(NamedTuple):
    """All that a painter needs."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]
    captions: tuple[Caption, ...]


def lay_out(graph: nx.MultiDiGraph[str]) -> Picture:
    """Return the drawing of a graph.

    Parameters
    ----------
    graph : from `graphs.build`, or read from a file.
    """
    assertions, captions = _place_assertions(graph)
    sources = _place_sources(graph, assertions)
    boxes = {**sources, **assertions}
    height = max([box.y + box.height for box in boxes.values()], default=0.0) + MARGIN
    return Picture(WIDTH, height, tuple(boxes.values()), tuple(_join(graph, boxes)), tuple(captions))


def _place_assertions(graph: nx.MultiDiGraph[str]) -> tuple[dict[str, Box], list[Caption]]:
    boxes: dict[str, Box] = {}
    captions: list[Caption] = []
    y, current = MARGIN, ""
    titles = {values.get("name"): values.get("label", "") for _, values in _nodes(graph, "document")}
    for node, values in _nodes(graph, "assertion"):
        if (document := str(values.get("document", ""))) != current:
            current = document
            captions.append(Caption(ASSERTION_LEFT, y + LINE, str(titles.get(document, document))))
            y += HEADING
        words = str(values.get("text", values.get("label", node)))
        if (answered := str(values.get("answers", ""))) in graph:
            words = f"{words} ({graph.nodes[answered].get('text', '')})"
        boxes[node] = _box(ASSERTION_LEFT, y, ASSERTION_WIDTH, ASSERTION_LETTERS, words, "assertion", words)
        y += boxes[node].height + GAP
    return boxes, captions


def _place_sources(graph: nx.MultiDiGraph[str], assertions: Mapping[str, Box]) -> dict[str, Box]:
    """Put each source beside the middle of what it says, and those who say nothing themselves beside their voices."""
    wanted: dict[str, float] = {}
    for node, _ in _nodes(graph, "source"):
        voices = [voice for voice, _, values in graph.in_edges(node, data=True) if values.get("kind") == "speaks_for"]
        said = [end for voice in (node, *voices) for _, end in graph.out_edges(voice) if end in assertions]
        wanted[node] = fmean(assertions[end].middle for end in said) if said else float("inf")
    boxes: dict[str, Box] = {}
    y = MARGIN
    for node in sorted(wanted, key=wanted.__getitem__):
        values = graph.nodes[node]
        name = str(values.get("name", node))
        title = f"{name} ({values.get('type', 'source')})"
        box = _box(SOURCE_LEFT, y, SOURCE_WIDTH, SOURCE_LETTERS, name, "source", title)
        best = wanted[node] - box.height / 2
        boxes[node] = box if best == float("inf") else box._replace(y=max(y, best))
        y = boxes[node].y + box.height + GAP
    return boxes


def _join(graph: nx.MultiDiGraph[str], boxes: Mapping[str, Box]) -> Iterable[Curve]:
    for start, end, values in graph.edges(data=True):
        if start not in boxes or end not in boxes:
            continue
        a, b, kind = boxes[start], boxes[end], str(values.get("kind", ""))
        title = str(values.get("explanation") or kind)
        if a.kind == b.kind:
            side = 1 if a.kind == "assertion" else -1
            yield _arc(a, b, side, kind, title)
        else:
            out, back = (a.x + a.width, a.middle), (b.x, b.middle)
            middle = (out[0] + back[0]) / 2
            yield Curve(out, (middle, out[1]), (middle, back[1]), back, kind, title, pointed=True)


def _arc(a: Box, b: Box, side: int, kind: str, title: str) -> Curve:
    x = a.x + a.width if side > 0 else a.x
    # The curve reaches three quarters as far as its bends.
    reach = min(ARC_MOST, ARC_LEAST + ARC_SLOPE * abs(a.middle - b.middle)) if side > 0 else SOURCE_LEFT - MARGIN
    bend = x + side * reach
    return Curve((x, a.middle), (bend, a.middle), (bend, b.middle), (x, b.middle), kind, title, pointed=side < 0)


def _box(x: float, y: float, width: float, letters: int, words: str, kind: str, title: str) -> Box:
    # A word longer than the box is cut by `wrap`; what can be seen of a text of any length is at most the lines shown.
    visible = words[: letters * (MOST_LINES + 1)]
    lines = wrap(visible, letters, max_lines=MOST_LINES, placeholder=" …") or [""]
    return Box(x, y, width, len(lines) * LINE + 2 * PADDING, tuple(lines), kind, title)


def _nodes(graph: nx.MultiDiGraph[str], kind: str) -> list[tuple[str, Mapping[str, object]]]:
    return [(node, values) for node, values in graph.nodes(data=True) if values.get("kind") == kind]
