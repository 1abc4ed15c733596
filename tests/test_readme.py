"""What the README shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys

from project import ROOT

README = (ROOT / "README.md").read_text("utf-8")
LEFT_OUT = "[…]"


def test_there_are_exactly_two_commands_to_try() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert len(blocks) == 2
    assert "attribution report examples/" in blocks[0]
    assert "pytest" in blocks[1]
    assert [block.count("\n") for block in blocks] == [1, 1]


def test_the_report_shown_is_the_program_s() -> None:
    """Line by line; where ``[…]`` stands, lines have been left out."""
    shown = re.search(r"^```text\n\$ attribution (report \S+)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert shown
    command = [sys.executable, "-m", "attribution", *shown.group(1).split()]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    real = [line.rstrip() for line in run.stdout.splitlines()]
    place = 0
    for part in re.split(rf"^{re.escape(LEFT_OUT)}$", shown.group(2), flags=re.MULTILINE):
        lines = [line.rstrip() for line in part.strip("\n").splitlines()]
        starts = [i for i in range(place, len(real)) if real[i : i + len(lines)] == lines]
        assert starts, f"not in the report: {lines[:2]} …"
        place = starts[0] + len(lines)


def test_the_files_that_are_linked_exist() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []
