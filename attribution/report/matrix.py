"""Who agrees and who conflicts with whom, as a table of sources by sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from attribution.model import Report, Source

# A real minus is as wide as the plus, so that the columns keep straight.
_PLUS, _MINUS = "+", "−"


class Standing(NamedTuple):
    """How often two sources agree and conflict."""

    agree: int
    conflict: int

    @property
    def shown(self) -> str:
        """The counts in a cell: ``+1``, ``−2``, ``+1−2``."""
        agree = f"{_PLUS}{self.agree}" if self.agree else ""
        return agree + (f"{_MINUS}{self.conflict}" if self.conflict else "")

    @property
    def told(self) -> str:
        """The counts in words, for those who hear the table."""
        conflict = f"conflict {_times(self.conflict)}" if self.conflict else ""
        agree = f"agree {_times(self.agree)}" if self.agree else ""
        return ", ".join(part for part in (conflict, agree) if part)


class Matrix(NamedTuple):
    """The sources that stand in any relation, and how each pair of them stands; a pair that does not is absent."""

    sources: tuple[Source, ...]
    cells: Mapping[tuple[str, str], Standing]


def build_matrix(report: Report) -> Matrix:
    """Return the table of sources by sources; a spokesperson counts as the one spoken for.

    Parameters
    ----------
    report : whose `agreement` is shown. The sources that conflict most come first.
    """
    cells: dict[tuple[str, str], Standing] = {}
    weight = Counter[str]()
    for pair in report.agreement:
        cells[pair.a, pair.b] = cells[pair.b, pair.a] = Standing(pair.agree, pair.conflict)
        weight.update(dict.fromkeys((pair.a, pair.b), 100 * pair.conflict + pair.agree))
    sources = [source for source in report.sources if source.id in weight]
    return Matrix(tuple(sorted(sources, key=lambda source: -weight[source.id])), cells)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
