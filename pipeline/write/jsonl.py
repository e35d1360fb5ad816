"""JSONL: one document a line, claims nested; the exchange format."""

from __future__ import annotations

from typing import TextIO

from pipeline.write.records import DocumentRecord


class JsonLines:
    """Writes each record as one line."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def add(self, record: DocumentRecord) -> None:
        self._out.write(record.model_dump_json() + "\n")

    def close(self) -> None:
        self._out.flush()
