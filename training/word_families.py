"""Build the word tables of the relations from WordNet and from counts of news.

::

    python -m training.word_families WORDNET_DICT OUT ARTICLES.jsonl.gz…

Writes ``word_families.tsv`` (derivationally related words), ``irregular_forms.tsv`` and ``document_frequencies.tsv``.
`WORDNET_DICT` is the ``dict`` folder of WordNet 3.0 (Debian: the package ``wordnet-base``); each line of the articles
has a ``text``. WordNet: Fellbaum (ed.), WordNet: An Electronic Lexical Database, MIT Press 1998.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
LICENCE = """# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Used under the WordNet licence:
# permission to use, copy, modify and distribute this database for any purpose and without fee or royalty is granted,
# provided that this notice is kept. THIS DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO
# REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED."""
# Links that WordNet's derivation has and a reader of news does not: the words mean different things there.
UNRELATED = frozenset(Path(__file__).with_name("unrelated_words.txt").read_text("utf-8").splitlines())


def _derivations(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that WordNet calls derivationally related."""
    synsets: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for letter, name in (("n", "noun"), ("v", "verb"), ("a", "adj"), ("r", "adv")):
        for line in (folder / f"data.{name}").read_text("utf-8").splitlines():
            if not line.startswith(" "):
                cells = line.split("|")[0].split()
                size = int(cells[3], 16)
                words = [re.sub(r"\(.*\)", "", cells[4 + 2 * i]).lower() for i in range(size)]
                at = 5 + 2 * size
                synsets[letter, cells[0]] = (words, cells[at : at + 4 * int(cells[at - 1])])
    for words, pointers in synsets.values():
        for symbol, offset, letter, ends in zip(*(pointers[i::4] for i in range(4)), strict=False):
            if symbol == "+":
                other = synsets["a" if letter == "s" else letter, offset][0]
                yield words[int(ends[:2], 16) - 1], other[int(ends[2:], 16) - 1]


def _shared_start(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _families(pairs: Iterable[tuple[str, str]], count: Counter[str]) -> list[list[str]]:
    """Return the words joined by derivation, where both are used in news and begin alike."""
    used = {w for w in count if count[w] + sum(count[w + end] for end in ("s", "d", "ed", "ing", "es")) >= 2}
    parent: dict[str, str] = {}

    def find(word: str) -> str:
        while parent.setdefault(word, word) != word:
            word = parent[word]
        return word

    for a, b in pairs:
        alike = _shared_start(a, b) >= max(3, min(len(a), len(b)) - 2)
        if {a, b} <= used and alike and not {a, b} & UNRELATED:
            parent[find(a)] = find(b)
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(parent):
        groups[find(word)].append(word)
    return sorted((sorted(g, key=lambda w: (len(w), w)) for g in groups.values() if len(g) > 1), key=lambda g: g[0])


def _irregular(folder: Path, count: Counter[str]) -> list[tuple[str, str]]:
    rows = set()
    for name in ("verb", "noun"):
        for line in (folder / f"{name}.exc").read_text("utf-8").splitlines():
            form, base = line.split()[:2]
            if count[form] and count[base] and form.isalpha() and form != base:
                rows.add((form, base))
    return sorted(rows)


def _write(path: Path, header: str, rows: Iterable[Iterable[str]]) -> None:
    path.write_text(header.rstrip() + "\n" + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def main(wordnet: str, out: str, *articles: str) -> None:
    """Write the three tables into the folder `out`."""
    count: Counter[str] = Counter()
    total = 0
    for path in articles:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                count.update({w.lower() for w in WORD.findall(json.loads(line)["text"])})
                total += 1
    folder, target = Path(wordnet), Path(out)
    origin = "Made by training/word_families.py.\n"
    families = _families(_derivations(folder), count)
    head = "# Words of one family (derivationally related in WordNet 3.0), used in news: one family a line.\n# "
    _write(target / "word_families.tsv", head + origin + LICENCE, families)
    head = "# Irregular inflected forms and their base forms, after WordNet 3.0's exception lists.\n# "
    _write(target / "irregular_forms.tsv", head + origin + LICENCE, _irregular(folder, count))
    head = f"# In how many of {total} news articles (PolNeAR, Wikinews 2019-20) a word occurs, from 4 on.\n# "
    common = sorted((w, str(c)) for w, c in count.items() if c >= 4 and len(w) > 1)
    _write(target / "document_frequencies.tsv", f"{head}{origin}*\t{total}\n", (row for row in common))


if __name__ == "__main__":
    main(*sys.argv[1:])
