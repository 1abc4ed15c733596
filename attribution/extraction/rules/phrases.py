"""Noun phrases found from left to right, with what is attached to them."""

from __future__ import annotations

from functools import cache

from attribution.extraction.rules.lines import Line
from attribution.extraction.rules.nominals import DETERMINERS, INNER, LONGEST, PRONOUNS, Range, attached_prepositions, is_nominal, speech_settings, time_nouns
from attribution.lexicon.load import load_words

def phrase_after(line: Line, i: int, ceiling: int | None = None, insertions: bool = True) -> Range | None:
    """Return the noun phrase that begins at `i`, with what is attached to it, or None.

    Parameters
    ----------
    line : the sentence.
    i : its first token.
    ceiling : the first token that may no longer belong to it.
    insertions : whether to take appositions and relative clauses between commas.
    """
    limit = min(len(line) if ceiling is None else ceiling, i + LONGEST)
    if i >= limit:
        return None
    if line.tags[i] == "PRP" or line.words[i] in PRONOUNS:
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
            tag in DETERMINERS
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
        elif tag not in INNER and tag not in DETERMINERS and line.words[k] != "&" and tag != "``":
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
    if (tag not in INNER and tag not in DETERMINERS) or line.tags[first] == "PRP$":
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


