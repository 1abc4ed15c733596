"""Say in one sentence why two claims are related, in the names and words of the text."""

from __future__ import annotations

from collections.abc import Mapping

from attribution.model import Attribution, Claim, Source

_LONGEST = 160
_VERBS = {
    "asserts": "says",
    "denies": "denies",
    "doubts": "doubts",
    "silent": "does not say",
    "asks": "asks",
    "wants": "wants",
}


def explain_relation(
    claims: tuple[Claim, Claim],
    attributions: tuple[Attribution, Attribution],
    sources: Mapping[str, Source],
    relation: str,
) -> str:
    """Return a sentence that tells a reader what each side says.

    Parameters
    ----------
    claims, attributions : of both sides, in reading order.
    sources : by id.
    relation : "contradicts" or "supports".
    """
    first, second = (_tell(c, a, sources) for c, a in zip(claims, attributions, strict=True))
    joint = "; likewise, " if relation == "supports" else "; but "
    return f"{first[:1].upper()}{first[1:]}{joint}{second}."


def _tell(claim: Claim, attribution: Attribution, sources: Mapping[str, Source]) -> str:
    names = [sources[s].name for s in attribution.sources if s in sources]
    who = " and ".join(names) or "a source"
    verb = _VERBS[attribution.stance]
    if claim.reply == "doubts":
        verb = "doubts"
    plural = len(names) > 1 and verb in {"says", "denies", "doubts", "asks", "wants"}
    verb = {"says": "say", "denies": "deny"}.get(verb, verb.removesuffix("s")) if plural else verb
    return f"{who} {verb}: “{_shorten(claim.text)}”"


def _shorten(text: str) -> str:
    text = " ".join(text.split()).strip("“”\"'‘’ ,.;")
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + " …"
