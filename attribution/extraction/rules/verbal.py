"""Candidates whose cue is a verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attribution.extraction.lemmas import cue_verbs
from attribution.extraction.rules.candidates import Candidate
from attribution.extraction.rules.clauses import begins_clause, has_finite_verb, left_start, right_end
from attribution.extraction.rules.lines import Line, VerbGroup
from attribution.extraction.rules.nouns import cue_nouns, noun_lemma
from attribution.extraction.rules.phrases import (
    Range,
    after_approximator,
    is_nominal,
    phrase_after,
    speech_settings,
    subject_before,
    time_nouns,
)
from attribution.extraction.rules.quoted import Quotes
from attribution.lexicon.load import load_words
from attribution.spans import Span

_QUESTION_WORDS = frozenset(["whether", "if", "how", "what", "why", "who", "whom", "when", "where", "which"])
_MARKS = (",", ":", "--", "—", "–", "-")


@cache
def addressee_verbs() -> frozenset[str]:
    """Return the verbs whose object is the hearer."""
    return load_words("addressee_verbs")


def find_verbal(line: Line, number: int, quotes: Quotes, before: Line | None = None) -> Iterator[Candidate]:
    """Yield a candidate for every verb group and every way in which a content may stand to it.

    Parameters
    ----------
    line : the sentence.
    number : its index.
    quotes : the document's quotations.
    before : the sentence before it in the same paragraph.
    """
    # Who did the last thing, and who last said something: a verb without a subject of its own takes one of them.
    nearest: Range | None = None
    reporter: Range | None = None
    for group in line.groups:
        own = _own_subject(line, group)
        inverted = _inverted(line, group) if own is None else None
        place = own or inverted
        subject = place or _borrowed(line, group, nearest, reporter)
        if place is not None:
            nearest = place
            if _class(group.lemma) in _REPORTING and not group.passive:
                reporter = place
        yield from _of_group(line, number, group, subject, place, inverted is not None, quotes, before)


_NOT_RIGHT = ("", "comma-quote")
_PHRASAL = ("np", "prep", "to", "adj", "ing", "passive")
_REPORTING = frozenset(("say", "deny", "silent", "ask", "judge", "doubt"))


def _class(lemma: str) -> str:
    return cue_verbs().get(lemma, ("none", ""))[0]


def _borrowed(line: Line, group: VerbGroup, nearest: Range | None, reporter: Range | None) -> Range | None:
    """Return the subject that a verb without one shares with another: "said …, adding", "could not say … but denied"."""
    before = line.tags[group.start - 1] if group.start else ""
    if group.form == "gerund" and group.start <= 1:
        return _coming_subject(line, group)
    joined = before in ("CC", ",")
    if reporter is not None and joined and group.form in ("finite", "gerund", "participle"):
        return reporter
    return nearest


def _coming_subject(line: Line, group: VerbGroup) -> Range | None:
    """Return the subject of the main clause that follows: "Citing …, the mayor said"."""
    first = line.coming[group.head] + 1
    for other in line.groups[first : first + 6]:
        subject = subject_before(line, other.start) if other.form == "finite" else None
        if subject is not None and subject[0] > group.end and line.words[subject[0] - 1] == ",":
            return subject
    return None


def _of_group(
    line: Line,
    number: int,
    group: VerbGroup,
    subject: Range | None,
    place: Range | None,
    inverted: bool,
    quotes: Quotes,
    before: Line | None,
) -> Iterator[Candidate]:
    start, frame, cue_end = _complement(line, group)
    if inverted and place is not None:
        cue_end = group.end
        start, frame = _frame_after(line, place[1])
    source = subject
    if group.passive:
        source = _agent(line, group)
        impersonal = subject is not None and line.words[subject[0]] == "it" and frame in ("that", "clause")
        frame = ("it-" if impersonal else "passive-") + frame
    own = place is not None and not inverted
    left = _left_content(line, group, place, quotes, before)
    # "Speaking in Oslo, she said, …": what stands before the speaker is not quoted, what comes after is.
    if left is not None and frame == "comma-quote" and left[1] != "left-quote":
        left = None
    if left is not None and (frame in _NOT_RIGHT or not frame or left[1] == "left-quote"):
        content, kind = left
        behind = place[1] if inverted and place is not None else group.end
        second = _second_half(line, group, behind, kind, quotes)
        content = content + second
        kind += "-split" if second else ""
        yield _make(line, number, group, source, group.end, content, kind + ("-inverted" if inverted else ""), own)
        return
    if inverted or not frame or start >= len(line):
        return
    end = right_end(line, start, group, frame.startswith(_PHRASAL))
    if source is not None and group.start < source[0]:
        end = min(end, source[0] - 1)
    if start >= end:
        return
    content = quotes.widen(line, start, end)
    if frame.startswith("passive") and subject is not None and frame != "passive-that":
        content = (line.span(*subject), *content)
    more = _object_features(line, group, start, end, frame)
    yield _make(line, number, group, source, cue_end, content, frame, own, more)
    if frame == "np" and (light := _light(line, group, start, end)) is not None:
        noun, first = light
        content = quotes.widen(line, first, end)
        yield _make(line, number, group, source, first, content, "light-" + noun, own)


def _light(line: Line, group: VerbGroup, start: int, end: int) -> tuple[str, int] | None:
    """Return the noun of saying that the verb takes ("made no mention of") and where its content begins."""
    if group.lemma not in load_words("light_verbs"):
        return None
    for k in range(start, min(end - 2, start + 5)):
        noun = noun_lemma(line.words[k])
        if line.tags[k].startswith("NN") and noun in cue_nouns():
            if line.tags[k + 1] == "IN" and line.words[k + 1] != "that":
                return noun, k + 2
            if line.words[k + 1] in ("that", "to", "whether"):
                return noun, k + 1
    return None


def _make(
    line: Line,
    number: int,
    group: VerbGroup,
    source: Range | None,
    cue_end: int,
    content: tuple[Span, ...],
    frame: str,
    own: bool,
    more: tuple[str, ...] = (),
) -> Candidate:
    verb_class = _class(group.lemma)
    who = _kind_of_subject(line, source)
    inside = "in" if line.quotes[group.head] != -1 else "out"
    features = (
        "frame " + frame,
        "lemma " + group.lemma,
        f"lemma {group.lemma} {frame}",
        f"class {verb_class} {frame}",
        "class " + verb_class,
        f"form {group.form} {frame}",
        f"form {group.form} {verb_class}",
        f"who {who} {verb_class}",
        f"who {who} {inside}",
        f"inside {inside} {verb_class}",
        f"own {own} {group.form}",
        f"tense {line.tags[group.head]} {verb_class}",
        f"modal {group.modal} {group.negated} {verb_class}",
        f"negated {group.negated} {verb_class}",
        f"negated {group.negated} {verb_class} {frame}",
        f"modal {group.modal}",
        f"passive {group.passive}",
        *more,
    )
    span = None if source is None else line.span(*source)
    typical = own and inside == "out" and group.form != "gerund" and _is_typical(group.lemma, verb_class, frame)
    return Candidate(number, span, line.span(group.start, cue_end), content, group.lemma, frame, features, typical)


_CLAUSAL = ("that", "clause", "wh", "quote", "colon", "colon-quote", "comma-quote", "hearer-to")


def _is_typical(lemma: str, verb_class: str, frame: str) -> bool:
    """Tell whether a verb of this class takes what it says, denies, asks or wants in this frame."""
    if verb_class not in _REPORTING or verb_class == "judge":
        return verb_class == "want" and frame in ("to", "that", "hearer-to", "prep-for")
    if verb_class in ("deny", "silent", "doubt") and frame in ("np", "to"):
        return True
    return frame in _CLAUSAL or frame == "passive-to" or (lemma == "call" and frame in ("prep-for", "prep-on"))


def _object_features(line: Line, group: VerbGroup, start: int, end: int, frame: str) -> tuple[str, ...]:
    """Return what the content to the right of a verb looks like: its first noun, what follows that, quoted words."""
    verb_class = _class(group.lemma)
    quoted = any(line.quotes[k] not in (-1, line.quotes[group.head]) for k in range(start, min(end, start + 30)))
    features = [f"quoted {quoted} {frame}", f"quoted {quoted} {verb_class}", f"long {min(end - start, 8)} {frame}"]
    if frame.split("-")[0] not in ("np", "prep"):
        return tuple(features)
    phrase = phrase_after(line, start, end, insertions=False)
    if phrase is None:
        return tuple(features)
    head = next((k for k in range(start, phrase[1]) if is_nominal(line, k) and (k + 1 == phrase[1] or not is_nominal(line, k + 1))), start)
    noun = noun_lemma(line.words[head])
    saying = "saying" if noun in cue_nouns() else line.tags[head]
    following = line.words[phrase[1]] if phrase[1] < end and line.tags[phrase[1]] in ("IN", "TO") else "."
    tag = line.tags[phrase[1]] if phrase[1] < end else "."
    if tag in ("DT", "JJ", "NNP", "NN", "RB") and _circumstance_end(line, phrase[1]) > phrase[1]:
        tag = "time"
    return (
        *features,
        f"object {saying} {verb_class}",
        f"object {saying} {group.lemma}",
        f"object noun {noun}",
        f"after {following} {tag} {verb_class}",
        f"after {following} {tag} {group.lemma}",
    )


def _kind_of_subject(line: Line, source: Range | None) -> str:
    if source is None:
        return "none"
    start, end = source
    word, tag = line.words[end - 1], line.tags[end - 1]
    if tag in ("PRP", "WP", "WDT", "EX") or word in ("that", "this"):
        return word
    if any(line.tags[k] == "NNP" for k in range(start, end)):
        return "name"
    return "plural" if tag == "NNS" else "noun"


def _own_subject(line: Line, group: VerbGroup) -> Range | None:
    """Return the noun phrase right before a verb that can have a subject."""
    if group.form in ("finite", "base") or (group.form == "participle" and not group.passive):
        return subject_before(line, group.start)
    return None


def _agent(line: Line, group: VerbGroup) -> Range | None:
    """Return who stands after "by" behind a passive verb."""
    for k in range(group.end, min(len(line) - 1, group.end + 8)):
        if line.words[k] == "by":
            return phrase_after(line, k + 1, insertions=False)
        if line.tags[k] in (",", ".", ":") or line.tags[k].startswith("VB"):
            return None
    return None


def _inverted(line: Line, group: VerbGroup) -> Range | None:
    """Return the source that follows its verb: '…, said the mayor'."""
    if group.form not in ("finite", "participle") or group.end - group.start > 2 or group.start == 0:
        return None
    before = line.words[group.start - 1]
    if before != "," and line.tags[group.start - 1] != "''" and before not in ("?", "!", "-", "–", "—", "--"):
        return None
    return phrase_after(line, group.end)


def _complement(line: Line, group: VerbGroup) -> tuple[int, str, int]:
    """Return where the content to the right of the cue may begin, its frame, and the end of the cue."""
    i = group.end
    cue_end = i
    if i < len(line) and line.tags[i] == "RP":
        i = cue_end = i + 1
    if i < len(line) and line.words[i] in ("not",):
        i += 1
    if group.lemma in addressee_verbs() and not group.passive:
        hearer = phrase_after(line, i, insertions=False)
        if hearer is not None and not begins_clause(line, *hearer) and line.words[i] not in time_nouns():
            start, frame = _frame_after(line, hearer[1])
            if frame == "to":
                return i, "hearer-to", cue_end
            if frame not in ("", "np") and not (frame == "late-clause" and group.lemma != "tell"):
                return start, frame, cue_end
            if group.lemma == "tell":
                return start, "", cue_end
    start, frame = _frame_after(line, i)
    if frame.startswith("prep-") and start == i + 1:
        return start, frame, start
    return start, frame, cue_end


def _frame_after(line: Line, i: int) -> tuple[int, str]:
    """Return where the content begins behind the cue (and when, where and to whom it was said), and its frame."""
    skipped = _skip_circumstances(line, i)
    start, frame = _frame_at(line, skipped)
    if (skipped > i and frame in ("np", "adj", "ing")) or (frame.startswith("prep-") and skipped > i):
        start, frame = _frame_at(line, i)
    return start, frame


def _skip_circumstances(line: Line, i: int) -> int:
    for _ in range(5):
        end = _circumstance_end(line, i)
        if end == i:
            break
        i = end
    return i


def _circumstance_end(line: Line, i: int) -> int:
    """Return the end of a phrase of time, setting or hearer at `i`; `i` where there is none."""
    if i >= len(line):
        return i
    word, tag = line.words[i], line.tags[i]
    if tag == "RB" and word not in ("not", "n't", "so"):
        return i + 1
    if word in time_nouns():
        return i + 1
    if tag in ("IN", "TO") and word not in ("that", "whether", "if", "as", "of"):
        if after_approximator(line, i) > i:
            return i
        phrase = phrase_after(line, i + 1, min(len(line), i + 25), insertions=False)
        if phrase is None or begins_clause(line, *phrase):
            return i
        setting = any(w in time_nouns() or w in speech_settings() for w in line.words[i + 1 : phrase[1]])
        return phrase[1] if setting or (tag == "TO" and word == "to") else i
    phrase = phrase_after(line, i, min(len(line), i + 5), insertions=False) if tag in ("DT", "JJ") else None
    if phrase is not None and line.words[phrase[1] - 1] in time_nouns():
        return phrase[1]
    return i


def _frame_at(line: Line, i: int) -> tuple[int, str]:
    if i >= len(line):
        return i, ""
    word, tag = line.words[i], line.tags[i]
    opens = line.quotes[i] != -1 and (i == 0 or line.quotes[i - 1] != line.quotes[i])
    if opens:
        return i, "quote"
    if word == ":":
        return i + 1, "colon-quote" if _opens(line, i + 1) else "colon"
    if word == ",":
        if _opens(line, i + 1):
            return i + 1, "comma-quote"
        return i, ""
    if word in ("that", "as", "like"):
        return (
            (i, "that")
            if word == "that" and tag != "DT"
            else (i, _phrase_frame(line, i))
            if word == "that"
            else (i + 1, "prep-" + word)
        )
    if word in _QUESTION_WORDS:
        return i, "wh"
    if after_approximator(line, i) > i:
        return i, _phrase_frame(line, i)
    if tag == "TO" or word == "to":
        return (i, "to") if i + 1 < len(line) and line.tags[i + 1] in ("VB", "RB", "VBP") else (i + 1, "prep-to")
    if tag == "IN":
        phrase = phrase_after(line, i + 1, insertions=False)
        return (
            (i, "") if phrase is None and i + 1 < len(line) and line.tags[i + 1] != "VBG" else (i + 1, "prep-" + word)
        )
    if tag == "VBG":
        return i, "ing"
    if tag in ("JJ", "JJR", "VBN", "RB") and (phrase := phrase_after(line, i, insertions=False)) is None:
        return i, "adj"
    return i, _phrase_frame(line, i)


def _opens(line: Line, i: int) -> bool:
    return i < len(line) and line.quotes[i] != -1 and line.quotes[i - 1] != line.quotes[i]


def _phrase_frame(line: Line, i: int) -> str:
    if line.tags[i] == "EX":
        return "clause"
    phrase = phrase_after(line, i, insertions=False)
    if phrase is None:
        return ""
    if begins_clause(line, *phrase):
        return "clause"
    return "late-clause" if _verb_comes(line, phrase[1]) else "np"


def _verb_comes(line: Line, i: int) -> bool:
    """Tell whether a finite verb follows a long subject: "said the number of people waiting at the gates grew"."""
    group = line.group_after(i)
    while group is not None and group.form != "finite" and group.end < len(line):
        group = line.group_after(group.end)
    if group is None or group.form != "finite" or group.start > i + 12:
        return False
    return not any(
        line.tags[k] in ("CC", ",", ":", "WDT", "WP", "WRB", "``") or line.words[k] in ("that", "as", "because", "if", "after")
        for k in range(i, group.start)
    )


def _left_content(
    line: Line, group: VerbGroup, place: Range | None, quotes: Quotes, before: Line | None
) -> tuple[tuple[Span, ...], str] | None:
    """Return the content that stands before its source and cue, and the frame; None where nothing does."""
    if place is None or (group.form not in ("finite", "participle")):
        return None
    end = min(place[0], group.start)
    if end == 0 and before is not None and (asked := _asked_before(before)) is not None:
        return quotes.ending_at(before, asked), "left-quote"
    if end <= 0 or (
        line.quotes[group.head] != -1 and line.quotes[end - 1] == line.quotes[group.head] and line.words[end - 1] != ","
    ):
        return None
    last = end - 1
    while last > 0 and line.words[last] in _MARKS:
        last -= 1
    if line.quotes[last] != -1 and line.quotes[group.head] != line.quotes[last]:
        return quotes.ending_at(line, last), "left-quote"
    if last == end - 1 or line.words[end - 1] == ":":
        return None
    start = left_start(line, last + 1)
    if start > last:
        return None
    verbal = has_finite_verb(line, start, last + 1)
    return (line.span(start, last + 1),), "left-clause" if verbal else "left-verbless"


def _asked_before(line: Line) -> int | None:
    """Return the last token of a sentence that ends with a quoted question or exclamation: '"Why?" she asked.'"""
    last = len(line) - 1
    closed = last > 0 and line.quotes[last] != -1 and not line.words[last][:1].isalnum()
    return last if closed and line.words[last - 1] in ("?", "!", "...", "…", "—", "--", "–", "-") else None


def _second_half(line: Line, group: VerbGroup, i: int, kind: str, quotes: Quotes) -> tuple[Span, ...]:
    """Return the content that goes on after the cue: '"A," he said, "B"', 'The plan, he said, would …'."""
    i = _skip_circumstances(line, i)
    if i + 1 >= len(line) or line.words[i] not in (",", ":", "--", "—", "–"):
        return ()
    first = i + 1
    if _opens(line, first):
        return quotes.widen(line, first, right_end(line, first, group))
    goes_on = line.tags[first] in ("VBZ", "VBD", "VBP", "MD", "TO") or line.words[first] in (
        "and",
        "but",
        "or",
        "that",
        "because",
    )
    if not kind.startswith(("left-clause", "left-verbless")) or not goes_on:
        return ()
    return (line.span(first, right_end(line, first, group)),)
