"""The ingest stage: paths in, documents out, a failure in the place of each document that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.errors import InputError
from pipeline.ingest.decode import MAX_CHARS, check_text, decode
from pipeline.ingest.describe import describe
from pipeline.ingest.record import parse_record
from pipeline.ingest.sources import Piece, find_pieces
from pipeline.model import Document


def read(
    paths: Sequence[str], published: date | None = None, max_chars: int = MAX_CHARS
) -> Iterator[Document | InputError]:
    """The documents under these paths (`-` is standard input), in order.

    `published` is the date of documents that tell none.
    """
    for piece in find_pieces(paths):
        if isinstance(piece, InputError):
            yield piece
            continue
        try:
            yield read_piece(piece, published, max_chars)
        except InputError as error:
            yield error


def read_piece(piece: Piece, published: date | None = None, max_chars: int = MAX_CHARS) -> Document:
    """The document of one piece of input. Raises InputError."""
    text, encoding = decode(piece.data, piece.name)
    document = parse_record(text, piece.name, piece.id) if piece.record else Document(piece.id, text)
    if encoding != "utf-8":
        document = replace(document, origins=(*document.origins, ("encoding", encoding)))
    return described(document, piece.name, published, max_chars)


def described(
    document: Document, where: str, published: date | None = None, max_chars: int = MAX_CHARS
) -> Document:
    """A document, checked, with regions and metadata found in its text. Raises InputError."""
    check_text(document.text, where, max_chars)
    return describe(document, published)
