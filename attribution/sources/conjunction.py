"""Split a source that names several: "Syrian state media and a Palestinian official" is two sources.

An "and" inside a name ("the Department of Health and Human Services"), a complement ("scientists from Roe and Doe
universities") or an apposition ("the lead author and a doctor") joins no sources.
"""

from __future__ import annotations

from collections.abc import Sequence

from attribution.sources.knowledge import match_person_noun, source_heads
from attribution.sources.phrases import Words, determiners
from attribution.sources.propernames import classify_name, is_end, is_name_word, person_run
from attribution.sources.words import Word, singular

_JOINING = frozenset({"and", "or", "nor"})


def split_conjuncts(words: Sequence[Word]) -> list[Words]:
    """Return the sources that a noun phrase names, each as its own words (one when nothing joins)."""
    parts: list[Words] = []
    start = 0
    for at, word in enumerate(words):
        if word.lower in _JOINING and start < at < len(words) - 1:
            left, right = tuple(words[start:at]), tuple(words[at + 1 :])
            if _joins_sources(left, right):
                parts.extend(_split_list(left))
                start = at + 1
    parts.append(tuple(words[start:]))
    return [part for part in map(_trim, parts) if part]


def _trim(words: Words) -> Words:
    start, end = 0, len(words)
    while start < end and (
        (not words[start].is_word and words[start].text not in "“\"'‘")
        or words[start].lower in ("both", "neither", "either")
    ):
        start += 1
    while (
        end > start
        and not words[end - 1].is_word
        and words[end - 1].text not in ")’'\"”"
        and not words[end - 1].is_possessive
    ):
        end -= 1
    return words[start:end]


def _split_list(words: Words) -> list[Words]:
    """Split "the mayor, the governor" where each piece looks like a source of the same kind as the others."""
    pieces: list[list[Word]] = [[]]
    for word in words:
        if word.text == ",":
            pieces.append([])
        else:
            pieces[-1].append(word)
    filled = [tuple(piece) for piece in pieces if piece]
    return filled if len(filled) > 1 and _is_list(filled) else [words]


def _is_list(pieces: Sequence[Words]) -> bool:
    """Tell whether the pieces between commas are sources side by side, none a name with its apposition."""
    if all(_is_person_name(piece) for piece in pieces) or all(_is_bare_name(piece) for piece in pieces):
        return True
    return not any(_is_person_name(piece) for piece in pieces) and all(
        len(piece) <= 4 and _can_be_source(piece) and not is_name_word(piece[-1]) for piece in pieces
    )


def _is_bare_name(words: Words) -> bool:
    """Tell whether a piece is just the name of a country, a medium or an organisation, with or without article."""
    core = words[1:] if words[0].lower == "the" else words
    return (
        bool(core)
        and all(is_name_word(word) for word in core)
        and classify_name(core) in ("government", "media", "organization")
    )


def _is_person_name(words: Words) -> bool:
    return person_run(words, 0) == len(words) and len(words) > 1 and classify_name(words) in ("person", "unknown")


def _joins_sources(left: Words, right: Words) -> bool:
    """Tell whether "left and right" are two sources."""
    left, right = _trim(left), _trim(right)
    if not left or not right or _owns(right):
        return False
    if "," in [word.text for word in left] and not _can_speak_alone(right):
        return len(_split_list(left)) > 1 and (_is_bare_name(right) or _can_be_source(right))
    if (
        len(left) == 1
        and left[0].lower in source_heads()
        and _can_speak_alone(right)
        and not left[0].lower.endswith("s")
    ):
        return False  # "Clinic and advocacy manager Jane Roe": two fields of one role
    complement = any(is_end(word) for word in left[1:])
    if is_name_word(left[-1]) and is_name_word(right[0]):
        return _names_joined(left, right, complement)
    if complement:
        return _is_person_like(right) and (_starts_phrase(right) or is_name_word(left[-1])) and is_name_word(left[-1])
    return _can_be_source(left) and _can_be_source(right)


def _owns(words: Words) -> bool:
    """Tell whether a possessive ending follows in the first words: "A and B's mother" is one person."""
    for word in words[:6]:
        if word.is_possessive:
            return True
        if is_end(word) or word.text == ",":
            return False
    return False


def _names_joined(left: Words, right: Words, complement: bool) -> bool:
    """Tell whether two names meet at the "and": of two people or two well-formed organisations, not inside one name."""
    if determiners().get(right[0].lower):
        right = right[1:] or right
    tail = left[_capitals_from(left) :]
    kinds = classify_name(tail), classify_name(right[: max(1, person_run(right, 0))])
    if complement:
        return kinds[1] == "person" and kinds[0] != "person"
    if "person" in kinds and kinds[0] in ("person", "unknown") and kinds[1] in ("person", "unknown"):
        return True
    if "media" in kinds or kinds[0] == kinds[1] == "government" or "person" in kinds:
        return True
    acronyms = tail[-1].text.isupper() and right[0].text.isupper()
    determined = left[0].lower == "the" and len(tail) < len(left) and kinds[0] in ("organization", "government")
    return acronyms or (
        determined
        and kinds[1] in ("organization", "government")
        and len(tail) > 1
        and "of" not in [w.lower for w in tail]
    )


def _capitals_from(words: Words) -> int:
    at = len(words)
    while at > 0 and (
        is_name_word(words[at - 1])
        or (at < len(words) and words[at - 1].lower in ("of", "for", "the", "bin", "al", "van", "de"))
    ):
        at -= 1
    return at


def _starts_phrase(words: Words) -> bool:
    return words[0].lower in determiners() or words[0].text[:1].isdigit()


def _is_person_like(words: Words) -> bool:
    """Tell whether a phrase's core has a person noun, or is a personal name."""
    for at, word in enumerate(words):
        if (at and is_end(word)) or word.text == ",":
            break
        if match_person_noun(words, at):
            return True
        if word.lower in source_heads() and source_heads()[word.lower] in ("document", "group"):
            return True
    return _is_person_name(words[: person_run(words, 0)])


def _can_be_source(words: Words) -> bool:
    core = [word for word in words if word.is_word]
    for at, word in enumerate(core):
        if at and is_end(word):
            core = core[:at]
            break
    if not core:
        return False
    if is_name_word(core[-1]) or _starts_phrase(tuple(core)):
        return True
    last = core[-1].lower
    return bool(match_person_noun(core, len(core) - 1)) or last in source_heads() or singular(last) in source_heads()


def _can_speak_alone(words: Words) -> bool:
    """Tell whether the phrase after "…, and" holds a person's name, so that it is no second half of an apposition."""
    run = person_run(words, 0)
    if run and _is_person_name(words[:run]):
        return True
    for at, word in enumerate(words):
        if word.text == ",":
            return at + 1 < len(words) and is_name_word(words[at + 1])
        if is_end(word) and at:
            return False
        found = match_person_noun(words, at)
        if found and found[0] < len(words) and is_name_word(words[found[0]]):
            return True
    return False
