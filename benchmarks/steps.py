"""Where the time goes once everything is loaded: ``python -m benchmarks.steps``.

Every step of `attribution.pipeline` on the example articles, in words a second and as a share of the whole.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from attribution.pipeline import DOCUMENT_STEPS, REPORT_STEPS, Step, Steps, build_report, read_document
from attribution.text import make_document
from benchmarks.articles import read_examples

ROUNDS = 3


def watch(steps: Steps, given: tuple[str, ...], seconds: defaultdict[str, float]) -> Steps:
    """Return the same table with every step adding its time to `seconds` under the layer's name."""

    def watched(step: Step) -> Callable[..., Any]:
        def run(*layers: Any) -> Any:
            start = time.perf_counter()
            result = step.run(*layers)
            seconds[step.writes] += time.perf_counter() - start
            return result

        return run

    return Steps(given, (step._replace(run=watched(step)) for step in steps))


def main() -> None:
    """Run the examples through watched steps and print a line for each step."""
    documents = [make_document(text, id=name) for name, text in read_examples().items()]
    words = ROUNDS * sum(len(document.text.split()) for document in documents)
    build_report([read_document(document) for document in documents])

    alone: defaultdict[str, float] = defaultdict(float)
    together: defaultdict[str, float] = defaultdict(float)
    document_steps = watch(DOCUMENT_STEPS, ("document",), alone)
    report_steps = watch(REPORT_STEPS, ("readings",), together)
    for _ in range(ROUNDS):
        for document in documents:
            document_steps.run({"document": document})
            report_steps.run({"readings": (read_document(document),)})

    total = sum(alone.values()) + sum(together.values())
    rows = [("document", alone), ("report", together)]
    for level, seconds in rows:
        for layer, spent in seconds.items():
            print(f"{level:9} {layer:14} {words / spent:12,.0f} words/s   {100 * spent / total:5.1f} %")
    print(f"{'all':24} {words / total:12,.0f} words/s")


if __name__ == "__main__":
    main()
