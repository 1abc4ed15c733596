"""``attribution graph``: the graph of sources and assertions, as a file."""

from __future__ import annotations

import click

from attribution.cli.articles import analyze_articles
from attribution.cli.output import check_output, open_output
from attribution.cli.problems import SOME_INPUT_UNUSABLE
from attribution.errors import FormatProblem


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option(
    "-o",
    "--output",
    callback=check_output,
    metavar="FILE",
    required=True,
    help="The file to write: .graphml .gexf .json (node-link) .dot .svg .png or .html.",
)
@click.pass_context
def graph(ctx: click.Context, articles: tuple[str, ...], output: str | None) -> None:
    """Write the graph of who said what.

    Its nodes are sources, assertions and documents; a source asserts, denies or doubts an assertion, and assertions
    contradict or support each other. GraphML opens in Gephi, Cytoscape, yEd and networkx; the pictures need no other
    program (PNG needs the extra "plot").

    \b
    attribution graph article.txt -o article.graphml
    attribution graph monday.txt tuesday.txt -o both.svg
    """
    from graphs import build
    from graphs.files import check_suffix, render

    if output is None:
        raise click.BadParameter("a graph is written to a file, whose suffix says the format", param_hint="-o")
    try:
        check_suffix(output)
    except FormatProblem as problem:
        raise click.BadParameter(str(problem), param_hint="-o") from None
    result, all_used = analyze_articles(articles, output)
    content = render(build(result), output)
    with open_output(output) as stream:
        stream.write(content)
    ctx.exit(0 if all_used else SOME_INPUT_UNUSABLE)
