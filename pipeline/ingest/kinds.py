"""What a piece of input is, told by its content and not by its name."""

from __future__ import annotations

import csv
import re
import zipfile
from enum import StrEnum

from pipeline.ingest.fields import are_columns

PEEK = 4096  # bytes at the start that tell the kind
SEPARATORS = (",", ";", "\t")

_JSON_RECORD = re.compile(rb"\s*\{\s*\"")
# A list of objects before any text: what a service on the web answers, all on one line.
_JSON_WRAPPED = re.compile(rb"\{(?:(?!\"(?:id|text|title)\")[^{}\[\]]){1,300}\[\s*\{")
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
# The line that begins a message in a mailbox: `From amina@example.org Tue Jan 13 10:00:00 2026`.
POSTMARK = re.compile(rb"^From \S[^\r\n]*\d\d:\d\d[^\r\n]*\r?\n", re.M)
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
    mailbox = "mailbox"
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
    words = as_utf8(start)
    if _JSON_RECORD.match(words):
        line, newline, _ = words.lstrip().partition(b"\n")
        spread = newline and not line.rstrip().endswith(b"}")
        return Kind.json if spread or _JSON_WRAPPED.match(line) else Kind.json_lines
    if _JSON_LIST.match(words):
        return Kind.json
    if _FEED.match(words):
        return Kind.feed
    if _HTML.match(words):
        return Kind.html
    if _is_mail(words):
        return Kind.mail
    if (postmark := POSTMARK.match(words)) and _is_mail(words[postmark.end() :]):
        return Kind.mailbox
    return Kind.csv if _is_csv(words) else Kind.text


def as_utf8(start: bytes) -> bytes:
    """Bytes that begin with a byte order mark of UTF-8 or UTF-16 as UTF-8 without it; others as they are."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) and not start.startswith(b"\xff\xfe\0\0"):
        return start.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return start.removeprefix(b"\xef\xbb\xbf")


def is_word(archive: zipfile.ZipFile) -> bool:
    """Whether a zip file is a Word document."""
    return "word/document.xml" in archive.namelist()


def _is_mail(start: bytes) -> bool:
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    names = {match[0].split(b":")[0].lower() for match in _MAIL_HEADER.finditer(head)}
    return bool(_MAIL_START.match(start)) and b"from" in names and len(names) >= 3


def _is_csv(start: bytes) -> bool:
    """Whether the first line names the columns of a table of documents, with more lines after it."""
    line, newline, _ = start.partition(b"\n")
    if not newline or len(line) > 2000:
        return False
    head = line.decode("utf-8", "replace").rstrip("\r")
    return (separator := separator_of(head)) is not None and are_columns(split_head(head, separator))


def separator_of(head: str) -> str | None:
    """What stands between the columns of a table, by its first line: the most frequent of the usual ones."""
    separator = max(SEPARATORS, key=head.count)
    return separator if separator in head else None


def split_head(head: str, separator: str) -> list[str]:
    """The names of the columns; none where the line is no row of a table."""
    try:
        return next(csv.reader([head], delimiter=separator), [])
    except csv.Error:
        return []
