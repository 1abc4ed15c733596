"""Reports as tables."""

from __future__ import annotations

import sys

import pytest
from sample import make_report

from attribution.errors import FormatProblem, MissingExtra
from attribution.model import Report
from attribution.report.frames import TABLES

EMPTY = Report((), (), (), (), (), (), ())


@pytest.mark.parametrize("table", TABLES)
def test_rows_have_the_columns_that_the_table_names(table: str) -> None:
    columns, make_rows = TABLES[table]
    rows = list(make_rows(make_report()))
    assert rows
    assert [list(row) for row in rows] == [columns] * len(rows)
    assert list(make_rows(EMPTY)) == []


def test_an_attribution_is_a_row_of_words() -> None:
    rows = list(TABLES["attributions"][1](make_report()))
    assert rows[6]["content"] == "The wreck … lie in shallow water"
    assert rows[1] | {"start": 0, "end": 0} == {
        "id": "a2",
        "document": "ferry",
        "sources": "Seamen's Union",
        "source": "The Seamen's Union",
        "cue": "denied",
        "content": "it",
        "type": "indirect",
        "stance": "denies",
        "confidence": 1.0,
        "start": 0,
        "end": 0,
    }


def test_a_frame_has_the_columns_even_when_it_is_empty() -> None:
    pytest.importorskip("pandas")
    assert list(EMPTY.to_frame("claims").columns) == TABLES["claims"][0]
    assert len(make_report().to_frame()) == 7


def test_without_pandas_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match=r"who-said-what\[notebook\]"):
        make_report().to_frame("sources")


def test_an_unknown_table_is_a_problem_that_names_the_tables() -> None:
    with pytest.raises(FormatProblem, match="attributions"):
        make_report().to_frame("quotes")
