"""The README tells the truth: its commands run, its example is what comes out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from pipeline.write.records import generator, record_of
from pipeline.write.table import cells

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


def commands(block: str) -> list[str]:
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


COMMANDS = [command for block in blocks("console") for command in commands(block)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the articles in it, as a user has who reads the README."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


@pytest.mark.parametrize("block", [block for block in blocks("console") if "$ make " not in block])
def test_the_commands_of_a_block_run(block: str, folder: Path) -> None:
    """The commands of each block of the README end well, one after the other, as they stand there."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command in commands(block):
        run = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=os.environ | {"PATH": path}, capture_output=True
        )
        assert run.returncode == 0, f"{command}: {run.stderr.decode()}"


def test_make_knows_its_targets() -> None:
    """The make targets that the README names are there."""
    makefile = (ROOT / "Makefile").read_text()
    wanted = [command.split()[1] for command in COMMANDS if command.startswith("make ")]
    assert wanted
    assert all(re.search(rf"^{target}:", makefile, re.M) for target in wanted)


def test_the_first_example_is_what_comes_out() -> None:
    """The sentence of the first screen gives the rows of the table below it."""
    (sentence,) = re.findall(r"^> (.*)$", README, re.M)
    _, _, after = README.partition(sentence)
    (table,) = re.findall(r"(?:^\|.*\|\n)+", after, re.M)[:1]
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in table.splitlines()[2:]]
    record = record_of(pipeline.run(sentence), generator(""))
    assert [list(cells(claim)) for claim in record.claims] == rows


@pytest.mark.parametrize("block", blocks("python"))
def test_a_python_example_runs(
    block: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each Python example runs by itself and prints something."""
    monkeypatch.chdir(folder)
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - the README's own code
    assert capsys.readouterr().out
