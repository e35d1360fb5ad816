"""The loop that an author lives in: explain, draft, score, diff, and the project file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner

from evaluation.article import compare
from pipeline.author.check import check
from pipeline.author.diff import diff
from pipeline.author.draft import draft_all
from pipeline.author.examples import outcomes
from pipeline.author.explain import explain
from pipeline.author.material import Material
from pipeline.author.reading import Reading
from pipeline.author.schema import schema
from pipeline.author.score import score_rules
from pipeline.author.unclaimed import unclaimed
from pipeline.author.wanted import Wanted
from pipeline.cli.app import app
from pipeline.errors import PatternError
from pipeline.model import Document
from pipeline.rules.problems import Problem
from pipeline.rules.project import overlays
from pipeline.rules.reader import RuleReader
from pipeline.rules.tables import SHIPPED

TEXT = "Exports vaulted 5 percent in May. Imports fell 3 percent in May."
GOLD = {
    "id": "one",
    "claims": [
        {"kind": "change", "metric": "exports", "value": "5", "unit": "percent", "direction": "increase",
         "period": "2026-05", "mentions": [[16, 25]]},
        {"kind": "change", "metric": "imports", "value": "3", "unit": "percent", "direction": "decrease",
         "period": "2026-05", "mentions": [[47, 56]]},
    ],
    "statements": [],
}  # fmt: skip
VAULT = """\
- id: own.vault
  kind: change
  priority: 70
  pattern: "{metric:topic} <to vault> [<about>] {value:percent}"
  set: {direction: increase}
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Reading()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with one rule that reads what the shipped ones do not."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "vault.yaml").write_text(VAULT, encoding="utf-8")
    return tmp_path / "own"


@pytest.fixture
def material() -> Material:
    from datetime import date

    return Material((Document("one", TEXT, published=date(2026, 6, 15)),), {"one": GOLD})


