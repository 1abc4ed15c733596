"""What a reader sees: the order of things, the width of lines, and nothing of a hostile article's own making."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from sample import TEXT, make_report

from attribution.model import Agreement, Claim, Dispute, Report, Source
from attribution.report import RENDERERS, render_html, render_markdown, render_text
from attribution.report.digest import Digest, shorten
from attribution.spans import Span

EMPTY = Report((), (), (), (), (), (), ())
HOSTILE = "\x1b[2J\x1b]0;gone\x07 <script>alert(1)</script> [a](javascript:b) | `c` \u202e \x00 \ud800 $x$ & --> ]]>"


def poison(report: Report, words: str) -> Report:
    """Return the report with `words` wherever a text of the article can be."""
    document = replace(report.documents[0], text=words + TEXT[len(words) :], path=words)
    return replace(
        report,
        documents=(document,),
        sources=tuple(replace(source, name=words, aliases=(words,)) for source in report.sources),
        claims=tuple(replace(claim, text=words) for claim in report.claims),
        relations=tuple(replace(relation, explanation=words, reason=words) for relation in report.relations),
        disputes=tuple(Dispute(words, dispute.sides) for dispute in report.disputes),
    )


def test_conflicts_come_first_then_agreement_sources_single_and_unnamed() -> None:
    lines = render_text(make_report()).splitlines()
    titles = [line for line in lines if line.isupper() and not line.startswith(" ")]
    assert titles == [
        "IN DISPUTE",
        "SAID BY SEVERAL",
        "WHO AGREES WITH WHOM",
        "SOURCES",
        "ONE SOURCE ONLY",
        "NOBODY NAMED",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1. who steered the ferry",
        "   Harbour Board says:",
        "     The captain steered the ferry onto the rocks  [3:1]",
        "   against",
        "   Seamen's Union denies:",
        "     it  [5:27]",
        "       that is: The captain steered the ferry onto the rocks",
        "   Ines Marlow (for Seamen's Union) says:",
        "   Why: one side denies what the other says; one side says it is so, the",
        "  1  Harbour Board   ·   −2  +1",
        "  2 × Harbour Board",
        "   −1 The captain steered the ferry onto the rocks  [3:1]",
        "    + At least 12 people were hurt  [7:1]",
        "  1 × Tobias Renn",
        "      person; speaks for Harbour Board",
        "    · declined to comment  [7:82]",
        "1 of 7 statements rest on one source (marked · above):",
        "  1 × Tobias Renn (for Harbour Board)  [7:82]",
        "   an official: Twelve people were injured  [9:1]",
        "   The wreck … lie in shallow water  [11:1]",
    ],
)
def test_the_text_says(line: str) -> None:
    assert line in render_text(make_report()).splitlines()


def test_a_contradiction_outside_every_dispute_is_told_too() -> None:
    assert len(Digest(replace(make_report(), disputes=())).conflicts) == 2


def test_what_is_confirmed_or_disputed_is_not_listed_as_one_source_only() -> None:
    assert [who for who, _ in Digest(make_report()).single] == ["Tobias Renn (for Harbour Board)"]


def test_with_several_articles_a_place_names_the_article() -> None:
    report = make_report()
    other = replace(report.documents[0], id="other", title=None)
    assert "[ferry:3:1]" in render_text(replace(report, documents=(*report.documents, other)))


@pytest.mark.parametrize(("text", "line"), [("a\r\nb\rc\nd", "4:1"), ("a\x0cb\u2028c\x85d", "1:7")])
def test_lines_end_where_editors_end_them(text: str, line: str) -> None:
    report = make_report()
    digest = Digest(replace(report, documents=(replace(report.documents[0], text=text),)))
    assert digest.place("ferry", report.attributions[0].cue[0]._replace(start=text.index("d"))) == line


@pytest.mark.parametrize("width", [40, 60, 80, 100, 110, 160, 300, 1])
@pytest.mark.parametrize("words", ["word " * 300 + "x" * 500, "漢字 " * 300 + "漢" * 300], ids=["narrow", "wide"])
def test_lines_are_no_longer_than_the_page(width: int, words: str) -> None:
    report = make_report()
    claims = tuple(replace(claim, text=words) for claim in report.claims)
    sources = tuple(replace(source, name=words, aliases=(words,)) for source in report.sources)
    lines = render_text(replace(report, claims=claims, sources=sources), width=width).splitlines()
    assert max(map(cell_len, lines)) <= min(max(width, 40), 160)


def test_where_there_is_room_the_sides_stand_side_by_side() -> None:
    lines = render_text(make_report(), width=160).splitlines()
    assert any("Harbour Board says:" in line and "Seamen's Union denies:" in line for line in lines)
    assert not any(line.strip() == "against" for line in lines)


def test_a_matrix_too_wide_for_the_page_becomes_pairs() -> None:
    report = make_report()
    sources = tuple(Source(f"s{n}", f"Source {n}", "person") for n in range(20))
    pairs = tuple(Agreement("s0", f"s{n}", n % 2, 1) for n in range(1, 20))
    rendered = render_text(replace(report, sources=sources, agreement=pairs))
    assert "     −1  Source 0 – Source 2\n" in rendered
    assert "   +1−1  Source 0 – Source 1\n" in rendered


def test_of_what_is_unsure_the_reader_is_told_how_sure_it_is() -> None:
    report = make_report()
    unsure = replace(report, attributions=tuple(replace(a, confidence=0.5) for a in report.attributions))
    assert "[7:1, 50 % sure]" in render_text(unsure)
    assert "% sure]" not in render_text(report)


def test_the_environment_has_no_say_in_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = render_text(make_report())
    for name, value in {"FORCE_COLOR": "1", "COLUMNS": "44", "TERM": "xterm-256color", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert render_text(make_report()) == plain
    assert "\x1b[" in render_text(make_report(), colour=True)


def test_colours_only_when_asked_and_no_other_difference() -> None:
    plain, coloured = render_text(make_report()), render_text(make_report(), colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


@pytest.mark.parametrize("format_", RENDERERS)
def test_every_format_is_the_same_twice(format_: str) -> None:
    assert RENDERERS[format_](make_report()) == RENDERERS[format_](make_report())


@pytest.mark.parametrize("format_", [name for name in RENDERERS if name != "jsonl"])
def test_every_format_can_say_that_there_is_nothing(format_: str) -> None:
    assert RENDERERS[format_](EMPTY)


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_readers_are_told_that_nothing_was_found(format_: str) -> None:
    assert "No attribution found" in RENDERERS[format_](replace(EMPTY, documents=make_report().documents))


def test_a_hostile_article_cannot_drive_the_terminal() -> None:
    rendered = render_text(poison(make_report(), HOSTILE))
    assert [c for c in rendered if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c == "\u202e")] == []
    assert "\\x1b[2J" in rendered


def test_a_hostile_article_cannot_add_markup_to_the_page() -> None:
    rendered = render_html(poison(make_report(), HOSTILE))
    assert rendered.count("<script") == 1
    assert "Content-Security-Policy" in rendered
    tags = re.compile(r"<(/?\w+)")
    assert set(tags.findall(rendered)) == set(tags.findall(render_html(make_report())))


def test_a_hostile_article_cannot_add_markup_to_the_notes() -> None:
    rendered = render_markdown(poison(make_report(), HOSTILE))
    assert not re.search(r"(?<!\\)[<`\[]", rendered)


@settings(max_examples=50)
@given(st.text(st.characters(), min_size=1, max_size=30), st.sampled_from(sorted(RENDERERS)))
def test_any_words_can_be_rendered_and_encoded(words: str, format_: str) -> None:
    RENDERERS[format_](poison(make_report(), words)).encode("utf-8")


def test_the_page_marks_sources_cues_and_contents_with_anchors() -> None:
    page = render_html(make_report())
    assert '<span class="m k2 content denies" data-content="a2" data-who="Seamen&#x27;s Union denies">it</span>' in page
    assert 'href="#e-a2" aria-label="denied: Seamen&#x27;s Union denies, 100 % sure"' in page
    assert re.findall(r'<i id="(a\d)">', page) == [f"a{number}" for number in range(1, 8)]


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n"), TEXT.replace("\n", "\r")], ids=["lf", "crlf", "cr"])
def test_the_page_has_the_article_s_text_to_the_letter(text: str) -> None:
    report = make_report()
    document = replace(report.documents[0], text=text, body=(Span(0, len(text)),))
    page = render_html(replace(report, documents=(document,)))
    inside = page.split('<div class="text" dir="auto">')[1].split("</div>")[0]
    assert unescape(re.sub(r"<[^>]+>", "", inside).replace("&#13;", "\r")) == text


def test_every_link_of_the_page_leads_somewhere() -> None:
    page = render_html(make_report())
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' href="#([^"]+)"', page)) <= set(ids)


def test_only_our_own_style_and_script_run_in_the_page() -> None:
    page = render_html(make_report())
    for kind in ("style", "script"):
        (content,) = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        assert f"{kind}-src 'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in page
    assert not re.search(r" (?:style|on\w+)=", page)


def test_a_notebook_shows_the_page_in_a_frame_of_its_own() -> None:
    cell = make_report()._repr_html_()
    page = re.fullmatch(r'<iframe sandbox="allow-scripts" srcdoc="([^"]*)"[^>]*></iframe>', cell)
    assert page is not None
    assert unescape(page[1]) == render_html(make_report())


def test_disputes_and_claims_may_name_nothing_that_is_there() -> None:
    report = replace(make_report(), relations=(), disputes=(), agreement=(), sources=())
    for render in RENDERERS.values():
        assert render(report)


def test_a_source_that_speaks_for_nobody_known_is_shown_without() -> None:
    report = make_report()
    lone = Source("s3", "Ines Marlow", "person", speaks_for="s99")
    assert "Ines Marlow says:" in render_text(replace(report, sources=(lone,)))


def test_a_claim_may_answer_a_claim_that_is_not_there() -> None:
    report = make_report()
    claims = tuple(Claim(c.id, c.attribution, c.text, c.spans, answers="c99") for c in report.claims)
    assert "that is" not in render_text(replace(report, claims=claims))


@pytest.mark.parametrize(
    ("words", "limit", "short"),
    [("a b c", 5, "a b c"), ("a bb c", 4, "a bb …"), ("aaaaaa", 3, "aaa …"), ("", 3, "")],
)
def test_shorten_cuts_between_words(words: str, limit: int, short: str) -> None:
    assert shorten(words, limit) == short
