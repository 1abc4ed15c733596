"""Contents that stand for what another has said: "denied the report", "the rumour was baseless", "agreed".

`find_reply` tells from a proposition's words whether it answers somebody; `answered.py` says which claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from attribution.lexicon.load import load_table, load_words
from attribution.lexicon.words import find_family, find_stem, find_words, load_class, load_phrases
from attribution.model import Reply

# A verdict with this many words or fewer and no verb is about what was said before ("fake news").
_SHORT = 5
_MODIFIERS = 5
# The clause that says what was claimed begins this near its noun: "claims by the opposition leader that".
_REACHED = 6
# "That" and so few words are no clause ("made that day").
_CLAUSE = 3


class Answer(NamedTuple):
    """What a proposition says of another's claim.

    Parameters
    ----------
    reply : whether it denies, doubts or endorses it.
    genre : the kind of saying that its noun names (see ``anaphoric_nouns.tsv``), "story" for "the whole thing",
        "innocence" where somebody is called innocent; empty for a pronoun.
    about : families of the words that say more of the claim ("the claim *of vote rigging*").
    names : families of the names in them, which may be its source's or its maker's ("the claim *from Berlin*").
    """

    reply: Reply
    genre: str = ""
    about: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


def find_reply(text: str, cue: str, stance: str) -> Answer | None:
    """Return how a proposition answers another's claim, or None when it speaks for itself.

    Parameters
    ----------
    text : the proposition's words.
    cue : the words of the attribution's cue.
    stance : the attribution's.

    Examples
    --------
    >>> find_reply("the rumour was ridiculous", "said", "asserts")
    Answer(reply='denies', genre='hearsay', about=frozenset(), names=frozenset())
    >>> find_reply("the talks were useful", "said", "asserts") is None
    True
    """
    found = [w for w in find_words(text) if w.text[0].isalnum() or w.text[0] in "'’"]
    words = [w.lower for w in found]
    answer = _read_answer(words, cue, stance)
    if answer is None:
        return None
    names = answer.names or answer.about & {find_family(w.lower) for w in found[1:] if w.text[0].isupper()}
    return answer._replace(about=answer.about - names, names=names)


def _read_answer(words: Sequence[str], cue: str, stance: str) -> Answer | None:
    reply = "denies" if stance == "denies" else find_cue_reply(cue)
    if stance == "asserts" and reply is None and {"similar", "same"} & set(words[:2]):
        reply = "endorses"  # "expressed a similar view"
    if reply and (phrase := _read_phrase(words)):
        genre, rest = phrase
        if _has_clause(rest):
            return None  # "statements by the army that the bridge was mined": what is answered is said again
        if genre == "crime":
            return Answer(reply, genre, names=_families(words)) if not _has_verb(rest) else None
        if not rest or rest[0] in load_class("complement"):
            end = rest.index("as") if "as" in rest else len(rest)
            return Answer(reply, genre, _families(rest[:end]))
        if rest[0] in load_class("linking") and _starts_with(rest[1:], "endorsing_predicates"):
            return Answer(reply, genre)
    if stance == "asserts":
        return _read_verdict(words)
    return None


def _has_clause(words: Sequence[str]) -> bool:
    """Tell whether "that" and a clause follow a noun of saying; "of that newspaper" is none."""
    at = next((i for i, word in enumerate(words[:_REACHED]) if word == "that"), -1)
    plain = at == 0 or (at > 0 and words[at - 1] not in load_class("number_prepositions") | {"of"})
    return at >= 0 and plain and len(words) - at > _CLAUSE


@cache
def find_cue_reply(cue: str) -> Reply | None:
    """Return what a cue itself says of another's claim ("dispute", "gave a different account"), or None.

    Examples
    --------
    >>> find_cue_reply("gave a different account"), find_cue_reply("said") is None
    ('denies', True)
    """
    stems = [find_stem(w.lower) for w in find_words(cue) if w.text[0].isalpha()]
    for phrase, reply in _cues():
        n = len(phrase)
        if any(tuple(stems[i : i + n]) == phrase for i in range(len(stems) - n + 1)):
            return reply
    return None


def _read_phrase(words: Sequence[str]) -> tuple[str, Sequence[str]] | None:
    """Read an anaphoric noun phrase at the beginning: the noun's genre and the words after it."""
    if len(words) <= 2 and words and all(w in load_class("vague") for w in words):
        return "", ()
    if not words or (words[0] in load_class("indefinite") and "similar" not in words[:3]):
        return None
    nouns = _nouns()
    whole = len(words) > 2 and words[0] == "the" and words[1] in load_class("whole")
    if whole and words[2] in load_class("affairs"):
        return "story", words[3:]
    opened = words[0] in load_class("opening") or "'s" in words[:_MODIFIERS] or words[0] in {"a", "an"}
    for i, word in enumerate(words[: _MODIFIERS + 1]):
        if i and word in load_class("complement") | load_class("linking") - {"'s"}:
            return None
        genre = nouns.get(find_stem(word))
        follows = words[i + 1] if i + 1 < len(words) else ""
        if genre and follows not in {"'s", "'"} and nouns.get(find_stem(follows)) is None:
            bare = word.endswith("s") or genre in {"accusation", "crime"}
            return (genre, words[i + 1 :]) if opened or (bare and i <= 1) else None
    if opened and words[-1] in {"thing"}:
        return "view", ()
    return None


