"""What the page of an ordinary article weighs, and how long it takes: far below what a reader would notice."""

from __future__ import annotations

import time

import pytest

import attribution
from attribution.model import Report
from benchmarks.pages import join_examples, render_whole_page

MOST_BYTES = 1_500_000
MOST_SECONDS = 1.0


@pytest.fixture(scope="module")
def report() -> Report:
    return attribution.analyze(join_examples(1_000))


def test_the_page_of_a_thousand_words_is_small_and_built_at_once(report: Report) -> None:
    start = time.process_time()
    page = render_whole_page(report)
    assert time.process_time() - start < MOST_SECONDS
    assert len(page.encode()) < MOST_BYTES
    assert len(report.attributions) > 30
    assert render_whole_page(report) == page
