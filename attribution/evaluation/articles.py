"""Figures for annotated articles: who says what, who the sources are, who contradicts whom.

Predicted attributions are paired one to one with annotated ones (`attribution.evaluation.attributions`). Everything is
counted over all articles together:

attributions
    F1 of whole attributions: the cues share a word, the sources share a word or both are absent, and the words of the
    contents overlap by half.
type
    Share of the pairs with the same type: direct, indirect or mixed.
stance
    Share of the pairs with the same stance.
denies
    F1 of the stance ``denies`` over the pairs.
same-source
    B-cubed F1 (Bagga & Baldwin 1998) of the resolved sources over the pairs: one real source, one id.
named
    Share of the pairs' sources that are known under the full name.
speaks-for
    F1 of (source, whom it speaks for).
contradicts, supports
    F1 of pairs of attributions so related.
conflicts
    F1 of pairs of sources with a contradiction between them, a spokesperson counted as the organisation: what a reader
    wants to know first.
sure-conflicts
    Of the conflicts shown with a confidence of at least `SURE`, the share that is right.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import product
from typing import NamedTuple

from attribution.evaluation.attributions import is_whole, pair_attributions
from attribution.evaluation.gold_articles import GoldArticle
from attribution.evaluation.tally import Tally
from attribution.model import Attribution, RelationKind, Report, Source

# Words before a name that do not tell two sources apart.
_TITLE = re.compile(r"^(?:the|a|an|mr|mrs|ms|dr|president|minister|gen|general|col|capt|sen|rep|gov)\s+")
# What is shown with at least this confidence should be right in as many cases.
SURE = 0.8
_NOT_IN_NAMES = re.compile(r"[^\w\s]")


class Match(NamedTuple):
    """A gold source of a paired attribution, the predicted one that stands for it, and whether by its full name."""

    gold: str
    predicted: str | None
    named: bool


@dataclass(frozen=True)
class Comparison:
    """One report beside its gold article: which attributions belong together, and which sources.

    Parameters
    ----------
    gold, report : the two sides.
    pairs : attributions of both sides that belong together, gold first.
    matches : for each pair, what became of its gold sources.
    """

    gold: GoldArticle
    report: Report
    pairs: tuple[tuple[Attribution, Attribution], ...]
    matches: tuple[tuple[Match, ...], ...]

    @cached_property
    def known(self) -> dict[str, Source]:
        """The report's sources by id."""
        return {source.id: source for source in self.report.sources}

    @cached_property
    def gold_of(self) -> dict[str, str]:
        """For each predicted source in the pairs, the gold source that it stands for most often."""
        votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for matches in self.matches:
            for match in matches:
                if match.predicted is not None:
                    votes[match.predicted][match.gold] += 1
        return {predicted: count.most_common(1)[0][0] for predicted, count in votes.items()}

    @cached_property
    def found_of(self) -> dict[str, str]:
        """For each gold source in the pairs, the predicted source that most often stands for it, if any does."""
        votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for matches in self.matches:
            for match in matches:
                if match.predicted is not None:
                    votes[match.gold][match.predicted] += 1
        return {gold: count.most_common(1)[0][0] for gold, count in votes.items()}


def compare_article(gold: GoldArticle, report: Report) -> Comparison:
    """Put a report on one article beside its gold.

    Parameters
    ----------
    gold : the annotated article.
    report : of that article alone.
    """
    pairs = tuple(pair_attributions(gold.text, gold.attributions, report.attributions))
    known = {source.id: source for source in report.sources}
    matches = tuple(tuple(_match_sources(a, b, gold.sources, known)) for a, b in pairs)
    return Comparison(gold, report, pairs, matches)


def score_articles(comparisons: Iterable[Comparison]) -> dict[str, float]:
    """Return the figures that the module's docstring explains, each from 0 to 1.

    Parameters
    ----------
    comparisons : one for each annotated article.
    """
    articles = tuple(comparisons)

    def total(count: Callable[[Comparison], Tally]) -> Tally:
        return sum(map(count, articles), Tally())

    return {
        "attributions": total(count_whole).f1,
        "type": total(count_types).recall,
        "stance": total(count_stances).recall,
        "denies": total(count_denials).f1,
        "same-source": score_same_source(articles),
        "named": total(count_named).recall,
        "speaks-for": total(count_spokespeople).f1,
        "contradicts": total(partial(count_relations, kind="contradicts")).f1,
        "supports": total(partial(count_relations, kind="supports")).f1,
        "conflicts": total(count_conflicts).f1,
        "sure-conflicts": total(partial(count_conflicts, least=SURE)).precision,
    }


def count_whole(article: Comparison) -> Tally:
    """Count whole attributions."""
    right = sum(is_whole(article.gold.text, a, b) for a, b in article.pairs)
    return Tally(right, len(article.report.attributions), len(article.gold.attributions))


def count_types(article: Comparison) -> Tally:
    """Count pairs with the same type."""
    return Tally(sum(a.type == b.type for a, b in article.pairs), len(article.pairs), len(article.pairs))


def count_stances(article: Comparison) -> Tally:
    """Count pairs with the same stance."""
    return Tally(sum(a.stance == b.stance for a, b in article.pairs), len(article.pairs), len(article.pairs))


def count_denials(article: Comparison) -> Tally:
    """Count pairs in which a side has the stance ``denies``."""
    stances = [(a.stance == "denies", b.stance == "denies") for a, b in article.pairs]
    return Tally(stances.count((True, True)), sum(b for _, b in stances), sum(a for a, _ in stances))


