"""Figures for attributions: what counts as whole, exact, and shared words."""

from __future__ import annotations

import runpy
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from project import ROOT

from attribution.errors import InputProblem
from attribution.evaluation.attributions import FIGURES, is_whole, pair_attributions, score_attributions
from attribution.evaluation.gold_attributions import GoldDocument, read_gold
from attribution.evaluation.tally import Tally
from attribution.model import Attribution
from attribution.spans import Span

TEXT = 'The "old" bridge is safe, the mayor said, and engineers denied it.'


def roles(source: str, cue: str, content: str) -> Attribution:
    """Return an attribution whose roles are the places of these words."""
    spans = (
        (Span(TEXT.index(words), TEXT.index(words) + len(words)),) if words else () for words in (source, cue, content)
    )
    return Attribution("", "", *spans)


GOLD = roles("the mayor", "said", 'The "old" bridge is safe')


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        (GOLD, True),
        (roles("mayor", "said, and", '"old" bridge is safe,'), True),
        (roles("the mayor", "said", "is safe"), False),
        (roles("the mayor", "said", "bridge is safe"), True),
        (roles("", "said", 'The "old" bridge is safe'), False),
        (roles("engineers", "said", 'The "old" bridge is safe'), False),
        (roles("the mayor", "denied", 'The "old" bridge is safe'), False),
    ],
)
def test_whole_is_who_said_what(found: Attribution, whole: bool) -> None:
    assert is_whole(TEXT, GOLD, found) is whole


def test_two_without_source_are_whole() -> None:
    agentless = roles("", "said", "bridge is safe")
    assert is_whole(TEXT, agentless, agentless)


def test_marks_and_spaces_do_not_count() -> None:
    found = roles(" the mayor ", " said,", 'The "old" bridge is safe, ')
    assert score_attributions([(TEXT, [GOLD], [found])]) == {
        **dict.fromkeys(["whole", "exact-source", "exact-cue", "exact-content"], Tally(1, 1, 1)),
        "words-source": Tally(2, 2, 2),
        "words-cue": Tally(1, 1, 1),
        "words-content": Tally(5, 5, 5),
    }


def test_what_is_not_found_and_what_is_found_in_vain_both_count() -> None:
    found = roles("engineers", "denied", "it")
    tallies = score_attributions([(TEXT, [GOLD], [found]), (TEXT, [GOLD], [GOLD])])
    assert tallies["whole"] == Tally(1, 2, 2)
    assert tallies["whole"].f1 == tallies["exact-cue"].f1 == 0.5


def test_pairs_are_one_to_one_and_the_closest() -> None:
    denial = roles("engineers", "denied", "it")
    wide = roles("", "said", 'The "old" bridge is safe, the mayor said, and engineers denied it')
    assert pair_attributions(TEXT, [GOLD, denial], [wide, denial, GOLD]) == [(GOLD, GOLD), (denial, denial)]


def test_nothing_scores_nothing() -> None:
    assert score_attributions([]) == dict.fromkeys(FIGURES, Tally())
    assert Tally().f1 == Tally().precision == Tally().recall == 0.0


@pytest.mark.parametrize(
    "attributions", ['[{"source": [], "cue": [[0, 3]], "content": null}]', '{"ann": [{"cue": [[0, 3]]}], "bo": []}']
)
def test_gold_is_a_list_or_lists_by_annotator(tmp_path: Path, attributions: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f'{{"id": "x", "text": "abc", "attributions": {attributions}}}\n')
    (gold,) = read_gold(str(path))
    assert isinstance(gold, GoldDocument)
    assert [(a.source, a.cue, a.content) for a in gold.attributions] == [((), (Span(0, 3),), ())]


@pytest.mark.parametrize(
    "attributions",
    [
        "7",
        "[7]",
        '[{"cue": [[0, 4]]}]',
        '[{"cue": [[2, 1]]}]',
        '[{"cue": [0, 1]}]',
        '[{"cue": [["a", 1]]}]',
        '[{"cue": 7}]',
    ],
)
def test_gold_of_another_form_is_a_problem(tmp_path: Path, attributions: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f'{{"id": "x", "text": "abc", "attributions": {attributions}}}\n')
    (problem,) = read_gold(str(path))
    assert isinstance(problem, InputProblem)
    assert str(problem).startswith(f"{path}:1: ")


# The scorer that the project is judged by lies beside some checkouts; users have none.
JUDGE = ROOT.parent / "shared" / "eval" / "score_attributions.py"
WORDS = "one two three four five six seven eight nine ten eleven twelve"
SPANS = st.lists(
    st.tuples(st.integers(0, 62), st.integers(0, 12)).map(lambda s: Span(s[0], min(62, s[0] + s[1]))), max_size=2
)
ATTRIBUTIONS = st.lists(
    st.builds(lambda s, c, t: Attribution("", "", tuple(s), tuple(c), tuple(t)), SPANS, SPANS, SPANS), max_size=6
)


def as_json(attributions: Sequence[Attribution]) -> dict[str, Any]:
    return {
        "text": WORDS,
        "attributions": [{"source": a.source, "cue": a.cue, "content": a.content} for a in attributions],
    }


@cache
def judge() -> dict[str, Any]:
    return runpy.run_path(str(JUDGE))


@pytest.mark.skipif(not JUDGE.exists(), reason="the judge's scorer is not here")
@settings(max_examples=200, deadline=None)
@given(ATTRIBUTIONS, ATTRIBUTIONS)
def test_the_figures_are_those_of_the_judge(gold: list[Attribution], found: list[Attribution]) -> None:
    expected = judge()["score"]({"x": as_json(gold)}, {"x": as_json(found)})
    tallies = score_attributions([(WORDS, gold, found)])
    assert {name: pytest.approx((t.precision, t.recall, t.f1)) for name, t in tallies.items()} == expected
