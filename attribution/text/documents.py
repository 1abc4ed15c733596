"""Documents: where in a text the headline is, and where the article."""

from __future__ import annotations

from attribution.model import Document
from attribution.text.body import find_body
from attribution.text.paragraphs import find_blocks
from attribution.text.rows import classify_rows
from attribution.text.title import find_title


def make_document(text: str, id: str, path: str | None = None) -> Document:
    r"""Return `text` as a document, with its title and body found.

    Parameters
    ----------
    text : the whole text, page furniture and all; it is not changed.
    id : short name, unique in a report.
    path : where it was read from.

    Examples
    --------
    >>> document = make_document("Mayor resigns\n\nThe mayor has resigned, a spokesman said.\n", "mayor")
    >>> document.headline, [span.of(document.text) for span in document.body]
    ('Mayor resigns', ['The mayor has resigned, a spokesman said.'])
    """
    rows = classify_rows(text, find_blocks(text))
    title = find_title(text, rows)
    return Document(id=id, text=text, title=title, body=find_body(text, rows, title), path=path)