def added(reading: Reading, text: str) -> Reading:
    reader = RuleReader("own")
    reader.read(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - strings only
    return reading.with_rules(reader.rules)


def fired(record: dict[str, Any], rule: str) -> dict[str, Any]:
    return next(each for each in record["sentences"][0]["fired"] if each["rule"] == rule)


class TestExplain:
    def test_it_tells_what_fired_and_with_which_slots(self, reading: Reading) -> None:
        """A rule that makes a claim is told with the text in its slots and what its words give."""
        record = explain(reading, "Exports rose 5 percent.")
        assert record["claims"][0]["fields"]["direction"] == "increase"
        won = fired(record, record["claims"][0]["rule"])
        assert (won["outcome"], won["slots"]["value"], won["slots"]["metric"]) == (
            "claims",
            "5 percent",
            "Exports",
        )
        assert won["gives"] == {"direction": "increase"}

    def test_it_tells_to_whom_a_rule_lost(self, reading: Reading) -> None:
        """A rule that matches but does not win is told with the winner."""
        lost = fired(explain(reading, "Exports rose 5 percent."), "level.bare")
        assert (lost["outcome"], lost["lost_to"]) == ("lost", "change.verb")

    def test_it_tells_why_a_match_was_refused(self, reading: Reading) -> None:
        """A rule whose match lacks what the rule needs says what that is."""
        rule = '- id: own.x\n  kind: level\n  pattern: "vaulted {value} {metric:of}"\n  needs: [metric]\n'
        record = explain(added(reading, rule), "Exports vaulted 5 percent.")
        assert fired(record, "own.x")["outcome"] == "refused: nothing fills {metric}"

    @pytest.mark.parametrize(
        ("text", "element", "how", "stood"),
        [
            ("Exports hurdled 5 percent.", "<to vault>", "instead", "hurdled"),
            ("Exports vaulted by 5 percent.", "{value:percent}", "before", "by"),
            ("Exports vaulted $5.", "{value:percent}", "instead", "$ 5"),
        ],
    )
    def test_it_tells_where_a_near_miss_failed(
        self, reading: Reading, text: str, element: str, how: str, stood: str
    ) -> None:
        """A rule that nearly matched is told with the element that failed and what stood there."""
        pattern = "{it:topic} <to vault> {value:percent}"
        rule = f'- id: own.x\n  kind: change\n  priority: 90\n  pattern: "{pattern}"\n'
        misses = explain(added(reading, rule), text)["sentences"][0]["misses"]
        miss = next(each for each in misses if each["rule"] == "own.x")
        assert (miss["element"], miss["how"], miss["stood"]) == (element, how, stood)

    def test_it_explains_a_claim_of_an_output_file(self, tmp_path: Path) -> None:
        """The id of a claim in a JSONL file is enough to ask why it is there."""
        article, out = tmp_path / "a.txt", tmp_path / "a.jsonl"
        article.write_text("Exports rose 5 percent last month.", encoding="utf-8")
        assert CliRunner().invoke(app, ["extract", str(article), "-o", str(out)]).exit_code == 0
        claim = json.loads(out.read_text(encoding="utf-8"))["claims"][0]["id"]
        asked = ["rules", "explain", "--claim", claim, "--in", str(out), "--format", "json"]
        assert json.loads(CliRunner().invoke(app, asked).stdout)["asked"]["id"] == claim


class TestDraft:
    SENTENCES = (
        "Exports vaulted 5 percent in May.",
        "The quarry now yields as many as 40,000 tonnes of slate each season.",
        "Some 300 gulls roost on the pier.",
        'At dusk the "old" bell: weighed in, they said, at 12 tonnes.',
        "A 12 MW turbine spins off the cape.",
        "By May the fund had squirrelled away no less than $3.4 million.",
    )

    def test_a_draft_passes_check_and_test(self, reading: Reading, tmp_path: Path) -> None:
        """Drafted rules have no fault, and their examples hold, in a folder of their own."""
        drafted, failed = draft_all(reading, [Wanted(text) for text in self.SENTENCES])
        assert not failed
        (tmp_path / "d.yaml").write_text("\n".join(each.text for each in drafted), encoding="utf-8")
        library, findings = check([tmp_path])
        assert [str(each) for each in findings if Path(each.file).parent == tmp_path] == []
        together = Reading([tmp_path])
        own = [rule for rule in together.library.rules if Path(rule.file).parent == tmp_path]
        assert len(own) == len(self.SENTENCES)
        assert [each.message for rule in own for each in outcomes(rule, together) if not each.ok] == []
        assert library.problems == ()

    def test_a_draft_from_gold_makes_the_gold_claim(self, reading: Reading) -> None:
        """A miss with its gold claim is drafted as the kind and with the fields that gold wants."""
        ((made,), failed) = draft_all(
            reading, [Wanted("Exports vaulted 5 percent in May.", (16, 25), GOLD["claims"][0])]
        )
        assert not failed
        assert (made.claim.kind, made.claim.metric, made.claim.direction) == ("change", "exports", "increase")
        assert made.entry["examples"][0]["claim"]["period"] == "2026-05"

    def test_words_without_a_figure_can_be_drafted(self, reading: Reading) -> None:
        """A trend is drafted from its word."""
        text = "Visitors thronged to the isles last summer."
        start = text.index("thronged")
        ((made,), _) = draft_all(reading, [Wanted(text, (start, start + 8), {"kind": "trend"})])
        assert "throng" in made.entry["pattern"]

    def test_the_command_drafts_from_the_misses_of_a_report(self, tmp_path: Path) -> None:
        """What an evaluation reports as missed becomes a file of rules that read it, line breaks and all."""
        text = "The bell is old. The harvest\nvaulted, they swore, 7 percent."
        start = text.index("7 percent")
        claim = {
            "kind": "change",
            "metric": "harvest",
            "value": "7",
            "unit": "percent",
            "direction": "increase",
        }
        miss = {"error": "missed", "span": [start, start + 9], "sentence": text[17:],
                "sentence_span": [17, len(text)], "wanted": claim}  # fmt: skip
        report, out = tmp_path / "report.json", tmp_path / "new" / "rules.yaml"
        report.write_text(json.dumps({"errors": [miss]}), encoding="utf-8")
        result = CliRunner().invoke(app, ["rules", "draft", "--misses", str(report), "-o", str(out)])
        assert result.exit_code == 0, result.output
        assert "The harvest vaulted, they swore, 7 percent." in out.read_text(encoding="utf-8")


class TestWeighing:
    def test_a_rule_is_worth_what_is_lost_without_it(self, own: Path, material: Material) -> None:
        """The rule that alone reads a figure is its sole source, and F1 without it is lower."""
        report = score_rules(Reading([own]), material, ["own.", "change.verb"])
        rows = {row["rule"]: row for row in report["rules"]}
        assert (rows["own.vault"]["right"], rows["own.vault"]["wrong"], rows["own.vault"]["sole"]) == (
            1,
            0,
            1,
        )
        assert rows["own.vault"]["gain"] > 0
        assert report["found"]["f1"] == 1
        assert "rank.superlative" in report["silent"]

    def test_figures_that_nobody_claims_are_grouped_by_their_words(self) -> None:
        """Missed figures that share a word which is rare elsewhere stand in one group under it."""
        text = "He saw oxen at some sixtyish. He was at home. The oxen make fiftyish. He saw rye at tennish."
        spans = [
            (text.index(word), text.index(word) + len(word)) for word in ("sixtyish", "fiftyish", "tennish")
        ]
        claims = [{"kind": "level", "value": "1", "mentions": [list(span)]} for span in spans]
        article = compare({"id": "two", "claims": claims, "statements": []}, {})
        groups = unclaimed([article], {"two": text})
        assert [(group["word"], len(group["figures"])) for group in groups] == [("oxen", 2), ("rye", 1)]
        assert groups[0]["figures"][0]["sentence"] == "He saw oxen at some sixtyish."

    def test_a_difference_is_told_claim_by_claim(self, own: Path, material: Material) -> None:
        """A new rule's claim is told with its fields and whether gold agrees, and F1 rises."""
        report = diff([], [own], material)
        (change,) = (each for each in report["changes"] if each["rules"][1] == "own.vault")
        assert change["right"][1] is True
        assert change["fields"]["direction"] == [None, "increase"]
        assert report["differences"]["total.found"]["difference"] > 0

    def test_the_same_rules_differ_in_nothing(self, own: Path, material: Material) -> None:
        """Two equal rule sets give no change."""
        assert diff([own], [own], material)["changes"] == []


class TestProjectFile:
    def test_it_names_folders_for_every_command(
        self, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Rules of a folder that onrecord.toml names are in force in the working folder without an option."""
        (tmp_path / "onrecord.toml").write_text(f'patterns = ["{own.name}"]\n', encoding="utf-8")
        (tmp_path / "a.txt").write_text("Exports vaulted 5 percent last month.", encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        assert overlays([Path("more")]) == [Path("own"), Path("more")]
        result = CliRunner().invoke(app, ["extract", "a.txt"])
        assert [claim["rule"] for claim in json.loads(result.stdout)["claims"]] == ["own.vault"]
        explained = CliRunner().invoke(
            app, ["rules", "explain", "Exports vaulted 5 percent.", "--format", "json"]
        )
        assert json.loads(explained.stdout)["claims"][0]["rule"] == "own.vault"

    @pytest.mark.parametrize(
        ("text", "line", "problem"),
        [
            ("patterns = [own]", 1, "not valid TOML"),
            ('\npatterns = "own"', 2, "a list of folders"),
            ('# rules\n\npaterns = ["own"]', 3, "`paterns` is no setting"),
            ('patterns = ["none"]', 1, "there is no folder none"),
        ],
    )
    def test_faults_in_it_are_told(
        self, text: str, line: int, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A fault in the project file is told with its line."""
        (tmp_path / "onrecord.toml").write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        with pytest.raises(PatternError, match=problem) as caught:
            overlays()
        assert caught.value.line == line


_FILES = [*(SHIPPED / "rules").glob("*.yaml"), *(SHIPPED / "classes").glob("*.yaml")]


class TestSchema:
    def test_the_file_is_the_schema_of_the_code(self) -> None:
        """patterns/schema.json is what `onrecord rules schema` prints."""
        assert json.loads((SHIPPED / "schema.json").read_text(encoding="utf-8")) == schema()

    @pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
    def test_shipped_files_fit_it(self, path: Path) -> None:
        """Every rule and class file that ships fits the schema."""
        if path.name == "irregular_verbs.yaml":
            pytest.skip("a table of verb forms")
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        jsonschema.Draft202012Validator(schema()).validate(data)

    @pytest.mark.parametrize(
        "entry", [{"id": "a", "pattern": "x", "kidn": "level"}, {"id": "a", "kind": "level"}]
    )
    def test_it_underlines_faults(self, entry: dict[str, str]) -> None:
        """A misspelt key and a missing pattern do not fit."""
        assert not jsonschema.Draft202012Validator(schema()).is_valid([entry])


class TestCommands:
    @pytest.mark.parametrize(
        ("arguments", "code", "told"),
        [
            (["check"], 2, "r.yaml:3:12: "),
            (["test"], 2, "r.yaml:3:12: "),
            (["explain", "It rose 5%."], 2, "r.yaml:3:12: "),
            (["draft", "It rose 5%."], 2, "r.yaml:3:12: "),
        ],
    )
    def test_a_broken_rule_ends_no_command_in_a_traceback(
        self, arguments: list[str], code: int, told: str, tmp_path: Path
    ) -> None:
        """Every command names file, line and column of a broken rule, and leaves with status 2."""
        import subprocess
        import sys

        (tmp_path / "r.yaml").write_text('- id: a\n  kind: level\n  pattern: "[up"\n', encoding="utf-8")
        command = [sys.executable, "-m", "pipeline", "rules", *arguments, "--patterns", str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == code
        assert told in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr

    def test_failing_examples_are_told_with_their_line(self, tmp_path: Path) -> None:
        """`rules test` leaves with status 1 and names the line of the example, also as JSON."""
        text = VAULT + "  examples:\n    - text: Exports vaulted 5 percent.\n      claim: {value: '6'}\n"
        text += "  not: [Exports vaulted 7 percent.]\n  known_misses: [Exports vaulted 8 percent.]\n"
        (tmp_path / "r.yaml").write_text(text, encoding="utf-8")
        asked = ["rules", "test", "--patterns", str(tmp_path), "--file", "r.yaml"]
        result = CliRunner().invoke(app, asked)
        assert result.exit_code == 1
        assert "wanted value=6" in result.stdout
        report = json.loads(CliRunner().invoke(app, [*asked, "--format", "json"]).stdout)
        assert [(each["kind"], each["line"], each["ok"]) for each in report["outcomes"]] == [
            ("example", 7, False),
            ("counter-example", 9, False),
            ("known miss", 10, False),
        ]


def test_a_problem_of_a_file_that_is_gone_has_a_place() -> None:
    """A file that can no longer be read gives line 1."""
    assert Problem("gone.yaml", (0, "id"), "x").position() == (1, 1)
