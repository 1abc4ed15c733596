"""The reader's report as one HTML page that needs nothing else: no network, no fonts, no library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from attribution.model import Attribution, Report
from attribution.report.digest import Digest
from attribution.report.marks import Look, mark_article
from attribution.report.matrix import Matrix, build_matrix
from attribution.report.page import Figure, frame, load_asset, render_page, render_template
from attribution.report.voices import Voice
from attribution.report.wording import (
    MATRIX_KEY,
    NOTHING_FOUND,
    by_speaker,
    count_found,
    introduce,
    other_names,
    standing,
    tell_confidence,
    tell_reasons,
    tell_stance,
)

_HERE = "attribution.report"
# The golden angle: each next hue is as far as can be from those before it.
_TURN = 137.508


def render_html(report: Report, figure: Figure | None = None) -> str:
    """Return the report as an HTML page: the disputes beside the articles, who agrees with whom, and the sources.

    The page's policy forbids it to load anything or to run anything but its own script, so no article can do harm in
    it. Without the script it can still be read, and its links lead where they should.

    Parameters
    ----------
    report : the report to render.
    figure : a picture of the report's graph to put in; `graphs.draw_figure` makes one.
    """
    digest = Digest(report)
    colours = {source.id: number for number, source in enumerate(report.sources, 1)}
    looks = {a.id: _look(digest.voice(a), a, colours) for a in report.attributions}
    headlines = [document.headline or document.id for document in report.documents]
    title = headlines[0] if len(headlines) == 1 else f"{len(headlines)} articles"
    body = render_template(
        _HERE,
        "page.html",
        title=title,
        counts=count_found(report),
        nothing=NOTHING_FOUND if not report.attributions else "",
        documents=report.documents,
        headlines=headlines,
        texts=[Markup(mark_article(document, report.attributions, looks)) for document in report.documents],
        digest=digest,
        alone=sum(len(voices) for _, voices in digest.single),
        matrix=build_matrix(report),
        matrix_key=MATRIX_KEY,
        meetings=_find_meetings(digest, build_matrix(report)),
        sourceless=[voice for voice in digest.unnamed if not _sources_of(report, voice)],
        first_entries=_first_entries(digest),
        colours=colours,
        looks=looks,
        figure=figure,
        **_WORDING,
    )
    styles = [load_asset(_HERE, "page.css"), *_hues(len(colours)), figure.style if figure else ""]
    return render_page(title, body, styles, [load_asset(_HERE, "page.js"), figure.script if figure else ""])


def render_cell(report: Report) -> str:
    """Return the page for a notebook.

    Parameters
    ----------
    report : the report to render.
    """
    return frame(render_html(report))


_WORDING = {
    "by_speaker": by_speaker,
    "introduce": introduce,
    "other_names": other_names,
    "standing": standing,
    "tell_confidence": tell_confidence,
    "tell_reasons": tell_reasons,
    "tell_stance": tell_stance,
}


def _look(voice: Voice, attribution: Attribution, colours: Mapping[str, int]) -> Look:
    colour = next((colours[source] for source in attribution.sources if source in colours), 0)
    return Look(colour, introduce(voice).rstrip(":").split("  [")[0], tell_confidence(voice.confidence))


def _hues(count: int) -> Iterator[str]:
    """Yield the colours of the sources: `k` for an attribution's own, `o` for the one around it."""
    for number in range(1, count + 1):
        hue = round(30 + number * _TURN) % 360
        yield f".k{number}{{--hue:{hue}}}.o{number}{{--around:{hue}}}"


def _sources_of(report: Report, voice: Voice) -> bool:
    known = {source.id for source in report.sources}
    return any(a.id == voice.attribution and known.intersection(a.sources) for a in report.attributions)


def _first_entries(digest: Digest) -> set[tuple[str, str]]:
    """Return in which source's list each attribution is told first: "A and B said" is told twice, its id given once."""
    first: dict[str, str] = {}
    for speaker in digest.speakers:
        for voice in speaker.voices:
            first.setdefault(voice.attribution, speaker.source.id)
    return {(source, attribution) for attribution, source in first.items()}


def _find_meetings(digest: Digest, matrix: Matrix) -> Mapping[tuple[str, str], int]:
    """Return for pairs of sources the number of the first dispute in which both speak, spokespersons counted."""
    sources = {a.id: a.sources for a in digest.report.attributions}
    above = {source.id: source.speaks_for for source in digest.report.sources}
    meetings: dict[tuple[str, str], int] = {}
    for number, conflict in enumerate(digest.conflicts, 1):
        sides = [
            {above.get(each) or each for voice in side for each in sources[voice.attribution]}
            for side in conflict.sides
        ]
        for one, other in matrix.cells:
            if any(one in a and other in b for a in sides for b in sides if a is not b):
                meetings.setdefault((one, other), number)
    return meetings
