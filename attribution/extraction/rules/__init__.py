"""Attributions by rules over parts of speech: no parser, no library."""

from attribution.extraction.rules.find import find_by_rules

__all__ = ["find_by_rules"]
