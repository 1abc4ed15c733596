"""The notebook runs from its first cell to its last, and shows what it promises."""

from __future__ import annotations

import json
from typing import Any

import pytest
from project import ROOT

PATH = ROOT / "examples/analysis.ipynb"


@pytest.fixture(scope="module")
def outputs() -> list[list[dict[str, Any]]]:
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    pytest.importorskip("matplotlib")
    pytest.importorskip("pandas")
    notebook = nbformat.read(PATH, as_version=4)
    client = nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(PATH.parent)}})
    client.execute()
    return [cell["outputs"] for cell in notebook["cells"] if cell["cell_type"] == "code"]


def shown(outputs: list[list[dict[str, Any]]], kind: str) -> list[str]:
    return [output["data"][kind] for cell in outputs for output in cell if kind in output.get("data", {})]


@pytest.mark.filterwarnings("default")
def test_the_notebook_shows_the_report_the_tables_the_plots_and_the_graph(outputs: list[list[dict[str, Any]]]) -> None:
    assert [o for cell in outputs for o in cell if o["output_type"] == "error" or o.get("name") == "stderr"] == []
    pages = shown(outputs, "text/html")
    frames = [page for page in pages if page.startswith("<iframe")]
    assert len(frames) == 2
    assert "In dispute" in frames[0]
    assert "picture" in frames[1]
    assert len([page for page in pages if "dataframe" in page]) >= 5
    assert len(shown(outputs, "image/png")) == 2
    assert any("AGAINST" in output.get("text", "") for cell in outputs for output in cell)


def test_the_notebook_is_kept_without_what_it_shows() -> None:
    cells = json.loads(PATH.read_text("utf-8"))["cells"]
    assert [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")] == []
