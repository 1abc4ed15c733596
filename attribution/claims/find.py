"""Turn the contents of attributions into claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from attribution.claims.anaphora import Answer, find_cue_reply, find_reply
from attribution.claims.answered import Candidate, choose_answered
from attribution.claims.polarity import is_hedged, is_negated
from attribution.claims.quantities import find_quantities
from attribution.claims.split import split_content
from attribution.lexicon.load import load_words
from attribution.lexicon.words import find_family, find_words
from attribution.model import Attribution, Claim, Document, Reading
from attribution.spans import join

# Only the last claims before an answer (and the next few after it) can be what it answers.
_WINDOW = 60


class _Draft(NamedTuple):
    """A claim before it is known which one it answers."""

    claim: Claim
    attribution: Attribution
    answer: Answer | None
    place: int


def find_claims(readings: tuple[Reading, ...], attributions: tuple[Attribution, ...]) -> tuple[Claim, ...]:
    """Return the claims in the contents of `attributions`, named c1, c2, … in their order.

    Parameters
    ----------
    readings : the documents' layers.
    attributions : with their sources resolved, in reading order.
    """
    by_document = {reading.document.id: reading for reading in readings}
    grouped: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        grouped.setdefault(attribution.document, []).append(attribution)
    claims: dict[str, list[Claim]] = {}
    for document, group in grouped.items():
        reading = by_document[document]
        drafts = [d for place, a in enumerate(group) for d in _draft_claims(reading, a, place)]
        for draft, claim in zip(drafts, _resolve(reading.document, drafts), strict=True):
            claims.setdefault(draft.attribution.id, []).append(claim)
    return _number([claim for a in attributions for claim in claims.get(a.id, ())])


def _draft_claims(reading: Reading, attribution: Attribution, place: int) -> Iterator[_Draft]:
    text = reading.document.text
    cue = join(text, attribution.cue, " ")
    propositions = split_content(text, attribution.content, reading.sentences)
    if not propositions and (reply := find_cue_reply(cue)):
        yield _Draft(_empty_claim(attribution, cue), attribution, Answer(reply, "accusation"), place)
    for number, spans in enumerate(propositions):
        words = join(text, spans)
        answer = find_reply(words, cue, attribution.stance)
        claim = Claim(
            id=f"{attribution.id}.{number}",
            attribution=attribution.id,
            text=words,
            spans=spans,
            affirmed=_is_affirmed(attribution, words, answer),
            hedged=is_hedged(words) or is_hedged(cue),
            quantities=find_quantities(text, spans),
            reply=answer.reply if answer else None,
        )
        yield _Draft(claim, attribution, answer, place)


def _empty_claim(attribution: Attribution, cue: str) -> Claim:
    """Return the claim of a cue that says all by itself: "the two men pleaded not guilty"."""
    return Claim(
        id=f"{attribution.id}.0",
        attribution=attribution.id,
        text=cue,
        spans=attribution.cue,
        affirmed={"denies": False, "endorses": True}.get(find_cue_reply(cue) or ""),
        reply=find_cue_reply(cue),
    )


def _is_affirmed(attribution: Attribution, words: str, answer: Answer | None) -> bool | None:
    if answer:
        return {"denies": False, "endorses": True}.get(answer.reply)
    if attribution.stance not in ("asserts", "denies"):
        return None
    return (attribution.stance == "denies") == is_negated(words)


def _resolve(document: Document, drafts: Sequence[_Draft]) -> Iterator[Claim]:
    """Yield the claims of one document with the ids of those they answer."""
    deniers = {s for d in drafts if d.attribution.stance in ("denies", "doubts") for s in d.attribution.sources}
    candidates = {i: _candidate(document, draft, deniers) for i, draft in enumerate(drafts) if _can_be_answered(draft)}
    names = _find_names(document, [draft.attribution for draft in drafts])
    for i, draft in enumerate(drafts):
        if draft.answer is None:
            yield draft.claim
            continue
        window = [candidates[k] for k in range(max(0, i - _WINDOW), min(len(drafts), i + 12)) if k in candidates]
        own = frozenset(name for s in draft.attribution.sources for name in names.get(s, ()))
        chosen = choose_answered(draft.answer, draft.attribution, draft.place, own, window)
        if chosen is None and draft.answer.genre == "innocence":
            # nobody is accused here: "the hostages were innocent" answers nothing
            yield replace(draft.claim, reply=None, affirmed=_is_affirmed(draft.attribution, draft.claim.text, None))
            continue
        yield replace(draft.claim, answers=chosen.id if chosen else None)


def _can_be_answered(draft: _Draft) -> bool:
    told = draft.answer is None and draft.claim.affirmed is not None and draft.attribution.stance == "asserts"
    # a single word ("#landslide") claims nothing
    return told and sum(word.text[0].isalnum() for word in find_words(draft.claim.text)) > 1


def _candidate(document: Document, draft: _Draft, deniers: set[str]) -> Candidate:
    light = load_words("light_words")
    told = (draft.claim.text, join(document.text, draft.attribution.source, " "))
    words = {w.lower for part in told for w in find_words(part) if w.text[0].isalnum()}
    families = frozenset(find_family(w) for w in words - light)
    cue = join(document.text, draft.attribution.cue, " ")
    head = next((w.lower for w in reversed(find_words(cue)) if w.lower not in {"that", "to", "it", "as"}), "")
    denier = bool(deniers & set(draft.attribution.sources))
    return Candidate(draft.claim.id, draft.attribution, head, families, draft.place, bool(draft.claim.affirmed), denier)


def _find_names(document: Document, attributions: Sequence[Attribution]) -> Mapping[str, set[str]]:
    """Return the families of the capitalised words by which the document calls each source."""
    names: dict[str, set[str]] = {}
    light = load_words("light_words")
    for attribution in attributions:
        words = [w for span in attribution.source for w in find_words(document.text, *span)]
        found = {find_family(w.lower) for w in words if w.text[0].isupper() and w.lower not in light}
        if len(attribution.sources) == 1:
            names.setdefault(attribution.sources[0], set()).update(found)
    return names


def _number(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims named c1, c2, …, in place of their provisional ids."""
    final = {claim.id: f"c{count}" for count, claim in enumerate(claims, 1)}
    return tuple(replace(c, id=final[c.id], answers=final[c.answers] if c.answers else None) for c in claims)
