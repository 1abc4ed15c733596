"""World news with hand-marked names (en-worldwide-newswire; Shan, Bauer and Manning 2023) as examples.

No attribution is marked in it: what it teaches are entities, and later in a run what the network itself is sure of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from attribution.extraction.neural.words import Word, find_words
from attribution.model import Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations
from training.extractor.data import Example, read_lines

# Every tenth article is never learnt from: the entity figures are measured on these.
HELD_OUT = 10
# The articles come as a list of sentences; news has paragraphs of about two.
SENTENCES = 2
CLASSES = ("Person", "Organization", "Location", "NORP", "Facility", "Product", "Misc", "Date", "Money")
LABELS = ("O", *(f"{begin}-{name}" for name in CLASSES for begin in "BI"))
SWAPPED = {"Person": "PERSON", "Location": "LOCATION"}


def read_newswire(path: Path, held_out: bool, without: Collection[int] = ()) -> list[Example]:
    """Return the articles of a JSONL file of tokens with BIO labels, only the held-out tenth or only the others.

    Parameters
    ----------
    path : of the file.
    held_out : which part.
    without : numbers of articles to leave out.
    """
    lines = list(read_lines(path))
    return [
        _example(line["id"], line["sentences"])
        for number, line in enumerate(lines)
        if (number % HELD_OUT == HELD_OUT - 1) == held_out and number not in without
    ]


def read_texts(path: Path) -> list[str]:
    """Return the texts of the articles of a JSONL file of tokens, in its order."""
    return [_written(line["sentences"])[0] for line in read_lines(path)]


def _example(id_: str, sentences: Sequence[Sequence[tuple[str, str]]]) -> Example:
    text, tokens = _written(sentences)
    document = Document(id_, text, body=(Span(0, len(text)),))
    paragraphs = find_paragraphs(document)
    words = find_words(text, paragraphs, find_quotations(document, paragraphs))
    entities = _labels(words, tokens)
    nothing = (-1,) * len(words)
    names = {
        index: SWAPPED[kind]
        for index, (word, label) in enumerate(zip(words, entities, strict=True))
        if (kind := LABELS[label].partition("-")[2]) in SWAPPED and word.text.isalpha() and word.shape
    }
    return Example(id_, text, words, (), nothing, entities, nothing, names, judged=False)


def _written(sentences: Sequence[Sequence[tuple[str, str]]]) -> tuple[str, list[tuple[Span, str]]]:
    """Put tokens together as a writer would have; return the text and each token's place in it with its label."""
    text = ""
    placed: list[tuple[Span, str]] = []
    for number, sentence in enumerate(sentences):
        glued = True
        if text:
            text += "\n\n" if number % SENTENCES == 0 else " "
        open_quote = False
        for token, label in sentence:
            if token.startswith(("http://", "https://")):
                continue
            closes = (token == '"' and open_quote) or token == "”"
            if text and not (glued or closes or token[0] in ",.;:!?%)]}" or token in ("'s", "'", "’s", "’", "n't")):
                text += " "
            placed.append((Span(len(text), len(text) + len(token)), label))
            text += token
            open_quote ^= token == '"'
            glued = token[-1] in "([{$“‘" or (token == '"' and open_quote)
    return text, placed


def _labels(words: Sequence[Word], tokens: Iterable[tuple[Span, str]]) -> tuple[int, ...]:
    labels = [0] * len(words)
    at = 0
    for span, label in tokens:
        begins = True
        while at < len(words) and words[at].end <= span.start:
            at += 1
        while at < len(words) and words[at].start < span.end:
            part = label if begins else label.replace("B-", "I-")
            labels[at] = LABELS.index(part)
            begins = False
            at += 1
    return tuple(labels)


def names_of(labels: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Yield (first word, word after the last, class) of the names that BIO labels spell.

    Examples
    --------
    >>> list(names_of([LABELS.index(label) for label in ("B-Person", "I-Person", "O", "B-Location", "B-Location")]))
    [(0, 2, 'Person'), (3, 4, 'Location'), (4, 5, 'Location')]
    """
    begin, kind = 0, ""
    for index, label in enumerate([*(LABELS[number] for number in labels), "O"]):
        mark, _, name = label.partition("-")
        if kind and (mark != "I" or name != kind):
            yield begin, index, kind
            kind = ""
        if mark != "O" and not kind:
            begin, kind = index, name
