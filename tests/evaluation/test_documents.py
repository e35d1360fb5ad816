import re
from collections import Counter
from pathlib import Path

import pytest

import evaluation
from evaluation.article import KINDS
from evaluation.errors import CLASSES
from evaluation.fields import FIELDS
from evaluation.sets import GoldSet, gold_sets
from evaluation.text import words

FOLDER = Path(evaluation.__file__).parent


@pytest.mark.parametrize("gold_set", gold_sets(), ids=lambda each: each.name)
def test_the_data_card_counts_right(gold_set: GoldSet) -> None:
    """Articles, claims, statements and kinds in the data card are those of the gold files."""
    records = gold_set.records()
    kinds = Counter(claim["kind"] for record in records for claim in record["claims"])
    statements = sum(len(record["statements"]) for record in records)
    card = (FOLDER / "DATACARD.md").read_text(encoding="utf-8")
    assert f"| `{gold_set.name}` | {len(records)} | {kinds.total()} | {statements} |" in card
    assert f"| `{gold_set.name}` | {' | '.join(str(kinds[kind]) for kind in KINDS)} |" in card


def test_the_guide_names_every_field_and_the_whole_vocabulary() -> None:
    """An annotator finds each kind, field and metric id in the guide."""
    guide = (FOLDER / "GUIDE.md").read_text(encoding="utf-8")
    known = set(re.findall(r"\w+", guide))
    assert known >= {*KINDS, *FIELDS, *words("metrics")} - {"action"}


def test_the_readme_names_every_class_of_error() -> None:
    """The taxonomy in the README is that of the program."""
    assert f"({', '.join(CLASSES)})" in " ".join((FOLDER / "README.md").read_text(encoding="utf-8").split())


def test_the_example_in_the_readme_runs() -> None:
    """The Python of the README gives what it says it gives."""
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102 - our own README
    assert eval('score(gold, pred)["total"]["found"]["f1"]', names) == 1.0  # noqa: S307
    assert eval('score(gold, pred)["by_field"]["period"]["f1"]', names) == 0.0  # noqa: S307
