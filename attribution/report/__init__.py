"""A report for its readers: text for a terminal, Markdown, HTML; CSV for spreadsheets; JSON for programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attribution.model import Report
from attribution.report.html import render_html
from attribution.report.json import render_json
from attribution.report.markdown import render_markdown
from attribution.report.tables import render_csv, render_jsonl
from attribution.report.text import render_text

RENDERERS: Mapping[str, Callable[[Report], str]] = {
    "text": render_text,
    "markdown": render_markdown,
    "html": render_html,
    "json": render_json,
    "csv": render_csv,
    "jsonl": render_jsonl,
}

__all__ = [
    "RENDERERS",
    "render_csv",
    "render_html",
    "render_json",
    "render_jsonl",
    "render_markdown",
    "render_text",
]
