"""One fact, one claim."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Claim, Document, Extraction
from pipeline.reconcile.merge import merge


def claim(at: int, **fields: Any) -> Claim:
    kind = fields.pop("kind", "level")
    value = fields.pop("value", None)
    return Claim(
        kind=kind,
        mentions=((at, at + 5),),
        sentence=(at, at + 5),
        rule=f"rule.{at}",
        value=None if value is None else Decimal(value),
        **fields,
    )


def merged(*claims: Claim) -> tuple[Claim, ...]:
    return merge(Extraction(Document("d", "x" * 1000), claims)).claims


def test_a_fact_told_twice_is_one_claim_with_the_fuller_fields() -> None:
    """Both mentions stand, gaps of the first are filled from the second, and the first one's rule is kept."""
    (fact,) = merged(
        claim(0, value="4870000000", unit="USD", metric="exports", period="2025"),
        claim(50, value="4.87E+9", unit="USD", metric="exports", subject="Kenya", comparator="~"),
    )
    assert fact.mentions == ((0, 5), (50, 55))
    assert (fact.subject, fact.period, fact.comparator, fact.rule) == ("Kenya", "2025", "~", "rule.0")


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "change"},
        {"metric": "imports"},
        {"value": "6"},
        {"unit": "EUR"},
        {"period": "2024"},
        {"modality": "expected"},
        {"negated": True},
        {"value_max": "7"},
        {"comparator": "<"},
        {"subject": "Uganda"},
        {"speaker": "Amina Otieno"},
        {"base": "2023"},
    ],
)
def test_a_differing_field_makes_another_claim(other: dict[str, Any]) -> None:
    """Two claims that contradict each other in one field are two facts."""
    fields: dict[str, Any] = {
        "value": "5",
        "unit": "USD",
        "metric": "exports",
        "period": "2025",
        "comparator": ">",
        "subject": "Kenya",
        "speaker": "Lena Bauer",
        "base": "2024",
    }
    assert len(merged(claim(0, **fields), claim(50, **(fields | other)))) == 2


def test_trade_is_the_same_either_way_round() -> None:
    """Trade of A with B is trade of B with A; exports are not."""
    one, other = {"subject": "Kenya", "counterpart": "Uganda"}, {"subject": "Uganda", "counterpart": "Kenya"}
    assert (
        len(merged(claim(0, value="5", metric="trade", **one), claim(9, value="5", metric="trade", **other)))
        == 1
    )
    assert (
        len(
            merged(
                claim(0, value="5", metric="exports", **one), claim(9, value="5", metric="exports", **other)
            )
        )
        == 2
    )


def test_turned_trade_fills_the_right_party() -> None:
    """A counterpart told as the subject of the second mention fills the counterpart."""
    (fact,) = merged(
        claim(0, value="5", metric="trade", subject="Kenya"),
        claim(9, value="5", metric="trade", subject="Uganda", counterpart="Kenya"),
    )
    assert (fact.subject, fact.counterpart) == ("Kenya", "Uganda")


def test_silence_alone_is_no_agreement() -> None:
    """Two round figures of which nothing else is known are not taken for one; a precise one is."""
    assert len(merged(claim(0, value="5", unit="percent"), claim(50, value="5", unit="percent"))) == 2
    assert len(merged(claim(0, value="48.7", unit="percent"), claim(50, value="48.7", unit="percent"))) == 1


def test_claims_without_a_figure_need_the_same_thing_told() -> None:
    """Trends merge by metric, events by object."""
    up = {"kind": "trend", "direction": "increase"}
    assert len(merged(claim(0, metric="exports", **up), claim(9, metric="exports", **up))) == 1
    assert len(merged(claim(0, **up), claim(9, **up))) == 2
    signed = {"kind": "event", "action": "sign", "subject": "Kenya"}
    assert (
        len(merged(claim(0, object="gas contract", **signed), claim(9, object="the gas contracts", **signed)))
        == 1
    )
    assert (
        len(merged(claim(0, object="gas contract", **signed), claim(9, object="peace treaty", **signed))) == 2
    )


def test_a_phrase_and_its_longer_form_are_one_metric() -> None:
    """`gas plants` may be told again as `plants`; an id of the vocabulary agrees only with itself."""
    three = {"value": "3", "unit": "count", "subject": "Kenya"}
    assert len(merged(claim(0, metric="gas plants", **three), claim(9, metric="plants", **three))) == 1
    assert len(merged(claim(0, metric="gas plants", **three), claim(9, metric="gas fields", **three))) == 2
    assert len(merged(claim(0, metric="trade", **three), claim(9, metric="trade fairs", **three))) == 2


def test_the_closest_of_several_is_chosen() -> None:
    """A silent repetition joins the fact that it shares most with."""
    facts = merged(
        claim(0, value="5", metric="exports", period="2024", subject="Kenya"),
        claim(20, value="5", metric="exports", period="2025"),
        claim(40, value="5", metric="exports", subject="Kenya"),
    )
    assert [len(fact.mentions) for fact in facts] == [2, 1]


def test_claims_come_in_reading_order() -> None:
    """The facts are ordered by their first mentions, however they were found."""
    facts = merged(claim(50, value="2", metric="exports"), claim(0, value="1", metric="imports"))
    assert [fact.mentions[0][0] for fact in facts] == [0, 50]


claims = st.builds(
    claim,
    st.integers(0, 900),
    value=st.sampled_from(["5", "7", "48.7", None]),
    metric=st.sampled_from(["trade", "exports", None]),
    subject=st.sampled_from(["Kenya", "Uganda", None]),
    counterpart=st.sampled_from(["Kenya", "Uganda", None]),
    period=st.sampled_from(["2024", "2025", None]),
)


@given(st.lists(claims, max_size=12))
def test_merging_loses_no_mention_and_is_stable(found: list[Claim]) -> None:
    """Every mention survives in some claim, and merging the merged adds none."""
    once = merged(*found)
    assert {m for fact in once for m in fact.mentions} == {m for fact in found for m in fact.mentions}
    assert len(merged(*once)) <= len(once) <= len(found)
