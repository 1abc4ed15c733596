"""An article as HTML, with what each source says marked in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import pairwise
from typing import NamedTuple

from attribution.escape import for_html, for_xml
from attribution.model import Attribution, Document
from attribution.spans import Span, subtract


class Look(NamedTuple):
    """How an attribution is shown: the number of its source's colour (0 for nobody's), and who says it how surely."""

    colour: int
    who: str
    sure: str


class _Mark(NamedTuple):
    """An open mark: the role that the words have in an attribution; "aside" for what lies outside the article."""

    role: str
    attribution: str


# The order in which a piece names the roles that it has.
_ROLES = ("source", "cue", "content")


class _Marker:
    """Cuts a text at the marks' ends and writes the pieces."""

    def __init__(self, attributions: Iterable[Attribution], looks: Mapping[str, Look]) -> None:
        self.attributions = {attribution.id: attribution for attribution in attributions}
        self.looks = looks
        self.anchored: set[str] = set()
        # Each attribution is a link once, on its cue if it has one: there a keyboard stops, and a screen reader tells.
        self.links = {id: start for id, a in self.attributions.items() if (start := _link_start(a)) is not None}
        self.ends = {id: max(s.end for s in a.content) for id, a in self.attributions.items() if a.content}

    def write(self, words: str, place: Span, marks: list[_Mark]) -> str:
        """Return the piece with all the marks that are open in it."""
        inside = for_html(words)
        names = list(dict.fromkeys(mark.attribution for mark in marks if mark.attribution))
        if not names:
            return f'<span class="aside">{inside}</span>' if marks else inside
        anchors = "".join(f'<i id="{_safe(name)}"></i>' for name in names if name not in self.anchored)
        self.anchored.update(names)
        values = [f'class="{self._classes(marks, names)}"', *_roles(marks)]
        if ended := [name for name in names if self.ends.get(name) == place.end]:
            # Printed after the words, where nobody can point at them.
            values.append(f'data-who="{_safe("; ".join(self.looks[name].who for name in ended))}"')
        link = next((name for name in names if self.links.get(name) == place.start), None)
        if link is None:
            return f"{anchors}<span {' '.join(values)}>{inside}</span>"
        label = _safe(f"{' '.join(words.split())}: {self.looks[link].who}, {self.looks[link].sure}")
        return f'{anchors}<a href="#e-{_safe(link)}" aria-label="{label}" {" ".join(values)}>{inside}</a>'

    def _classes(self, marks: list[_Mark], names: list[str]) -> str:
        """Return the roles, the innermost attribution's colour and stance, and the colour of the one around it."""
        contents = [mark.attribution for mark in marks if mark.role == "content"]
        inner = contents[-1] if contents else names[-1]
        classes = ["m", f"k{self.looks[inner].colour}", *dict.fromkeys(mark.role for mark in marks)]
        if contents:
            classes.append(self.attributions[inner].stance)
        if len(contents) > 1:
            classes += ["nested", f"o{self.looks[contents[-2]].colour}"]
        return " ".join(classes)


def mark_article(document: Document, attributions: Iterable[Attribution], looks: Mapping[str, Look]) -> str:
    """Return the document's text as HTML with the sources, cues and contents of its attributions marked.

    Attributions lie inside one another, and their spans may cross: the text is cut wherever any span begins or ends,
    and each piece names in ``data-source``, ``data-cue`` and ``data-content`` the attributions that it belongs to. The
    first piece of attribution ``a1`` has the anchor ``a1``.

    Parameters
    ----------
    document : the article.
    attributions : those of this document; of other documents' attributions nothing is marked.
    looks : by the attributions' ids, how each is shown.
    """
    own = [attribution for attribution in attributions if attribution.document == document.id]
    opened: defaultdict[int, list[_Mark]] = defaultdict(list)
    closed: defaultdict[int, list[_Mark]] = defaultdict(list)
    for span, mark in _marks(document, own):
        if span.start < span.end:
            opened[span.start].append(mark)
            closed[span.end].append(mark)
    marker = _Marker(own, looks)
    pieces, marks = [], list[_Mark]()
    for start, end in pairwise(sorted({0, len(document.text), *opened, *closed})):
        for mark in closed[start]:
            marks.remove(mark)
        marks += opened[start]
        place = Span(start, end)
        pieces.append(marker.write(place.of(document.text), place, marks))
    return "".join(pieces)


def _marks(document: Document, attributions: Iterable[Attribution]) -> Iterator[tuple[Span, _Mark]]:
    """Yield every span to be marked; of two that begin together, the longer comes first, and lies outside."""
    article = (*document.body, *([document.title] if document.title else []))
    for span in subtract(Span(0, len(document.text)), article):
        yield span, _Mark("aside", "")
    found = [
        (span, _Mark(role, attribution.id))
        for attribution in attributions
        for role, spans in zip(_ROLES, (attribution.source, attribution.cue, attribution.content), strict=True)
        for span in spans
    ]
    yield from sorted(found, key=lambda row: -row[0].length)


def _link_start(attribution: Attribution) -> int | None:
    spans = attribution.cue or attribution.source or attribution.content
    return min((span.start for span in spans if span.length), default=None)


def _roles(marks: list[_Mark]) -> Iterator[str]:
    for role in _ROLES:
        if names := [_safe(mark.attribution) for mark in marks if mark.role == role]:
            yield f'data-{role}="{" ".join(dict.fromkeys(names))}"'


def _safe(words: str) -> str:
    return escape(for_xml(words))
