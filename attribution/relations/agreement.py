"""Count how often two sources agree and conflict, a spokesperson counted as the organisation."""

from __future__ import annotations

from collections import Counter

from attribution.model import Agreement, Attribution, Claim, Relation, Resolution
from attribution.relations.statements import find_voices


def count_agreement(
    resolution: Resolution,
    attributions: tuple[Attribution, ...],
    claims: tuple[Claim, ...],
    relations: tuple[Relation, ...],
) -> tuple[Agreement, ...]:
    """Return the counts for each pair of sources with any relation, in the order of the sources.

    Two attributions count once for each kind of relation, however many claims of theirs it joins.

    Parameters
    ----------
    resolution, attributions, claims, relations : the layers of a report.
    """
    voices = find_voices(resolution.sources)
    order = {source.id: i for i, source in enumerate(resolution.sources)}
    speakers = {a.id: {voices[s] for s in a.sources if s in voices} for a in attributions}
    owner = {claim.id: claim.attribution for claim in claims}
    counts: Counter[tuple[str, str, str]] = Counter()
    for x, y, kind in {(owner[r.a], owner[r.b], r.relation) for r in relations}:
        met = {
            (min(s, t, key=order.__getitem__), max(s, t, key=order.__getitem__))
            for s in speakers[x]
            for t in speakers[y]
        }
        counts.update((s, t, kind) for s, t in met if s != t)
    pairs = sorted({(s, t) for s, t, _ in counts}, key=lambda p: (order[p[0]], order[p[1]]))
    return tuple(Agreement(s, t, counts[s, t, "supports"], counts[s, t, "contradicts"]) for s, t in pairs)
