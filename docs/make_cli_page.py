"""Write ``docs/cli.md`` from the commands' own help: ``python docs/make_cli_page.py``."""

from __future__ import annotations

from pathlib import Path

import click

from attribution.cli import main

PAGE = Path(__file__).with_name("cli.md")
HEAD = """# The command line

Made from the commands' own help by `python docs/make_cli_page.py`. `python -m attribution` is the same command.
"""


def render_page() -> str:
    """Return the page: one section for the program and for each command."""
    parts = [HEAD, section("attribution", main, None)]
    top = click.Context(main, info_name="attribution")
    parts += [section(f"attribution {name}", command, top) for name, command in sorted(main.commands.items())]
    return "\n".join(parts)


def section(title: str, command: click.Command, parent: click.Context | None) -> str:
    """Return one command's help as Markdown."""
    name = title.rsplit(" ", 1)[-1]
    settings = {**main.context_settings, "terminal_width": 90, "max_content_width": 90}
    context = click.Context(command, parent=parent, info_name=name, **settings)
    help_text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"## {title}\n\n```text\n{help_text}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(render_page(), encoding="utf-8")
