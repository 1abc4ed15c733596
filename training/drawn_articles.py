"""Our own news articles with everything drawn: who says what, who they are, who contradicts or supports whom.

A file is a headline, the article with its attributions drawn (`training.drawing`), and three short lists::

    # Ferry line denies buoy was moved

    [S1=guard:The coast guard] [C1:said] [Q1:a buoy had been moved]. [S2=line:Its operator] [C2:denied] [Q2:it].

    == sources
    guard | government | The coast guard
    line | organization | Tolva Ferries
    == stances
    2 denies
    == relations
    1 contradicts 2 | whether the buoy was moved

A source's line holds its key, its type, its name as the text gives it in full, and, for whoever speaks officially for
another, `for KEY`. A stance that is not listed is `asserts`. What follows a relation's bar is for the reader only.

``python -m training.drawn_articles FILE…`` checks files and prints what is wrong with them, a line each.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from attribution.evaluation.gold_articles import GoldArticle
from attribution.model import Attribution, RelationKind, Source, SourceType, Stance
from training.drawing import Drawing, read_drawing

FOLDER = Path(__file__).parent / "articles"
_RELATION = re.compile(r"(\d+) (contradicts|supports) (\d+)\s*(?:\||$)")
_HEADING = re.compile(r"^== (sources|stances|relations)\s*$", re.M)


def read_drawn_articles(folder: Path = FOLDER) -> Iterator[GoldArticle]:
    """Yield the drawn articles of a folder, in the order of their names.

    Raises
    ------
    ValueError
        When one is not in the form described above.
    """
    for path in sorted(folder.glob("*.txt")):
        yield read_drawn_article(path.stem, path.read_text(encoding="utf-8"))


def read_drawn_article(id_: str, written: str) -> GoldArticle:
    """Return one drawn article as gold.

    Parameters
    ----------
    id_ : its name.
    written : the whole file.

    Raises
    ------
    ValueError
        When it is not in the form described above.
    """
    body, *parts = _HEADING.split(written)
    lists = {name: [line for line in text.splitlines() if line.strip()] for name, text in zip(*[iter(parts)] * 2)}  # noqa: B905
    headline, _, article = body.strip().partition("\n")
    if not headline.startswith("# "):
        raise ValueError(f"{id_}: the first line is no headline ('# …')")
    drawing = read_drawing(f"{headline[2:]}\n\n{article.strip()}\n")
    stances: dict[str, Stance] = {}
    for line in lists.get("stances", []):
        number, stance = line.split()
        if stance not in get_args(Stance):
            raise ValueError(f"{id_}: {stance!r} is no stance")
        stances[number] = stance
    attributions = tuple(
        Attribution(
            id=f"A{number}",
            document=id_,
            source=tuple(roles.get("S", ())),
            cue=tuple(roles.get("C", ())),
            content=tuple(roles.get("Q", ())),
            stance=stances.get(number, "asserts"),
            sources=drawing.sources.get(number, ()),
        )
        for number, roles in sorted(drawing.spans.items(), key=lambda item: int(item[0]))
    )
    sources = {source.id: source for source in _sources(id_, lists.get("sources", []), drawing)}
    relations: dict[RelationKind, set[frozenset[str]]] = {"contradicts": set(), "supports": set()}
    for line in lists.get("relations", []):
        match = _RELATION.match(line)
        if not match:
            raise ValueError(f"{id_}: not understood: {line!r}")
        kind: RelationKind = "contradicts" if match[2] == "contradicts" else "supports"
        relations[kind].add(frozenset((f"A{match[1]}", f"A{match[3]}")))
    frozen = {kind: frozenset(pairs) for kind, pairs in relations.items()}
    gold = GoldArticle(id_, drawing.text, sources, attributions, frozen)
    problems = list(_problems(gold, stances))
    if problems:
        raise ValueError("\n".join(f"{id_}: {problem}" for problem in problems))
    return gold


def _sources(id_: str, lines: list[str], drawing: Drawing) -> Iterator[Source]:
    said: dict[str, list[str]] = {}
    for number, keys in drawing.sources.items():
        for key in keys:
            said.setdefault(key, []).extend(
                span.of(drawing.text) for span in drawing.spans.get(number, {}).get("S", ()) if len(keys) == 1
            )
    for line in lines:
        key, kind, name, *rest = (part.strip() for part in line.split("|"))
        speaks_for = rest[0].removeprefix("for ").strip() if rest and rest[0] else None
        if kind not in get_args(SourceType):
            raise ValueError(f"{id_}: {kind!r} is no type of source")
        aliases = tuple(dict.fromkeys(alias for alias in said.get(key, ()) if alias != name))
        yield Source(id=key, name=name, type=kind, aliases=aliases, speaks_for=speaks_for)  # type: ignore[arg-type]


def _problems(gold: GoldArticle, stances: dict[str, Stance]) -> Iterator[str]:
    by_id = {attribution.id: attribution for attribution in gold.attributions}
    for attribution in gold.attributions:
        if not attribution.cue or not attribution.content:
            yield f"{attribution.id} has no cue or no content"
        if bool(attribution.source) != bool(attribution.sources):
            yield f"the source of {attribution.id} has no key, or its key no words"
        for key in attribution.sources:
            if key not in gold.sources:
                yield f"{attribution.id}: no source has the key {key!r}"
    for source in gold.sources.values():
        if source.name not in gold.text:
            yield f"the text never says {source.name!r}"
        if source.speaks_for is not None and source.speaks_for not in gold.sources:
            yield f"no source has the key {source.speaks_for!r}"
    for number in stances:
        if f"A{number}" not in by_id:
            yield f"a stance is given for {number}, which is not drawn"
    for kind, pairs in gold.relations.items():
        for pair in pairs:
            ids = sorted(pair)
            if len(ids) != 2 or any(one not in by_id for one in ids):
                yield f"{kind} {ids}: not two drawn attributions"
            elif set(by_id[ids[0]].sources) == set(by_id[ids[1]].sources):
                yield f"{kind} {ids}: both are said by the same source"
            if kind == "supports" and pair in gold.relations["contradicts"]:
                yield f"{ids} both contradict and support each other"


def main() -> int:
    """Check the files named on the command line; return how many are wrong."""
    wrong = 0
    for name in sys.argv[1:]:
        try:
            gold = read_drawn_article(Path(name).stem, Path(name).read_text(encoding="utf-8"))
        except ValueError as error:
            wrong += 1
            print(error)
        else:
            counts = ", ".join(f"{len(pairs)} {kind}" for kind, pairs in gold.relations.items())
            print(f"{gold.id}: {len(gold.attributions)} attributions, {counts}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
