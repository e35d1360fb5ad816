"""The article in an e-mail message (.eml)."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage

from pipeline.errors import InputError
from pipeline.ingest.formats.blocks import fragment_text
from pipeline.model import Document


def read_mail(data: bytes, where: str, identity: str) -> Document:
    """The words of a message, with its subject, date and sender. Raises InputError."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(("plain", "html"))
        if not isinstance(body, EmailMessage):
            raise InputError(where, "is a message without text", "give the article's text")
        text = body.get_content().replace("\r\n", "\n")
        if body.get_content_type() == "text/html":
            text = fragment_text(text)
        subject, published, author = _header(message, "subject"), _day(message), _sender(message)
    except (MessageError, LookupError, ValueError, AttributeError, IndexError, RecursionError) as error:
        raise InputError(
            where, f"is a message that cannot be read: {error}", "give the article's text"
        ) from error
    found = {"title": subject, "published": published, "author": author}
    return Document(
        identity,
        text,
        title=subject,
        published=published,
        author=author,
        origins=tuple(sorted((field, "mail") for field, value in found.items() if value)),
    )


def _header(message: EmailMessage, name: str) -> str | None:
    return " ".join(str(message[name] or "").split()) or None


def _sender(message: EmailMessage) -> str | None:
    header = message["from"]
    addresses = header.addresses if header else ()
    return (addresses[0].display_name or addresses[0].username or None) if addresses else None


def _day(message: EmailMessage) -> date | None:
    header = message["date"]
    return header.datetime.date() if header and header.datetime else None
