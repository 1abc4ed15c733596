"""Take a noun phrase apart: determiner, possessor, role, name, complement.

"the ministry's spokeswoman", "Syrian President Bashar al-Assad", "a woman aboard the plane", "the University of Roe".
Closed classes and word lists do the work, not a parser: a source is nearly always one noun phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from attribution.lexicon.load import load_table, load_words
from attribution.model import SourceType
from attribution.sources.knowledge import (
    PersonNoun,
    company_suffixes,
    countries,
    given_names,
    match_person_noun,
    media_names,
    name_particles,
    not_names,
    places,
    source_heads,
    titles,
)
from attribution.sources.words import Word, fold, singular

Words = tuple[Word, ...]
Definiteness = Literal["definite", "indefinite", "possessive", ""]

_LINKERS = frozenset({"of", "for", "and", "&", "on", "the", "to", "de", "du", "des", "la", "le", "da", "do", "und", "et"})
_ORIGIN = re.compile(r"-(?:based|born|led|backed|run|controlled|held|owned|funded|linked|aligned|affiliated|sponsored)$")
_INITIAL = re.compile(r"[A-Z]\.?(?:[A-Z]\.?)?$")
# Which of two roles of one person tells for whom he or she speaks: "army spokesman Colonel Roe" is a voice before an officer.
_STRENGTH = {"voice": 6, "head": 5, "counsel": 4, "ruler": 3, "officer": 2, "member": 1, "person": 0}


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase taken apart.

    Parameters
    ----------
    words : all of it.
    definiteness, plural, determiner : what its determiner and its noun say.
    possessor : what stands before a possessive ending, or the possessive pronoun.
    before : the words between determiner or possessor and the noun or name.
    noun : its person noun, if it has one.
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


def is_end(word: Word) -> bool:
    """Tell whether `word` ends the core of a noun phrase."""
    return word.text[:1].islower() and word.lower in load_words("noun_phrase_ends")


def is_name_word(word: Word) -> bool:
    """Tell whether `word` can stand in a name: written with a capital."""
    return word.is_word and word.is_capital


def proper_run(words: Sequence[Word], start: int) -> int:
    """Return the index after the proper name that begins at ``words[start]``, linking words inside it included.

    "Syrian Observatory for Human Rights" is one run; "the FBI in Las Vegas" ends before "in".
    """
    end = start
    while end < len(words):
        if is_name_word(words[end]) or (end > start and words[end].text[:1].isdigit()):
            end += 1
            continue
        step = end
        while step < len(words) and step - end < 3 and (words[step].lower in _LINKERS or words[step].is_possessive):
            step += 1
        if end > start and step > end and step < len(words) and is_name_word(words[step]):
            end = step
            continue
        break
    return end


def person_run(words: Sequence[Word], start: int) -> int:
    """Return the index after the personal name that begins at ``words[start]``: capitals, initials and particles."""
    end = start
    while end < len(words):
        word = words[end]
        if is_name_word(word) or (end > start and word.text.startswith('"')):
            end += 1
        elif (
            word.lower in name_particles()
            and word.text.islower()
            and end + 1 < len(words)
            and (is_name_word(words[end + 1]) or words[end + 1].lower in name_particles())
            and word.lower not in ("at", "as", "an", "and")
        ):
            end += 1
        elif word.lower.split("-")[0] in name_particles() and "-" in word.text:
            end += 1
        else:
            break
    return end


def classify_name(words: Sequence[Word], article: bool = False) -> SourceType | Literal["unknown"]:
    """Tell what a proper name is the name of, by its words; "unknown" when nothing tells."""
    plain = [word.lower for word in words if word.is_word]
    if not plain:
        return "unknown"
    whole = fold(" ".join(plain)).removeprefix("the ")
    if whole in media_names():
        return "media"
    if whole in countries() and countries()[whole].how != "adjective":
        return "organization" if countries()[whole].how == "office" else "government"
    if whole in countries() and whole.endswith("s") and len(plain) < 3:
        return "group"  # "Russians"
    if whole in places():
        return "government"
    if len(plain) > 1 and plain[0] in titles() and plain[-1] not in source_heads():
        return "person"
    given = fold(plain[0]) in given_names()
    head = _head_type(plain)
    if head and not (given and len(plain) <= 3 and head in ("document", "media", "group")):
        return head
    if plain[-1] in company_suffixes() and len(plain) > 1:
        return "organization"
    if words[0].text.startswith("@"):
        return "person"
    if given and not article:
        return "person" if len(plain) > 1 else "unknown"
    if len(plain) == 1:
        single = words[0].text
        return "organization" if single.isupper() and len(single) > 1 or article else "unknown"
    if fold(plain[0]) in countries() or article or any(word.text.isupper() and len(word.text) > 2 for word in words):
        return "organization"
    linked = any(word in _LINKERS - {"de", "la", "da", "do", "du"} for word in plain)
    return "unknown" if len(plain) <= 4 and not linked else "organization"


def _head_type(plain: Sequence[str]) -> SourceType | None:
    """Return the type told by the word before a name's first linking word, else by its last words."""
    known = source_heads()
    for at, word in enumerate(plain[1:], 1):
        if word in ("of", "for", "on", "in", "to"):
            for size in (2, 1):
                if at >= size and (found := known.get(" ".join(plain[at - size : at]))):
                    return found
            break
    for size in (3, 2, 1):
        if len(plain) >= size and (found := known.get(" ".join(plain[-size:]))):
            return found
    if (one := singular(plain[-1])) in known:
        return known[one]
    for word in reversed(plain[:-1]):
        if word in known and known[word] in ("organization", "government") and len(plain) > 2:
            return known[word]
    return None


