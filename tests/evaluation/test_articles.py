"""The figures for annotated articles: full marks for the gold itself, and less for each kind of mistake."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from attribution.errors import FormatProblem
from attribution.evaluation.articles import compare_article, score_articles
from attribution.evaluation.gold_articles import GoldArticle, read_gold_articles
from attribution.model import Attribution, Claim, Document, Relation, RelationKind, Report, Source

TEXT = (
    "The port is closed, the union said. Mara Quist, a spokeswoman for the harbour company, said it was open.\n\n"
    '"Every crane is working," she said. The company denied the report. "It is closed," he said. Nobody asked him.\n'
)
GOLD = {
    "sources": [
        {"id": "S1", "name": "the union", "type": "organization", "aliases": [], "speaks_for": None},
        {"id": "S2", "name": "Mara Quist", "type": "person", "aliases": ["she"], "speaks_for": "S3"},
        {"id": "S3", "name": "the harbour company", "type": "organization", "aliases": ["The company"],
         "speaks_for": None},
        {"id": "S4", "name": "he", "type": "anonymous", "aliases": [], "speaks_for": None},
    ],
    "attributions": [
        {
            "id": "A1", "sources": ["S1"], "source_text": "the union", "cue": "said", "content": ["The port is closed"],
            "near": "the union said", "type": "indirect", "stance": "asserts",
        },
        {
            "id": "A2", "sources": ["S2"], "source_text": "Mara Quist", "cue": "said", "content": ["it was open"],
            "near": "Mara Quist, a spokeswoman for the harbour company, said", "type": "indirect", "stance": "asserts",
        },
        {
            "id": "A3", "sources": ["S2"], "source_text": "she", "cue": "said", "content": ["Every crane is working"],
            "near": "she said", "type": "direct", "stance": "asserts",
        },
        {
            "id": "A4", "sources": ["S3"], "source_text": "The company", "cue": "denied", "content": ["the report"],
            "near": "The company denied", "type": "indirect", "stance": "denies",
        },
        {
            "id": "A5", "sources": ["S4"], "source_text": "he", "cue": "said", "content": ["It is closed"],
            "near": '," he said', "type": "direct", "stance": "asserts",
        },
    ],
    "relations": [
        {"a": "A1", "b": "A2", "relation": "contradicts", "about": "whether the port is open"},
        {"a": "A1", "b": "A4", "relation": "contradicts", "about": "whether the port is open"},
        {"a": "A1", "b": "A5", "relation": "supports", "about": "the port is closed"},
    ],
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> GoldArticle:
    (tmp_path / "port.txt").write_bytes(TEXT.encode())
    (tmp_path / "port.json").write_text(json.dumps(GOLD), "utf-8")
    (article,) = read_gold_articles(tmp_path)
    return article


def report_of(gold: GoldArticle) -> Report:
    """Return the gold as a report that is right in everything."""
    kinds: tuple[RelationKind, ...] = ("contradicts", "supports")
    return Report(
        documents=(Document(gold.id, gold.text),),
        sources=tuple(gold.sources.values()),
        attributions=gold.attributions,
        claims=tuple(Claim(f"c-{a.id}", a.id, "", ()) for a in gold.attributions),
        relations=tuple(
            Relation(f"c-{min(pair)}", f"c-{max(pair)}", kind, 1.0, "", "")
            for kind in kinds
            for pair in sorted(gold.relations[kind], key=sorted)
        ),
        disputes=(),
        agreement=(),
    )


def figures(gold: GoldArticle, change: Callable[[Report], Report] = lambda report: report) -> dict[str, float]:
    return {
        name: round(value, 3)
        for name, value in score_articles([compare_article(gold, change(report_of(gold)))]).items()
    }


def change_attribution(report: Report, name: str, change: Callable[[Attribution], Attribution]) -> Report:
    return replace(report, attributions=tuple(change(a) if a.id == name else a for a in report.attributions))


def change_source(report: Report, name: str, change: Callable[[Source], Source]) -> Report:
    return replace(report, sources=tuple(change(s) if s.id == name else s for s in report.sources))


def test_spans_are_found_near_the_cue(gold: GoldArticle) -> None:
    words = [[span.of(TEXT) for span in (*a.source, *a.cue, *a.content)] for a in gold.attributions]
    assert words[2] == ["she", "said", "Every crane is working"]
    last = gold.attributions[4]
    assert last.source[0].start == TEXT.index("he said. Nobody")
    assert last.content[0].start == TEXT.index("It is closed")


def test_the_gold_itself_has_full_marks(gold: GoldArticle) -> None:
    assert set(figures(gold).values()) == {1.0}


def test_an_empty_report_has_none(gold: GoldArticle) -> None:
    def empty(report: Report) -> Report:
        return replace(report, sources=(), attributions=(), claims=(), relations=())

    assert set(figures(gold, empty).values()) == {0.0}


def test_a_missing_attribution_costs_recall_and_its_relations(gold: GoldArticle) -> None:
    def cut(report: Report) -> Report:
        return replace(report, attributions=report.attributions[:4], relations=report.relations[:2])

    found = figures(gold, cut)
    assert found["attributions"] == round(2 * 4 / 9, 3)
    assert (found["contradicts"], found["supports"], found["conflicts"]) == (1.0, 0.0, 1.0)


def test_a_wrong_stance_costs_only_stances(gold: GoldArticle) -> None:
    found = figures(gold, lambda r: change_attribution(r, "A4", lambda a: replace(a, stance="asserts")))
    assert (found["stance"], found["denies"]) == (0.8, 0.0)
    assert found["contradicts"] == found["attributions"] == 1.0


def test_two_sources_in_one_cost_b_cubed_precision(gold: GoldArticle) -> None:
    found = figures(gold, lambda r: change_attribution(r, "A1", lambda a: replace(a, sources=("S4",))))
    assert found["same-source"] == round(2 * 0.8 / 1.8, 3)
    assert found["named"] == 0.8


def test_an_unresolved_source_is_one_of_its_own(gold: GoldArticle) -> None:
    found = figures(gold, lambda r: change_attribution(r, "A3", lambda a: replace(a, sources=())))
    assert found["same-source"] == round(2 * 0.8 / 1.8, 3)


def test_a_name_without_its_title_is_still_the_name(gold: GoldArticle) -> None:
    assert figures(gold, lambda r: change_source(r, "S2", lambda s: replace(s, name="Ms. Mara Quist")))["named"] == 1.0
    assert figures(gold, lambda r: change_source(r, "S2", lambda s: replace(s, name="Quist")))["named"] == 0.6


def test_conflicts_count_a_spokeswoman_as_the_company(gold: GoldArticle) -> None:
    """Both contradictions are between the union and the company; who does not know that finds one conflict too many."""
    found = figures(gold, lambda r: change_source(r, "S2", lambda s: replace(s, speaks_for=None)))
    assert found["speaks-for"] == 0.0
    assert found["conflicts"] == 1.0
    dropped = figures(gold, lambda r: replace(r, relations=r.relations[1:]))
    assert (dropped["contradicts"], dropped["conflicts"]) == (0.667, 1.0)


def test_a_relation_of_an_attribution_that_is_not_in_gold_is_wrong(gold: GoldArticle) -> None:
    def add(report: Report) -> Report:
        extra = replace(report.attributions[0], id="A9", cue=(), source=(), content=())
        relation = Relation("c-A9", "c-A5", "contradicts", 1.0, "", "")
        return replace(
            report,
            attributions=(*report.attributions, extra),
            claims=(*report.claims, Claim("c-A9", "A9", "", ())),
            relations=(*report.relations, relation),
        )

    assert figures(gold, add)["contradicts"] == 0.8


def test_gold_that_does_not_quote_its_text_is_refused(tmp_path: Path) -> None:
    wrong = {**GOLD, "attributions": [{**GOLD["attributions"][0], "near": "the unions said"}]}  # type: ignore[dict-item]
    (tmp_path / "port.txt").write_bytes(TEXT.encode())
    (tmp_path / "port.json").write_text(json.dumps(wrong), "utf-8")
    with pytest.raises(FormatProblem, match=r"port\.json.*'the unions said' is not in the text"):
        list(read_gold_articles(tmp_path))
