"""How large the pages are and how fast they are built: ``python -m benchmarks.pages [ARTICLE...]``.

After the analysis, which is not counted: the report as a page with the picture of its graph, and the graph alone.
Without arguments, on an article of a thousand words put together from the examples. The first row is the first page of
a process, which compiles the templates.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable

import attribution
import graphs
from attribution.model import Report
from attribution.report import render_html
from benchmarks.articles import EXAMPLES
from graphs.page import render_page

EXAMPLE_NAMES = ("kessarin-dam.txt", "haldane-strike.txt", "orrel-fever.txt")


def join_examples(words: int) -> str:
    """Return about that many words of the examples, one after the other, as often as it takes."""
    texts = [(EXAMPLES / name).read_text("utf-8") for name in EXAMPLE_NAMES]
    paragraphs: list[str] = []
    while True:
        for text in texts:
            for paragraph in text.split("\n\n"):
                paragraphs.append(paragraph)
                if sum(len(each.split()) for each in paragraphs) >= words:
                    return "\n\n".join(paragraphs)


def render_whole_page(report: Report) -> str:
    """Return the page as the command line writes it."""
    return render_html(report, graphs.draw_figure(graphs.build(report), linked=True))


def measure(name: str, build: Callable[[], str]) -> None:
    """Print how long it takes to build a page, and its size."""
    start = time.perf_counter()
    page = build()
    seconds = time.perf_counter() - start
    print(f"{name:44} {seconds:7.3f} s  {len(page.encode()) / 1e6:6.3f} MB")


def main(paths: Iterable[str]) -> None:
    """Measure the pages of each article, or of the examples."""
    articles = {path: attribution.read(path).text for path in paths} or {"1,000 words": join_examples(1_000)}
    for name, text in articles.items():
        report = attribution.analyze(text)
        measure(f"{name}, {len(report.attributions)} attributions: report", lambda: render_whole_page(report))  # noqa: B023
        measure(f"{name}, {len(report.claims)} claims: graph", lambda: render_page(graphs.build(report)).decode())  # noqa: B023


if __name__ == "__main__":
    main(sys.argv[1:])
