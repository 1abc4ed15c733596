"""An article as HTML, with what each source says marked in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import pairwise

from attribution.escape import for_xml
from attribution.model import Attribution, Document
from attribution.spans import Span, subtract

# An open mark: a CSS class, and the attribution it belongs to ("" for what lies outside the article proper).
Mark = tuple[str, str]


def mark_article(document: Document, attributions: Iterable[Attribution], titles: Mapping[str, str]) -> str:
    """Return the document's text as HTML with the sources, cues and contents of its attributions marked.

    Attributions lie inside one another, and their spans may cross: the text is cut wherever any span begins or ends,
    and each piece names all the attributions that it belongs to. The first piece of attribution ``a1`` has the anchor
    ``a1``.

    Parameters
    ----------
    document : the article.
    attributions : those of this document; of other documents' attributions nothing is marked.
    titles : by the attributions' ids, what is shown when a reader points at their words.
    """
    opened: defaultdict[int, list[Mark]] = defaultdict(list)
    closed: defaultdict[int, list[Mark]] = defaultdict(list)
    for span, mark in _marks(document, attributions):
        if span.start < span.end:
            opened[span.start].append(mark)
            closed[span.end].append(mark)
    places = sorted({0, len(document.text), *opened, *closed})
    pieces, marks, anchored = [], list[Mark](), set[str]()
    for start, end in pairwise(places):
        for mark in closed[start]:
            marks.remove(mark)
        marks += opened[start]
        pieces.append(_piece(Span(start, end).of(document.text), marks, anchored, titles))
    return "".join(pieces)


def _marks(document: Document, attributions: Iterable[Attribution]) -> Iterator[tuple[Span, Mark]]:
    article = (*document.body, *([document.title] if document.title else []))
    for span in subtract(Span(0, len(document.text)), article):
        yield span, ("aside", "")
    for attribution in attributions:
        if attribution.document != document.id:
            continue
        for role, spans in (
            ("source", attribution.source),
            ("cue", attribution.cue),
            (f"content {attribution.stance}", attribution.content),
        ):
            for span in spans:
                yield span, (role, attribution.id)


def _piece(words: str, marks: list[Mark], anchored: set[str], titles: Mapping[str, str]) -> str:
    inside = escape(for_xml(words))
    if not marks:
        return inside
    classes = " ".join(dict.fromkeys(role for role, _ in marks))
    names = list(dict.fromkeys(name for _, name in marks if name))
    anchors = "".join(f'<a id="{escape(name)}"></a>' for name in names if name not in anchored)
    anchored.update(names)
    shown = "; ".join(titles[name] for name in names if name in titles)
    title = f' title="{escape(for_xml(shown))}"' if shown else ""
    return f'{anchors}<span class="{escape(classes)}"{title}>{inside}</span>'
