"""The built wheel works by itself, among folders of the same names."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the wheel was unpacked into, with nothing of the source tree."""
    wheels, target = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    source = tmp_path_factory.mktemp("source")
    files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in files.decode().split("\0")[:-1]:
        copy = source / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((ROOT / name).read_bytes())
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", wheels, source], check=True)
    (wheel,) = wheels.glob("onrecord-*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", target, wheel], check=True)
    return target


def test_it_runs_where_other_folders_have_its_names(installed: Path, tmp_path: Path) -> None:
    """Beside other `pipeline/`, `evaluation/` and `patterns/` folders, it reads, writes and scores."""
    for name in ("pipeline", "evaluation", "patterns"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise ImportError('not this one')\n")
        (tmp_path / name / "rules.yaml").write_text("not: ours\n")
    (tmp_path / "amber.txt").write_text("RIGA, June 5, 2024. Exports rose 5% to $2 billion in 2023.\n")

    def onrecord(*args: str) -> str:
        environment = os.environ | {"PYTHONPATH": str(installed)}
        command = [sys.executable, installed / "bin" / "onrecord", *args]
        run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert run.returncode == 0, run.stderr.decode()
        return run.stdout.decode()

    claims = json.loads(onrecord("extract", "amber.txt"))["claims"]
    assert {claim["value"] for claim in claims} == {"5", "2000000000"}
    onrecord("extract", "amber.txt", "--html", "page.html", "-o", "claims.db")
    assert "$2 billion" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert (tmp_path / "claims.db").stat().st_size
    where = subprocess.run(
        [sys.executable, "-c", "import pipeline; print(pipeline.__file__)"],
        env=os.environ | {"PYTHONPATH": str(installed)},
        cwd="/",
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert where.startswith(str(installed))
    assert "found" in onrecord("evaluate", "--headline", "--html", "report.html")
    assert "<mark" in (tmp_path / "report.html").read_text(encoding="utf-8")
