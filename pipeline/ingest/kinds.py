"""What a piece of input is, told by its content and not by its name."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from enum import StrEnum

PEEK = 4096  # bytes at the start that tell the kind

_JSON_RECORD = re.compile(rb"\s*\{\s*\"")
_JSON_LIST = re.compile(rb"\s*\[\s*\{")
_DOCTYPE = rb"(?:<!doctype\b[^\[>]*(?:\[.*?\]\s*)?>\s*)?"
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*\?>\s*)*" + _DOCTYPE + rb"<(?:rss|feed|rdf:RDF)[\s>]",
    re.S | re.I,
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|title|meta|link|body|main|section|article|div|h1|p)[\s>/]",
    re.S | re.I,
)
_MAIL_HEADER = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|mime-version|message-id|delivered-to|content-type):\s",
    re.M | re.I,
)
_MAIL_START = re.compile(rb"[!-9;-~]{2,40}:[ \t]")


class Kind(StrEnum):
    """The shapes that input comes in."""

    text = "text"
    json_lines = "JSON lines"
    json = "JSON"
    csv = "CSV"
    html = "HTML"
    pdf = "PDF"
    word = "Word"
    feed = "feed"
    mail = "mail"
    zip = "zip"
    tar = "tar"
    gzip = "gzip"
    warc = "WARC"


def kind_of(start: bytes) -> Kind:
    """The kind of input that starts with these bytes (`PEEK` of them); of a Word document, zip."""
    if start.startswith(b"%PDF-"):
        return Kind.pdf
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.zip
    if start.startswith(b"\x1f\x8b"):
        return Kind.gzip
    if start[257:262] == b"ustar":
        return Kind.tar
    if start.startswith(b"WARC/"):
        return Kind.warc
    words = start.removeprefix(b"\xef\xbb\xbf")
    if _JSON_RECORD.match(words):
        return Kind.json_lines
    if _JSON_LIST.match(words):
        return Kind.json
    if _FEED.match(words):
        return Kind.feed
    if _HTML.match(words):
        return Kind.html
    if _is_mail(words):
        return Kind.mail
    return Kind.csv if _is_csv(words) else Kind.text


def is_word(archive: zipfile.ZipFile) -> bool:
    """Whether a zip file is a Word document."""
    return "word/document.xml" in archive.namelist()


def _is_mail(start: bytes) -> bool:
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    names = {match[0].split(b":")[0].lower() for match in _MAIL_HEADER.finditer(head)}
    return bool(_MAIL_START.match(start)) and b"from" in names and len(names) >= 3


def _is_csv(start: bytes) -> bool:
    """Whether the first line names columns, one of them `text`, with more lines after it."""
    line, newline, _ = start.partition(b"\n")
    if not newline or len(line) > 2000 or b"," not in line:
        return False
    columns = next(csv.reader(io.StringIO(line.decode("utf-8", "replace"))), [])
    return "text" in [column.strip().lower() for column in columns]
