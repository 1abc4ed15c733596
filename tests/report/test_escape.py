"""Words of an article in Markdown: shown as they are."""

from __future__ import annotations

import pytest

from attribution.escape import for_markdown, for_spreadsheet, for_terminal, for_xml


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("plain words, 3.5 per cent", "plain words, 3.5 per cent"),
        ("1. first", "1\\. first"),
        ("2019) year", "2019\\) year"),
        ("- dash", "\\- dash"),
        ("+ plus", "\\+ plus"),
        ("# title", "\\# title"),
        ("> quoted", "\\> quoted"),
        ("snake_case *b* `c` ~d~", "snake\\_case \\*b\\* \\`c\\` \\~d\\~"),
        ("[a](javascript:b)", "\\[a\\](javascript:b)"),
        ("![a](b)", "!\\[a\\](b)"),
        ("a | b", "a \\| b"),
        ("&amp; <b>", "\\&amp; \\<b\\>"),
        ("https://example.org", "https\\://example.org"),
        ("www.example.org", "www\\.example.org"),
        ("who@example.org", "who\\@example.org"),
        ("10:30", "10:30"),
        ("back\\slash", "back\\\\slash"),
        ("a\x00b", "a�b"),
    ],
)
def test_markdown_shows_the_words_as_they_are(words: str, escaped: str) -> None:
    assert for_markdown(words) == escaped


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("é – “ok” 😀", "é – “ok” 😀"),
        ("\x1b[0m", "\\x1b[0m"),
        ("\x9b", "\\x9b"),
        ("\u202e", "\\u202e"),
        ("\udc80", "\\udc80"),
    ],
)
def test_a_terminal_gets_no_controls(words: str, escaped: str) -> None:
    assert for_terminal(words) == escaped


@pytest.mark.parametrize(
    ("words", "escaped"),
    [("ok\n\tok", "ok\n\tok"), ("\r", "�"), ("\x1b", "�"), ("\ud800", "�"), ("\uffff", "�"), ("😀\ue000", "😀\ue000")],
)
def test_xml_gets_what_it_can_hold(words: str, escaped: str) -> None:
    assert for_xml(words) == escaped


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("=1", "'=1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("1=1", "1=1"),
        ("", ""),
    ],
)
def test_a_spreadsheet_gets_no_formula(words: str, escaped: str) -> None:
    assert for_spreadsheet(words) == escaped
