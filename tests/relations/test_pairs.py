"""Pairs of claims: the relation that a careful reader sees, or none."""

from __future__ import annotations

import pytest
from relation_cases import Told, build_layers, read_rows, summarize

from attribution.claims import find_claims
from attribution.relations import find_relations

PAIRS = read_rows("pairs.tsv")


@pytest.mark.parametrize("row", PAIRS, ids=[f"{row[9]}-{i}" for i, row in enumerate(PAIRS)])
def test_pair(row):
    layers = build_layers([Told(*row[:4]), Told(*row[4:8])])
    claims = find_claims(layers.readings, layers.attributions)
    relations = find_relations(*layers, claims)
    found = {relation for _, _, relation in summarize(claims, relations)} or {"none"}
    assert found == {row[8]}, [(r.reason, r.explanation) for r in relations]
