"""Page furniture: lines that belong to the page an article was found on, not to the article.

Lines are known by phrases (``page_furniture.tsv``), by headings (``page_headings.tsv``), by the agencies that pictures
are credited to, and by their shape: breadcrumbs, dates, bylines, addresses. A sentence is only furniture if the phrase
makes up a good part of it and it reports nothing, since losing a sentence is worse than keeping a line of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from attribution.lexicon import load_table, load_words

Heading = Literal["links", "end"]

# A longer paragraph is never furniture, whatever it contains; and a line is judged by its first words.
_LONGEST = 60
# A phrase in a sentence tells something of at most this many words for each of its own: two words of sixteen.
_REACH = 8
_LONGEST_PHRASE = 8
_TERM = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’.][^\W\d_]+)*|@\w|[©:&]|(?<!\S)[-–—](?!\S)")
_SEPARATOR = re.compile(r"\s(?:>|»|›|/|\||·|•|→)(?:\s|$)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}$|[@#]\w{1,100}$")
_BYLINE = re.compile(r"(?:[Bb]y|BY)\s+(?!the\s)[A-Z]")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,100})[)\]]\.?$")
_AGENCY_AT_END = re.compile(
    r"(?:Photo(?:graph|s)?|Images?|Pictures?|Credit)(?: by|:| courtesy of)\s[^.:]{2,80}\.?$", re.I
)
_QUOTED = re.compile(r"[\"“”«»]")


def fold(words: str) -> tuple[str, ...]:
    """Return the words of a line as they are compared: in lower case, 0 for numbers, @ for handles.

    Examples
    --------
    >>> fold("Published: 4 hours ago")
    ('published', ':', '0', 'hours', 'ago')
    """
    found = []
    for match in _TERM.finditer(words.lower(), 0, 40 * _LONGEST):
        term = match.group().replace("’", "'")
        found.append("0" if term[0].isdigit() else term[0] if term[0] == "@" else term)
    return tuple(found)


def find_heading(words: str) -> Heading | None:
    """Tell what part of a page a line is the heading of: others' headlines, the page's end, or none."""
    terms = tuple(term for term in fold(words[:200]) if term != ":")
    known = _headings()
    kind = None
    if terms and len(terms) <= _LONGEST_PHRASE and not words.endswith((".", "?", "!", '"', "”")):
        kind = known.get(terms)
    if kind is None and len(terms) <= _LONGEST:
        kind = next((known[begun] for length in (2, 3, 4) if (begun := (*terms[:length], "…")) in known), None)
    return "links" if kind == "links" else "end" if kind == "end" else None


def is_furniture(words: str) -> bool:
    """Tell whether a line or paragraph is the page's: navigation, a credit, a byline, a call to subscribe.

    Parameters
    ----------
    words : one line or paragraph.

    Examples
    --------
    >>> is_furniture("Home > News > World"), is_furniture("Subscribe to our newsletter!"), is_furniture("Mayor resigns")
    (True, True, False)
    """
    terms = fold(words)
    if not terms:
        return not any(character.isalnum() for character in words)
    if len(terms) > _LONGEST:
        return False
    sentence = words.rstrip("\"'”’»)]").endswith((".", "?", "!"))
    if not sentence and (
        is_credit(words)
        or _is_date(terms)
        or _is_byline(words, terms)
        or _is_trail(words, terms)
        or _ADDRESS.match(words)
    ):
        return True
    return _has_phrase(words, terms, sentence) or is_captioned(words)


def is_tail(words: str) -> bool:
    """Tell whether a paragraph at the article's end is the author's box or a call to the reader."""
    terms = fold(words)
    return (
        len(terms) <= _LONGEST
        and not _reports(words, terms)
        and any(phrase in _phrases("tail") for phrase in _stretches(terms))
    )


def is_reporting_word(word: str) -> bool:
    """Tell whether `word`, in lower case, is one that the news report speech with: said, told, denied, according.

    Examples
    --------
    >>> is_reporting_word("denied"), is_reporting_word("resigned")
    (True, False)
    """
    return (word,) in _phrases("guard")


def is_credit(words: str) -> bool:
    """Tell whether a line is a photograph's credit.

    Examples
    --------
    >>> is_credit("(AFP/File)"), is_credit("Jane Doe/Getty Images"), is_credit("Reuters denies the report")
    (True, True, False)
    """
    terms = fold(words)
    if not terms or len(terms) > 14:
        return False
    names = [phrase for phrase in _stretches(terms) if phrase in _agencies()]
    if not names:
        return False
    bare = len(terms) - len(max(names, key=len))
    return bare == 0 or ("/" in words and bare <= 8) or (words[0] in "([" and words[-1] in ")]")


def is_captioned(words: str) -> bool:
    """Tell whether a paragraph ends with a photograph's credit, and so is its caption."""
    end = words[-140:]
    if _AGENCY_AT_END.search(end):
        return True
    bracket = _BRACKET.search(end)
    if not bracket or ("/" not in bracket.group(1) and "photo" not in bracket.group(1).lower()):
        return False
    return any(phrase in _agencies() for phrase in _stretches(fold(bracket.group(1))))


