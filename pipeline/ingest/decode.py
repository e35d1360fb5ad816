"""Bytes to text, and the checks that a text must pass to be read."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from pipeline.errors import InputError

MAX_CHARS = 2_000_000  # an article is a few thousand characters; a longer "line" is a dump of something else

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CHARSET = re.compile(rb"<meta\s[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_HEAD = 4096  # bytes in which a page must say its encoding
_TAKEN_FOR_WINDOWS = ("ascii", "iso8859-1")  # as browsers do: pages that say so hold typographic quotes
_UTF_8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Quotation marks, dashes and accents in UTF-8, which in Windows-1252 would read `â€œ`, `Ã©`.
_SURELY_UTF_8 = re.compile(rb"\xe2\x80[\x90-\xbf]|\xc3[\x80-\xbf]|\xc2[\xa0-\xbf]")
_ASCII = bytes(range(128))
_STRAYS = 10  # letters of UTF-8 to a byte that is none, for the text to be UTF-8 with a stray byte
_AS_WINDOWS = "onrecord.as-windows"
_SAMPLE = 64_000  # bytes that tell the encoding


def decode(data: bytes, where: str) -> tuple[str, str]:
    """The text of some bytes and the name of their encoding, `utf-8` first. Line ends stay as they are.

    Raises InputError where the bytes are no text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), encoding.removesuffix("-sig")
            except UnicodeDecodeError as error:
                raise InputError(
                    where, f"is not the {encoding} it says: {error.reason}", "save it as UTF-8"
                ) from error
    if len(_CONTROL.findall(data, 0, _SAMPLE)) > len(data[:_SAMPLE]) // 200:
        raise InputError(where, "is binary, not text", "give the article's text")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_other(data, where)


def _decode_other(data: bytes, where: str) -> tuple[str, str]:
    """Text in another encoding: the one that a web page says, Windows-1252 where it fits, else what
    charset-normalizer finds. A stray byte in UTF-8 is read as Windows-1252.
    """
    letters = len(_UTF_8_LETTER.findall(data))
    strays = len(_UTF_8_LETTER.sub(b"", data).translate(None, _ASCII)) if letters else 0
    if letters and strays * _STRAYS <= letters:
        codecs.register_error(_AS_WINDOWS, _as_windows)
        return data.decode("utf-8", _AS_WINDOWS), "utf-8 with stray bytes"
    from charset_normalizer import from_bytes

    if said := _CHARSET.search(data, 0, _HEAD):
        with suppress(LookupError, UnicodeDecodeError):
            name = codecs.lookup(said[1].decode("ascii")).name
            encoding = "cp1252" if name in _TAKEN_FOR_WINDOWS else name
            return data.decode(encoding), encoding
    best = from_bytes(data[:_SAMPLE]).best()
    encoding = "cp1252" if best is None or _western(best.encoding) else best.encoding
    if encoding == "cp1252" and _SURELY_UTF_8.search(data):
        raise InputError(where, "mixes UTF-8 with another encoding", "save it as UTF-8")
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"
    except LookupError as error:
        raise InputError(
            where, f"is in an encoding that cannot be read: {encoding}", "save it as UTF-8"
        ) from error


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - it is asked in decoding only
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


def _western(encoding: str) -> bool:
    """Whether the guess is of the single-byte kind that short English text cannot tell from Windows-1252."""
    return not encoding.startswith(
        ("utf", "gb", "big5", "euc", "shift", "cp9", "iso2022", "cp125", "koi8")
    ) or encoding in {
        "cp1250",
        "cp1252",
        "cp1254",
        "cp1257",
    }


def check_text(text: str, where: str, max_chars: int = MAX_CHARS) -> None:
    """Raises InputError for a text that is empty, longer than `max_chars`, or cannot be written as UTF-8."""
    if not text or text.isspace():
        raise InputError(where, "is empty", "there is nothing to read in it")
    if len(text) > max_chars:
        raise InputError(
            where,
            f"is {len(text):,} characters long, more than {max_chars:,}",
            "split it, or raise --max-chars",
        )
    if surrogate := _LONE_SURROGATE.search(text):
        raise InputError(
            where,
            f"holds half a character (U+{ord(surrogate[0]):04X}) at {surrogate.start()}",
            "save it as UTF-8",
        )
    if "\0" in text:
        raise InputError(where, f"holds a NUL character at {text.index(chr(0))}", "save it as plain text")
