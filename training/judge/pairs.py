"""Pairs to learn from: entailment sets, wrapped in speech, and the statements of our own drawn articles."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from attribution.evaluation.gold_articles import GoldArticle
from attribution.model import Attribution
from attribution.relations.pairtext import Said
from attribution.spans import join
from training.extractor.data import read_lines

NEITHER, CONTRADICTS, SUPPORTS = range(3)
# Two-way sets tell only that the premise does not entail the hypothesis.
NOT_SUPPORTS = 3
LABELS = {"neutral": NEITHER, "contradiction": CONTRADICTS, "entailment": SUPPORTS, "not_entailment": NOT_SUPPORTS}
# A fixed tenth of the premises is never learnt from.
HELD_OUT = 10

SPEAKERS = (
    "the ministry", "a spokesman", "the company", "police", "Reuters", "Anna Koval", "the report", "residents",
    "the union", "a senior official", "Dr Mensah", "the opposition", "critics", "the army", "researchers", "he", "she",
)  # fmt: skip
ASSERTING = ("said", "says", "told", "according to", "insisted", "claimed", "reported", "believes", "wrote", "confirmed")
DENYING = ("denied", "denies", "has denied", "rejected", "disputed", "dismissed", "denied that", "disputes")


@dataclass(frozen=True, slots=True)
class PairExample:
    """Two statements, how they relate (`LABELS`), and the set that they are from."""

    first: Said
    second: Said
    label: int
    set: str


def read_entailment(path: Path, held_out: bool) -> list[PairExample]:
    """Return the pairs of a JSONL file of premises and hypotheses, only the held-out tenth or only the others.

    The tenth is chosen by premise, for captions (SICK), whose sentences recur on both sides, by scene, so that nothing
    that is measured on was seen in training.
    """
    lines = list(read_lines(path))
    scenes = _scenes((line["premise"], line["hypothesis"]) for line in lines if line["set"] == "sick")
    found = []
    for line in lines:
        key = scenes.get(_normal(line["premise"]), _normal(line["premise"]))
        if (int(hashlib.sha256(key.encode()).hexdigest(), 16) % HELD_OUT == 0) == held_out:
            sides = (Said("", "", line["premise"]), Said("", "", line["hypothesis"]))
            found.append(PairExample(*sides, LABELS[line["label"]], line["set"]))
    return found


def _scenes(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return one sentence for each set of sentences that pairs connect (union and find)."""
    parent: dict[str, str] = {}

    def root(sentence: str) -> str:
        while parent.setdefault(sentence, sentence) != sentence:
            sentence = parent[sentence]
        return sentence

    for a, b in pairs:
        one, other = root(_normal(a)), root(_normal(b))
        parent[max(one, other)] = min(one, other)
    return {sentence: root(sentence) for sentence in parent}


def _normal(sentence: str) -> str:
    return " ".join(sentence.lower().split())


def speak(example: PairExample, chance: random.Random) -> PairExample:
    """Return an entailment pair as two speakers' words, now and then with one who denies, in either order.

    Who denies what follows from another's words contradicts it; who denies what they exclude supports it.
    """
    label, first, second = example.label, example.first, example.second
    if chance.random() < 0.6:
        one, other = chance.sample(SPEAKERS, 2)
        first = Said(one, chance.choice(ASSERTING), first.content)
        cue = chance.choice(ASSERTING)
        if label != NOT_SUPPORTS and chance.random() < 0.35:
            cue = chance.choice(DENYING)
            label = {CONTRADICTS: SUPPORTS, SUPPORTS: CONTRADICTS, NEITHER: NEITHER}[label]
        second = Said(other, cue, second.content)
    if chance.random() < 0.5:
        first, second = second, first
    return PairExample(first, second, label, example.set)


def article_pairs(article: GoldArticle, chance: random.Random | None = None) -> Iterator[PairExample]:
    """Yield all pairs of attributions of different sources of an article, in reading order.

    Parameters
    ----------
    article : annotated.
    chance : if given, sources now and then go by the words of the place instead of their full name.
    """
    for a, b in pairs_of(article.attributions):
        pair = frozenset((a.id, b.id))
        label = next(
            (number for number, kind in ((CONTRADICTS, "contradicts"), (SUPPORTS, "supports"))
             if pair in article.relations[kind]),  # type: ignore[index]
            NEITHER,
        )  # fmt: skip
        yield PairExample(_said(article, a, chance), _said(article, b, chance), label, article.id)


def pairs_of(attributions: Sequence[Attribution]) -> Iterator[tuple[Attribution, Attribution]]:
    """Yield the pairs of attributions that are not all of the same sources."""
    for a, b in combinations(attributions, 2):
        if not a.sources or set(a.sources) != set(b.sources):
            yield a, b


def _said(article: GoldArticle, attribution: Attribution, chance: random.Random | None) -> Said:
    names = " and ".join(article.sources[key].name for key in attribution.sources)
    if chance is not None and chance.random() < 0.3:
        names = join(article.text, attribution.source, " ")
    return Said(names, join(article.text, attribution.cue, " "), join(article.text, attribution.content, " "))


def describe(examples: Sequence[PairExample]) -> dict[str, Any]:
    """Return how many examples there are of each label."""
    names = {number: name for name, number in LABELS.items()}
    return {names[label]: sum(example.label == label for example in examples) for label in names}
