"""Articles from files, directories, standard input and the web."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from attribution.errors import NoArticle, UnreadableInput
from attribution.model import Document
from attribution.text.decoding import decode
from attribution.text.documents import make_document
from attribution.text.pages import fetch_page, is_page, make_page

SUFFIXES = (".htm", ".html", ".md", ".text", ".txt")
STANDARD_INPUT = "-"


def read_article(path: str | os.PathLike[str]) -> Document:
    """Read one article.

    Parameters
    ----------
    path : a text or HTML file, an ``http(s)://`` address, or ``-`` for standard input.

    Raises
    ------
    UnreadableInput
        When it is missing, forbidden, a directory, not text, or the server does not give it.
    NoArticle
        When there is no text in it.
    MissingExtra
        When it is HTML and trafilatura is not installed.
    """
    name = os.fspath(path)
    if name == STANDARD_INPUT:
        return read_bytes(sys.stdin.buffer.read(), id="stdin")
    if name.lower().startswith(("http://", "https://")):
        data, address = fetch_page(name)
        return read_bytes(data, id=_stem(address.split("?")[0].rstrip("/")), path=name)
    return read_bytes(_read_file(name), id=_stem(name), path=name)


def read_bytes(data: bytes, id: str, path: str | None = None) -> Document:
    """Make a document of a file's content: text or HTML, in whatever encoding.

    Parameters
    ----------
    data : the content.
    id : short name, unique in a report.
    path : where it was read from; the suffixes ``.html`` and ``.htm`` mean HTML.

    Raises
    ------
    UnreadableInput
        When it is not text.
    NoArticle
        When there is no text in it.
    MissingExtra
        When it is HTML and trafilatura is not installed.
    """
    text = decode(data, path or id)
    if is_page(text, path):
        return make_page(text, id, path)
    return make_document(text, id, path)


def expand_inputs(path: str | os.PathLike[str]) -> tuple[str, ...]:
    """Return the articles that an argument names: the files of a directory, sorted, or the argument itself.

    Parameters
    ----------
    path : a file, a directory (its text and HTML files are taken, not those whose names begin with a dot; not those of
        its subdirectories), an address, or ``-``.

    Raises
    ------
    UnreadableInput
        When the directory may not be listed.
    NoArticle
        When there is no article in the directory.
    """
    name = os.fspath(path)
    if not os.path.isdir(name):
        return (name,)
    try:
        entries = sorted(Path(name).iterdir())
    except OSError as error:
        raise UnreadableInput(f"{name} cannot be listed: {error.strerror or error}") from None
    found = tuple(
        str(entry)
        for entry in entries
        if entry.suffix.lower() in SUFFIXES and not entry.name.startswith(".") and entry.is_file()
    )
    if not found:
        raise NoArticle(f"{name} is a directory with no article in it: files ending in {', '.join(SUFFIXES)} are read")
    return found


def _read_file(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise UnreadableInput(f"{name} does not exist") from None
    except IsADirectoryError:
        raise UnreadableInput(f"{name} is a directory: name the articles in it") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableInput(f"{name} cannot be read: {reason}") from None


def _stem(name: str) -> str:
    return Path(name).stem or name
