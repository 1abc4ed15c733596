"""What speaks for and against a candidate whose cue is a verb."""

from __future__ import annotations

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
from attribution.extraction.rules.complements import circumstance_end

REPORTING = frozenset(("say", "deny", "silent", "ask", "judge", "doubt"))
_CLAUSAL = ("that", "clause", "wh", "quote", "colon", "colon-quote", "comma-quote", "hearer-to")
def class_of(lemma: str) -> str:
    """Return the class of a verb in the lexicon of cues; "none" when it is not there.

    Parameters
    ----------
    lemma : base form.
    """
    return cue_verbs().get(lemma, ("none", ""))[0]


def make_candidate(
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
    """Return the candidate with its features.

    Parameters
    ----------
    line, number : the sentence and its index.
    group : the cue's verb group, which ends with its preposition at `cue_end`.
    source, content : what goes with it.
    frame : how the content stands to the cue.
    own : whether the source stands right before the verb.
    more : further features.
    """
    verb_class = class_of(group.lemma)
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


def _is_typical(lemma: str, verb_class: str, frame: str) -> bool:
    """Tell whether a verb of this class takes what it says, denies, asks or wants in this frame."""
    if verb_class not in REPORTING or verb_class == "judge":
        return verb_class == "want" and frame in ("to", "that", "hearer-to", "prep-for")
    if verb_class in ("deny", "silent", "doubt") and frame in ("np", "to"):
        return True
    return frame in _CLAUSAL or frame == "passive-to" or (lemma == "call" and frame in ("prep-for", "prep-on"))


def describe_object(line: Line, group: VerbGroup, start: int, end: int, frame: str) -> tuple[str, ...]:
    """Return what the content to the right of a verb looks like: its first noun, what follows that, quoted words.

    Parameters
    ----------
    line : the sentence.
    group : the cue.
    start, end : the content.
    frame : how it stands to the cue.
    """
    verb_class = class_of(group.lemma)
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
    if tag in ("DT", "JJ", "NNP", "NN", "RB") and circumstance_end(line, phrase[1]) > phrase[1]:
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


