"""The shape of the code: small modules with one subject, short functions, everything public explained."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import MODULES, ROOT, tree_of

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
NO_SUBJECT = {"utils", "util", "helpers", "helper", "misc", "common", "tools", "core", "base"}
# Folders in which a person's or a machine's files live: a project that names one runs on that machine only.
MACHINE_PATH = re.compile(r"(?<![\w.:/])/(?:home|Users|work|opt|root|mnt|private|var/folders)/\w")
WORD_LISTS = sorted(path for suffix in ("txt", "tsv") for path in (ROOT / "attribution/lexicon").glob(f"*.{suffix}"))

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions_of(module: str) -> Iterator[Function]:
    return (node for node in ast.walk(tree_of(module)) if isinstance(node, Function))


def public_nodes(body: list[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    """Classes and functions that do not begin with an underscore, methods of public classes included."""
    for node in body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public_nodes(node.body)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_is_short(module: str) -> None:
    assert len(MODULES[module].read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("module", sorted(MODULES))
def test_functions_are_short(module: str) -> None:
    def length(function: Function) -> int:
        documented = ast.get_docstring(function, clean=False) is not None
        first = function.body[1] if documented and len(function.body) > 1 else function.body[0]
        return (function.end_lineno or 0) - first.lineno + 1

    assert {f.name: length(f) for f in functions_of(module) if length(f) > MOST_LINES_OF_A_FUNCTION} == {}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_has_a_subject_and_says_which(module: str) -> None:
    assert module.rsplit(".", 1)[-1] not in NO_SUBJECT
    assert ast.get_docstring(tree_of(module))


@pytest.mark.parametrize("module", sorted(MODULES))
def test_everything_public_is_explained(module: str) -> None:
    nodes = public_nodes(tree_of(module).body)
    overrides = {"__new__", "__init__"}
    assert [node.name for node in nodes if node.name not in overrides and not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", WORD_LISTS, ids=lambda path: path.name)
def test_a_word_list_says_what_it_holds_and_where_it_comes_from(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    header = " ".join(line.lstrip("# ") for line in lines[: next(i for i, line in enumerate(lines) if line[:1] != "#")])
    assert len(header) >= 60
    assert re.search(r"compiled|counted|origin|made by|from |after", header, re.IGNORECASE)


@pytest.mark.parametrize("path", WORD_LISTS, ids=lambda path: path.name)
def test_a_word_list_has_no_entry_twice(path: Path) -> None:
    rows = [line.split("#", 1)[0].strip() for line in path.read_text("utf-8").splitlines()]
    rows = [row for row in rows if row]
    assert len(rows) == len(set(rows))
    assert rows


def test_no_file_names_a_path_of_one_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    files = [ROOT / name for name in listed.stdout.splitlines()] or list(MODULES.values())
    found = []
    for path in files:
        if path.is_file() and path.suffix in {".py", ".md", ".toml", ".txt", ".tsv", ".json", ""}:
            text = path.read_bytes().decode("utf-8", "replace")
            found += [
                f"{path.name}: {match.group()}" for match in MACHINE_PATH.finditer(text) if path != Path(__file__)
            ]
    assert found == []
