"""What a claim is about: its content words with their weight, whether each is negated, and its numbers' context."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from attribution.claims.polarity import find_negated
from attribution.lexicon.load import load_table, load_words
from attribution.lexicon.words import Word, find_family, find_rarity, find_stem, find_topics, load_class, load_phrases
from attribution.model import Attribution, Claim

# A name is shared by most claims of an article, so it says less of what a claim is about than an event word does.
_NAME_WEIGHT = 0.6
# No word is worth nothing, however common: short claims consist of common words ("he left").
_LEAST_WEIGHT = 0.2


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of a claim.

    Parameters
    ----------
    family : what its inflected and derived forms share.
    word : the word as written.
    weight : how much it tells, 0 to 1.
    negated : whether the source says, all negations and denials counted, that it is not so.
    name : whether it is (part of) a name.
    topics : sets of near-synonyms in which it stands.
    kind : "V", "N", "J" or "R": the first letter of its part of speech, "A" for an adjective or participle before its
        noun (part of what is spoken of, not said of it); empty when that is not known.
    """

    family: str
    word: str
    weight: float
    negated: bool
    name: bool
    topics: frozenset[str]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a claim says of who did something.

    Parameters
    ----------
    way : "takes" when the source says that it did it, "gives" when it says that another did, "causes" for a cause.
    agents : families of the names (or nouns) of who did it.
    event : families of what was done, as far as the claim says.
    """

    way: Literal["takes", "gives", "causes"]
    agents: frozenset[str]
    event: frozenset[str]


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as it is compared: whose it is, its terms, and the way it is said.

    Parameters
    ----------
    place : index among all claims.
    sources, voices : ids of its sources, and of those they speak for in the end.
    terms : by family.
    context : families that its sentence and its source add; they help to see what a pronoun stands for.
    own : families of its sources' names.
    flags : "wish", "future", "update", "condition", "generic", "vague", "fragment": ways of telling that matter to
        whether claims can conflict.
    words : the claim's, in order.
    places, times : where and when it says that it is, as far as it says so.
    cue : the words of its attribution's cue.
    deed, cause : who or what it says did or caused something.
    stand : "condemn" or "praise" when it does that.
    discredits : whether it calls somebody's words false.
    of_media : whether a medium says it.
    camp : "some" or "others" when its source is some people, or others set against them ("while some say").
    opposable : its words that have opposites or rivals.
    """

    claim: Claim
    attribution: Attribution
    place: int
    sources: frozenset[str]
    voices: frozenset[str]
    terms: Mapping[str, Term]
    context: frozenset[str]
    own: frozenset[str]
    flags: frozenset[str]
    words: tuple[Word, ...]
    places: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    cue: str = ""
    deed: Deed | None = None
    cause: Deed | None = None
    stand: str = ""
    discredits: bool = False
    of_media: bool = False
    camp: str = ""
    opposable: tuple[tuple[str, Term], ...] = ()

    @property
    def document(self) -> str:
        """The id of the document in which it stands."""
        return self.attribution.document

    @property
    def factual(self) -> bool:
        """Whether the source says that something is or is not so."""
        return self.claim.affirmed is not None and self.claim.reply is None


def find_terms(words: Iterable[Word], denied: bool, tags: Mapping[int, str]) -> dict[str, Term]:
    """Return the content words of a claim by family.

    Parameters
    ----------
    words : of the claim.
    denied : whether its source denies it as a whole.
    tags : parts of speech by where their word begins.
    """
    words = tuple(words)
    light = load_words("light_words")
    terms: dict[str, Term] = {}
    negations = _deny_existence(words, find_negated(words))
    for i, (word, negated) in enumerate(zip(words, negations, strict=True)):
        lower = word.lower
        if lower in light or not word.text[0].isalpha() or len(lower) < 2 or tags.get(word.start) == "CD":
            continue
        if lower == "left" and tags.get(words[min(i + 1, len(words) - 1)].start, "") in {"CD", "JJR"}:
            continue  # "left 40 people dead": nobody left
        lower = _join_particle(words, i) or lower
        family = find_family(lower)
        name = _is_name(words, i)
        weight = max(_LEAST_WEIGHT, find_rarity(lower)) * (_NAME_WEIGHT if name else 1.0)
        if family not in terms:
            topics, kind = find_topics(lower), _find_kind(words, i, tags)
            terms[family] = Term(family, word.text, weight, negated != denied, name, topics, kind)
    for phrase_word in find_phrase_words(words):
        add_word(terms, phrase_word, denied)
    return terms


def find_stand(terms: Mapping[str, Term]) -> str:
    """Return "condemn" or "praise" when a claim does that affirmatively, else nothing."""
    said = [term.topics for term in terms.values() if not term.negated and term.kind == "V"]
    return next((stand for stand in ("condemn", "praise") if any(stand in topics for topics in said)), "")


def add_word(terms: dict[str, Term], word: str, negated: bool) -> None:
    """Add a word to the terms that stands for a phrase or a cue of the text, unless its family is there."""
    family = find_family(word)
    weight = max(_LEAST_WEIGHT, find_rarity(word))
    terms.setdefault(family, Term(family, word, weight, negated, False, find_topics(word), "V"))


def find_phrase_words(words: tuple[Word, ...]) -> list[str]:
    """Return the single words for the phrases in a claim: "against the law" is illegal."""
    stems = tuple(find_stem(word.lower) for word in words)
    table = _phrases()
    return [
        table[stems[i : i + n]] for i, stem in enumerate(stems) for n in _lengths(stem) if stems[i : i + n] in table
    ]


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    return {tuple(map(find_stem, phrase.split())): word for phrase, word in load_table("phrase_terms")}


@cache
def _lengths(first: str) -> tuple[int, ...]:
    return tuple(sorted({len(phrase) for phrase in _phrases() if phrase[0] == first}))


def _deny_existence(words: tuple[Word, ...], negated: tuple[bool, ...]) -> tuple[bool, ...]:
    """Return `negated` with the subject negated of which a claim says that there is no such thing."""
    lower = tuple(word.lower for word in words)
    for i in range(1, len(lower)):
        if lower[i - 1] in load_class("predicative") and any(
            lower[i : i + len(p)] == p for p in load_phrases("existence_denials")
        ):
            return tuple(not n if k < i else n for k, n in enumerate(negated))
    return negated


def _find_kind(words: tuple[Word, ...], i: int, tags: Mapping[int, str]) -> str:
    tag = tags.get(words[i].start, "")
    following = tags.get(words[i + 1].start, "") if i + 1 < len(words) else ""
    return "A" if tag[:2] in {"JJ", "VB"} and tag not in _FINITE and following[:2] in {"NN", "JJ"} else tag[:1]


_FINITE = frozenset({"VB", "VBD", "VBP", "VBZ"})


def _join_particle(words: tuple[Word, ...], i: int) -> str:
    """Return the noun made of a verb and its particle ("walked out": walkout) where news knows it; else nothing."""
    following = words[i + 1].lower if i + 1 < len(words) else ""
    joined = find_stem(words[i].lower) + following
    return (
        joined
        if following in load_class("particles") and (find_topics(joined) or find_rarity(joined) < find_rarity(""))
        else ""
    )


def _is_name(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether a word is a name: capitalised, and not only because a sentence begins with it."""
    if not words[i].text[0].isupper():
        return False
    if i and words[i - 1].text not in {".", "!", "?", ":", '"', "“", "‘"}:
        return True
    following = i + 1 < len(words) and words[i + 1].text[0].isupper()
    return following or find_rarity(words[i].lower) == find_rarity("")
