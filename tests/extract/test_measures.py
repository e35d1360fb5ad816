"""What a figure could measure, and what is told of each."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.choice import Candidates
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.measures import measures
from pipeline.extract.phrases import Topic
from pipeline.model import Claim, Quantity
from pipeline.rules.grammar import parse
from pipeline.rules.rule import Rule

RULE = Rule("level.verb", "reached", parse("reached"))
TONNES = Quantity("quantity", Decimal(5), unit="tonne")
SHARE = Quantity("percent", Decimal(5))


@pytest.fixture
def weigh(sentence):
    """The candidates for `Car thefts hit exports , which reached [the figure]`, after a harvest in tonnes."""
    before = sentence("reached VBD reached ROOT", "5 CD reached obj", **{"5": TONNES})
    claim = Claim("level", ((0, 1),), (0, 1), RULE.id, metric="harvest", unit="tonne")
    told = Told(Draft("level", RULE, before, (0, 1), 1, 0, (0, 1), 1, TONNES), claim, True, True)

    def run(chosen: str | None, quantity: Quantity = TONNES) -> Candidates:
        said = sentence(
            "Car NN thefts compound", "thefts NNS hit nsubj", "hit VBD hit ROOT", "exports NNS hit obj",
            ", , exports punct", "which WDT reached nsubj", "reached VBD exports acl:relcl",
            "5t CD reached obj", **{"5t": quantity},
        )  # fmt: skip
        draft = Draft("level", RULE, said, (0, 2), 7, 6, (0, 2), 1, quantity, slots={"metric": 3})
        return measures(draft, Topic(3, "exports"), chosen, "test", None, Discourse(told=[told]))

    return run


def test_candidates_are_nouns_and_what_was_told(weigh) -> None:
    """Ids and phrases of the sentence's nouns, the metric told before, and nothing."""
    found = weigh("exports").found
    assert {"exports", "car thefts", "harvest", None} <= set(found)
    assert {"id", "id of a noun", "topic id", "the metric itself (id)", "slot metric (id)"} <= found[
        "exports"
    ]
    assert {"told last", "told first", "told in unit last"} <= found["harvest"]
    assert "told here last" not in found["harvest"]


def test_the_rules_choice_and_how_they_came_to_it(weigh) -> None:
    """The chosen metric is marked with rule, family and way; nothing is where they choose nothing."""
    marks = {"chosen", "chosen by level", "chosen by level.verb", "chosen by way of test"}
    assert marks <= weigh("exports").found["exports"]
    assert "chosen none" in weigh(None).found[None]
    assert "chosen none" not in weigh("exports").found[None]


def test_a_part_of_the_chosen_phrase_is_a_candidate_too(weigh) -> None:
    """`car thefts` may be meant where the rules choose `car thefts abroad`: either may say enough."""
    assert {"car thefts", "car thefts abroad"} <= set(weigh("car thefts abroad").found)


def test_one_of_several_things_counted_together_is_no_candidate(weigh) -> None:
    """Where the rules choose `car thefts and fires`, the figure is not that of the thefts alone."""
    assert "car thefts" not in weigh("car thefts and fires").found


def test_what_cannot_be_told_in_the_unit(weigh) -> None:
    """No harvest is told as a level in percent; what the rules choose stays whatever its unit."""
    assert "harvest" not in weigh("exports", SHARE).found
    assert "harvest" in weigh("harvest", SHARE).found
    assert "exports" in weigh("exports", SHARE).found


def test_the_unit_speaks(weigh) -> None:
    """A percentage may be a share, tonnes are none, and the unit goes with what a metric is."""
    found = weigh("exports", SHARE).found
    assert "of its type" in found["share"]
    assert "exports: percent" in found["exports"]
    assert "share" not in weigh("exports").found
    assert {"exports: tonne", "topic id: level: tonne"} <= weigh("exports").found["exports"]


def test_title_and_what_was_told_most_speak(weigh) -> None:
    """What the title names and how often a metric was told of before are told of it."""
    found = weigh("exports").found
    assert {"told 1 times", "told most", "4 quarters of what is told"} <= found["harvest"]
    assert "told 0 times" in found["exports"]
    assert not {"in the title", "told most"} & found["exports"]
