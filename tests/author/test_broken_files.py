"""What an author is told about broken files: the line, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.author.check import Finding, check
from pipeline.errors import PatternError
from pipeline.rules.library import checked_library

GOOD = """\
- id: mine.fetch
  kind: level
  pattern: "{metric:topic} <to fetch> [<about>] {value:money}"
"""


def rule(pattern: str, rest: str = "") -> str:
    """A rule file of one rule: its pattern, as YAML, stands in line 3 and the rest from line 4 on."""
    return f"- id: a\n  kind: level\n  pattern: {pattern}\n{rest}"


def example(text: str) -> str:
    return GOOD + "  examples:\n" + text


# what is wrong: (text of the rule file, line, what the message says, what the remedy says)
RULES = {
    "tab as indent": ("- id: a\n\tkind: level\n", 2, "not valid YAML", "spaces, not with tabs"),
    "unquoted slot": (rule("{value:money} up"), 3, "not valid YAML", "in quotes"),
    "one unquoted slot": (rule("{value}"), 3, "not text", "in quotes"),
    "quote never closed": (rule('"{value'), 4, "not valid YAML", "quotes"),
    "tag from a bang": (rule("!up {value}"), 3, "drops it", "in quotes"),
    "key given twice": (rule('"at {value}"', "  kind: change\n"), 4, "stands here twice", "remove one"),
    "no list": ("id: a\nkind: level\n", 1, "a list of rules", "- id:"),
    "entry is a word": ("- level\n", 1, "not a rule", "- id:"),
    "no id": ('- kind: level\n  pattern: "at {value}"\n', 1, "no id", "add `id"),
    "misspelt key": ('- id: a\n  patern: "at {value}"\n', 2, "`patern`", "did you mean `pattern`?"),
    "no pattern": ("- id: a\n  kind: level\n", 1, "no pattern", "add `pattern"),
    "empty pattern": (rule('""'), 3, "empty", "write the words"),
    "makes nothing": ('- id: a\n  pattern: "at {value}"\n', 1, "makes no claim", "add `kind:`"),
    "unknown kind": ('- id: a\n  kind: levle\n  pattern: "at {value}"\n', 2, "`levle`", "`level`"),
    "bracket never closed": (rule('"[about {value}"'), 3, "never closed", "`]`"),
    "bracket never opened": (rule('"about] {value}"'), 3, "never opened", "\\]"),
    "unknown slot type": (rule('"{value:mony} spent"'), 3, "`mony` is not a slot type", "`money`"),
    "no name for a slot": (rule('"at {Value}"'), 3, "`{Value}` is not a slot", "{slot:type}"),
    "unknown class": (rule('"<up_donw> {value}"'), 3, "<up_donw>", "`up_down`"),
    "no name for a class": (rule('"<UP> {value}"'), 3, "`<UP>` is not a class name", "<to rise>"),
    "part that a class lacks": (rule('"<up_down.verbs> {value}"'), 3, "no verbs", "<up_down>"),
    "role and mention mixed": (rule('"at {value:money|topic}"'), 3, "mixes", ""),
    "priority in words": (rule('"at {value}"', "  priority: high\n"), 4, "`high`", "50"),
    "unknown field set": (rule('"at {value}"', "  set: {metrics: a}\n"), 4, "`metrics`", "`metric`"),
    "impossible value": (rule('"at {value}"', "  set: {direction: up}\n"), 4, "`up`", "increase"),
    "id used twice": (GOOD + GOOD, 4, "used twice", "another id"),
    "slot to need is missing": (GOOD + "  needs: [metrik]\n", 4, "{metrik}", "`metric`"),
    "slot to know is missing": (GOOD + "  known: [topic]\n", 4, "{topic}", "known are"),
    "slot of a condition is missing": (GOOD + "  where: {good: about}\n", 4, "{good}", "known are"),
    "class of a condition is missing": (GOOD + "  where: {metric: abuot}\n", 4, "<abuot>", "about"),
    "slot to block is missing": (rule('"so {value}"', "  blocks: figure\n"), 4, "{figure}", "known are"),
    "slot to add is missing": ('- id: a\n  adds: [period]\n  pattern: vs {base}\n', 2, "{period}", "known"),
    "field to add": ('- id: a\n  adds: {bases: base}\n  pattern: vs {base}\n', 2, "`bases`", "`base`"),
    "wrong reach": ('- id: a\n  adds: [base]\n  reach: back\n  pattern: vs {base}\n', 3, "`back`", "before"),
    "claims and adds at once": (GOOD + "  adds: {metric: metric}\n", 4, "not both", "two rules"),
    "makes is no list": ('- id: a\n  makes: level\n  pattern: at {value}\n', 2, "list of claims", "makes: ["),
    "slot to make of is missing": (
        '- id: a\n  makes: [{kind: level, value: level}]\n  pattern: "at {value}"\n', 2, "{level}", "value"
    ),
    "example without text": (example("    - claim: {value: '5'}\n"), 5, "no text", "write `- text"),
    "example with a colon": (example("    - Costs: it fetched $5\n"), 5, "no text", "quote"),
    "example wants a unit in its figure": (
        example("    - text: It fetched $5.\n      claim: {value: $5}\n"), 6, "not a plain number", "in full"
    ),
    "example wants a field that is none": (
        example("    - text: It fetched $5.\n      claim: {valeu: '5'}\n"), 6, "`valeu`", "`value`"
    ),
    "example on no day": (example("    - {text: It cost $5, published: 3 May}\n"), 5, "no date", "2026-"),
    "example that is a counter-example": (
        example("    - It fetched $5.\n") + "  not: [It fetched $5.]\n", 6, "and must not", "keep it"
    ),
    "examples that differ": (
        example("    - {text: It cost $5., claim: {value: '5', metric: price}}\n")
        + "    - {text: It cost $5., claim: {value: '5', metric: cost}}\n",
        6, "metric is `cost` here and `price`", "correct one",
    ),
    "counter-examples are no list": (GOOD + "  not: {a: b}\n", 4, "list of texts", "`not: ["),
    "rule to disable is missing": ("- disable: level.raech\n", 1, "level.raech", "`level.reach`"),
    "matches anything": (rule('"{metric:topic} [up]"'), 3, "nothing at all", "add a word"),
    "rules out what it wants": (rule('"cost !up up {value}"'), 3, "never match", "`!`"),
    "word inside a figure": (rule('"{value:number} percent"'), 3, "`percent`", "{slot}"),
    "word inside a period": (rule('"last year cost {value}"'), 3, "`last year`", "{slot}"),
    "found by nothing": (rule('"{metric:phrase} [up]"'), 3, "found by", "three letters"),
    "ways that multiply": (rule(f'"at{" ... on" * 5} {{value}}"'), 3, "multiply", "fewer"),
    "role ruled out": (rule('"at {value} !{metric:topic}"'), 3, "rule out a role", "name a word"),
    "option ruled out at the start": (rule('"![about] {value}"'), 3, "at the start", "!word"),
}  # fmt: skip

# the same of class files
CLASSES = {
    "no names": ("- rise\n", 1, "names classes", "words: ["),
    "no words": ("leap:\n", 1, "no words", "words: ["),
    "misspelt part": ("leap:\n  verb: [leap]\n", 2, "`verb`", "`verbs`"),
    "capital in the name": ("Leap:\n  verbs: [leap]\n", 1, "no name", "small letters"),
    "unknown class included": ("hop:\n  includes: [mvoe]\n", 2, "`mvoe`", "`move`"),
    "circle": ("up:\n  includes: [on]\non:\n  includes: [up]\n", 2, "each other", "remove one"),
    "unknown field given": ("leap:\n  gives: {way: up}\n  verbs: [leap]\n", 2, "`way`", "known are"),
    "word gives no value": ("leap:\n  verbs:\n    - leap: up\n", 3, "gives nothing", "direction: increase"),
    "one word for words": ("leap:\n  verbs: leap\n", 2, "list of words", "[one, two]"),
    "empty word": ("leap:\n  words: [a, '']\n", 2, "no word", "write a word"),
}


def findings(folder: Path, name: str, text: str) -> list[Finding]:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return [each for each in check([folder])[1] if each.file == str(file)]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    """What one run of the check says of all the broken files together, by the name of the file."""
    folder = tmp_path_factory.mktemp("broken")
    (folder / "classes").mkdir()
    for name, (text, *_) in RULES.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    for name, (text, *_) in CLASSES.items():
        (folder / "classes" / f"{name}.yaml").write_text(text, encoding="utf-8")
    found: dict[str, list[Finding]] = {}
    for each in check([folder])[1]:
        found.setdefault(each.file, []).append(each)
    return {str(Path(file).relative_to(folder)): each for file, each in found.items() if str(folder) in file}


@pytest.mark.parametrize("name", RULES)
def test_a_broken_rule_file_is_told_with_line_and_remedy(name: str, told: dict[str, list[Finding]]) -> None:
    """Every kind of broken rule file gives a message that names the line and what to do."""
    assert_told(told.get(f"{name}.yaml", []), *RULES[name])


@pytest.mark.parametrize("name", CLASSES)
def test_a_broken_class_file_is_told_with_line_and_remedy(name: str, told: dict[str, list[Finding]]) -> None:
    """Every kind of broken class file gives a message that names the line and what to do."""
    assert_told(told.get(f"classes/{name}.yaml", []), *CLASSES[name])


def assert_told(findings: list[Finding], text: str, line: int, message: str, remedy: str) -> None:
    found = [each for each in findings if message in each.message]
    assert found, "nothing says so"
    assert found[0].line == line
    assert remedy in found[0].remedy
    assert found[0].source == [*text.splitlines(), ""][line - 1]


def test_a_good_file_is_not_blamed(tmp_path: Path) -> None:
    """A sound rule over the shipped ones gives no finding."""
    assert findings(tmp_path, "r.yaml", GOOD) == []


def test_all_problems_come_in_one_run(tmp_path: Path) -> None:
    """A file with three faults gives three findings, in order of line."""
    text = '- id: a\n  kind: levl\n  priority: high\n  pattern: "{x:mony}"\n'
    assert [each.line for each in findings(tmp_path, "r.yaml", text)] == [2, 3, 4]


def test_the_column_points_into_the_pattern(tmp_path: Path) -> None:
    """The column of a fault within a pattern is that of the element at fault."""
    text = '- id: a\n  kind: level\n  pattern: "about {value:mony}"\n'
    (found,) = findings(tmp_path, "r.yaml", text)
    assert text.splitlines()[found.line - 1][found.column - 1 :].startswith("value:mony")


def test_a_file_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are a finding at their line, no traceback."""
    (tmp_path / "r.yaml").write_bytes(b"- id: a\n  says: caf\xe9\n")
    (found,) = (each for each in check([tmp_path])[1] if each.file.endswith("r.yaml"))
    assert (found.line, found.remedy) == (2, "save the file as UTF-8")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    """A file saved by Windows' editor reads like any other."""
    (tmp_path / "r.yaml").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert not [each for each in check([tmp_path])[1] if each.file.endswith("r.yaml")]


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    """A folder that does not exist is a finding."""
    assert "no such folder" in check([tmp_path / "none"])[1][0].message


def test_the_same_id_in_two_files_of_a_folder_is_told(tmp_path: Path) -> None:
    """Two files of a folder cannot define one rule, since neither would win for a reason."""
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    assert "stands in a.yaml too" in findings(tmp_path, "b.yaml", GOOD)[0].message


def test_nothing_runs_with_broken_rules(tmp_path: Path) -> None:
    """The first fault ends the loading of rules for work, with file, line and column."""
    (tmp_path / "r.yaml").write_text('- id: a\n  kind: level\n  pattern: "[up"\n', encoding="utf-8")
    with pytest.raises(PatternError, match=r"r\.yaml:3:12: .*never closed"):
        checked_library([tmp_path])


def test_the_shipped_rules_are_sound() -> None:
    """The rules that ship have no fault."""
    assert [str(each) for each in check()[1]] == []
