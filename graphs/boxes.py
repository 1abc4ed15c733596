"""The box of a node in a drawing: the words that fit into it, and the whole of them for whoever points at it."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap
from typing import NamedTuple

# In pixels; a letter of the sans-serif font of size 12 is about 6.6 wide, so that the lines fit their boxes.
LINE = 16.0
PADDING = 8.0
GAP = 12.0
MOST_LINES = 3


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


def fill_box(values: Mapping[str, object], x: float, y: float, width: float, letters: int) -> Box:
    """Return the box of a node at a place.

    Parameters
    ----------
    values : the node's attributes.
    x, y, width : where it stands.
    letters : how many fit into a line.
    """
    kind = str(values.get("kind", ""))
    if kind == "source":
        words = str(values.get("name", ""))
        title = f"{words} ({values.get('type', 'source')})"
    else:
        words = str(values.get("text", values.get("label", "")))
        if values.get("answers"):
            # "it" on its own says nothing; the label says what it stands for.
            words = str(values.get("label", words))
        title = " ".join(
            part for part in (f"{values.get('said_by', '')} {values.get('cue', '')}".strip(), words) if part
        )
    # A word longer than the box is cut by `wrap`; what can be seen of a text of any length is at most the lines shown.
    lines = wrap(words[: letters * (MOST_LINES + 1)], letters, max_lines=MOST_LINES, placeholder=" …") or [""]
    return Box(x, y, width, len(lines) * LINE + 2 * PADDING, tuple(lines), kind, title)
