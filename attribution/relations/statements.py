"""Prepare claims for comparison: one `Statement` for each, with its voices, terms and context."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from attribution.lexicon.load import load_table, load_words
from attribution.lexicon.words import find_family, find_stem, find_words, load_class
from attribution.model import Attribution, Claim, Reading, Resolution, Source
from attribution.relations.agents import find_cause, find_deed
from attribution.relations.opposites import find_opposable
from attribution.relations.telling import find_flags, find_places, find_times
from attribution.relations.terms import Statement, add_word, find_stand, find_terms
from attribution.spans import Span, cover, join


def build_statements(
    readings: Sequence[Reading], resolution: Resolution, attributions: Sequence[Attribution], claims: Sequence[Claim]
) -> tuple[Statement, ...]:
    """Return the claims as statements, in their order."""
    sources = {source.id: source for source in resolution.sources}
    voices = find_voices(resolution.sources)
    by_id = {attribution.id: attribution for attribution in attributions}
    texts = {reading.document.id: reading for reading in readings}
    starts = {name: [s.span.start for s in reading.sentences] for name, reading in texts.items()}
    tags = {name: {t.start: t.pos for s in reading.sentences for t in s.tokens} for name, reading in texts.items()}
    names = {source.id: _name_families(source) for source in resolution.sources}
    statements = []
    for place, claim in enumerate(claims):
        attribution = by_id[claim.attribution]
        reading = texts[attribution.document]
        words = tuple(w for span in claim.spans for w in find_words(reading.document.text, *span))
        flags = find_flags(words, tags[attribution.document])
        context = _find_context(reading, starts[attribution.document], claim) if "vague" in flags else frozenset()
        terms = find_terms(words, attribution.stance == "denies", tags[attribution.document])
        if attribution.stance == "asserts" and (word := _find_told(reading, attribution)):
            add_word(terms, word, False)
        known = [s for s in attribution.sources if s in sources]
        statement = Statement(
            claim=claim,
            attribution=attribution,
            place=place,
            sources=frozenset(known),
            voices=frozenset(voices[s] for s in known),
            terms=terms,
            context=context,
            own=frozenset(family for s in known for family in names[s]),
            flags=flags,
            words=words,
            places=find_places(words),
            times=find_times(words),
            stand=find_stand(terms),
            discredits=any(w.lower in load_words("discredit_words") for w in words),
            camp=_find_camp(reading.document.text, attribution),
            of_media=any(sources[s].type == "media" for s in known),
            opposable=find_opposable(terms),
            cue=join(reading.document.text, attribution.cue, " "),
        )
        statements.append(replace(statement, deed=find_deed(statement), cause=find_cause(statement)))
    return tuple(statements)


def _find_camp(text: str, attribution: Attribution) -> str:
    """Return "some" for "some scientists", "others" for "others" and for "while some", else nothing."""
    if not attribution.source:
        return ""
    begin = attribution.source[0].start
    first = join(text, attribution.source, " ").lower().split(" ")[0]
    before = text[max(0, begin - _CONNECTOR) : begin].lower().split()
    if first in {"other", "others"} or (first == "some" and before and before[-1] in load_class("contrast")):
        return "others"
    return "some" if first == "some" else ""


# No connector is longer.
_CONNECTOR = 12


def _find_told(reading: Reading, attribution: Attribution) -> str:
    """Return the word for what a cue says of its content ("condemned", "confessed"), or nothing."""
    stems = tuple(find_stem(w.lower) for span in attribution.cue for w in find_words(reading.document.text, *span))
    table = _telling_cues()
    return next(
        (table[stems[i:j]] for i in range(len(stems)) for j in range(len(stems), i, -1) if stems[i:j] in table), ""
    )


@cache
def _telling_cues() -> dict[tuple[str, ...], str]:
    return {tuple(map(find_stem, cue.split())): word for cue, word in load_table("telling_cues")}


def find_voices(sources: Sequence[Source]) -> Mapping[str, str]:
    """Return for each source the one it speaks for in the end: a spokesman's organisation, or itself.

    Examples
    --------
    >>> find_voices([Source("s1", "Acme", "organization"), Source("s2", "Ann Lee", "person", speaks_for="s1")])
    {'s1': 's1', 's2': 's1'}
    """
    above = {source.id: source.speaks_for for source in sources}
    voices = {}
    for source in above:
        voice, seen = source, {source}
        while (higher := above.get(voice)) in above and higher not in seen and higher is not None:
            seen.add(higher)
            voice = higher
        voices[source] = voice
    return voices


def _name_families(source: Source) -> frozenset[str]:
    words = (w for name in (source.name, *source.aliases) for w in find_words(name))
    light = load_words("light_words")
    found = [w for w in words if w.lower not in light and w.text[0].isalpha()]
    # A source without a name ("organisers") goes by its noun.
    return frozenset(find_family(w.lower) for w in found if w.text[0].isupper() or source.name == source.name.lower())


def _find_context(reading: Reading, starts: Sequence[int], claim: Claim) -> frozenset[str]:
    """Return the families of the words around a claim: its own sentence and the one before."""
    whole = cover(claim.spans) if claim.spans else Span(0, 0)
    index = bisect_right(starts, whole.start) - 1
    if index < 0:
        return frozenset()
    around = Span(starts[max(0, index - 1)], min(reading.sentences[index].span.end, whole.start + _FARTHEST))
    around = Span(max(around.start, whole.start - _FARTHEST), around.end)
    light = load_words("light_words")
    words = (w for w in find_words(reading.document.text, *around) if w.text[0].isalpha())
    return frozenset(find_family(w.lower) for w in words if w.lower not in light and len(w.text) > 1)


# A "sentence" of a broken page can be the whole page; nobody's pronoun reaches farther than this.
_FARTHEST = 600
