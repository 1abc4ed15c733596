"""Where the content of an attribution begins and ends in its sentence."""

from __future__ import annotations

from attribution.extraction.lemmas import cue_verbs
from attribution.extraction.rules.lines import Line, VerbGroup
from attribution.extraction.rules.nominals import is_nominal
from attribution.extraction.rules.subjects import subject_before

_SAYING = frozenset(("say", "deny", "silent", "ask"))
_REPORTING = _SAYING | {"judge"}
_DASHES = ("--", "—", "–")


def right_end(line: Line, start: int, cue: VerbGroup, phrasal: bool = False) -> int:
    """Return the end of the content that begins at `start`, to the right of its cue.

    It runs to the end of the sentence unless another attribution begins ("…, and she said", "… but denied",
    "…, adding"), the text turns from quoted to unquoted, or brackets close.
    """
    end = _last_word(line)
    quote = line.quotes[start]
    if line.quotes[cue.head] != -1:
        end = min(end, _quote_end(line, cue.head, end))
    elif quote != -1 and (stop := _whole_quote_end(line, start, end)) is not None:
        return stop
    for i in range(start + 1, end):
        if line.quotes[i] not in (-1, line.quotes[cue.head]):
            continue
        if _begins_another(line, i, cue) or (phrasal and _leaves_phrase(line, i)):
            return i
    return end


def _last_word(line: Line) -> int:
    """Return the end of the sentence without its final mark."""
    end = len(line)
    while end > 1 and line.tags[end - 1] in (".", "''", ":") and line.words[end - 1] not in ("'",):
        end -= 1
    return end


def _quote_end(line: Line, i: int, end: int) -> int:
    quote = line.quotes[i]
    while i < end and line.quotes[i] == quote:
        i += 1
    return i


def _whole_quote_end(line: Line, start: int, end: int) -> int | None:
    """Return the end of the quotation at `start` when its content ends with it: a mark inside it, or no words after."""
    stop = _quote_end(line, start, len(line))
    if stop >= end:
        return min(stop, len(line))
    inner = line.words[stop - 2] if stop - 2 > start else ""
    if inner in (",", ".", "?", "!") or line.words[stop] in (".", ";", ":", *_DASHES):
        return stop
    return None


def _begins_another(line: Line, i: int, cue: VerbGroup) -> bool:
    """Tell whether at `i` the content is over."""
    word, tag = line.words[i], line.tags[i]
    following = i + 1
    if following >= len(line):
        return False
    if word == ";":
        return True
    if word in _DASHES:
        return False
    if word == "according" and line.words[following] == "to":
        return True
    if word == ",":
        if line.tags[following] == "VBG":
            return _is_saying(line, following)
        if line.words[following] == "according":
            return True
        return line.tags[following] == "CC" and following + 1 < len(line) and _saying_clause(line, following + 1, cue)
    if tag == "CC" and word in ("and", "but", "or"):
        return _saying_clause(line, following, cue)
    return (
        word in ("while", "although", "though", "whereas")
        and line.words[i - 1] == ","
        and _saying_clause(line, following, cue)
    )


# What goes on after a comma without belonging to the noun phrase or infinitive before it.
_LEAVING = frozenset(("as", "while", "although", "though", "when", "after", "with", "even", "because", "since", "where"))


def _leaves_phrase(line: Line, i: int) -> bool:
    """Tell whether a comma at `i` ends a content that is no clause: what follows is told by the author."""
    if line.words[i] != "," or i + 1 >= len(line):
        return False
    tag = line.tags[i + 1]
    if tag == "CC":
        group = line.group_after(i + 1)
        return group is not None and group.form == "finite" and group.start <= i + 10
    return tag in ("WDT", "WP", "PRP", "VBG", "VBN", "VBD", "VBZ", "MD") or line.words[i + 1] in _LEAVING


def _is_saying(line: Line, i: int) -> bool:
    group = line.group_after(i)
    return group is not None and group.start <= i and _class(group.lemma) in _REPORTING


def _class(lemma: str) -> str:
    return cue_verbs().get(lemma, ("", ""))[0]


def _saying_clause(line: Line, i: int, cue: VerbGroup) -> bool:
    """Tell whether a verb of saying follows at `i`, bare ("but said") or with a subject ("she said")."""
    group = line.group_after(i)
    if group is None or group.form != "finite" or _class(group.lemma) not in _SAYING:
        return False
    if group.start <= i or (group.start == i + 1 and line.tags[i] == "RB"):
        compound = cue.form == "finite" and cue.end - cue.start > 1
        return line.tags[group.head][:3] == line.tags[cue.head][:3] or group.modal != "" or compound
    subject = subject_before(line, group.start, i) if group.start <= i + 12 else None
    return subject is not None and subject[0] <= i + 1


def left_start(line: Line, end: int) -> int:
    """Return the start of the content that ends before `end`, to the left of its source and cue."""
    start = 0
    for i in range(end - 1, 0, -1):
        if line.words[i] == ";":
            start = i + 1
            break
    if line.tags[start] == "CC" and start + 1 < end and line.quotes[start] == -1:
        start += 1
        if line.words[start] == "," and start + 1 < end:
            start += 1
    return start


def has_finite_verb(line: Line, start: int, end: int) -> bool:
    """Tell whether a finite verb stands in ``tokens[start:end]``."""
    first = line.coming[start] if start < len(line) else len(line.groups)
    for group in line.groups[first:]:
        if group.end > end:
            return False
        if group.form == "finite":
            return True
    return False


def begins_clause(line: Line, start: int, subject_end: int) -> bool:
    """Tell whether a finite verb follows the noun phrase ``tokens[start:subject_end]``, perhaps after an insertion."""
    i = subject_end
    if i < len(line) and line.words[i] == ",":
        closing = next((k for k in range(i + 1, min(len(line), i + 25)) if line.words[k] == ","), None)
        if closing is None:
            return False
        i = closing + 1
    while i < len(line) and line.tags[i] == "RB":
        i += 1
    if i >= len(line) or start >= subject_end:
        return False
    return line.tags[i] in ("MD", "VBD", "VBZ", "VBP") and is_nominal(line, subject_end - 1)
