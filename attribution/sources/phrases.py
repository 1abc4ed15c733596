"""Take a noun phrase apart: determiner, possessor, role, name, complement.

"the ministry's spokeswoman", "Syrian President Bashar al-Assad", "a woman aboard the plane", "the University of Roe".
Closed classes and word lists do the work: a source is nearly always one noun phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from attribution.lexicon.load import load_table, load_words
from attribution.model import SourceType
from attribution.sources.capitals import (
    is_acronym,
    is_origin,
    is_plain_plural,
    of_quantity,
    trailing_capitals,
    with_place,
)
from attribution.sources.knowledge import (
    PersonNoun,
    countries,
    is_given,
    match_person_noun,
    media_names,
    not_names,
    source_heads,
    titles,
)
from attribution.sources.propernames import LINKERS, classify_name, is_end, is_name_word, person_run, proper_run
from attribution.sources.rolewords import begins_given, core_end, find_role
from attribution.sources.words import Word, fold, is_agent, singular

Words = tuple[Word, ...]
Definiteness = Literal["definite", "indefinite", "possessive", ""]

_ORIGIN = re.compile(
    r"-(?:based|born|led|backed|run|controlled|held|owned|funded|linked|aligned|affiliated|sponsored)$"
)
_INITIAL = re.compile(r"[A-Z]\.?(?:[A-Z]\.?)?$")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase taken apart.

    Parameters
    ----------
    words, definiteness, plural, determiner : all of it, and what its determiner and its noun say.
    possessor : what stands before a possessive ending, or the possessive pronoun.
    before : the words between determiner or possessor and the noun or name; noun : its person noun, if any.
    head : the head noun in lower case and singular; for a name, its last word.
    name : the words of the name in it, if any; `named` says what the name is of.
    after : the complement, from its preposition on.
    """

    words: Words
    definiteness: Definiteness = ""
    determiner: str = ""
    plural: bool = False
    possessor: Words = ()
    before: Words = ()
    noun: PersonNoun | None = None
    head: str = ""
    name: Words = ()
    named: SourceType | Literal["", "unknown"] = ""
    titles: Words = ()
    after: Words = ()


@cache
def determiners() -> dict[str, tuple[Definiteness, str]]:
    """Return the determiners with what they say: definiteness and number."""
    return {word: (kind, number) for word, kind, number in load_table("determiners")}  # type: ignore[misc]


def parse_phrase(words: Sequence[Word]) -> NounPhrase:
    """Take the noun phrase `words` apart."""
    rest, kind, number, determiner, owner = _strip_determiner(tuple(words))
    shape = NounPhrase(tuple(words), kind, determiner, number == "p", owner)
    if not rest:
        return shape
    if long := _long_possessor(rest):
        parsed = parse_phrase(rest[long + 1 :])
        return replace(parsed, words=tuple(words), definiteness="possessive", possessor=rest[:long])
    if media := _media_run(rest):
        return replace(shape, head=rest[media - 1].lower, name=rest[:media], named="media", after=rest[media:])
    found = find_role(rest)
    stop = core_end(rest, found[1] if found else 0)
    owned = _last_possessive(rest, stop)
    if owned and not (found and found[0] < owned):
        possessor, inner = rest[:owned], rest[owned + 1 :]
        if not _is_proper(possessor, inner, stop - owned - 1):
            parsed = parse_phrase(inner)
            return replace(parsed, words=tuple(words), definiteness="possessive", possessor=possessor)
    if found:
        return _with_role(shape, rest, *found)
    return _without_role(shape, rest, stop)


def _long_possessor(words: Words) -> int:
    """Return the index of the possessive ending after a name with linking words: "the Institute of Roe's director"."""
    if match_person_noun(words, 0) or begins_given(words):
        return 0
    run = proper_run(words, 0)
    linked = any(word.text.islower() and word.lower in LINKERS for word in words[:run])
    return run if linked and run < len(words) - 1 and words[run].is_possessive else 0


def _media_run(words: Words) -> int:
    """Return the end of a news organisation's name at the start of `words`, when nothing else follows in the core."""
    run = core_end(words, 0)
    whole = fold(" ".join(word.text for word in words[:run]))
    return run if words[0].is_capital and whole in media_names() else 0


def _strip_determiner(words: Words) -> tuple[Words, Definiteness, str, str, Words]:
    kind: Definiteness = ""
    number, determiner, owner, at = "-", "", (), 0
    while at < len(words) and (found := determiners().get(words[at].lower)) and words[at].is_word:
        if (at and words[at].is_capital) or (words[at].lower == "that" and _opens_clause(words, at)):
            break
        if found[0] == "possessive":
            owner = (words[at],)  # type: ignore[assignment]
        kind = found[0] if not kind or found[0] == "possessive" else kind
        number = found[1] if found[1] != "-" else number
        determiner = determiner or words[at].lower
        at += 1
    if at < len(words) and at and words[at].text[:1].isdigit():
        number = "p" if words[at].text.isdigit() else number
    return words[at:], kind, number, determiner, owner


def _opens_clause(words: Words, at: int) -> bool:
    """Tell whether "that" begins a clause: another noun phrase follows."""
    return at + 1 < len(words) and (words[at + 1].lower in determiners() or words[at + 1].is_capital)


def _last_possessive(words: Words, end: int) -> int:
    return max((at for at in range(1, min(end, len(words) - 1)) if words[at].is_possessive), default=0)


