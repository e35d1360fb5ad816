"""The ingest stage: paths in, documents out, a failure in the place of each document that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.errors import InputError
from pipeline.ingest.containers import Limits, Piece
from pipeline.ingest.decode import MAX_CHARS, check_text, decode
from pipeline.ingest.describe import describe
from pipeline.ingest.kinds import Kind
from pipeline.ingest.record import TEXT_FIELDS, parse_record
from pipeline.ingest.sources import find_pieces
from pipeline.model import Document


def read(
    paths: Sequence[str],
    published: date | None = None,
    max_chars: int | None = None,
    limits: Limits | None = None,
) -> Iterator[Document | InputError]:
    """The documents under these paths (`sources.find_pieces`), in order.

    `published` is the date of documents that tell none.
    """
    for piece in find_pieces(paths, limits):
        if isinstance(piece, InputError):
            yield piece
        else:
            yield from read_piece(piece, published, max_chars or MAX_CHARS)


def read_piece(
    piece: Piece, published: date | None = None, max_chars: int = MAX_CHARS
) -> Iterator[Document | InputError]:
    """The documents of one piece of input: one, or as many as a feed has entries."""
    try:
        for entry in _parse(piece, max_chars):
            if isinstance(entry, InputError):
                yield entry
                continue
            placed = replace(entry, url=entry.url or piece.url)
            yield described(placed, piece.name, published, max_chars)
    except InputError as error:
        yield error
    except (MemoryError, RecursionError) as error:
        yield InputError(piece.name, f"is too much to read ({type(error).__name__})", "give its text alone")


def described(
    document: Document, where: str, published: date | None = None, max_chars: int = MAX_CHARS
) -> Document:
    """A document, checked, with regions and metadata found in its text. Raises InputError."""
    check_text(document.text, where, max_chars)
    return describe(_writable(document), published)


def _writable(document: Document) -> Document:
    """The document with metadata that can be written: half characters, as in odd file names, are replaced."""
    fields = {name: getattr(document, name) for name in ("id", *TEXT_FIELDS)}
    broken = {name: value for name, value in fields.items() if value and not value.isascii()}
    mended = {name: value.encode(errors="replace").decode() for name, value in broken.items()}
    return replace(document, **mended) if mended != broken else document


def _parse(piece: Piece, max_chars: int) -> Iterator[Document | InputError]:
    """What a piece says by its format; regions and dateline are not yet looked for. Raises InputError."""
    if piece.kind is Kind.pdf:
        from pipeline.ingest.formats.pdf import read_pdf

        yield read_pdf(piece.data, piece.name, piece.id)
    elif piece.kind is Kind.word:
        from pipeline.ingest.formats.word import read_word

        yield read_word(piece.data, piece.name, piece.id)
    elif piece.kind is Kind.feed:
        from pipeline.ingest.formats.feed import read_feed

        yield from read_feed(piece.data, piece.name, piece.id)
    elif piece.kind is Kind.mail:
        from pipeline.ingest.formats.mail import read_mail

        yield read_mail(piece.data, piece.name, piece.id)
    else:
        text, encoding = decode(piece.data, piece.name)
        document = _parse_text(piece, text, max_chars)
        if encoding != "utf-8":
            document = replace(document, origins=(*document.origins, ("encoding", encoding)))
        yield document


def _parse_text(piece: Piece, text: str, max_chars: int) -> Document:
    if piece.kind is Kind.json_lines:
        return parse_record(text, piece.name, piece.id)
    if piece.kind is Kind.html:
        from pipeline.ingest.formats.page import read_page

        return read_page(text, piece.name, piece.id)
    check_text(text, piece.name, max_chars)
    from pipeline.ingest.formats.markdown import looks_like_markdown, read_markdown

    if looks_like_markdown(text):
        return read_markdown(text, piece.name, piece.id)
    return Document(piece.id, text)
