"""The graph as an SVG picture: words in boxes, and the whole text and the reasons on pointing at them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import networkx as nx

from attribution.escape import for_xml
from graphs.boxes import LINE, PADDING, Box
from graphs.colours import EDGE_COLOURS, NODE_COLOURS
from graphs.layout import LEFTS, MARGIN, TOP, Curve, Picture, lay_out

LEGEND_HEIGHT = 40.0
_FONT = 'font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="12"'
# What the picture is looked at for is drawn boldest.
_WIDTHS = {"contradicts": 2.4, "supports": 2.4}


def render_svg(graph: nx.MultiDiGraph[str]) -> bytes:
    """Return the graph as an SVG document of its own.

    Parameters
    ----------
    graph : from `graphs.build`.
    """
    picture = lay_out(graph)
    kinds = legend_of(picture)
    height = picture.height + LEGEND_HEIGHT
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size_of(picture.width, height)} {_FONT} role="img">',
        "<title>Who said what</title>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        *draw_markers(kinds),
        *(draw_curve(curve) for curve in picture.curves),
        *(f"<g><title>{safe(box.title)}</title>{draw_box(box)}</g>" for box in picture.boxes.values()),
        *draw_captions(picture),
        *_legend(kinds, picture.height + LEGEND_HEIGHT / 2),
        "</svg>\n",
    ]
    return "\n".join(lines).encode()


def legend_of(picture: Picture) -> list[str]:
    """Return the kinds of edges that a picture shows, in the order of the table of colours.

    Parameters
    ----------
    picture : from `graphs.layout.lay_out`.
    """
    shown = {curve.kind for curve in picture.curves}
    return [kind for kind in EDGE_COLOURS if kind in shown]


def captions_of(picture: Picture) -> Iterator[tuple[float, float, str]]:
    """Yield the words above the columns, with their places.

    Parameters
    ----------
    picture : from `graphs.layout.lay_out`.
    """
    filled = {box.x for box in picture.boxes.values()}
    quarrel = any(curve.kind == "contradicts" for curve in picture.curves)
    names = ("One side", "says", "says", "The other side") if quarrel else ("Sources", "say", "say", "Sources")
    yield from ((x, TOP - 14, name) for x, name in zip(LEFTS, names, strict=True) if x in filled)


def size_of(width: float, height: float) -> str:
    """Return the attributes that give a picture its size."""
    return f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'


def draw_markers(kinds: list[str]) -> Iterator[str]:
    """Yield the arrows' heads, one for each kind of edge."""
    yield "<defs>"
    for kind in kinds:
        yield (
            f'<marker id="to-{kind}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" '
            'markerUnits="userSpaceOnUse" orient="auto">'
            f'<path d="M0,0 L8,4 L0,8 z" fill="{EDGE_COLOURS[kind]}"/></marker>'
        )
    yield "</defs>"


def draw_curve(curve: Curve, values: str = "") -> str:
    """Return an edge.

    Parameters
    ----------
    curve : from the picture.
    values : more attributes.
    """
    points = [f"{x:.1f},{y:.1f}" for x, y in (curve.start, curve.bend_out, curve.bend_in, curve.end)]
    colour = EDGE_COLOURS.get(curve.kind, "#000000")
    pointed = f' marker-end="url(#to-{curve.kind})"' if curve.pointed and curve.kind in EDGE_COLOURS else ""
    dashed = ' stroke-dasharray="6 4"' if curve.kind == "supports" else ""
    return (
        f'<path d="M{points[0]} C{points[1]} {points[2]} {points[3]}" fill="none" stroke="{colour}" '
        f'stroke-width="{_WIDTHS.get(curve.kind, 1.3)}"{dashed}{pointed}{values}>'
        f"<title>{safe(curve.title)}</title></path>"
    )


def draw_box(box: Box) -> str:
    """Return a node's rectangle with its words.

    Parameters
    ----------
    box : from the picture.
    """
    rows = "".join(
        f'<text x="{box.x + PADDING:.1f}" y="{box.y + PADDING + LINE * (row + 0.75):.1f}">{safe(line)}</text>'
        for row, line in enumerate(box.lines)
    )
    return (
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" '
        f'height="{box.height:.1f}" rx="4" fill="{NODE_COLOURS.get(box.kind, "#ffffff")}" stroke="#555555"/>{rows}'
    )


def draw_captions(picture: Picture) -> Iterator[str]:
    """Yield the words above the columns."""
    for x, y, words in captions_of(picture):
        yield f'<text x="{x:.1f}" y="{y:.1f}" font-weight="bold">{safe(words)}</text>'


def safe(words: str) -> str:
    """Return `words` so that XML shows them as they are."""
    return escape(for_xml(words))


def _legend(kinds: list[str], y: float) -> Iterator[str]:
    x = MARGIN
    for kind in kinds:
        yield f'<path d="M{x:.0f},{y:.0f} h24" stroke="{EDGE_COLOURS[kind]}" stroke-width="3"/>'
        yield f'<text x="{x + 30:.0f}" y="{y + 4:.0f}">{kind.replace("_", " ")}</text>'
        x += 120
