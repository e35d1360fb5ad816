"""`onrecord extract` as a user runs it: formats, bad input, exit status."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_jsonl_in_a_pipe(onrecord: Run, article: Path) -> None:
    """Nothing said, a pipe gets one JSON object a document and standard error stays empty."""
    run = onrecord("extract", article)
    assert (run.returncode, run.stderr) == (0, b"")
    (record,) = map(json.loads, run.stdout.splitlines())
    text = article.read_text()
    assert (record["id"], record["published"], record["dateline"]) == ("amber", "2024-06-05", "Riga")
    assert {"2000000000", "5"} <= {claim["value"] for claim in record["claims"]}
    for claim in record["claims"]:
        (start, end), *_ = claim["mentions"]
        assert text[start:end] == claim["figure"]
        assert text[slice(*claim["sentence_span"])] == claim["sentence"]


def test_two_runs_give_the_same_bytes(onrecord: Run, article: Path) -> None:
    """Ids, order and figures do not depend on the run or on the number of processes."""
    assert onrecord("extract", article).stdout == onrecord("extract", article, "--jobs", "2").stdout


def test_standard_input_with_a_date(onrecord: Run) -> None:
    """A dash reads standard input; `--published` dates it."""
    run = onrecord("extract", "-", "--published", "2026-03-13", stdin=b"Exports rose 5% last year.")
    record = json.loads(run.stdout)
    assert (record["id"], record["published"]) == ("stdin", "2026-03-13")


def test_files_by_their_endings_and_a_table(onrecord: Run, article: Path, tmp_path: Path) -> None:
    """One run fills several files and prints a table of at most 100 columns."""
    run = onrecord(
        "extract",
        article,
        "-o",
        "-",
        "-o",
        tmp_path / "c.csv",
        "-o",
        tmp_path / "c.jsonl",
        "--format",
        "table",
    )
    assert run.returncode == 0
    assert max(map(len, run.stdout.decode().splitlines())) <= 100
    assert "$2 billion" in run.stdout.decode()
    assert json.loads((tmp_path / "c.jsonl").read_text())["id"] == "amber"
    assert (tmp_path / "c.csv").read_text(encoding="utf-8-sig").startswith("document,")


def test_csv_opens_in_a_spreadsheet(onrecord: Run, article: Path, tmp_path: Path) -> None:
    """A CSV file starts with the mark that Excel needs and has one claim a row."""
    assert onrecord("extract", article, "-o", tmp_path / "c.csv").returncode == 0
    data = (tmp_path / "c.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert {row["unit"] for row in rows} >= {"USD", "percent"}


@pytest.mark.usefixtures("article")
def test_bad_documents_among_good_ones(onrecord: Run, tmp_path: Path) -> None:
    """Each bad document has its line, the good ones are written, and the exit status is 1."""
    (tmp_path / "binary.txt").write_bytes(bytes(range(32)) * 50)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "latin.txt").write_bytes("Café exports rose 7% in 2023.".encode("latin-1"))
    (tmp_path / "line.txt").write_text("Exports rose 5% and " * 500_000)
    (tmp_path / "lines.jsonl").write_text(
        '{"id": "good", "text": "Imports fell 3% in 2023."}\n{"id": "bad", \n'
    )
    (tmp_path / "loop").symlink_to(tmp_path)
    out = tmp_path / "out.jsonl"
    run = onrecord("extract", tmp_path, tmp_path / "missing", "-o", out)
    told = run.stderr.decode()
    assert run.returncode == 1
    assert [json.loads(line)["id"] for line in out.read_text().splitlines()] == ["amber", "latin", "good"]
    for problem in (
        "binary.txt: is binary",
        "empty.txt: is empty",
        "gone.txt: cannot be read: No such file",
        "latin: read as cp1252",
        "line.txt: is 10,000,000 characters long",
        "lines.jsonl:2: is not JSON",
        "missing: there is no such file or folder",
        "6 of 9 documents failed",
    ):
        assert problem in told
    assert "Traceback" not in told
    ledger = [json.loads(line) for line in (tmp_path / "errors.jsonl").read_text().splitlines()]
    assert {entry["stage"] for entry in ledger} == {"ingest"}
    assert len(ledger) == 6
    assert set(ledger[0]) == {"path", "stage", "message"}


@pytest.mark.parametrize(
    ("rule", "problem"),
    [("- id: [unclosed\n", "mine.yaml:"), ("- id: broken.rule\n  kind: level\n", "mine.yaml:1")],
)
def test_broken_rules_stop_the_run(
    onrecord: Run, article: Path, tmp_path: Path, rule: str, problem: str
) -> None:
    """A broken rule file is told with its place, nothing is written, and the exit status is 2."""
    rules = tmp_path / "patterns" / "rules"
    rules.mkdir(parents=True)
    (rules / "mine.yaml").write_text(rule)
    out = tmp_path / "out.jsonl"
    out.write_text("earlier results")
    run = onrecord("extract", article, "--patterns", tmp_path / "patterns", "-o", out)
    assert run.returncode == 2
    assert problem in run.stderr.decode()
    assert "Traceback" not in run.stderr.decode()
    assert out.read_text() == "earlier results"


@pytest.mark.parametrize(
    "args",
    [
        ("extract",),
        ("extract", "x.txt", "--published", "yesterday"),
        ("extract", "x.txt", "--format", "xml"),
        ("extract", "x.txt", "-o", "out.xyz"),
        ("extract", "x.txt", "-o", "/nowhere/out.csv"),
        ("extract", "x.txt", "--patterns", "/nowhere"),
        ("extract", "x.txt", "--resume"),
        ("extract", "x.txt", "--spacy-model", "no_such_model"),
        ("fetch",),
    ],
)
def test_wrong_usage(onrecord: Run, args: tuple[str, ...]) -> None:
    """Wrong usage is told and leaves with status 2."""
    run = onrecord(*args)
    assert run.returncode == 2, run.stderr
    assert run.stderr
    assert b"Traceback" not in run.stderr


def test_help_is_quick_and_has_examples(onrecord: Run) -> None:
    """`--help` imports no spaCy, and a command's help shows how it is used."""
    code = (
        "import sys; sys.argv[1:] = ['--help']\nfrom pipeline.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code + "print('spacy' in sys.modules, 'quantulum3' in sys.modules)"],
        capture_output=True,
        check=True,
    )
    assert run.stdout.decode().splitlines()[-1] == "False False"
    assert b"onrecord extract article.txt" in onrecord("extract", "--help").stdout


