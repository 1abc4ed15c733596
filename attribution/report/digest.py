"""What a reader wants to know of a report, in that order: the one basis of text, Markdown and HTML.

Conflicts first; then what several sources say; the sources; what rests on one source; what nobody is named for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from attribution.model import Agreement, Attribution, Claim, Dispute, Document, Relation, Report, Source
from attribution.relations.explain import are_several
from attribution.report.voices import Accord, Conflict, Speaker, Voice
from attribution.spans import Span, join

# What editors count as the end of a line; `str.splitlines` would count form feeds and others too.
_THAT = re.compile(r"that\s+", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Digest:
    """A report, arranged for reading. Every part is computed when it is first asked for.

    Parameters
    ----------
    report : the report.
    focus : ids of the sources that the reader asked for; empty for all. Their opponents' words are told in the disputes
        and nowhere else.
    """

    report: Report
    focus: frozenset[str] = frozenset()

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The disputes, and each contradiction that is in none of them."""
        told: set[tuple[str, str]] = set()
        found = []
        for dispute in self.report.disputes:
            inside = {claim for side in dispute.sides for claim in side}
            relations = [r for r in self._contradictions if r.a in inside and r.b in inside]
            told.update((r.a, r.b) for r in relations)
            found.append(self._conflict(dispute, relations))
        for relation in self._contradictions:
            if (relation.a, relation.b) not in told:
                alone = Dispute(shorten(self._claims[relation.a].text, 80), ((relation.a,), (relation.b,)))
                found.append(self._conflict(alone, [relation]))
        return tuple(found)

    @cached_property
    def accords(self) -> tuple[Accord, ...]:
        """Claims that support each other, put together."""
        supports = [r for r in self.report.relations if r.relation == "supports"]
        groups = map(frozenset, _groups([(r.a, r.b) for r in supports]))
        return tuple(
            Accord(
                tuple(self.voice_of_claim(claim) for claim in self.report.claims if claim.id in group),
                tuple(r for r in supports if r.a in group),
            )
            for group in groups
        )

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """All sources with what they say, the most talkative first; who speaks for one of them follows it."""
        said: defaultdict[str, list[Voice]] = defaultdict(list)
        for attribution in self.report.attributions:
            for source in dict.fromkeys(attribution.sources):
                said[source].append(self.voice(attribution))
        principal = {source.id: source.speaks_for or source.id for source in self.report.sources}
        together = Counter[str]()
        for id, head in principal.items():
            together[head] += len(said[id])
        rank = {head: number for number, (head, _) in enumerate(together.most_common())}
        order = sorted(
            (source for source in self.report.sources if self._is_wanted((source.id,))),
            key=lambda source: (rank[principal[source.id]], source.id != principal[source.id], -len(said[source.id])),
        )
        return tuple(self._speaker(source, tuple(said[source.id])) for source in order)

    @cached_property
    def single(self) -> tuple[tuple[str, tuple[Voice, ...]], ...]:
        """What only one named source says, source by source: attributions that nobody else confirms or disputes."""
        rows: defaultdict[str, list[Voice]] = defaultdict(list)
        for attribution in self.report.attributions:
            alone = attribution.id not in self.disputed and attribution.id not in self.shared
            if alone and self._is_named(attribution) and self._is_wanted(attribution.sources):
                rows[self._who(attribution)].append(self.voice(attribution))
        return tuple((who, tuple(voices)) for who, voices in rows.items())

    @cached_property
    def unnamed(self) -> tuple[Voice, ...]:
        """What nobody is named for: no source at all, or an anonymous one."""
        return tuple(
            self.voice(a) for a in self.report.attributions if not self._is_named(a) and self._is_wanted(a.sources)
        )

    @cached_property
    def disputed(self) -> Mapping[str, tuple[int, ...]]:
        """By the ids of attributions, the numbers (from 1) of the conflicts that they take part in."""
        return _number([[voice for side in conflict.sides for voice in side] for conflict in self.conflicts])

    @cached_property
    def shared(self) -> Mapping[str, tuple[int, ...]]:
        """By the ids of attributions, the numbers (from 1) of the accords that they take part in."""
        return _number([accord.voices for accord in self.accords])

    def voice(self, attribution: Attribution) -> Voice:
        """Return the words of an attribution, all of them."""
        text = self.documents[attribution.document].text
        content = self._without_that(attribution)
        return self._voice(attribution, content, join(text, content))

    def voice_of_claim(self, claim: Claim) -> Voice:
        """Return the words of one claim."""
        meant = self._claims[claim.answers].text if claim.answers in self._claims else ""
        return self._voice(self._attributions[claim.attribution], claim.spans, claim.text, meant)

    def place(self, document: str, span: Span) -> str:
        """Return where a span begins, as LINE:COLUMN counted from 1."""
        starts = self._line_starts(document)
        line = bisect_right(starts, span.start)
        place = f"{line}:{span.start - starts[line - 1] + 1}"
        return place if len(self.report.documents) == 1 else f"{document}:{place}"

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents by id."""
        return {document.id: document for document in self.report.documents}

    def _without_that(self, attribution: Attribution) -> tuple[Span, ...]:
        """Return the content without the "that" before its first claim, which belongs to the cue's sentence."""
        first = self._first_claims.get(attribution.id)
        if first is None or not attribution.content:
            return attribution.content
        (start, end), *rest = attribution.content
        before = self.documents[attribution.document].text[start : first.start]
        that = _THAT.match(before)
        if that is None or first.start >= end or any(map(str.isalnum, before[that.end() :])):
            return attribution.content
        return (Span(start + that.end(), end), *rest)

    @cached_property
    def _first_claims(self) -> Mapping[str, Span]:
        return {claim.attribution: claim.spans[0] for claim in reversed(self.report.claims) if claim.spans}

    def _voice(self, attribution: Attribution, spans: tuple[Span, ...], words: str, meant: str = "") -> Voice:
        text = self.documents[attribution.document].text
        somewhere = spans or attribution.cue or attribution.source or (Span(0, 0),)
        return Voice(
            who=self._who(attribution),
            stance=attribution.stance,
            cue=join(text, attribution.cue),
            words=words,
            meant=meant,
            place=self.place(attribution.document, somewhere[0]),
            attribution=attribution.id,
            type=attribution.type,
            confidence=attribution.confidence,
            several=are_several([self._sources[s] for s in attribution.sources if s in self._sources]),
        )

    def _who(self, attribution: Attribution) -> str:
        sources = [self._sources[source] for source in attribution.sources if source in self._sources]
        if sources:
            return " and ".join(self._full_name(source) for source in sources)
        return join(self.documents[attribution.document].text, attribution.source)

    def _full_name(self, source: Source) -> str:
        principal = self._name(source.speaks_for)
        return f"{source.name} (for {principal})" if principal else source.name

    def _name(self, source: str | None) -> str:
        return self._sources[source].name if source in self._sources else ""

    def _is_wanted(self, sources: Iterable[str]) -> bool:
        return not self.focus or any(source in self.focus for source in sources)

    def _is_named(self, attribution: Attribution) -> bool:
        return any(self._sources[s].type != "anonymous" for s in attribution.sources if s in self._sources)

    def _conflict(self, dispute: Dispute, relations: Iterable[Relation]) -> Conflict:
        sides = tuple(tuple(self.voice_of_claim(self._claims[claim]) for claim in side) for side in dispute.sides)
        return Conflict(dispute.about, sides, tuple(relations))

    def _speaker(self, source: Source, voices: tuple[Voice, ...]) -> Speaker:
        pairs = [
            (pair, self._name(_other(pair, source.id))) for pair in self.report.agreement if _other(pair, source.id)
        ]
        return Speaker(
            source,
            voices,
            self._name(source.speaks_for),
            tuple((name, pair.agree) for pair, name in pairs if pair.agree),
            tuple((name, pair.conflict) for pair, name in pairs if pair.conflict),
        )

    def _line_starts(self, document: str) -> list[int]:
        starts = self._starts.get(document)
        if starts is None:
            text = self.documents[document].text
            starts = self._starts[document] = [0, *(end.end() for end in _LINE_END.finditer(text))]
        return starts

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {}

    @cached_property
    def _contradictions(self) -> tuple[Relation, ...]:
        return tuple(r for r in self.report.relations if r.relation == "contradicts")

    @cached_property
    def _sources(self) -> Mapping[str | None, Source]:
        return {source.id: source for source in self.report.sources}

    @cached_property
    def _attributions(self) -> Mapping[str, Attribution]:
        return {attribution.id: attribution for attribution in self.report.attributions}

    @cached_property
    def _claims(self) -> Mapping[str | None, Claim]:
        return {claim.id: claim for claim in self.report.claims}


def shorten(words: str, limit: int) -> str:
    """Return `words`, cut at a space before `limit` characters when there are more of them.

    Examples
    --------
    >>> shorten("The harbour was closed", 12)
    'The harbour …'
    """
    if len(words) <= limit:
        return words
    head, space, _ = words[: limit + 1].rpartition(" ")
    return f"{head if space else words[:limit]} …"


def _number(groups: Iterable[Iterable[Voice]]) -> Mapping[str, tuple[int, ...]]:
    numbers: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for number, voices in enumerate(groups, 1):
        for voice in voices:
            numbers[voice.attribution][number] = None
    return {attribution: tuple(found) for attribution, found in numbers.items()}


def _other(pair: Agreement, source: str) -> str:
    return pair.b if pair.a == source else pair.a if pair.b == source else ""


def _groups(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Return the connected components of the pairs, each in the order in which its members are first named."""
    group: dict[str, list[str]] = {}
    for a, b in pairs:
        first, second = group.setdefault(a, [a]), group.setdefault(b, [b])
        if first is not second:
            first.extend(second)
            for member in second:
                group[member] = first
    return tuple(tuple(members) for members in {id(members): members for members in group.values()}.values())
