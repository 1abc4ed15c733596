"""What we annotated ourselves as examples: our drawn articles, and real world news.

The drawn articles (`training.drawn_articles`) show what PolNeAR, one country's politics, shows seldom: "was quoted by
the agency as saying", "put the toll at", "which the ministry called baseless", acts that nobody would call statements,
and the manner of agencies, sport, science and business. The world news (`training.annotated_newswire`) shows how often
real writers do each of these things.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from attribution.evaluation.gold_articles import GoldArticle
from attribution.extraction.lemmas import cue_verbs, verb_lemma
from attribution.extraction.neural.words import Word
from attribution.spans import Span
from training.annotated_newswire import read_annotated_newswire
from training.drawn_articles import FOLDER, read_drawn_articles
from training.extractor.data import Example, Inventory, Labelled, example_of

# Every tenth article is never learnt from: confidence is calibrated on these too.
HELD_OUT = 10


def read_cases(held_out: bool, folder: Path = FOLDER) -> list[Example]:
    """Return the drawn articles as examples, only the held-out tenth or only the others."""
    return [
        example_of_article(article)
        for number, article in enumerate(read_drawn_articles(folder))
        if (number % HELD_OUT == HELD_OUT - 1) == held_out
    ]


def read_news(data: Path, held_out: bool) -> list[Example]:
    """Return the annotated world news as examples, only the held-out quarter or only the others.

    Parameters
    ----------
    data : the folder that holds ``ner-newswire/``.
    held_out : which part.
    """
    return [example_of_article(article) for article in read_annotated_newswire(data, held_out)]


def example_of_article(article: GoldArticle) -> Example:
    """Return an annotated article as an example; each cue stands at its verb."""
    gold = [
        {"source": a.source, "cue": a.cue, "content": [_with_that(article.text, span) for span in a.content]}
        for a in article.attributions
    ]
    example = example_of(article.id, article.text, gold, [], Inventory())
    return replace(
        example,
        attributions=tuple(Labelled(_anchor(example.words, one), one.roles) for one in example.attributions),
    )


def _with_that(text: str, content: Span) -> Span:
    """Return a content with the "that" before it, which PolNeAR counts as part of it and we do not draw."""
    before = _THAT.search(text, max(0, content.start - _LOOKED_AT), content.start)
    return Span(before.start(), content.end) if before else content


_THAT = re.compile(r"\bthat\s+$", re.IGNORECASE)
_LOOKED_AT = 20


def _anchor(words: tuple[Word, ...], attribution: Labelled) -> int:
    """Return the word that stands for a cue: without a parse, its first verb of saying, else its first word."""
    cue = sorted(attribution.roles["cue"])
    return next((index for index in cue if verb_lemma(words[index].text.lower()) in cue_verbs()), cue[0])
