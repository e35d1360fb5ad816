from typing import Any

import pytest

from evaluation.annotation.agree import agreement, alpha


def test_alpha_of_a_published_example() -> None:
    """Two coders, ten units of yes and no: 0.095, as in Krippendorff's text on computing alpha."""
    one, other = "0100000001", "1110010000"
    assert alpha(list(zip(one, other, strict=True))) == pytest.approx(0.095, abs=0.001)


def test_alpha_of_perfect_and_of_no_choice() -> None:
    """Agreement throughout is 1; where only one category was ever used there is no alpha."""
    assert alpha([("a", "a"), ("b", "b")]) == 1
    assert alpha([("a", "a"), ("a", "a")]) is None
    assert alpha([]) is None


def claim(start: int, **fields: Any) -> dict[str, Any]:
    return {"kind": "level", "value": "5", "unit": "USD", "mentions": [[start, start + 3]]} | fields


def test_agreement_is_the_same_both_ways() -> None:
    """It does not matter whose annotation is named first."""
    one = [{"id": "a", "claims": [claim(0), claim(9, unit="EUR"), claim(20, kind="change")]}]
    other = [{"id": "a", "claims": [claim(0), claim(9), claim(20)]}, {"id": "b", "claims": []}]
    there, back = agreement(one, other), agreement(other, one)
    assert there == back
    assert there["articles"] == 1
    assert there["pairs"] == 3
    assert there["found"] == pytest.approx(1 / 3)
    assert there["alpha"]["unit"] == pytest.approx(0)
