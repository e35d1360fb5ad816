"""Whatever an author types, nothing ends in a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.author.check import check
from pipeline.rules.class_reader import ClassReader
from pipeline.rules.grammar import GrammarError, parse
from pipeline.rules.problems import Problem
from pipeline.rules.reader import RuleReader
from pipeline.rules.source import read_source

RULE = """\
- id: own.one
  says: a thing
  kind: level
  priority: 60
  where: {object: deal_noun}
  needs: [object]
  pattern:
    - "!(no|not) {metric:topic} <to fetch|move.verbs> .. [by] {value:money|percent} ... {object:thing}"
    - "{value} <a loan>"
  set: {modality: planned}
  examples:
    - text: "It fetched $5."
      published: 2026-03-01
      claim: {value: "5", unit: USD}
  not: [Nothing, "No: it did not."]
- disable: level.bare
- id: own.two
  adds: {base: base}
  reach: before
  pattern: "vs {base}"
"""
CLASS = """\
rise:
  gives: {direction: increase}
  verbs: [rise, {soar: {comparator: ">"}}]
move:
  includes: [rise]
"""


def slips(text: str) -> st.SearchStrategy[str]:
    """The text with one to three slips: letters dropped, doubled or replaced, lines moved."""
    marks = st.sampled_from("{}[]<>()|!:-#&*'\"\\\t\n ,.aZ0é\x00\ufeff")
    places = st.integers(0, len(text) - 1)
    slip = st.tuples(places, st.integers(0, 3), marks)

    def made(chosen: list[tuple[int, int, str]]) -> str:
        changed = text
        for at, dropped, mark in chosen:
            changed = changed[:at] + mark * (dropped < 3) + changed[at + dropped :]
        return changed

    return st.lists(slip, min_size=1, max_size=3).map(made)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("typos") / "own.yaml"


def placed(problems: list[Problem], text: str) -> None:
    """Every problem stands on a line of the file."""
    for problem in problems:
        line, column = problem.position()
        assert 1 <= line <= len(text.splitlines()) + 1
        assert column >= 1


@settings(max_examples=200)
@given(text=slips(RULE))
def test_a_rule_file_with_slips_is_read_or_told(text: str, file: Path) -> None:
    """A rule file with slips of the hand gives rules or problems, each with a place in the file."""
    file.write_text(text, encoding="utf-8")
    data, problems = read_source(file)
    reader = RuleReader(str(file))
    reader.read(data)
    placed([*problems, *reader.problems], text)


@settings(max_examples=100)
@given(text=slips(CLASS))
def test_a_class_file_with_slips_is_read_or_told(text: str, file: Path) -> None:
    """The same of a class file."""
    file.write_text(text, encoding="utf-8")
    data, problems = read_source(file)
    reader = ClassReader(str(file))
    reader.read(data)
    placed([*problems, *reader.problems], text)


@settings(max_examples=8)
@given(rule=slips(RULE), words=slips(CLASS))
def test_the_whole_check_bears_slips(rule: str, words: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The check over the shipped rules ends with findings, whatever stands in a user's folder."""
    folder = tmp_path_factory.mktemp("slips")
    (folder / "classes").mkdir()
    (folder / "own.yaml").write_text(rule, encoding="utf-8")
    (folder / "classes" / "own.yaml").write_text(words, encoding="utf-8")
    _, findings = check([folder])
    assert all(each.message and each.line for each in findings)


@given(st.text(alphabet="ab {}[]<>()|!:.\\-", max_size=40))
def test_any_pattern_parses_or_is_told(text: str) -> None:
    """A pattern of any signs parses or gives an error with a column within it or at its end."""
    assert 0 <= column_of_fault(text) <= len(text) + 1


def column_of_fault(pattern: str) -> int:
    """The column of an error, 0 where there is none."""
    try:
        parse(pattern)
    except GrammarError as error:
        return error.column
    return 0