def parse_phrase(words: Sequence[Word]) -> NounPhrase:
    """Take the noun phrase `words` apart.

    Parameters
    ----------
    words : the words of one noun phrase, without appositions.
    """
    rest, kind, number, determiner, owner = _strip_determiner(tuple(words))
    shape = NounPhrase(tuple(words), kind, determiner, number == "p", owner)
    if not rest:
        return shape
    if long := _long_possessor(rest):
        parsed = parse_phrase(rest[long + 1 :])
        return replace(parsed, words=tuple(words), definiteness="possessive", possessor=rest[:long])
    if media := _media_run(rest):
        return replace(shape, head=rest[media - 1].lower, name=rest[:media], named="media", after=rest[media:])
    found = _last_role(rest)
    core_end = _core_end(rest, found[1] if found else 0)
    owned = _last_possessive(rest, core_end)
    if owned and not (found and found[0] < owned):
        possessor, inner = rest[:owned], rest[owned + 1 :]
        if not _is_proper(possessor, inner, core_end - owned - 1):
            parsed = parse_phrase(inner)
            return replace(parsed, words=tuple(words), definiteness="possessive", possessor=possessor)
    if found:
        return _with_role(shape, rest, *found)
    return _without_role(shape, rest, core_end)


def _long_possessor(words: Words) -> int:
    """Return the index of the possessive ending after a name with linking words: "the Institute of Roe's director"."""
    run = proper_run(words, 0)
    linked = any(word.text.islower() and word.lower in _LINKERS for word in words[:run])
    return run if linked and run < len(words) - 1 and words[run].is_possessive else 0


def _media_run(words: Words) -> int:
    """Return the end of a news organisation's name at the start of `words`, when nothing else follows in the core."""
    run = _core_end(words, 0)
    whole = fold(" ".join(word.text for word in words[:run]))
    return run if words[0].is_capital and whole in media_names() else 0


def _strip_determiner(words: Words) -> tuple[Words, Definiteness, str, str, Words]:
    kind: Definiteness = ""
    number, determiner, owner, at = "-", "", (), 0
    while at < len(words) and (found := determiners().get(words[at].lower)) and words[at].is_word:
        if at and words[at].is_capital or words[at].lower == "that" and _opens_clause(words, at):
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


def _opens_participle(words: Words, at: int) -> bool:
    """Tell whether a participle after the noun begins a shortened clause: "judges handling the case"."""
    word = words[at]
    if not at or not word.text.islower() or not word.lower.endswith(("ing", "ed")):
        return False
    return match_person_noun(words, at) is None and match_person_noun(words[at - 1 : at], 0) is not None


def _opens_clause(words: Words, at: int) -> bool:
    """Tell whether "that" begins a clause: another noun phrase follows."""
    return at + 1 < len(words) and (words[at + 1].lower in determiners() or words[at + 1].is_capital)


def _core_end(words: Words, start: int) -> int:
    for at in range(start, len(words)):
        if (is_end(words[at]) and (at > 0 or words[at].lower == "of")) or _opens_participle(words, at):
            return at
    return len(words)


def _last_possessive(words: Words, end: int) -> int:
    return max((at for at in range(1, min(end, len(words) - 1)) if words[at].is_possessive), default=0)


def _is_proper(possessor: Words, inner: Words, size: int) -> bool:
    """Tell whether possessor and possession are one name: "Turkey's Disaster Presidency", "Attorney General's Office"."""
    core = inner[: max(size, 0)]
    if not core or not all(is_name_word(word) or word.lower in _LINKERS for word in (*possessor, *core)):
        return False
    return classify_name(core) in ("organization", "government") and match_person_noun(core, len(core) - 1) is None


def _last_role(words: Words) -> tuple[int, int, PersonNoun] | None:
    """Return the role that tells most, among those at the end of the core or before a name: start, end, noun."""
    found: list[tuple[int, int, PersonNoun]] = []
    at = 0
    while at < len(words) and not (is_end(words[at]) and at > 0) and not _opens_participle(words, at):
        match = match_person_noun(words, at)
        if match and not _is_surname(words, at, match[0]):
            found.append((at, match[0], match[1]))
            at = match[0]
        else:
            if words[at].is_possessive:
                found.clear()
            at += 1
    if not found or not _closes(words, found[-1][1]):
        return None
    best = found[-1]
    for role in reversed(found[:-1]):
        if role[1] != best[0] and any(word.text[:1].islower() for word in words[role[1] : best[0]]):
            break
        stronger = _STRENGTH[role[2].office] - _STRENGTH[found[-1][2].office]
        if _STRENGTH[role[2].office] >= 4 and (stronger > 0 or found[-1][2].noun in titles()):
            return role[0], found[-1][1], role[2]._replace(plural=found[-1][2].plural)
    return best


