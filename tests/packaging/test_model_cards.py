"""Every packaged weight has its place in docs/models.md, and the page names no other."""

from __future__ import annotations

import re

from project import ROOT


def test_every_weight_has_a_card() -> None:
    page = (ROOT / "docs/models.md").read_text("utf-8")
    weights = {path.name for path in (ROOT / "attribution/models").iterdir() if path.suffix not in {".py", ".pyc", ""}}
    assert set(re.findall(r"^\| `([\w.-]+)` \|", page, re.MULTILINE)) == weights
    assert set(re.findall(r"^## `([\w.-]+)`", page, re.MULTILINE)) == weights


def test_the_commands_that_train_exist() -> None:
    page = (ROOT / "docs/models.md").read_text("utf-8")
    modules = re.findall(r"`python -m ([\w.]+)", page)
    assert modules
    assert [name for name in modules if not (ROOT / f"{name.replace('.', '/')}.py").exists()] == []
