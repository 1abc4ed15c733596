"""Sources that the network leaves out and grammar gives: the subject that a cue's verb plainly has.

"Roe, visibly shaken, left the room, saying it was over"; "we are ready," tweeted Roe; a minister who in 2010 said so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attribution.lexicon.load import load_words
from attribution.lexicon.words import load_class
from attribution.model import Sentence, Token
from attribution.spans import Span

if TYPE_CHECKING:
    from attribution.extraction.neural import Found

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# A subject of more words is a clause, or something that the tagger did not understand.
_LONGEST = 8
_NOUN_PHRASE_START = frozenset({"NNP", "NNPS", "NNS", "NN", "PRP", "PRP$", "DT"})
_CLOSING = "\"”’'"
# So few tokens may part a relative pronoun from its verb.
_NEAR = 3


def take_subject(found: Found, sentences: Sequence[Sentence], starts: Sequence[int]) -> Found:
    """Return `found` with the subject of its cue's verb as source, if it has none and grammar leaves no doubt.

    Parameters
    ----------
    found : an attribution, as the network finds it.
    sentences, starts : of the document, with parts of speech, and where each begins.
    """
    if found.source or len(found.cue) > 1:
        return found
    sentence = sentences[max(0, bisect_right(starts, found.cue[0].start) - 1)]
    subject = _find_subject(sentence.tokens, found.cue[0])
    return found._replace(source=(subject,)) if subject else found


def _find_subject(tokens: Sequence[Token], cue: Span) -> Span | None:
    at = next((i for i, token in enumerate(tokens) if token.start >= cue.start), len(tokens))
    if at == len(tokens):
        return None
    return _main_subject(tokens, at, cue) or _inverted_subject(tokens, at, cue) or _relative_subject(tokens, at)


def _main_subject(tokens: Sequence[Token], at: int, cue: Span) -> Span | None:
    """Return the noun phrase that begins the cue's sentence, if its verb and then the cue's participle follow.

    A second finite verb between them would have a subject of its own ("…, Roe said, adding that").
    """
    if at < 2 or tokens[at].pos != "VBG" or tokens[at].end < cue.end or tokens[at - 1].text not in {",", "—", "–"}:
        return None
    verbs = [i for i, token in enumerate(tokens[:at]) if token.pos in _FINITE]
    if len(verbs) != 1 or tokens[0].pos not in _NOUN_PHRASE_START or _is_date(tokens[0]):
        return None
    end = next((i for i, token in enumerate(tokens[: verbs[0]]) if token.text == ","), verbs[0])
    if end < verbs[0] and tokens[end + 1].pos not in {"RB", "JJ", "VBN", "VBG"}:
        return None  # "Roe, Doe and the mayor": only what tells of the first may stand between
    while end and tokens[end - 1].pos == "RB":
        end -= 1
    if not 0 < end <= _LONGEST or any(token.pos in {"WDT", "WP", "TO", "VBG"} for token in tokens[:end]):
        return None
    return Span(tokens[0].start, tokens[end - 1].end)


def _inverted_subject(tokens: Sequence[Token], at: int, cue: Span) -> Span | None:
    """Return the name right behind a verb that begins the sentence or follows a quotation: "…," wrote Roe."""
    closes = at > 1 and tokens[at - 1].text[-1] in _CLOSING and tokens[at - 1].start == tokens[at - 2].end
    if not (closes or at == 0) or tokens[at].pos not in {"VBD", "VBZ"} or tokens[at].end < cue.end:
        return None
    end = at + 1
    while end < len(tokens) and tokens[end].pos in {"NNP", "NNPS"} and not _is_date(tokens[end]):
        end += 1
    return Span(tokens[at + 1].start, tokens[end - 1].end) if end > at + 1 else None


def _is_date(token: Token) -> bool:
    return token.text.lower() in load_words("calendar_names") | load_class("days")


def _relative_subject(tokens: Sequence[Token], at: int) -> Span | None:
    """Return the relative pronoun that little but an adverb parts from an active verb: "who in 2010 said"."""
    if tokens[at].text.lower() in load_class("linking"):
        return None  # "who was accused": by others
    for token in reversed(tokens[max(0, at - _NEAR) : at]):
        if token.pos in {"WP", "WDT"} and token.text.lower() in {"who", "which"}:
            return Span(token.start, token.end)
        if token.pos not in {"RB", "IN", "CD"}:
            return None
    return None
