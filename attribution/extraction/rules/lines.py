"""A sentence made ready for the rules: words, tags, verb groups, and which words stand in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from attribution.extraction.lemmas import verb_lemma
from attribution.model import Quotation, Sentence
from attribution.spans import Span

Form = Literal["finite", "infinitive", "gerund", "participle", "base"]

_BE = frozenset(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m"])
_HAVE = frozenset(["have", "has", "had", "having", "'ve", "'d", "’ve", "’d"])
_DO = frozenset(["do", "does", "did"])
_NOT = frozenset(["not", "n't", "n’t", "never"])
# Adverbs that do not belong to the verb after them but to the clause.
_CLAUSAL = frozenset(["however", "there", "here", "then", "so", "instead", "meanwhile", "too"])


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Auxiliaries, adverbs and a verb: ``tokens[start:end]``, whose last verb stands at `head`."""

    start: int
    end: int
    head: int
    lemma: str
    form: Form
    passive: bool = False
    negated: bool = False
    modal: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as the rules see it.

    Parameters
    ----------
    words, tags : the tokens in lower case, and their parts of speech.
    quotes : for each token the index of the outermost quotation it lies in, or -1.
    groups : the verb groups, from left to right.
    coming : for each token the index of the first group that ends after it.
    """

    sentence: Sentence
    words: tuple[str, ...]
    tags: tuple[str, ...]
    quotes: tuple[int, ...]
    groups: tuple[VerbGroup, ...]
    coming: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def group_after(self, i: int) -> VerbGroup | None:
        """Return the verb group at token `i`, or the next one, or None."""
        number = self.coming[i] if i < len(self.coming) else len(self.groups)
        return self.groups[number] if number < len(self.groups) else None

    def span(self, start: int, end: int) -> Span:
        """Return the place in the text of ``tokens[start:end]`` (at least one)."""
        tokens = self.sentence.tokens
        return Span(tokens[start].start, tokens[end - 1].end)


def make_lines(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterator[Line]:
    """Yield each sentence made ready; one pass over the tokens and the outermost quotations together."""
    outer = [(number, quote.span) for number, quote in enumerate(quotations) if quote.depth == 0]
    outer.sort(key=lambda item: item[1])
    at = 0
    for sentence in sentences:
        inside = []
        for token in sentence.tokens:
            while at < len(outer) and outer[at][1].end <= token.start:
                at += 1
            here = at < len(outer) and outer[at][1].start <= token.start
            inside.append(outer[at][0] if here else -1)
        words = tuple(token.text.lower() for token in sentence.tokens)
        tags = tuple(token.pos for token in sentence.tokens)
        groups = tuple(find_verb_groups(words, tags))
        yield Line(sentence, words, tags, tuple(inside), groups, _coming(len(words), groups))


def _coming(length: int, groups: Sequence[VerbGroup]) -> tuple[int, ...]:
    numbers, number = [], 0
    for i in range(length):
        while number < len(groups) and groups[number].end <= i:
            number += 1
        numbers.append(number)
    return tuple(numbers)


def find_verb_groups(words: Sequence[str], tags: Sequence[str]) -> Iterator[VerbGroup]:
    """Yield the verb groups of a sentence, from left to right.

    Parameters
    ----------
    words : in lower case.
    tags : Penn Treebank tags.
    """
    i = 0
    while i < len(words):
        group = _group_at(words, tags, i)
        if group is None:
            i += 1
        else:
            yield group
            i = group.end


def _group_at(words: Sequence[str], tags: Sequence[str], i: int) -> VerbGroup | None:
    infinitive = tags[i] == "TO" or words[i] == "to"
    first = _skip_adverbs(words, tags, i + 1) if infinitive else i
    if first >= len(words) or not (tags[first].startswith("VB") or (tags[first] == "MD" and not infinitive)):
        return None
    if infinitive and tags[first] not in ("VB", "VBP"):
        return None
    head, modal, passive = first, "", False
    while (following := _next_verb(words, tags, head)) is not None:
        if tags[head] == "MD":
            modal = words[head]
        passive = words[head] in _BE and tags[following] in ("VBN", "VBD")
        head = following
    start = i
    while start > 0 and _adverb_of_verb(words, tags, start - 1) and start > i - 2:
        start -= 1
    negated = any(word in _NOT for word in words[start:head])
    form: Form = "infinitive" if infinitive else _form(tags[first])
    return VerbGroup(start, head + 1, head, verb_lemma(words[head]), form, passive, negated, modal)


def _form(tag: str) -> Form:
    forms: dict[str, Form] = {"VBG": "gerund", "VBN": "participle", "VB": "base"}
    return forms.get(tag, "finite")


def _next_verb(words: Sequence[str], tags: Sequence[str], head: int) -> int | None:
    """Return where the verb stands that the auxiliary at `head` governs, or None when it governs none."""
    word, tag = words[head], tags[head]
    if tag == "MD":
        wanted: tuple[str, ...] = ("VB", "VBP")
    elif word in _HAVE:
        wanted = ("VBN", "VBD")
    elif word in _BE:
        wanted = ("VBG", "VBN", "VBD")
    elif word in _DO:
        wanted = ("VB", "VBP")
    else:
        return None
    following = _skip_adverbs(words, tags, head + 1)
    return following if following < len(words) and tags[following] in wanted else None


def _skip_adverbs(words: Sequence[str], tags: Sequence[str], i: int) -> int:
    end = min(len(words), i + 4)
    while i < end and (tags[i].startswith("RB") or words[i] in _NOT):
        i += 1
    return i


def _adverb_of_verb(words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    return tags[i] == "RB" and words[i] not in _CLAUSAL and words[i] not in _NOT
