"""Train the part-of-speech tagger: ``python -m training.tagger --data DIR [--output FILE]``.

DIR holds ``train.jsonl.gz``, ``train-corenlp.jsonl.gz`` and the same for ``dev`` (PolNeAR with automatic annotations,
Newell et al. 2018). The tags learnt are CoreNLP's, so the accuracy printed is agreement with CoreNLP.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from attribution.text.tagging import MODEL_FILE, Tagger, features, normalize
from training.perceptron import Weights

Example = tuple[list[str], list[str]]


class Learner:
    """The weights of a tagger in the making, and what stays as it is."""

    def __init__(self, known: dict[str, tuple[str, ...]], tags: tuple[str, ...]) -> None:
        self.known, self.tags = known, tags
        self.weights = Weights()

    def learn(self, words: list[str], gold: list[str]) -> None:
        """Tag one sentence with the present weights, and mend them where the tag is wrong."""
        guess = Tagger(self.known, self.weights.rows, self.tags).tag(words)
        forms, shapes = normalize(words)
        for i, (said, right) in enumerate(zip(guess, gold, strict=True)):
            self.weights.steps += 1
            if said == right or len(self.known.get(forms[i + 2], self.tags)) == 1:
                continue
            before = guess[i - 1] if i else "<s>"
            before2 = guess[i - 2] if i > 1 else "<s>"
            for feature in features(forms, shapes, i, before, before2):
                self.weights.add(feature, right, 1.0)
                self.weights.add(feature, said, -1.0)


def read_examples(folder: Path, part: str) -> Iterator[Example]:
    """Yield the words, as written in the text, and tags of each sentence."""
    with gzip.open(folder / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = {doc["id"]: doc["text"] for doc in map(json.loads, lines)}
    with gzip.open(folder / f"{part}-corenlp.jsonl.gz", "rt", encoding="utf-8") as lines:
        for doc in map(json.loads, lines):
            for sentence in doc["sentences"]:
                yield [texts[doc["id"]][t[0] : t[1]] for t in sentence], [t[4] for t in sentence]


def count_known(examples: list[Example], often: int = 8, share: float = 0.005) -> dict[str, tuple[str, ...]]:
    """Return the words seen at least `often`, with the tags that make up at least `share` of each, commonest first."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words, tags in examples:
        for form, tag in zip(normalize(words)[0][2:-2], tags, strict=True):
            counts[form][tag] += 1
    known = {}
    for form, tags_of in sorted(counts.items()):
        total = sum(tags_of.values())
        if total >= often:
            known[form] = tuple(
                t for t, n in sorted(tags_of.items(), key=lambda x: (-x[1], x[0])) if n >= share * total
            )
    return known


def vary(words: list[str], dice: random.Random) -> list[str]:
    """Return the sentence, now and then written as a headline, in capitals or with every word capitalised."""
    throw = dice.random()
    if throw < 0.03:
        return [word.upper() for word in words]
    if throw < 0.09:
        return [word[:1].upper() + word[1:] if len(word) > 3 else word for word in words]
    return words


def accuracy(tagger: Tagger, examples: list[Example]) -> float:
    """Return the share of words whose tag is right."""
    pairs = [pair for words, tags in examples for pair in zip(tagger.tag(words), tags, strict=True)]
    return sum(a == b for a, b in pairs) / len(pairs)


def main() -> None:
    """Train, print the accuracy on dev, write the weights."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=Path("attribution/models") / MODEL_FILE)
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--smallest", type=float, default=0.1)
    options = parser.parse_args()
    dice = random.Random(1)
    train, dev = list(read_examples(options.data, "train")), list(read_examples(options.data, "dev"))
    known = count_known(train)
    # A word never seen is a word: it gets no tag of a punctuation mark.
    counts = Counter(tag for _, tags in train for tag in tags if tag.replace("$", "").isalpha())
    learner = Learner(known, tuple(tag for tag, _ in counts.most_common()))
    for passed in range(options.passes):
        dice.shuffle(train)
        for words, tags in train:
            learner.learn(vary(words, dice), tags)
        tagger = Tagger(known, learner.weights.averaged(options.smallest), learner.tags)
        print(f"pass {passed + 1}: dev {100 * accuracy(tagger, dev):.2f} %", flush=True)
        write(tagger, options.output)
    for name, form in (("CAPITALS", str.upper), ("Capitals", str.title)):
        print(f"{name}: dev {100 * accuracy(tagger, [([form(w) for w in ws], ts) for ws, ts in dev]):.2f} %")
    start = time.perf_counter()
    accuracy(tagger, dev)
    print(f"{sum(len(ws) for ws, _ in dev) / (time.perf_counter() - start):.0f} words/s")


def write(tagger: Tagger, path: Path) -> None:
    """Write the tagger as compressed JSON, the same bytes for the same weights."""
    model = {
        "known": {word: " ".join(tags) for word, tags in sorted(tagger.known.items())},
        "weights": dict(sorted(tagger.weights.items())),
        "tags": list(tagger.tags),
    }
    data = json.dumps(model, ensure_ascii=False, separators=(",", ":")).encode()
    path.write_bytes(gzip.compress(data, 9, mtime=0))


if __name__ == "__main__":
    main()
