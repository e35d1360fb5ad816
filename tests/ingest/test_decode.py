"""Bytes to text."""

from __future__ import annotations

import pytest

from pipeline.errors import InputError
from pipeline.ingest.decode import check_text, decode


def test_utf8_with_and_without_a_byte_order_mark() -> None:
    """A byte order mark is no part of the text; line ends are."""
    assert decode("a—b\r\n".encode(), "f") == ("a—b\r\n", "utf-8")
    assert decode("a—b".encode("utf-8-sig"), "f") == ("a—b", "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings_with_a_mark(encoding: str) -> None:
    """UTF-16 and UTF-32 are read by their mark."""
    assert decode("Exports rose".encode(encoding), "f") == ("Exports rose", encoding)


def test_latin1_and_windows_bytes() -> None:
    """Western single-byte text is read as Windows-1252, which has the typographic quotes."""
    text = "The café “Zürich” sold £5m of tea. " * 5
    assert decode(text.encode("cp1252"), "f") == (text, "cp1252")


def test_a_stray_byte_in_utf8() -> None:
    """One byte cut off or of another encoding leaves the rest of a text in UTF-8 as it was."""
    text = "“The café” sold £5m of tea — a record. " * 5
    assert decode(text.encode() + b"\xe2\x80", "f") == (text + "â€", "utf-8 with stray bytes")
    assert decode(text.encode() + "é".encode("cp1252"), "f")[0] == text + "é"


def test_encodings_mixed_in_one_text() -> None:
    """A text of two encodings is told, for each way to read it garbles half of it."""
    with pytest.raises(InputError, match="mixes UTF-8 with another encoding"):
        decode("Tea — ".encode() + "café, crème brûlée".encode("cp1252"), "f")


def test_another_alphabet_is_found_by_its_letters() -> None:
    """Where the bytes are plainly not Western, charset-normalizer's finding is used."""
    text = "Экспорт чая из Кении вырос на пять процентов, сообщило министерство торговли. " * 10
    assert decode(text.encode("koi8-r"), "f")[0] == text


@pytest.mark.parametrize("data", [bytes(range(256)) * 10, b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00"])
def test_binary_bytes_are_refused(data: bytes) -> None:
    """A program or picture is named as such, with its place."""
    with pytest.raises(InputError, match=r"f\.bin: is binary"):
        decode(data, "f.bin")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is empty"),
        (" \n\t", "is empty"),
        ("a" * 11, "is 11 characters long, more than 10"),
        ("a\ud800", r"half a character \(U\+D800\) at 1"),
        ("ab\0", "NUL character at 2"),
    ],
)
def test_texts_that_cannot_be_read(text: str, problem: str) -> None:
    """Each fault of a text has its own message."""
    with pytest.raises(InputError, match=problem):
        check_text(text, "f", max_chars=10)
