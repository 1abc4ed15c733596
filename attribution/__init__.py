"""Who said what in the news, and who contradicts whom.

Examples
--------
::

    import attribution

    report = attribution.analyze("The dam held, the mayor said. Engineers denied it.")
    report.sources, report.attributions, report.relations, report.disputes
    report = attribution.analyze([attribution.read("monday.txt"), attribution.read("tuesday.html")])
    report.to_frame("attributions")

The steps and their trained models are loaded by the first call, not by the import.
"""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike

from attribution.errors import Problem
from attribution.model import (
    Agreement,
    Attribution,
    Claim,
    Dispute,
    Document,
    Mention,
    Relation,
    Report,
    Source,
)
from attribution.spans import Span

__version__ = "0.1.0"

__all__ = [
    "Agreement",
    "Attribution",
    "Claim",
    "Dispute",
    "Document",
    "Mention",
    "Problem",
    "Relation",
    "Report",
    "Source",
    "Span",
    "analyze",
    "read",
]


def analyze(articles: str | Document | Iterable[str | Document]) -> Report:
    """Find who said what in one or several articles, and who contradicts whom.

    Parameters
    ----------
    articles : the text of an article, a document from `read`, or several of either. Several are reported together: one
        list of sources, and relations between claims of different articles.

    Returns
    -------
    Report
        Sources, attributions, claims, relations, disputes and agreement, as spans into the documents' texts.
    """
    from attribution.pipeline import build_report, name_documents, read_document
    from attribution.text import make_document

    several = [articles] if isinstance(articles, str | Document) else articles
    documents = [
        article if isinstance(article, Document) else make_document(article, id=f"text-{number}")
        for number, article in enumerate(several, 1)
    ]
    return build_report([read_document(document) for document in name_documents(documents)])


def read(path: str | PathLike[str]) -> Document:
    """Read one article from a text file, an HTML file or an ``http(s)`` address.

    Parameters
    ----------
    path : the file's path, or the address.

    Raises
    ------
    Problem
        When there is nothing to read, or no article in it.
    """
    from attribution.text import read_article

    return read_article(str(path))
