"""Who is said to have done it: sources that claim a deed for themselves, and sources that put it on others."""

from __future__ import annotations

from functools import cache
from typing import Literal

from attribution.lexicon.load import load_table, load_words
from attribution.lexicon.words import find_family, find_stem, find_words, load_class
from attribution.relations.terms import Deed, Statement


def find_deed(statement: Statement) -> Deed | None:
    """Return who a claim says did something, or None when it says nothing of that."""
    if statement.claim.affirmed is not True:
        return None
    told = tuple(find_stem(w.lower) for w in find_words(statement.cue)) + tuple(
        find_stem(w.lower) for w in statement.words
    )
    in_cue = len(find_words(statement.cue))
    for phrase, way in _phrases():
        n = len(phrase)
        at = next((i for i in range(len(told) - n + 1) if told[i : i + n] == phrase), -1)
        if at < 0:
            continue
        if way == "takes":
            event = frozenset(t.family for t in statement.terms.values() if not t.name)
            return Deed("takes", statement.own, event) if _is_own(statement, at < in_cue) else None
        return _read_blame(statement, at + n - in_cue, phrase[-1] in {"by", "from", "of"}, at < in_cue)
    return None


def find_cause(statement: Statement) -> Deed | None:
    """Return what a claim says caused something; None when it says nothing of that, or names one cause among others."""
    lower = [w.lower for w in statement.words]
    if statement.claim.affirmed is not True or load_words("partial_causes") & set(lower):
        return None
    stems = tuple(map(find_stem, lower))
    for phrase, side in _causes():
        n = len(phrase)
        at = next((i for i in range(len(stems) - n + 1) if stems[i : i + n] == phrase), -1)
        if at < 0:
            continue
        before, after = (_content(lower[:at]), _content(lower[at + n :]))
        cause, effect = (before, after) if side == "before" else (after, before)
        return Deed("causes", cause, effect) if cause else None
    return None


def _content(words: list[str]) -> frozenset[str]:
    light = load_words("light_words")
    return frozenset(find_family(w) for w in words if w not in light and w[0].isalpha() and len(w) > 1)


@cache
def _causes() -> tuple[tuple[tuple[str, ...], str], ...]:
    rows = ((tuple(find_stem(w) for w in phrase.split() if w != "be"), side) for phrase, side in load_table("causes"))
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def _is_own(statement: Statement, in_cue: bool) -> bool:
    """Tell whether the deed's subject is the source itself: the cue says so, or a pronoun or its name does."""
    first = [w.lower for w in statement.words[:4]]
    return in_cue or bool(load_class("first_persons") & set(first)) or bool(
        {find_family(w) for w in first} & statement.own
    )  # fmt: skip


def _read_blame(statement: Statement, end: int, agent_after: bool, in_cue: bool) -> Deed | None:
    """Read who is blamed: the words up to "for", or those before or after the phrase."""
    lower = [w.lower for w in statement.words]
    if in_cue:
        cut = next((i for i, w in enumerate(lower) if w in load_class("accusation_objects")), len(lower))
        agents, event = range(cut), range(cut, len(lower))
    elif agent_after:
        agents, event = range(end, len(lower)), range(max(0, end))
    else:
        agents, event = range(max(0, end - 1)), range(max(0, end), len(lower))
    light = load_words("light_words")
    who = frozenset(find_family(lower[i]) for i in agents if lower[i] not in light and lower[i][0].isalpha())
    what = frozenset(find_family(lower[i]) for i in event if lower[i] not in light and lower[i][0].isalpha())
    return Deed("gives", who, what) if who else None


@cache
def _phrases() -> tuple[tuple[tuple[str, ...], Literal["takes", "gives"]], ...]:
    rows = []
    for phrase, way in load_table("responsibility"):
        stems = tuple(find_stem(w) for w in phrase.split())
        rows.append((stems, "takes" if way == "takes" else "gives"))
    return tuple(sorted(rows, key=lambda row: -len(row[0])))  # type: ignore[arg-type]
