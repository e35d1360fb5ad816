"""What is told as an event or a movement, and what is only wished, planned for others or comes every year."""

from __future__ import annotations

import pytest

from pipeline import run
from pipeline.extract.happenings import happens, moves


def test_a_finite_verb_is_an_event(sentence) -> None:
    """A verb in the past tense tells an event."""
    told = sentence("Peru NNP opened nsubj", "opened VBD opened ROOT", "mines NNS opened obj")
    assert happens(told, 1)


@pytest.mark.parametrize(
    ("verb", "event"), [("plans", True), ("begins", True), ("needs", False), ("hopes", False)]
)
def test_an_infinitive_needs_a_plan(sentence, verb: str, event: bool) -> None:
    """An infinitive is an event below a verb of planning or beginning, none below a wish."""
    told = sentence(
        f"Peru NNP {verb} nsubj",
        f"{verb} VBZ {verb} ROOT",
        "to TO open mark",
        f"open VB {verb} xcomp",
        "mines NNS open obj",
    )
    assert happens(told, 3) is event


def test_what_should_be_is_no_event(sentence) -> None:
    """A duty is no event."""
    told = sentence("Peru NNP open nsubj", "should MD open aux", "open VB open ROOT", "mines NNS open obj")
    assert not happens(told, 2)


def test_what_comes_every_year_is_no_event(sentence) -> None:
    """A fair held every year is a description, no event."""
    told = sentence(
        "fair NN held nsubj:pass",
        "is VBZ held aux:pass",
        "held VBN held ROOT",
        "every DT year det",
        "year NN held obl:unmarked",
    )
    assert not happens(told, 2)


def test_what_comes_twice_a_year_is_no_event(sentence) -> None:
    """Nor is one that is held so many times in a span."""
    told = sentence(
        "fair NN held nsubj:pass",
        "is VBZ held aux:pass",
        "held VBN held ROOT",
        "twice RB held advmod",
        "a DT year det",
        "year NN held obl:unmarked",
    )
    assert not happens(told, 2)


def test_a_headline_tells_without_a_finite_verb() -> None:
    """`Peru, Chile sign pact` and `Peru to host talks` are told of the names that open a headline."""
    texts = ("Peru, Chile sign rail pact", "Peru to host trade talks in May")
    told = [[claim.action for claim in run(text)] for text in texts]
    assert told == [["sign"], ["meet"]]


def test_what_was_to_have_come_about_did_not(sentence) -> None:
    """`Was to have opened` tells of nothing that happened."""
    told = sentence(
        "mill NN opened nsubj",
        "was VBD opened aux",
        "to TO opened mark",
        "have VB opened aux",
        "opened VBN opened ROOT",
    )
    assert not happens(told, 4)


def test_what_someone_helps_do_is_told(sentence) -> None:
    """The bare infinitive below `help` happens where the help is given."""
    told = sentence(
        "Peru NNP helped nsubj", "helped VBD helped ROOT", "build VB helped xcomp", "mills NNS build obj"
    )
    assert happens(told, 2)


def test_a_mistagged_infinitive_with_a_subject_is_told(sentence) -> None:
    """`Put` after its subject is a past tense, whatever a tagger says."""
    told = sentence("firm NN put nsubj", "put VB put ROOT", "mills NNS put obj")
    assert happens(told, 1)


def test_a_modifier_is_no_event(sentence) -> None:
    """`Opening` in `opening ceremony` is no event."""
    told = sentence("opening VBG ceremony amod", "ceremony NN began nsubj", "began VBD began ROOT")
    assert not happens(told, 0)


def test_a_noun_in_a_compound_is_no_event(sentence) -> None:
    """`Launch` in `launch event` tells no event."""
    told = sentence("launch NN event compound", "event NN event ROOT")
    assert not happens(told, 0)


def test_a_noun_moves_what_it_names(sentence) -> None:
    """`Rise in wages` is a movement of wages."""
    told = sentence("rise NN rise ROOT", "in IN wages case", "wages NNS rise nmod")
    assert moves(told, 0, 2)


def test_a_movement_told_before_is_none(sentence) -> None:
    """`This rise` refers back and is no trend."""
    told = sentence(
        "This DT rise det",
        "rise NN hurt nsubj",
        "in IN wages case",
        "wages NNS rise nmod",
        "hurt VBD hurt ROOT",
    )
    assert not moves(told, 1, 3)


