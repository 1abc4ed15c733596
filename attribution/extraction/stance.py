"""What a source does with a content: asserts, denies, doubts, is silent about, asks or wants it.

The stance is read from the cue (its verb, negation and auxiliaries), from the form of the content behind it, and from
a content that is itself an avowal of doubt or silence ("said it was unclear who", "said she had no comment").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from attribution.extraction.lemmas import cue_verbs, verb_lemma
from attribution.lexicon.load import load_table, load_words
from attribution.lexicon.words import load_class
from attribution.model import Sentence, Stance, Token
from attribution.spans import Span

_NOT = frozenset(
    [
        "not",
        "n't",
        "n’t",
        "never",
        "no",
        "neither",
        "nor",
        "nobody",
        "none",
        "nothing",
        "without",
        "cannot",
        "hardly",
        "barely",
    ]
)
_ABILITY = frozenset(["can", "could", "ca", "able", "unable"])
_QUESTION = frozenset(["whether", "if", "how", "what", "why", "who", "whom", "when", "where", "which", "about"])
_JOINTS = frozenset(("that", '"', "“", "‘", "'", ",", ":", "``"))
_MARKS = frozenset(('"', "“", "‘", "'", "``"))
_UNWILLING = frozenset(["decline", "refuse", "fail", "omit", "neglect", "avoid", "sidestep", "stop", "dodge"])
_UNABLE = frozenset(["fail", "struggle"])


def classify_stance(
    sentence: Sentence, cue: Sequence[Span], content: Sequence[Span] = (), source: Sequence[Span] = ()
) -> Stance:
    """Return the stance of a source to a content.

    Parameters
    ----------
    sentence : the one in which the cue stands.
    cue, content, source : the attribution's spans.
    """
    at = _places(sentence, cue)
    if not at:
        return "asserts"
    words = [sentence.tokens[i] for i in at]
    after = _inside(sentence, content, at[0])
    speaker = _inside(sentence, source)
    negated = _is_negated(sentence, at[0], at[-1] + 1, words, speaker)
    head, lemma = _head(words)
    if head < 0:
        return _of_noun(words, negated)
    able = any(token.text.lower() in _ABILITY for token in words) or _unable_before(sentence, at[0])
    return _of_verb(lemma, words, after, negated, able)


# More of a content than this says nothing about the stance, and a sentence may be very long.
_OPENING = 30


def _places(sentence: Sentence, spans: Sequence[Span]) -> list[int]:
    """Return the indices of the first tokens of the sentence in each of the spans."""
    places: list[int] = []
    for span in spans:
        i = bisect_left(sentence.tokens, span.start, key=lambda token: token.start)
        if i > 0 and sentence.tokens[i - 1].end > span.start:
            i -= 1
        last = min(len(sentence.tokens), i + _OPENING)
        while i < last and sentence.tokens[i].start < span.end:
            places.append(i)
            i += 1
    return places


def _inside(sentence: Sentence, spans: Sequence[Span], behind: int = -1) -> list[Token]:
    """Return the sentence's tokens in the spans; those behind the cue where there are any."""
    found = _places(sentence, spans)
    later = [i for i in found if i > behind]
    return [sentence.tokens[i] for i in (later or found)]


def _head(words: Sequence[Token]) -> tuple[int, str]:
    """Return where the cue's verb is (-1 for none) and its base form: the first verb of saying, or the last verb."""
    verbs = [i for i, token in enumerate(words) if token.pos.startswith("VB")]
    known = [i for i in verbs if _class(_lemma(words[i])) not in ("", "seem")]
    if known:
        return known[0], _lemma(words[known[0]])
    return (verbs[-1], _lemma(words[verbs[-1]])) if verbs else (-1, "")


def _lemma(token: Token) -> str:
    return verb_lemma(token.text.lower())


def _class(lemma: str) -> str:
    return cue_verbs().get(lemma, ("", ""))[0]


def _is_negated(sentence: Sentence, start: int, end: int, words: Sequence[Token], source: Sequence[Token]) -> bool:
    before = sentence.tokens[max(0, start - 2) : start]
    before = (*before, *sentence.tokens[end : end + 1])
    near = any(token.text.lower() in ("not", "n't", "n’t", "never", "nor", "neither") for token in before)
    nobody = bool(source) and source[0].text.lower() in ("no", "nobody", "none", "neither", "nothing")
    return near or nobody or any(token.text.lower() in _NOT for token in words)


def _unable_before(sentence: Sentence, start: int) -> bool:
    return any(token.text.lower() in _ABILITY for token in sentence.tokens[max(0, start - 3) : start])


@cache
def _answers() -> dict[str, Stance]:
    """Verbs with a particle by which a source answers: "laugh off", "brush aside"."""
    kinds: dict[str, Stance] = {"denies": "denies", "doubts": "doubts", "endorses": "asserts"}
    return {cue: kinds[kind] for cue, kind in load_table("stance_cues") if " " in cue}


@cache
def _nouns() -> dict[str, Stance]:
    return {row[0]: row[1] for row in load_table("cue_nouns")}  # type: ignore[misc]


def _of_noun(words: Sequence[Token], negated: bool) -> Stance:
    for token in words:
        word = token.text.lower()
        singular = word[:-3] + "y" if word.endswith("ies") else word[:-1] if word.endswith("s") else word
        stance = _nouns().get(word) or _nouns().get(singular)
        if stance:
            return "silent" if negated and stance == "asserts" else stance
        if word in load_words("doubting_predicates"):
            return "doubts"
    return "asserts"


