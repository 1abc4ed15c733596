"""The report as a table: its columns, and no formula in it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import TEXT, make_report

from attribution.model import Report
from attribution.report import render_csv, render_jsonl
from attribution.report.tables import COLUMNS

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def rows_of(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_csv(report), newline="")))


def test_a_row_says_who_says_what_where_and_who_says_otherwise() -> None:
    row = rows_of(make_report())[2]
    assert tuple(row) == COLUMNS
    assert row | {"start": "", "end": ""} == {
        "id": "a3",
        "document": "ferry",
        "place": "5:32",
        "who": "Ines Marlow",
        "speaks_for": "Seamen's Union",
        "stance": "asserts",
        "words": "Nobody touched the wheel",
        "cue": "said",
        "type": "direct",
        "confidence": "0.875",
        "disputes": "1",
        "contradicted_by": "Harbour Board",
        "supported_by": "",
        "start": "",
        "end": "",
    }
    assert TEXT[int(row["start"]) : int(row["end"])].startswith("Nobody touched")


def test_json_lines_have_the_same_rows_with_lists() -> None:
    rows = [json.loads(line) for line in render_jsonl(make_report()).splitlines()]
    assert [row["id"] for row in rows] == [row["id"] for row in rows_of(make_report())]
    assert (rows[0]["disputes"], rows[0]["contradicted_by"]) == ([1], ["Seamen's Union", "Ines Marlow"])
    assert (rows[3]["supported_by"], rows[6]["who"]) == (["an official"], [])


def test_nothing_is_a_table_without_rows() -> None:
    empty = Report((), (), (), (), (), (), ())
    assert rows_of(empty) == []
    assert render_jsonl(empty) == ""


@pytest.mark.parametrize("start", FORMULA)
def test_no_cell_is_a_formula(start: str) -> None:
    words = f'{start}HYPERLINK("http://example.org";"a")'
    report = make_report()
    document = replace(report.documents[0], id=words, text=words + TEXT[len(words) :])
    report = replace(
        report,
        documents=(document,),
        sources=tuple(replace(source, name=words) for source in report.sources),
        attributions=tuple(replace(a, id=words, document=words, content=a.content[:0]) for a in report.attributions),
        claims=(),
        relations=(),
        disputes=(),
    )
    cells = [cell for row in rows_of(report) for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []


@given(st.text(st.characters(), max_size=30))
def test_any_name_makes_a_row_that_is_read_back_and_no_formula(name: str) -> None:
    report = make_report()
    report = replace(report, sources=tuple(replace(source, name=name) for source in report.sources))
    rows = rows_of(report)
    assert len(rows) == 7
    assert not any(cell.startswith(FORMULA) for row in rows for cell in row.values())
    assert len(render_jsonl(report).encode().split(b"\n")) == 8
