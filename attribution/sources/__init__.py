"""Sources: from the words of each attribution's source to who it is, under all its names."""

from attribution.sources.resolve import resolve_sources

__all__ = ["resolve_sources"]
