"""The graph as an SVG picture: words in boxes, and the whole text and the reasons on pointing at them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import networkx as nx

from attribution.escape import for_xml
from graphs.colours import EDGE_COLOURS, NODE_COLOURS
from graphs.layout import LINE, MARGIN, PADDING, Box, Caption, Curve, Picture, lay_out

LEGEND_HEIGHT = 40.0
_FONT = 'font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="12"'


def render_svg(graph: nx.MultiDiGraph[str]) -> bytes:
    """Return the graph as an SVG document of its own.

    Parameters
    ----------
    graph : from `graphs.build`.
    """
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + draw_svg(graph)).encode()


def draw_svg(graph: nx.MultiDiGraph[str]) -> str:
    """Return the ``<svg>`` element, to be put into a page.

    Parameters
    ----------
    graph : from `graphs.build`.
    """
    picture = lay_out(graph)
    kinds = legend_of(picture)
    height = picture.height + LEGEND_HEIGHT
    size = f'width="{picture.width:.0f}" height="{height:.0f}" viewBox="0 0 {picture.width:.0f} {height:.0f}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {_FONT} role="img">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        *_markers(kinds),
        *(_curve(curve) for curve in picture.curves),
        *(_box(box) for box in picture.boxes),
        *(_caption(caption) for caption in picture.captions),
        *_legend(kinds, picture.height + LEGEND_HEIGHT / 2),
        "</svg>\n",
    ]
    return "\n".join(lines)


def legend_of(picture: Picture) -> list[str]:
    """Return the kinds of edges that a picture shows, in the order of the table of colours.

    Parameters
    ----------
    picture : from `graphs.layout.lay_out`.
    """
    shown = {curve.kind for curve in picture.curves}
    return [kind for kind in EDGE_COLOURS if kind in shown]


def _markers(kinds: list[str]) -> Iterator[str]:
    yield "<defs>"
    for kind in kinds:
        yield (
            f'<marker id="to-{kind}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" '
            f'orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="{EDGE_COLOURS[kind]}"/></marker>'
        )
    yield "</defs>"


def _curve(curve: Curve) -> str:
    points = [f"{x:.1f},{y:.1f}" for x, y in (curve.start, curve.bend_out, curve.bend_in, curve.end)]
    colour = EDGE_COLOURS.get(curve.kind, "#000000")
    pointed = f' marker-end="url(#to-{curve.kind})"' if curve.pointed and curve.kind in EDGE_COLOURS else ""
    return (
        f'<path d="M{points[0]} C{points[1]} {points[2]} {points[3]}" fill="none" stroke="{colour}" '
        f'stroke-width="1.6"{pointed}><title>{_safe(curve.title)}</title></path>'
    )


def _box(box: Box) -> str:
    rows = "".join(
        f'<text x="{box.x + PADDING:.1f}" y="{box.y + PADDING + LINE * (row + 0.75):.1f}">{_safe(line)}</text>'
        for row, line in enumerate(box.lines)
    )
    return (
        f'<g><title>{_safe(box.title)}</title><rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" '
        f'height="{box.height:.1f}" rx="4" fill="{NODE_COLOURS.get(box.kind, "#ffffff")}" stroke="#555555"/>{rows}</g>'
    )


def _caption(caption: Caption) -> str:
    return f'<text x="{caption.x:.1f}" y="{caption.y:.1f}" font-weight="bold">{_safe(caption.text)}</text>'


def _legend(kinds: list[str], y: float) -> Iterator[str]:
    x = MARGIN
    for kind in kinds:
        yield f'<path d="M{x:.0f},{y:.0f} h24" stroke="{EDGE_COLOURS[kind]}" stroke-width="3"/>'
        yield f'<text x="{x + 30:.0f}" y="{y + 4:.0f}">{kind.replace("_", " ")}</text>'
        x += 120


def _safe(words: str) -> str:
    return escape(for_xml(words))
