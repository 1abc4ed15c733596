"""The JSON report: its schema, to the letter, and what hostile text does to it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import make_report

from attribution.model import Document, Report
from attribution.report import render_json

SPAN = [int, int]
# A list stands for any number of its element, a pair of integers for a span, a set for one of several kinds.
SCHEMA: dict[str, Any] = {
    "schema": str,
    "documents": [{"id": str, "path": {str, None}, "title": {str, None}, "text": str, "body": [SPAN]}],
    "sources": [
        {
            "id": str,
            "name": str,
            "type": str,
            "aliases": [str],
            "speaks_for": {str, None},
            "mentions": [{"document": str, "start": int, "end": int, "confidence": float, "how": str}],
        }
    ],
    "attributions": [
        {
            "id": str,
            "document": str,
            "source": [SPAN],
            "cue": [SPAN],
            "content": [SPAN],
            "sources": [str],
            "type": str,
            "stance": str,
            "confidence": float,
            "unresolved": bool,
        }
    ],
    "claims": [{"id": str, "attribution": str, "text": str, "spans": [SPAN]}],
    "relations": [
        {"a": str, "b": str, "relation": str, "confidence": float, "reason": str, "explanation": str},
    ],
    "disputes": [{"about": str, "sides": [[str]]}],
    "agreement": [{"a": str, "b": str, "agree": int, "conflict": int}],
}


def check(value: Any, schema: Any) -> None:
    """Hold a value against `SCHEMA`, the order of keys included."""
    if isinstance(schema, dict):
        assert list(value) == list(schema)
        for key, part in schema.items():
            check(value[key], part)
    elif schema == SPAN:
        assert [type(item) for item in value] == SPAN
    elif isinstance(schema, list):
        assert isinstance(value, list)
        for item in value:
            check(item, schema[0])
    elif isinstance(schema, set):
        assert value is None or type(value) in schema
    else:
        assert type(value) is schema


def test_the_report_has_the_schema() -> None:
    report = json.loads(render_json(make_report()))
    check(report, SCHEMA)
    assert report["schema"] == "attribution-report/1"


def test_spans_are_code_points_into_the_text() -> None:
    report = json.loads(render_json(make_report()))
    text = report["documents"][0]["text"]
    words = [[text[start:end] for start, end in attribution["content"]] for attribution in report["attributions"]]
    assert words[1] == ["it"]
    assert words[4] == []
    assert words[6] == ["The wreck", "lie in shallow water"]


def test_the_same_report_gives_the_same_json() -> None:
    assert render_json(make_report()) == render_json(make_report())


def test_a_report_of_nothing_is_complete() -> None:
    check(json.loads(render_json(Report((), (), (), (), (), (), ()))), SCHEMA)


@pytest.mark.parametrize("text", ["\x00", "\ud800", "\udc80 said", "\u2028", '"\\', "😀 said"])
def test_no_character_is_lost(text: str) -> None:
    rendered = render_json(replace(make_report(), documents=(Document("odd", text),)))
    assert json.loads(rendered.encode("utf-8"))["documents"][0]["text"] == text


@settings(max_examples=50)
@given(st.text(st.characters(), max_size=40))
def test_any_text_can_be_encoded_and_read_back(text: str) -> None:
    rendered = render_json(replace(make_report(), documents=(Document(text, text, path=text),)))
    document = json.loads(rendered.encode("utf-8"))["documents"][0]
    assert document["text"] == document["id"] == document["path"] == text
