"""Web pages: fetching them, and taking the article out of their HTML."""

from __future__ import annotations

import re

from attribution.errors import MissingExtra, NoArticle, UnreadableInput
from attribution.model import Document
from attribution.spans import Span
from attribution.text.body import find_body
from attribution.text.paragraphs import find_blocks
from attribution.text.rows import classify_rows
from attribution.text.title import find_title

_PAGE = re.compile(r"\ufeff?\s{0,1000}(?:<\?xml|<!--|<!doctype\s+html|<html|<head|<body)", re.IGNORECASE)
_TIMEOUT = 20.0
# The heaviest news pages are a few megabytes of HTML; more is a download, not a page.
_LARGEST = 20_000_000
_AGENT = "Mozilla/5.0 (compatible; who-said-what)"


def is_page(text: str, path: str | None = None) -> bool:
    """Tell whether `text` is an HTML page: by the name of its file, or by how it begins.

    Parameters
    ----------
    text : a file's text.
    path : the file's name, if it has one.

    Examples
    --------
    >>> is_page("<!DOCTYPE html><html>…"), is_page("The mayor resigned."), is_page("<p>No.</p>", "mayor.html")
    (True, False, True)
    """
    if path and path.lower().endswith((".html", ".htm")):
        return True
    return _PAGE.match(text) is not None and "<" in text[:2000]


def make_page(text: str, id: str, path: str | None = None) -> Document:
    """Return the article in an HTML page: its headline and its text, a paragraph a line.

    Parameters
    ----------
    text : the page's HTML.
    id : short name, unique in a report.
    path : where it was read from.

    Raises
    ------
    MissingExtra
        When trafilatura is not installed.
    NoArticle
        When there is no article in the page.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise MissingExtra("reading HTML pages", "html", "who-said-what") from None
    # lxml refuses NULs and control characters, which mean nothing in HTML.
    clean = re.sub(r"[\x00-\x08\x0e-\x1f\ud800-\udfff]", " ", text)
    page = bare_extraction(clean, include_comments=False, with_metadata=True, favor_recall=True)
    article = str(getattr(page, "text", None) or "").strip()
    if not article:
        raise NoArticle(f"there is no article in the page {path or id}")
    headline = " ".join(str(getattr(page, "title", None) or "").split())
    if headline and not article.startswith(headline):
        article = f"{headline}\n\n{article}"
    rows = classify_rows(article, find_blocks(article))
    title = Span(0, len(headline)) if headline else find_title(article, rows)
    return Document(id=id, text=article, title=title, body=find_body(article, rows, title), path=path)


def fetch_page(address: str) -> tuple[bytes, str]:
    """Fetch a page; return its content and the address that the server gave it under.

    Parameters
    ----------
    address : an ``http://`` or ``https://`` address.

    Raises
    ------
    UnreadableInput
        When the server cannot be reached, refuses, takes too long, or sends too much.
    """
    from http.client import HTTPException
    from urllib.request import Request, urlopen

    try:
        with urlopen(Request(address, headers={"User-Agent": _AGENT}), timeout=_TIMEOUT) as answer:
            data: bytes = answer.read(_LARGEST + 1)
            final: str = answer.geturl()
    except (OSError, HTTPException, ValueError) as error:
        raise UnreadableInput(f"{address} cannot be fetched: {getattr(error, 'reason', None) or error}") from None
    if len(data) > _LARGEST:
        raise UnreadableInput(f"{address} is larger than {_LARGEST // 1_000_000} MB: that is no news page")
    return data, final
