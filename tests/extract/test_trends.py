"""Which trends stand beside other claims of their sentence, read end to end from short texts."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline.extract.extractor import Extractor
from pipeline.extract.trends import noun_denied
from pipeline.model import Document
from pipeline.recognise.recogniser import Recogniser


@cache
def _stages() -> tuple[Recogniser, Extractor]:
    return Recogniser(), Extractor()


def directions(text: str) -> list[str | None]:
    """The directions of the trends in a text."""
    recognise, extract = _stages()
    return [c.direction for c in extract(recognise(Document("t", text))).claims if c.kind == "trend"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Imports fell to $3 billion.", ["decrease"]),
        ("Imports fell to $3 billion from $4 billion.", []),
        ("Imports fell 8% to $3 billion.", []),
        ("Retail sales rose 6 percent in May, slowing from 7 percent in April.", []),
        ("Wages are rising.", ["increase"]),
        ("Output had to be curbed.", ["decrease"]),
        ("A rise in prices would not help.", []),
        ("Arrests increased, as did fraud, now at 900 cases after a jump of 9%.", ["increase"]),
        ("The firm added 900 subscribers.", []),
        ("Imports of tea shrank again and imports of salt fell by 4 percent.", ["decrease"]),
        ("Imports fell from $4 billion to $3 billion but in May imports rose to $5 billion.", ["increase"]),
        ("The talks are in full swing and supply is set to grow.", ["increase"]),
    ],
)
def test_a_trend_told_in_full_is_none(text: str, wanted: list[str]) -> None:
    """A movement whose magnitude or start stands in its sentence is no trend beside it."""
    assert directions(text) == wanted


def test_a_state_is_told_by_its_word_of_movement() -> None:
    """Of `were down` the second word is the trend's, not the verb that it shares with all states."""
    recognise, extract = _stages()
    text = "Bookings were down."
    (claim,) = extract(recognise(Document("t", text))).claims
    assert [text[start:end] for start, end in claim.mentions] == ["down"]


def test_a_denied_noun(sentence) -> None:
    """`No rise` is denied, `a rise, not a fall` leaves the rise as it is."""
    denied = sentence("no DT rise det", "rise NN rise ROOT")
    kept = sentence("not RB fall advmod", "fall NN fall ROOT", ", , rise punct", "rise NN fall conj")
    assert noun_denied(denied, 1)
    assert not noun_denied(kept, 3)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Cheaper coal helped reduce the trade deficit.", ["decrease"]),
        ("The fund lends to advanced economies.", []),
        ("The farmers lost their crops.", []),
        ("The firm raised $3 million from its investors.", []),
        ("The bank cut its estimate for GDP to 2 percent.", []),
    ],
)
def test_what_moves_a_metric(text: str, wanted: list[str]) -> None:
    """What helps to cut a metric moves it; an adjective, a loss, money or a forecast does not."""
    assert directions(text) == wanted


def test_less_than_before_a_figure_compares_nothing() -> None:
    """`Fell to less than $50 million` says how exact the level is, not what it is set against."""
    assert directions("Reserves fell to less than $50 million.") == ["decrease"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Queues have become longer in Riga.", ["increase"]),
        ("Barley turned dearer.", ["increase"]),
        ("Exports have run out of steam.", ["decrease"]),
        ("The peso recouped some of its losses.", ["increase"]),
        ("Fees are eating into profits.", ["decrease"]),
        ("Congestion has worsened.", ["increase"]),
        ("Clinics report a surge in snake bites.", ["increase"]),
        ("Togo cuts fuel tax", ["decrease"]),
        ("Wage growth slowed.", ["decrease"]),
        ("The brewer hopes that sales will pick up.", []),
        ("The mill added a shift.", []),
        ("The line will raise its capacity from 28 trains to 35.", []),
        ("The runner lost ground on the hill.", []),
    ],
)
def test_what_tells_a_movement(text: str, wanted: list[str]) -> None:
    """Idioms, comparatives and causatives tell movements; hopes and movements told in full do not."""
    assert directions(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tourism is yet to recover.", [True]),
        ("Neither exports nor imports have grown.", [True]),
        ("We see no let-up in orders.", [True]),
        ("Arrivals never recovered after the fare increase.", [True, False]),
    ],
)
def test_what_denies_a_movement(text: str, wanted: list[bool]) -> None:
    """`Yet to`, `neither` and `no` deny a movement; one that is given stands."""
    recognise, extract = _stages()
    assert [c.negated for c in extract(recognise(Document("t", text))).claims] == wanted


def test_a_movement_to_a_level_is_of_what_the_level_measures() -> None:
    """A party that falls to so many percent moves its share, whoever leads it."""
    recognise, extract = _stages()
    claims = extract(
        recognise(Document("t", "The Greens of Chancellor Ada Holm slumped to 6 percent."))
    ).claims
    assert [(c.kind, c.metric, c.subject) for c in claims] == [
        ("trend", "share", "Greens"),
        ("level", "share", "Greens"),
    ]
