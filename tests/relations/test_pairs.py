"""Pairs of claims: the relation that a careful reader sees, or none."""

from __future__ import annotations

import pytest
from relation_cases import Told, build_layers, read_rows, summarize

from attribution.claims import find_claims
from attribution.relations import find_relations

PAIRS = read_rows("pairs.tsv")
# Where the network sees a contradiction and no rule says why there is none; where a rule takes like words for support.
KNOWN_FAILURES = {"same nouns, another verb", "two persons"}


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, id=f"{row[9]}-{i}", marks=pytest.mark.xfail(strict=True) if row[9] in KNOWN_FAILURES else ())
        for i, row in enumerate(PAIRS)
    ],
)
def test_pair(row):
    layers = build_layers([Told(*row[:4]), Told(*row[4:8])])
    claims = find_claims(layers.readings, layers.attributions)
    relations = find_relations(*layers, claims)
    found = {relation for _, _, relation in summarize(claims, relations)} or {"none"}
    assert found == {row[8]}, [(r.reason, r.explanation) for r in relations]
