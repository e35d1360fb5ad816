from pathlib import Path

import pytest

from evaluation.files import read
from pipeline.errors import InputError


def test_a_line_separator_inside_a_string_ends_no_record(tmp_path: Path) -> None:
    """Only a line feed ends a record; other line ends may stand in its strings."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a\u2028b"}\n\n{"id": "c"}\n', encoding="utf-8")
    assert [record["id"] for record in read(path)] == ["a\u2028b", "c"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("[1]", "is no document"),
        ('{"claims": []}', "is no document"),
        ('{"id": "a", "claims": [{"kind": "level"}]}', "claim 1 of a has no offsets"),
        ('{"id": "a", "claims": [{"mentions": [[1]]}]}', "claim 1 of a has no offsets"),
        ('{"id": "a", "statements": [{"start": 1}]}', "statement 1 of a has no offsets"),
    ],
)
def test_a_record_that_cannot_be_scored_is_named(tmp_path: Path, line: str, problem: str) -> None:
    """A broken record is told with its file and line."""
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"id": "x"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(InputError, match=rf"a\.jsonl:2: {problem}"):
        read(path)
