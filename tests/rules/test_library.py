"""The rules in force."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import PatternError
from pipeline.rules.library import checked_library, class_names, read_library


@pytest.fixture
def write(tmp_path: Path):
    """Write a file of a user's folder and give the folder."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path

    return written


def test_the_shipped_rules_are_sound() -> None:
    """The rules that ship have no fault, come in order of id, and name only classes that there are."""
    library = checked_library()
    ids = [rule.id for rule in library.rules]
    assert ids == sorted(ids)
    assert all(library.classes.forms.get(name) for name in class_names(library.rules))


def test_a_fault_is_raised_with_its_place(write) -> None:
    """A broken rule stops everything, with file, line and column."""
    folder = write("own.yaml", '- id: own.a\n  kind: level\n  pattern: "<no_such_class> {value}"\n')
    with pytest.raises(PatternError) as caught:
        checked_library([folder])
    assert (Path(caught.value.file).name, caught.value.line) == ("own.yaml", 3)
    assert "no_such_class" in caught.value.problem


def test_faults_are_kept_where_they_are_only_read(write) -> None:
    """Reading alone raises nothing, notes the fault, and leaves the rule out."""
    library = read_library(
        [write("own.yaml", '- id: own.a\n  kind: level\n  pattern: "<no_such_class> {value}"\n')]
    )
    assert len(library.problems) == 1
    assert "own.a" not in {rule.id for rule in library.rules}


def test_what_is_disabled_must_exist(write) -> None:
    """Disabling a rule that there is not is a fault."""
    (problem,) = read_library([write("own.yaml", "- disable: level.no_such\n")]).problems
    assert "level.no_such" in problem.message


def test_one_id_in_two_files(write) -> None:
    """Two files of one folder cannot both define a rule."""
    rule = '- id: own.a\n  kind: level\n  pattern: "hauled {value}"\n'
    write("a.yaml", rule)
    (problem,) = read_library([write("b.yaml", rule)]).problems
    assert "a.yaml" in problem.message


def test_no_such_folder(tmp_path: Path) -> None:
    """A folder that is not there is an error, not an empty set of rules."""
    with pytest.raises(PatternError, match="no such folder"):
        checked_library([tmp_path / "nowhere"])


def test_rules_change_the_fingerprint(write) -> None:
    """A rule of one's own makes another fingerprint, the same rules the same one."""
    shipped = read_library().fingerprint
    folder = write("own.yaml", '- id: own.a\n  kind: level\n  pattern: "hauled {value}"\n')
    assert read_library([folder]).fingerprint == read_library([folder]).fingerprint != shipped