def test_a_noun_elsewhere_in_the_clause_moves_nothing(sentence) -> None:
    """`Wages caused a rise` does not say that wages moved; `wages saw a rise` does."""
    caused = sentence(
        "Wages NNS caused nsubj", "caused VBD caused ROOT", "a DT rise det", "rise NN caused obj"
    )
    saw = sentence("Wages NNS saw nsubj", "saw VBD saw ROOT", "a DT rise det", "rise NN saw obj")
    assert not moves(caused, 3, 0)
    assert moves(saw, 3, 0)


@pytest.mark.parametrize(("helper", "moving"), [("should", True), ("must", False)])
def test_what_should_move_by_itself_is_expected(sentence, helper: str, moving: bool) -> None:
    """`prices should rise` expects it; nobody is asked to do anything, as in `prices must rise`."""
    told = sentence("prices NNS rise nsubj", f"{helper} MD rise aux", "rise VB rise ROOT")
    assert moves(told, 2, 0) is moving


def test_a_movement_by_which_something_was_done(sentence) -> None:
    """`grew by cutting prices`: the prices were cut."""
    told = sentence(
        "Firms NNS grew nsubj", "grew VBD grew ROOT", "by IN cutting mark", "cutting VBG grew advcl",
        "prices NNS cutting obj",
    )  # fmt: skip
    assert moves(told, 3, 4)


@pytest.mark.parametrize(("word", "moving"), [("falling", True), ("growing", False), ("cutting", False)])
def test_what_moves_by_itself_moves_after_a_preposition(sentence, word: str, moving: bool) -> None:
    """`Despite falling prices` says that prices fall, `on cutting prices` not that anybody cuts them."""
    told = sentence(
        "Sales NNS rose nsubj",
        "rose VBD rose ROOT",
        f"despite IN {word} mark",
        f"{word} VBG rose advcl",
        f"prices NNS {word} obj",
    )
    assert moves(told, 3, 4) is moving


def test_what_is_the_first_to_be_built_is_no_plan(claims) -> None:
    """`The third dam to be built` tells no event of its own, `the dam will be built` does."""
    assert [c.kind for c in claims("It is the third dam to be completed in the valley.")] == []
    assert [c.action for c in claims("The dam will be completed in the valley.")] == ["build"]


@pytest.mark.parametrize("verb", ["failed", "stopped"])
def test_a_movement_that_fails_is_told(sentence, verb: str) -> None:
    """What fails or stops is told of as a movement, for its denial is a claim."""
    told = sentence(f"rents NNS {verb} nsubj", f"{verb} VBD {verb} ROOT", f"rising VBG {verb} xcomp")
    assert moves(told, 2, 0)


def test_what_keeps_on_moving_moves(sentence) -> None:
    """`kept on rising` goes on with a movement, though a preposition brings it in."""
    told = sentence("rents NNS kept nsubj", "kept VBD kept ROOT", "on IN rising case", "rising VBG kept obl")
    assert moves(told, 3, 0)


@pytest.mark.parametrize(("above", "tag", "told"), [("peaked", "VBD", True), ("should", "MD", False)])
def test_a_movement_before_which_something_was(sentence, above: str, tag: str, told: bool) -> None:
    """`Copper peaked before slipping` tells of a movement as far as its main clause is told."""
    if told:
        read = sentence(
            f"Copper NN {above} nsubj",
            f"{above} {tag} {above} ROOT",
            "before IN slipping mark",
            f"slipping VBG {above} advcl",
        )
        assert moves(read, 3, 0)
    else:
        read = sentence(
            "Copper NN peak nsubj",
            "should MD peak aux",
            "peak VB peak ROOT",
            "before IN slipping mark",
            "slipping VBG peak advcl",
        )
        assert not moves(read, 4, 0)


@pytest.mark.parametrize(("noun", "event"), [("number", False), ("owner", True)])
def test_what_a_number_is_of_is_no_event(sentence, noun: str, event: bool) -> None:
    """The number of flats completed tells of no building of flats; the owner of those completed may."""
    told = sentence(
        f"{noun} NN fell nsubj", "of IN flats case", f"flats NNS {noun} nmod",
        "completed VBN flats acl", "fell VBD fell ROOT",
    )  # fmt: skip
    assert happens(told, 3) is event


@pytest.mark.parametrize("text", ["Togo, Benin sign rail deal.", "Benin signs free trade deal with Togo."])
def test_a_headline_may_hide_its_verb(text: str) -> None:
    """What stands right behind the names that open a headline tells an event, though it be like a noun."""
    assert [claim.action for claim in run(text)] == ["sign"]


def test_a_noun_behind_a_name_is_no_verb() -> None:
    """A name before a noun that is no verb of a headline makes no event of it."""
    assert not [claim for claim in run("Togo sign language teachers met nobody.") if claim.action == "sign"]
