"""What follows a cue: when, where and to whom it was said, and in which frame the content stands."""

from __future__ import annotations

from functools import cache

from attribution.extraction.lemmas import cue_verbs
from attribution.extraction.rules.candidates import Candidate
from attribution.extraction.rules.clauses import begins_clause, has_finite_verb, left_start, right_end
from attribution.extraction.rules.lines import Line, VerbGroup
from attribution.extraction.rules.nominals import Range, is_nominal, speech_settings, time_nouns
from attribution.extraction.rules.nouns import cue_nouns, noun_lemma
from attribution.extraction.rules.phrases import after_approximator, phrase_after
from attribution.extraction.rules.subjects import subject_before
from attribution.lexicon.load import load_words
from attribution.spans import Span

_QUESTION_WORDS = frozenset(["whether", "if", "how", "what", "why", "who", "whom", "when", "where", "which"])
@cache
def addressee_verbs() -> frozenset[str]:
    """Return the verbs whose object is the hearer."""
    return load_words("addressee_verbs")


def find_complement(line: Line, group: VerbGroup) -> tuple[int, str, int]:
    """Return where the content to the right of the cue may begin, its frame, and the end of the cue.

    Parameters
    ----------
    line : the sentence.
    group : the cue.
    """
    i = group.end
    cue_end = i
    if i < len(line) and line.tags[i] == "RP":
        i = cue_end = i + 1
    if i < len(line) and line.words[i] in ("not",):
        i += 1
    if group.lemma in addressee_verbs() and not group.passive:
        hearer = phrase_after(line, i, insertions=False)
        if hearer is not None and not begins_clause(line, *hearer) and line.words[i] not in time_nouns():
            start, frame = find_frame(line, hearer[1])
            if frame == "to":
                return i, "hearer-to", cue_end
            if frame not in ("", "np") and not (frame == "late-clause" and group.lemma != "tell"):
                return start, frame, cue_end
            if group.lemma == "tell":
                return start, "", cue_end
    start, frame = find_frame(line, i)
    if frame.startswith("prep-") and start == i + 1:
        return start, frame, start
    return start, frame, cue_end


def find_frame(line: Line, i: int) -> tuple[int, str]:
    """Return where the content begins behind the cue (and when, where and to whom it was said), and its frame.

    Parameters
    ----------
    line : the sentence.
    i : the first token after the cue, or after the source that follows it.
    """
    skipped = skip_circumstances(line, i)
    start, frame = _frame_at(line, skipped)
    if (skipped > i and frame in ("np", "adj", "ing")) or (frame.startswith("prep-") and skipped > i):
        start, frame = _frame_at(line, i)
    return start, frame


def skip_circumstances(line: Line, i: int) -> int:
    """Return the first token at or after `i` that does not say when, where or to whom something was said.

    Parameters
    ----------
    line : the sentence.
    i : where to begin.
    """
    for _ in range(5):
        end = circumstance_end(line, i)
        if end == i:
            break
        i = end
    return i


def circumstance_end(line: Line, i: int) -> int:
    """Return the end of a phrase of time, setting or hearer at `i`; `i` where there is none.

    Parameters
    ----------
    line : the sentence.
    i : where it would begin.
    """
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
        return i + 1, "colon-quote" if opens_quotation(line, i + 1) else "colon"
    if word == ",":
        if opens_quotation(line, i + 1):
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


def opens_quotation(line: Line, i: int) -> bool:
    """Tell whether a quotation begins at token `i`.

    Parameters
    ----------
    line : the sentence.
    i : any index; behind the sentence nothing begins.
    """
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


