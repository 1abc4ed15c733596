"""Where an agency's dateline ends: "LIMA, Peru (Newswire) — " stands before the first sentence and is no part of it."""

from __future__ import annotations

import re

# A place in capitals, then perhaps its country or state, a date, and the agency in brackets; a dash closes it.
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z.'’]+(?:[ -][A-Z][A-Z.'’]+){0,3}(?:, [A-Z][\w.]*(?: [A-Z\d][\w.]*){0,2}){0,2}"
    r"(?:\s?\([^()\n]{2,40}\))?\s{0,2}(?:—|–|--|-)\s{1,2}"
)


def skip_dateline(text: str, start: int) -> int:
    """Return where the paragraph that starts at `start` goes on after its dateline: `start` where it has none.

    Examples
    --------
    >>> skip_dateline("PORT VELLIS, Norway (Newswire) — A ship left.", 0)
    33
    >>> skip_dateline("NATO said so - twice.", 0)
    0
    """
    match = _DATELINE.match(text, start)
    return match.end() if match else start
