"""Invented articles: every conflict is found, and articles without one show none."""

from __future__ import annotations

import pytest
from relation_cases import Article, build_layers, read_articles, summarize

from attribution.claims import find_claims
from attribution.relations import build_disputes, count_agreement, find_relations

ARTICLES = read_articles()
# The network takes the halted refinery for an answer to who fired at it.
KNOWN_FAILURES = {"who fired"}


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(one, id=one.name, marks=pytest.mark.xfail(strict=True) if one.name in KNOWN_FAILURES else ())
        for one in ARTICLES
    ],
)
def test_conflicts(article: Article) -> None:
    layers = build_layers(article.told, article.speaks_for)
    claims = find_claims(layers.readings, layers.attributions)
    relations = find_relations(*layers, claims)
    found = summarize(claims, relations)
    wanted = {r for r in article.relations if r[2] == "contradicts"}
    assert {r for r in found if r[2] == "contradicts"} == wanted, [r.explanation for r in relations]
    assert {r for r in article.relations if r[2] == "supports"} <= found


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_disputes_hold_each_contradiction_on_two_sides(article: Article) -> None:
    layers = build_layers(article.told, article.speaks_for)
    claims = find_claims(layers.readings, layers.attributions)
    relations = find_relations(*layers, claims)
    side_of = {
        claim: (i, j)
        for i, dispute in enumerate(build_disputes(layers.readings, claims, relations))
        for j, side in enumerate(dispute.sides)
        for claim in side
    }
    for relation in relations:
        if relation.relation == "contradicts":
            (i, j), (k, m) = side_of[relation.a], side_of[relation.b]
            assert i == k
            assert j != m
    agreement = count_agreement(layers.resolution, layers.attributions, claims, relations)
    assert bool(agreement) == bool(relations)
