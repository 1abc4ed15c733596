"""The colours of the drawings: one for each kind of node and edge, told apart also by the colour-blind.

After the palette of Okabe and Ito (2008), "Color Universal Design".
"""

from __future__ import annotations

from collections.abc import Mapping

NODE_COLOURS: Mapping[str, str] = {"source": "#dbe9f6", "assertion": "#fdf6e3", "document": "#eeeeee"}

EDGE_COLOURS: Mapping[str, str] = {
    "asserts": "#0072b2",
    "denies": "#d55e00",
    "doubts": "#e69f00",
    "silent": "#999999",
    "asks": "#56b4e9",
    "wants": "#cc79a7",
    "speaks_for": "#555555",
    "contradicts": "#c00000",
    "supports": "#009e73",
}
