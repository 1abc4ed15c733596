"""Say in one sentence why two claims are related, in the names and words of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attribution.lexicon.words import load_class
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
    verb = "doubts" if claim.reply == "doubts" else _VERBS[attribution.stance]
    several = are_several([sources[s] for s in attribution.sources if s in sources])
    return f"{who} {conjugate(verb) if several else verb}: “{_shorten(claim.text)}”"


def are_several(sources: Sequence[Source]) -> bool:
    """Tell whether the sources of one attribution are told in the plural: more than one, or several ("residents").

    Examples
    --------
    >>> [are_several([Source("s1", name, "group")]) for name in ("residents of Homs", "a jury", "police in Homs")]
    [True, False, True]
    """
    return len(sources) > 1 or any(source.type in _NAMED_BY_NOUN and _is_plural(source.name) for source in sources)


# What goes by a common noun, whose number shows; a person's or a firm's name tells nothing by its last letter.
_NAMED_BY_NOUN = frozenset({"group", "anonymous", "document"})


def _is_plural(name: str) -> bool:
    words = name.lower().split()
    head = next((i for i, word in enumerate(words) if i and word in load_class("name_tails")), len(words))
    last = words[head - 1] if words else ""
    return last in load_class("plural_people") or (last.endswith("s") and not last.endswith("ss"))


def conjugate(verb: str) -> str:
    """Return the plural of a verb in the third person, or of the first verb of a phrase.

    Examples
    --------
    >>> [conjugate(verb) for verb in ("says", "denies", "is silent on", "does not say")]
    ['say', 'deny', 'are silent on', 'do not say']
    """
    first, *rest = verb.split(" ")
    plain = _PLURALS.get(first) or (f"{first[:-3]}y" if first.endswith("ies") else first.removesuffix("s"))
    return " ".join((plain, *rest))


_PLURALS = {"is": "are", "does": "do"}


def _shorten(text: str) -> str:
    text = " ".join(text.split()).strip("“”\"'‘’ ,.;")
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + " …"