def _closes(words: Words, end: int) -> bool:
    """Tell whether a role that ends at `end` is the phrase's noun: nothing, a name or a complement follows."""
    if end >= len(words) or is_end(words[end]) or not words[end].is_word or _opens_participle(words, end):
        return True
    if not (is_name_word(words[end]) or words[end].lower.split("-")[0] in name_particles()):
        return False
    run = words[end : person_run(words, end)]
    return not run or classify_name(run) in ("person", "unknown") or _begins_given(run)


def _begins_given(words: Words) -> bool:
    return bool(words) and fold(words[0].text) in given_names()


def _is_surname(words: Words, start: int, end: int) -> bool:
    """Tell whether a word that could be a role is part of a name: "Tim Cook", "Guy Roe", "Doctors Without Borders"."""
    word = words[start]
    if start and " ".join(w.lower for w in words[start - 1 : end]) in source_heads():
        return True  # "Directorate General"
    if end - start > 1 or not word.is_capital:
        return False
    before = start > 0 and fold(words[start - 1].text) in given_names() and words[start - 1].is_capital
    follows = end < len(words) and is_name_word(words[end])
    if before and not follows:
        return True
    if fold(word.text) in given_names() and follows and word.lower not in titles():
        return True
    return singular(word.lower) != word.lower and follows


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
            return replace(shape, before=rest[:k], head=name[-1].lower, name=name, named="person", titles=honorifics, after=rest[stop:])
    core = rest[at:core_end]
    start = _trailing_capitals(core)
    first = core[0].lower if core else ""
    common = start == 0 and len(core) == 1 and ((first in not_names() or first in source_heads()) and not _is_acronym(core[0]) and first not in countries() or _of_quantity(rest)) and proper_run(rest, at) == at + 1
    if core and start < len(core) and not common:
        return _named(shape, rest, at, at + start)
    return _described(shape, rest, core_end)


def _is_acronym(word: Word) -> bool:
    return word.text.isupper() and len(word.text) > 1


def _of_quantity(words: Words) -> bool:
    return len(words) > 2 and words[1].lower == "of" and words[0].lower in load_words("quantity_nouns")


def _trailing_capitals(core: Words) -> int:
    """Return where the run of name words at the end of `core` begins; its length when there is none."""
    start = len(core)
    while start > 0:
        word = core[start - 1]
        linked = (word.lower in _LINKERS or word.lower in name_particles() or word.is_possessive) and start < len(core)
        number = word.text[:1].isdigit() and start == len(core) and start > 1 and is_name_word(core[start - 2])
        if is_name_word(word) or linked or number or ("-" in word.text and word.lower.split("-")[0] in name_particles()):
            start -= 1
        else:
            break
    while start < len(core) and not is_name_word(core[start]) and not core[start].text[:1].isdigit():
        start += 1
    return start


def _named(shape: NounPhrase, rest: Words, skip: int, start: int) -> NounPhrase:
    stop = max(proper_run(rest, start), person_run(rest, start))
    person = person_run(rest, start)
    if _begins_given(rest[start:]) and person - start > 1 and classify_name(rest[start:person]) == "person":
        stop = person
    if stop - start > 2 and _is_origin(rest[start]) and _begins_given(rest[start + 1 :]):
        start += 1  # "Palestinian Jane Roe"
    name = rest[start:stop]
    if start > skip and fold(" ".join(word.text for word in rest[start - 1 : stop])) in countries():
        start -= 1  # "10 Downing Street"
        name = rest[start:stop]
    introduced = source_heads().get(rest[start - 1].lower) if start > skip else None
    kind = classify_name(name, article=shape.determiner == "the")
    if introduced and kind in ("unknown", "person"):
        kind = introduced
    elif start > skip and kind == "unknown":
        kind = "person"
    if kind in ("organization", "government") and stop < len(rest) and stop - start > 1:
        stop = _with_place(rest, stop)
        name = rest[start:stop]
    return replace(shape, before=rest[:start], head=name[-1].lower, name=name, named=kind, after=rest[stop:])


def _is_origin(word: Word) -> bool:
    found = countries().get(fold(word.text))
    return found is not None and found.how == "adjective"


def _with_place(rest: Words, stop: int) -> int:
    """Return the end of an organisation's name with the place after it: "the Court of Session in Scotland"."""
    if rest[stop].lower in ("in", "at") and stop + 1 < len(rest) and is_name_word(rest[stop + 1]):
        return proper_run(rest, stop + 1)
    return stop


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
        return replace(inner, words=shape.words, plural=shape.determiner != "one" and not inner.name, definiteness="indefinite", determiner=shape.determiner)
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
