"""The articles that the measurements run on."""

from __future__ import annotations

from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"


def read_examples() -> dict[str, str]:
    """Return the texts of the example articles by name."""
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted(EXAMPLES.glob("*.txt"))}
