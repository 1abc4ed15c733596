"""Noun phrases, found outwards from a verb: who stands before it, and what comes after it."""

from __future__ import annotations

from functools import cache

from attribution.extraction.rules.lines import Line
from attribution.lexicon.load import load_words

# A noun phrase longer than this is a tagging error; the bound also keeps the search linear.
_LONGEST = 60

_PRONOUNS = frozenset(
    [
        "i",
        "you",
        "he",
        "she",
        "it",
        "we",
        "they",
        "who",
        "one",
        "someone",
        "somebody",
        "everyone",
        "everybody",
        "others",
        "both",
        "none",
    ]
)
_DETERMINERS = frozenset(("DT", "PDT", "PRP$", "WP$"))
_INNER = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "$", "#", "FW", "RBS"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "FW"))
_ADVERBIAL = frozenset(("IN", "TO", "VBG", "VBN", "RB", "WRB"))

Range = tuple[int, int]


@cache
def time_nouns() -> frozenset[str]:
    """Return the nouns of time, in lower case."""
    return load_words("time_nouns")


@cache
def speech_settings() -> frozenset[str]:
    """Return the nouns for where and how something is said, in lower case."""
    return load_words("speech_settings")


@cache
def attached_prepositions() -> frozenset[str]:
    """Return the prepositions that can tie a noun phrase to a noun before it."""
    return load_words("attached_prepositions")


def is_nominal(line: Line, i: int) -> bool:
    """Tell whether token `i` can end a noun phrase."""
    tag = line.tags[i]
    if tag in ("JJ", "VBG") and i > 0 and line.tags[i - 1] in ("DT", "PRP$"):
        return True
    return tag in _NOUNS or tag == "-RRB-" or (tag in ("DT", "JJ", "JJS", "RBS") and line.words[i] in _HEADS)


_HEADS = frozenset(
    [
        "this",
        "that",
        "these",
        "those",
        "some",
        "many",
        "most",
        "few",
        "all",
        "both",
        "another",
        "others",
        "several",
        "each",
        "either",
        "neither",
        "any",
    ]
)


def subject_before(line: Line, i: int, floor: int = 0) -> Range | None:
    """Return the noun phrase that is the subject of the verb at `i`, with its appositions, or None.

    Parameters
    ----------
    line : the sentence.
    i : the first token of the verb group.
    floor : the first token that may belong to the phrase.
    """
    end = i
    while end > floor and line.tags[end - 1] == "RB":
        end -= 1
    floor = max(floor, end - _LONGEST)
    core, last = end, end
    while core > floor and line.words[core - 1] in (",", "-", "--", "–", "—"):
        comma = _comma_before(line, core - 1, floor)
        if comma is None:
            return None
        if core == last:
            last = comma if line.tags[comma + 1] in _ADVERBIAL else core - 1
        if comma == floor or not _may_insert(line, comma + 1):
            return None
        core = comma
    if core == last:
        core = last = _without_time(line, core, floor)
    start = _phrase_start(line, core, floor)
    if start is None or start >= core:
        return None
    return (_with_name_before(line, start, floor), last)


def _without_time(line: Line, end: int, floor: int) -> int:
    """Return the end of the phrase without a time behind it: "the ministry on Sunday", "officials Monday"."""
    k = end
    while k > floor and end - k < 3 and (line.words[k - 1] in time_nouns() or line.tags[k - 1] in ("CD", "JJ")):
        k -= 1
    if k == end or k <= floor + 1 or not any(word in time_nouns() for word in line.words[k:end]):
        return end
    if line.tags[k - 1] == "IN" and is_nominal(line, k - 2):
        return k - 1
    return k if is_nominal(line, k - 1) and line.tags[k] == "NNP" else end


def _with_name_before(line: Line, start: int, floor: int) -> int:
    """Return the start of the name before an apposition that no comma closes: "Ann Lee, the head of the bank said"."""
    if start - 2 < floor or line.words[start - 1] != "," or line.tags[start] not in _DETERMINERS:
        return start
    k = start - 1
    while k > floor and line.tags[k - 1] == "NNP" and start - k < 7:
        k -= 1
    alone = k == 0 or line.words[k - 1] in (",", "and", "but") or line.quotes[k - 1] != line.quotes[k]
    return k if k < start - 1 and alone else start


def _may_insert(line: Line, i: int) -> bool:
    tag = line.tags[i]
    return tag in _INNER or tag in _DETERMINERS or tag in _ADVERBIAL or tag in ("WP", "WDT", "WP$")


def _comma_before(line: Line, i: int, floor: int) -> int | None:
    """Return where the insertion begins that ends with the comma (or dash) at `i`."""
    mark = line.words[i]
    for k in range(i - 1, floor, -1):
        if line.words[k] == mark and line.quotes[k] == line.quotes[i]:
            return k
        if line.words[k] == ";":
            return None
    return None


