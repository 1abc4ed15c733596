"""How sure a relation is: the measured precision of its reason, moved by how strong the rule found it."""

from __future__ import annotations

from functools import cache

from attribution.lexicon.load import load_table
from attribution.relations.pair import Finding

# A rule's own strength runs from about 0.4 to 0.95; it moves the precision of its reason by a tenth at most either way.
_MIDDLE, _SLOPE = 0.65, 0.3


def rate_finding(finding: Finding) -> float:
    """Return the confidence of a finding, 0.05 to 0.95, two decimals.

    Examples
    --------
    >>> 0.05 <= rate_finding(Finding("contradicts", "antonym", 0.65)) <= 0.95
    True
    """
    right, found = _measured().get((finding.relation, finding.reason), (0, 0))
    rated = (right + 1) / (found + 2) + _SLOPE * (finding.strength - _MIDDLE)
    return round(min(0.95, max(0.05, rated)), 2)


@cache
def _measured() -> dict[tuple[str, str], tuple[int, int]]:
    """Return right and found relations by relation and reason (``training/relation_confidence.py`` counts them).

    Precision is taken as (right + 1) / (found + 2), so that few cases make no certainty.
    """
    rows = load_table("relation_confidence")
    return {(relation, reason): (int(right), int(found)) for relation, reason, right, found in rows}