def _has_phrase(words: str, terms: tuple[str, ...], sentence: bool) -> bool:
    bare = tuple(term for term in terms if term != ":")
    if bare in _phrases("whole") and (not sentence or len(bare) > 2):
        return True
    if _reports(words, terms):
        return False
    starts = [terms[:length] for length in range(1, _LONGEST_PHRASE + 1) if terms[:length] in _phrases("start")]
    parts = [phrase for phrase in _stretches(terms) if phrase in _phrases("part")]
    told = sum(len(phrase) for phrase in {*starts[-1:], *parts})
    if told and (not sentence or len(terms) <= _REACH * told):
        return True
    if sentence or len(terms) > _LONGEST_PHRASE:
        return False
    return any(terms[-length:] in _phrases("end") for length in range(1, _LONGEST_PHRASE + 1))


def _reports(words: str, terms: tuple[str, ...]) -> bool:
    return _QUOTED.search(words) is not None or any(map(is_reporting_word, terms))


def _is_date(terms: tuple[str, ...]) -> bool:
    words = load_words("date_words")
    plain = [term for term in terms if term not in {"0", ":", "-", "–", "—"}]
    return (
        len(terms) <= 16
        and ("0" in terms or bool(plain))
        and all(term in words or (len(term) == 1 and term.isalpha()) for term in plain)
    )


def _is_byline(words: str, terms: tuple[str, ...]) -> bool:
    if len(terms) > 16 or not _BYLINE.match(words):
        return False
    names = [word for word in words.split()[1:] if word[0].isalpha()]
    small = sum(word[0].islower() for word in names)
    return small <= 0.4 * len(names)


def _is_trail(words: str, terms: tuple[str, ...]) -> bool:
    """Tell a breadcrumb trail or a bar of links: short names with separators between."""
    cuts = len(_SEPARATOR.findall(words))
    return cuts >= 1 and len(terms) <= 5 * (cuts + 1) and (cuts >= 2 or len(terms) <= 6)


def _stretches(terms: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(len(terms)):
        for length in range(1, min(_LONGEST_PHRASE, len(terms) - start) + 1):
            yield terms[start : start + length]


@cache
def _phrases(place: str) -> frozenset[tuple[str, ...]]:
    return frozenset(fold(phrase) for kind, phrase in load_table("page_furniture") if kind == place)


@cache
def _headings() -> dict[tuple[str, ...], str]:
    return {
        fold(heading) + (("…",) if heading.endswith("…") else ()): kind for kind, heading in load_table("page_headings")
    }


@cache
def _agencies() -> frozenset[tuple[str, ...]]:
    return frozenset(fold(name) for name in load_words("photo_credits"))
