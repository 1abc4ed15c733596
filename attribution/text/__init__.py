"""Text: from bytes to a document, its paragraphs, sentences, words and quotations."""

from attribution.text.documents import make_document
from attribution.text.paragraphs import find_paragraphs
from attribution.text.quotations import find_quotations
from attribution.text.reading import expand_inputs, read_article, read_bytes
from attribution.text.sentences import find_sentences

__all__ = [
    "expand_inputs",
    "find_paragraphs",
    "find_quotations",
    "find_sentences",
    "make_document",
    "read_article",
    "read_bytes",
]
