"""Contents that stand for what another has said: "denied the report", "the rumour was baseless", "agreed".

`find_reply` tells from a proposition's words whether it answers somebody; `choose_answered` says which claim. One
candidate or none: an answer to nobody in the article stays without.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from attribution.lexicon.load import load_table, load_words
from attribution.lexicon.words import find_family, find_stem, find_words, load_class, load_phrases
from attribution.model import Attribution, Reply

# A verdict with this many words or fewer and no verb is about what was said before ("fake news").
_SHORT = 5
_MODIFIERS = 5
# The clause that says what was claimed begins this near its noun: "claims by the opposition leader that".
_REACHED = 6


class Answer(NamedTuple):
    """What a proposition says of another's claim.

    Parameters
    ----------
    reply : whether it denies, doubts or endorses it.
    genre : the kind of saying that its noun names (see ``anaphoric_nouns.tsv``); empty for a pronoun.
    about : families of the words that say more of the claim ("the claim *of vote rigging*").
    names : families of the names in them, which may be its source's or its maker's ("the claim *from Berlin*").
    """

    reply: Reply
    genre: str = ""
    about: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


class Candidate(NamedTuple):
    """A claim that may be answered.

    Parameters
    ----------
    id, attribution, cue : the claim's.
    families : of its words and its source's.
    place : among the document's attributions.
    affirmed : whether its source says that it is so.
    denier : whether its source itself denies something: then it is rather on the answering source's side.
    """

    id: str
    attribution: Attribution
    cue: str
    families: frozenset[str]
    place: int
    affirmed: bool
    denier: bool = False


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
        if "that" in rest[:_REACHED]:
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


def choose_answered(
    answer: Answer, attribution: Attribution, place: int, names: frozenset[str], candidates: Sequence[Candidate]
) -> Candidate | None:
    """Return the claim that an answer is about: the nearest that fits, those about the speaker first.

    Parameters
    ----------
    answer : what `find_reply` returned.
    attribution, place : whose content it is, and its place among the document's attributions.
    names : families of the names of the answering source.
    candidates : claims of the same document that are said to be so, in reading order.
    """
    own = set(attribution.sources)
    best, best_score = None, 0.0
    for candidate in candidates:
        if own & set(candidate.attribution.sources) or candidate.attribution is attribution:
            continue
        score = _score(answer, place, names, candidate)
        if score >= best_score and score > 0:
            best, best_score = candidate, score
    return best


# How far back (in attributions) an answer reaches: a pronoun to what was just said, a noun over the whole lede.
_REACH = {"": 4, "story": 14, "claim": 10, "hearsay": 10, "accusation": 14, "finding": 10, "view": 8, "crime": 14}
_AHEAD = 4
# "The whole thing" is so many words after its article, and what an article is about, which it says at its beginning.
_WHOLE, _EARLIER = 2, 0.1


def _score(answer: Answer, place: int, names: frozenset[str], candidate: Candidate) -> float:
    """Return how well a candidate fits; 0 or less when it does not."""
    back = place - candidate.place
    reach = _REACH[answer.genre]
    shared = len(answer.about & candidate.families)
    told = bool((names | answer.names) & candidate.families)
    if answer.about and not shared:
        return 0.0
    if back <= 0:
        return 0.0 if back == 0 or -back > _AHEAD or not answer.genre or not (shared or told) else 0.3 + back * 0.05
    if back > reach and not (shared or told):
        return 0.0
    if answer.genre == "story":
        return 1.0 + _EARLIER * back if candidate.affirmed and not candidate.denier else 0.0
    cue_fits = find_stem(candidate.cue) in _genre_cues().get(answer.genre, ())
    if answer.genre == "crime" and not (told or cue_fits or shared):
        return 0.0
    doubtful = answer.reply != "endorses" and not candidate.affirmed
    return (
        max(0.05, 1.0 - 0.08 * back - 0.5 * doubtful - 0.4 * (candidate.denier and answer.reply != "endorses"))
        + 0.5 * told
        + 0.4 * cue_fits
        + 0.6 * min(shared, 3)
    )


def _read_phrase(words: Sequence[str]) -> tuple[str, Sequence[str]] | None:
    """Read an anaphoric noun phrase at the beginning: the noun's genre and the words after it."""
    if len(words) <= 2 and words and all(w in load_class("vague") for w in words):
        return "", ()
    if not words or (words[0] in load_class("indefinite") and "similar" not in words[:3]):
        return None
    nouns = _nouns()
    if len(words) > _WHOLE and words[0] == "the" and words[1] in {"whole", "entire"} and words[2] in load_class("affairs"):
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
        return Answer("denies", "crime", names=subject)
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
    for at in range(1, min(len(words), _SUBJECT) + 1):
        rest = [word for word in words[at:] if word not in load_class("linking") or word == "did"]
        if rest and _starts_with(rest, "innocence_predicates") == len(rest):
            return _families(word for word in words[:at] if word not in load_class("linking"))
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
def _genre_cues() -> dict[str, frozenset[str]]:
    return {genre: frozenset(map(find_stem, cues.split(","))) for genre, cues in load_table("genre_cues")}


@cache
def _cues() -> tuple[tuple[tuple[str, ...], Reply], ...]:
    rows: list[tuple[tuple[str, ...], Reply]] = []
    for entry, reply in load_table("stance_cues"):
        if reply in ("denies", "doubts", "endorses"):
            rows.append((tuple(find_stem(w) for w in entry.split()), reply))  # type: ignore[arg-type]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))