def _of_verb(lemma: str, words: Sequence[Token], after: Sequence[Token], negated: bool, able: bool) -> Stance:
    verb_class, stance = cue_verbs().get(lemma, ("", "asserts"))
    cue = [token.text.lower() for token in words]
    told = _told(cue, after)
    if lemma in _UNWILLING and told:
        return "silent"
    if "unable" in cue or (negated and able and (lemma in load_words("knowing_verbs") or told)):
        return "doubts"
    if told and "yet" in cue:
        return "silent"
    answer = " ".join((lemma, *cue[1:]))
    if after and after[0].text in _MARKS and (answer in _answers() or lemma in load_class("contradicting_alone")):
        return "asserts"  # "hit back: 'It was us'": what is quoted is the answer, not what is answered
    if answer in _answers():
        return _answers()[answer]
    nouns = [token for token in words if token.pos.startswith("NN")]
    if lemma in load_words("light_verbs") and nouns:
        return _of_noun(nouns, negated)
    if negated:
        return _negated(lemma, stance, after)
    if verb_class == "silent":
        return "asserts" if lemma == "refuse" else "silent"
    if any(word in ("doubt", "doubts", "scepticism", "skepticism") for word in cue):
        return "doubts"
    if lemma == "plead" and "guilty" in cue:
        return "asserts"
    if lemma in ("rule", "brush", "lay") and "out" in cue:
        return "denies" if lemma == "rule" else "asserts"
    return _by_complement(lemma, verb_class, stance, cue, after)  # type: ignore[arg-type]


def _told(cue: Sequence[str], after: Sequence[Token]) -> bool:
    """Tell whether a verb for giving information stands in the cue or opens the content ("to comment")."""
    telling = load_words("telling_verbs")
    opening = [token.text.lower() for token in after[:4]]
    return any(verb_lemma(word) in telling for word in (*cue[1:], *opening)) or "comment" in (*cue, *opening)


def _negated(lemma: str, stance: str, after: Sequence[Token]) -> Stance:
    if lemma in load_words("believing_verbs"):
        return "denies"
    if lemma in ("know", "understand", "remember", "recall"):
        return "doubts"
    if lemma == "plead":
        return "denies"
    if stance in ("denies", "doubts"):
        return "asserts"
    if lemma in load_words("telling_verbs"):
        return "silent"
    return "wants" if stance == "wants" else "asserts" if after else "silent"


def _by_complement(lemma: str, verb_class: str, stance: Stance, cue: Sequence[str], after: Sequence[Token]) -> Stance:
    """Return the stance of a cue without negation, seeing what follows it."""
    words = [t.text.lower() for t in after]
    opening = next((word for word in words if word not in _JOINTS), "")
    infinitive = any(p.text.lower() == "to" and t.pos == "VB" for p, t in pairwise(after[:15]))
    if verb_class == "want":
        if "know" in (*cue, *words[:3]) and any(word in _QUESTION for word in words[:5]):
            return "asks"
        states = lemma in ("insist", "advise", "counsel", "propose") and words[:1] == ["that"] and not infinitive
        return "asserts" if states and not _is_subjunctive(after) else "wants"
    if verb_class == "ask":
        return "wants" if opening in ("to", "for", "that") or "for" in cue[1:] or _asks_to(after) else "asks"
    if lemma in ("call", "press", "push", "appeal", "argue") and (
        cue[-1] in ("for", "on", "upon") or opening in ("for", "on", "upon")
    ):
        return "asserts" if lemma == "argue" else "wants"
    if lemma in ("tell", "warn", "remind") and (words[:1] == ["to"] or _asks_to(after)):
        return "wants"
    if lemma in ("suggest", "insist", "argue", "say") and _is_subjunctive(after):
        return "wants"
    if lemma == "suggest" and after and after[0].pos == "VBG":
        return "wants"
    if (
        lemma in load_words("light_verbs")
        and (named := _of_noun([t for t in after[:4] if t.pos[:2] == "NN"], False)) != "asserts"
    ):
        return named
    if verb_class in ("say", "think", "seem", "show", "") and stance == "asserts":
        return _of_avowal(words)
    return stance


def _asks_to(after: Sequence[Token]) -> bool:
    """Tell whether an infinitive follows a short object: "residents to stay indoors"."""
    for k, token in enumerate(after[:8]):
        if token.text.lower() == "to" and k + 1 < len(after) and after[k + 1].pos == "VB":
            return True
        if token.pos in ("VBD", "VBZ", "VBP", "MD", ",", "``") or token.text.lower() in _QUESTION:
            return False
    return False


def _is_subjunctive(after: Sequence[Token]) -> bool:
    """Tell whether the content's first verb is a bare base form: "(that) the bank be closed"."""
    for k, token in enumerate(after[:15]):
        if token.pos in ("VBD", "VBZ", "MD", "TO", "VBG", "VBN"):
            return False
        if token.pos == "VB" and k and after[k - 1].pos in ("DT", "JJ", "PRP$", "POS"):
            continue  # a noun that looks like a verb: "the handle"
        if token.text.lower() in ("be", "not") or token.pos == "VB":
            return k > 0 and (token.text.lower() == "be" or token.pos == "VB")
        if token.pos in ("VBP", "``"):
            return False
    return False


def _of_avowal(words: Sequence[str]) -> Stance:
    """Return the stance of a content that says what its source does not know or will not say."""
    opening = " ".join(word for word in words[:12]).replace("n't", "not").replace("n’t", "not")
    padded = f" {opening} "
    if any(f" {phrase} " in padded for phrase in load_words("declining_predicates")):
        return "silent" if any(f" {word} " in padded for word in ("i", "he", "she", "we", "they", "it")) else "asserts"
    if any(f" {phrase} " in padded for phrase in load_words("doubting_predicates")):
        return "doubts"
    return "asserts"
