"""The fixed words of the reader's report, shared by text, Markdown and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from attribution.model import Relation, RelationKind, Report, Source
from attribution.report.voices import Speaker, Voice

SECTIONS = ("In dispute", "Said by several", "Who agrees with whom", "Sources", "One source only", "Nobody named")
# How many of these come first and are all that `--disputes` shows.
DISPUTES_ONLY = ("In dispute", "Who agrees with whom")
MATRIX_KEY = "+ how often they agree, − how often they conflict; a spokesperson counts as the one spoken for."
NOTHING_DISPUTED = "Nothing is in dispute here."
PLACES = "[line:column] says where in the article."
NOTHING_FOUND = "No attribution found: nobody is quoted or reported here as saying anything."

# The words themselves stand beside these: a reader need not be told them again, as `Relation.explanation` does.
_REASONS: Mapping[tuple[RelationKind, str], str] = {
    ("contradicts", "denial"): "one side denies what the other says",
    ("contradicts", "negation"): "one side says it is so, the other that it is not",
    ("contradicts", "number"): "the numbers differ",
    ("contradicts", "antonym"): "the words are opposites",
    ("contradicts", "account"): "the accounts cannot both be true",
    ("supports", "denial"): "both deny it",
    ("supports", "number"): "the numbers agree",
    ("supports", "paraphrase"): "they say the same",
    ("supports", "answer"): "one confirms what the other says",
    ("supports", "report"): "one states what the other says as fact",
}


def tell_reasons(relations: Iterable[Relation]) -> str:
    """Return in a line why claims contradict or support each other; a reason without words of its own is explained.

    Parameters
    ----------
    relations : between the claims shown together.
    """
    reasons = (_REASONS.get((each.relation, each.reason), each.explanation) for each in relations)
    return "; ".join(dict.fromkeys(reason.rstrip(".") for reason in reasons if reason))


def introduce(voice: Voice) -> str:
    """Return who speaks and how, to be followed by the words: ``Ines Marlow (for Seamen's Union) says:``.

    Where the text gives no words, the cue stands for them: ``Tobias Renn declined to comment [7:44]``.
    """
    who = voice.who or "Somebody"
    return f"{who} {voice.verb}:" if voice.words else f"{who} {voice.cue}  [{voice.place}]"


def tell_confidence(confidence: float) -> str:
    """Return a probability as people read it.

    Examples
    --------
    >>> tell_confidence(0.974)
    '97 % sure'
    """
    return f"{min(99, round(100 * confidence)) if confidence < 1 else 100} % sure"


def tell_stance(voice: Voice) -> str:
    """Return the stance where it is not plain assertion, to stand before the words: ``denies: ``.

    Parameters
    ----------
    voice : whose words follow; where it has none, its cue says what happened.
    """
    return "" if voice.stance == "asserts" or not voice.words else f"{voice.verb}: "


def by_speaker(voices: Iterable[Voice]) -> list[tuple[str, list[Voice]]]:
    """Return the voices with their introductions, those of one source in a row under one.

    Parameters
    ----------
    voices : in the order in which they shall be shown.
    """
    return [(introduction, list(several)) for introduction, several in groupby(voices, key=introduce)]


def count_found(report: Report) -> str:
    """Return the size of the report in a line.

    Examples
    --------
    >>> count_found(Report((), (), (), (), (), (), ()))
    '0 articles, 0 sources, 0 attributions, 0 disputes'
    """
    counts = (
        (len(report.documents), "article"),
        (len(report.sources), "source"),
        (len(report.attributions), "attribution"),
        (len(report.disputes), "dispute"),
    )
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)


def other_names(source: Source) -> tuple[str, ...]:
    """Return the aliases that are more than the name with another article or in other letters.

    Examples
    --------
    >>> other_names(Source("s1", "army", "government", ("The army", "the troops")))
    ('the troops',)
    """
    return tuple(alias for alias in source.aliases if _bare(alias) != _bare(source.name))


def standing(speaker: Speaker) -> str:
    """Return what a source is, for whom it speaks, and with whom it agrees and conflicts, in a line."""
    parts: list[str] = [speaker.source.type]
    if speaker.speaks_for:
        parts.append(f"speaks for {speaker.speaks_for}")
    if speaker.conflicts_with:
        parts.append("contradicts " + ", ".join(_times(row) for row in speaker.conflicts_with))
    if speaker.agrees_with:
        parts.append("agrees with " + ", ".join(_times(row) for row in speaker.agrees_with))
    return "; ".join(parts)


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", name.casefold())


def _times(row: tuple[str, int]) -> str:
    name, count = row
    return name if count == 1 else f"{name} ({count} times)"
