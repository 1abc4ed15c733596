"""Make the words of a stranger's text harmless where they are going: a terminal, Markdown, XML, a spreadsheet.

An article may hold anything, escape sequences and markup included; each function here keeps the words readable and
takes away their power over the reader's program.
"""

from __future__ import annotations

import re
from html import escape

# Controls (C0, DEL, C1) drive a terminal; bidirectional marks and line separators reorder or split what is shown; lone
# surrogates cannot be encoded at all.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")

# What XML 1.0 does not allow, and the carriage return, which every XML parser turns into a line feed.
_NOT_XML = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~&])")
_LIST_MARK = re.compile(r"^([-+]|\d{1,9}(?=[.)]))")
# GitHub's Markdown makes links of bare addresses.
_LINK = re.compile(r"(?<=\w)(:)(?=//)|(?<=www)(\.)|(?<=\w)(@)(?=\w)", re.IGNORECASE)

# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"), full-width forms included.
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def for_terminal(text: str) -> str:
    r"""Return `text` with every character that could drive a terminal written out.

    Examples
    --------
    >>> print(for_terminal("a\x1b[31mb"))
    a\x1b[31mb
    """
    return _UNPRINTABLE.sub(lambda match: _written_out(ord(match[0])), text)


def _written_out(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def for_xml(text: str) -> str:
    r"""Return `text` with each character that XML cannot hold replaced by U+FFFD, which readers show as a mark.

    Examples
    --------
    >>> for_xml("a\x00b")
    'a�b'
    """
    return _NOT_XML.sub("\ufffd", text)


def for_html(text: str) -> str:
    r"""Return `text` for an HTML page that keeps white space: every character is still one, and none is markup.

    Carriage returns are written as references, as a browser would else drop them; where one ends a line on its own,
    the page breaks there too.

    Examples
    --------
    >>> for_html("<b>\r\n")
    '&lt;b&gt;&#13;\n'
    """
    lines = [escape(for_xml(line)) for line in text.split("\r")]
    joined = (f"&#13;{'' if line.startswith(chr(10)) else '<br>'}{line}" for line in lines[1:])
    return lines[0] + "".join(joined)


def for_markdown(text: str) -> str:
    r"""Return `text`, one line, so that Markdown shows it as it is.

    Examples
    --------
    >>> print(for_markdown("*1* <b> see www.example.org"))
    \*1\* \<b\> see www\.example.org
    """
    escaped = _LINK.sub(lambda match: "\\" + match[0], _MARKDOWN.sub(r"\\\1", for_xml(text)))
    return _LIST_MARK.sub(lambda match: f"\\{match[0]}" if match[0] in "-+" else f"{match[0]}\\", escaped)


def for_spreadsheet(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula, and so that it can be encoded.

    Examples
    --------
    >>> for_spreadsheet("=1+1")
    "'=1+1"
    """
    clean = for_xml(text)
    return f"'{clean}" if clean.startswith(_FORMULA) else clean
