"""Who takes part in an event, read from short texts."""

from __future__ import annotations

import pytest

from pipeline.extract.event_parties import counterpart_of
from pipeline.model import Name

MALTA, TOGO = Name("country", "Malta"), Name("country", "Togo")


class _Signed:
    """A draft of a signing: `pact` at token 0, `signed` at token 1."""

    def __init__(self, sentence, slots: dict[str, int]) -> None:  # type: ignore[no-untyped-def]
        self.sentence, self.slots, self.trigger, self.sets = sentence, slots, 1, {"action": "sign"}


@pytest.mark.parametrize("joint", ["between", "by"])
def test_the_second_of_two_is_the_counterpart(sentence, joint: str) -> None:
    """A pact is signed between or by two: the second is the other party."""
    told = sentence(
        "pact NN signed nsubj:pass",
        "signed VBN signed ROOT",
        f"{joint} IN Malta case",
        "Malta NNP signed obl",
        "and CC Togo cc",
        "Togo NNP Malta conj",
        Malta=MALTA,
        Togo=TOGO,
    )
    slots = {"object": 0} | ({"subject": 3} if joint == "by" else {})
    assert counterpart_of(_Signed(told, slots), "Malta") == "Togo"  # type: ignore[arg-type]
