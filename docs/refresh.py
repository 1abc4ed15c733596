"""Write again what the pages show of the program (``docs/cli.md``, the README's report): ``python docs/refresh.py``."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click

from attribution.cli import main

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/cli.md"
README = ROOT / "README.md"

HEAD = """# The command line

Made from the commands' own help by `python docs/refresh.py`. `python -m attribution` is the same command.
"""
SHOWN = re.compile(r"(?<=^```text\n)\$ attribution (report \S+)\n.*?(?=^```$)", re.DOTALL | re.MULTILINE)
# The README shows the report as far as this section, and says that more follows.
FIRST_LEFT_OUT = "SOURCES"
LEFT_OUT = "[…]"


def render_cli() -> str:
    """Return the page of the command line: one section for the program and for each command."""
    parts = [HEAD, _section("attribution", main, None)]
    top = click.Context(main, info_name="attribution", **main.context_settings)
    parts += [_section(f"attribution {name}", command, top) for name, command in sorted(main.commands.items())]
    return "\n".join(parts)


def render_readme() -> str:
    """Return the README with what its report is now."""
    text = README.read_text("utf-8")
    shown = SHOWN.search(text)
    if shown is None:
        raise SystemExit("README.md has no block that begins with '$ attribution report'")
    command = [sys.executable, "-m", "attribution", *shown.group(1).split()]
    environment = {**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"}
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    beginning = run.stdout.split(f"\n{FIRST_LEFT_OUT}\n")[0].rstrip()
    block = f"$ attribution {shown.group(1)}\n{beginning}\n\n{LEFT_OUT}\n"
    return text[: shown.start()] + block + text[shown.end() :]


def _section(title: str, command: click.Command, parent: click.Context | None) -> str:
    name = title.rsplit(" ", 1)[-1]
    settings = {**command.context_settings, "terminal_width": 90, "max_content_width": 90}
    context = click.Context(command, parent=parent, info_name=name, **settings)
    help_text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"## {title}\n\n```text\n{help_text}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(render_cli(), encoding="utf-8")
    README.write_text(render_readme(), encoding="utf-8")
