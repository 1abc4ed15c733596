"""Find where a document mentions possible sources: in its attributions, and by name or description anywhere else.

Names outside attributions matter twice: they give the fullest form of a name, and they are what pronouns and
descriptions may refer to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from attribution.model import Attribution, Reading, Sentence
from attribution.sources.conjunction import split_conjuncts
from attribution.sources.marking import Marking, mark_names
from attribution.sources.mentions import Phrase, analyse_mention
from attribution.sources.runningtext import find_phrases
from attribution.sources.words import split_words
from attribution.spans import Span
from attribution.text.dateline import skip_dateline


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention in its place.

    Parameters
    ----------
    phrase : the mention, analysed.
    sentence, paragraph : where it stands, as indices; sentences that lie wholly in a quotation do not count.
    attribution : id of the attribution that it is the source of, or empty.
    leads : whether it opens its sentence or clause, as a subject does.
    quoted : whether it stands in a quotation.
    """

    phrase: Phrase
    sentence: int
    paragraph: int
    attribution: str = ""
    leads: bool = False
    quoted: bool = False

    @property
    def start(self) -> int:
        """Where the mention begins in the text."""
        return self.phrase.span.start


class _Places:
    """Looks up the sentence of a position."""

    def __init__(self, reading: Reading) -> None:
        self.sentences = reading.sentences
        self.starts = [sentence.span.start for sentence in reading.sentences]
        self.quotes = [quote.span for quote in reading.quotations if quote.depth == 0]
        self.quote_starts = [span.start for span in self.quotes]
        self.told: list[int] = []
        count = 0
        for sentence in reading.sentences:
            count += not (self.quoted(sentence.span.start) and self.quoted(sentence.span.end))
            self.told.append(count)

    def at(self, position: int) -> tuple[int, int]:
        index = max(bisect_right(self.starts, position) - 1, 0)
        return index, (self.sentences[index].paragraph if self.sentences else 0)

    def quoted(self, position: int) -> bool:
        index = bisect_right(self.quote_starts, position) - 1
        return index >= 0 and self.quotes[index].end > position


def find_occurrences(reading: Reading) -> list[Occurrence]:
    """Return all mentions of possible sources in a document, in reading order.

    Parameters
    ----------
    reading : the document with its sentences and attributions.
    """
    places = _Places(reading)
    found: list[Occurrence] = []
    taken: list[Span] = []
    marking = mark_names(reading)
    for attribution in reading.attributions:
        found.extend(_of_attribution(reading, attribution, places, marking))
        taken.extend(attribution.source)
    taken.sort()
    names = _capitalised_inside(reading)
    datelines = [Span(part.start, skip_dateline(reading.document.text, part.start)) for part in reading.paragraphs]
    for index, sentence in enumerate(reading.sentences):
        for phrase, opens in find_phrases(reading.document.text, reading.document.id, sentence, names, marking):
            place = datelines[sentence.paragraph] if sentence.paragraph < len(datelines) else None
            if place and place.contains(phrase.span):
                continue
            if not _covered(phrase, taken, reading.document.text):
                one = _occurrence(phrase, index, sentence, places)
                found.append(replace(one, leads=one.leads or opens))
    found.sort(key=lambda one: (one.start, one.phrase.span.end, one.attribution))
    return found


def _of_attribution(
    reading: Reading, attribution: Attribution, places: _Places, marking: Marking
) -> Iterator[Occurrence]:
    if not attribution.source:
        return
    text = reading.document.text
    words = marking.mark([word for span in sorted(attribution.source) for word in split_words(text, span)])
    for conjunct in split_conjuncts(words):
        phrase = analyse_mention(text, reading.document.id, conjunct)
        if phrase:
            index, _ = places.at(phrase.span.start)
            sentence = reading.sentences[index] if reading.sentences else None
            yield _occurrence(phrase, index, sentence, places, attribution.id)


def _occurrence(
    phrase: Phrase, index: int, sentence: Sentence | None, places: _Places, attribution: str = ""
) -> Occurrence:
    start = phrase.span.start
    leads = sentence is not None and start - sentence.span.start <= 3
    paragraph = sentence.paragraph if sentence else 0
    told = places.told[index] if places.told else 0
    return Occurrence(phrase, told, paragraph, attribution, leads or bool(attribution), places.quoted(start))


def _covered(phrase: Phrase, taken: Sequence[Span], text: str) -> bool:
    """Tell whether a phrase is (part of) a source already, unless it is a name in the complement of one."""
    span = phrase.span
    index = bisect_right(taken, span.start, key=lambda one: one.start)
    over = [one for one in taken[max(index - 2, 0) : index + 1] if one.overlaps(span)]
    before = text[max(span.start - 8, 0) : span.start].lower().removesuffix("the ").split()
    inside = bool(before) and before[-1] in ("of", "for", "by", "with", "from", "to") and phrase.kind == "name"
    return bool(over) and not (inside and all(one.start < span.start for one in over))


def _capitalised_inside(reading: Reading) -> frozenset[str]:
    """Return the words written with a capital inside a sentence: what begins one with them may be a name."""
    text = reading.document.text
    return frozenset(
        token.text
        for sentence in reading.sentences
        for token in sentence.tokens[1:]
        if token.text[:1].isupper() and text[token.start - 2 : token.start - 1] not in ".!?:"
    )
