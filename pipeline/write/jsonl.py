"""JSONL: one document a line, claims nested; the exchange format."""

from __future__ import annotations

from typing import TextIO

from pipeline.write.records import Written


class JsonLines:
    """Writes each document as one line, with its address and text where these are wanted."""

    def __init__(self, out: TextIO, with_text: bool = False) -> None:
        self._out, self._with_text = out, with_text

    def add(self, written: Written) -> None:
        record = written.record
        if self._with_text:
            line = record.model_copy(update={"text": written.document.text}).model_dump_json()
        else:
            line = record.model_dump_json(exclude={"url", "text"})
        self._out.write(line + "\n")
