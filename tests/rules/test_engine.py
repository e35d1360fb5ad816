"""The engine with rules of one's own: adjuncts, order, priorities, hostile patterns and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.author.examples import shown
from pipeline.author.reading import Reading
from pipeline.model import Claim
from pipeline.rules.effort import LIMIT, effort
from pipeline.rules.grammar import parse
from pipeline.rules.library import read_library
from pipeline.rules.reader import RuleReader
from pipeline.rules.rule import Rule

Entry = dict[str, Any]


@pytest.fixture(scope="module")
def shipped() -> Reading:
    return Reading()


def rules(*entries: Entry) -> list[Rule]:
    reader = RuleReader("test")
    reader.read(list(entries))
    assert not reader.problems
    return reader.rules


def claims(reading: Reading, text: str, *entries: Entry) -> list[Claim]:
    return list(reading.with_rules(rules(*entries)).claims(text))


class TestAdjuncts:
    SINCE: ClassVar[Entry] = {
        "id": "test.since",
        "pattern": "set against {base:period}",
        "adds": ["base"],
        "reach": "before",
    }
    SOURCE: ClassVar[Entry] = {
        "id": "test.source",
        "pattern": "per {source:phrase}",
        "adds": "source",
        "reach": "sentence",
    }
    HEARSAY: ClassVar[Entry] = {
        "id": "test.hearsay",
        "pattern": "supposedly",
        "set": {"modality": "possible"},
        "reach": "after",
    }

    def test_one_adds_to_a_claim_of_another_rule(self, shipped: Reading) -> None:
        """A period that an adjunct binds becomes the base of the nearest claim before it."""
        (claim,) = claims(shipped, "Exports rose 5% in May set against March 2020.", self.SINCE)
        assert claim.base == "2020-03"
        assert claim.rule.startswith("change.")

    def test_reach_is_a_side(self, shipped: Reading) -> None:
        """An adjunct that reaches after itself leaves claims before it alone."""
        first, second = claims(shipped, "Exports rose 5% and imports supposedly fell 3%.", self.HEARSAY)
        assert (first.modality, second.modality) == ("reported", "possible")

    def test_it_says_nothing_where_no_claim_is_in_reach(self, shipped: Reading) -> None:
        """An adjunct alone makes no claim."""
        assert claims(shipped, "Supposedly he left.", self.HEARSAY) == []

    def test_a_slot_gives_a_phrase(self, shipped: Reading) -> None:
        """A phrase in an adjunct's slot names the source in its own words."""
        (claim,) = claims(shipped, "Exports rose 5% per customs data.", self.SOURCE)
        assert claim.source == "customs data"

    def test_several_add_to_one_claim(self, shipped: Reading) -> None:
        """Adjuncts add up: two constructions need two rules, whatever the claim."""
        text = "Exports supposedly rose 5% in May set against March 2020."
        (claim,) = claims(shipped, text, self.SINCE, self.HEARSAY)
        assert (claim.base, claim.modality) == ("2020-03", "possible")

    def test_the_claim_of_higher_priority_stays(self, shipped: Reading) -> None:
        """What the claim's own rule fixes is not changed by an adjunct."""
        own = {"id": "test.own", "pattern": "supposedly hauled {value:measure}", "kind": "level",
               "priority": "99", "set": {"modality": "planned"}}  # fmt: skip
        (claim,) = claims(shipped, "It supposedly hauled 5 tonnes.", own, self.HEARSAY)
        assert claim.modality == "planned"

    def test_the_adjunct_of_higher_priority_wins(self, shipped: Reading) -> None:
        """Of two adjuncts that give one field the one of higher priority does, though its id comes later."""
        rival = self.HEARSAY | {"id": "test.rival", "set": {"modality": "planned"}, "priority": "80"}
        (claim,) = claims(shipped, "Exports supposedly rose 5%.", self.HEARSAY, rival)
        assert claim.modality == "planned"