def count_named(article: Comparison) -> Tally:
    """Count sources of pairs that are known under the full name."""
    matches = [match for several in article.matches for match in several]
    return Tally(sum(match.named for match in matches), len(matches), len(matches))


def count_spokespeople(article: Comparison) -> Tally:
    """Count sources that speak for another."""
    found = [source for source in article.report.sources if source.speaks_for]
    there = [source for source in article.gold.sources.values() if source.speaks_for]
    return Tally(sum(_speaks_for_the_same(article, source) for source in found), len(found), len(there))


def count_relations(article: Comparison, kind: RelationKind) -> Tally:
    """Count pairs of attributions that are related in one of the two ways."""
    owner = {claim.id: claim.attribution for claim in article.report.claims}
    as_gold = {b.id: a.id for a, b in article.pairs}

    def name(claim: str) -> str:
        return as_gold.get(owner[claim], f"unpaired {owner[claim]}")

    found = {frozenset((name(r.a), name(r.b))) for r in article.report.relations if r.relation == kind}
    found = {pair for pair in found if len(pair) == 2}
    there = article.gold.relations[kind]
    return Tally(len(found & there), len(found), len(there))


def count_conflicts(article: Comparison, least: float = 0.0) -> Tally:
    """Count pairs of sources that contradict each other, as shown with a confidence of `least` or more."""
    gold, report = article.gold, article.report
    owner = {claim.id: claim.attribution for claim in report.claims}
    speakers = {a.id: [_root(s, article.known) for s in a.sources] for a in report.attributions}
    gold_speakers = {a.id: [_root(s, gold.sources) for s in a.sources] for a in gold.attributions}

    def sides(one: Iterable[str], other: Iterable[str]) -> Iterator[frozenset[str]]:
        return (pair for pair in map(frozenset, product(one, other)) if len(pair) == 2)

    there = {
        pair
        for a, b in map(sorted, gold.relations["contradicts"])
        for pair in sides(gold_speakers[a], gold_speakers[b])
    }
    found = {
        pair
        for r in report.relations
        if r.relation == "contradicts" and r.confidence >= least
        for pair in sides(*([_as_gold(article, s) for s in speakers[owner[claim]]] for claim in (r.a, r.b)))
    }
    return Tally(len(found & there), len(found), len(there))


def score_same_source(articles: Sequence[Comparison]) -> float:
    """Return the B-cubed F1 of the sources over all pairs of attributions.

    Parameters
    ----------
    articles : compared; sources of different articles are different.
    """
    items = []
    for article in articles:
        for (_, predicted), matches in zip(article.pairs, article.matches, strict=True):
            for match in matches:
                # A source that is not resolved is one of its own.
                found = match.predicted or f"nobody in {predicted.id}"
                items.append(((article.gold.id, match.gold), (article.gold.id, found)))
    gold, found_count, both = Counter(a for a, _ in items), Counter(b for _, b in items), Counter(items)
    precision = sum(both[item] / found_count[item[1]] for item in items)
    recall = sum(both[item] / gold[item[0]] for item in items)
    return 2 * precision * recall / (precision + recall) / len(items) if items else 0.0


def _match_sources(
    gold: Attribution, predicted: Attribution, sources: Mapping[str, Source], known: Mapping[str, Source]
) -> Iterator[Match]:
    """Yield what became of each gold source: found by name or alias if possible, otherwise by its place in the list."""
    for place, source_id in enumerate(gold.sources):
        source = sources[source_id]
        name = _bare(source.name)
        aliases = {_bare(alias) for alias in source.aliases if len(alias.split()) > 1}
        chosen, named = None, False
        for candidate in predicted.sources:
            words = _bare(known[candidate].name)
            full = name in words or (words in aliases and len(words) >= len(name))
            if full or words in aliases:
                chosen, named = candidate, named or full
        if chosen is None and predicted.sources:
            chosen = predicted.sources[min(place, len(predicted.sources) - 1)]
        yield Match(source_id, chosen, named)


def _speaks_for_the_same(article: Comparison, source: Source) -> bool:
    gold = article.gold.sources.get(article.gold_of.get(source.id, ""))
    if gold is None or gold.speaks_for is None or source.speaks_for is None:
        return False
    wanted = article.gold.sources[gold.speaks_for]
    name, found = _bare(wanted.name), _bare(article.known[source.speaks_for].name)
    return name in found or found in name or found in map(_bare, wanted.aliases)


def _as_gold(article: Comparison, source_id: str) -> str:
    sources = article.gold.sources
    if source_id in article.gold_of:
        return _root(article.gold_of[source_id], sources)
    name = _bare(article.known[source_id].name)
    same = (s.id for s in sources.values() if name in {_bare(s.name), *map(_bare, s.aliases)})
    return next(same, f"unknown {source_id}")


def _root(source_id: str, sources: Mapping[str, Source]) -> str:
    """Return whom a source speaks for in the end; itself when for nobody."""
    seen = set()
    while (principal := sources[source_id].speaks_for) and source_id not in seen:
        seen.add(source_id)
        source_id = principal
    return source_id


def _bare(name: str) -> str:
    """Return a name in lower case, without punctuation, articles and titles before it."""
    bare = " ".join(_NOT_IN_NAMES.sub(" ", name.lower()).split())
    while (shorter := _TITLE.sub("", bare)) != bare:
        bare = shorter
    return bare
