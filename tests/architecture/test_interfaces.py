"""What each package offers: pinned, so that a name is added or taken away on purpose."""

from __future__ import annotations

import importlib

import pytest
from project import MODULES

# The packages that others build on; those inside them (`attribution.extraction.rules`) are nobody else's business.
PACKAGES = sorted(name for name, path in MODULES.items() if path.name == "__init__.py" and name.count(".") < 2)

OFFERED = {
    "attribution": {
        "Agreement", "Attribution", "Claim", "Dispute", "Document", "Mention", "Problem", "Relation", "Report",
        "Source", "Span", "analyze", "read",
    },
    "attribution.claims": {"find_claims"},
    "attribution.cli": {"main"},
    "attribution.evaluation": set(),
    "attribution.extraction": {"classify_stance", "classify_type", "find_attributions"},
    "attribution.lexicon": {"load_table", "load_words"},
    "attribution.models": set(),
    "attribution.relations": {"build_disputes", "count_agreement", "find_relations"},
    "attribution.report": {
        "RENDERERS", "render_csv", "render_html", "render_json", "render_jsonl", "render_markdown", "render_text",
    },
    "attribution.sources": {"resolve_sources"},
    "attribution.text": {
        "expand_inputs", "find_paragraphs", "find_quotations", "find_sentences", "make_document", "read_article",
        "read_bytes",
    },
    "graphs": {"build", "draw_figure", "read", "show", "write"},
}  # fmt: skip


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_offers_what_is_pinned(package: str) -> None:
    module = importlib.import_module(package)
    names = getattr(module, "__all__", ())
    assert set(names) == OFFERED[package]
    assert [name for name in names if not hasattr(module, name)] == []
