"""Train the tagger of names: ``python -m training.names --data DIR [--output FILE]``.

DIR holds ``articles.jsonl.gz``, the 1,075 world news articles of Stanford's en-worldwide-newswire (Shan, Bauer, Carlson
and Manning 2023), tokens with BIO labels. Every tenth article is never learnt from; the figures printed, and those of
docs/results.md, are measured on these: F1 of whole names with their class, in the text as it is, in lower case, in
capitals and with a capital on every word. ``--measure`` prints them for the packaged weights and trains nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from attribution.sources.nametagger import (
    CLASSES,
    LABELS,
    MODEL_FILE,
    NameTagger,
    Sight,
    find_names,
    load_name_tagger,
)
from attribution.text.tagging import tag_words
from training.perceptron import Weights

HELD_OUT = 10
# A word written small, or a mark, that was inside a name at least this often may be so again.
OFTEN_INNER = 5

Sentence = tuple[list[str], list[str]]
STYLES: dict[str, Callable[[str], str]] = {
    "as it is": str, "lower case": str.lower, "CAPITALS": str.upper, "Every Word": lambda w: w[:1].upper() + w[1:],
}  # fmt: skip


def read_sentences(path: Path, held_out: bool) -> Iterator[Sentence]:
    """Yield words and labels of the sentences, of the held-out tenth of the articles or of the others."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if (number % HELD_OUT == HELD_OUT - 1) == held_out:
                for sentence in json.loads(line)["sentences"]:
                    yield [word for word, _ in sentence], [_label(label) for _, label in sentence]


def _label(label: str) -> str:
    return label if label in LABELS else "O"


def vary(words: list[str], dice: random.Random) -> list[str]:
    """Return the sentence, now and then in lower case, in capitals or as a headline."""
    throw = dice.random()
    if throw < 0.12:
        return [word.lower() for word in words]
    if throw < 0.22:
        return [word.upper() for word in words]
    if throw < 0.32:
        return [word[:1].upper() + word[1:] if len(word) > 3 else word for word in words]
    return words


def learn(tagger: NameTagger, weights: Weights, words: Sequence[str], gold: Sequence[str]) -> None:
    """Label one sentence with the present weights, and mend them where a label is wrong.

    The labels before are those that the tagger gave, so that it learns to go on after its own errors.
    """
    tags = tag_words(words)
    seen = Sight(words, tags)
    guess = tagger.tag(words, tags)
    for i, (said, right) in enumerate(zip(guess, gold, strict=True)):
        before = guess[i - 1] if i else "O"
        weights.steps += 1
        if said == right or tagger.is_plain(seen, i, before):
            continue
        for feature in seen.features(i, before, guess[i - 2] if i > 1 else "O"):
            weights.add(feature, right, 1.0)
            weights.add(feature, said, -1.0)


def measure(tagger: NameTagger, sentences: Sequence[Sentence], style: Callable[[str], str]) -> dict[str, float]:
    """Return the F1 of whole names for each class, and for persons, organisations and places together."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for words, gold in sentences:
        styled = [style(word) for word in words]
        wanted, got = set(find_names(gold)), set(find_names(tagger.tag(styled, tag_words(styled))))
        for counts, names in ((right, wanted & got), (found, got), (there, wanted)):
            counts.update(name[2] for name in names)
    for counts in (right, found, there):
        counts["together"] = sum(counts[name] for name in CLASSES[:3])
    return {name: 2 * right[name] / max(found[name] + there[name], 1) for name in ("together", *CLASSES)}


def report(tagger: NameTagger, held_out: Sequence[Sentence]) -> None:
    """Print the figures in each style of writing, and the speed."""
    for name, style in STYLES.items():
        figures = measure(tagger, held_out, style)
        print(f"{name:12}", "  ".join(f"{kind} {100 * value:.1f}" for kind, value in figures.items()), flush=True)
    tagged = [(words, tag_words(words)) for words, _ in held_out]
    start = time.perf_counter()
    for words, tags in tagged:
        tagger.tag(words, tags)
    print(f"{sum(len(words) for words, _ in tagged) / (time.perf_counter() - start):.0f} words/s")


def main() -> None:
    """Train, print the figures on the held-out tenth, write the weights."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=Path("attribution/models") / MODEL_FILE)
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--smallest", type=float, default=1.2)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    source = options.data / "articles.jsonl.gz"
    held_out = list(read_sentences(source, held_out=True))
    if options.measure:
        report(load_name_tagger(), held_out)
        return
    train = list(read_sentences(source, held_out=False))
    small = Counter(
        word.lower()
        for words, labels in train
        for word, label in zip(words, labels, strict=True)
        if label[0] == "I" and (word.islower() or not word[:1].isalnum())
    )
    inner = frozenset(word for word, count in small.items() if count >= OFTEN_INNER)
    weights, dice = Weights(), random.Random(1)
    for passed in range(options.passes):
        dice.shuffle(train)
        for words, labels in train:
            learn(NameTagger(weights.rows, inner), weights, vary(words, dice), labels)
        tagger = NameTagger(weights.averaged(options.smallest), inner)
        print(f"pass {passed + 1}: {100 * measure(tagger, held_out, str)['together']:.1f}", flush=True)
        write(tagger, options.output)
    report(tagger, held_out)


def write(tagger: NameTagger, path: Path) -> None:
    """Write the tagger as compressed JSON, the same bytes for the same weights."""
    weights = {
        feature: [
            number for label, weight in sorted(row.items()) for number in (LABELS.index(label), round(100 * weight))
        ]
        for feature, row in sorted(tagger.weights.items())
    }
    data = json.dumps({"weights": weights, "inner": sorted(tagger.inner)}, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(data.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
