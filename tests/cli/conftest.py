"""The command as a user runs it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

ARTICLE = "RIGA, June 5, 2024. Exports of amber rose 5% to $2 billion in 2023, the trade ministry said.\n"


@pytest.fixture
def onrecord() -> Run:
    """Runs `onrecord` with arguments and bytes for standard input."""

    def run(*args: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "pipeline", *map(str, args)]
        return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=120)

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A good article in a file of its own."""
    path = tmp_path / "amber.txt"
    path.write_text(ARTICLE)
    return path
