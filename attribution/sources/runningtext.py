"""Find names and descriptions of possible sources in the running text of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attribution.lexicon.load import load_words
from attribution.model import Sentence
from attribution.sources.conjunction import split_conjuncts
from attribution.sources.knowledge import (
    countries,
    given_names,
    match_person_noun,
    media_names,
    not_names,
    places,
    premodifiers,
    pronouns,
    source_heads,
    titles,
)
from attribution.sources.marking import Marking
from attribution.sources.mentions import Phrase, analyse_mention
from attribution.sources.phrases import determiners
from attribution.sources.propernames import is_end, is_name_word, person_run, proper_run
from attribution.sources.words import Word, fold, singular, split_words

# A noun phrase longer than this in words is a list or a table.
_LONGEST_PHRASE = 40
# Share of capitalised words in a headline in title case, small words being written small; running text stays below.
_HEADLINE_CAPITALS = 0.7


def find_phrases(
    text: str, document: str, sentence: Sentence, names: frozenset[str], marking: Marking
) -> Iterator[tuple[Phrase, bool]]:
    """Yield the names and descriptions in a sentence, and whether each opens it or is a subject."""
    tags = {token.start: token.pos for token in sentence.tokens}
    words = marking.mark([word._replace(pos=tags.get(word.start, "")) for word in split_words(text, sentence.span)])
    if _is_headline(words):
        return
    at = 0
    while at < len(words):
        end = _name_at(words, at, names)
        if end:
            start, end = _widen(words, at, end)
            after = end
        elif found := _description_at(words, at):
            start, (after, end) = at, found  # names in the complement are looked for too
        else:
            at += 1
            continue
        if end - start <= _LONGEST_PHRASE:
            for conjunct in split_conjuncts(words[start:end]):
                phrase = analyse_mention(text, document, conjunct)
                if phrase and _is_place(words, start, phrase):
                    continue
                if phrase and phrase.kind != "pronoun":
                    yield phrase, start == 0 or _is_subject(words, start, end)
        at = max(after, at + 1)


def _is_subject(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether a phrase is the subject of its clause: a finite verb follows, and no preposition comes before."""
    before = words[start - 1] if start else None
    if before is not None and before.pos in ("IN", "TO") and before.lower not in load_words("clause_openers"):
        return False
    while end < len(words) and (words[end].text == "," or words[end].pos == "RB"):
        end += 1
    return end < len(words) and words[end].pos in ("VBD", "VBZ", "VBP", "MD")


def _is_headline(words: Sequence[Word]) -> bool:
    """Tell whether Nearly All Words Have Capitals, so that a capital tells no name."""
    plain = [word for word in words if word.text[:1].isalpha()]
    if any(word.text == "." for word in words[-2:]):
        return False
    return len(plain) > 4 and sum(word.is_capital for word in plain) >= _HEADLINE_CAPITALS * len(plain)


def _is_place(words: Sequence[Word], start: int, phrase: Phrase) -> bool:
    """Tell whether a name that nothing else classifies is where something happens: "in Los Roes"."""
    before = words[start - 1].lower if start else ""
    if before not in ("in", "near", "outside", "across", "throughout", "into", "around") or phrase.nouns:
        return False
    given = fold(phrase.name.split()[0]) in given_names() if phrase.name else True
    return (phrase.named == "unknown" and not given) or fold(phrase.name) in places()


def _name_at(words: Sequence[Word], at: int, names: frozenset[str]) -> int:
    """Return the end of the proper name that begins at ``words[at]``, or 0 when none does."""
    word = words[at]
    if not is_name_word(word) or word.lower in pronouns() or word.lower in determiners():
        return 0
    end = max(proper_run(words, at), person_run(words, at))
    if end - at == 1 and word.lower in not_names():
        return 0
    first = at == 0 or (not words[at - 1].is_word and words[at - 1].text not in ",;-–—(/&'’")
    if first and end - at == 1:
        known = (
            (fold(word.text) in given_names() and not is_end(word._replace(text=word.lower)))
            or fold(word.text) in countries()
            or fold(word.text) in media_names()
        )
        if not (known or word.text in names or (word.pos in ("NNP", "NNPS") and word.lower not in source_heads())):
            return 0
    if first and end - at > 1 and word.lower in not_names() and not word.text.isupper():
        return 0
    return end


