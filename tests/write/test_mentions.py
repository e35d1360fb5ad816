"""The record of one document's recognitions."""

from decimal import Decimal

from pipeline.model import Document, Mention, Name, Ordinal, Period, Quantity, Recognition, Term
from pipeline.write.mentions import recognition_record

TEXT = "Chinese exports fell 5 cents per share in May, its second-largest drop."


def record(*mentions: Mention) -> dict[str, object]:
    """The record of `TEXT` with these mentions."""
    return recognition_record(Recognition(Document("a", TEXT), (), mentions))


def mention(start: int, end: int, value: Quantity | Ordinal | Period | Name | Term) -> Mention:
    """A mention in `TEXT`."""
    return Mention(start, end, TEXT[start:end], value)


def test_every_kind_of_mention_has_its_list() -> None:
    """Quantities, ordinals, dates, names and terms are told apart, each with span and text."""
    found = record(
        mention(0, 7, Name("country", "China", adjective=True)),
        mention(8, 15, Term("metric", "exports")),
        mention(42, 45, Period("2025-05")),
        mention(51, 65, Ordinal(Decimal(2), "largest")),
    )
    assert found == {
        "id": "a",
        "quantities": [],
        "ordinals": [
            {"start": 51, "end": 65, "text": "second-largest", "value": "2", "superlative": "largest"}
        ],
        "dates": [{"start": 42, "end": 45, "text": "May", "edtf": "2025-05"}],
        "names": [
            {
                "start": 0,
                "end": 7,
                "text": "Chinese",
                "type": "country",
                "canonical": "China",
                "adjective": True,
            }
        ],
        "terms": [{"start": 8, "end": 15, "text": "exports", "type": "metric", "id": "exports"}],
    }


def quantity(value: Quantity) -> dict[str, object]:
    """The entry of a quantity at `5 cents`."""
    quantities = record(mention(21, 28, value))["quantities"]
    assert isinstance(quantities, list)
    return {key: item for key, item in quantities[0].items() if key not in ("start", "end", "text")}


def test_a_range_has_both_ends_and_only_what_it_says() -> None:
    """Fields that say nothing are left out, decimals are plain strings."""
    assert quantity(Quantity("percent", Decimal("5E+1"), Decimal("70.0"), "percent")) == {
        "type": "percent",
        "value": "50",
        "value_max": "70",
        "unit": "percent",
    }


def test_things_counted_have_their_kind_as_unit() -> None:
    """The counted noun with its kind stands as the unit, the noun alone beside it."""
    counted = Quantity("number", Decimal(300), noun="company", comparator="~", counted="chinese company")
    assert quantity(counted) == {
        "type": "number",
        "value": "300",
        "unit": "chinese company",
        "noun": "company",
        "comparator": "~",
    }


def test_cents_stand_as_written_with_the_amount_in_the_currency() -> None:
    """A part of a currency is given as the text puts it, and as ISO 4217 money; its rate is in the unit."""
    cents = Quantity("money", Decimal("0.05"), unit="USD", change="down", per="share", minor="cent")
    assert quantity(cents) == {
        "type": "money",
        "value": "5",
        "unit": "cent_per_share",
        "change": "down",
        "per": "share",
        "currency": "USD",
        "amount": "0.05",
    }


def test_a_repeated_figure_points_to_the_first() -> None:
    """The span of the figure that this one repeats is a list of two offsets."""
    assert quantity(Quantity("money", Decimal(5), unit="EUR", same_as=(0, 7)))["same_as"] == [0, 7]
