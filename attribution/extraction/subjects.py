"""Sources that a participle leaves to its sentence's subject: "Roe, shaken, left the room, saying it was over"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attribution.model import Sentence, Token
from attribution.spans import Span

if TYPE_CHECKING:
    from attribution.extraction.neural import Found

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# A subject of more words is a clause, or something that the tagger did not understand.
_LONGEST = 8


def take_subjects(found: Sequence[Found], sentences: Sequence[Sentence]) -> list[Found]:
    """Return `found` with the subject of the main clause as source of each participle behind a comma that has none.

    Parameters
    ----------
    found : what the network finds.
    sentences : of the document, with parts of speech.
    """
    starts = [sentence.span.start for sentence in sentences]
    taken = []
    for one in found:
        subject = None
        if not one.source and len(one.cue) == 1:
            sentence = sentences[max(0, bisect_right(starts, one.cue[0].start) - 1)]
            subject = _subject_of(sentence.tokens, one.cue[0])
        taken.append(one._replace(source=(subject,)) if subject else one)
    return taken


def _subject_of(tokens: Sequence[Token], cue: Span) -> Span | None:
    """Return the noun phrase that begins the cue's sentence, if a finite verb and then the cue's participle follow."""
    at = next((i for i, token in enumerate(tokens) if token.start >= cue.start), 0)
    if at < 2 or tokens[at].pos != "VBG" or tokens[at].end < cue.end or tokens[at - 1].text not in {",", "—", "–"}:
        return None
    verb = next((i for i, token in enumerate(tokens[:at]) if token.pos in _FINITE), at)
    end = next((i for i, token in enumerate(tokens[:verb]) if token.text == "," or token.pos in _FINITE), verb)
    while end and tokens[end - 1].pos == "RB":
        end -= 1
    begins = tokens[0].pos in {"NNP", "PRP", "DT", "NNPS", "NNS", "NN", "PRP$"} if verb < at else False
    if not begins or not 0 < end <= _LONGEST or any(token.pos in {"WDT", "WP", "TO", "VBG"} for token in tokens[:end]):
        return None
    return Span(tokens[0].start, tokens[end - 1].end)
