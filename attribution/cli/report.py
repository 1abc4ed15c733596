"""``attribution report``: the reader's report."""

from __future__ import annotations

import os
import shutil
import sys

import click

from attribution.cli.articles import analyze_articles
from attribution.cli.output import check_output, write_text
from attribution.cli.problems import SOME_INPUT_UNUSABLE
from attribution.errors import NoSuchSource
from attribution.model import Report
from attribution.report import RENDERERS, render_html, render_markdown, render_text
from attribution.report.selection import find_sources, select_confident, select_disputed, select_sources


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option(
    "--format", "format_", type=click.Choice(list(RENDERERS)), default="text", show_default=True, help="What to write."
)
@click.option("--only", multiple=True, metavar="SOURCE", help="Only what this source says, and who stands against it.")
@click.option("--disputes", is_flag=True, help="Only what is in dispute.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="P",
    help="Only what is at least this sure, 0 to 1.",
)
@click.option(
    "-o", "--output", callback=check_output, metavar="FILE", help="Write to this file instead of standard output."
)
@click.pass_context
def report(
    ctx: click.Context,
    articles: tuple[str, ...],
    format_: str,
    only: tuple[str, ...],
    disputes: bool,
    min_confidence: float,
    output: str | None,
) -> None:
    """Report who said what, and who contradicts whom.

    First what is in dispute: who says it, who denies it, in their own words, with LINE:COLUMN of the article; then what
    several sources say, who agrees with whom, the sources with what each says, how much rests on one source only, and
    what nobody is named for. Several articles are reported together: their sources are one list, and claims of one are
    held against claims of the others.

    A SOURCE is called as in the report, in whole or in part; who speaks for it counts as it. --only can be repeated.

    \b
    attribution report article.txt
    attribution report article.txt --disputes --min-confidence 0.8
    attribution report article.txt --only "the ministry"
    attribution report monday.txt tuesday.html --format markdown
    attribution report news/ --format html -o news.html
    attribution report https://example.org/story --format json | jq .disputes
    cat article.txt | attribution report -
    """
    result, all_used = analyze_articles(articles, output)
    result, focus = _select(result, only, disputes, min_confidence)
    write_text(_render(result, format_, focus, disputes, to_terminal=output is None and sys.stdout.isatty()), output)
    ctx.exit(0 if all_used else SOME_INPUT_UNUSABLE)


def _select(
    result: Report, only: tuple[str, ...], disputes: bool, min_confidence: float
) -> tuple[Report, frozenset[str]]:
    try:
        focus = find_sources(result, only)
    except NoSuchSource as problem:
        raise click.BadParameter(str(problem), param_hint="--only") from None
    if min_confidence:
        result = select_confident(result, min_confidence)
    if only:
        result = select_sources(result, focus)
    return (select_disputed(result) if disputes else result), focus


def _render(result: Report, format_: str, focus: frozenset[str], disputes: bool, *, to_terminal: bool) -> str:
    if format_ == "text":
        # https://no-color.org: any value that is not empty turns colours off.
        colour = to_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = shutil.get_terminal_size().columns if to_terminal or os.environ.get("COLUMNS") else 80
        return render_text(result, width, colour, focus=focus, disputes_only=disputes)
    if format_ == "markdown":
        return render_markdown(result, focus=focus, disputes_only=disputes)
    if format_ == "html":
        return _render_page(result)
    return RENDERERS[format_](result)


def _render_page(result: Report) -> str:
    """Return the page with the picture of the graph in it: only the command line knows both."""
    from graphs import build, draw_figure

    return render_html(result, draw_figure(build(result), linked=True) if result.attributions else None)
