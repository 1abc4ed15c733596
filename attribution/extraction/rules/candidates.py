"""What may be an attribution: a cue with its source and content, and what speaks for and against it."""

from __future__ import annotations

from dataclasses import dataclass

from attribution.spans import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution.

    Parameters
    ----------
    line : index of the sentence in which the cue stands.
    source, cue, content : places in the text; `source` is None where there is none.
    lemma : the cue's base form, or its name for cues that are no verbs ("according to").
    frame : how the content stands to the cue ("that", "quote", "left-clause", …).
    features : what `attribution.extraction.rules.weights` weighs.
    typical : whether it is a verb of saying used as such: finite, with a subject, outside quotation marks, before a clause.
    """

    line: int
    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    lemma: str
    frame: str
    features: tuple[str, ...] = ()
    typical: bool = False