def test_a_reader_that_leaves_early(article: Path) -> None:
    """`onrecord ... | head` ends without a word."""
    with subprocess.Popen(
        [sys.executable, "-m", "pipeline", "ingest", *[str(article)] * 400],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""


def test_a_full_disk_is_told(onrecord: Run, article: Path) -> None:
    """Where results cannot be written the message says so and the exit status is 1."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this platform has no /dev/full")
    run = onrecord("extract", article, "-o", full, "--format", "jsonl")
    assert run.returncode == 1
    assert b"No space left on device" in run.stderr
    assert b"Traceback" not in run.stderr


def test_recognise_and_ingest_and_schema(onrecord: Run, article: Path) -> None:
    """The other commands write JSON to a pipe."""
    mentions = json.loads(onrecord("recognise", article).stdout)
    assert {"5", "2000000000"} <= {quantity["value"] for quantity in mentions["quantities"]}
    shown = json.loads(onrecord("ingest", article).stdout)
    assert (shown["text"], shown["regions"][0]) == (article.read_text(), [0, 19, "dateline"])
    assert json.loads(onrecord("schema").stdout)["title"] == "DocumentRecord"


def test_version(onrecord: Run) -> None:
    """`--version` names program and version."""
    assert onrecord("--version").stdout.startswith(b"onrecord 0.")
