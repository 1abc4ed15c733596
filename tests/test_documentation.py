"""What the README and the pages show is what happens."""

from __future__ import annotations

import re
import runpy
from typing import Any

import pytest
from project import ROOT

README = (ROOT / "README.md").read_text("utf-8")
STALE = "run python docs/refresh.py"


@pytest.fixture(scope="module")
def refresh() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "docs/refresh.py"))


def test_there_are_exactly_two_commands_to_try() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert [block.count("\n") for block in blocks] == [1, 1]
    assert "attribution report examples/" in blocks[0]
    assert "pytest" in blocks[1]


def test_the_report_shown_is_the_program_s(refresh: dict[str, Any]) -> None:
    assert refresh["render_readme"]() == README, STALE


def test_the_page_of_the_command_line_is_the_help(refresh: dict[str, Any]) -> None:
    assert (ROOT / "docs/cli.md").read_text("utf-8") == refresh["render_cli"](), STALE


@pytest.mark.parametrize("page", ["README.md", "docs/architecture.md", "docs/models.md", "docs/results.md"])
def test_the_files_that_are_linked_exist(page: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / page).read_text("utf-8"))
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []
