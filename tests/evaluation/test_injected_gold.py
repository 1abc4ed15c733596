"""Annotated layers in place of computed ones: what is given is right, and what follows is computed from it."""

from __future__ import annotations

from attribution.evaluation.articles import score_articles
from benchmarks.annotated_articles import OURS, compare_folder


def test_attributions_are_taken_as_given() -> None:
    figures = score_articles(compare_folder(OURS, "attributions"))
    assert [figures[name] for name in ("attributions", "type", "stance")] == [1, 1, 1]
    assert 0.9 < figures["same-source"] < 1


def test_sources_are_taken_as_given() -> None:
    figures = score_articles(compare_folder(OURS, "sources"))
    assert [figures[name] for name in ("attributions", "same-source", "named", "speaks-for")] == [1, 1, 1, 1]
    assert 0 < figures["contradicts"] < 1
