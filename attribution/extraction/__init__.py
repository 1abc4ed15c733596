"""Attributions: who said (thought, denied, asked, wanted) what."""

from attribution.extraction.find import find_attributions
from attribution.extraction.stance import classify_stance
from attribution.extraction.types import classify_type

__all__ = ["classify_stance", "classify_type", "find_attributions"]