def _widen(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """Widen a name by the role, title or owner before it and the bracket and apposition after it."""
    while start > 0 and _may_precede(words, start - 1, start):
        start -= 1
    while start < end and (words[start].is_possessive or is_end(words[start])):
        start += 1
    if start > 0 and words[start - 1].lower in ("the", "a", "an"):
        start -= 1
    while end < len(words) and words[end].text.islower() and (match := match_person_noun(words, end)):
        stop = person_run(words, match[0])
        if (
            stop == match[0]
            and match[0] < len(words)
            and words[match[0]].text.islower()
            and not is_end(words[match[0]])
        ):
            break
        end = stop
    if end + 2 < len(words) and words[end].text == "(" and words[end + 2].text == ")":
        end += 3
    if end + 1 < len(words) and words[end].text == ",":
        end = _apposition_end(words, end)
    elif end + 1 < len(words) and words[end].lower in ("of", "from", "at") and end - start > 1:
        stop = _complement_end(words, end + 1)
        end = stop or end
    return start, end


def _may_precede(words: Sequence[Word], at: int, start: int) -> bool:
    word = words[at]
    if not word.is_word:
        return word.is_possessive and at > 0 and words[at - 1].is_word
    if is_name_word(word):
        return word.lower not in not_names()
    if word.is_possessive or word.lower in titles() or word.lower in source_heads():
        return True
    found = match_person_noun(words[at:start], 0)
    if found:
        return True
    if at and (wider := match_person_noun(words[at - 1 : start], 0)) and wider[0] > 1:
        return True
    if word.lower in premodifiers():
        return True
    # "secretary of state": the middle of a role
    return word.lower == "of" and at > 0 and bool((role := match_person_noun(words, at - 1)) and role[0] > at + 1)


def _complement_end(words: Sequence[Word], at: int) -> int:
    start = at
    while at < len(words) and words[at].lower in ("the", "a", "an"):
        at += 1
    run = proper_run(words, at)
    return run if run > at and run - start < 12 else 0


def _apposition_end(words: Sequence[Word], comma: int) -> int:
    """Return the end of the appositions after a name (", 34", ", head of the Roe Society"); `comma` if none follows."""
    end, at = comma, comma + 1
    for _ in range(2):
        stop = at
        while stop < len(words) and stop - at < 24 and words[stop].text not in (",", ";", ".", ":", "—", "–", "”", '"'):
            stop += 1
        piece = words[at:stop]
        if not piece or not _is_apposition(piece):
            break
        end, at = stop, stop + 1
        if stop >= len(words) or words[stop].text != ",":
            break
    return end


def _is_apposition(piece: Sequence[Word]) -> bool:
    if len(piece) == 1 and piece[0].text.isdigit():
        return True
    limit = 1 if piece[0].text.islower() and piece[0].lower not in determiners() else 7
    if any(word.pos[:3] in ("VBD", "VBZ", "VBP", "MD") for word in piece[:limit]):
        return False
    for at in range(min(limit if limit > 1 else 4, len(piece))):
        found = match_person_noun(piece, at)
        if found and (found[0] >= len(piece) or is_end(piece[found[0]]) or is_name_word(piece[found[0]])):
            later = piece[found[0] :]
            return not any(word.pos in ("VBD", "VBZ", "VBP", "MD") for word in later)
        if at and is_end(piece[at]):
            return False
    return False


def _description_at(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return where a description ends ("a woman aboard the plane"), its core and all of it; None when none begins."""
    if (
        words[at].lower not in determiners()
        or at + 1 >= len(words)
        or determiners()[words[at].lower][0] == "possessive"
    ):
        return None
    if words[at].lower in ("that", "no", "few", "more", "all") or words[at + 1].lower in determiners():
        return None
    stop = at + 1
    while stop < len(words) and stop - at < 9 and words[stop].is_word and not is_end(words[stop]):
        if words[stop].pos[:2] in ("VB", "MD") and words[stop].pos not in ("VBN", "VBG"):
            break
        stop += 1
    while stop > at + 1 and not (
        match_person_noun(words[stop - 1 : stop], 0)
        or words[stop - 1].lower in source_heads()
        or singular(words[stop - 1].lower) in source_heads()
    ):
        stop -= 1
    if stop == at + 1 or words[stop - 1].pos[:2] not in ("", "NN"):
        return None
    return stop, _qualified_end(words, stop)


def _qualified_end(words: Sequence[Word], end: int) -> int:
    """Return the end of a description with its complement, where parts of speech tell where that ends."""
    if (
        end + 1 >= len(words)
        or not is_end(words[end])
        or words[end].lower in ("who", "which", "that", "when", "if", "but", "as", "also", "now", "then")
    ):
        return end
    stop = end
    while stop < len(words) and stop - end < 14 and (words[stop].is_word or words[stop].is_possessive):
        pos = words[stop].pos
        if not pos or (pos in ("VBD", "VBZ", "VBP", "VB", "MD", "WDT", "WP", "CC", "RB") and stop > end):
            break
        if pos == "VBN" and not (stop + 1 < len(words) and words[stop + 1].pos in ("IN", "TO")):
            break  # a finite verb taken for a participle
        stop += 1
    while stop > end and not words[stop - 1].pos.startswith("NN"):
        stop -= 1
    return max(stop, end)
