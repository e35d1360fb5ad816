"""Data files."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import PatternError
from pipeline.rules import tables
from pipeline.rules.tables import SHIPPED, learned, load, table


def test_scalars_stay_words(tmp_path: Path) -> None:
    """`no`, `on`, `1e3` and dates are words, not truth values, numbers or days."""
    path = tmp_path / "t.yaml"
    path.write_text("a: [no, on, 1e3, 2026-01-01, null]\n", encoding="utf-8")
    assert load(path) == {"a": ["no", "on", "1e3", "2026-01-01", "null"]}


@pytest.mark.parametrize(("data", "line"), [(b"a: [b\nc: d\n", 2), (b"a: \xff\n", 1)])
def test_a_broken_file(tmp_path: Path, data: bytes, line: int) -> None:
    """A file that is no YAML or no UTF-8 is told of with its place."""
    path = tmp_path / "t.yaml"
    path.write_bytes(data)
    with pytest.raises(PatternError) as caught:
        load(path)
    assert caught.value.line == line


def test_a_missing_table() -> None:
    """A table that there is not is an error that names its file."""
    with pytest.raises(PatternError, match=r"no/such\.yaml"):
        table("no/such")


def test_broken_and_missing_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights that are no JSON, or not there, are told of with their place."""
    monkeypatch.setattr(tables, "SHIPPED", tmp_path)
    (tmp_path / "broken.json").write_text('{"near": 4,\n"far" 5}\n', encoding="utf-8")
    with pytest.raises(PatternError, match=r"broken\.json:2:\d+: is not valid JSON"):
        learned("broken")
    with pytest.raises(PatternError, match=r"missing\.json"):
        learned("missing")


def test_a_table_is_read_once() -> None:
    """Callers share one table."""
    assert table("metrics") is table("metrics")


@pytest.mark.parametrize(
    "name", [path.relative_to(SHIPPED).with_suffix("").as_posix() for path in sorted(SHIPPED.rglob("*.yaml"))]
)
def test_every_shipped_file_is_read(name: str) -> None:
    """Every file that ships is YAML and holds something."""
    assert table(name)
