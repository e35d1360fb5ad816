from pipeline.rules.confidence import trust
from pipeline.rules.tables import table


def test_a_measured_rule_has_its_own_trust() -> None:
    """A rule in the table has its confidence and the number of claims behind it."""
    rule, row = next(iter(table("confidence")["rules"].items()))
    assert trust(rule) == (float(row["confidence"]), int(row["made"]))


def test_an_unknown_rule_has_the_trust_of_all_rules() -> None:
    """A rule that gold never saw, such as a user's own, is trusted as rules are on average, on no claims."""
    assert trust("no.such.rule") == (float(table("confidence")["all"]["confidence"]), 0)
