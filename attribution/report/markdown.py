"""The reader's report as Markdown, for a newsroom's notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attribution.escape import for_markdown
from attribution.model import Relation, Report
from attribution.report.digest import Digest
from attribution.report.matrix import Matrix, build_matrix
from attribution.report.voices import Accord, Conflict, Voice
from attribution.report.wording import (
    DISPUTES_ONLY,
    MATRIX_KEY,
    NOTHING_DISPUTED,
    NOTHING_FOUND,
    SECTIONS,
    by_speaker,
    count_found,
    other_names,
    standing,
    tell_reasons,
    tell_stance,
)


def render_markdown(report: Report, *, focus: frozenset[str] = frozenset(), disputes_only: bool = False) -> str:
    """Return the report as Markdown (CommonMark with GitHub's tables): the parts of the text report, nothing shortened.

    Parameters
    ----------
    report : the report to render.
    focus : ids of the sources to tell of, besides the disputes; empty for all.
    disputes_only : whether to end after the disputes and who agrees with whom.
    """
    digest = Digest(report, focus)
    lines = [line for document in report.documents for line in (f"# {_line(document.headline or document.id)}", "")]
    lines += [count_found(report) + "."]
    if not report.attributions:
        lines += ["", NOTHING_DISPUTED if disputes_only else NOTHING_FOUND]
    sections = (
        _conflicts(digest.conflicts),
        _accords(digest.accords),
        _matrix(build_matrix(report)),
        _speakers(digest),
        _single(digest.single),
        (f"- {_row(voice, voice.who)}" for voice in digest.unnamed),
    )
    for title, section in zip(SECTIONS, sections, strict=True):
        wanted = title in DISPUTES_ONLY or not disputes_only
        if wanted and (body := list(section)):
            lines += ["", f"## {title}", "", *body]
    return "\n".join(lines) + "\n"


def _conflicts(conflicts: Iterable[Conflict]) -> Iterator[str]:
    for number, conflict in enumerate(conflicts, 1):
        if number > 1:
            yield ""
        yield f"### {number}. {_line(conflict.about)}"
        yield ""
        for side, voices in enumerate(conflict.sides):
            if side:
                yield from ("", "against", "")
            yield from _passages(voices)
        yield from _reasons(conflict.relations)


def _accords(accords: Iterable[Accord]) -> Iterator[str]:
    for number, accord in enumerate(accords):
        if number:
            yield from ("", "---", "")
        yield from _passages(accord.voices)
        yield from _reasons(accord.relations)


def _reasons(relations: Iterable[Relation]) -> Iterator[str]:
    if reasons := tell_reasons(relations):
        yield ""
        yield f"*Why: {_line(reasons)}*"


def _passages(voices: Iterable[Voice]) -> Iterator[str]:
    for introduction, several in by_speaker(voices):
        words = [_words(voice) for voice in several if voice.words]
        if len(words) == 1:
            yield f"- **{_line(introduction)}** {words[0]}"
        else:
            yield f"- **{_line(introduction)}**"
            yield from (f"  - {row}" for row in words)


def _words(voice: Voice) -> str:
    meant = f" – that is: {_line(voice.meant)}" if voice.meant else ""
    return f"{_line(voice.words)} ({_place(voice)}){meant}"


def _matrix(matrix: Matrix) -> Iterator[str]:
    if not matrix.sources:
        return
    numbers = range(1, len(matrix.sources) + 1)
    yield _line(MATRIX_KEY)
    yield ""
    yield f"| | | {' | '.join(map(str, numbers))} |"
    yield f"|---:|---|{':---:|' * len(matrix.sources)}"
    for number, source in enumerate(matrix.sources, 1):
        standings = (matrix.cells.get((source.id, other.id)) for other in matrix.sources)
        cells = " | ".join(standing.shown if standing else "" for standing in standings)
        yield f"| {number} | {_line(source.name)} | {cells} |"


def _speakers(digest: Digest) -> Iterator[str]:
    for number, speaker in enumerate(digest.speakers):
        if number:
            yield ""
        names = ", ".join(f"“{_line(name)}”" for name in other_names(speaker.source))
        also = f"; also {names}" if names else ""
        yield f"**{_line(speaker.source.name)}** – {_line(standing(speaker))}{also}"
        if speaker.voices:
            yield ""
        for voice in speaker.voices:
            disputes = ", ".join(f"dispute {number}" for number in digest.disputed.get(voice.attribution, ()))
            yield f"- {_row(voice)}{f' – {disputes}' if disputes else ''}"


def _single(rows: Iterable[tuple[str, tuple[Voice, ...]]]) -> Iterator[str]:
    """Yield a line for each source: the words themselves stand above."""
    for who, voices in rows:
        yield f"- {_line(who)}: {', '.join(_place(voice) for voice in voices)}"


def _row(voice: Voice, who: str = "") -> str:
    words = _line(voice.words or voice.cue)
    return f"{f'{_line(who)}: ' if who else ''}{tell_stance(voice)}{words} ({_place(voice)})"


def _place(voice: Voice) -> str:
    return for_markdown(voice.place)


def _line(words: str) -> str:
    return for_markdown(" ".join(words.split()))
