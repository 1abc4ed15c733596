"""Articles as pairs to decide on.

In annotated ones attributions and sources are gold, everything else is as the program finds it. Drawn articles are
dense with disputes, as real news is not: so there are also real articles that nobody has annotated, read by the
program, in which two statements that no rule relates are taken for unrelated, as all but a few are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from attribution.claims import find_claims
from attribution.evaluation.gold_articles import GoldArticle
from attribution.model import Reading, Resolution
from attribution.pipeline import build_report, number_attributions, read_document
from attribution.relations.find import meet, tell
from attribution.relations.meetings import Meeting
from attribution.relations.network import CONTRADICTS, NEITHER, SUPPORTS
from attribution.relations.pairtext import Said
from attribution.text import make_document

# Nobody has said what is right for a pair.
UNKNOWN = -1


@dataclass(frozen=True)
class Case:
    """One article.

    Parameters
    ----------
    meetings : the pairs of attributions that are decided on.
    told : what the network reads of each.
    labels : (meetings,) what is right, or `UNKNOWN`.
    gold : how many contradictions and supports the annotation has, those included that no pair stands for.
    """

    meetings: list[Meeting]
    told: list[tuple[Said, Said]]
    labels: NDArray[np.int64]
    gold: tuple[int, int]


def cases_of(articles: Iterable[GoldArticle]) -> Iterator[Case]:
    """Yield each article as a case."""
    for article in articles:
        document = make_document(article.text, id=article.id)
        given = tuple(replace(attribution, id="", document=document.id) for attribution in article.attributions)
        reading: Reading = next(number_attributions([read_document(document, attributions=given)]))
        named = {mine.id: theirs.id for mine, theirs in zip(reading.attributions, article.attributions, strict=True)}
        resolution = Resolution(tuple(article.sources.values()))
        claims = find_claims((reading,), reading.attributions)
        meetings = meet((reading,), resolution, reading.attributions, claims)
        labels = []
        for meeting in meetings:
            pair = frozenset(named[side[0].attribution.id] for side in (meeting.a, meeting.b))
            labels.append(
                CONTRADICTS if pair in article.relations["contradicts"]
                else SUPPORTS if pair in article.relations["supports"] else NEITHER
            )  # fmt: skip
        gold = len(article.relations["contradicts"]), len(article.relations["supports"])
        yield Case(meetings, tell(meetings, (reading,), resolution, claims), np.array(labels, np.int64), gold)


def unmarked_cases(texts: Iterable[str]) -> Iterator[Case]:
    """Yield articles that nobody has annotated as cases: what no rule relates is unrelated, the rest unknown."""
    for text in texts:
        reading: Reading = next(number_attributions([read_document(make_document(text, id="unmarked"))]))
        report = build_report([reading], relations=())
        resolution = Resolution(report.sources)
        meetings = meet((reading,), resolution, report.attributions, report.claims)
        labels = [NEITHER if m.contradiction is None and m.support is None else UNKNOWN for m in meetings]
        told = tell(meetings, (reading,), resolution, report.claims)
        yield Case(meetings, told, np.array(labels, np.int64), (0, 0))
