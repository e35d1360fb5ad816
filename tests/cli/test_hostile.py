"""Hostile input: each piece has its line in the ledger, nothing stops the batch or writes elsewhere."""

from __future__ import annotations

import gzip
import http.server
import json
import os
import subprocess
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]

GOOD = "Exports of amber rose 5% in 2023.\n"


def test_a_folder_of_hostile_input(onrecord: Run, article: Path, tmp_path: Path) -> None:
    """Bombs, climbing names, NULs, surrogates, loops: the good articles are written, the rest is told."""
    with gzip.open(tmp_path / "bomb.gz", "wb") as out:
        for _ in range(1100):
            out.write(bytes(100_000))
    with (
        zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as bomb,
        bomb.open("big.txt", "w") as out,
    ):
        for _ in range(1100):
            out.write(b"a" * 100_000)
    with zipfile.ZipFile(tmp_path / "climb.zip", "w") as climbing:
        climbing.writestr("../../../escaped.txt", GOOD)
    (tmp_path / "entities.xml").write_text(
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel/></rss>'
    )
    (tmp_path / "line.txt").write_bytes(b"Exports rose 5% and " * 5_000_000 + b"x")
    (tmp_path / "mixed.txt").write_bytes("Tea — ".encode() + "café rose 5%".encode("cp1252"))
    (tmp_path / "nested.html").write_text("<html>" + "<div>" * 50_000 + GOOD)
    (tmp_path / "nul.txt").write_text(f"Exports\0{GOOD * 50}")
    (tmp_path / "surrogate.jsonl").write_text('{"text": "Exports \\ud800 rose 5%."}\n')
    (tmp_path / "named.jsonl").write_text(
        json.dumps({"id": "\udfff", "title": "\ud800", "text": GOOD}) + "\n"
    )
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text(GOOD)
    (tmp_path / os.fsdecode(b"\xfe.txt")).write_bytes(b"")
    (tmp_path / "table.csv").write_bytes("id,te\rxt\n1,2\n".encode("utf-16"))
    (tmp_path / "zeros.csv").write_bytes(b"id,text\n1,Exports \0 rose.\n")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "folder").symlink_to(tmp_path)
    (tmp_path / "zz.txt").write_text(GOOD)
    out_path = tmp_path / "results" / "claims.jsonl"
    out_path.parent.mkdir()
    run = onrecord("extract", tmp_path, "-o", out_path)
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr
    written = {json.loads(line)["id"] for line in out_path.read_text().splitlines()}
    assert {article.stem, "?", "zz"} <= written
    ledger = [json.loads(line) for line in (tmp_path / "results" / "errors.jsonl").read_text().splitlines()]
    told = {Path(entry["path"].split(":")[0]).relative_to(tmp_path).parts[0] for entry in ledger}
    assert {
        "bomb.gz",
        "bomb.zip",
        "entities.xml",
        "climb.zip",
        "line.txt",
        "mixed.txt",
        "nul.txt",
        "zeros.csv",
        "surrogate.jsonl",
        "loop.txt",
    } <= told
    assert sorted(path.name for path in out_path.parent.iterdir()) == ["claims.jsonl", "errors.jsonl"]
    assert not list(tmp_path.parent.rglob("escaped*"))


def test_a_document_that_takes_too_long(onrecord: Run, article: Path, tmp_path: Path) -> None:
    """A time limit ends the one document and is told with its stage."""
    slow = tmp_path / "slow.txt"
    slow.write_text("Exports of amber rose 5% to $2 billion in 2023, the ministry said. " * 25_000)
    out = tmp_path / "claims.jsonl"
    run = onrecord("extract", slow, article, "-o", out, "--max-seconds", "1")
    assert run.returncode == 1
    assert [json.loads(line)["id"] for line in out.read_text().splitlines()] == ["amber"]
    (entry,) = map(json.loads, (tmp_path / "errors.jsonl").read_text().splitlines())
    assert (entry["stage"], entry["message"]) == ("extract", "took more than 1 seconds")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A server on loopback with one article."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "tea.html").write_text(
        f"<title>Tea</title><article><p>{GOOD * 5}</p><p>{GOOD * 5}</p></article>"
    )

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: object, **more: object) -> None:
            super().__init__(*args, directory=str(folder), **more)  # type: ignore[arg-type]

        def do_GET(self) -> None:
            if self.path != "/cut.html":
                return super().do_GET()
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b"<html>")
            return None

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_addresses(onrecord: Run, site: str) -> None:
    """An address is fetched and named by itself; one that is not there or breaks off is told."""
    run = onrecord(
        "ingest", f"{site}/tea.html?a=b", f"{site}/none.html", f"{site}/cut.html", "http://127.0.0.1:1/x"
    )
    assert run.returncode == 1
    (document,) = map(json.loads, run.stdout.splitlines())
    assert (document["id"], document["title"]) == (f"{site}/tea.html", "Tea")
    assert document["url"] == f"{site}/tea.html?a=b"
    assert b"none.html: cannot be fetched: HTTP Error 404" in run.stderr
    assert b"cut.html: cannot be fetched: IncompleteRead" in run.stderr
    assert b"http://127.0.0.1:1/x: cannot be fetched" in run.stderr
