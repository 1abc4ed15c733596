"""Candidates whose cue is a verb."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.extraction.lemmas import cue_verbs
from attribution.extraction.rules.candidates import Candidate
from attribution.extraction.rules.clauses import begins_clause, has_finite_verb, left_start, right_end
from attribution.extraction.rules.lines import Line, VerbGroup
from attribution.extraction.rules.nominals import Range, is_nominal, speech_settings, time_nouns
from attribution.extraction.rules.nouns import cue_nouns, noun_lemma
from attribution.extraction.rules.phrases import after_approximator, phrase_after
from attribution.extraction.rules.subjects import subject_before
from attribution.lexicon.load import load_words
from attribution.spans import Span
from attribution.extraction.rules.complements import find_complement, find_frame, opens_quotation, skip_circumstances
from attribution.extraction.rules.features import REPORTING, class_of, describe_object, make_candidate
from attribution.extraction.rules.quoted import Quotes

_MARKS = (",", ":", "--", "—", "–", "-")
def find_verbal(line: Line, number: int, quotes: Quotes, before: Line | None = None) -> Iterator[Candidate]:
    """Yield a candidate for every verb group and every way in which a content may stand to it.

    Parameters
    ----------
    line : the sentence.
    number : its index.
    quotes : the document's quotations.
    before : the sentence before it in the same paragraph.
    """
    # Who did the last thing, and who last said something: a verb without a subject of its own takes one of them.
    nearest: Range | None = None
    reporter: Range | None = None
    for group in line.groups:
        own = _own_subject(line, group)
        inverted = _inverted(line, group) if own is None else None
        place = own or inverted
        subject = place or _borrowed(line, group, nearest, reporter)
        if place is not None:
            nearest = place
            if class_of(group.lemma) in REPORTING and not group.passive:
                reporter = place
        yield from _of_group(line, number, group, subject, place, inverted is not None, quotes, before)


_NOT_RIGHT = ("", "comma-quote")
_PHRASAL = ("np", "prep", "to", "adj", "ing", "passive")
def _borrowed(line: Line, group: VerbGroup, nearest: Range | None, reporter: Range | None) -> Range | None:
    """Return the subject that a verb without one shares with another: "said …, adding", "could not say … but denied"."""
    before = line.tags[group.start - 1] if group.start else ""
    if group.form == "gerund" and group.start <= 1:
        return _coming_subject(line, group)
    joined = before in ("CC", ",")
    if reporter is not None and joined and group.form in ("finite", "gerund", "participle"):
        return reporter
    return nearest


def _coming_subject(line: Line, group: VerbGroup) -> Range | None:
    """Return the subject of the main clause that follows: "Citing …, the mayor said"."""
    first = line.coming[group.head] + 1
    for other in line.groups[first : first + 6]:
        subject = subject_before(line, other.start) if other.form == "finite" else None
        if subject is not None and subject[0] > group.end and line.words[subject[0] - 1] == ",":
            return subject
    return None


def _of_group(
    line: Line,
    number: int,
    group: VerbGroup,
    subject: Range | None,
    place: Range | None,
    inverted: bool,
    quotes: Quotes,
    before: Line | None,
) -> Iterator[Candidate]:
    start, frame, cue_end = find_complement(line, group)
    if inverted and place is not None:
        cue_end = group.end
        start, frame = find_frame(line, place[1])
    source = subject
    if group.passive:
        source = _agent(line, group)
        impersonal = subject is not None and line.words[subject[0]] == "it" and frame in ("that", "clause")
        frame = ("it-" if impersonal else "passive-") + frame
    own = place is not None and not inverted
    left = _left_content(line, group, place, quotes, before)
    # "Speaking in Oslo, she said, …": what stands before the speaker is not quoted, what comes after is.
    if left is not None and frame == "comma-quote" and left[1] != "left-quote":
        left = None
    if left is not None and (frame in _NOT_RIGHT or not frame or left[1] == "left-quote"):
        content, kind = left
        behind = place[1] if inverted and place is not None else group.end
        second = _second_half(line, group, behind, kind, quotes)
        content = content + second
        kind += "-split" if second else ""
        yield make_candidate(line, number, group, source, group.end, content, kind + ("-inverted" if inverted else ""), own)
        return
    if inverted or not frame or start >= len(line):
        return
    end = right_end(line, start, group, frame.startswith(_PHRASAL))
    if source is not None and group.start < source[0]:
        end = min(end, source[0] - 1)
    if start >= end:
        return
    content = quotes.widen(line, start, end)
    if frame.startswith("passive") and subject is not None and frame != "passive-that":
        content = (line.span(*subject), *content)
    more = describe_object(line, group, start, end, frame)
    yield make_candidate(line, number, group, source, cue_end, content, frame, own, more)
    if frame == "np" and (light := _light(line, group, start, end)) is not None:
        noun, first = light
        content = quotes.widen(line, first, end)
        yield make_candidate(line, number, group, source, first, content, "light-" + noun, own)


def _light(line: Line, group: VerbGroup, start: int, end: int) -> tuple[str, int] | None:
    """Return the noun of saying that the verb takes ("made no mention of") and where its content begins."""
    if group.lemma not in load_words("light_verbs"):
        return None
    for k in range(start, min(end - 2, start + 5)):
        noun = noun_lemma(line.words[k])
        if line.tags[k].startswith("NN") and noun in cue_nouns():
            if line.tags[k + 1] == "IN" and line.words[k + 1] != "that":
                return noun, k + 2
            if line.words[k + 1] in ("that", "to", "whether"):
                return noun, k + 1
    return None


def _own_subject(line: Line, group: VerbGroup) -> Range | None:
    """Return the noun phrase right before a verb that can have a subject."""
    if group.form in ("finite", "base") or (group.form == "participle" and not group.passive):
        return subject_before(line, group.start)
    return None


def _agent(line: Line, group: VerbGroup) -> Range | None:
    """Return who stands after "by" behind a passive verb."""
    for k in range(group.end, min(len(line) - 1, group.end + 8)):
        if line.words[k] == "by":
            return phrase_after(line, k + 1, insertions=False)
        if line.tags[k] in (",", ".", ":") or line.tags[k].startswith("VB"):
            return None
    return None


def _inverted(line: Line, group: VerbGroup) -> Range | None:
    """Return the source that follows its verb: '…, said the mayor'."""
    if group.form not in ("finite", "participle") or group.end - group.start > 2 or group.start == 0:
        return None
    before = line.words[group.start - 1]
    if before != "," and line.tags[group.start - 1] != "''" and before not in ("?", "!", "-", "–", "—", "--"):
        return None
    return phrase_after(line, group.end)


def _left_content(
    line: Line, group: VerbGroup, place: Range | None, quotes: Quotes, before: Line | None
) -> tuple[tuple[Span, ...], str] | None:
    """Return the content that stands before its source and cue, and the frame; None where nothing does."""
    if place is None or (group.form not in ("finite", "participle")):
        return None
    end = min(place[0], group.start)
    if end == 0 and before is not None and (asked := _asked_before(before)) is not None:
        return quotes.ending_at(before, asked), "left-quote"
    if end <= 0 or (
        line.quotes[group.head] != -1 and line.quotes[end - 1] == line.quotes[group.head] and line.words[end - 1] != ","
    ):
        return None
    last = end - 1
    while last > 0 and line.words[last] in _MARKS:
        last -= 1
    if line.quotes[last] != -1 and line.quotes[group.head] != line.quotes[last]:
        return quotes.ending_at(line, last), "left-quote"
    if last == end - 1 or line.words[end - 1] == ":":
        return None
    start = left_start(line, last + 1)
    if start > last:
        return None
    verbal = has_finite_verb(line, start, last + 1)
    return (line.span(start, last + 1),), "left-clause" if verbal else "left-verbless"


def _asked_before(line: Line) -> int | None:
    """Return the last token of a sentence that ends with a quoted question or exclamation: '"Why?" she asked.'"""
    last = len(line) - 1
    closed = last > 0 and line.quotes[last] != -1 and not line.words[last][:1].isalnum()
    return last if closed and line.words[last - 1] in ("?", "!", "...", "…", "—", "--", "–", "-") else None


def _second_half(line: Line, group: VerbGroup, i: int, kind: str, quotes: Quotes) -> tuple[Span, ...]:
    """Return the content that goes on after the cue: '"A," he said, "B"', 'The plan, he said, would …'."""
    i = skip_circumstances(line, i)
    if i + 1 >= len(line) or line.words[i] not in (",", ":", "--", "—", "–"):
        return ()
    first = i + 1
    if opens_quotation(line, first):
        return quotes.widen(line, first, right_end(line, first, group))
    goes_on = line.tags[first] in ("VBZ", "VBD", "VBP", "MD", "TO") or line.words[first] in (
        "and",
        "but",
        "or",
        "that",
        "because",
    )
    if not kind.startswith(("left-clause", "left-verbless")) or not goes_on:
        return ()
    return (line.span(first, right_end(line, first, group)),)


