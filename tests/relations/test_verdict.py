"""What the rules and the network say is joined to one verdict on each pair of attributions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from relation_cases import Told, build_layers

from attribution.claims import find_claims
from attribution.relations.find import meet, tell
from attribution.relations.meetings import Meeting
from attribution.relations.pairtext import CLS, SEP, Said, encode_statements
from attribution.relations.verdict import calibrate, decide_by_network, decide_by_rules, needs_network

TOLD = [
    Told("The army", "said", "asserts", "the bridge was destroyed on Monday"),
    Told("The rebels", "denied", "denies", "the bridge was destroyed"),
    Told("A farmer", "said", "asserts", "potatoes were cheap this year"),
    Told("The rebels", "rejected", "denies", "the claim"),
]
AS_IT_IS = np.array([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
EVEN, CONTRADICTING, SUPPORTING = [0.34, 0.33, 0.33], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8]


def meetings_of(told: list[Told]) -> tuple[list[Meeting], list[tuple[Said, Said]]]:
    readings, resolution, attributions = build_layers(told)
    claims = find_claims(readings, attributions)
    meetings = meet(readings, resolution, attributions, claims)
    return meetings, tell(meetings, readings, resolution, claims)


def test_neighbours_meet_whatever_they_share_but_not_one_source_with_itself() -> None:
    meetings, _ = meetings_of(TOLD)
    pairs = [(m.a[0].attribution.id, m.b[0].attribution.id) for m in meetings]
    assert pairs == [("a1", "a2"), ("a1", "a3"), ("a1", "a4"), ("a2", "a3"), ("a3", "a4")]


def test_where_a_rule_finds_something_the_network_is_not_asked() -> None:
    meetings, _ = meetings_of(TOLD)
    assert not needs_network(meetings[0])
    verdict = decide_by_rules(meetings[0])
    assert verdict is not None
    assert (verdict.relation, verdict.reason) == ("contradicts", "denial")


@pytest.mark.parametrize(
    ("network", "relation"),
    [(EVEN, None), (CONTRADICTING, "contradicts"), (SUPPORTING, None)],
    ids=["unsure", "contradicts", "a support needs shared words too"],
)
def test_where_the_rules_are_silent_the_network_decides_if_it_is_sure(
    network: list[float], relation: str | None
) -> None:
    meetings, _ = meetings_of(TOLD)
    verdict = decide_by_network(meetings[1], network, AS_IT_IS)
    assert (verdict and verdict.relation) == relation


def test_wishes_do_not_conflict_whatever_the_network_says() -> None:
    wishes = [
        Told("The union", "demanded", "wants", "higher pay for drivers"),
        Told("The operator", "wants", "wants", "lower costs on every line"),
    ]
    meetings, _ = meetings_of(wishes)
    assert decide_by_network(meetings[0], CONTRADICTING, AS_IT_IS) is None


def test_the_network_reads_what_an_answer_answers() -> None:
    _, told = meetings_of([TOLD[0], TOLD[3]])
    assert str(told[0][1]) == "rebels rejected: the claim — the bridge was destroyed on Monday"


def test_probabilities_add_up_to_one() -> None:
    assert sum(calibrate([1.0, 0.0, 0.0], AS_IT_IS)) == pytest.approx(1)


def test_statements_are_cut_where_they_are_too_long() -> None:
    from attribution.models.wordpieces import load_word_pieces

    short, long = encode_statements(
        load_word_pieces().tokenizer, [Said("A", "said", "b"), Said("A", "said", "b " * 500)]
    )
    assert short[0] == CLS
    assert short[-1] == SEP
    assert len(long) == 66


def test_what_one_says_that_another_says_is_not_related_to_it() -> None:
    """The words of "the ministry said" stand inside what the paper reports: they are not said twice."""
    readings, resolution, attributions = build_layers([TOLD[0], TOLD[2]])
    inside = replace(attributions[1], content=attributions[0].content)
    claims = find_claims(readings, (attributions[0], inside))
    meetings = meet(readings, resolution, (attributions[0], inside), claims)
    assert meetings
    assert not any(needs_network(meeting) for meeting in meetings)
