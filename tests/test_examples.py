"""The examples run as they stand."""

from __future__ import annotations

import subprocess
import sys

from project import ROOT


def test_the_quickstart_prints_sources_disputes_and_the_graph() -> None:
    run = subprocess.run(
        [sys.executable, str(ROOT / "examples/quickstart.py")],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert run.stderr == ""
    heads = [line for line in run.stdout.splitlines() if line and not line.startswith(" ")]
    assert heads[:2] == ["Sources", "Disputes"]
    assert heads[2].startswith("The graph: ")
    assert "Ulma River Watch" in run.stdout
