"""Put contradictions together by what they are about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from attribution.lexicon.load import load_words
from attribution.lexicon.words import find_family, find_rarity, find_words
from attribution.model import Claim, Dispute, Reading, Relation


def build_disputes(
    readings: tuple[Reading, ...], claims: tuple[Claim, ...], relations: tuple[Relation, ...]
) -> tuple[Dispute, ...]:
    """Return one dispute for each set of claims that contradictions connect, in reading order.

    Parameters
    ----------
    readings : the documents' layers.
    claims : of the report.
    relations : between them; only contradictions count.
    """
    del readings  # part of the step's signature; the claims carry their words
    by_id = {claim.id: claim for claim in claims}
    place = {claim.id: i for i, claim in enumerate(claims)}
    against: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        if relation.relation == "contradicts":
            against[relation.a].add(relation.b)
            against[relation.b].add(relation.a)
    disputes = []
    for group in _components(against, sorted(against, key=place.__getitem__)):
        members = sorted(group, key=place.__getitem__)
        sides = _split_sides(members, against)
        disputes.append(Dispute(_name(sides, by_id), sides))
    return tuple(disputes)


def _components(against: Mapping[str, set[str]], order: Sequence[str]) -> Iterable[set[str]]:
    seen: set[str] = set()
    for start in order:
        if start in seen:
            continue
        group, queue = {start}, [start]
        while queue:
            queue += (new := against[queue.pop()] - group)
            group |= new
        seen |= group
        yield group


def _split_sides(members: Sequence[str], against: Mapping[str, set[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the members so that none contradicts another of its side (greedy colouring from the most contradicted)."""
    sides: list[list[str]] = []
    queue = [max(members, key=lambda m: (len(against[m]), -members.index(m)))]
    seen = set(queue)
    for member in queue:
        side = next((s for s in sides if not against[member] & set(s)), None)
        if side is None:
            sides.append(side := [])
        side.append(member)
        new = [m for m in members if m in against[member] and m not in seen]
        queue += new
        seen.update(new)
    ordered = (tuple(sorted(side, key=members.index)) for side in sides)
    return tuple(sorted(ordered, key=lambda side: members.index(side[0])))


# A dispute's name is the phrase that holds the shared words, so far as that is short.
_LONGEST_NAME = 8


def _name(sides: Sequence[Sequence[str]], by_id: Mapping[str, Claim]) -> str:
    """Return a few words of the text: the phrase around the words that most claims share."""
    light = load_words("light_words")
    counts: Counter[str] = Counter()
    for side in sides:
        counts.update({find_family(w.lower) for c in side for w in find_words(by_id[c].text) if w.lower not in light})
    shared = {family for family, n in counts.items() if n > 1 and family[0].isalpha()}
    claims = [by_id[c] for side in sides for c in side]
    telling = [c for c in claims if c.reply is None] or claims
    best = min(telling, key=lambda c: (-_told(c, shared), len(c.text)))
    words = [w for w in find_words(best.text) if w.text[0].isalnum()]
    hits = [i for i, w in enumerate(words) if find_family(w.lower) in shared and w.lower not in light]
    if not hits:
        hits = [i for i, w in enumerate(words) if w.lower not in light]
    first = hits[0] if hits else 0
    last = max((i for i in hits if i - first < _LONGEST_NAME), default=min(len(words), _LONGEST_NAME) - 1)
    last = max(last, min(len(words) - 1, first + 2)) if len(hits) < 2 else last
    return " ".join(best.text[words[first].start : words[last].end].split()) if words else best.text


def _told(claim: Claim, shared: set[str]) -> float:
    families = {find_family(w.lower): find_rarity(w.lower) for w in find_words(claim.text)}
    return round(sum(weight for family, weight in families.items() if family in shared), 3)
