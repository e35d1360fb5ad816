"""Articles fetched from their addresses."""

from __future__ import annotations

import io
import time
from dataclasses import replace
from http.client import HTTPException, HTTPResponse, IncompleteRead
from typing import BinaryIO, cast
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from pipeline.errors import InputError
from pipeline.ingest.containers import Found, Limits, Piece, pieces_in

TIMEOUT = 30  # seconds without a byte
LONGEST = 120  # seconds for an answer that drips


def fetch(address: str, limits: Limits) -> Found:
    """The pieces of input at an `http(s)` address; its document ids are the address itself."""
    headers = {"User-Agent": "onrecord", "Accept": "text/html,*/*;q=0.8"}
    try:
        with urlopen(Request(address, headers=headers), timeout=TIMEOUT) as answer:  # noqa: S310 - http or https
            data = _read(answer, limits.piece + 1)
    except (URLError, OSError, ValueError, HTTPException) as error:
        yield InputError(address, f"cannot be fetched: {error}", "check the address and the connection")
        return
    if len(data) > limits.piece:
        yield InputError(address, f"is larger than {limits.piece:,} bytes", "raise --max-bytes")
        return
    identity = urlsplit(address)._replace(query="", fragment="").geturl()
    for piece in pieces_in(cast(BinaryIO, io.BytesIO(data)), identity, address, limits):
        if isinstance(piece, Piece) and piece.id == identity:  # a member of an archive has no address
            piece = replace(piece, url=address)
        yield piece


def _read(answer: HTTPResponse, most: int) -> bytes:
    """The first `most` bytes of an answer. Raises an error where they take too long or break off."""
    data = bytearray()
    started = time.monotonic()
    while len(data) < most and (part := answer.read1(most - len(data))):
        data += part
        if time.monotonic() - started > LONGEST:
            raise TimeoutError(f"it took more than {LONGEST} seconds")
    if len(data) < most and answer.length:
        raise IncompleteRead(bytes(data), answer.length)
    return bytes(data)
