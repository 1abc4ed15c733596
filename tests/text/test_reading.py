"""Reading: any file, in any encoding, is a document or one clear error."""

import io
import os
import random
import sys

import pytest

from attribution.errors import NoArticle, UnreadableInput
from attribution.text import expand_inputs, read_article, read_bytes

TEXT = "Bürgermeister “Müller” resigns\r\n\r\nThe mayor of Köln said on Monday that he’d go – “at once”. 🎉\r\n"
LATIN = (
    "Le maire de Besançon a démissionné, a déclaré sa porte-parole.\n\nIl a été élu à l'âge de 30 ans près de Dôle.\n"
    * 5
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_without_a_character_changed(tmp_path, encoding):
    path = tmp_path / "mayor.txt"
    path.write_bytes(TEXT.encode(encoding))
    document = read_article(path)
    assert document.text == TEXT
    assert (document.id, document.path) == ("mayor", str(path))
    assert document.headline == "Bürgermeister “Müller” resigns"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "iso8859-15"])
def test_legacy_encodings_are_guessed(encoding):
    assert read_bytes(LATIN.encode(encoding), "maire").text == LATIN


def test_typographic_marks_of_windows_survive():
    text = "“It’s over” – the mayor’s words – were reported by everyone in the town’s papers.\n" * 10
    assert read_bytes(text.encode("cp1252"), "mayor").text == text


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u3000\u2028\n".encode()])
def test_empty_is_no_article(data):
    with pytest.raises(NoArticle, match="there is no article in it"):
        read_bytes(data, "empty")


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 5000,
        random.Random(7).randbytes(5000),
        random.Random(7).randbytes(100_000),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + random.Random(1).randbytes(300),
        b"PK\x03\x04\x14\x00\x08\x00" + random.Random(2).randbytes(300),
        b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + random.Random(3).randbytes(900),
    ],
    ids=["NULs", "noise", "more noise", "PNG", "ZIP", "PDF"],
)
def test_binary_is_unreadable(data):
    with pytest.raises(UnreadableInput, match="is not text"):
        read_bytes(data, "binary")


def test_missing_file(tmp_path):
    with pytest.raises(UnreadableInput, match=r"none\.txt does not exist"):
        read_article(tmp_path / "none.txt")


def test_directory_as_a_file(tmp_path):
    with pytest.raises(UnreadableInput, match="is a directory"):
        read_article(tmp_path)


def test_name_that_no_file_can_have():
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read_article("a\0b.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_forbidden_file(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read_article(path)


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    document = read_article("-")
    assert (document.text, document.id, document.path) == (TEXT, "stdin", None)


def test_server_that_is_not_there():
    with pytest.raises(UnreadableInput, match="cannot be fetched"):
        read_article("http://127.0.0.1:9/article")


def test_directory_is_its_articles_sorted(tmp_path):
    for name in ("b.txt", "a.HTML", "c.md", ".hidden.txt", "d.jpg", "e.text"):
        (tmp_path / name).write_text("x")
    (tmp_path / "f.txt").mkdir()
    assert [os.path.basename(name) for name in expand_inputs(tmp_path)] == ["a.HTML", "b.txt", "c.md", "e.text"]


def test_directory_without_articles(tmp_path):
    (tmp_path / "picture.jpg").write_bytes(b"x")
    with pytest.raises(NoArticle, match="directory with no article"):
        expand_inputs(tmp_path)


def test_anything_else_is_itself():
    assert expand_inputs("-") == ("-",)
    assert expand_inputs("http://orle.example/") == ("http://orle.example/",)
    assert expand_inputs("none.txt") == ("none.txt",)
