"""Attributions: who said (thought, denied, asked, wanted) what."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.extraction.rules import find_by_rules
from attribution.extraction.stance import classify_stance
from attribution.extraction.types import classify_type
from attribution.model import Attribution, Document, Quotation, Sentence

__all__ = ["classify_stance", "classify_type", "find_attributions"]


def find_attributions(
    document: Document, sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> tuple[Attribution, ...]:
    """Return the attributions of a document, in reading order.

    Parameters
    ----------
    document : the article.
    sentences, quotations : as `attribution.text` finds them.
    """
    found = []
    for candidate, confidence in find_by_rules(sentences, quotations):
        source = (candidate.source,) if candidate.source else ()
        cue, content = (candidate.cue,), candidate.content
        found.append(
            Attribution(
                id="",
                document=document.id,
                source=source,
                cue=cue,
                content=content,
                type=classify_type(document.text, content, quotations, cue),
                stance=classify_stance(sentences[candidate.line], cue, content, source),
                confidence=round(confidence, 3),
            )
        )
    return number_in_order(found)


def number_in_order(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions sorted by their first spans and named a1, a2, …

    Parameters
    ----------
    attributions : of one document.
    """
    ordered = sorted(attributions, key=lambda a: min((*a.source, *a.cue, *a.content)))
    return tuple(
        Attribution(f"a{n}", a.document, a.source, a.cue, a.content, a.type, a.stance, a.confidence, a.sources)
        for n, a in enumerate(ordered, 1)
    )
