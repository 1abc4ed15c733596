"""Bytes to text: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs

from attribution.errors import NoArticle, UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Enough to judge an encoding by, and to keep guessing fast on large files.
_SAMPLE = 65_536
# Control characters that no text editor writes (tab, line ends and the form feed are none of them).
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1b")
_FEW_CONTROLS = 0.02
# Where nearly all is ASCII, a guess from the rest is worth less than knowing that Windows wrote most such English.
_FEW_FOREIGN = 0.12


def decode(data: bytes, name: str) -> str:
    """Return the text that `data` is, not one character changed; a byte-order mark is not part of it.

    UTF-8 where it is valid, else UTF-16 or UTF-32 where marked or plain from the NULs, else a legacy encoding guessed
    by charset-normalizer.

    Parameters
    ----------
    data : a file's content.
    name : what to call it in an error.

    Raises
    ------
    UnreadableInput
        When it is not text: pictures, archives, NULs, noise.
    NoArticle
        When it is empty or nothing but white space.
    """
    text = _decode(data, name)
    if not text.strip("\ufeff\u200b \t\r\n\x0b\x0c\xa0\u2028\u2029\x1c\x1d\x1e\x1f\x85\u3000"):
        raise NoArticle(f"{name} is empty: there is no article in it")
    return text


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                break
    if wide := _wide_encoding(data):
        try:
            return data.decode(wide)
        except UnicodeDecodeError:
            pass
    if _share_of_controls(data) > _FEW_CONTROLS:
        raise UnreadableInput(f"{name} is not text: give a text or HTML file")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _guess(data, name)


def _wide_encoding(data: bytes) -> str | None:
    """Tell UTF-16 without a mark from the NULs that its Latin letters are written with, all on one side."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    # Latin text has a NUL in nearly every unit; other scripts share only spaces and digits with it.
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _share_of_controls(data: bytes) -> float:
    sample = data[:_SAMPLE]
    return sum(sample.count(byte) for byte in _CONTROLS) / max(1, len(sample))


def _guess(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    best = from_bytes(sample).best()
    guessed = [best.encoding] if best else []
    foreign = sum(byte >= 0x80 for byte in sample)
    if foreign <= _FEW_FOREIGN * len(sample) and guessed != ["mac_roman"]:
        encodings = ["cp1252", *guessed]
    else:
        encodings = [*guessed, "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_prose(text[:_SAMPLE]):
            return text
    raise UnreadableInput(f"{name} is not text in any known encoding: save it as UTF-8")


def _is_prose(text: str) -> bool:
    """Tell letters and spaces from noise that happens to decode."""
    usual = sum(character.isalnum() or character.isspace() or character in ".,;:!?'\"()-" for character in text)
    return usual >= 0.8 * len(text)
