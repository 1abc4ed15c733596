"""Annotated articles: ``ID.txt`` and, beside it or in a folder of gold, ``ID.json``, which quotes the text.

The annotation names words, not offsets, so that people can write and read it; here the words become spans. An
attribution's ``near`` is a stretch of the text that occurs once and holds its source and cue; of several places where
its content could stand, the one nearest to the cue is meant.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attribution.errors import FormatProblem
from attribution.model import Attribution, RelationKind, Source
from attribution.spans import Span


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article.

    Parameters
    ----------
    id, text : its name, and the text exactly as in the file.
    sources : the sources by id.
    attributions : with `sources` resolved.
    relations : for each kind, the pairs of attributions' ids that are so related.
    """

    id: str
    text: str
    sources: Mapping[str, Source]
    attributions: tuple[Attribution, ...]
    relations: Mapping[RelationKind, frozenset[frozenset[str]]]


def read_gold_articles(folder: Path, texts: Path | None = None) -> Iterator[GoldArticle]:
    """Yield the annotated articles of a folder, in the order of their names.

    Parameters
    ----------
    folder : where the ``ID.json`` and ``ID.txt`` are.
    texts : where to look for an ``ID.txt`` that is not there.

    Raises
    ------
    FormatProblem
        When an annotation is not in the form described above, or quotes what its text does not say.
    """
    for path in sorted(folder.glob("*.json")):
        text_path = path.with_suffix(".txt")
        if texts is not None and not text_path.exists():
            text_path = texts / text_path.name
        try:
            # Bytes, so that no line end is translated and offsets are those of the file.
            text = text_path.read_bytes().decode("utf-8")
            yield _article(path.stem, text, json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise FormatProblem(f"the annotated article {path.name} cannot be used: {error}") from None


def _article(name: str, text: str, gold: Mapping[str, Any]) -> GoldArticle:
    sources = {
        entry["id"]: Source(
            id=entry["id"],
            name=entry["name"],
            type=entry["type"],
            aliases=tuple(entry["aliases"]),
            speaks_for=entry["speaks_for"],
        )
        for entry in gold["sources"]
    }
    kinds: tuple[RelationKind, ...] = ("contradicts", "supports")
    relations = {
        kind: frozenset(frozenset((r["a"], r["b"])) for r in gold["relations"] if r["relation"] == kind)
        for kind in kinds
    }
    attributions = tuple(_attribution(name, text, entry) for entry in gold["attributions"])
    return GoldArticle(name, text, sources, attributions, relations)


def _attribution(document: str, text: str, entry: Mapping[str, Any]) -> Attribution:
    near = _places(text, entry["near"])[0]
    cue = min(_places(text, entry["cue"]), key=lambda span: (not near.contains(span), abs(span.start - near.start)))

    def distance(span: Span) -> int:
        return min(abs(span.start - cue.end), abs(cue.start - span.end))

    source: tuple[Span, ...] = ()
    if entry["source_text"]:
        places = _places(text, entry["source_text"])
        source = (min(places, key=lambda span: (not near.contains(span), distance(span))),)
    return Attribution(
        id=entry["id"],
        document=document,
        source=source,
        cue=(cue,),
        content=tuple(min(_places(text, piece), key=distance) for piece in entry["content"]),
        type=entry["type"],
        stance=entry["stance"],
        sources=tuple(entry["sources"]),
    )


def _places(text: str, words: str) -> list[Span]:
    places = []
    start = text.find(words) if words else -1
    while start >= 0:
        places.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    if not places:
        raise ValueError(f"{words!r} is not in the text")
    return places
