"""``attribution report``: the reader's report."""

from __future__ import annotations

import os
import shutil
import sys
from functools import partial

import click

from attribution.cli.articles import analyze_articles
from attribution.cli.output import check_output, write_text
from attribution.cli.problems import SOME_INPUT_UNUSABLE
from attribution.report import RENDERERS, render_text


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option(
    "--format", "format_", type=click.Choice(list(RENDERERS)), default="text", show_default=True, help="What to write."
)
@click.option(
    "-o", "--output", callback=check_output, metavar="FILE", help="Write to this file instead of standard output."
)
@click.pass_context
def report(ctx: click.Context, articles: tuple[str, ...], format_: str, output: str | None) -> None:
    """Report who said what, and who contradicts whom.

    First what is in dispute: who says it, who denies it, in their own words, with LINE:COLUMN of the article; then what
    several sources say, the sources, what only one source says, and what nobody is named for. Several articles are
    reported together: their sources are one list, and claims of one are held against claims of the others.

    \b
    attribution report article.txt
    attribution report monday.txt tuesday.html --format markdown
    attribution report news/ --format html -o news.html
    attribution report https://example.org/story --format json | jq .disputes
    cat article.txt | attribution report -
    """
    result, all_used = analyze_articles(articles, output)
    render = RENDERERS[format_]
    if format_ == "text" and output is None and sys.stdout.isatty():
        # https://no-color.org: any value that is not empty turns colours off.
        colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        render = partial(render_text, width=shutil.get_terminal_size().columns, colour=colour)
    write_text(render(result), output)
    ctx.exit(0 if all_used else SOME_INPUT_UNUSABLE)
