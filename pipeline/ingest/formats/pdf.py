"""The text of a PDF, its lines joined into paragraphs."""

from __future__ import annotations

import io
import logging
import re

from pipeline.errors import InputError
from pipeline.model import Document

_SHORT = 0.75  # of the longest line: a shorter one that ends a sentence ends its paragraph
_FILE_NAME = re.compile(
    r"^Microsoft |\.(?:docx?|indd|rtf|pdf|qxd|pptx?)$|^untitled", re.I
)  # what programs put as a title
_HYPHENATED = re.compile(r"[a-z]-$")


def read_pdf(data: bytes, where: str, identity: str) -> Document:
    """The article of a PDF. Raises InputError for one that is broken, encrypted, or only pictures."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        OverflowError,
    ) as error:
        raise InputError(
            where, f"is a PDF that cannot be read: {error}", "give the article's text"
        ) from error
    text = "\n\n".join(part for part in map(join_lines, pages) if part)
    if not text:
        raise InputError(where, "is a PDF without text", "run it through OCR first")
    title = " ".join(str(title).split()) if title else None
    if title and _FILE_NAME.search(title):
        title = None
    return Document(identity, text, title=title or None, origins=(("title", "PDF"),) if title else ())


def join_lines(page: str) -> str:
    """The lines of a page as paragraphs, a blank line between them."""
    lines = [line.rstrip() for line in page.splitlines()]
    longest = max(map(len, lines), default=0)
    found: list[str] = []
    words = ""
    for line in lines:
        stripped = line.strip()
        if not stripped:
            found.append(words)
            words = ""
            continue
        if _HYPHENATED.search(words) and stripped[0].islower():
            words = words[:-1] + stripped
        else:
            words = f"{words} {stripped}" if words else stripped
        ended = stripped.endswith((".", "!", "?", '."', ".”", ":"))
        if len(line) < _SHORT * longest and (ended or not found):
            found.append(words)
            words = ""
    return "\n\n".join(part for part in (*found, words) if part)
