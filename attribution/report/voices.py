"""What a report is told in: words with their speaker, conflicts and accords, a source with all it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from attribution.model import AttributionType, Relation, Source, Stance
from attribution.relations.explain import conjugate

STANCE_VERBS: Mapping[Stance, str] = {
    "asserts": "says",
    "denies": "denies",
    "doubts": "doubts",
    "silent": "is silent on",
    "asks": "asks",
    "wants": "wants",
}


class Voice(NamedTuple):
    """Words of a source: who speaks and for whom, the stance, the words as written, and where they stand.

    `words` is empty where the text gives none ("declined to comment"): then `cue` says what happened. `meant` are the
    words that an anaphor ("denied it") stands for. `place` is LINE:COLUMN, after the document's id where there are
    several documents. `type` and `confidence` are the attribution's. `several` is for sources told in the plural.
    """

    who: str
    stance: Stance
    cue: str
    words: str
    meant: str
    place: str
    attribution: str
    type: AttributionType
    confidence: float
    several: bool = False

    @property
    def verb(self) -> str:
        """What the source does, in the number of whoever it is."""
        verb = STANCE_VERBS[self.stance]
        return conjugate(verb) if self.several else verb


class Conflict(NamedTuple):
    """One thing in dispute: what it is about, the voices of each side, and the contradictions between them."""

    about: str
    sides: tuple[tuple[Voice, ...], ...]
    relations: tuple[Relation, ...]


class Accord(NamedTuple):
    """What several sources say alike."""

    voices: tuple[Voice, ...]
    relations: tuple[Relation, ...]


class Speaker(NamedTuple):
    """A source, all that it says, and how it stands to the others: rows of (other's name, how many times)."""

    source: Source
    voices: tuple[Voice, ...]
    speaks_for: str
    agrees_with: tuple[tuple[str, int], ...]
    conflicts_with: tuple[tuple[str, int], ...]

    @property
    def times(self) -> int:
        """How often the source speaks."""
        return len(self.voices)
