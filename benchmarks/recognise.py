"""How much faster the recognisers of quantities and dates are than the libraries that find the same in a
text.

    python benchmarks/recognise.py [FILE ...] [--articles 1000] [--sample 25]

reads a batch of articles (the files given, else the seeds, repeated to 1,000) with `find_quantities` and
`find_periods`, and a sample of it with `quantulum3.parser.parse` and `dateparser.search.search_dates`, each
in a process of its own in one run. Times are wall-clock seconds from the start of the process, so that
start-up (imports, tables, the first text) counts. The libraries read only the sample, as they need minutes
for the batch: their start-up is measured on the first article and kept apart, the rest is scaled to the
batch, which assumes that every article costs them the same; they are given each article by line, which is
to their advantage. Printed: seconds and words a second of either side, and the ratio. The aim is a ratio of
at least 10.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from itertools import cycle, islice
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
DAY = date(2026, 1, 15)


def ours() -> Callable[[str], None]:
    """Our recognisers of dates and quantities over one text."""
    from pipeline.model import Period
    from pipeline.recognise.periods import find_periods
    from pipeline.recognise.quantities import find_quantities

    def read(text: str) -> None:
        periods = find_periods(text, DAY)
        find_quantities(
            text, [m.span for m in periods if isinstance(m.value, Period) and not m.value.duration]
        )

    return read


def theirs() -> Callable[[str], None]:
    """quantulum3 and dateparser's search over one text, line by line."""
    import warnings

    warnings.filterwarnings("ignore")
    from dateparser.search import search_dates
    from quantulum3 import parser

    settings = {"RELATIVE_BASE": datetime(DAY.year, DAY.month, DAY.day), "PREFER_DATES_FROM": "past"}

    def read(text: str) -> None:
        for line in filter(str.strip, text.splitlines()):
            parser.parse(line)
            search_dates(line, languages=["en"], settings=settings)

    return read


def child(side: str) -> None:
    """Read the texts given as JSON on standard input; print seconds for start-up with the first text, and for
    the rest.
    """
    texts = json.load(sys.stdin)
    began = time.perf_counter()
    read = ours() if side == "ours" else theirs()
    read(texts[0])
    started = time.perf_counter()
    for text in texts[1:]:
        read(text)
    print(json.dumps([started - began, time.perf_counter() - started]))


def timed(side: str, texts: list[str]) -> tuple[float, float]:
    """Seconds of start-up (a fresh interpreter, imports, the first text) and of the other texts."""
    began = time.perf_counter()
    command = [sys.executable, __file__, "--child", side]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    whole = time.perf_counter() - began
    _, rest = json.loads(done.stdout)
    return whole - rest, rest


def main() -> None:
    """Run both sides and print the comparison."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("files", nargs="*", type=Path)
    arguments.add_argument("--articles", type=int, default=1000)
    arguments.add_argument("--sample", type=int, default=25)
    arguments.add_argument("--child", choices=["ours", "theirs"], help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.child:
        child(given.child)
        return
    samples = [path.read_text(encoding="utf-8") for path in given.files or sorted(SEEDS.glob("*.txt"))]
    batch = list(islice(cycle(samples), given.articles))
    words = sum(len(text.split()) for text in batch)
    start, rest = timed("ours", batch)
    our_seconds = start + rest
    few = batch[: given.sample]
    start, rest = timed("theirs", few)
    few_words = sum(len(text.split()) for text in few[1:])
    their_seconds = start + rest * (words - len(batch[0].split())) / few_words
    print(f"{len(batch)} articles, {words} words, start-up included")
    print(f"onrecord                 {our_seconds:8.1f} s {words / our_seconds:10.0f} words/s")
    print(f"quantulum3 + dateparser  {their_seconds:8.1f} s {words / their_seconds:10.0f} words/s", end=" ")
    print(f"(from {len(few)} articles)")
    print(f"ratio                    {their_seconds / our_seconds:8.1f}")


if __name__ == "__main__":
    main()
