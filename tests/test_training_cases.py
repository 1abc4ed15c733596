"""Our own drawn articles for training: every one is read, every attribution in it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.extractor.cases import FILE, read_cases
from training.extractor.data import Example


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.id)
def test_cases_can_be_learnt_from(case: Example) -> None:
    assert len(case.attributions) == len(case.gold) > 0
    assert all(one.roles["cue"] and one.roles["content"] for one in case.attributions)
    assert "[" not in case.text


def test_the_cue_stands_at_its_verb(tmp_path: Path) -> None:
    path = tmp_path / "cases.txt"
    path.write_text(
        "[S:The envoy] [C:has denied] [Q:it].\nNobody came.\n---\n[C:In the words of] [S:Roe], [Q:no].\n", "utf-8"
    )
    anchors = [[case.words[one.anchor].text for one in case.attributions] for case in read_cases(path)]
    assert anchors == [["denied"], ["In"]]


def test_no_case_is_tested_on() -> None:
    tests = Path(__file__).parent
    lines = {line for line in FILE.read_text("utf-8").splitlines() if len(line) > 40}
    for path in (*tests.rglob("*.py"), *tests.rglob("*.txt")):
        assert not any(line in path.read_text("utf-8") for line in lines), path