def _phrase_start(line: Line, end: int, floor: int) -> int | None:
    """Return where the noun phrase begins that ends before `end`."""
    if end <= floor or (not is_nominal(line, end - 1) and line.tags[end - 1] not in ("WP", "WDT", "''")):
        return None
    if line.tags[end - 1] == "''" and _before_nickname(line, end - 1, floor) == end - 1:
        return None
    last = line.words[end - 1]
    if line.tags[end - 1] in ("PRP", "WP", "WDT") or last in _PRONOUNS:
        return end - 1
    i, conjunction = end - 1, -1
    while i >= floor:
        step, joined = _step_left(line, i, end, floor)
        if step == i:
            break
        if joined:
            conjunction = i
        i = step
    # A determiner without a joint before it begins the phrase.
    start = i if i >= floor and line.tags[i] in _DETERMINERS else i + 1
    while start < end - 1 and (line.tags[start] in ("IN", "TO", "CC", ",", "RB", "''", "POS", "VBN", "VBG")):
        start += 1
    # "met officials and the mayor said": what stands before "and" is the object of another verb.
    if conjunction > start and start > floor and line.tags[start - 1][:2] in ("VB", "IN", "TO"):
        start = conjunction + 1
    if start > floor and line.words[start - 1] in ("both", "either", "neither"):
        start -= 1
    return start


def _step_left(line: Line, i: int, end: int, floor: int) -> tuple[int, bool]:
    """Return the next token leftwards in the noun phrase (`i` itself where it begins), and if "and" joins."""
    tag, word = line.tags[i], line.words[i]
    before = i - 1
    if tag == "-RRB-":
        return _before_bracket(line, i, floor), False
    if tag == "''" or tag == "``":
        return _before_nickname(line, i, floor), False
    if tag in _DETERMINERS:
        if before >= floor and (
            line.tags[before] in ("PDT", "IN", "CC", "TO") or line.words[before] in ("all", "both", "half")
        ):
            return before, False
        return i, False
    if tag in _INNER or word == "&":
        # "on Monday the minister": a phrase with a determiner does not follow another one without a joint.
        return before, False
    if tag in ("IN", "TO") and word in attached_prepositions():
        joint = before >= floor and (is_nominal(line, before) or line.tags[before] == "VBN")
        return (before, False) if joint and i + 1 < end else (i, False)
    if tag == "CC" and before >= floor and i + 1 < end:
        return (before, True) if is_nominal(line, before) or line.words[before] == "," else (i, False)
    if tag in ("VBN", "VBG", "VBD"):
        inner = before >= floor and (
            line.tags[before] in _DETERMINERS or line.tags[before] in _INNER or line.tags[before] == "RB"
        )
        return (before, False) if inner and tag != "VBD" and i + 1 < end else (i, False)
    if tag == "RB" and i + 1 < end and line.tags[i + 1] in ("JJ", "VBN", "CD", "RB"):
        return before, False
    if word == "," and _is_list_comma(line, i, end, floor):
        return before, False
    return i, False


def _is_list_comma(line: Line, i: int, end: int, floor: int) -> bool:
    """Tell whether the comma at `i` stands in a list ("Ghana, Togo and Benin") or before a place ("Paris, Texas")."""
    if i <= floor or not is_nominal(line, i - 1):
        return False
    for k in range(i + 1, min(end, i + 8)):
        if line.tags[k] == "CC":
            return True
        if line.words[k] == ",":
            return line.tags[i + 1] == "NNP" and line.tags[i - 1] == "NNP" and k - i <= 3
        if line.tags[k] not in _INNER and line.tags[k] not in _DETERMINERS:
            return False
    return False


def _before_bracket(line: Line, i: int, floor: int) -> int:
    for k in range(i - 1, max(floor, i - 12) - 1, -1):
        if line.tags[k] == "-LRB-":
            return k - 1
    return i


def _before_nickname(line: Line, i: int, floor: int) -> int:
    """Step over a nickname or a title in quotation marks, of up to six words."""
    if i > 0 and line.words[i - 1] in (",", ".", "?", "!"):
        return i
    for k in range(i - 1, max(floor, i - 7) - 1, -1):
        if line.tags[k] == "``":
            return k - 1
        if line.tags[k] in ("VBD", "VBZ", "VBP", "MD"):
            return i
    return i


