"""Where the project's own files are: what the tests of its architecture look at."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]


def name_of(path: Path) -> str:
    """Return the dotted name of a module's file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {
    name_of(path): path for folder in ("attribution", "graphs") for path in sorted((ROOT / folder).rglob("*.py"))
}


@cache
def tree_of(module: str) -> ast.Module:
    """Return the parsed code of one of `MODULES`."""
    return ast.parse(MODULES[module].read_text("utf-8"))
