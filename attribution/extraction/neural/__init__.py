"""The trained extractor: an encoder reads the article, heads mark cues, and for each cue its source and content."""

from attribution.extraction.neural.decode import Found
from attribution.extraction.neural.find import find_spans
from attribution.extraction.neural.network import Network, load_network, open_network

__all__ = ["Found", "Network", "find_spans", "load_network", "open_network"]