class TestWords:
    def test_one_verb_is_read_in_all_forms(self, shipped: Reading) -> None:
        """`<to vault>` stands for vaults, vaulted and vaulting, and finds the rule."""
        rule = {
            "id": "test.vault",
            "pattern": "{metric:topic} <to vault> [by] {value:percent}",
            "kind": "change",
        }
        for verb in ("vault", "vaulted", "vaults"):
            (claim,) = claims(shipped, f"Exports {verb} 5%.", rule)
            assert claim.rule == "test.vault"

    def test_one_noun_is_read_in_both_numbers(self, shipped: Reading) -> None:
        """`<a berth>` stands for berth and berths."""
        rule = {"id": "test.berth", "pattern": "{value:count} <a berth>", "kind": "level", "priority": "90"}
        for text in ("The dock has 40 berths.", "The dock has 1 berth."):
            (claim,) = claims(shipped, text, rule)
            assert claim.rule == "test.berth"

    def test_a_choice_of_words_finds_its_rule(self, shipped: Reading) -> None:
        """A rule whose only words stand in a choice is found by them, in a sentence without a figure too."""
        rule = {"id": "test.hop", "pattern": "{metric:topic} (hops|skips) upward", "kind": "trend",
                "set": {"direction": "increase"}}  # fmt: skip
        assert [claim.rule for claim in claims(shipped, "Unemployment hops upward.", rule)] == ["test.hop"]

    def test_a_bang_after_a_role_looks_back(self, shipped: Reading) -> None:
        """A `!` that only roles stand before rules out what stands before the match."""
        rule = {"id": "test.soar", "pattern": "{metric:topic} !(hardly|never) vaulted {value:percent}",
                "kind": "change"}  # fmt: skip
        assert [claim.rule for claim in claims(shipped, "Exports vaulted 5%.", rule)] == ["test.soar"]
        made = claims(shipped, "Exports never vaulted 5%.", rule)
        assert "test.soar" not in [claim.rule for claim in made]


class TestPriorities:
    LOW: ClassVar[Entry] = {
        "id": "test.a_low",
        "pattern": "{metric:topic} vaulted {value:percent}",
        "kind": "level",
        "priority": "60",
    }
    HIGH: ClassVar[Entry] = {
        "id": "test.z_high",
        "pattern": "vaulted {value:percent}",
        "kind": "change",
        "priority": "61",
    }

    def test_the_higher_wins(self, shipped: Reading) -> None:
        """Of two rules that claim a figure the one of higher priority does, though it asks for less."""
        (claim,) = claims(shipped, "Exports vaulted 5%.", self.LOW, self.HIGH)
        assert claim.rule == "test.z_high"

    def test_the_longer_wins_among_equals(self, shipped: Reading) -> None:
        """Of two equal rules as near to the figure the one whose match is longer wins."""
        longer = {"id": "test.z_longer", "pattern": "vaulted {value:percent} [in] {period}", "kind": "level",
                  "priority": "61"}  # fmt: skip
        (claim,) = claims(shipped, "Exports vaulted 5% in May.", self.HIGH, longer)
        assert claim.rule == "test.z_longer"

    def test_a_blocking_rule_stops_lower_ones(self, shipped: Reading) -> None:
        """No rule of lower priority claims a figure in a blocked slot."""
        block = {"id": "test.block", "pattern": "room {value:count}", "blocks": "value", "priority": "95"}
        assert claims(shipped, "They met in room 300 today.", block) == []


FILES = ("a.yaml", "b.yaml", "rules/c.yaml")
OWN = [
    '- id: own.vault\n  kind: change\n  pattern: "{metric:topic} <vault> {value:percent}"\n',
    '- id: own.leap\n  kind: change\n  priority: 80\n  pattern: "<vault> {value:percent}"\n',
    '- id: own.loan\n  kind: level\n  priority: 80\n  pattern: "{value:money} <a loan>"\n',
    '- id: own.against\n  adds: [base]\n  pattern: "set against {base:period}"\n',
    "- disable: level.worth\n",
    '- id: level.reach\n  kind: level\n  pattern: "{metric:topic} <to hit> {value}"\n',
]
TEXT = (
    "Exports vaulted 5% in May set against March 2020, and imports hit $3 billion. A $2 million loan worth "
    "$3 million was paid. Wages reached $400, up from $300 in April."
)


