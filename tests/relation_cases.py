"""Make the layers of a report from invented claims."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from attribution.model import Attribution, Claim, Document, Reading, Relation, Resolution, Source, Stance
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations, find_sentences


class Told(NamedTuple):
    """One attribution to be: who, by which cue, with which stance, says what."""

    source: str
    cue: str
    stance: Stance
    content: str


class Layers(NamedTuple):
    readings: tuple[Reading, ...]
    resolution: Resolution
    attributions: tuple[Attribution, ...]


def read_rows(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / "relations" / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def build_layers(told: list[Told], speaks_for: dict[str, str] | None = None) -> Layers:
    """Write each of `told` as a paragraph of one document, and annotate it."""
    text, attributions = "", []
    names = list(dict.fromkeys([t.source for t in told] + list((speaks_for or {}).values())))
    for number, one in enumerate(told, 1):
        start = len(text)
        text += f"{one.source} {one.cue} {one.content}.\n\n"
        cue = start + len(one.source) + 1
        content = cue + len(one.cue) + 1
        attributions.append(
            Attribution(
                id=f"a{number}",
                document="d1",
                source=(Span(start, cue - 1),),
                cue=(Span(cue, content - 1),),
                content=(Span(content, content + len(one.content)),) if one.content else (),
                stance=one.stance,
                sources=(f"s{names.index(one.source) + 1}",),
            )
        )
    doc = Document("d1", text, body=(Span(0, len(text)),))
    paragraphs = find_paragraphs(doc)
    reading = Reading(
        doc, paragraphs, find_sentences(doc, paragraphs), find_quotations(doc, paragraphs), tuple(attributions)
    )
    ids = {name: f"s{i}" for i, name in enumerate(names, 1)}
    sources = tuple(
        Source(ids[name], name, "organization", speaks_for=ids.get((speaks_for or {}).get(name, ""))) for name in names
    )
    return Layers((reading,), Resolution(sources, {a.id: a.sources for a in attributions}), tuple(attributions))


def summarize(claims: tuple[Claim, ...], relations: tuple[Relation, ...]) -> set[tuple[str, str, str]]:
    """Return the relations as pairs of attributions."""
    owner = {claim.id: claim.attribution for claim in claims}
    return {(owner[r.a], owner[r.b], r.relation) for r in relations}


class Article(NamedTuple):
    name: str
    told: list[Told]
    speaks_for: dict[str, str]
    relations: set[tuple[str, str, str]]


def read_articles() -> list[Article]:
    """Return the invented articles; a relation joins attributions by their names ("a1")."""
    articles: list[Article] = []
    for line in (Path(__file__).parent / "relations" / "articles.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            articles.append(Article(line[3:], [], {}, set()))
        elif line.startswith("= "):
            a, kind, b = line[2:].split()
            articles[-1].relations.add((f"a{a}", f"a{b}", kind))
        elif " | " in line and not line.startswith("#"):
            source, cue, stance, content = line.split(" | ")
            if source.endswith(")"):
                source, _, voice = source[:-1].partition(" (")
                articles[-1].speaks_for[source] = voice
            articles[-1].told.append(Told(source, cue, stance, content))  # type: ignore[arg-type]
    return articles
