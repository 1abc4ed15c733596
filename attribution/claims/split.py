"""Cut a content into its propositions: at sentence ends, and where finite clauses are coordinated."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attribution.lexicon.words import load_class
from attribution.model import Sentence, Token
from attribution.spans import Span, subtract

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECT = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "EX", "CD"})
_BEFORE_VERB = _SUBJECT | {"DT", "JJ", "JJR", "JJS", "PRP$", "POS", "RB", "PDT", "IN", "VBG"}
_NOUN_PHRASE_START = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "CD", "EX", "PDT"})
_DASHES = frozenset({"—", "–", "--", "-"})
# A subject longer than this between a conjunction and its verb is more often two lists than two clauses.
_LONGEST_SUBJECT = 8
_PAIRS = (('"', '"'), ("“", "”"), ("«", "»"))
_MARKS = " \t\r\n,;:.!?…—–-\"'“”‘’«»()[]"


def split_content(text: str, content: Sequence[Span], sentences: Sequence[Sentence]) -> tuple[tuple[Span, ...], ...]:
    """Return the propositions of a content, each as the spans that its words cover.

    Parameters
    ----------
    text : the document's text.
    content : the spans of an attribution's content, sorted.
    sentences : all sentences of the document, sorted.
    """
    starts = [sentence.span.start for sentence in sentences]
    grouped: dict[int, list[Span]] = {}
    for span in content:
        for index, piece in _by_sentence(span, sentences, starts):
            grouped.setdefault(index, []).append(piece)
    propositions: list[tuple[Span, ...]] = []
    for index in sorted(grouped):
        pieces = grouped[index]
        breaks: list[Span] = []
        if index >= 0:
            tokens = sentences[index].tokens
            breaks = [*_find_opening(tokens, pieces[0]), *_find_breaks(tokens, pieces)]
        propositions += _cut(text, pieces, breaks)
    return tuple(propositions)


def _by_sentence(span: Span, sentences: Sequence[Sentence], starts: Sequence[int]) -> Iterator[tuple[int, Span]]:
    """Yield the pieces of `span` with the index of the sentence they lie in (-1 before the first)."""
    index = bisect_right(starts, span.start) - 1
    start = span.start
    while start < span.end:
        end = starts[index + 1] if index + 1 < len(sentences) else span.end
        yield index, Span(start, min(end, span.end))
        start, index = min(end, span.end), index + 1


def _cut(text: str, pieces: Sequence[Span], breaks: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    edges = [0, *(b.start for b in breaks), len(text)]
    kept = [part for piece in pieces for part in subtract(piece, breaks)]
    for low, high in pairwise(edges):
        spans = (_with_closing_mark(text, part.trimmed(text, _MARKS)) for part in kept if low <= part.start < high)
        if proposition := tuple(s for s in spans if any(map(str.isalnum, s.of(text)))):
            yield proposition


def _with_closing_mark(text: str, span: Span) -> Span:
    """Return the span with the mark behind it that closes a quotation opened inside it."""
    words = span.of(text)
    for opening, closing in _PAIRS:
        behind = text.find(closing, span.end, span.end + 3)
        odd = words.count(opening) % 2 if opening == closing else words.count(opening) > words.count(closing)
        if behind >= 0 and odd:
            return Span(span.start, behind + 1)
    return span


def _find_opening(tokens: Sequence[Token], piece: Span) -> Iterator[Span]:
    """Yield the "that" with which the piece begins, where it joins a clause to its cue."""
    i = bisect_right(tokens, piece.start - 1, key=lambda token: token.start)
    if i + 1 >= len(tokens) or tokens[i].start >= piece.end or tokens[i].text != "that":
        return
    # taggers take it for an article or a pronoun; before what has its own article it is none, and hardly where a whole
    # clause follows ("told us that shelling had hit the dam"; but "said that is untrue")
    follows = [t.pos for t in tokens[i + 1 : i + 3]]
    clause = follows[0] not in _FINITE and any(t.pos in _FINITE for t in tokens[i:] if t.end <= piece.end)
    clause = clause and not (follows[0] == "NN" and follows[-1] in _FINITE)  # "that man is a liar"
    if tokens[i].pos == "IN" or tokens[i + 1].pos in _NOUN_PHRASE_START or clause:
        yield tokens[i].span


def _find_breaks(tokens: Sequence[Token], pieces: Sequence[Span]) -> Iterator[Span]:
    """Yield the connectors between coordinated clauses that lie within the pieces."""
    inside = [t for t in tokens if any(p.start <= t.start and t.end <= p.end for p in pieces)]
    finite = False
    for i, token in enumerate(inside):
        if finite and (last := _connector(inside, i)):
            yield Span(token.start, inside[last - 1].end)
            finite = False
        finite = finite or token.pos in _FINITE


def _connector(tokens: Sequence[Token], i: int) -> int:
    """Return where the clause begins that the connector at `i` joins to the one before; 0 when it joins none."""
    word = tokens[i].text.lower()
    following = tokens[i + 1].text.lower() if i + 1 < len(tokens) else ""
    if word == ";":
        return i + 1
    if word in _DASHES and following in load_class("dash_joined"):
        return i + 2 if _is_clause(tokens, i + 2) else 0
    if word == "," and following in load_class("contrast"):
        return i + 2 if _is_clause(tokens, i + 2) else 0
    if tokens[i].pos == "CC" and word in load_class("coordinators"):
        if following == "that" and tokens[i + 1].pos == "IN":
            return i + 2
        return i + 1 if not _is_paired(tokens, i) and _is_clause(tokens, i + 1) else 0
    return 0


def _is_paired(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether "between" or "both", still without its "and", stands shortly before the conjunction at `i`."""
    return any(t.text.lower() in load_class("pairing") for t in tokens[max(0, i - 6) : i])


def _is_clause(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a subject and then a finite verb follow from `i` on."""
    subject = False
    for token in tokens[i : i + _LONGEST_SUBJECT]:
        if token.pos in _FINITE:
            return subject
        if token.pos not in _BEFORE_VERB:
            return False
        subject = subject or token.pos in _SUBJECT
    return False
