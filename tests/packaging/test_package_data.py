"""What is built and declared: every data file goes into the wheel, every library that is imported is asked for."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
from project import MODULES, ROOT, tree_of

import attribution

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DATA = sorted(
    path
    for package in ("attribution", "graphs")
    for path in (ROOT / package).rglob("*")
    if path.is_file() and path.suffix not in {".py", ".pyc"} and not path.name.startswith(".")
)


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_data_files_are_packaged(path: Path) -> None:
    patterns = PYPROJECT["tool"]["setuptools"]["package-data"]["*"]
    assert any(fnmatch(path.name, pattern) for pattern in patterns)
    assert (path.parent / "__init__.py").exists()


def test_there_is_one_version() -> None:
    assert attribution.__version__ == PYPROJECT["project"]["version"]


def test_every_library_that_is_imported_is_asked_for() -> None:
    optional = PYPROJECT["project"]["optional-dependencies"].values()
    asked = [*PYPROJECT["project"]["dependencies"], *(line for extra in optional for line in extra)]
    names = {re.split(r"[^\w.-]", line)[0].replace("-", "_") for line in asked}
    imported = set()
    for module in MODULES:
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(str(node.module).split(".")[0])
    assert imported - set(sys.stdlib_module_names) - {"attribution", "graphs"} <= names


def test_run_time_dependencies_are_few() -> None:
    names = {re.split(r"[^\w-]", line)[0] for line in PYPROJECT["project"]["dependencies"]}
    assert names <= {
        "charset-normalizer",
        "click",
        "jinja2",
        "markupsafe",
        "networkx",
        "nltk",
        "numpy",
        "onnxruntime",
        "rich",
        "tokenizers",
    }
