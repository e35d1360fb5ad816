"""The scripts of training/choices, which is no package: they import each other from their own folder."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

CHOICES = Path(__file__).parents[2] / "training" / "choices"


@pytest.fixture(scope="module")
def script():
    """Imports a script by its name; the folder leaves the path afterwards."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(CHOICES)
        yield import_module


@pytest.fixture
def marked(script: Callable[[str], ModuleType]) -> ModuleType:
    """The reader of marked articles."""
    return script("marked")


@pytest.fixture
def train(script: Callable[[str], ModuleType]) -> ModuleType:
    """The script that learns the weights."""
    return script("train")


@pytest.fixture
def articles() -> list[Path]:
    """The files of marked articles."""
    return sorted((CHOICES / "articles").glob("*.txt"))
