"""Learn how likely each candidate of the rule extractor is: ``python -m training.cues --data DIR [--output FILE]``.

DIR holds ``train.jsonl.gz`` (PolNeAR, Newell et al. 2018). A candidate is right when its cue and its source share a
word with those of a gold attribution and the contents' words overlap by half at least.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attribution.extraction.rules.candidates import Candidate
from attribution.extraction.rules.find import find_candidates
from attribution.extraction.rules.lines import make_lines
from attribution.extraction.rules.quoted import Quotes
from attribution.extraction.rules.weights import WEIGHTS_FILE, confidence_of
from attribution.model import Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations, find_sentences

Example = tuple[tuple[str, ...], bool]
_WORD = re.compile(r"\w+")


def read_gold(path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the text and the first annotator's attributions of each article."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for doc in map(json.loads, lines):
            yield doc["text"], next(iter(doc["attributions"].values()), [])


def candidates_of(text: str) -> list[Candidate]:
    """Return all candidates in a text, all of it taken as the article."""
    document = Document("", text, body=(Span(0, len(text)),))
    paragraphs = find_paragraphs(document)
    quotations = find_quotations(document, paragraphs)
    lines = tuple(make_lines(find_sentences(document, paragraphs), quotations))
    return find_candidates(lines, Quotes(quotations))


class Words:
    """The words of a text, to compare spans by."""

    def __init__(self, text: str) -> None:
        self.places = [match.span() for match in _WORD.finditer(text)]
        self.starts = [start for start, _ in self.places]

    def of(self, spans: Sequence[Sequence[int]]) -> frozenset[int]:
        """Return the indices of the words that lie in the spans."""
        inside: set[int] = set()
        for start, end in spans:
            i = bisect_left(self.starts, start)
            while i < len(self.places) and self.places[i][0] < end:
                inside.add(i)
                i += 1
        return frozenset(inside)


def label(candidates: Sequence[Candidate], gold: Sequence[dict[str, Any]], text: str) -> Iterator[Example]:
    """Yield each candidate's features and whether it is right."""
    words = Words(text)
    answers = [tuple(words.of(a[role]) for role in ("cue", "source", "content")) for a in gold]
    by_cue: dict[int, list[int]] = {}
    for number, a in enumerate(gold):
        for start, end in a["cue"]:
            for place in range(start, end):
                by_cue.setdefault(place, []).append(number)
    for candidate in candidates:
        near = {n for place in range(*candidate.cue) for n in by_cue.get(place, ())}
        source = words.of([candidate.source] if candidate.source else [])
        content = words.of(candidate.content)
        yield candidate.features, any(_agree(source, content, *answers[n][1:]) for n in sorted(near))


def _agree(
    source: frozenset[int], content: frozenset[int], gold_source: frozenset[int], gold_content: frozenset[int]
) -> bool:
    same = bool(source & gold_source) or not (source or gold_source)
    return same and len(content & gold_content) >= 0.5 * len(content | gold_content) > 0


def learn(examples: list[Example], passes: int = 10, rate: float = 0.1, decay: float = 2e-4) -> dict[str, float]:
    """Return the weights of a logistic regression, by AdaGrad (Duchi et al. 2011) with L2 shrinkage."""
    dice = random.Random(1)
    seen = Counter(feature for features, _ in examples for feature in features)
    weights = {feature: 0.0 for feature, count in sorted(seen.items()) if count >= 3}
    weights[""] = 0.0
    squares = dict.fromkeys(weights, 1.0)
    for _ in range(passes):
        dice.shuffle(examples)
        for features, right in examples:
            active = ["", *(feature for feature in features if feature in weights)]
            error = float(right) - confidence_of(active[1:], weights)
            for feature in active:
                gradient = error - decay * weights[feature]
                squares[feature] += gradient * gradient
                weights[feature] += rate * gradient / math.sqrt(squares[feature])
    return weights


def main() -> None:
    """Learn the weights from train, and write them."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=Path("attribution/models") / WEIGHTS_FILE)
    options = parser.parse_args()
    examples = [
        example
        for text, gold in read_gold(options.data / "train.jsonl.gz")
        for example in label(candidates_of(text), gold, text)
    ]
    print(f"{len(examples)} candidates, {sum(right for _, right in examples)} of them right")
    weights = {f: round(w, 3) for f, w in learn(examples).items() if abs(w) >= 0.02}
    data = json.dumps(weights, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    options.output.write_bytes(gzip.compress(data, 9, mtime=0))


if __name__ == "__main__":
    main()
