"""An invented two-sided article and its report, made by hand: renderers, graphs and frames are tried on it."""

from __future__ import annotations

from dataclasses import replace

from attribution.model import (
    Agreement,
    Attribution,
    Claim,
    Dispute,
    Document,
    Mention,
    Relation,
    Report,
    Source,
)
from attribution.spans import Span

TEXT = (
    "Ferry crew blamed over Port Alder sinking\n"
    "\n"
    "The captain steered the ferry onto the rocks, the Harbour Board said on Friday.\n"
    "\n"
    'The Seamen\'s Union denied it. "Nobody touched the wheel," said Ines Marlow, a spokeswoman for the union.\n'
    "\n"
    "At least 12 people were hurt, according to the board. Its chairman, Tobias Renn, declined to comment.\n"
    "\n"
    "Twelve people were injured, an official said.\n"
    "\n"
    "The wreck is said to lie in shallow water.\n"
)


def place(phrase: str, nth: int = 0, text: str = TEXT) -> Span:
    """Return where `phrase` stands in the text for the `nth` time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(phrase, start + 1)
    return Span(start, start + len(phrase))


def make_report() -> Report:
    """Return the report on the invented article."""
    document = Document("ferry", TEXT, title=place("Ferry crew blamed over Port Alder sinking"), path="news/ferry.txt")
    document = replace(document, body=(Span(document.text.index("The captain"), len(TEXT)),))
    attributions = (
        _attribution("a1", "the Harbour Board", "said", "The captain steered the ferry onto the rocks", ("s1",)),
        _attribution("a2", "The Seamen's Union", "denied", "it", ("s2",), stance="denies"),
        replace(
            _attribution("a3", "Ines Marlow", "said", "Nobody touched the wheel", ("s3",), nth_cue=1),
            source=(place("Ines Marlow, a spokeswoman for the union"),),
            type="direct",
            confidence=0.875,
        ),
        _attribution("a4", "the board", "according to", "At least 12 people were hurt", ("s1",)),
        _attribution("a5", "Tobias Renn", "declined to comment", "", ("s4",), stance="silent"),
        _attribution("a6", "an official", "said", "Twelve people were injured", ("s5",), nth_cue=2),
        replace(
            _attribution("a7", "", "is said to", "", ()),
            content=(place("The wreck"), place("lie in shallow water")),
        ),
    )
    claims = (
        _claim("c1", attributions[0]),
        replace(_claim("c2", attributions[1]), affirmed=False, answers="c1"),
        replace(_claim("c3", attributions[2]), affirmed=False),
        _claim("c4", attributions[3]),
        _claim("c5", attributions[5]),
        _claim("c6", attributions[6]),
    )
    relations = (
        Relation("c1", "c2", "contradicts", 0.9, "denial", "The union denies what the board said."),
        Relation(
            "c1", "c3", "contradicts", 0.75, "negation", "The one says somebody steered, the other that nobody did."
        ),
        Relation("c4", "c5", "supports", 0.8, "number", "Both speak of twelve people hurt."),
    )
    return Report(
        documents=(document,),
        sources=_sources(),
        attributions=attributions,
        claims=claims,
        relations=relations,
        disputes=(Dispute("who steered the ferry", (("c1",), ("c2", "c3"))),),
        agreement=(Agreement("s1", "s2", 0, 2), Agreement("s1", "s5", 1, 0)),
    )


def _sources() -> tuple[Source, ...]:
    return (
        _source("s1", "Harbour Board", "organization", ("the Harbour Board", "the board", "Its")),
        _source("s2", "Seamen's Union", "organization", ("The Seamen's Union", "the union")),
        _source("s3", "Ines Marlow", "person", ("Ines Marlow",), "s2"),
        _source("s4", "Tobias Renn", "person", ("Tobias Renn",), "s1"),
        _source("s5", "an official", "anonymous", ("an official",)),
    )


def _source(id: str, name: str, kind: str, phrases: tuple[str, ...], speaks_for: str | None = None) -> Source:
    mentions = tuple(Mention("ferry", place(phrase)) for phrase in phrases)
    aliases = tuple(phrase for phrase in phrases if phrase != name)
    return Source(id, name, kind, aliases, speaks_for, mentions)  # type: ignore[arg-type]


def _attribution(
    id: str,
    source: str,
    cue: str,
    content: str,
    sources: tuple[str, ...],
    stance: str = "asserts",
    nth_cue: int = 0,
) -> Attribution:
    return Attribution(
        id=id,
        document="ferry",
        source=(place(source),) if source else (),
        cue=(place(cue, nth_cue),),
        content=(place(content),) if content else (),
        stance=stance,  # type: ignore[arg-type]
        sources=sources,
    )


def _claim(id: str, attribution: Attribution) -> Claim:
    words = " … ".join(span.of(TEXT) for span in attribution.content)
    return Claim(id, attribution.id, words, attribution.content)
