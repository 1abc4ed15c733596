"""Who stands before a verb: its subject, found from right to left."""

from __future__ import annotations

from attribution.extraction.rules.lines import Line
from attribution.extraction.rules.nominals import DETERMINERS, INNER, LONGEST, PRONOUNS, Range, attached_prepositions, is_nominal, speech_settings, time_nouns

_ADVERBIAL = frozenset(("IN", "TO", "VBG", "VBN", "RB", "WRB"))
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
    floor = max(floor, end - LONGEST)
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
    if start - 2 < floor or line.words[start - 1] != "," or line.tags[start] not in DETERMINERS:
        return start
    k = start - 1
    while k > floor and line.tags[k - 1] == "NNP" and start - k < 7:
        k -= 1
    alone = k == 0 or line.words[k - 1] in (",", "and", "but") or line.quotes[k - 1] != line.quotes[k]
    return k if k < start - 1 and alone else start


def _may_insert(line: Line, i: int) -> bool:
    tag = line.tags[i]
    return tag in INNER or tag in DETERMINERS or tag in _ADVERBIAL or tag in ("WP", "WDT", "WP$")


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
    if line.tags[end - 1] in ("PRP", "WP", "WDT") or last in PRONOUNS:
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
    start = i if i >= floor and line.tags[i] in DETERMINERS else i + 1
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
    if tag in DETERMINERS:
        if before >= floor and (
            line.tags[before] in ("PDT", "IN", "CC", "TO") or line.words[before] in ("all", "both", "half")
        ):
            return before, False
        return i, False
    if tag in INNER or word == "&":
        # "on Monday the minister": a phrase with a determiner does not follow another one without a joint.
        return before, False
    if tag in ("IN", "TO") and word in attached_prepositions():
        joint = before >= floor and (is_nominal(line, before) or line.tags[before] == "VBN")
        return (before, False) if joint and i + 1 < end else (i, False)
    if tag == "CC" and before >= floor and i + 1 < end:
        return (before, True) if is_nominal(line, before) or line.words[before] == "," else (i, False)
    if tag in ("VBN", "VBG", "VBD"):
        inner = before >= floor and (
            line.tags[before] in DETERMINERS or line.tags[before] in INNER or line.tags[before] == "RB"
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
        if line.tags[k] not in INNER and line.tags[k] not in DETERMINERS:
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


