"""The steps, in order: what each reads and what it writes. The table *is* the architecture.

A document's own layers come first (`DOCUMENT_STEPS`), then what needs all documents together (`REPORT_STEPS`). Every
step is a pure function of the layers it names, so any layer can be replaced by gold for evaluation: a layer that is
given is not computed. The tables are checked when they are built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from attribution.claims import find_claims
from attribution.errors import BrokenPipeline, TooLong
from attribution.extraction import find_attributions
from attribution.model import Attribution, Document, Reading, Report, Resolution
from attribution.relations import build_disputes, count_agreement, find_relations
from attribution.sources import resolve_sources
from attribution.text import find_paragraphs, find_quotations, find_sentences

# Half as long again as the longest magazine features. What is longer is several articles, or none.
MOST_CHARACTERS = 200_000


class Step(NamedTuple):
    """One step: `run` is called with the layers named in `reads`, in that order; its result is the layer `writes`."""

    writes: str
    reads: tuple[str, ...]
    run: Callable[..., Any]


class Steps(tuple[Step, ...]):
    """A table of steps, checked when it is built: every layer is written once, and before it is read.

    Raises
    ------
    BrokenPipeline
        When a step reads what no earlier one writes, or two steps write one layer.
    """

    def __new__(cls, given: Sequence[str], steps: Iterable[Step]) -> Steps:
        """Check the table against the layers that are `given` from the start."""
        table = super().__new__(cls, steps)
        known = set(given)
        for step in table:
            if missing := [layer for layer in step.reads if layer not in known]:
                raise BrokenPipeline(f"step {step.writes!r} reads {missing}, which no earlier step writes")
            if step.writes in known:
                raise BrokenPipeline(f"the layer {step.writes!r} is written twice")
            known.add(step.writes)
        return table

    def run(self, layers: Mapping[str, Any]) -> dict[str, Any]:
        """Return `layers` with all layers added that the steps write; those already there are kept as they are."""
        known = dict(layers)
        for step in self:
            if step.writes not in known:
                known[step.writes] = step.run(*(known[layer] for layer in step.reads))
        return known


def _name_speakers(readings: Sequence[Reading], resolution: Resolution) -> tuple[Attribution, ...]:
    return tuple(
        replace(attribution, sources=resolution.speakers.get(attribution.id, ()))
        for reading in readings
        for attribution in reading.attributions
    )


DOCUMENT_STEPS = Steps(
    ("document",),
    (
        Step("paragraphs", ("document",), find_paragraphs),
        Step("sentences", ("document", "paragraphs"), find_sentences),
        Step("quotations", ("document", "paragraphs"), find_quotations),
        Step("attributions", ("document", "paragraphs", "sentences", "quotations"), find_attributions),
    ),
)

REPORT_STEPS = Steps(
    ("readings",),
    (
        Step("resolution", ("readings",), resolve_sources),
        Step("attributions", ("readings", "resolution"), _name_speakers),
        Step("claims", ("readings", "attributions"), find_claims),
        Step("relations", ("readings", "resolution", "attributions", "claims"), find_relations),
        Step("disputes", ("readings", "claims", "relations"), build_disputes),
        Step("agreement", ("resolution", "attributions", "claims", "relations"), count_agreement),
    ),
)


def read_document(document: Document, **layers: Any) -> Reading:
    """Compute everything about one document on its own.

    Parameters
    ----------
    document : the article, as `attribution.text` reads it.
    **layers : layers of `Reading` to use as given instead of computing them (gold, for evaluation).

    Raises
    ------
    TooLong
        When it has more than `MOST_CHARACTERS`.
    """
    if len(document.text) > MOST_CHARACTERS:
        raise TooLong(
            f"{document.path or document.id} has {len(document.text):,} characters, an article {MOST_CHARACTERS:,} at "
            "most: cut it into articles, a file or a JSON line each"
        )
    known = DOCUMENT_STEPS.run({"document": document, **layers})
    return Reading(**known)


def build_report(readings: Iterable[Reading], **layers: Any) -> Report:
    """Put the readings of one or several documents together: sources, claims, relations, disputes.

    Parameters
    ----------
    readings : in the order in which the documents shall be reported.
    **layers : layers of `REPORT_STEPS` to use as given instead of computing them.
    """
    numbered = tuple(number_attributions(readings))
    known = REPORT_STEPS.run({"readings": numbered, **layers})
    return Report(
        documents=tuple(reading.document for reading in numbered),
        sources=known["resolution"].sources,
        attributions=known["attributions"],
        claims=known["claims"],
        relations=known["relations"],
        disputes=known["disputes"],
        agreement=known["agreement"],
    )


def number_attributions(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield the readings with their attributions named a1, a2, … through all documents, in reading order."""
    count = 0
    for reading in readings:
        named = []
        for attribution in reading.attributions:
            count += 1
            named.append(replace(attribution, id=f"a{count}"))
        yield replace(reading, attributions=tuple(named))


def name_documents(documents: Iterable[Document]) -> list[Document]:
    """Return the documents with ids that all differ: the second ``story`` becomes ``story-2``.

    Examples
    --------
    >>> [document.id for document in name_documents([Document("a", ""), Document("a", "")])]
    ['a', 'a-2']
    """
    taken: set[str] = set()
    named = []
    for document in documents:
        name, count = document.id, 1
        while name in taken:
            count += 1
            name = f"{document.id}-{count}"
        taken.add(name)
        named.append(document if name == document.id else replace(document, id=name))
    return named
