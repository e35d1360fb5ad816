"""What ten times the rules cost.

    python benchmarks/rules.py ARTICLES [--times 10] [--rounds 5] [--other PATH ...]

Each shipped rule gets `times - 1` variants: the same pattern, found by words of its own in place of the
rule's trigger. These words are drawn from other text (the articles that the project keeps gold for, unless
others are named) and do not stand in ARTICLES, a file or folder as `onrecord extract` takes it, so that the
variants are what a large rule set mostly is: rules for something else. Both rule sets read all articles, in
turn, in one process, after a round that is not counted; the times are medians of processor seconds, of the
whole pipeline and of the engine alone (matching and choosing, on sentences parsed before). Printed with them:
the number of rules, the size of the corpus, and the fire rate, the share of all pairs of a rule and a
sentence in which the sentence holds what the rule is found by. The aim is a ratio of at most 1.5.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from evaluation.predict import articles
from evaluation.sets import gold_sets
from pipeline.extract.extractor import Extractor
from pipeline.model import Document
from pipeline.recognise.recogniser import Recogniser
from pipeline.reconcile.merge import merge
from pipeline.rules.compile import trigger
from pipeline.rules.grammar import ClassRef, Word, parse
from pipeline.rules.tables import SHIPPED

WORDS = 8  # of each variant's trigger
_WORD = re.compile(r"[a-z]{4,}")


def main() -> None:
    reader = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    reader.add_argument("articles", type=Path)
    reader.add_argument("--times", type=int, default=10)
    reader.add_argument("--rounds", type=int, default=5)
    reader.add_argument("--other", type=Path, nargs="*")
    asked = reader.parse_args()
    documents = articles([asked.articles]).documents
    other = articles(asked.other or [each.docs for each in gold_sets()]).documents
    with tempfile.TemporaryDirectory() as folder:
        write_variants(Path(folder), foreign_words(documents, other), asked.times - 1)
        few, many = System(documents, ()), System(documents, (Path(folder),))
    for system in (few, many):
        system.read()
    print(f"{len(documents)} articles, {sum(len(each.text.split()) for each in documents):,} words, "
          f"{few.sentences} sentences that are matched")  # fmt: skip
    for name, system in (("shipped", few), (f"{asked.times} times", many)):
        print(f"{name}: {system.rules} rules, {system.patterns} patterns, fire rate {system.fire_rate:.2%}")
    for name, measure in (("whole pipeline", System.read), ("engine alone", System.match)):
        times = [(seconds(measure, few), seconds(measure, many)) for _ in range(asked.rounds)]
        one, ten = (median(column) for column in zip(*times, strict=True))
        print(f"{name}: {one:.3f} s, with {asked.times} times the rules {ten:.3f} s, ratio {ten / one:.2f}")


class System:
    """A rule set with the articles that it reads, which are also parsed once beforehand."""

    def __init__(self, documents: Sequence[Document], folders: Sequence[Path]) -> None:
        self._documents = documents
        self._recognise = Recogniser()
        self._extractor = Extractor(folders)
        recognised = [self._recognise(document) for document in documents]
        self._sentences = [sentence for each in recognised for sentence in self._extractor.sentences(each)]
        rules = self._extractor.library.rules
        self.rules, self.patterns = len({rule.id for rule in rules}), len(rules)
        self.sentences = len(self._sentences)
        index = self._extractor.library.compiled
        fired = sum(len(list(index.candidates(sentence.line.held))) for sentence in self._sentences)
        self.fire_rate = fired / (self.patterns * self.sentences)

    def read(self) -> None:
        """The articles through all stages."""
        for document in self._documents:
            merge(self._extractor(self._recognise(document)))

    def match(self) -> None:
        """The rules over sentences that are parsed already."""
        for sentence in self._sentences:
            self._extractor.drafts(sentence, self._extractor.matches(sentence))


def seconds(work: Callable[[System], None], system: System) -> float:
    """Processor seconds that some work of a system takes."""
    start = time.process_time()
    work(system)
    return time.process_time() - start


def foreign_words(documents: Sequence[Document], other: Sequence[Document]) -> list[str]:
    """Words of other text that do not stand in the documents, shuffled the same way every time."""
    here = {word for document in documents for word in _WORD.findall(document.text.lower())}
    words = sorted({word for document in other for word in _WORD.findall(document.text.lower())} - here)
    random.Random(0).shuffle(words)  # noqa: S311 - a benchmark draws words
    return words


def write_variants(folder: Path, words: Sequence[str], number: int) -> None:
    """A folder of variants of all shipped rules, each with a word class of its own."""
    supply = cycle(words)
    rules: list[dict[str, Any]] = []
    classes: dict[str, Any] = {}
    for path in sorted((SHIPPED / "rules").glob("*.yaml")):
        for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):  # noqa: S506
            for at in range(number):
                name = f"variant_{''.join(chr(97 + int(digit)) for digit in str(len(classes)))}"
                classes[name] = {"words": sorted({next(supply) for _ in range(WORDS)})}
                kept = {key: entry[key] for key in entry if key not in ("examples", "not", "known_misses")}
                patterns = [entry["pattern"]] if isinstance(entry["pattern"], str) else entry["pattern"]
                changed = [varied(pattern, f"<{name}>") for pattern in patterns]
                rules.append(kept | {"id": f"{entry['id']}.variant{at}", "pattern": changed})
    (folder / "classes").mkdir()
    (folder / "classes" / "variants.yaml").write_text(json.dumps(classes), encoding="utf-8")
    (folder / "variants.yaml").write_text(json.dumps(rules), encoding="utf-8")


def varied(pattern: str, word_class: str) -> str:
    """A pattern that is found by another class: in place of its class or word, else at its end."""
    node = trigger(parse(pattern))
    if isinstance(node, ClassRef):
        start = pattern.rindex("<", 0, node.column)
        return pattern[:start] + word_class + pattern[pattern.index(">", start) + 1 :]
    if isinstance(node, Word):
        start = node.column - 1
        return pattern[:start] + re.sub(r"^[^\s\[\]()|]+", word_class, pattern[start:])
    return f"{pattern} {word_class}"


if __name__ == "__main__":
    main()
