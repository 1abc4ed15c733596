"""Our own drawn articles and pairs for training: every one is read, and none is tested on."""

from __future__ import annotations

import pytest
from project import ROOT

from attribution.evaluation.gold_articles import GoldArticle
from training.drawn_articles import FOLDER, read_drawn_article, read_drawn_articles
from training.extractor.cases import example_of_article, read_cases

ARTICLES = list(read_drawn_articles())
DRAWN = """# Ferry line denies buoy was moved

[S1=guard:The coast guard] [C1:said] [Q1:a buoy had been moved].
[S2=line:Its operator, Tolva Ferries,] [C2:denied] [Q2:it].

== sources
guard | government | The coast guard
line | organization | Tolva Ferries
== stances
2 denies
== relations
1 contradicts 2 | whether the buoy was moved
"""


def test_a_drawn_article_is_gold() -> None:
    gold = read_drawn_article("ferry", DRAWN)
    assert [(a.id, a.stance, a.sources) for a in gold.attributions] == [
        ("A1", "asserts", ("guard",)),
        ("A2", "denies", ("line",)),
    ]
    assert gold.sources["line"].aliases == ("Its operator, Tolva Ferries,",)
    assert gold.relations["contradicts"] == {frozenset(("A1", "A2"))}


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("# Ferry", "Ferry", "headline"),
        ("[C1:said]", "said", "no cue"),
        ("S1=guard", "S1=coast", "coast"),
        ("| Tolva Ferries", "| Tolva Ferry Line", "never says"),
        ("2 denies", "2 shrugs", "shrugs"),
        ("1 contradicts 2", "1 contradicts 7", "not two"),
        ("1 contradicts 2", "1 beside 2", "not understood"),
    ],
)
def test_what_is_wrong_with_a_drawing_is_said(old: str, new: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        read_drawn_article("ferry", DRAWN.replace(old, new))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_articles_can_be_learnt_from(article: GoldArticle) -> None:
    example = example_of_article(article)
    assert len(example.attributions) >= 0.9 * len(article.attributions) > 0
    assert "[S" not in article.text


def test_a_tenth_is_held_out() -> None:
    learnt, held_out = ({case.id for case in read_cases(held_out=part)} for part in (False, True))
    assert not learnt & held_out
    assert len(held_out) == len(ARTICLES) // 10


def test_the_cue_stands_at_its_verb() -> None:
    article = DRAWN.replace("[C2:denied]", "[C2:has denied]").replace("[C1:said]", "[C1:in the words of]")
    example = example_of_article(read_drawn_article("x", article))
    assert [example.words[one.anchor].text for one in example.attributions] == ["in", "denied"]


def test_nothing_learnt_from_is_tested_on() -> None:
    lines = {line for article in ARTICLES for line in article.text.splitlines() if len(line) > 60}
    for path in (*ROOT.glob("tests/**/*.t[xs][tv]"), *ROOT.glob("examples/**/*.txt")):
        assert lines.isdisjoint(path.read_text("utf-8").splitlines()), path


def test_own_pairs_are_whole() -> None:
    for path in sorted((ROOT / "training/pairs").glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            label, *fields = line.split("\t")
            assert label in ("contradicts", "supports", "neither"), line
            assert len(fields) == 6, line
            assert all(fields), line
    assert FOLDER.is_dir()
