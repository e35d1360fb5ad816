"""Who holds a place in an ordering, and whose ordering it is."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.holders import holder, owner
from pipeline.model import Name, Ordinal

GHANA, TOGO, PERU = Name("country", "Ghana"), Name("country", "Togo"), Name("country", "Peru")


def test_the_subject_of_a_copula(sentence) -> None:
    """`Ghana is the supplier`: Ghana."""
    told = sentence(
        "Ghana NNP supplier nsubj", "is VBZ supplier cop", "supplier NN supplier ROOT", Ghana=GHANA
    )
    assert holder(told, 2) == 0


def test_the_name_after_the_copula(sentence) -> None:
    """`The supplier is Ghana`: Ghana."""
    told = sentence("supplier NN Ghana nsubj", "is VBZ Ghana cop", "Ghana NNP Ghana ROOT", Ghana=GHANA)
    assert holder(told, 0) == 2


def test_who_is_made_something(sentence) -> None:
    """In `making Ghana Togo's supplier`, parsed as one name, Ghana is the holder and Togo the owner."""
    told = sentence(
        "making VBG making ROOT",
        "Ghana NNP supplier nmod:poss",
        "Togo NNP Ghana flat",
        "'s POS Ghana case",
        "supplier NN making obj",
        Ghana=GHANA,
        Togo=TOGO,
    )
    assert holder(told, 4) == 1
    assert owner(told, 4) == 2


def test_who_overtakes_comes_as_the_first(sentence) -> None:
    """`Peru overtook Ghana as the supplier` the subject holds the place, in `named Ghana as` the object."""
    rows = ("Ghana NNP overtook obj", "as IN supplier case", "supplier NN overtook obl")
    overtook = sentence(
        "Peru NNP overtook nsubj", "overtook VBD overtook ROOT", *rows, Ghana=GHANA, Peru=PERU
    )
    assert holder(overtook, 4) == 0
    described = tuple(row.replace("overtook", "described") for row in rows)
    other = sentence(
        "Peru NNP described nsubj", "described VBD described ROOT", *described, Ghana=GHANA, Peru=PERU
    )
    assert holder(other, 4) == 2


def test_the_name_between_commas(sentence) -> None:
    """In `Ghana, the supplier, sells` the parse may miss the apposition, the commas tell it."""
    told = sentence(
        "Ghana NNP sells vocative",
        ", , Ghana punct",
        "the DT supplier det",
        "supplier NN sells nsubj",
        ", , sells punct",
        "sells VBZ sells ROOT",
        Ghana=GHANA,
    )
    assert holder(told, 3) == 0


def test_who_is_believed_to_be_it(sentence) -> None:
    """`Ghana is believed to be the supplier`: Ghana."""
    told = sentence(
        "Ghana NNP believed nsubj:pass", "is VBZ believed aux:pass", "believed VBN believed ROOT",
        "to TO supplier mark", "be VB supplier cop", "supplier NN believed xcomp", Ghana=GHANA,
    )  # fmt: skip
    assert holder(told, 5) == 0


def test_the_owner_of_what_is_ranked(sentence) -> None:
    """`Ghana, owner of the stake`: Ghana holds it."""
    told = sentence(
        "Ghana NNP Ghana ROOT", ", , owner punct", "owner NN Ghana appos", "of IN stake case",
        "stake NN owner nmod", Ghana=GHANA,
    )  # fmt: skip
    assert holder(told, 4) == 0


def test_its_names_the_one_before_the_comma(sentence) -> None:
    """`imposed by Ghana, its supplier`: Ghana, though a preposition brings it in."""
    told = sentence(
        "imposed VBN imposed ROOT", "by IN Ghana case", "Ghana NNP imposed obl", ", , supplier punct",
        "its PRP$ supplier nmod:poss", "supplier NN imposed obl", Ghana=GHANA,
    )  # fmt: skip
    assert holder(told, 5) == 2


def test_the_name_between_commas_behind(sentence) -> None:
    """`The supplier by volume, Ghana, said`: Ghana, though the parse hangs it nowhere near."""
    told = sentence(
        "supplier NN said nsubj",
        "by IN volume case",
        "volume NN supplier nmod",
        ", , said punct",
        "Ghana NNP said dep",
        ", , said punct",
        "said VBD said ROOT",
        Ghana=GHANA,
    )
    assert holder(told, 0) == 4


def test_a_name_behind_a_preposition(sentence) -> None:
    """`At Astra, the largest bank, sales rose`: Astra, as the aside is closed by a comma."""
    told = sentence(
        "At IN Astra case",
        "Astra NNP rose obl",
        ", , rose punct",
        "the DT bank det",
        "largest JJS bank amod",
        "bank NN rose obl",
        ", , rose punct",
        "sales NNS rose nsubj",
        "rose VBD rose ROOT",
        Astra=Name("organisation", "Astra"),
    )
    assert holder(told, 5) == 1


def test_a_piece_of_the_ordering_word_holds_nothing(sentence) -> None:
    """`Ghana is the number one buyer`: Ghana, though a parser takes `number` for the subject."""
    told = sentence(
        "Ghana NNP number nsubj",
        "is VBZ number cop",
        "number NN buyer nsubj",
        "one CD number nummod",
        "buyer NN buyer ROOT",
        Ghana=GHANA,
        number=Ordinal(Decimal(1), "number"),
    )
    assert holder(told, 4) == 0
