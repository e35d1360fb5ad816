"""Roles, looked up in hand-built trees of both schemes: Universal Dependencies and spaCy's CLEAR."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.extract.parse import tree_of
from pipeline.extract.roles import Roles

BLANK = spacy.blank("en")


def roles(*rows: str) -> Roles:
    """Build a sentence from rows `word tag head label`; heads are words, `#2` the second of its kind."""
    cells = [row.split() for row in rows]
    words = [cell[0] for cell in cells]

    def index(head: str) -> int:
        word, _, nth = head.partition("#")
        found = [at for at, other in enumerate(words) if other == word]
        return found[int(nth or 1) - 1]

    doc = Doc(
        BLANK.vocab,
        words=words,
        tags=[cell[1] for cell in cells],
        heads=[index(cell[2]) for cell in cells],
        deps=[cell[3] for cell in cells],
    )
    return Roles(tree_of(doc))


def word(found: Roles, token: int | None) -> str | None:
    return None if token is None else found.tree.words[token]


def place(found: Roles, text: str) -> int:
    return found.tree.words.index(text)


REACHED = {
    "universal": (
        "Trade NN reached nsubj",
        "between IN China case",
        "China NNP Trade nmod",
        "and CC Peru cc",
        "Peru NNP China conj",
        "reached VBD reached ROOT",
        "$ $ reached obj",
        "4.87 CD billion compound",
        "billion CD $ nummod",
        "in IN 2025 case",
        "2025 CD reached obl",
    ),
    "clear": (
        "Trade NN reached nsubj",
        "between IN Trade prep",
        "China NNP between pobj",
        "and CC China cc",
        "Peru NNP China conj",
        "reached VBD reached ROOT",
        "$ $ billion quantmod",
        "4.87 CD billion compound",
        "billion CD reached dobj",
        "in IN reached prep",
        "2025 CD in pobj",
    ),
}


@pytest.mark.parametrize("scheme", REACHED)
def test_subject_object_and_phrases(scheme: str) -> None:
    """A plain clause gives its subject, its figure as object, and its nouns by preposition, joined ones
    together.
    """
    found = roles(*REACHED[scheme])
    verb = place(found, "reached")
    assert word(found, found.subject(verb)) == "Trade"
    assert word(found, found.object(verb)) == "$"
    assert found.phrases(verb) == {"in": [place(found, "2025")]}
    parties = found.phrase(place(found, "Trade"), "between")
    assert parties is not None
    assert [word(found, token) for token in found.coordinates(parties)] == ["China", "Peru"]
    assert found.clause(place(found, "4.87")) == verb
    assert found.governor(verb) is None
    assert found.governor(place(found, "4.87")) == verb


PASSIVE = {
    "universal": (
        "Cars NNS sold nsubj:pass",
        "were VBD sold aux:pass",
        "sold VBN sold ROOT",
        "by IN Orvane case",
        "Orvane NNP sold obl:agent",
        "to IN Peru case",
        "Peru NNP sold obl",
    ),
    "clear": (
        "Cars NNS sold nsubjpass",
        "were VBD sold auxpass",
        "sold VBN sold ROOT",
        "by IN sold agent",
        "Orvane NNP by pobj",
        "to IN sold prep",
        "Peru NNP to pobj",
    ),
}


@pytest.mark.parametrize("scheme", PASSIVE)
def test_passive_turns_doer_and_thing_done(scheme: str) -> None:
    """In a passive the subject is the thing done, and the doer comes with `by`."""
    found = roles(*PASSIVE[scheme])
    verb = place(found, "sold")
    assert found.passive(verb)
    assert word(found, found.doer(verb)) == "Orvane"
    assert word(found, found.thing(verb)) == "Cars"
    assert word(found, found.phrase(verb, "to")) == "Peru"


COPULA = {
    "universal": (
        "China NNP partner nsubj",
        "is VBZ partner cop",
        "the DT Peru det",
        "Peru NNP partner nmod:poss",
        "'s POS Peru case",
        "third JJ largest advmod",
        "largest JJS partner amod",
        "partner NN partner ROOT",
    ),
    "clear": (
        "China NNP is nsubj",
        "is VBZ is ROOT",
        "the DT Peru det",
        "Peru NNP partner poss",
        "'s POS Peru case",
        "third JJ largest advmod",
        "largest JJS partner amod",
        "partner NN is attr",
    ),
}


@pytest.mark.parametrize("scheme", COPULA)
def test_copula_complement_and_owner(scheme: str) -> None:
    """`China is Peru's third largest partner`: who is, what it is, and whose."""
    found = roles(*COPULA[scheme])
    partner = place(found, "partner")
    assert found.clause(place(found, "third")) == partner
    assert found.complement(partner) == partner
    assert word(found, found.subject(partner)) == "China"
    assert word(found, found.owner(partner)) == "Peru"
    assert found.noun_phrase(partner) == (place(found, "the"), partner)


MAKING = {
    "universal": (
        "Trade NN rose nsubj",
        "rose VBD rose ROOT",
        "making VBG rose advcl",
        "China NNP making obj",
        "its PRP$ partner nmod:poss",
        "partner NN making xcomp",
    ),
    "clear": (
        "Trade NN rose nsubj",
        "rose VBD rose ROOT",
        "making VBG rose advcl",
        "China NNP making dobj",
        "its PRP$ partner poss",
        "partner NN making oprd",
    ),
}


@pytest.mark.parametrize("scheme", MAKING)
def test_participle_shares_the_subject(scheme: str) -> None:
    """`making China its partner`: the participle takes the subject above, and what is made is its object."""
    found = roles(*MAKING[scheme])
    verb = place(found, "making")
    assert word(found, found.subject(verb)) == "Trade"
    assert word(found, found.object(verb)) == "China"
    assert word(found, found.complement(verb)) == "partner"
    assert word(found, found.owner(place(found, "partner"))) == "its"


RELATIVE = {
    "universal": (
        "Inflation NN slowed nsubj",
        "which WDT hit nsubj",
        "hit VBD Inflation acl:relcl",
        "9 CD % nummod",
        "% NN hit obj",
        "slowed VBD slowed ROOT",
        "compared VBN slowed advcl",
    ),
    "clear": (
        "Inflation NN slowed nsubj",
        "which WDT hit nsubj",
        "hit VBD Inflation relcl",
        "9 CD % nummod",
        "% NN hit dobj",
        "slowed VBD slowed ROOT",
        "compared VBN slowed advcl",
    ),
}


@pytest.mark.parametrize("scheme", RELATIVE)
def test_relative_clause_has_its_noun_for_subject(scheme: str) -> None:
    """`which` stands for the noun before it; the main verb keeps the same noun."""
    found = roles(*RELATIVE[scheme])
    assert word(found, found.subject(place(found, "hit"))) == "Inflation"
    assert word(found, found.subject(place(found, "slowed"))) == "Inflation"
    assert found.clause(place(found, "9")) == place(found, "hit")


REDUCED = {
    "universal": (
        "Deals NNS rose nsubj",
        "valued VBN Deals acl",
        "at IN $ case",
        "$ $ valued obl",
        "9 CD $ nummod",
        "rose VBD rose ROOT",
        "and CC fell cc",
        "fell VBD rose conj",
    ),
    "clear": (
        "Deals NNS rose nsubj",
        "valued VBN Deals acl",
        "at IN valued prep",
        "$ $ 9 nmod",
        "9 CD at pobj",
        "rose VBD rose ROOT",
        "and CC rose cc",
        "fell VBD rose conj",
    ),
}


@pytest.mark.parametrize("scheme", REDUCED)
def test_participle_after_a_noun_and_joined_verbs(scheme: str) -> None:
    """A participle behind a noun has that noun as its thing done, and the second of two verbs shares the
    first's subject.
    """
    found = roles(*REDUCED[scheme])
    verb = place(found, "valued")
    assert found.passive(verb)
    assert word(found, found.thing(verb)) == "Deals"
    assert word(found, found.phrase(verb, "at")) == "$"
    assert word(found, found.subject(place(found, "fell"))) == "Deals"


CONTROL = {
    "universal": (
        "They PRP expect nsubj",
        "expect VBP expect ROOT",
        "exports NNS expect obj",
        "to TO rise mark",
        "rise VB expect xcomp",
        "according VBG them case",
        "to TO according fixed",
        "them PRP expect obl",
    ),
    "clear": (
        "They PRP expect nsubj",
        "expect VBP expect ROOT",
        "exports NNS expect dobj",
        "to TO rise aux",
        "rise VB expect xcomp",
        "according VBG expect prep",
        "to IN according prep",
        "them PRP to#2 pobj",
    ),
}


@pytest.mark.parametrize("scheme", CONTROL)
def test_infinitive_is_controlled_by_the_object(scheme: str) -> None:
    """`expect exports to rise`: what rises is the exports; a preposition of two words brings in one noun."""
    found = roles(*CONTROL[scheme])
    assert word(found, found.subject(place(found, "rise"))) == "exports"
    assert found.tree.heads[place(found, "them")] == place(found, "expect")


APPOSITION = {
    "universal": (
        "Orvane NNP sold nsubj",
        "a DT maker det",
        "maker NN Orvane appos",
        "of IN cars case",
        "cars NNS maker nmod",
        "sold VBD sold ROOT",
        "9 CD sold obj",
    ),
    "clear": (
        "Orvane NNP sold nsubj",
        "a DT maker det",
        "maker NN Orvane appos",
        "of IN maker prep",
        "cars NNS of pobj",
        "sold VBD sold ROOT",
        "9 CD sold dobj",
    ),
}


@pytest.mark.parametrize("scheme", APPOSITION)
def test_apposition_leads_to_its_noun(scheme: str) -> None:
    """A noun in apposition leads to the one that it explains, and keeps its own of-phrase."""
    found = roles(*APPOSITION[scheme])
    maker = place(found, "maker")
    assert word(found, found.apposition(maker)) == "Orvane"
    assert found.apposition(place(found, "cars")) is None
    assert word(found, found.phrase(maker, "of")) == "cars"
    assert found.noun_phrase(maker) == (1, 2)


def test_existence_has_what_exists_for_subject() -> None:
    """`There were 9 cars` is no copula: in both schemes the cars are the subject of the verb."""
    universal = roles("There EX were expl", "were VBD were ROOT", "9 CD cars nummod", "cars NNS were nsubj")
    clear = roles("There EX were expl", "were VBD were ROOT", "9 CD cars nummod", "cars NNS were attr")
    for found in (universal, clear):
        assert word(found, found.subject(1)) == "cars"


def test_phrases_of_verbal_nouns() -> None:
    """`by selling 9 cars`: in CLEAR's words a preposition with a clause; the clause hangs on the verb, marked
    by it.
    """
    found = roles(
        "It PRP grew nsubj",
        "grew VBD grew ROOT",
        "by IN grew prep",
        "selling VBG by pcomp",
        "9 CD selling dobj",
    )
    assert found.tree.labels[3] == "advcl"
    assert found.tree.labels[2] == "mark"
    assert word(found, found.subject(3)) == "It"


def test_a_passive_goes_on_in_a_mistagged_verb() -> None:
    """In `was finished and put into use` both verbs are passive, whatever `put` was tagged."""
    found = roles(
        "mill NN finished nsubj:pass",
        "was VBD finished aux:pass",
        "finished VBN finished ROOT",
        "and CC put cc",
        "put VB finished conj",
    )
    assert word(found, found.thing(4)) == "mill"


def test_a_relative_clause_hung_on_the_verb() -> None:
    """`the fair, which was hosted`: what was hosted is the noun before the comma."""
    found = roles(
        "They PRP left nsubj",
        "left VBD left ROOT",
        "fair NN left obj",
        ", , hosted punct",
        "which WDT hosted nsubj:pass",
        "was VBD hosted aux:pass",
        "hosted VBN left parataxis",
    )
    assert word(found, found.thing(place(found, "hosted"))) == "fair"


def test_a_participle_taken_for_the_main_verb() -> None:
    """`A mill built with loans employs 90`: the mill was built."""
    found = roles(
        "mill NN built nsubj",
        "built VBN built ROOT",
        "with IN loans case",
        "loans NNS built obl",
        "employs VBZ built advcl",
    )
    assert word(found, found.thing(place(found, "built"))) == "mill"
