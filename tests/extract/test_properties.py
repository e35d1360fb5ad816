"""Figures that only tell how large a thing is."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.properties import accompanies, qualifies
from pipeline.model import Quantity

SIZE = Quantity("quantity", Decimal(90), unit="megawatt")


def test_a_measure_before_its_noun(sentence) -> None:
    """`the 90-MW plant` has its size at any time; `a 90-MW capacity` is one of its own."""
    plant = sentence("the DT plant det", "90-MW CD plant compound", "plant NN plant ROOT", **{"90-MW": SIZE})
    own = sentence(
        "a DT capacity det", "90-MW CD capacity compound", "capacity NN capacity ROOT", **{"90-MW": SIZE}
    )
    assert qualifies(plant, 1, "capacity")
    assert not qualifies(own, 1, "capacity")


def test_a_flow_before_its_noun(sentence) -> None:
    """`a 90-tonne harvest` has its time."""
    told = sentence("a DT crop det", "90-MW CD crop compound", "crop NN crop ROOT", **{"90-MW": SIZE})
    assert not qualifies(told, 1, "harvest")


def test_a_size_beside_the_clause(sentence) -> None:
    """`opened with a capacity of 90 MW` tells of the thing; `raised its capacity to 90 MW` of the act."""
    with_it = sentence(
        "opened VBD opened ROOT", "with IN capacity case", "capacity NN opened obl", "of IN 90-MW case",
        "90-MW CD capacity nmod", **{"90-MW": SIZE},
    )  # fmt: skip
    raised = sentence(
        "raised VBD raised ROOT", "capacity NN raised obj", "to IN 90-MW case", "90-MW CD raised obl",
        **{"90-MW": SIZE},
    )  # fmt: skip
    assert accompanies(with_it, 4, "capacity")
    assert not accompanies(raised, 3, "capacity")
    assert not accompanies(with_it, 4, "revenue")
