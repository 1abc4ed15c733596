"""docs/cli.md is what the commands say of themselves."""

from __future__ import annotations

import runpy

from project import ROOT


def test_the_page_is_the_help() -> None:
    module = runpy.run_path(str(ROOT / "docs/make_cli_page.py"))
    assert (ROOT / "docs/cli.md").read_text("utf-8") == module["render_page"](), "run python docs/make_cli_page.py"
