"""A table for the terminal: who said which figure about what, and for when."""

from __future__ import annotations

from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.write.records import ClaimRecord, DocumentRecord, Written

SIGNS = {"increase": "↑", "decrease": "↓"}
COMPARATORS = {"=": "", "~": "~", ">": ">", "<": "<", ">=": "≥", "<=": "≤"}


class ClaimTable:
    """Prints one table a document, in at most the console's width."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def add(self, written: Written) -> None:
        record = written.record
        self._console.print(heading(record))
        if not record.claims:
            self._console.print(Text("  no claims found", style="dim"))
            return
        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=False)
        table.add_column("figure", ratio=20, style="bold")
        table.add_column("of what", ratio=24)
        table.add_column("whose", ratio=24)
        table.add_column("when", ratio=14)
        table.add_column("who says", ratio=18, style="dim")
        for claim in record.claims:
            table.add_row(*(Text(cell) for cell in cells(claim)))
        self._console.print(table)
        self._console.print()


def heading(record: DocumentRecord) -> Text:
    facts = [record.publisher, record.dateline, record.published and record.published.isoformat()]
    line = Text(record.title or record.id, style="bold")
    line.append("  " + ", ".join(fact for fact in facts if fact), style="dim")
    return line


def cells(claim: ClaimRecord) -> tuple[str, str, str, str, str]:
    """The five cells of a claim: figure, of what, whose, when, who says."""
    figure = f"{COMPARATORS[claim.comparator]}{' '.join(claim.figure.split())}"
    if claim.direction:
        figure = f"{SIGNS[claim.direction]} {figure}"
    what = claim.object if claim.kind == "event" else claim.metric
    parties = " → ".join(party for party in (claim.subject, claim.counterpart) if party)
    whose = ", ".join(part for part in (parties, claim.place and f"in {claim.place}") if part)
    when = claim.period or ""
    if claim.base:
        when = f"{when} vs {claim.base}".strip()
    if claim.modality != "reported":
        when = f"{when} {claim.modality}".strip()
    if claim.negated:
        figure = f"not {figure}"
    return figure, what or "", whose, when, claim.speaker or ""


def mention_table(record: dict[str, Any]) -> Table:
    """The mentions of one document (`mentions.recognition_record`) in order of the text."""
    table = Table(
        title=Text(record["id"]), box=SIMPLE_HEAD, pad_edge=False, show_edge=False, title_justify="left"
    )
    for column in ("at", "words", "type", "reading"):
        table.add_column(column)
    found = [(kind, entry) for kind, entries in record.items() if kind != "id" for entry in entries]
    for kind, entry in sorted(found, key=lambda pair: (pair[1]["start"], pair[1]["end"])):
        reading = {key: value for key, value in entry.items() if key not in ("start", "end", "text")}
        words = " ".join(entry["text"].split())
        told = ", ".join(f"{key} {value}" for key, value in reading.items())
        table.add_row(f"{entry['start']}-{entry['end']}", Text(words), kind, Text(told))
    return table
