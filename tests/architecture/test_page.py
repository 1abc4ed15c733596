"""docs/architecture.md says what the code does."""

from __future__ import annotations

import re

from project import ROOT

from attribution.pipeline import DOCUMENT_STEPS, REPORT_STEPS

PAGE = (ROOT / "docs/architecture.md").read_text("utf-8")


def test_the_table_of_steps_is_the_pipeline_s() -> None:
    rows = re.findall(r"^\| (?:`(\w+)`|\([^)]*\)) \| ([\w, ]+) \| (\w+) \|$", PAGE, re.MULTILINE)
    steps = [*DOCUMENT_STEPS, *REPORT_STEPS]
    private = [step.run.__name__ if not step.run.__name__.startswith("_") else "" for step in steps]
    assert rows == [(name, ", ".join(step.reads), step.writes) for name, step in zip(private, steps, strict=True)]


def test_every_folder_is_on_the_page() -> None:
    folders = [path.parent for path in (ROOT / "attribution").glob("*/__init__.py")]
    assert [folder.name for folder in folders if f"`attribution/{folder.name}`" not in PAGE] == []


def test_what_the_page_names_exists() -> None:
    named = re.findall(r"`((?:attribution|graphs|training|benchmarks|tests|examples)(?:/[\w/.]*)?)`", PAGE)
    assert [name for name in named if not (ROOT / name).exists()] == []