def _read_verdict(words: Sequence[str]) -> Answer | None:
    """Read a sentence that calls what was said false or true: "that is a lie", "it propaganda", "fake news"."""
    genre, rest = "", list(words)
    vague = bool(rest) and rest[0] in load_class("vague")
    about: frozenset[str] = frozenset()
    if _starts_with(words, "denying_predicates") == len(words) > 0:
        return Answer("denies")
    if (subject := _read_innocence(words)) is not None:
        return Answer("denies", "innocence", names=subject)
    if vague:
        rest = rest[1:]
    elif phrase := _read_phrase(words):
        genre, tail = phrase
        verb = next((i for i, w in enumerate(tail) if w in load_class("linking")), len(tail))
        about, rest = _families(tail[:verb]), list(tail[verb:])
    elif len(words) > _SHORT or any(w in load_class("linking") for w in words):
        return None
    return _read_predicate(rest, genre, about, subject=vague or bool(genre))


def _read_innocence(words: Sequence[str]) -> frozenset[str] | None:
    """Return the families of whom a sentence calls innocent ("he had done nothing wrong"), or None."""
    for at in range(1, min(len(words) - 1, _SUBJECT) + 1):
        if words[at - 1] in load_class("nobody"):
            return None
        rest = words[at:]
        linked = next((i for i, word in enumerate(rest) if word not in load_class("linking")), len(rest))
        stated = rest[linked:] if linked else rest if rest[0] in load_class("wrongdoing_verbs") else []
        stated = rest if rest[0] == "did" else stated
        if stated and _starts_with(stated, "innocence_predicates") == len(stated):
            return _families(words[:at])
    return None


# "His client", "the two former ministers": a longer subject says more than who is innocent.
_SUBJECT = 4


def _read_predicate(rest: list[str], genre: str, about: frozenset[str], subject: bool) -> Answer | None:
    linked = False
    while rest and (rest[0] in load_class("degree") or rest[0] in load_class("linking")):
        if _starts_with(rest, "denying_predicates"):
            break
        linked = linked or rest[0] in load_class("linking")
        rest = rest[1:]
    if length := _starts_with(rest, "denying_predicates"):
        if rest[length : length + 1] and not subject and not linked and rest[length] not in {"and", "or"}:
            return None
        return Answer("denies", genre, about)
    if subject and linked and (length := _starts_with(rest, "endorsing_predicates")):
        return Answer("endorses", genre, about) if len(rest) <= length + 1 else None
    return None


def _starts_with(words: Sequence[str], name: str) -> int:
    """Return the length of the phrase of a word list that begins `words`; 0 when none does."""
    return next((len(p) for p in load_phrases(name) if tuple(words[: len(p)]) == p), 0)


def _has_verb(words: Sequence[str]) -> bool:
    return any(word in load_class("linking") for word in words)


def _families(words: Iterable[str]) -> frozenset[str]:
    light = load_words("light_words")
    return frozenset(find_family(w) for w in words if w not in light and len(w) > 1)


def is_saying(noun: str) -> bool:
    """Tell whether a noun stands for what somebody said.

    Examples
    --------
    >>> is_saying("allegations"), is_saying("tables")
    (True, False)
    """
    return find_stem(noun) in _nouns()


@cache
def _nouns() -> dict[str, str]:
    return {find_stem(noun): genre for noun, genre in load_table("anaphoric_nouns")}


@cache
def _cues() -> tuple[tuple[tuple[str, ...], Reply], ...]:
    rows: list[tuple[tuple[str, ...], Reply]] = []
    for entry, reply in load_table("stance_cues"):
        if reply in ("denies", "doubts", "endorses"):
            rows.append((tuple(find_stem(w) for w in entry.split()), reply))  # type: ignore[arg-type]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))
