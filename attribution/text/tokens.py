"""Words and punctuation marks, after the conventions of the Penn Treebank, with their places in the text.

NLTK's ``NLTKWordTokenizer`` rewrites quotation marks and then looks for the words again, which goes wrong on odd text;
here one regular expression, each of whose repetitions is bounded, cuts the text where it stands.

References
----------
Mitchell P. Marcus, Beatrice Santorini and Mary Ann Marcinkiewicz (1993). Building a Large Annotated Corpus of English:
The Penn Treebank. Computational Linguistics 19(2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.spans import Span
from attribution.text.punkt import load_abbreviations

_LETTER = r"[^\W_\u200b]"
# A letter, or a mark that combines with the letter before it.
_WORD = r"[\w\u00ad\u0300-\u036f\u200c\u200d]"
_TOKEN = re.compile(
    rf"""
    (?P<url>(?:https?://|www\.)[^\s<>"“”]{{0,2000}}[^\s<>"“”.,;:!?)\]}}'’])
    | (?P<email>[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,4}})
    | (?P<handle>[@\#]\w{{1,200}})
    | (?P<number>\d{{1,200}}(?:[.,:]\d{{1,20}}){{1,50}}{_WORD}{{0,200}}(?:[-–]{_WORD}{{1,200}}){{0,20}})
    | (?P<initials>{_LETTER}\.(?:{_LETTER}\.){{1,10}}(?!{_WORD}))
    | (?P<elided>['’‘](?:\d\d(?:s\b|\b)|n['’]))
    | (?P<word>{_WORD}{{1,200}}(?:(?:[-‑'’&]|[./](?={_LETTER}{_LETTER})){_WORD}{{1,200}}){{0,30}})
    | (?P<dots>\.{{2,5}}|-{{2,5}}|``|'')
    | (?P<emoji>[\U0001F000-\U0001FAFF\u2600-\u27BF][\ufe0f\u200d\U0001F3FB-\U0001F3FF\U0001F1E6-\U0001F1FF]{{0,8}})
    | (?P<other>\S)
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
# The words that the Penn Treebank cuts in two, and where.
_TWO_WORDS = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "lemme": 3, "gimme": 3, "whaddya": 3}


def find_tokens(text: str, span: Span) -> list[Span]:
    """Return the places of the words and punctuation marks in one sentence.

    Every character that is not white space lies in exactly one of them.

    Parameters
    ----------
    text : the document's text.
    span : the sentence.

    Examples
    --------
    >>> text = "He didn’t pay the $1.5bn, Gen. O'Brien's aides said."
    >>> [token.of(text) for token in find_tokens(text, Span(0, len(text)))]
    ['He', 'did', 'n’t', 'pay', 'the', '$', '1.5bn', ',', 'Gen.', "O'Brien", "'s", 'aides', 'said', '.']
    """
    tokens: list[Span] = []
    position = span.start
    last = span.end
    while last > span.start and text[last - 1] in "\"'”’»)]} \t\r\n":
        last -= 1
    while match := _TOKEN.search(text, position, span.end):
        start, end = match.span()
        if match.lastgroup == "word":
            end = _with_period(text, start, end, last)
            tokens.extend(_cut_word(text, start, end))
        else:
            tokens.append(Span(start, end))
        position = end
    return tokens


def _with_period(text: str, start: int, end: int, last: int) -> int:
    """Take in the period of an abbreviation, unless it ends the sentence."""
    if end < last and text[end] == "." and (end + 1 < last or end - start == 1) and text[end + 1 : end + 2] != ".":
        word = text[start:end].lower()
        if word in load_abbreviations() or (end - start == 1 and word.isalpha()):
            return end + 1
    return end


def _cut_word(text: str, start: int, end: int) -> Iterator[Span]:
    word = text[start : min(end, start + 60)]
    if len(word) < end - start or end - start < 3:
        yield Span(start, end)
        return
    cut = _TWO_WORDS.get(word.lower(), 0)
    if not cut and ("'" in word or "’" in word) and (clitic := _CLITIC.search(word)):
        cut = clitic.start()
    if cut:
        yield Span(start, start + cut)
        yield Span(start + cut, end)
    else:
        yield Span(start, end)
