"""The reader's report as one HTML page that needs nothing else: no script, no network, no fonts."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape

from attribution.escape import for_xml
from attribution.model import Relation, Report
from attribution.report.digest import Digest
from attribution.report.marks import mark_article
from attribution.report.voices import STANCE_VERBS, Accord, Conflict, Speaker, Voice
from attribution.report.wording import (
    NOTHING_FOUND,
    SECTIONS,
    by_speaker,
    count_found,
    introduce,
    standing,
    tell_reasons,
)

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; }
blockquote { margin: .2rem 0 .6rem 1rem; }
.side { border-left: .25rem solid #7a7a7a; padding-left: .8rem; margin: .8rem 0; }
.side + .side { border-color: #b3261e; }
.reason, .place, .aliases { color: #6b6b6b; font-size: .9rem; }
.article { white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid #7a7a7a; padding-top: 1rem; }
.article .aside { opacity: .5; }
.source { font-weight: 600; }
.cue { font-style: italic; }
.content { text-decoration: underline #1b6e3c 2px; text-underline-offset: 3px; }
.content.denies { text-decoration-color: #b3261e; }
.content.doubts, .content.silent { text-decoration-color: #a06a00; }
table { border-collapse: collapse; }
td, th { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; }
"""


def render_html(report: Report) -> str:
    """Return the report as an HTML page: the disputes, the sources, and the articles with the attributions marked.

    The page's content security policy forbids it to load or run anything, so no article can do harm in it.

    Parameters
    ----------
    report : the report to render.
    """
    digest = Digest(report)
    headlines = [document.headline or document.id for document in report.documents]
    sections = (
        _conflicts(digest.conflicts),
        _accords(digest.accords),
        _speakers(digest.speakers),
        _single(digest.single),
        _unnamed(digest.unnamed),
    )
    titles = {attribution.id: introduce(digest.voice(attribution)).rstrip(":") for attribution in report.attributions}
    lines = [f"<p>{count_found(report)}</p>"]
    if not report.attributions:
        lines.append(f"<p>{NOTHING_FOUND}</p>")
    for title, section in zip(SECTIONS, sections, strict=True):
        if body := list(section):
            lines += [f"<section><h2>{title}</h2>", *body, "</section>"]
    for headline, document in zip(headlines, report.documents, strict=True):
        marked = mark_article(document, report.attributions, titles)
        lines += [f"<section><h2>{_safe(headline)}</h2>", f'<div class="article">{marked}</div></section>']
    return _page(headlines[0] if len(headlines) == 1 else f"{len(headlines)} articles", lines)


def render_cell(report: Report) -> str:
    """Return the page for a notebook: in a frame of its own, so that neither changes the other's looks.

    Parameters
    ----------
    report : the report to render.
    """
    return f'<iframe sandbox srcdoc="{escape(render_html(report))}" width="100%" height="600" frameborder="0"></iframe>'


def _page(title: str, lines: Iterable[str]) -> str:
    digest = b64encode(sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_safe(title)}</title>",
            f"<style>{_STYLE}</style></head><body>",
            f"<h1>{_safe(title)}</h1>",
            *lines,
            "</body></html>\n",
        ]
    )


def _conflicts(conflicts: Iterable[Conflict]) -> Iterator[str]:
    for conflict in conflicts:
        yield f"<h3>{_safe(conflict.about)}</h3>"
        for voices in conflict.sides:
            yield f'<div class="side">{"".join(_passages(voices))}</div>'
        yield from _reasons(conflict.relations)


def _accords(accords: Iterable[Accord]) -> Iterator[str]:
    for accord in accords:
        yield f"<div>{''.join(_passages(accord.voices))}</div>"
        yield from _reasons(accord.relations)


def _reasons(relations: Iterable[Relation]) -> Iterator[str]:
    if reasons := tell_reasons(relations):
        yield f'<p class="reason">Why: {_safe(reasons)}</p>'


def _passages(voices: Iterable[Voice]) -> Iterator[str]:
    for introduction, several in by_speaker(voices):
        yield f"<div>{_safe(introduction)}"
        for voice in several:
            meant = f"<br>that is: {_safe(voice.meant)}" if voice.meant else ""
            if voice.words:
                yield f"<blockquote>{_safe(voice.words)} {_place(voice)}{meant}</blockquote>"
        yield "</div>"


def _speakers(speakers: Iterable[Speaker]) -> Iterator[str]:
    rows = list(speakers)
    if not rows:
        return
    yield "<table><tr><th>times</th><th>source</th><th></th></tr>"
    for speaker in rows:
        aliases = ", ".join(speaker.source.aliases)
        also = f'<br><span class="aliases">also {_safe(aliases)}</span>' if aliases else ""
        name = _safe(speaker.source.name)
        yield f"<tr><td>{speaker.times}</td><td>{name}{also}</td><td>{_safe(standing(speaker))}</td></tr>"
    yield "</table>"


def _single(rows: Iterable[tuple[str, tuple[Voice, ...]]]) -> Iterator[str]:
    for who, voices in rows:
        yield f"<h3>{_safe(who)}</h3><ul>"
        yield from (f"<li>{_row(voice)}</li>" for voice in voices)
        yield "</ul>"


def _unnamed(voices: Iterable[Voice]) -> Iterator[str]:
    rows = [f"<li>{_safe(f'{voice.who}: ') if voice.who else ''}{_row(voice)}</li>" for voice in voices]
    if rows:
        yield f"<ul>{''.join(rows)}</ul>"


def _row(voice: Voice) -> str:
    verb = "" if voice.stance == "asserts" or not voice.words else f"{STANCE_VERBS[voice.stance]}: "
    return f"{verb}{_safe(voice.words or voice.cue)} {_place(voice)}"


def _place(voice: Voice) -> str:
    return f'<a class="place" href="#{_safe(voice.attribution)}">{_safe(voice.place)}</a>'


def _safe(words: str) -> str:
    return escape(for_xml(words))
