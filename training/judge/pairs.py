"""Pairs to learn from: entailment sets, wrapped in speech, and the statements of our own drawn articles."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attribution.relations.network import CONTRADICTS, NEITHER, SUPPORTS
from attribution.relations.pairtext import Said
from training.extractor.data import read_lines
from training.judge.cases import UNKNOWN, Case

# Two-way sets tell only that the premise does not entail the hypothesis.
NOT_SUPPORTS = 3
LABELS = {"neutral": NEITHER, "contradiction": CONTRADICTS, "entailment": SUPPORTS, "not_entailment": NOT_SUPPORTS}
# ANLI's licence is not for everybody (CC BY-NC): it is measured on and not learnt from.
MEASURED_ONLY = "anli"
OWN_LABELS = {"neither": NEITHER, "contradicts": CONTRADICTS, "supports": SUPPORTS}
FOLDER = Path(__file__).parent.parent / "pairs"
# Lines of our own pairs that are held out, or not, together.
STRETCH = 30
# A fixed tenth of the premises is never learnt from.
HELD_OUT = 10

SPEAKERS = (
    "the ministry", "a spokesman", "the company", "police", "Reuters", "Anna Koval", "the report", "residents",
    "the union", "a senior official", "Dr Mensah", "the opposition", "critics", "the army", "researchers", "he", "she",
)  # fmt: skip
ASSERTING = (
    "said",
    "says",
    "told",
    "according to",
    "insisted",
    "claimed",
    "reported",
    "believes",
    "wrote",
    "confirmed",
)
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
    lines = [line for line in read_lines(path) if held_out or not line["set"].startswith(MEASURED_ONLY)]
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


def read_own_pairs(folder: Path, held_out: bool) -> list[PairExample]:
    """Return the pairs of statements that we wrote, only the held-out tenth or only the others.

    Each line of the folder's files is a label and, for both sides, name, cue and content, parted by tabs. Lines of one
    scene stand together, so whole stretches of lines are held out.
    """
    found = []
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            label, *fields = line.split("\t")
            if (number // STRETCH % HELD_OUT == HELD_OUT - 1) == held_out:
                found.append(PairExample(Said(*fields[:3]), Said(*fields[3:]), OWN_LABELS[label], "our own pairs"))
    return found


def article_pairs(case: Case) -> Iterator[PairExample]:
    """Yield the pairs of attributions of an article that the program would decide on, as it would read them."""
    for (first, second), label in zip(case.told, case.labels.tolist(), strict=True):
        if label != UNKNOWN:
            yield PairExample(first, second, label, "article")


def describe(examples: Sequence[PairExample]) -> dict[str, Any]:
    """Return how many examples there are of each label."""
    names = {number: name for name, number in LABELS.items()}
    return {names[label]: sum(example.label == label for example in examples) for label in names}
