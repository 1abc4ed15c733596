"""A part of a report, as a report: what some sources say, what is in dispute, what is sure enough."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from attribution.errors import NoSuchSource
from attribution.model import Dispute, Report, Resolution, Source
from attribution.relations import count_agreement


def find_sources(report: Report, names: Iterable[str]) -> frozenset[str]:
    """Return the ids of the sources that are called so, and of those who speak for them.

    A name is an id, or words of a name or an alias, in capitals or not.

    Parameters
    ----------
    report : whose sources are looked through.
    names : as a reader writes them.

    Raises
    ------
    NoSuchSource
        When a name is nobody's.
    """
    found: set[str] = set()
    for name in names:
        wanted = _folded(name)
        # "army" is who is called that, and not "the Salvation Army" too; part of a name will do where nobody is.
        exact = {source.id for source in report.sources if wanted in map(_folded, (source.id, *_names(source)))}
        loose = {source.id for source in report.sources if any(wanted in _folded(each) for each in _names(source))}
        if not wanted or not (exact or loose):
            known = ", ".join(source.name for source in report.sources)
            raise NoSuchSource(f"no source is called {name!r}; " + (f"there are {known}" if known else "there is none"))
        found |= exact or loose
    return frozenset(found | {source.id for source in report.sources if source.speaks_for in found})


def select_sources(report: Report, sources: Collection[str]) -> Report:
    """Return the report with what these sources say, and what others say for or against it.

    Parameters
    ----------
    report : to choose from.
    sources : ids, as `find_sources` returns them.
    """
    spoken = {a.id for a in report.attributions if any(source in sources for source in a.sources)}
    inside = {claim.id for claim in report.claims if claim.attribution in spoken}
    relations = tuple(r for r in report.relations if r.a in inside or r.b in inside)
    around = inside | {claim for relation in relations for claim in (relation.a, relation.b)}
    return _keep(replace(report, relations=relations), spoken, around)


def select_disputed(report: Report) -> Report:
    """Return the report with nothing but what is in dispute.

    Parameters
    ----------
    report : to choose from.
    """
    contradictions = tuple(r for r in report.relations if r.relation == "contradicts")
    return _keep(
        replace(report, relations=contradictions), set(), {claim for r in contradictions for claim in (r.a, r.b)}
    )


def select_confident(report: Report, least: float) -> Report:
    """Return the report without attributions and relations of less than this confidence.

    Parameters
    ----------
    report : to choose from.
    least : 0 to 1.
    """
    sure = {a.id for a in report.attributions if a.confidence >= least}
    claims = {claim.id for claim in report.claims if claim.attribution in sure}
    relations = tuple(r for r in report.relations if r.confidence >= least and r.a in claims and r.b in claims)
    return _keep(replace(report, relations=relations), sure, claims)


def _keep(report: Report, attributions: Collection[str], claims: Collection[str]) -> Report:
    """Return the report with these attributions and those of these claims, and with all that hangs on them."""
    kept = {*attributions, *(claim.attribution for claim in report.claims if claim.id in claims)}
    said = tuple(a for a in report.attributions if a.id in kept)
    left = tuple(claim for claim in report.claims if claim.attribution in kept)
    ids = {claim.id for claim in left}
    relations = tuple(r for r in report.relations if r.a in ids and r.b in ids)
    told = {claim for r in relations if r.relation == "contradicts" for claim in (r.a, r.b)}
    speakers = {source for a in said for source in a.sources}
    heads = {source.speaks_for for source in report.sources if source.id in speakers}
    sources = tuple(source for source in report.sources if source.id in speakers | heads)
    resolution = Resolution(sources, {a.id: a.sources for a in said if a.sources})
    return replace(
        report,
        sources=sources,
        attributions=said,
        claims=left,
        relations=relations,
        disputes=tuple(dispute for each in report.disputes if (dispute := _narrow(each, told))),
        agreement=count_agreement(resolution, said, left, relations),
    )


def _narrow(dispute: Dispute, claims: Collection[str]) -> Dispute | None:
    sides = tuple(side for each in dispute.sides if (side := tuple(claim for claim in each if claim in claims)))
    return replace(dispute, sides=sides) if len(sides) > 1 else None


def _names(source: Source) -> tuple[str, ...]:
    return source.name, *source.aliases


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
