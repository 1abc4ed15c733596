"""Every packaged weight has its place in docs/models.md, and the page names no other."""

from __future__ import annotations

import re

from project import ROOT


def test_every_weight_has_a_card() -> None:
    page = (ROOT / "docs/models.md").read_text("utf-8")
    # a model of several files has a folder
    weights = {
        path.name
        for path in (ROOT / "attribution/models").iterdir()
        if path.suffix not in {".py", ".pyc"} and path.name != "__pycache__"
    }
    assert set(re.findall(r"^\| `([\w.-]+)` \|", page, re.MULTILINE)) == weights
    assert set(re.findall(r"^## `([\w.-]+)`", page, re.MULTILINE)) == weights


def test_the_commands_that_train_exist() -> None:
    page = (ROOT / "docs/models.md").read_text("utf-8")
    modules = re.findall(r"`python -m ([\w.]+)", page)
    assert modules
    files = [ROOT / name.replace(".", "/") for name in modules]
    assert [file for file in files if not (file.with_suffix(".py").exists() or (file / "__main__.py").exists())] == []
