"""How fast the whole pipeline is beside the libraries that find figures and dates in the same texts.

    OPENBLAS_NUM_THREADS=1 python benchmarks/speed.py [PATH ...] [--passes 5]

reads the articles under the paths (else our own sample articles and the seeds) with `pipeline.run.Pipeline`
(recognise, extract with the parser, reconcile), and with `quantulum3.parser.parse` followed by
`dateparser.search.search_dates`, passes taking turns in one process after one pass that loads and warms
everything. Times are seconds of processor time, the best pass of each, so that other work on the machine
counts little; compare ratios of one run only. The one variable makes NumPy start no threads, as the command
line does.

How to read it. `ratio` is how many times as fast the pipeline is as the two libraries; above 1 it is faster.
It is given twice, as it hangs on what dateparser is told: left alone it tries its languages one by one, told
that the text is English it does not; the second is the stricter one, and the aim is 8. `recognisers` are ours
without extraction, the like for like of what the libraries do. `parser` is what cutting into
words, tagging and parsing take of the pipeline; `parsed` how many sentences and words were worth it, of those
outside headers and boilerplate.
`quick` is the pipeline without the network that reads the whole article (`onrecord extract --quick`).
`start-up` is the wall time of `onrecord extract seeds` as a whole process over that of loading spaCy and
making a blank pipeline, the best of the passes; the aim is 3 at most.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from pipeline.errors import InputError
from pipeline.extract.extractor import Extractor
from pipeline.extract.parse import Parser
from pipeline.ingest.read import read
from pipeline.model import Document
from pipeline.recognise.recogniser import Recogniser
from pipeline.run import Pipeline

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = (ROOT / "evaluation" / "gold" / "own_docs.jsonl", ROOT / "seeds")
DAY = datetime(2026, 1, 15)

Reader = Callable[[Document], object]


def libraries(languages: list[str] | None) -> Reader:
    """quantulum3, then dateparser's search in some languages (None: any)."""
    warnings.filterwarnings("ignore")
    from dateparser.search import search_dates
    from quantulum3 import parser

    def both(document: Document) -> None:
        parser.parse(document.text)
        search_dates(document.text, languages=languages, settings={"RELATIVE_BASE": DAY})

    return both


def best_times(readers: dict[str, Reader], documents: Sequence[Document], passes: int) -> dict[str, float]:
    """Seconds of processor time of the best pass of each reader over the documents."""
    best = dict.fromkeys(readers, float("inf"))
    for number in range(passes + 1):
        for name, read_one in readers.items():
            started = time.process_time()
            for document in documents:
                read_one(document)
            if number:
                best[name] = min(best[name], time.process_time() - started)
    return best


def best_wall(command: list[str], times: int) -> float:
    """Wall seconds of the quickest run of a command."""
    found = []
    for _ in range(times):
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
        found.append(time.perf_counter() - started)
    return min(found)


def main() -> None:
    """Run all sides and print the comparison."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("paths", nargs="*", default=[str(path) for path in SAMPLES])
    arguments.add_argument("--passes", type=int, default=5)
    given = arguments.parse_args()
    documents = [document for document in read(given.paths) if not isinstance(document, InputError)]
    recognise, extractor, parser = Recogniser(), Extractor(), Parser()
    recognitions = [recognise(document) for document in documents]
    chosen = {each.document.id: extractor.sentences(each) for each in recognitions}

    def parse(document: Document) -> None:
        parser.trees(document.text, [each.span for each in chosen[document.id]], lambda *_: True)

    readers: dict[str, Reader] = {
        "pipeline": Pipeline(),
        "quick": Pipeline(quick=True),
        "recognisers": recognise,
        "parser": parse,
        "en": libraries(["en"]),
    }
    times = best_times(readers, documents, given.passes) | best_times({"any": libraries(None)}, documents, 1)
    words = sum(len(document.text.split()) for document in documents)
    every = [sentence for each in recognitions for sentence in extractor.sentences(each, every=True)]
    tokens = sum(len(sentence.tree) for sentence in every)
    parsed = [len(sentence.tree) for sentences in chosen.values() for sentence in sentences]

    print(f"{len(documents)} articles, {words} words")
    labels = {
        "pipeline": "pipeline",
        "quick": "pipeline, quick",
        "recognisers": "recognisers",
        "parser": "parser",
        "en": "libraries, English",
        "any": "libraries, any language",
    }
    for name, label in labels.items():
        print(f"{label:24} {times[name]:8.3f} s {words / times[name]:9.0f} words/s")
    print(f"ratio, English           {times['en'] / times['pipeline']:8.1f}")
    print(f"ratio, any language      {times['any'] / times['pipeline']:8.1f}")
    print(f"the same, quick          {times['en'] / times['quick']:8.1f} {times['any'] / times['quick']:.1f}")
    print(f"ratio of recognisers     {times['en'] / times['recognisers']:8.1f} English")
    print(f"parser                   {times['parser'] / times['pipeline']:8.0%} of the pipeline")
    share = f"{len(parsed) / len(every):8.0%} of sentences, {sum(parsed) / tokens:.0%} of words"
    print(f"parsed                   {share}")
    python = sys.executable
    blank = best_wall([python, "-c", "import spacy; spacy.blank('en')"], given.passes)
    seeds = best_wall([python, "-m", "pipeline", "extract", "seeds"], given.passes)
    print(f"start-up                 {seeds / blank:8.1f} ({seeds:.2f} s over {blank:.2f} s)")


if __name__ == "__main__":
    main()
