"""Who fills the slots of a match."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.line import Line
from pipeline.extract.sentence import Sentence, make_sentence
from pipeline.extract.slots import counted, role_token
from pipeline.extract.tree import Tree
from pipeline.model import Period, Quantity

ROWS = (
    "Wage NN growth compound", "growth NN rose nsubj", "rose VBD rose ROOT", "5% CD rose obl",
    "in IN mines case", "mines NNS rose obl",
)  # fmt: skip
FIVE = Quantity("percent", Decimal(5))


def unparsed(told: Sentence) -> Sentence:
    tree = Tree(told.tree.words, told.tree.starts, told.tree.ends)
    return make_sentence(told.span, 0, told.text, Line(tree, told.line.elements, "", frozenset()))


@pytest.mark.parametrize(("role", "token"), [("topic", 1), ("doer", 1), ("in", 5), ("here", 2), ("to", None)])
def test_roles_of_a_verb(sentence, role: str, token: int | None) -> None:
    """A verb's subject and phrases are found in the parse; what is not there is nobody."""
    assert role_token(sentence(*ROWS, **{"5%": FIVE}), role, 2, 3) == token


def test_what_moves(sentence) -> None:
    """A noun of movement moves what it is growth of, a verb its object before its subject."""
    assert role_token(sentence(*ROWS), "moved", 1, None) == 0
    cut = sentence("firms NNS cut nsubj", "cut VBD cut ROOT", "prices NNS cut obj")
    assert role_token(cut, "moved", 1, None) == 2


def test_a_period_is_nothing_done(sentence) -> None:
    """A phrase that is a date does not fill a role."""
    told = sentence("rose VBD rose ROOT", "in IN 2025 case", "2025 CD rose obl", **{"2025": Period("2025")})
    assert role_token(told, "in", 0, None) is None


def test_the_noun_that_a_figure_counts(sentence) -> None:
    """`40 fishing boats` counts boats."""
    told = sentence("40 CD boats nummod", "fishing NN boats compound", "boats NNS boats ROOT",
                    **{"40": Quantity("number", Decimal(40))})  # fmt: skip
    assert counted(told, 0) == 2


def test_beside_a_figure(sentence) -> None:
    """A figure in brackets stands beside the noun before it."""
    told = sentence("imports NNS fell nsubj", "( -LRB- 5% punct", "5% CD imports dep", ") -RRB- 5% punct",
                    "fell VBD fell ROOT", **{"5%": FIVE})  # fmt: skip
    assert role_token(told, "apposition", 4, 2) == 0


def test_without_a_parse(sentence) -> None:
    """Without a parse the noun before the trigger is its topic, and the finer roles are open."""
    told = unparsed(sentence(*ROWS, **{"5%": FIVE}))
    assert role_token(told, "topic", 2, 3) == 1
    assert role_token(told, "holder", 2, 3) is None


def test_part_of_a_whole_is_the_whole(sentence) -> None:
    """Of `half of the mills were shut` it is the mills that something was done to."""
    half = Quantity("percent", Decimal(50))
    told = sentence(
        "Half NN shut nsubj:pass",
        "of IN mills case",
        "mills NNS Half nmod",
        "were VBD shut aux:pass",
        "shut VBN shut ROOT",
        Half=half,
    )
    assert role_token(told, "thing", 4, None) == 2


def test_whose_stands_for_the_noun_before(sentence) -> None:
    """The owner in `a dam whose building began` is the dam."""
    told = sentence(
        "dam NN dam ROOT",
        "whose WP$ building nmod:poss",
        "building NN began nsubj",
        "began VBD dam acl:relcl",
    )
    assert role_token(told, "owner", 2, None) == 0
