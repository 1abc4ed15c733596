"""Whether time grows with length, not with its square: ``python -m benchmarks.growth``.

One long article made of the examples, again and again, against the seconds for each 1,000 words of it.
"""

from __future__ import annotations

import time

import attribution
from attribution import Document, Span
from benchmarks.articles import read_examples

COPIES = (1, 2, 4, 8)


def main() -> None:
    """Analyse longer and longer texts and print a line for each."""
    text = "\n\n".join(read_examples().values())
    attribution.analyze(text)
    for copies in COPIES:
        long_text = "\n\n".join([text] * copies)
        # All of it is body: a page that says everything twice would otherwise be read once.
        document = Document("long", long_text, body=(Span(0, len(long_text)),))
        words = len(long_text.split())
        start = time.perf_counter()
        report = attribution.analyze(document)
        seconds = time.perf_counter() - start
        print(
            f"{words:7,} words {seconds:8.2f} s {1000 * seconds / words:8.3f} s per 1,000 words"
            f"   {len(report.attributions):5} attributions {len(report.relations):5} relations"
        )


if __name__ == "__main__":
    main()
