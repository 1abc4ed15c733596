"""The package as it is imported: analyze and read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from project import ROOT

import attribution

TEXT = "Bridge closed\n\nThe bridge is safe, the mayor said on Monday.\n\nEngineers denied that the bridge was safe.\n"


def test_a_text_a_document_and_several_of_both_are_analysed(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(TEXT, "utf-8")
    document = attribution.read(tmp_path / "bridge.txt")
    assert (document.id, document.headline) == ("bridge", "Bridge closed")
    alone = attribution.analyze(TEXT)
    assert [len(attribution.analyze(article).attributions) for article in (TEXT, document, [TEXT])] == [2, 2, 2]
    several = attribution.analyze([TEXT, document, document])
    assert [each.id for each in several.documents] == ["text-1", "bridge", "bridge-2"]
    assert len(several.attributions) == 3 * len(alone.attributions)
    assert attribution.analyze(TEXT) == alone


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "said", "“", '"', "\r\n\r\n", "😀 said."])
def test_any_text_is_a_result_and_stays_as_it_is(text: str) -> None:
    assert attribution.analyze(text).documents[0].text == text


def test_no_article_is_an_empty_report() -> None:
    report = attribution.analyze([])
    assert (report.documents, report.sources, report.attributions, report.disputes) == ((), (), (), ())


def test_an_article_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(attribution.Problem, match=r"none\.txt"):
        attribution.read(tmp_path / "none.txt")


def test_the_version_is_that_of_the_distribution() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert attribution.__version__ == project["version"]
