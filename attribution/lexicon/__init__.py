"""Word lists as data: one file a list, each with a header that says what it holds and where it comes from."""

from attribution.lexicon.load import load_table, load_words

__all__ = ["load_table", "load_words"]
