"""Cut a mention into the noun phrases it is made of: the core and its appositions, without brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attribution.lexicon.load import load_table, load_words
from attribution.sources.words import Word, surface

_ACRONYM = re.compile(r"^(?:[A-Z]\.){2,6}$|^[A-Z][A-Za-z&]{0,9}[A-Z]s?$")
_EXAMPLES = frozenset(
    {"like", "such", "including", "especially", "particularly", "notably", "among", "namely", "mostly"}
)


def without_brackets(text: str, words: Sequence[Word]) -> tuple[list[Word], str]:
    """Drop what stands in brackets; return the acronym among it ("the Roe Society (RS)"), if any."""
    kept: list[Word] = []
    inside: list[Word] = []
    depth, acronym = 0, ""
    for word in words:
        if word.text in "([":
            depth += 1
            inside = []
        elif word.text in ")]" and depth:
            depth -= 1
            held = surface(text, inside)
            if not acronym and _ACRONYM.match(held):
                acronym = held
        elif depth:
            inside.append(word)
        elif word.text not in '"“”„«»':
            kept.append(word)
    return kept, acronym


def without_lead(words: list[Word]) -> list[Word]:
    """Drop prepositions and marks before the phrase ("by the ministry", "— the mayor")."""
    at = 0
    while at < len(words) - 1 and (
        not words[at].is_word
        or (words[at].lower in ("by", "from", "for", "to", "of", "with", "at") and words[at].text.islower())
    ):
        if words[at + 1].lower in ("least", "most"):
            break  # "at least two officials"
        at += 1
    end = len(words)
    while end > at and not words[end - 1].is_word and not words[end - 1].is_possessive:
        end -= 1
    if end - at > 1 and words[end - 1].is_possessive and words[end - 1].text != "'":
        end -= 1
    return words[at:end]


def split_segments(words: Sequence[Word]) -> list[list[Word]]:
    """Return the phrases between commas and dashes; what follows a relative pronoun or gives examples is left out."""
    segments: list[list[Word]] = [[]]
    inside = False
    for at, word in enumerate(words):
        if inside and word.text != ",":
            continue  # "the man who saw it, Jane Roe": what tells which man
        inside = False
        if not segments[-1] and len(segments) > 1 and word.lower in _EXAMPLES:
            break
        if word.text in (",", ";", "—", "–", "-") or (
            word.text.islower() and word.lower in ("who", "whose", "which", "whom")
        ):
            restrictive = bool(segments[-1])
            segments.append([])
            if word.text not in (",", ";", "—", "–", "-"):
                if clause := _telling_clause(words[at + 1 :]):
                    segments[-1] = clause
                    break
                if not restrictive or "," not in [later.text for later in words[at + 1 :]]:
                    break
                inside = True
        else:
            segments[-1].append(word)
    return segments


def _telling_clause(words: Sequence[Word]) -> list[Word]:
    """Return what a relative clause tells of who someone is: "Roe" of "who goes by the name of Roe"."""
    clause = list(words[: next((at for at, word in enumerate(words) if word.text in (",", ";", "—", "–")), len(words))])
    if not clause:
        return []
    first = [word.lower for word in clause[:2]]
    if first[0] in _verbs() or " ".join(first) in _verbs():
        return clause
    for at, word in enumerate(clause[1:-1], 1):
        if word.lower in ("as", "named", "called", "of") and clause[at + 1].is_capital:
            naming = {other.lower for other in clause[:at]}
            if naming & load_words("naming_verbs"):
                return clause[at + 1 :]
    return []


@cache
def _verbs() -> frozenset[str]:
    return frozenset(verb for verb, _ in load_table("leading_verbs"))
