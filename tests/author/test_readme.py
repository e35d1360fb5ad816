"""The page that teaches the language says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.author.check import check
from pipeline.rules.class_reader import CLASS_KEYS
from pipeline.rules.grammar import SLOT_TYPES
from pipeline.rules.reader import KEYS
from pipeline.rules.tables import SHIPPED

PAGE = (SHIPPED / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*SLOT_TYPES, *KEYS, *CLASS_KEYS])
def test_it_names_everything(name: str) -> None:
    """Every key and every type of slot stands on the page."""
    assert re.search(rf"\b{name}\b", PAGE)


def test_its_rules_are_sound(tmp_path: Path) -> None:
    """The rules and classes shown on the page have no fault."""
    (tmp_path / "classes").mkdir()
    for number, block in enumerate(re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)):
        folder = tmp_path if block.startswith("- ") else tmp_path / "classes"
        (folder / f"{number}.yaml").write_text(block, encoding="utf-8")
    assert [str(each) for each in check([tmp_path])[1] if str(tmp_path) in each.file] == []
