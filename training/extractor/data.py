"""PolNeAR's annotations as word-level examples, with the parallel automatic parses as further things to learn."""

from __future__ import annotations

import gzip
import json
import random
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from attribution.extraction.neural.words import Word, find_words
from attribution.model import Attribution, Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations

ROLES = ("source", "cue", "content")
NAMED = ("PERSON", "LOCATION")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One gold attribution over word indices; `anchor` is the word that stands for its cue."""

    anchor: int
    roles: Mapping[str, frozenset[int]]

    @property
    def extent(self) -> tuple[int, int]:
        """First and last word that the attribution touches."""
        touched = set().union(*self.roles.values())
        return min(touched), max(touched)


@dataclass(frozen=True, slots=True)
class Example:
    """One document: its words, its attributions, and for each word what else is known of it (-1: nothing).

    Parameters
    ----------
    judged : whether its attributions are marked at all.
    doubtful : words of which nobody knows whether they stand for a cue.
    """

    id: str
    text: str
    words: tuple[Word, ...]
    attributions: tuple[Labelled, ...]
    tags: tuple[int, ...] = ()
    entities: tuple[int, ...] = ()
    heads: tuple[int, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    gold: tuple[Attribution, ...] = ()
    judged: bool = True
    doubtful: frozenset[int] = frozenset()


@dataclass(slots=True)
class Inventory:
    """The tags of the automatic parses, filled while reading: tag to number."""

    tags: dict[str, int] = field(default_factory=dict)


def read_lines(path: Path) -> Iterator[Any]:
    """Yield the objects of a JSONL file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_examples(folder: Path, part: str, inventory: Inventory) -> list[Example]:
    """Return the documents of PolNeAR's `part` ("train" or "dev") as examples.

    Parameters
    ----------
    folder : holds ``PART.jsonl.gz`` and ``PART-corenlp.jsonl.gz``.
    inventory : tags; extended by what is met in the parses.
    """
    parses = {line["id"]: line["sentences"] for line in read_lines(folder / f"{part}-corenlp.jsonl.gz")}
    examples = []
    for line in read_lines(folder / f"{part}.jsonl.gz"):
        gold: list[Any] = next(iter(line["attributions"].values()), [])
        examples.append(example_of(line["id"], line["text"], gold, parses.get(line["id"], []), inventory))
    return examples


def example_of(id_: str, text: str, gold: list[Any], sentences: list[Any], inventory: Inventory) -> Example:
    """Return a document as an example.

    Parameters
    ----------
    gold : its attributions, each a mapping of roles to (start, end).
    sentences : its automatic parse, if there is one.
    inventory : tags; extended by what is met in the parse.
    """
    document = Document(id_, text, body=(Span(0, len(text)),))
    paragraphs = find_paragraphs(document)
    words = find_words(text, paragraphs, find_quotations(document, paragraphs))
    starts = [word.start for word in words]
    tags, heads = [-1] * len(words), [-1] * len(words)
    names: dict[int, str] = {}
    for sentence in sentences:
        at = [_word_at(words, starts, token[0], token[1]) for token in sentence]
        for token, word in zip(sentence, at, strict=True):
            if word is None or tags[word] >= 0:
                continue
            tags[word] = inventory.tags.setdefault(token[4], len(inventory.tags))
            head = at[token[6] - 1] if 0 < token[6] <= len(at) else word
            heads[word] = -1 if head is None else head
            if token[5] in NAMED and token[4] in ("NNP", "NNPS") and words[word].text.isalpha():
                names[word] = token[5]
    attributions = [a for item in gold if (a := _labelled(item, words, starts, heads)) is not None]
    unique = {a.anchor: a for a in reversed(attributions)}
    return Example(
        id_,
        text,
        words,
        tuple(unique[k] for k in sorted(unique)),
        tuple(tags),
        (-1,) * len(words),
        tuple(heads),
        names,
        tuple(_gold(item) for item in gold),
    )


def _gold(item: Any) -> Attribution:
    source, cue, content = (tuple(Span(*span) for span in item.get(role) or []) for role in ROLES)
    return Attribution("", "", source, cue, content)


def _word_at(words: Sequence[Word], starts: Sequence[int], start: int, end: int) -> int | None:
    index = bisect_left(starts, start)
    if index and words[index - 1].end > start:
        index -= 1
    return index if index < len(words) and words[index].start < end else None


def _labelled(
    item: dict[str, Any], words: Sequence[Word], starts: Sequence[int], heads: Sequence[int]
) -> Labelled | None:
    roles = {}
    for role in ROLES:
        touched: set[int] = set()
        for start, end in item.get(role) or []:
            index = _word_at(words, starts, start, end)
            while index is not None and index < len(words) and words[index].start < end:
                touched.add(index)
                index += 1
        roles[role] = frozenset(touched)
    cue = sorted(roles["cue"])
    if not cue or not roles["content"]:
        return None
    # the anchor is the cue's syntactic head: the word whose own head lies outside the cue
    free = [w for w in cue if heads[w] >= 0 and (heads[w] not in roles["cue"] or heads[w] == w)]
    anchor = next((w for w in free if words[w].text[0].isalnum()), (free or cue)[0])
    return Labelled(anchor, roles)


def name_pool(examples: Sequence[Example]) -> dict[str, list[str]]:
    """Return the name words of all examples by entity class, for swapping."""
    pool: dict[str, set[str]] = {kind: set() for kind in NAMED}
    for example in examples:
        for word, kind in example.names.items():
            pool[kind].add(example.words[word].text)
    return {kind: sorted(words) for kind, words in pool.items()}


def augment(
    example: Example, pool: Mapping[str, Sequence[str]], chance: random.Random, without: Sequence[str] = ()
) -> Example:
    """Return the example with, now and then, other names, or without the help of letter case or quotation marks.

    PolNeAR is one country's politics of one year in one typography; a model that is to travel must not lean on either.

    Parameters
    ----------
    without : "names" keeps all names, "typography" keeps letter case and marks.
    """
    words = list(example.words)
    if chance.random() < 0.35 and "names" not in without:
        swap: dict[str, str] = {}
        for index, kind in example.names.items():
            word = words[index]
            other = swap.setdefault(word.text, chance.choice(pool[kind]))
            words[index] = word._replace(text=other if word.text[0].isupper() else other.lower())
    if "typography" in without:
        return replace(example, words=tuple(words))
    roll = chance.random()
    if roll < 0.06:
        words = [word._replace(shape=0) for word in words]
    elif roll < 0.10:
        words = [word._replace(shape=2) if word.shape else word for word in words]
    if chance.random() < 0.06:
        words = [word._replace(quoted=0) for word in words]
    return replace(example, words=tuple(words))
