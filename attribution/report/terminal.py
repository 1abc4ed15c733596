"""How the terminal report is drawn: rich with nothing of the environment in it, and paragraphs that hang."""

from __future__ import annotations

import re
from io import StringIO

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.text import Text

# Lines longer than this tire the eye (Bringhurst puts the comfortable measure at 45 to 75 characters).
MEASURE = 100

# What tables fill their last column with: blanks, coloured or not.
_PADDING = re.compile(r"(?:\x1b\[[\d;]*m| )+$", re.MULTILINE)


class Paragraph:
    """A text no wider than the measure, the first line indented by `indent` and the others by `hang` more."""

    def __init__(self, text: Text, indent: int, hang: int) -> None:
        self.text, self.indent, self.hang = text, indent, hang

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines."""
        room = max(8, min(options.max_width, MEASURE) - self.indent - self.hang)
        for number, line in enumerate(self.text.wrap(console, room, overflow="fold")):
            yield Text(" " * (self.indent + (self.hang if number else 0))) + line

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return that it takes what it is given, up to the measure."""
        most = self.text.cell_len + self.indent + self.hang
        return Measurement(min(20, most), min(most, MEASURE)).with_maximum(options.max_width)


def draw(what: RenderableType, width: int, colour: bool) -> str:
    """Return what rich draws; neither the environment nor the words themselves have a say in it.

    Parameters
    ----------
    what : to be drawn; texts in it must be harmless already.
    width : of the page, in characters.
    colour : whether to use ANSI colours.
    """
    stream = StringIO()
    console = Console(
        file=stream,
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        force_jupyter=False,
        force_interactive=False,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    console.print(what)
    return _PADDING.sub(lambda end: end[0].replace(" ", ""), stream.getvalue())
