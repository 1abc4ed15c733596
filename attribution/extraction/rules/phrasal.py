"""Candidates whose cue is no verb: "according to", "in the words of", "X's claim that", "reportedly", a colon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attribution.extraction.rules.candidates import Candidate
from attribution.extraction.rules.clauses import has_finite_verb, left_start
from attribution.extraction.rules.lines import Line
from attribution.extraction.rules.nouns import cue_nouns, noun_lemma
from attribution.extraction.rules.nominals import Range
from attribution.extraction.rules.phrases import phrase_after
from attribution.extraction.rules.quoted import Quotes
from attribution.lexicon.load import load_table, load_words
from attribution.spans import Span


@cache
def cue_phrases() -> dict[str, list[tuple[str, ...]]]:
    """Return the prepositional cues ("according to", "in the words of"), by their first word."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for row in load_table("cue_phrases"):
        words = tuple(row[0].split())
        phrases.setdefault(words[0], []).append(words)
    for known in phrases.values():
        known.sort(key=len, reverse=True)
    return phrases


@cache
def cue_adverbs() -> frozenset[str]:
    """Return the adverbs that attribute a clause to somebody unnamed."""
    return load_words("cue_adverbs")


def find_phrasal(line: Line, number: int, quotes: Quotes) -> Iterator[Candidate]:
    """Yield the candidates of one sentence whose cue is a phrase, a noun or an adverb.

    Parameters
    ----------
    line : the sentence.
    number : its index.
    quotes : the document's quotations.
    """
    for i, word in enumerate(line.words):
        for phrase in cue_phrases().get(word, ()):
            if line.words[i : i + len(phrase)] == phrase:
                yield from _phrase(line, number, i, phrase, quotes)
                break
        if word in cue_adverbs():
            yield from _adverb(line, number, i)
        if line.tags[i] in ("NN", "NNS") and (lemma := noun_lemma(word)) in cue_nouns():
            yield from _noun(line, number, i, lemma, quotes)


def _make(
    line: Line, number: int, source: Range | None, cue: Range, content: tuple[Span, ...], lemma: str, frame: str
) -> Candidate:
    inside = "in" if line.quotes[cue[0]] != -1 else "out"
    named = (
        "none" if source is None else "name" if any(t == "NNP" for t in line.tags[source[0] : source[1]]) else "noun"
    )
    features = (
        "phrase frame " + frame,
        "phrase " + lemma,
        f"phrase {lemma} {frame}",
        f"phrase who {named} {frame}",
        f"phrase inside {inside}",
    )
    span = None if source is None else line.span(*source)
    return Candidate(number, span, line.span(*cue), content, lemma, frame, features)


def _end(line: Line) -> int:
    end = len(line)
    while end > 1 and line.tags[end - 1] in (".", "''", ":"):
        end -= 1
    return end


def _phrase(line: Line, number: int, i: int, words: tuple[str, ...], quotes: Quotes) -> Iterator[Candidate]:
    first = i + len(words)
    source = phrase_after(line, first)
    if source is None:
        return
    end = _end(line)
    k = i - 1
    while k > 0 and line.words[k] in (",", "--", "—", "–", "-"):
        k -= 1
    after = source[1]
    lemma = " ".join(words)
    if i <= 1 or (i > 0 and not has_finite_verb(line, left_start(line, i), i)):
        if after < end and line.words[after] in (",", ":"):
            after += 1
        elif line.words[min(after, len(line) - 1)] != ",":
            return
        end = next((k for k in range(after, end) if line.words[k] == ";" and line.quotes[k] == -1), end)
        if after < end:
            content = quotes.widen(line, after, end)
            yield _make(line, number, source, (i, first), content, lemma, "phrase-first")
        return
    start = left_start(line, i)
    if line.quotes[k] != -1 and line.quotes[i] != line.quotes[k]:
        content = quotes.ending_at(line, k)
    else:
        content = (line.span(start, k + 1),)
    if after + 1 < end and line.words[after] == "," and line.tags[after + 1] in ("MD", "VBZ", "VBD", "VBP", "CC"):
        content = (*content, line.span(after + 1, end))
    yield _make(line, number, source, (i, first), content, lemma, "phrase-last")


def _adverb(line: Line, number: int, i: int) -> Iterator[Candidate]:
    end = _end(line)
    start = left_start(line, i + 1)
    if end - start < 3:
        return
    pieces = []
    if i > start:
        pieces.append(line.span(start, i))
    if i + 1 < end:
        pieces.append(line.span(i + 1, end))
    yield _make(line, number, None, (i, i + 1), tuple(pieces), line.words[i], "adverb")


def _noun(line: Line, number: int, i: int, lemma: str, quotes: Quotes) -> Iterator[Candidate]:
    """Yield "the mayor's claim that …", "a report by the ministry that …", "her call for …"."""
    source = _possessor(line, i)
    after = i + 1
    if source is None and after < len(line) and line.words[after] in ("by", "from", "of", "among"):
        source = phrase_after(line, after + 1, insertions=False)
        after = source[1] if source is not None else after
    if after + 1 >= len(line):
        return
    word = line.words[after]
    end = _end(line)
    if word == "that" and after + 2 < end:
        frame, start = "noun-that", after
    elif line.tags[after] == "TO" and line.tags[after + 1] == "VB":
        frame, start = "noun-to", after
    elif line.tags[after] == "IN" and word in ("for", "of", "about", "on", "against", "over", "with", "to"):
        frame, start = "noun-" + word, after + 1
        phrase = phrase_after(line, start, insertions=False)
        end = min(end, phrase[1]) if phrase is not None else end
    else:
        return
    stop = next(
        (
            k
            for k in range(start, end)
            if line.words[k] in (",", ";", "--", "—") or (frame == "noun-to" and line.tags[k] == "CC" and False)
        ),
        end,
    )
    if stop > start:
        yield _make(line, number, source, (i, i + 1), quotes.widen(line, start, stop), lemma, frame)


def _possessor(line: Line, i: int) -> Range | None:
    """Return whose claim it is: "his claim", "the mayor's repeated claims"."""
    k = i - 1
    while k >= 0 and i - k < 5 and line.tags[k] in ("JJ", "NN", "CD", "RB", "VBN", "VBG"):
        k -= 1
    if k < 0:
        return None
    if line.tags[k] == "PRP$":
        return (k, k + 1)
    if line.tags[k] == "POS" and k > 0:
        start = k
        while start > 0 and (line.tags[start - 1] in ("NNP", "NN", "NNS", "JJ", "NNPS", "CD")) and k - start < 8:
            start -= 1
        if start > 0 and line.tags[start - 1] == "DT":
            start -= 1
        return (start, k) if start < k else None
    return None
