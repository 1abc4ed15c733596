"""Real world news, annotated by us: who says what, who they are, who contradicts or supports whom.

The articles are those of en-worldwide-newswire (Shan, Bauer and Manning 2023), which may not be passed on, so that
``newswire.jsonl`` holds places in their texts and no words. Each line is one article::

    {"article": 13, "digest": "9f…",
     "sources": [{"type": "government", "name": [0, 12], "for": null}, …],
     "attributions": [{"source": [[0, 12]], "cue": [[13, 17]], "content": [[18, 40]], "sources": [0],
                       "stance": "asserts"}, …],
     "relations": [[0, 3, "contradicts"], …]}

``python -m training.annotated_newswire --data DIR FILE…`` adds articles drawn as in `training.drawn_articles`, without
a headline; each file bears the number of its article ("0013.txt"). It prints what is wrong with them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attribution.evaluation.gold_articles import GoldArticle
from attribution.model import Attribution, Source
from attribution.spans import Span
from training.drawn_articles import read_drawn_article
from training.extractor.newswire import read_texts

FILE = Path(__file__).parent / "newswire.jsonl"
ARTICLES = Path("ner-newswire") / "articles.jsonl.gz"
ROLES = ("source", "cue", "content")
# The attributions and relations of every fourth number are never learnt from; the confidence is calibrated on them.
HELD_OUT = 4


def read_annotated_newswire(data: Path, held_out: bool, file: Path = FILE) -> Iterator[GoldArticle]:
    """Yield the annotated articles in the order of their numbers, only the held-out quarter or only the others.

    Parameters
    ----------
    data : the folder that holds ``ner-newswire/``.
    file : the annotation.

    Raises
    ------
    ValueError
        When an article's text is not the one that was annotated.
    """
    texts = read_texts(data / ARTICLES)
    for entry in _read_entries(file):
        if (entry["article"] % HELD_OUT == HELD_OUT - 1) != held_out:
            continue
        text = texts[entry["article"]]
        if _digest(text) != entry["digest"]:
            raise ValueError(f"article {entry['article']} of {data / ARTICLES} is not the text that was annotated")
        yield _gold(entry, text)


def annotated_numbers(file: Path = FILE) -> frozenset[int]:
    """Return which articles are annotated: nothing else is to be learnt from these."""
    return frozenset(entry["article"] for entry in _read_entries(file))


def _read_entries(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _gold(entry: dict[str, Any], text: str) -> GoldArticle:
    id_ = f"newswire-{entry['article']:04d}"
    keys = [f"S{number}" for number in range(len(entry["sources"]))]
    sources = {
        key: Source(
            id=key, name=Span(*source["name"]).of(text), type=source["type"],
            speaks_for=None if source["for"] is None else keys[source["for"]],
        )
        for key, source in zip(keys, entry["sources"], strict=True)
    }  # fmt: skip
    attributions = tuple(
        Attribution(
            id=f"A{number}", document=id_, source=_spans(one["source"]), cue=_spans(one["cue"]),
            content=_spans(one["content"]), stance=one["stance"],
            sources=tuple(keys[source] for source in one["sources"]),
        )
        for number, one in enumerate(entry["attributions"])
    )  # fmt: skip
    relations = {
        kind: frozenset(frozenset((f"A{a}", f"A{b}")) for a, b, other in entry["relations"] if other == kind)
        for kind in ("contradicts", "supports")
    }
    return GoldArticle(id_, text, sources, attributions, relations)  # type: ignore[arg-type]


def _spans(places: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in places)


def add_articles(data: Path, drawn: Sequence[Path], file: Path = FILE) -> list[str]:
    """Write drawn articles into the annotation, in place of what it has of them; return what is wrong with any.

    Parameters
    ----------
    data : the folder that holds ``ner-newswire/``.
    drawn : files named by the number of their article.
    file : the annotation.
    """
    texts = read_texts(data / ARTICLES)
    entries = {entry["article"]: entry for entry in _read_entries(file)} if file.exists() else {}
    wrong = []
    for path in drawn:
        if not path.stem.isdigit() or int(path.stem) >= len(texts):
            wrong.append(f"{path}: the name is no number of an article")
            continue
        number = int(path.stem)
        try:
            entries[number] = _entry(number, texts[number], path.read_text(encoding="utf-8"))
        except ValueError as error:
            wrong.append(str(error))
    written = (json.dumps(entries[number], separators=(",", ":")) for number in sorted(entries))
    file.write_text("".join(f"{line}\n" for line in written), encoding="utf-8")
    return wrong


# The drawn form has a headline, which these articles lack.
_HEADLINE = "# -\n\n"
_SHIFT = len("-\n\n")


def _entry(number: int, text: str, drawn: str) -> dict[str, Any]:
    gold = read_drawn_article(f"{number:04d}", _HEADLINE + drawn)
    if gold.text[_SHIFT:].strip() != text.strip():
        at = next((i for i, both in enumerate(zip(gold.text[_SHIFT:], text, strict=False)) if len(set(both)) > 1), -1)
        raise ValueError(f"{number:04d}: the text differs from the article's at {text[max(0, at - 20) : at + 20]!r}")
    sources = list(gold.sources)
    order = {attribution.id: place for place, attribution in enumerate(gold.attributions)}
    return {
        "article": number,
        "digest": _digest(text),
        "sources": [
            {
                "type": source.type,
                "name": [text.index(source.name), text.index(source.name) + len(source.name)],
                "for": None if source.speaks_for is None else sources.index(source.speaks_for),
            }
            for source in gold.sources.values()
        ],
        "attributions": [
            {role: [[span.start - _SHIFT, span.end - _SHIFT] for span in getattr(one, role)] for role in ROLES}
            | {"sources": [sources.index(source) for source in one.sources], "stance": one.stance}
            for one in gold.attributions
        ],
        "relations": sorted(
            [*sorted(order[one] for one in pair), kind] for kind, pairs in gold.relations.items() for pair in pairs
        ),
    }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def main() -> int:
    """Add the files named on the command line; return 1 when any is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds ner-newswire/")
    parser.add_argument("files", type=Path, nargs="+", help="drawn articles")
    options = parser.parse_args()
    wrong = add_articles(options.data, options.files)
    for problem in wrong:
        print(problem)
    return min(1, len(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