def phrase_after(line: Line, i: int, ceiling: int | None = None, insertions: bool = True) -> Range | None:
    """Return the noun phrase that begins at `i`, with what is attached to it, or None.

    Parameters
    ----------
    line : the sentence.
    i : its first token.
    ceiling : the first token that may no longer belong to it.
    insertions : whether to take appositions and relative clauses between commas.
    """
    limit = min(len(line) if ceiling is None else ceiling, i + _LONGEST)
    if i >= limit:
        return None
    if line.tags[i] == "PRP" or line.words[i] in _PRONOUNS:
        return (i, i + 1)
    first = after_approximator(line, i)
    end = _base_end(line, first, limit)
    if end == first:
        return None
    while end < limit:
        following = _attached_end(line, end, limit, insertions)
        if following == end:
            break
        end = following
    return (i, end)


def after_approximator(line: Line, i: int) -> int:
    """Return where the number stands that "at least" or the like at `i` belongs to; `i` where there is none."""
    for length in (3, 2, 1):
        number = i + length
        if number < len(line) and line.tags[number] in ("CD", "$") and " ".join(line.words[i:number]) in _approximators():
            return number
    return i


@cache
def _approximators() -> frozenset[str]:
    return load_words("approximators")


def _base_end(line: Line, i: int, limit: int) -> int:
    """Return the end of the bare noun phrase at `i`: up to its last noun; `i` where there is none."""
    k, end = i, i
    while k < limit:
        tag = line.tags[k]
        if (
            tag in _DETERMINERS
            and k > i
            and line.tags[k - 1] not in ("PDT", "POS")
            and line.words[k - 1] not in ("all", "both")
        ):
            break
        if tag in ("``", "''") and k > i and line.quotes[k] != line.quotes[i]:
            break
        if tag == "VBG" and k > i and line.tags[k - 1] == "DT":
            pass
        elif tag == "VBG" or tag == "VBN" or (tag in ("RB", "RBR") and end == i):
            if end > i or (k > i and line.tags[k - 1] == "VBN"):
                break
        elif tag not in _INNER and tag not in _DETERMINERS and line.words[k] != "&" and tag != "``":
            break
        k += 1
        if is_nominal(line, k - 1):
            end = k
    return end


def _attached_end(line: Line, end: int, limit: int, insertions: bool) -> int:
    """Return where what is attached to a noun phrase that ends at `end` ends; `end` where nothing is."""
    tag, word = line.tags[end], line.words[end]
    if tag == "-LRB-":
        close = next((k for k in range(end + 1, min(limit, end + 12)) if line.tags[k] == "-RRB-"), None)
        return end if close is None else close + 1
    if tag in ("IN", "TO") and word in attached_prepositions():
        base = _base_end(line, end + 1, limit)
        if base == end + 1 or _is_setting(line, end + 1, base):
            return end
        return base
    if tag == "CC" and word in ("and", "or", "&"):
        base = _base_end(line, end + 1, limit)
        verbal = base < limit and (line.tags[base] in ("VBD", "VBZ", "VBP", "MD") or line.tags[base] == "RB")
        return end if base == end + 1 or verbal else base
    if word == "," and insertions:
        return _insertion_end(line, end, limit)
    if tag in ("WP", "WDT") or (tag == "VBN" and insertions):
        return _relative_end(line, end, limit) if insertions else end
    return end


def _is_setting(line: Line, start: int, end: int) -> bool:
    """Tell whether the phrase says when or in which setting, not who."""
    return any(w in time_nouns() for w in line.words[start:end]) or line.words[end - 1] in speech_settings()


def _insertion_end(line: Line, comma: int, limit: int) -> int:
    """Return the end of the apposition or relative clause after the comma, without the comma that closes it."""
    first = comma + 1
    if first >= limit:
        return comma
    tag = line.tags[first]
    if tag in ("WP", "WP$", "WDT") and line.words[first] in ("who", "whose", "which"):
        return _relative_end(line, first, limit)
    if (tag not in _INNER and tag not in _DETERMINERS) or line.tags[first] == "PRP$":
        return comma
    base = _base_end(line, first, limit)
    if base == first or line.words[first] in time_nouns():
        return comma
    end = base
    while end < limit and line.words[end] != "," and end < base + 30:
        following = _attached_end(line, end, limit, False)
        if following == end:
            break
        end = following
    closed = end >= limit or line.words[end] in (",", ".", ";", ":", "—", "--", "-") or line.tags[end] == "''"
    if not closed and line.tags[end] in ("WP", "WDT", "VBN", "VBG", "IN"):
        return _relative_end(line, end, limit)
    return end if closed else comma


def _relative_end(line: Line, i: int, limit: int) -> int:
    """Return the end of the relative clause at `i`: the next comma, dash or end of the sentence."""
    for k in range(i, limit):
        if line.words[k] in (",", ";", ":", "--", "—", "–") or line.tags[k] in (".", "``", "''"):
            return k
    return limit
