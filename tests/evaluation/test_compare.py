from evaluation.compare import compare_systems


def test_claims_that_changed_sides() -> None:
    """Gained, lost, spurious and mended claims are told apart, each with its sentence."""
    text = "Sales were 5 tonnes. Stocks were 6 tonnes. Losses were 7 tonnes."
    five, six, seven = (
        {"kind": "level", "metric": "sales", "value": value, "unit": "tonne", "mentions": [[at, at + 1]]}
        for value, at in (("5", 11), ("6", 33), ("7", 55))
    )
    gold = [{"id": "a", "claims": [five, six]}]
    old = [{"id": "a", "claims": [five, seven]}]
    new = [{"id": "a", "claims": [six, seven | {"value": "8"}]}]
    result = compare_systems(gold, old, new, {"a": text})
    assert [(row["change"], row["claim"]["value"]) for row in result["changed"]] == [
        ("lost", "5"), ("gained", "6"), ("mended", "7"), ("spurious", "8"),
    ]  # fmt: skip
    assert result["changed"][0]["sentence"] == "Sales were 5 tonnes."
    assert result["differences"]["figures.found"]["difference"] == 0
    assert result["caution"]
