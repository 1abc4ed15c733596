"""Attributions of a document: the network's spans, with what follows from them by rule, type and stance."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from attribution.extraction.confidence import confidence
from attribution.extraction.fragments import drop_fragments
from attribution.extraction.selection import select_attributions
from attribution.extraction.stance import classify_stance
from attribution.extraction.subjects import take_subject
from attribution.extraction.types import classify_type
from attribution.model import Attribution, Document, Quotation, Sentence
from attribution.spans import Span


def find_attributions(
    document: Document, paragraphs: Sequence[Span], sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> tuple[Attribution, ...]:
    """Return the attributions of a document, in reading order, named a1, a2, …

    Parameters
    ----------
    document : the article.
    paragraphs, sentences, quotations : as `attribution.text` finds them.

    Raises
    ------
    BrokenModel
        When a file of the packaged model is missing or damaged.
    """
    if not sentences:
        return ()
    # not before there is something to read: numpy and the network take longer to load than a short article to analyse
    from attribution.extraction.neural import find_spans, load_network

    starts = [sentence.span.start for sentence in sentences]
    network = load_network()
    read = drop_fragments(document.text, find_spans(document.text, paragraphs, quotations), sentences, quotations)
    selected = select_attributions(document, paragraphs, read)
    judged = ((one, confidence(document.text, one, network.calibration)) for one in selected)
    shown = [(one, sure) for one, sure in judged if sure > network.least_confidence]
    found = [(take_subject(one, sentences, starts), sure) for one, sure in shown]
    found.sort(key=lambda pair: min((*pair[0].source, *pair[0].cue, *pair[0].content)))
    return tuple(
        Attribution(
            id=f"a{number}",
            document=document.id,
            source=one.source,
            cue=one.cue,
            content=one.content,
            type=classify_type(document.text, one.content, quotations, one.cue),
            stance=classify_stance(
                sentences[max(0, bisect_right(starts, one.cue[0].start) - 1)], one.cue, one.content, one.source
            ),
            # three digits, and never certainty
            confidence=min(round(sure, 3), 0.999),
        )
        for number, (one, sure) in enumerate(found, 1)
    )
