"""What each package offers: pinned, so that a name is added or taken away on purpose."""

from __future__ import annotations

import importlib

import pytest
from project import MODULES

PACKAGES = sorted(name for name, path in MODULES.items() if path.name == "__init__.py")

OFFERED = {
    "attribution": {
        "Agreement", "Attribution", "Claim", "Dispute", "Document", "Mention", "Problem", "Relation", "Report",
        "Source", "Span", "analyze", "read",
    },
    "graphs": {"build", "read", "write"},
}  # fmt: skip


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_says_what_it_offers(package: str) -> None:
    module = importlib.import_module(package)
    if package in OFFERED:
        assert set(module.__all__) == OFFERED[package]
    assert [name for name in getattr(module, "__all__", ()) if not hasattr(module, name)] == []
