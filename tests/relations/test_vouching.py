"""Who states as fact what another has said or found supports it; who only passes it on does not."""

from __future__ import annotations

import pytest

from benchmarks.annotated_articles import report_on
from benchmarks.source_resolution import with_types
from training.drawn_articles import read_drawn_article

LAB = "lab | organization | a naval lab\n"
CASES = [
    (
        "a ministry",
        "[S1=out:The health ministry] [C1:announced] that [Q1:[S2=lab:a naval lab] [C2:found] [Q2:lead in it]].",
        "out | government | The health ministry\n",
        True,
    ),
    (
        "a newspaper",
        "[S1=out:The Tolva Post] [C1:reported] that [Q1:[S2=lab:a naval lab] [C2:found] [Q2:lead in it]].",
        "out | media | The Tolva Post\n",
        False,
    ),
    (
        "one who denies it",
        "[S1=out:The dairy] [C1:denied] that [Q1:[S2=lab:a naval lab] [C2:found] [Q2:lead in it]].",
        "out | organization | The dairy\n== stances\n1 denies\n",
        False,
    ),
    (
        "one who quotes it",
        '[S1=out:The dairy] [C1:said]: [Q1:"So [S2=lab:a naval lab] [C2:found] [Q2:lead in it]!"]',
        "out | organization | The dairy\n",
        False,
    ),
    (
        "its own spokesman",
        "[S1=out:Ann Roe], who speaks for it, [C1:said] [Q1:[S2=lab:a naval lab] [C2:found] [Q2:lead in it]].",
        "out | person | Ann Roe | for lab\n",
        False,
    ),
]


@pytest.mark.parametrize(("drawn", "source", "vouches"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_vouching(drawn: str, source: str, vouches: bool) -> None:
    article = read_drawn_article("one", f"# Lead in the milk\n\n{drawn}\n\n== sources\n{LAB}{source}")
    report = report_on(with_types(article), "sources")
    reasons = [relation.reason for relation in report.relations if relation.relation == "supports"]
    assert ("report" in reasons) == vouches
