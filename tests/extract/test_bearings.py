"""How nouns bear on a figure: by role, clause, distance and company."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.bearings import bearings, clauses
from pipeline.extract.drafts import Draft
from pipeline.model import Name, Quantity
from pipeline.rules.grammar import parse
from pipeline.rules.rule import Rule

FIVE = Quantity("percent", Decimal(5))
RULE = Rule("change.verb", "fell", parse("fell"))


@pytest.fixture
def draft(sentence) -> Draft:
    """`In Quito , Chile said exports to Peru fell 5% in Lima`, of which the metric's noun is `exports`."""
    names = {word: Name("country", word) for word in ("Quito", "Chile", "Peru", "Lima")}
    said = sentence(
        "In IN Quito case", "Quito NNP said obl", ", , said punct", "Chile NNP said nsubj",
        "said VBD said ROOT", "exports NNS fell nsubj", "to IN Peru case", "Peru NNP exports nmod",
        "fell VBD said ccomp", "5% CD fell obl", "in IN Lima case", "Lima NNP fell obl",
        **names, **{"5%": FIVE},
    )  # fmt: skip
    return Draft("change", RULE, said, (0, 2), 9, 8, (0, 2), 1, FIVE, slots={"metric": 5})


@pytest.fixture
def tells(draft: Draft) -> dict[str, set[str]]:
    return {noun.text: told for noun, told in bearings(draft, 5)}


def test_the_clauses_of_a_figure_go_upwards(draft: Draft) -> None:
    """The figure's own clause comes first, then the one that it hangs by."""
    assert clauses(draft) == (8, 4)


def test_roles_towards_the_figure_and_its_metric(tells) -> None:
    """Subject of its clause, of the one above, a phrase of the metric, a phrase of the clause."""
    assert {"own subject of its clause", "the metric itself", "slot metric", "same clause"} <= tells[
        "exports"
    ]
    assert {"own subject of the clause above", "clause above", "a subject above", "says"} <= tells["Chile"]
    assert "to phrase of the metric" in tells["Peru"]
    assert "in phrase of its clause" in tells["Lima"]
    assert not any(told.endswith("its clause") for told in tells["Chile"])


def test_distance_and_company(tells) -> None:
    """How far before or behind, the first and the nearest names, and what stands before the first comma."""
    assert {"before", "before by 0", "nearest name before"} <= tells["Peru"]
    assert {"behind", "behind by 0", "nearest name behind"} <= tells["Lima"]
    assert {"before by 2", "first name", "in front"} <= tells["Quito"]
    assert not any(
        {"in front", "first name", "only name"} & tells[name] for name in ("Chile", "Peru", "Lima")
    )


def test_statements_and_commas_part_nouns_from_the_figure(sentence) -> None:
    """`while` begins a new statement: who opens it, who stands in another, how many commas lie between."""
    said = sentence(
        "Chile NNP lost nsubj", "lost VBD lost ROOT", ", , gained punct", "while IN gained mark",
        "Peru NNP gained nsubj", ", , gained punct", "it PRP said nsubj", "said VBD gained parataxis",
        ", , gained punct", "gained VBD lost advcl", "5% CD gained obj", ", , gained punct",
        "twice RB Cuba advmod", "Cuba NNP gained obl",
        Chile=Name("country", "Chile"), Peru=Name("country", "Peru"), Cuba=Name("country", "Cuba"),
        **{"5%": FIVE},
    )  # fmt: skip
    draft = Draft("change", RULE, said, (0, 2), 10, 9, (0, 2), 1, FIVE)
    told = {noun.text: tells for noun, tells in bearings(draft, -1)}
    assert {"name opening the statement", "in the statement", "before over 2 commas"} <= told["Peru"]
    assert {"in another statement", "before over 3 commas"} <= told["Chile"]
    assert "behind over 1 commas" in told["Cuba"]
    assert not {"in the statement", "in another statement"} & told["Cuba"]


def test_without_a_metric_there_is_no_role_towards_it(sentence) -> None:
    """Where no noun tells the metric nothing bears on it or on the last word for it."""
    said = sentence(
        "Chile NNP lost nsubj", "lost VBD lost ROOT", "5% CD lost obj", "to IN ports case",
        "Peru NNP ports nmod:poss", "'s POS Peru case", "ports NNS lost obl",
        Chile=Name("country", "Chile"), Peru=Name("country", "Peru"), **{"5%": FIVE},
    )  # fmt: skip
    draft = Draft("change", RULE, said, (0, 2), 2, 1, (0, 2), 1, FIVE)
    told = {noun.text: tells for noun, tells in bearings(draft, -1)}
    assert not any("of the metric" in what for tells in told.values() for what in tells)
    assert "own subject of its clause" in told["Chile"]
    owned = {noun.text: tells for noun, tells in bearings(draft, 6)}
    assert "owner of the metric" in owned["Peru"]
