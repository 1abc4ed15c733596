"""A part of a report is a report, with nothing in it that hangs in the air."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import make_report

from attribution.errors import NoSuchSource
from attribution.model import Report
from attribution.report import render_text
from attribution.report.matrix import Standing, build_matrix
from attribution.report.selection import find_sources, select_confident, select_disputed, select_sources


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Harbour Board", {"s1", "s4"}),
        ("the harbour board", {"s1", "s4"}),
        ("s1", {"s1", "s4"}),
        ("BOARD", {"s1", "s4"}),
        ("the union", {"s2", "s3"}),
        ("marlow", {"s3"}),
        ("official", {"s5"}),
    ],
)
def test_a_source_is_found_by_name_alias_id_or_part_of_it_with_those_who_speak_for_it(
    name: str, found: set[str]
) -> None:
    assert find_sources(make_report(), [name]) == found


@pytest.mark.parametrize("name", ["", "  ", "Nobody", "s99"])
def test_who_is_not_there_is_a_problem_that_names_those_who_are(name: str) -> None:
    with pytest.raises(NoSuchSource, match="Seamen's Union"):
        find_sources(make_report(), [name])


def ids(report: Report) -> tuple[set[str], set[str], set[str]]:
    return {a.id for a in report.attributions}, {c.id for c in report.claims}, {s.id for s in report.sources}


def test_only_a_source_is_what_it_says_and_what_others_say_for_or_against_it() -> None:
    report = make_report()
    part = select_sources(report, find_sources(report, ["union"]))
    assert ids(part) == ({"a1", "a2", "a3"}, {"c1", "c2", "c3"}, {"s1", "s2", "s3"})
    assert part.disputes == report.disputes
    assert [(pair.a, pair.b, pair.conflict) for pair in part.agreement] == [("s1", "s2", 2)]


def test_with_a_focus_the_opponents_words_are_told_in_the_disputes_only() -> None:
    report = make_report()
    focus = find_sources(report, ["union"])
    told = render_text(select_sources(report, focus), focus=focus)
    assert "   Harbour Board says:" in told
    assert " × Harbour Board" not in told
    assert " × Seamen's Union" in told


def test_only_disputes() -> None:
    part = select_disputed(make_report())
    assert ids(part) == ({"a1", "a2", "a3"}, {"c1", "c2", "c3"}, {"s1", "s2", "s3"})
    assert "SOURCES" not in render_text(part, disputes_only=True)


def test_what_is_unsure_goes_with_all_that_hangs_on_it() -> None:
    report = make_report()
    part = select_confident(report, 0.9)
    assert "a3" not in ids(part)[0]
    assert [(r.a, r.b) for r in part.relations] == [("c1", "c2")]
    assert part.disputes[0].sides == (("c1",), ("c2",))
    assert select_confident(report, 0) == report


@given(st.floats(0, 1), st.sets(st.sampled_from(["s1", "s2", "s3", "s4", "s5"])), st.booleans())
def test_a_part_names_nothing_that_is_not_in_it(least: float, sources: set[str], disputed: bool) -> None:
    part = select_sources(select_confident(make_report(), least), sources)
    part = select_disputed(part) if disputed else part
    attributions, claims, speakers = ids(part)
    assert {claim.attribution for claim in part.claims} <= attributions
    assert {claim for r in part.relations for claim in (r.a, r.b)} <= claims
    assert {claim for d in part.disputes for side in d.sides for claim in side} <= claims
    assert {source for a in part.attributions for source in a.sources} <= speakers
    assert {source for pair in part.agreement for source in (pair.a, pair.b)} <= speakers
    assert all(len(dispute.sides) > 1 for dispute in part.disputes)


def test_the_matrix_shows_each_pair_twice_and_only_sources_that_stand_in_relation() -> None:
    matrix = build_matrix(make_report())
    assert [source.id for source in matrix.sources] == ["s1", "s2", "s5"]
    assert {(matrix.cells[a, b], matrix.cells[b, a]) for a, b in matrix.cells} == {
        (Standing(0, 2), Standing(0, 2)),
        (Standing(1, 0), Standing(1, 0)),
    }


@pytest.mark.parametrize(
    ("standing", "shown", "told"),
    [((1, 0), "+1", "agree once"), ((0, 2), "−2", "conflict twice"), ((3, 1), "+3−1", "conflict once, agree 3 times")],
)
def test_a_cell_is_read_and_heard(standing: tuple[int, int], shown: str, told: str) -> None:
    assert (Standing(*standing).shown, Standing(*standing).told) == (shown, told)
