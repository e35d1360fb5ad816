"""JSONL: one document a line, claims nested; the exchange format."""

from __future__ import annotations

from typing import TextIO

from pipeline.write.records import Written


class JsonLines:
    """Writes each document as one line."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def add(self, written: Written) -> None:
        self._out.write(written.record.model_dump_json() + "\n")
