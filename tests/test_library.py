"""Onrecord from Python: functions, a pandas table, a spaCy component."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
import spacy

import pipeline
from pipeline.errors import InputError
from pipeline.model import Document

TEXT = "Exports of tea rose 5% to $2 billion in 2023, the ministry said."


def test_run_reads_one_text() -> None:
    """A text gives its claims, with offsets into it."""
    extraction = pipeline.run(TEXT)
    figures = {TEXT[slice(*claim.mentions[0])] for claim in extraction}
    assert figures == {"5%", "$2 billion"}


def test_run_takes_a_date() -> None:
    """Relative words are resolved against the date given."""
    (claim,) = (c for c in pipeline.run("Exports rose 5% last year.", date(2024, 3, 1)) if c.kind == "change")
    assert claim.period == "2023"


def test_run_refuses_what_cannot_be_read() -> None:
    """An empty text is an InputError."""
    with pytest.raises(InputError, match="is empty"):
        pipeline.run(" ")


def test_stream_reads_many_one_by_one() -> None:
    """Documents come back in order, as they are asked for."""
    results = pipeline.stream(iter([Document("a", TEXT), Document("b", "Nothing to report.")]))
    assert [(result.document.id, bool(result.claims)) for result in results] == [("a", True), ("b", False)]


def test_the_module_keeps_its_function() -> None:
    """`pipeline.run` is the function, whichever module was imported first."""
    code = "import pipeline.batch, pipeline.run, pipeline\nassert callable(pipeline.run)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_importing_is_light() -> None:
    """`import pipeline` brings no spaCy, pandas or pydantic with it."""
    heavy = ("spacy", "pandas", "pydantic", "numpy")
    code = f"import sys, pipeline; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout == b"[]\n"


def test_to_pandas() -> None:
    """A table of claims with numbers and days, also where there are none."""
    frame = pipeline.to_pandas([pipeline.run(TEXT)])
    level = frame[frame.kind == "level"].iloc[0]
    assert (level.value, str(level.period_start.date()), level.document) == (2e9, "2023-01-01", "text")
    assert pipeline.to_pandas([]).empty


def test_a_component_of_any_spacy_pipeline() -> None:
    """`add_pipe("onrecord")` sets claims whose offsets fit the Doc."""
    nlp = spacy.blank("en")
    nlp.add_pipe("onrecord", config={"published": "2024-03-01"})
    first, second = nlp.pipe([TEXT, "Imports fell 3% last year."])
    assert {first.char_span(*claim.mentions[0]).text for claim in first._.claims} == {"5%", "$2 billion"}
    assert {claim.period for claim in second._.claims} == {"2023"}
    assert len(first._.statements) == 1
