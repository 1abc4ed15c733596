"""How much two claims share, and whether the way they are told keeps them from conflicting at all.

Similar is not contradictory: the gate comes first, and what does not pass is never judged.
"""

from __future__ import annotations

from dataclasses import dataclass

from attribution.relations.terms import Statement, Term

# A near-synonym ("truce" for "deal") counts for less than the word itself.
_TOPIC_FACTOR = 0.6
# What only the words around a pronoun share counts for little: they may belong to somebody else's claim.
_CONTEXT_FACTOR = 0.3


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two claims share.

    Parameters
    ----------
    pairs : the terms that meet, with the weight of their meeting.
    shared : that weight in all.
    cover_a, cover_b : the part of each claim's weight that is shared, 0 to 1.
    events : the part of `shared` that is not names.
    context : weight of what the words around a pronoun in the one share with the other.
    around_a, around_b : the part of each claim's weight that is met so.
    """

    pairs: tuple[tuple[Term, Term, float], ...]
    shared: float
    cover_a: float
    cover_b: float
    events: float
    context: float
    around_a: float = 0.0
    around_b: float = 0.0

    @property
    def cover(self) -> float:
        """The part of the claim that is covered best."""
        return max(self.cover_a, self.cover_b)

    @property
    def dice(self) -> float:
        """Harmonic mean of both parts (Dice 1945)."""
        total = self.cover_a + self.cover_b
        return 2 * self.cover_a * self.cover_b / total if total else 0.0

    @property
    def says(self) -> bool:
        """Whether a verb or adjective is shared, hence what is said and not only what it is said of."""
        return any({a.kind, b.kind} & {"V", "J"} for a, b, _ in self.pairs)

    @property
    def predicated(self) -> bool:
        """Whether a verb or adjective of the one is a verb or adjective of the other too."""
        return any({a.kind, b.kind} <= {"V", "J"} for a, b, _ in self.pairs)

    @property
    def opposed(self) -> float:
        """The part of the shared weight whose terms one source affirms and the other negates.

        What is said (verbs and adjectives) decides where any is shared: a subject stands outside its verb's negation.
        """
        said = [pair for pair in self.pairs if {pair[0].kind, pair[1].kind} & {"V", "J"}] or self.pairs
        total = sum(w for _, _, w in said)
        return sum(w for a, b, w in said if a.negated != b.negated) / total if total else 0.0


def measure_overlap(a: Statement, b: Statement, without: frozenset[str] = frozenset()) -> Overlap:
    """Return what two claims share; families in `without` are left out on both sides."""
    mine = {f: t for f, t in a.terms.items() if f not in without}
    yours = {f: t for f, t in b.terms.items() if f not in without}
    pairs = [(term, yours[f], 1.0) for f, term in mine.items() if f in yours]
    free = {f: t for f, t in yours.items() if f not in mine and t.topics}
    for family, term in mine.items():
        if family not in yours and term.topics:
            other = next((t for t in free.values() if t.topics & term.topics), None)
            if other:
                pairs.append((term, other, _TOPIC_FACTOR))
                del free[other.family]
    total_a, total_b = (sum(t.weight for t in terms.values()) for terms in (mine, yours))
    met = {f for x, y, _ in pairs for f in (x.family, y.family)}
    context_a = sum(t.weight for f, t in mine.items() if f in b.context - met)
    context_b = sum(t.weight for f, t in yours.items() if f in a.context - met)
    return Overlap(
        pairs=tuple((x, y, factor * min(x.weight, y.weight)) for x, y, factor in pairs),
        shared=sum(factor * min(x.weight, y.weight) for x, y, factor in pairs),
        cover_a=sum(factor * x.weight for x, _, factor in pairs) / total_a if total_a else 0.0,
        cover_b=sum(factor * y.weight for _, y, factor in pairs) / total_b if total_b else 0.0,
        events=sum(factor * min(x.weight, y.weight) for x, y, factor in pairs if not x.name),
        context=_CONTEXT_FACTOR * (context_a + context_b),
        around_a=_CONTEXT_FACTOR * context_a / total_a if total_a else 0.0,
        around_b=_CONTEXT_FACTOR * context_b / total_b if total_b else 0.0,
    )


def can_relate(a: Statement, b: Statement) -> bool:
    """Tell whether two claims are of different sources and words.

    What A says that B says is not said twice; that A vouches for it is another matter (`vouching.py`).
    """
    if not (a.sources and b.sources) or a.sources & b.sources:
        return False
    return a.document != b.document or not any(x.overlaps(y) for x in a.claim.spans for y in b.claim.spans)


def can_conflict(a: Statement, b: Statement) -> bool:
    """Tell whether two claims are of different voices, and neither a wish, a condition, nor superseded by the other."""
    if a.voices & b.voices or not (a.factual and b.factual):
        return False
    flags = a.flags | b.flags
    if flags & {"wish", "condition", "generic"}:
        return False
    if ("future" in a.flags) != ("future" in b.flags):
        return False
    return not differ_in_place_or_time(a, b)


def differ_in_place_or_time(a: Statement, b: Statement) -> bool:
    """Tell whether both claims say where or when, and they say different places or times."""
    return any(x and y and not x & y for x, y in ((a.places, b.places), (a.times, b.times)))
