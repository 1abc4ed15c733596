"""The reader's report as Markdown, for a newsroom's notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attribution.escape import for_markdown
from attribution.model import Relation, Report
from attribution.report.digest import Digest
from attribution.report.voices import STANCE_VERBS, Accord, Conflict, Speaker, Voice
from attribution.report.wording import NOTHING_FOUND, SECTIONS, by_speaker, count_found, standing, tell_reasons


def render_markdown(report: Report) -> str:
    """Return the report as Markdown (CommonMark): the same parts as the text report, nothing shortened.

    Parameters
    ----------
    report : the report to render.
    """
    digest = Digest(report)
    lines = [line for document in report.documents for line in (f"# {_line(document.headline or document.id)}", "")]
    lines += [count_found(report) + "."]
    if not report.attributions:
        lines += ["", NOTHING_FOUND]
    sections = (
        _conflicts(digest.conflicts),
        _accords(digest.accords),
        _speakers(digest.speakers),
        _single(digest.single),
        (f"- {_row(voice, voice.who)}" for voice in digest.unnamed),
    )
    for title, section in zip(SECTIONS, sections, strict=True):
        if body := list(section):
            lines += ["", f"## {title}", "", *body]
    return "\n".join(lines) + "\n"


def _conflicts(conflicts: Iterable[Conflict]) -> Iterator[str]:
    for number, conflict in enumerate(conflicts):
        if number:
            yield ""
        yield f"### {_line(conflict.about)}"
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


def _speakers(speakers: Iterable[Speaker]) -> Iterator[str]:
    rows = list(speakers)
    if rows:
        yield "| times | source | | also called |"
        yield "|---:|---|---|---|"
    for speaker in rows:
        aliases = ", ".join(f"“{_line(alias)}”" for alias in speaker.source.aliases)
        yield f"| {speaker.times} | {_line(speaker.source.name)} | {_line(standing(speaker))} | {aliases} |"


def _single(rows: Iterable[tuple[str, tuple[Voice, ...]]]) -> Iterator[str]:
    for who, voices in rows:
        yield f"- **{_line(who)}**"
        yield from (f"  - {_row(voice)}" for voice in voices)


def _row(voice: Voice, who: str = "") -> str:
    verb = "" if voice.stance == "asserts" or not voice.words else f"{STANCE_VERBS[voice.stance]}: "
    words = _line(voice.words or voice.cue)
    return f"{f'{_line(who)}: ' if who else ''}{verb}{words} ({_place(voice)})"


def _place(voice: Voice) -> str:
    return for_markdown(voice.place)


def _line(words: str) -> str:
    return for_markdown(" ".join(words.split()))
