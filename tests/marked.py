"""Read test articles with the sources drawn in: ``[mayor:The mayor] denied it, but [mayor:she] said …``.

The word before the colon names who the source is: equal names must come out as one source, different ones as different
sources; ``a+b`` is two sources, ``?`` one that must stay unresolved.
"""

from __future__ import annotations

import re

from attribution.model import Attribution, Document, Reading
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations, find_sentences

_MARK = re.compile(r"\[([\w+?]+):([^\]]+)\]")


def read_marked(marked: str, id: str = "d") -> tuple[Reading, dict[str, str]]:
    """Return the reading of a marked article and, for each attribution's id, whose it is."""
    text, attributions, wanted, last = "", [], {}, 0
    for number, found in enumerate(_MARK.finditer(marked), 1):
        text += marked[last : found.start()]
        span = Span(len(text), len(text) + len(found.group(2)))
        text += found.group(2)
        last = found.end()
        wanted[f"{id}{number}"] = found.group(1)
        attributions.append(Attribution(f"{id}{number}", id, (span,), (), ()))
    text += marked[last:]
    return read_plain(text, attributions, id), wanted


def read_plain(text: str, attributions: list[Attribution], id: str = "d") -> Reading:
    """Return the reading of a text with the given attributions."""
    document = Document(id, text, None, (Span(0, len(text)),))
    paragraphs = find_paragraphs(document)
    sentences = find_sentences(document, paragraphs)
    return Reading(document, paragraphs, sentences, find_quotations(document, paragraphs), tuple(attributions))
