"""The reader's report for a terminal, drawn by rich: in colour only when asked, side by side where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from attribution.escape import for_terminal
from attribution.model import Relation, Report
from attribution.report.digest import Digest, shorten
from attribution.report.matrix import Matrix, build_matrix
from attribution.report.terminal import MEASURE, Paragraph, draw
from attribution.report.voices import Accord, Conflict, Speaker, Voice
from attribution.report.wording import (
    DISPUTES_ONLY,
    MATRIX_KEY,
    NOTHING_DISPUTED,
    NOTHING_FOUND,
    PLACES,
    SECTIONS,
    by_speaker,
    count_found,
    other_names,
    standing,
    tell_confidence,
    tell_reasons,
    tell_stance,
)

WIDEST = 160
NARROWEST = 40
# Where there is room for two columns that read well, sides stand side by side.
TWO_COLUMNS = 110

# A passage of this many characters is five lines; who wants it whole has its place.
LONGEST_PASSAGE = 400
LONGEST_ROW = 200
LONGEST_ALIASES = 150
# Of what is less sure than this, the reader is told how sure it is.
UNSURE = 0.75

_BOLD, _DIM = Style(bold=True), Style(dim=True)
_RED, _GREEN, _YELLOW = Style(color="red"), Style(color="green"), Style(color="yellow")
_STANCE_STYLES = {"denies": _RED, "doubts": _YELLOW, "asserts": _GREEN}


def render_text(
    report: Report,
    width: int = 80,
    colour: bool = False,
    *,
    focus: frozenset[str] = frozenset(),
    disputes_only: bool = False,
) -> str:
    """Return the report as text for people: conflicts first, then agreement, the sources, and what stands alone.

    Parameters
    ----------
    report : the report to render.
    width : of the lines, in characters; kept between 40 and 160. From 110 on, sides stand side by side.
    colour : whether to use ANSI colours.
    focus : ids of the sources to tell of, besides the disputes; empty for all.
    disputes_only : whether to end after the disputes and who agrees with whom.
    """
    width = min(max(width, NARROWEST), WIDEST)
    digest = Digest(report, focus)
    sections: tuple[Iterable[RenderableType], ...] = (
        _conflicts(digest.conflicts, width),
        _accords(digest.accords),
        _matrix(build_matrix(report), width),
        _speakers(digest, width),
        _single(digest, width),
        _unnamed(digest.unnamed),
    )
    parts: list[RenderableType] = [*_heading(report)]
    if not report.attributions:
        parts += ["", Text(NOTHING_DISPUTED if disputes_only else NOTHING_FOUND)]
    for title, section in zip(SECTIONS, sections, strict=True):
        wanted = title in DISPUTES_ONLY or not disputes_only
        if wanted and (body := list(section)):
            parts += ["", Text(title.upper(), _BOLD), *body]
    return draw(Group(*parts), width, colour)


def _heading(report: Report) -> Iterator[RenderableType]:
    for document in report.documents:
        yield Text(for_terminal(document.headline or document.id), _BOLD)
        if document.path:
            yield Text(for_terminal(document.path), _DIM)
    yield _line(f"{count_found(report)}. {PLACES if report.attributions else ''}".rstrip(), 0)


def _conflicts(conflicts: Iterable[Conflict], width: int) -> Iterator[RenderableType]:
    for number, conflict in enumerate(conflicts, 1):
        yield ""
        yield _line(f"{number}. {conflict.about}", 0, 3, _BOLD)
        if width >= TWO_COLUMNS and len(conflict.sides) == 2:
            grid = Table.grid(expand=True, padding=(0, 2))
            grid.add_column(ratio=1)
            grid.add_column(ratio=1)
            grid.add_row(*(Group(*_passages(voices)) for voices in conflict.sides))
            yield grid
        else:
            for side, voices in enumerate(conflict.sides):
                if side:
                    yield _line("against", 3, 0, _DIM)
                yield from _passages(voices)
        yield from _reasons(conflict.relations)


def _accords(accords: Iterable[Accord]) -> Iterator[RenderableType]:
    for accord in accords:
        yield ""
        yield from _passages(accord.voices)
        yield from _reasons(accord.relations)


def _reasons(relations: tuple[Relation, ...]) -> Iterator[RenderableType]:
    if reasons := tell_reasons(relations):
        sure = tell_confidence(max(relation.confidence for relation in relations))
        yield _line(f"Why: {reasons} ({sure})", 3, 5, _DIM)


def _passages(voices: Iterable[Voice]) -> Iterator[RenderableType]:
    """Yield who speaks on a line, and the words below it."""
    for introduction, several in by_speaker(voices):
        yield _line(introduction, 3, 2, _STANCE_STYLES.get(several[0].stance, Style.null()))
        for voice in several:
            if voice.words:
                yield _placed(shorten(voice.words, LONGEST_PASSAGE), voice, 5)
            if voice.meant:
                yield _line(f"that is: {shorten(voice.meant, LONGEST_PASSAGE)}", 7, 2)


def _matrix(matrix: Matrix, width: int) -> Iterator[RenderableType]:
    """Yield the table of sources by sources, or, where it is too wide for the page, a line for each pair."""
    if not matrix.sources:
        return
    yield _line(MATRIX_KEY, 0, 0, _DIM)
    if 32 + 5 * len(matrix.sources) > width:
        yield from _pairs(matrix)
        return
    table = Table(box=None, padding=(0, 1), pad_edge=False, show_header=True, header_style=_DIM)
    table.add_column("", justify="right", style=_DIM)
    table.add_column("", max_width=28)
    for number in range(1, len(matrix.sources) + 1):
        table.add_column(str(number), justify="center", no_wrap=True)
    for number, source in enumerate(matrix.sources, 1):
        cells = [_cell(matrix, source.id, other.id) for other in matrix.sources]
        table.add_row(str(number), Text(for_terminal(source.name)), *cells)
    yield Padding(table, (0, 0, 0, 2))


def _cell(matrix: Matrix, one: str, other: str) -> Text:
    standing = matrix.cells.get((one, other))
    if standing is None:
        return Text("·" if one == other else "", _DIM)
    return Text(standing.shown, _RED if standing.conflict > standing.agree else _GREEN)


def _pairs(matrix: Matrix) -> Iterator[RenderableType]:
    for number, source in enumerate(matrix.sources):
        for other in matrix.sources[number + 1 :]:
            if standing := matrix.cells.get((source.id, other.id)):
                yield _line(f"{standing.shown:>5}  {source.name} – {other.name}", 2, 7)


def _speakers(digest: Digest, width: int) -> Iterator[RenderableType]:
    if digest.speakers:
        yield _line("−N in dispute N   + said by others too   · by this source alone", 0, 0, _DIM)
    for speaker in digest.speakers:
        yield ""
        head, said = Group(*_introduction(speaker)), Group(*(_said(voice, digest) for voice in speaker.voices))
        if width >= TWO_COLUMNS:
            grid = Table.grid(padding=(0, 2))
            grid.add_column(width=48)
            grid.add_column(max_width=MEASURE)
            grid.add_row(head, said)
            yield grid
        else:
            yield head
            if speaker.voices:
                yield said


def _introduction(speaker: Speaker) -> Iterator[RenderableType]:
    name = _line(f"{speaker.times:3} × {speaker.source.name}", 0, 6, _BOLD)
    yield name
    yield _line(standing(speaker), 6, 2)
    if names := other_names(speaker.source):
        aliases = shorten(", ".join(f"“{name}”" for name in names), LONGEST_ALIASES)
        yield _line(f"also {aliases}", 6, 5, _DIM)


def _said(voice: Voice, digest: Digest) -> RenderableType:
    numbers = digest.disputed.get(voice.attribution, ())
    mark = "".join(f"−{number}" for number in numbers) or ("+" if voice.attribution in digest.shared else "·")
    style = _RED if numbers else _GREEN if mark == "+" else _DIM
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=5, justify="right")
    grid.add_column()
    grid.add_row(Text(mark, style), _placed(_words(voice), voice, 0))
    return grid


def _single(digest: Digest, width: int) -> Iterator[RenderableType]:
    """Yield a line for each source: the words themselves stand above, this says how much rests on them alone."""
    if not digest.single:
        return
    alone = sum(len(voices) for _, voices in digest.single)
    yield _line(f"{alone} of {len(digest.report.attributions)} statements rest on one source (marked · above):", 0)
    for who, voices in digest.single:
        places = "  ".join(f"[{voice.place}]" for voice in voices)
        yield _line(f"{len(voices):3} × {who}  {places}", 0, min(6, width))


def _unnamed(voices: Iterable[Voice]) -> Iterator[RenderableType]:
    for voice in voices:
        who = f"{voice.who}: " if voice.who else ""
        yield _placed(who + _words(voice), voice, 3)


def _words(voice: Voice) -> str:
    return tell_stance(voice) + shorten(voice.words or voice.cue, LONGEST_ROW)


def _placed(words: str, voice: Voice, indent: int) -> RenderableType:
    unsure = f", {tell_confidence(voice.confidence)}" if voice.confidence < UNSURE else ""
    return _line(words, indent, 2, after=f"[{voice.place}{unsure}]")


def _line(words: str, indent: int, hang: int = 0, style: Style | None = None, after: str = "") -> RenderableType:
    """Return `words`, made harmless, the first line indented by `indent` and the others by `hang` more."""
    text = Text(for_terminal(words), style or Style.null())
    if after:
        text.append("  ")
        text.append(for_terminal(after), _DIM)
    return Paragraph(text, indent, hang)
