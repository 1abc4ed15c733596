"""The graph as a PNG picture, painted by matplotlib: the same drawing as the SVG one."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import networkx as nx

from attribution.errors import MissingExtra
from graphs.boxes import LINE, PADDING, Box
from graphs.colours import EDGE_COLOURS, NODE_COLOURS
from graphs.layout import MARGIN, Curve, lay_out
from graphs.svg import LEGEND_HEIGHT, captions_of, legend_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Pixels of the drawing to an inch, and how many dots each becomes on a good screen.
_PIXELS_PER_INCH = 96.0
_SHARPNESS = 1.5
# matplotlib's painter takes no side of 65,536 dots or more.
_MOST_DOTS = 65_000
# 12 pixels in points.
_FONT_SIZE = 9.0


def render_png(graph: nx.MultiDiGraph[str]) -> bytes:
    """Return the graph as a PNG picture.

    Parameters
    ----------
    graph : from `graphs.build`.

    Raises
    ------
    MissingExtra
        When matplotlib is not installed.
    """
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingExtra("a PNG picture", "plot", "who-said-what") from None
    picture = lay_out(graph)
    width, height = picture.width, picture.height + LEGEND_HEIGHT
    figure = Figure(figsize=(width / _PIXELS_PER_INCH, height / _PIXELS_PER_INCH))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(height, 0))
    axes.set_axis_off()
    for curve in picture.curves:
        _paint_curve(axes, curve)
    for box in picture.boxes.values():
        _paint_box(axes, box)
    for x, y, words in captions_of(picture):
        _paint_words(axes, x, y, words, weight="bold")
    for number, kind in enumerate(legend_of(picture)):
        x, y = MARGIN + 120 * number, picture.height + LEGEND_HEIGHT / 2
        axes.plot([x, x + 24], [y, y], color=EDGE_COLOURS[kind], linewidth=2)
        _paint_words(axes, x + 30, y + 4, kind.replace("_", " "))
    stream = BytesIO()
    dots = min(_PIXELS_PER_INCH * _SHARPNESS, _MOST_DOTS / (max(width, height) / _PIXELS_PER_INCH))
    # Without matplotlib's own name and version in it, so that the same graph gives the same file.
    FigureCanvasAgg(figure).print_figure(stream, format="png", dpi=dots, metadata={"Software": None})
    return stream.getvalue()


def _paint_curve(axes: Axes, curve: Curve) -> None:
    from matplotlib.patches import FancyArrowPatch
    from matplotlib.path import Path

    bend = [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4]
    path = Path([curve.start, curve.bend_out, curve.bend_in, curve.end], bend)
    style = "-|>" if curve.pointed else "-"
    colour = EDGE_COLOURS.get(curve.kind, "#000000")
    axes.add_patch(FancyArrowPatch(path=path, arrowstyle=style, mutation_scale=9, color=colour, fill=False))


def _paint_box(axes: Axes, box: Box) -> None:
    from matplotlib.patches import Rectangle

    colour = NODE_COLOURS.get(box.kind, "#ffffff")
    axes.add_patch(Rectangle((box.x, box.y), box.width, box.height, facecolor=colour, edgecolor="#555555", zorder=3))
    for row, line in enumerate(box.lines):
        _paint_words(axes, box.x + PADDING, box.y + PADDING + LINE * (row + 0.75), line)


def _paint_words(axes: Axes, x: float, y: float, words: str, weight: str = "normal") -> None:
    # Dollar signs are money here, not formulas.
    axes.text(x, y, words, fontsize=_FONT_SIZE, weight=weight, parse_math=False, zorder=4, family="DejaVu Sans")
