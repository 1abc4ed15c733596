"""The reader's report for a terminal: plain text, wrapped, in colour only when asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from attribution.escape import for_terminal
from attribution.model import Relation, Report
from attribution.report.digest import STANCE_VERBS, Accord, Conflict, Digest, Speaker, Voice, shorten
from attribution.report.wording import NOTHING_FOUND, PLACES, SECTIONS, by_speaker, count_found, standing, tell_reasons

# Lines longer than this tire the eye (Bringhurst puts the comfortable measure at 45 to 75 characters).
WIDEST = 100
NARROWEST = 40

# A passage of this many characters is five lines; who wants it whole has its place.
LONGEST_PASSAGE = 400
LONGEST_ROW = 200

_COLOURS = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33"}
_STANCE_COLOURS = {"denies": "red", "doubts": "yellow", "asserts": "green"}


@dataclass(frozen=True, slots=True)
class _Page:
    """How wide the lines are, and whether they may have colours."""

    width: int
    colour: bool

    def paint(self, line: str, *colours: str) -> str:
        if not self.colour:
            return line
        codes = ";".join(_COLOURS[colour] for colour in colours)
        return f"\x1b[{codes}m{line}\x1b[0m"

    def fill(self, words: str, indent: int, hang: int = 0) -> list[str]:
        """Return `words`, made harmless and wrapped, the first line by `indent` and the others by `hang` more."""
        first, rest = " " * indent, " " * (indent + hang)
        return wrap(
            for_terminal(words), self.width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
        )


def render_text(report: Report, width: int = 80, colour: bool = False) -> str:
    """Return the report as text for people: conflicts first, then agreement, the sources, and what stands alone.

    Parameters
    ----------
    report : the report to render.
    width : of the lines, in characters; kept between 40 and 100.
    colour : whether to use ANSI colours.
    """
    page = _Page(min(max(width, NARROWEST), WIDEST), colour)
    digest = Digest(report)
    lines = list(_heading(report, page))
    if not report.attributions:
        lines += ["", *page.fill(NOTHING_FOUND, 0)]
    sections = (
        _conflicts(digest.conflicts, page),
        _accords(digest.accords, page),
        _speakers(digest.speakers, page),
        _single(digest.single, page),
        _unnamed(digest.unnamed, page),
    )
    for title, section in zip(SECTIONS, sections, strict=True):
        if body := list(section):
            lines += ["", page.paint(title.upper(), "bold"), *body]
    return "\n".join(lines) + "\n"


def _heading(report: Report, page: _Page) -> Iterator[str]:
    for document in report.documents:
        yield from (page.paint(line, "bold") for line in page.fill(document.headline or document.id, 0))
        if document.path:
            yield from (page.paint(line, "dim") for line in page.fill(document.path, 0))
    yield from page.fill(f"{count_found(report)}. {PLACES if report.attributions else ''}", 0)


def _conflicts(conflicts: Iterable[Conflict], page: _Page) -> Iterator[str]:
    for number, conflict in enumerate(conflicts, 1):
        yield ""
        yield from (page.paint(line, "bold") for line in page.fill(f"{number}. {conflict.about}", 0, 3))
        for side, voices in enumerate(conflict.sides):
            if side:
                yield page.paint("   against", "dim")
            yield from _passages(voices, page)
        yield from _reasons(conflict.relations, page)


def _accords(accords: Iterable[Accord], page: _Page) -> Iterator[str]:
    for accord in accords:
        yield ""
        yield from _passages(accord.voices, page)
        yield from _reasons(accord.relations, page)


def _reasons(relations: Iterable[Relation], page: _Page) -> Iterator[str]:
    if reasons := tell_reasons(relations):
        yield from (page.paint(line, "dim") for line in page.fill(f"Why: {reasons}", 3, 5))


def _passages(voices: Iterable[Voice], page: _Page) -> Iterator[str]:
    """Yield who speaks on a line, and the words below it."""
    for introduction, several in by_speaker(voices):
        colour = _STANCE_COLOURS.get(several[0].stance)
        for line in page.fill(introduction, 3, 2):
            yield page.paint(line, colour) if colour else line
        for voice in several:
            if voice.words:
                yield from page.fill(f"{shorten(voice.words, LONGEST_PASSAGE)}  [{voice.place}]", 5, 2)
            if voice.meant:
                yield from page.fill(f"that is: {shorten(voice.meant, LONGEST_PASSAGE)}", 7, 2)


def _speakers(speakers: Iterable[Speaker], page: _Page) -> Iterator[str]:
    yield ""
    if not (rows := list(speakers)):
        return
    for speaker in rows:
        yield from page.fill(f"{speaker.times:3} × {speaker.source.name} – {standing(speaker)}", 0, 6)
        if speaker.source.aliases:
            aliases = shorten(", ".join(f"“{alias}”" for alias in speaker.source.aliases), LONGEST_PASSAGE)
            yield from (page.paint(line, "dim") for line in page.fill(f"also {aliases}", 6, 5))


def _single(rows: Iterable[tuple[str, tuple[Voice, ...]]], page: _Page) -> Iterator[str]:
    for who, voices in rows:
        yield ""
        yield from page.fill(who, 3, 2)
        for voice in voices:
            yield from page.fill(_row(voice), 5, 2)


def _unnamed(voices: Iterable[Voice], page: _Page) -> Iterator[str]:
    for number, voice in enumerate(voices):
        if not number:
            yield ""
        who = f"{voice.who}: " if voice.who else ""
        yield from page.fill(f"{who}{_row(voice)}", 3, 2)


def _row(voice: Voice) -> str:
    verb = "" if voice.stance == "asserts" or not voice.words else f"{STANCE_VERBS[voice.stance]}: "
    return f"{verb}{shorten(voice.words or voice.cue, LONGEST_ROW)}  [{voice.place}]"
