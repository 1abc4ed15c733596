"""Which claim an answer is about: one candidate or none; an answer to nobody in the article stays without."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from attribution.claims.anaphora import Answer
from attribution.lexicon.load import load_table
from attribution.lexicon.words import find_stem, find_words
from attribution.model import Attribution


class Candidate(NamedTuple):
    """A claim that may be answered.

    Parameters
    ----------
    id, attribution, cue : the claim's.
    families : of its words and its source's.
    place : among the document's attributions.
    affirmed : whether its source says that it is so.
    denier : whether its source itself denies something: then it is rather on the answering source's side.
    """

    id: str
    attribution: Attribution
    cue: str
    families: frozenset[str]
    place: int
    affirmed: bool
    denier: bool = False


def choose_answered(
    answer: Answer, attribution: Attribution, place: int, names: frozenset[str], candidates: Sequence[Candidate]
) -> Candidate | None:
    """Return the claim that an answer is about: the nearest that fits, those about the speaker first.

    Parameters
    ----------
    answer : what `find_reply` returned.
    attribution, place : whose content it is, and its place among the document's attributions.
    names : families of the names of the answering source.
    candidates : claims of the same document that are said to be so, in reading order.
    """
    own = set(attribution.sources)
    best, best_score = None, 0.0
    for candidate in candidates:
        if own & set(candidate.attribution.sources) or candidate.attribution is attribution:
            continue
        score = _score(answer, place, names, candidate)
        if score >= best_score and score > 0:
            best, best_score = candidate, score
    return best


# How far back (in attributions) an answer reaches: a pronoun to what was just said, a noun over the whole lede.
_REACH = {
    "": 4,
    "story": 14,
    "innocence": 14,
    "claim": 10,
    "hearsay": 10,
    "accusation": 14,
    "finding": 10,
    "view": 8,
    "crime": 14,
}
_AHEAD = 4
# "The whole thing" is what an article is about: the earliest claim within reach, each place earlier counting so much.
_EARLIER = 0.1


def _score(answer: Answer, place: int, names: frozenset[str], candidate: Candidate) -> float:
    """Return how well a candidate fits; 0 or less when it does not."""
    back = place - candidate.place
    reach = _REACH[answer.genre]
    shared = len(answer.about & candidate.families)
    told = bool((names | answer.names) & candidate.families)
    if answer.about and not shared:
        return 0.0
    if back <= 0:
        return 0.0 if back == 0 or -back > _AHEAD or not answer.genre or not (shared or told) else 0.3 + back * 0.05
    if back > reach and not (shared or told):
        return 0.0
    if answer.genre == "story":
        return 1.0 + _EARLIER * back if candidate.affirmed and not candidate.denier else 0.0
    genre = "crime" if answer.genre == "innocence" else answer.genre
    cue_fits = find_stem(candidate.cue) in _genre_cues().get(genre, ())
    if genre == "crime" and not (told or cue_fits or shared):
        return 0.0
    doubtful = answer.reply != "endorses" and not candidate.affirmed
    return (
        max(0.05, 1.0 - 0.08 * back - 0.5 * doubtful - 0.4 * (candidate.denier and answer.reply != "endorses"))
        + 0.5 * told
        + 0.4 * cue_fits
        + 0.6 * min(shared, 3)
    )


def is_finding(cue: str) -> bool:
    """Tell whether a cue tells of something found out.

    Examples
    --------
    >>> is_finding("had found"), is_finding("claimed")
    (True, False)
    """
    stems = {find_stem(word.lower) for word in find_words(cue) if word.text[0].isalpha()}
    return bool(stems & _genre_cues()["finding"]) and not stems & _genre_cues()["hearsay"]


@cache
def _genre_cues() -> dict[str, frozenset[str]]:
    return {genre: frozenset(map(find_stem, cues.split(","))) for genre, cues in load_table("genre_cues")}
