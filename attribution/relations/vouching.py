"""Supports by vouching: who states as fact what another has found stands behind it.

"The government announced that tests had found poison" supports the tests. What others claim is only told ("police said
that the suspect claimed"), a medium only passes on, and who is quoted word for word may quote to criticise.
"""

from __future__ import annotations

from collections.abc import Iterable

from attribution.claims.anaphora import find_cue_reply
from attribution.claims.answered import is_finding
from attribution.relations.pair import Finding
from attribution.relations.terms import Statement

_STRENGTH = 0.65


def judge_vouching(outer: Iterable[Statement], inner: Statement) -> tuple[Statement, Finding] | None:
    """Find that one source vouches for what another says.

    Parameters
    ----------
    outer : the claims of one attribution.
    inner : a claim of another.

    Returns
    -------
    The claim within which the other is told, and the finding; None when nobody vouches.
    """
    if not (inner.attribution.cue and inner.sources and _is_found(inner)):
        return None
    cue = inner.attribution.cue[0]
    for teller in outer:
        tells = any(span.contains(cue) for span in teller.claim.spans)
        if tells and _vouches(teller) and not teller.voices & inner.voices:
            return teller, Finding("supports", "report", _STRENGTH)
    return None


def _is_found(inner: Statement) -> bool:
    return inner.attribution.stance == "asserts" and inner.factual and is_finding(inner.cue)


def _vouches(teller: Statement) -> bool:
    plain = teller.attribution.stance == "asserts" and teller.attribution.type != "direct"
    asserted = plain and teller.factual and teller.claim.affirmed is True and not teller.flags & {"condition", "wish"}
    return bool(asserted and teller.sources) and not teller.of_media and find_cue_reply(teller.cue) is None
