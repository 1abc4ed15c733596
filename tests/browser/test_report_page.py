"""The page of a report as a reader meets it, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sample import TEXT, make_report

import graphs
from attribution.model import Attribution, Document, Report
from attribution.report import render_html, render_json
from attribution.report.page import Figure
from attribution.spans import Span

Visit = Callable[..., Any]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
HOSTILE = (
    "<script>alert(1)</script> \"><img src=x onerror=alert(2)> '><svg/onload=alert(3)> </div></article> <!-- ]]> "
    "{{ 7 * 7 }} \u202egnp.exe\u202c \u2066 \x00 \ud800 &amp; &#x3c;b> javascript:alert(4) "
)

# Where the marks of each attribution and role lie, counted in code points of the article's text.
READ_MARKS = """() => {
  const found = {};
  for (const sheet of document.querySelectorAll(".text")) {
    let place = 0;
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const length = [...walker.currentNode.data].length;
      const mark = walker.currentNode.parentElement.closest(".m");
      for (const role of mark ? ["source", "cue", "content"] : [])
        for (const name of (mark.dataset[role] || "").split(" ").filter(Boolean)) {
          const spans = ((found[name] ??= { source: [], cue: [], content: [] })[role]);
          const last = spans.at(-1);
          if (last && last[1] === place) last[1] += length; else spans.push([place, place + length]);
        }
      place += length;
    }
  }
  return found;
}"""


def page_of(report: Report) -> str:
    return render_html(report, graphs.draw_figure(graphs.build(report), linked=True))


def hostile_report() -> Report:
    report = make_report()
    shift = len(HOSTILE)

    def move(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(start + shift, end + shift) for start, end in spans)

    document = Document("ferry", HOSTILE + TEXT, title=Span(0, shift), body=(Span(0, shift + len(TEXT)),), path=HOSTILE)
    attributions = tuple(
        replace(
            a, source=move(a.source), cue=move(a.cue), content=(Span(0, shift),) if a.id == "a4" else move(a.content)
        )
        for a in report.attributions
    )
    return replace(
        report,
        documents=(document,),
        attributions=attributions,
        sources=tuple(replace(source, name=HOSTILE, aliases=(HOSTILE,)) for source in report.sources),
        claims=tuple(replace(claim, text=HOSTILE) for claim in report.claims),
        relations=tuple(replace(relation, explanation=HOSTILE, reason="") for relation in report.relations),
        disputes=tuple(replace(dispute, about=HOSTILE) for dispute in report.disputes),
    )


def two_articles() -> Report:
    report = make_report()
    other = replace(report.documents[0], id="other", path=None)
    moved = {"a2", "a3"}
    attributions = tuple(replace(a, document="other") if a.id in moved else a for a in report.attributions)
    return replace(report, documents=(*report.documents, other), attributions=attributions)


@pytest.mark.parametrize("options", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    "report", [make_report(), hostile_report(), two_articles(), Report((), (), (), (), (), (), ())]
)
def test_the_page_opens_without_complaint_and_fits_its_window(visit: Visit, report: Report, options: Any) -> None:
    page = visit(page_of(report), **options)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("[...document.scripts].length") == 1
    assert page.query_selector_all("img, iframe, object, embed, [onerror], [onload]") == []


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_the_marks_are_the_spans_of_the_json(visit: Visit, ends: str) -> None:
    report = make_report()
    if ends != "\n":
        # Line ends of two characters move what comes after them.
        def move(span: Span) -> Span:
            return Span(*(len(TEXT[:place].replace("\n", ends)) for place in span))

        text = TEXT.replace("\n", ends)
        document = replace(report.documents[0], text=text, title=None, body=(Span(0, len(text)),))
        attributions = tuple(
            Attribution(
                a.id,
                a.document,
                *(tuple(map(move, spans)) for spans in (a.source, a.cue, a.content)),
                sources=a.sources,
            )
            for a in report.attributions
        )
        report = replace(report, documents=(document,), attributions=attributions)
    marks = visit(page_of(report), **DESKTOP).evaluate(READ_MARKS)
    wanted = json.loads(render_json(report))["attributions"]
    assert marks == {a["id"]: {role: a[role] for role in ("source", "cue", "content")} for a in wanted}


def test_the_marks_of_a_hostile_article_are_its_spans_too(visit: Visit) -> None:
    report = hostile_report()
    page = visit(page_of(report), **DESKTOP)
    marks = page.evaluate(READ_MARKS)
    assert marks["a4"]["content"] == [[0, len(HOSTILE)]]
    shown = page.evaluate("document.querySelector('.text').textContent")
    assert shown == report.documents[0].text.replace("\x00", "�").replace("\ud800", "�")
    assert page.inner_text("h1").startswith("<script>alert(1)</script>")


def test_a_dispute_leads_to_the_words_and_back(visit: Visit) -> None:
    page = visit(page_of(make_report()), **DESKTOP)
    page.click("#dispute-1 a.words >> text=Nobody touched the wheel")
    page.wait_for_selector("#card:not([hidden])")
    assert page.url.endswith("#a3")
    assert {mark.inner_text() for mark in page.query_selector_all(".m.lit")} >= {"Nobody touched the wheel"}
    assert "Ines Marlow (for Seamen's Union) says" in page.inner_text("#card")
    assert "88 % sure" in page.inner_text("#card")
    assert "direct" in page.inner_text("#card")
    page.click("#card a")
    page.wait_for_function("location.hash === '#dispute-1'")
    assert page.evaluate("document.activeElement.id") == "dispute-1"


def test_pointing_shows_who_and_leaving_or_escape_hides_it(visit: Visit) -> None:
    page = visit(page_of(make_report()), **DESKTOP)
    page.hover(".m[data-content=a2]")
    assert page.inner_text("#card").startswith("Seamen's Union denies")
    page.hover("h1")
    page.wait_for_selector("#card", state="hidden")
    page.hover(".m[data-content=a2]")
    page.keyboard.press("Escape")
    assert page.is_hidden("#card")


def test_tapping_shows_who(visit: Visit) -> None:
    page = visit(page_of(make_report()), **PHONE)
    page.tap(".m[data-cue=a1]")
    assert page.inner_text("#card").startswith("Harbour Board says")
    assert not page.url.endswith("#e-a1")


def test_the_keyboard_reaches_every_attribution_and_follows_it(visit: Visit) -> None:
    page = visit(page_of(make_report()), **DESKTOP)
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
    assert [f"#e-a{n}" for n in range(1, 8)] == [href for href in reached if href and href.startswith("#e-")]
    page.focus(".m[href='#e-a2']")
    assert page.is_visible("#card")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#e-a2'")


def test_articles_are_switched_and_links_turn_to_the_right_one(visit: Visit) -> None:
    page = visit(page_of(two_articles()), **DESKTOP)
    assert [page.is_visible("#d1"), page.is_visible("#d2")] == [True, False]
    page.click(".switch a >> nth=1")
    page.wait_for_selector("#d2:visible")
    assert page.get_attribute(".switch a >> nth=1", "aria-current") == "true"
    page.click("#dispute-1 a.words >> nth=0")
    page.wait_for_selector("#d1:visible")
    assert not page.is_visible("#d2")


def test_all_articles_are_printed_with_the_speakers_after_the_words(visit: Visit) -> None:
    page = visit(page_of(two_articles()), **DESKTOP)
    page.emulate_media(media="print")
    assert page.is_visible("#d1")
    assert page.is_visible("#d2")
    after = page.evaluate("getComputedStyle(document.querySelector('[data-who]'), '::after').content")
    assert "Harbour Board says" in after


def test_entries_can_be_filtered_and_links_to_hidden_ones_show_them(visit: Visit) -> None:
    page = visit(page_of(make_report()), **DESKTOP)
    page.check("input[value=disputed]")
    assert page.is_visible("#e-a1")
    assert page.is_hidden("#e-a4")
    page.focus(".m[href='#e-a4']")
    page.keyboard.press("Enter")
    page.wait_for_selector("#e-a4:visible")


@pytest.mark.parametrize("linked", [True, False], ids=["in the report", "alone"])
def test_the_picture_is_filtered_by_kind_and_source_and_closes_up(visit: Visit, linked: bool) -> None:
    graph = graphs.build(make_report())
    if linked:
        page = visit(page_of(make_report()), **DESKTOP)
    else:
        figure: Figure = graphs.draw_figure(graph)
        assert figure.script
        from graphs.page import render_page

        page = visit(render_page(graph).decode(), **DESKTOP)
    height = page.evaluate("document.querySelector('svg.picture').getBoundingClientRect().height")
    assert len(page.query_selector_all(".edge.contradicts:not(.gone)")) == 2
    page.uncheck("input[name=kind][value=contradicts]")
    assert page.query_selector_all(".edge.contradicts:not(.gone)") == []
    page.click(".filters summary")
    page.uncheck("input[name=source][value=s1]")
    assert page.query_selector_all(".node[data-id=c1]:not(.gone)") == []
    assert page.query_selector_all(".node[data-id=c3]:not(.gone)") != []
    page.uncheck("input[name=quiet]")
    assert page.evaluate("document.querySelector('svg.picture').getBoundingClientRect().height") <= height


def test_a_box_of_the_picture_leads_to_the_words(visit: Visit) -> None:
    page = visit(page_of(make_report()), **DESKTOP)
    page.focus(".node[data-id=c3]")
    assert page.query_selector_all("svg.tracing .edge.near") != []
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#a3'")
    assert page.query_selector_all(".m.lit") != []


def test_without_the_script_everything_is_there(visit: Visit) -> None:
    page = visit(page_of(two_articles()), java_script_enabled=False, **DESKTOP)
    assert page.is_visible("#d1")
    assert page.is_visible("#d2")
    assert page.is_hidden("fieldset.filter")
    page.click("#dispute-1 a.words >> nth=1")
    assert page.url.endswith("#a2")
