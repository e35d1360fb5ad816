"""The text of a Word document (.docx), a blank line between paragraphs."""

from __future__ import annotations

import io
import zipfile

from pipeline.errors import InputError
from pipeline.model import Document

_HEADLINES = ("Title", "Heading 1")  # the styles of a headline, by the names that Word files give them
MAX_UNPACKED = 200_000_000  # bytes that the parts of one document may unpack to


def read_word(data: bytes, where: str, identity: str) -> Document:
    """The article of a Word document. Raises InputError."""
    import docx
    from docx.table import Table
    from lxml.etree import LxmlError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
        if unpacked > MAX_UNPACKED:
            raise InputError(
                where, f"unpacks to {unpacked:,} bytes", "it looks like a zip bomb; give the text"
            )
        word = docx.Document(io.BytesIO(data))
        blocks: list[str] = []
        headline = None
        for block in word.iter_inner_content():
            if isinstance(block, Table):
                blocks.extend("\t".join(cell.text for cell in row.cells) for row in block.rows)
            else:
                blocks.append(block.text)
                if headline is None and block.style and block.style.name in _HEADLINES:
                    headline = " ".join(block.text.split())
        title, author = word.core_properties.title or headline, word.core_properties.author
    except (zipfile.BadZipFile, LxmlError, KeyError, ValueError, AttributeError, RecursionError) as error:
        raise InputError(
            where, f"is a Word document that cannot be read: {error}", "save it again"
        ) from error
    text = "\n\n".join(block.strip() for block in blocks if block.strip())
    if author == "python-docx":
        author = ""  # the library's own name, in every document that was made with it
    origins = {field: "Word" for field, value in (("title", title), ("author", author)) if value}
    return Document(
        identity, text, title=title or None, author=author or None, origins=tuple(sorted(origins.items()))
    )
