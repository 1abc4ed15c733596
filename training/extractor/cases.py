"""Our own short articles with the attributions drawn in them, as examples.

They show what PolNeAR, one country's politics, shows seldom: "was quoted by the agency as saying", "put the toll at",
"which the ministry called baseless", acts that nobody would call statements, and the manner of agencies, sport, science
and business.
"""

from __future__ import annotations

from pathlib import Path

from attribution.extraction.lemmas import cue_verbs, verb_lemma
from attribution.extraction.neural.words import Word
from attribution.spans import Span
from training.drawing import read_drawing
from training.extractor.data import Example, Inventory, Labelled, example_of

FILE = Path(__file__).parent / "cases.txt"
BETWEEN = "\n---\n"
ROLE_NAMES = {"S": "source", "C": "cue", "Q": "content"}


def read_cases(path: Path = FILE) -> list[Example]:
    """Return the drawn articles of a file: a paragraph a line, articles parted by a line of three hyphens."""
    articles = path.read_text(encoding="utf-8").strip().split(BETWEEN)
    return [_example(f"case {number}", drawn) for number, drawn in enumerate(articles, 1)]


def _example(id_: str, drawn: str) -> Example:
    text = ""
    gold: list[dict[str, list[Span]]] = []
    for line in drawn.splitlines():
        paragraph, spans, _ = read_drawing(line)
        shifted = len(text)
        gold += [
            {
                ROLE_NAMES[role]: [Span(s.start + shifted, s.end + shifted) for s in parts]
                for role, parts in roles.items()
            }
            for roles in spans.values()
        ]
        text += f"{paragraph}\n"
    example = example_of(id_, text, gold, [], Inventory())
    anchored = tuple(Labelled(_anchor(example.words, one), one.roles) for one in example.attributions)
    return Example(
        id_, text, example.words, anchored, example.tags, example.entities, example.heads, example.names, example.gold
    )


def _anchor(words: tuple[Word, ...], attribution: Labelled) -> int:
    """Return the word that stands for a cue: without a parse, its first verb of saying, else its first word."""
    cue = sorted(attribution.roles["cue"])
    return next((index for index in cue if verb_lemma(words[index].text.lower()) in cue_verbs()), cue[0])
