"""Contents to claims: how they are split, what is negated, what they count, whom they answer."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from relation_cases import Told, build_layers

from attribution.claims import find_claims
from attribution.claims.anaphora import find_reply
from attribution.claims.polarity import is_hedged, is_negated
from attribution.claims.quantities import find_quantities
from attribution.model import Attribution, Document, Reading
from attribution.spans import Span

SPLITS = [
    ("a truce was signed or that troops were leaving", ["a truce was signed", "troops were leaving"]),
    ("the mill was burning and the bridge had collapsed", ["the mill was burning", "the bridge had collapsed"]),
    ("both wages and prices had risen", ["both wages and prices had risen"]),
    ("the gap between the door and the frame is wide", ["the gap between the door and the frame is wide"]),
    ("it is over; nobody won", ["it is over", "nobody won"]),
    ("the mayor and the bishop met", ["the mayor and the bishop met"]),
    ("We won. They lost", ["We won", "They lost"]),
]


@pytest.mark.parametrize(("content", "claims"), SPLITS)
def test_a_content_is_cut_into_its_propositions(content, claims):
    layers = build_layers([Told("The envoy", "said", "asserts", content)])
    assert [claim.text for claim in find_claims(layers.readings, layers.attributions)] == claims


NEGATED = [
    ("the troops did not cross the river", True),
    ("the troops didn't cross the river", True),
    ("no troops crossed the river", True),
    ("there was no evidence that troops crossed", True),
    ("the driver failed to stop", True),
    ("nobody was hurt", True),
    ("the guard never slept", True),
    ("the crossing was made without permission", True),
    ("no fewer than nine boats crossed", False),
    ("not only boats but trucks crossed", False),
    ("there is no doubt that troops crossed", False),
    ("the soldier who did not cross was punished", False),
    ("the troops crossed the river", False),
    ("it is not false that troops crossed", False),
]


@pytest.mark.parametrize(("text", "negated"), NEGATED)
def test_negation_of_the_main_clause(text, negated):
    assert is_negated(text) is negated


AFFIRMED = [
    ("asserts", "the dam is safe", True),
    ("asserts", "the dam is not safe", False),
    ("denies", "the dam is safe", False),
    ("denies", "the dam was not inspected", True),
    ("wants", "the dam be closed", None),
    ("silent", "the dam", None),
    ("asks", "whether the dam was safe", None),
]


@pytest.mark.parametrize(("stance", "content", "affirmed"), AFFIRMED)
def test_denial_and_negation_count_together(stance, content, affirmed):
    layers = build_layers([Told("The engineer", "said", stance, content)])
    (claim,) = find_claims(layers.readings, layers.attributions)
    assert claim.affirmed is affirmed


@pytest.mark.parametrize(
    ("text", "hedged"), [("it may rain", True), ("an apparent error", True), ("it rains", False), ("in May", True)]
)
def test_hedges(text, hedged):
    assert is_hedged(text) is hedged


QUANTITIES = [
    ("at least 40 people died", [(40, inf, "people died", "")]),
    ("two dozen buses", [(24, 24, "buses", "")]),
    ("more than two dozen buses", [(24, inf, "buses", "")]),
    ("5.7 million barrels", [(5.7e6, 5.7e6, "barrels", "")]),
    ("26% of staff", [(26, 26, "staff", "%")]),
    ("26 per cent of staff", [(26, 26, "staff", "%")]),
    ("up to 300 homes", [(0, 300, "homes", "")]),
    ("15–25 million dollars", [(15e6, 25e6, "", "dollar")]),
    ("between 15 and 20 soldiers", [(15, 20, "soldiers", "")]),
    ("two hundred and six homes", [(206, 206, "homes", "")]),
    ("forty-two cows", [(42, 42, "cows", "")]),
    ("a dozen people", [(12, 12, "people", "")]),
    ("tens of thousands of people", [(20000, 200000, "people", "")]),
    ("$600 million", [(6e8, 6e8, "", "$")]),
    ("1,885 aftershocks", [(1885, 1885, "aftershocks", "")]),
    ("in 2016 she left", []),
    ("on 4 March at 10:30", []),
    ("the A320 and the F-16", []),
    ("Flight 12 was late", []),
    ("no one came", []),
    ("9" * 400, []),
]


@pytest.mark.parametrize(("text", "quantities"), QUANTITIES)
def test_quantities(text, quantities):
    found = find_quantities(text, [Span(0, len(text))])
    assert [(q.low, q.high, q.counted, q.unit) for q in found] == quantities


REPLIES = [
    ("the report", "denied", "denies", "denies"),
    ("the allegations against him", "has rejected", "denies", "denies"),
    ("any wrongdoing", "denied", "denies", "denies"),
    ("manslaughter", "denies", "denies", "denies"),
    ("that", "disputes", "denies", "denies"),
    ("the rumour was ridiculous", "said", "asserts", "denies"),
    ("it propaganda", "called", "asserts", "denies"),
    ("that is not the case", "said", "asserts", "denies"),
    ("fake news", "called it", "asserts", "denies"),
    ("the findings", "questioned", "doubts", "doubts"),
    ("their conclusion", "confirmed", "asserts", "endorses"),
    ("a similar view", "expressed", "asserts", "endorses"),
    ("the report is accurate", "said", "asserts", "endorses"),
    ("troops had crossed the river", "denied", "denies", None),
    ("the evacuations", "denied", "denies", None),
    ("the report will be published on Monday", "said", "asserts", None),
    ("the talks were useful", "said", "asserts", None),
]


@pytest.mark.parametrize(("text", "cue", "stance", "reply"), REPLIES)
def test_replies(text, cue, stance, reply):
    answer = find_reply(text, cue, stance)
    assert (answer.reply if answer else None) == reply


def test_an_answer_names_the_claim_of_another_source():
    layers = build_layers(
        [
            Told("Prosecutors", "accused", "asserts", "Dora Winkel of stealing a violin"),
            Told("The museum", "said", "asserts", "the violin was insured"),
            Told("Dora Winkel", "denied", "denies", "the accusations"),
        ]
    )
    theft, insured, denial = find_claims(layers.readings, layers.attributions)
    assert (denial.answers, denial.reply) == (theft.id, "denies")
    assert insured.answers is None


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 120))
@settings(max_examples=150, deadline=None)
def test_any_text_makes_claims_that_lie_in_it(text, x, y):
    span = Span(min(x, y, len(text)), min(max(x, y), len(text)))
    attribution = Attribution("a1", "d", (), (), (span,), sources=("s1",))
    reading = Reading(Document("d", text), (), (), (), (attribution,))
    for claim in find_claims((reading,), (attribution,)):
        assert all(span.start <= s.start < s.end <= span.end for s in claim.spans)
        assert all(claim.text and s.contains(s) for s in claim.spans)
