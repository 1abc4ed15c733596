"""The figures of source resolution alone: perfect on gold sources, and what each error costs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from project import ROOT

from attribution.evaluation.articles import Comparison, compare_article
from attribution.evaluation.gold_articles import read_gold_articles
from attribution.evaluation.sources import calibration, score_sources
from benchmarks.annotated_articles import report_on


@pytest.fixture(scope="module")
def perfect() -> list[Comparison]:
    articles = read_gold_articles(ROOT / "tests/gold", texts=ROOT / "examples")
    return [compare_article(article, report_on(article, "sources")) for article in articles][:3]


def test_gold_sources_are_perfect(perfect: list[Comparison]) -> None:
    figures = score_sources(perfect)
    assert figures.pop("unresolved") == 0
    assert set(figures.values()) == {1.0}


def test_who_is_nobody_is_unresolved(perfect: list[Comparison]) -> None:
    comparison = perfect[0]
    attributions = tuple(replace(one, sources=()) for one in comparison.report.attributions)
    blank = compare_article(comparison.gold, replace(comparison.report, attributions=attributions))
    figures = score_sources([blank])
    assert figures["unresolved"] == 1
    assert figures["speaker"] == figures["named"] == figures["types"] == 0


def test_a_wrong_type_costs_its_source_only(perfect: list[Comparison]) -> None:
    comparison = perfect[0]
    sources = tuple(replace(one, type="document") for one in comparison.report.sources)
    changed = compare_article(comparison.gold, replace(comparison.report, sources=sources))
    figures = score_sources([changed])
    assert figures["types"] < 1
    assert figures["speaker"] == figures["same-source"] == 1


def test_without_mentions_there_is_nothing_to_calibrate(perfect: list[Comparison]) -> None:
    assert calibration(perfect) == []
