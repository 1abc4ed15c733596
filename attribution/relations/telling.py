"""How a claim is told: as a wish, a plan, a condition; of which place and time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attribution.lexicon.load import load_table, load_words
from attribution.lexicon.words import Word, find_family, load_class, load_phrases

# A claim of so few words can hang on a pronoun anywhere in it.
_SHORT = 14
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_flags(words: tuple[Word, ...], tags: Mapping[int, str]) -> frozenset[str]:
    """Return the ways of telling that keep claims from conflicting: wishes, plans, updates, conditions."""
    lower = tuple(word.lower for word in words)
    main = lower[: next((i for i, word in enumerate(lower) if i and word in load_class("subordinate")), len(lower))]
    flags = {flag for flag, name in _FLAGS if _contains(lower if flag == "update" else main, name)}
    if lower[:1] in {("if",), ("unless",)} or "if" in lower or "unless" in lower:
        flags.add("condition")
    if lower and lower[0] in load_class("whoever"):
        flags.add("generic")
    if lower and lower[0] in load_class("anybody") and tags.get(words[min(1, len(words) - 1)].start) in {"VBZ", "VBP"}:
        flags.add("generic")
    if any(word in load_words("vague_subjects") for word in (lower if len(lower) <= _SHORT else lower[:3])):
        flags.add("vague")
    # Texts without parts of speech say nothing about their verbs.
    pos = {tags[word.start] for word in words if word.start in tags} - {""}
    if pos and not pos & _FINITE:
        flags.add("fragment")
    return frozenset(flags)


def find_places(words: tuple[Word, ...]) -> frozenset[str]:
    """Return the names of the places that a claim is said to be about ("in southern Homs": homs)."""
    found = set()
    for i, word in enumerate(words):
        if word.lower not in load_class("places"):
            continue
        for follower in words[i + 1 : i + 5]:
            if not follower.text[0].isalpha() or follower.lower in {"and", "or"} | load_class("places"):
                break
            if follower.text[0].isupper() and follower.lower not in _times():
                found.add(find_family(follower.lower))
    return frozenset(found)


def find_times(words: tuple[Word, ...]) -> frozenset[str]:
    """Return the days, months and years that a claim names."""
    found = {word.lower for word in words if word.lower in _times() and (word.text[0].isupper() or word.lower != "may")}
    years = {
        word.text for word in words if len(word.text) == 4 and word.text.isdigit() and word.text[:2] in {"19", "20"}
    }
    return frozenset(found | years)


@cache
def _times() -> frozenset[str]:
    rows = (row for row in load_table("rivals") if {"monday", "january"} & set(row))
    return frozenset(word for row in rows for word in row)


_FLAGS = (("wish", "normative_words"), ("future", "future_words"), ("update", "update_words"))


# "Nobody hires bankers for fun" is about everybody, not about what happened.
# What follows these is not the claim's own time or wish ("condemned the test, as it will raise tensions").


def _contains(lower: tuple[str, ...], name: str) -> bool:
    firsts = _firsts(name)
    return any(lower[i : i + len(p)] == p for i, word in enumerate(lower) for p in firsts.get(word, ()))


@cache
def _firsts(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    firsts: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load_phrases(name):
        firsts.setdefault(phrase[0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in firsts.items()}
