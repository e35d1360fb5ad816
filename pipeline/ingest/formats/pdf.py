"""The text of a PDF, its lines joined into paragraphs."""

from __future__ import annotations

import io
import logging
import re
from typing import TYPE_CHECKING

from pipeline.errors import InputError
from pipeline.ingest.formats.layout import Line, headline_of, paragraphs_of
from pipeline.model import Document

if TYPE_CHECKING:
    from pypdf import PageObject

_FILE_NAME = re.compile(
    r"^Microsoft |\.(?:docx?|indd|rtf|pdf|qxd|pptx?)$|^untitled", re.I
)  # what programs put as a title


def read_pdf(data: bytes, where: str, identity: str) -> Document:
    """The article of a PDF. Raises InputError for one that is broken, encrypted, or only pictures."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        pages = [_lines(page) for page in reader.pages]
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
    paragraphs = paragraphs_of(pages)
    if not paragraphs:
        raise InputError(where, "is a PDF without text", "run it through OCR first")
    title = " ".join(str(title).split()) if title else None
    if title and _FILE_NAME.search(title):
        title = None
    title = title or headline_of(pages, paragraphs)
    text = "\n\n".join(paragraph.words for paragraph in paragraphs)
    return Document(identity, text, title=title, origins=(("title", "PDF"),) if title else ())


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page in the order in which they were set."""
    found: list[Line] = []
    words, height, size = "", None, None

    def set_words(text: str, page_matrix: list[float], matrix: list[float], _: object, points: float) -> None:
        nonlocal words, height, size
        first, *more = text.split("\n")
        for number, part in enumerate((first, *more)):
            if number:
                found.append(Line(words, height, size))
                words, height, size = "", None, None
            if part.strip() and height is None:
                across, down = matrix[4], matrix[5]
                height = across * page_matrix[1] + down * page_matrix[3] + page_matrix[5]
                size = round(abs(points * matrix[3] * page_matrix[3]), 1) or None
            words += part

    page.extract_text(visitor_text=set_words)
    return [*found, Line(words, height, size)]