def _is_proper(possessor: Words, inner: Words, size: int) -> bool:
    """Tell whether possessor and possession are one name: "Attorney General's Office"."""
    core = inner[: max(size, 0)]
    if not core or not all(is_name_word(word) or word.lower in LINKERS for word in (*possessor, *core)):
        return False
    return classify_name(core) in ("organization", "government") and match_person_noun(core, len(core) - 1) is None


def _with_role(shape: NounPhrase, rest: Words, start: int, end: int, noun: PersonNoun) -> NounPhrase:
    before = rest[:start]
    stop = person_run(rest, end)
    name = rest[end:stop]
    honorifics, name = _split_titles(name)
    named: SourceType | Literal[""] = "person" if name else ""
    return replace(
        shape, before=before, noun=noun, head=noun.noun, name=name, named=named,
        titles=rest[start:end] + honorifics, after=rest[stop:],
        plural=noun.plural or noun.noun.endswith(" team") or (shape.plural and not name),
    )  # fmt: skip


def _split_titles(words: Words) -> tuple[Words, Words]:
    at = 0
    while at < len(words) - 1 and words[at].lower.rstrip(".") in titles():
        if words[at].lower in load_words("name_titles"):
            break
        at += 1
    return words[:at], words[at:]


def _without_role(shape: NounPhrase, rest: Words, core_end: int) -> NounPhrase:
    at = 0
    while at < core_end - 1 and (_ORIGIN.search(rest[at].lower) or (rest[at].lower in ("then", "ex"))):
        at += 1
    for k in range(at, core_end - 1):
        if rest[k].lower.rstrip(".") in titles() and is_name_word(rest[k]) and is_name_word(rest[k + 1]):
            stop = person_run(rest, k)
            honorifics, name = _split_titles(rest[k:stop])
            return replace(
                shape,
                before=rest[:k],
                head=name[-1].lower,
                name=name,
                named="person",
                titles=honorifics,
                after=rest[stop:],
            )
    core = rest[at:core_end]
    start = trailing_capitals(core)
    first = core[0].lower if core else ""
    common = (
        start == 0
        and len(core) == 1
        and core[0].name != "Person"
        and (
            (
                (first in not_names() or first in source_heads() or singular(first) in source_heads())
                and not is_acronym(core[0])
                and first not in countries()
            )
            or of_quantity(rest)
            or is_plain_plural(rest, at)
        )
        and proper_run(rest, at) == at + 1
    )
    if core and start < len(core) and not common:
        return _named(shape, rest, at, at + start)
    return _described(shape, rest, core_end)


def _named(shape: NounPhrase, rest: Words, skip: int, start: int) -> NounPhrase:
    person = person_run(rest, start)
    stop = max(proper_run(rest, start), person)
    ends = person < len(rest) and is_end(rest[person]) and 1 < person - start < 4
    if ends and classify_name(rest[start:person]) in ("person", "unknown"):
        stop = person  # "Jane Roe of the Roe Society"
    agent = is_origin(rest[start]) or (is_agent(rest[start].lower) and not is_given(rest[start]))
    if stop - start > 2 and agent and begins_given(rest[start + 1 :]):
        start += 1  # "Palestinian Jane Roe", "Trucker Jane Roe"
    name = rest[start:stop]
    if start > skip and fold(" ".join(word.text for word in rest[start - 1 : stop])) in countries():
        start -= 1  # "10 Downing Street"
        name = rest[start:stop]
    introduced = source_heads().get(rest[start - 1].lower) if start > skip else None
    kind = classify_name(
        name, article=shape.determiner == "the" and (start == skip or not rest[start - 1].text.islower())
    )
    if kind == "person" and begins_given(name) and len(name) > 1:
        introduced = None  # "the crisp maker Jane Roe"
    if introduced and (kind in ("unknown", "person") or (introduced == "media" and kind == "organization")):
        kind = introduced
    elif start > skip and kind == "unknown":
        kind = "person"
    if kind in ("organization", "government") and stop < len(rest) and stop - start > 1:
        stop = with_place(rest, stop)
        name = rest[start:stop]
    return replace(shape, before=rest[:start], head=name[-1].lower, name=name, named=kind, after=rest[stop:])


def _is_quantity(shape: NounPhrase, core: Words) -> bool:
    if not core:
        return bool(shape.determiner)
    last = core[-1].lower
    return last in load_words("quantity_nouns") or last.rstrip("%").replace(".", "").isdigit()


def _described(shape: NounPhrase, rest: Words, core_end: int) -> NounPhrase:
    core = rest[:core_end]
    known = source_heads()
    if core_end + 1 < len(rest) and rest[core_end].lower == "of" and _is_quantity(shape, core):
        inner = parse_phrase(rest[core_end + 1 :])
        return replace(
            inner,
            words=shape.words,
            plural=shape.determiner != "one" and not inner.name,
            definiteness="indefinite",
            determiner=shape.determiner,
        )
    head, size = "", 1
    for length in (3, 2, 1):
        if len(core) >= length:
            last = " ".join(word.lower for word in core[-length:])
            one = " ".join([*(word.lower for word in core[-length:-1]), singular(core[-1].lower)])
            if last in known or one in known:
                head, size = (last if last in known else one), length
                break
    head = head or (singular(core[-1].lower) if core else "")
    plural = shape.plural or (bool(core) and singular(core[-1].lower) != core[-1].lower)
    return replace(shape, before=core[:-size] if core else (), head=head, plural=plural, after=rest[core_end:])