@pytest.fixture(scope="module")
def as_written(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The claims with all rules in one file."""
    return made_by(tmp_path_factory.mktemp("order"), OWN, ["a.yaml"] * len(OWN))


def made_by(folder: Path, order: Sequence[str], homes: Sequence[str]) -> list[str]:
    """The claims of TEXT with rules spread over files."""
    for name in ("rules", "classes"):
        (folder / name).mkdir()
    (folder / "classes" / "own.yaml").write_text("vault:\n  verbs: [vault]\n", encoding="utf-8")
    for rule, home in zip(order, homes, strict=True):
        with (folder / home).open("a", encoding="utf-8") as file:
            file.write(rule)
    return [f"{claim.rule} {claim.mentions} {shown(claim)}" for claim in Reading([folder]).claims(TEXT)]


@settings(max_examples=5)
@given(order=st.permutations(OWN), homes=st.lists(st.sampled_from(FILES), min_size=6, max_size=6))
def test_the_order_of_files_and_rules_says_nothing(
    order: Sequence[str],
    homes: Sequence[str],
    as_written: list[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """However rules are spread over files and ordered in them, the same claims come."""
    assert {"own.leap", "own.loan", "level.reach"} <= {made.split()[0] for made in as_written}
    assert made_by(tmp_path_factory.mktemp("order"), order, homes) == as_written


def test_a_later_folder_wins(tmp_path: Path) -> None:
    """Of two folders laid over the shipped rules the later one's rule of an id is in force; one can disable
    it.
    """
    for number in (1, 2):
        (tmp_path / str(number)).mkdir()
        text = f'- id: own.x\n  kind: level\n  pattern: "word{number} {{value}}"\n'
        (tmp_path / str(number) / "r.yaml").write_text(text, encoding="utf-8")
    one, two = tmp_path / "1", tmp_path / "2"
    assert [rule.pattern for rule in read_library([one, two]).rules if rule.id == "own.x"] == [
        "word2 {value}"
    ]
    assert [rule.pattern for rule in read_library([two, one]).rules if rule.id == "own.x"] == [
        "word1 {value}"
    ]
    (two / "r.yaml").write_text("- disable: own.x\n", encoding="utf-8")
    assert "own.x" not in [rule.id for rule in read_library([one, two]).rules]


def test_a_class_can_be_extended(tmp_path: Path) -> None:
    """`extend: true` adds words to a shipped class; without it the class is replaced."""
    (tmp_path / "classes").mkdir()
    file = tmp_path / "classes" / "c.yaml"
    file.write_text("rise:\n  extend: true\n  verbs: [vault]\n", encoding="utf-8")
    forms = read_library([tmp_path]).classes.forms
    assert forms["rise"]["vaulted"] == {"direction": "increase"}
    assert "rose" in forms["move"]
    assert "vaulted" in forms["move"]
    file.write_text("rise:\n  verbs: [vault]\n", encoding="utf-8")
    assert "rose" not in read_library([tmp_path]).classes.forms["rise"]


HOSTILE = (
    "a ... a ... a ... a {value}",
    "[a ... [a ... [a ... ]]] a {value}",
    "{metric:phrase} ... {subject:phrase} of .. {value}",
    "(a|a a|a a a) ... (a|a a|a a a) ... a ... b {value}",
)


@pytest.mark.parametrize("pattern", HOSTILE)
def test_no_pattern_explodes(pattern: str, shipped: Reading) -> None:
    """Nested gaps over a sentence of 5,000 words come to an end at once."""
    rule = {"id": "test.hostile", "pattern": pattern, "kind": "level"}
    reading = shipped.with_rules(rules(rule))
    compiled = next(each for each in reading.library.compiled.rules if each.rule.id == "test.hostile")
    alphabet = reading.library.compiled.alphabet
    for words in (["a"], ["a", "of"], ["word", "of", "a"]):
        line = "".join(alphabet.token(words[n % len(words)], "NN") for n in range(5000))
        assert compiled.expression.search(line) is None


def test_every_shipped_pattern_stays_within_the_limit() -> None:
    """No pattern that ships, and none that is accepted, has more ways than the limit allows."""
    assert max(effort(rule.tree) for rule in read_library().rules) <= LIMIT
    assert effort(parse(" ... ".join(["a"] * 7))) > LIMIT


def test_a_sentence_of_5000_words_is_read(shipped: Reading) -> None:
    """A sentence of 5,000 words with 400 figures and as many triggers gives a claim for each figure."""
    filler = "at mills, docks and yards along the long road to the coast of the far south as well as inland"
    text = "Exports rose " + f" {filler} and rose ".join(f"{n}% to ${n} million" for n in range(2, 202)) + "."
    assert len(text.split()) >= 5000
    assert len({claim.mentions[0] for claim in shipped.claims(text)}) >= 380
