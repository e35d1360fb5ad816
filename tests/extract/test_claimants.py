"""Who could own a figure, and what is told of each."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.extract.cast import cast_of
from pipeline.extract.choice import Candidates
from pipeline.extract.claimants import claimants
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic
from pipeline.extract.salience import Salience
from pipeline.extract.sentence import Sentence
from pipeline.model import Claim, Document, Mention, Name, Quantity
from pipeline.rules.grammar import parse
from pipeline.rules.rule import Rule

FIVE = Quantity("percent", Decimal(5))
RULE = Rule("change.verb", "rose", parse("rose"))
NAMES = {
    "Chile": Name("country", "Chile"),
    "Andex": Name("organisation", "Andex"),
    "Ruiz": Name("person", "Ruiz"),
    "Peru": Name("country", "Peru"),
}


def draft(said: Sentence, token: int) -> Draft:
    return Draft("change", RULE, said, (0, 2), token, token - 1, (0, 2), 1, FIVE)


@pytest.fixture
def discourse(sentence) -> Discourse:
    """An article that named Peru, Andex and Ruiz, and told a figure of Andex's, before its next sentence."""
    mentions = [
        Mention(at - 50, at - 45, name, NAMES[name]) for at, name in enumerate(("Peru", "Andex", "Ruiz"))
    ]
    cast = cast_of(Document("t", "x" * 80), mentions, [], 0)
    before = sentence("rose VBD rose ROOT", "5% CD rose obl", **{"5%": FIVE})
    claim = Claim("change", ((0, 2),), (0, 2), RULE.id, metric="revenue", subject="Andex", unit="percent")
    salience = Salience(names=dict(NAMES), company="Andex", home="Peru")
    return Discourse(salience, cast, told=[Told(draft(before, 1), claim, True, True)])


@pytest.fixture
def weigh(sentence, discourse: Discourse):
    """The candidates for `Chile said its exports rose 5%`, by metric and the rules' choice."""
    said = sentence(
        "Chile NNP said nsubj", "said VBD said ROOT", "its PRP$ exports nmod:poss", "exports NNS rose nsubj",
        "rose VBD said ccomp", "5% CD rose obl", Chile=NAMES["Chile"], **{"5%": FIVE},
    )  # fmt: skip

    def run(metric: str | None, chosen: str | None) -> Candidates:
        topic = Topic(3, "exports")
        return claimants(draft(said, 5), topic, metric, chosen, "by way of test", None, discourse)

    return run


def test_who_is_named_here_and_who_was_named_before(weigh) -> None:
    """The sentence's names and those of the article are candidates, each with where it stands."""
    found = weigh("revenue", None).found
    assert {"Chile", "Peru", "Andex", "Ruiz", None} <= set(found)
    assert {"here", "country", "country here", "country: corporate", "pronoun here as owner"} <= found[
        "Chile"
    ]
    assert {"away", "firm away", "company", "last firm", "had the last figure"} <= found["Andex"]
    assert {"home", "last country"} <= found["Peru"]
    assert "had figures" not in found["Peru"]
    assert {"last told of", "person"} <= found["Ruiz"]


def test_things_of_the_sentence_before_are_candidates(sentence) -> None:
    """A thing told of just before may own a figure whose sentence names nobody; a metric there may not."""
    before = sentence(
        "Exports NNS reached nsubj", "reached VBD reached ROOT", "a DT ferry det", "ferry NN reached obj",
    )  # fmt: skip
    said = sentence("It PRP rose nsubj", "rose VBD rose ROOT", "5% CD rose obl", **{"5%": FIVE})
    weighed = claimants(
        draft(replace(said, before=before), 2), Topic(-1), None, None, "by way of test", None, Discourse()
    )
    assert {"just before", "just before, label obj", "noun just before", "one"} <= weighed.found["ferry"]
    assert "Exports" not in weighed.found


def test_the_country_of_an_article_is_a_candidate_unnamed(sentence) -> None:
    """The country that city, bodies or publisher speak for may own a figure though nothing names it."""
    said = sentence("It PRP rose nsubj", "rose VBD rose ROOT", "5% CD rose obl", **{"5%": FIVE})
    discourse = Discourse(Salience(main={"country": "Oman"}))
    weighed = claimants(draft(said, 2), Topic(-1), None, None, "by way of test", None, discourse)
    assert "the country by all signs" in weighed.found["Oman"]


def test_the_rules_choice_is_told_also_where_it_is_nobody(weigh) -> None:
    """Whom the rules name is marked with how they came to it; where they name nobody, nobody is."""
    named, nobody = weigh("revenue", "Andex").found, weigh("revenue", None).found
    marks = {"chosen", "chosen by way of test"}
    assert marks <= named["Andex"]
    assert not marks & named[None]
    assert marks <= nobody[None]
    assert not marks & nobody["Andex"]


def test_who_may_not_have_a_metric_is_no_candidate(weigh) -> None:
    """A nation's figure is no person's and no noun's, and only some are a firm's; the rules' choice stays."""
    assert {"Ruiz", "Andex", "exports"}.isdisjoint(weigh("gdp", "Peru").found)
    assert "Andex" in weigh("exports", "Peru").found
    assert "Ruiz" in weigh("gdp", "Ruiz").found
    assert "Ruiz" in weigh("revenue", "Peru").found


def test_a_thing_has_what_it_does(sentence, discourse: Discourse) -> None:
    """`The mine exported 5` tells of the mine, though exports are a nation's; inflation is no mine's."""
    said = sentence("mine NN exported nsubj", "exported VBD exported ROOT", "5 CD exported obj")
    told = replace(draft(said, 2), kind="level")
    topic = Topic(-1, "")
    assert "mine" in claimants(told, topic, "exports", None, "none", None, discourse).found
    assert "mine" not in claimants(told, topic, "inflation", None, "none", None, discourse).found


def test_the_rules_choice_stays_in_whatever_case(weigh) -> None:
    """Whom the rules name stays a candidate where the sentence spells it in another case."""
    found = weigh("gdp", "Exports").found
    assert "chosen" in found["exports"]


def test_order_word_and_unit_speak(weigh) -> None:
    """Who was told how long ago and as which of its kind, the last word of each, and the figure's unit."""
    found = weigh("revenue", "Peru").found
    assert {"rank 0", "person of rank 0", "word ruiz"} <= found["Ruiz"]
    assert {"rank 2", "country of rank 0", "country: percent", "home: metric revenue"} <= found["Peru"]
    assert "nearest name before behind rose" in found["Chile"]
    assert not any(told.startswith("word") for told in found[None])


def test_what_is_measured_of_someone_told_before_owns_nothing(sentence) -> None:
    """`Its budget grew and it rose 5%`: no budget rose; `the budget` might."""

    def names(determiner: str) -> set[str | None]:
        said = sentence(
            f"{determiner} PRP$ budget nmod:poss", "budget NN grew nsubj", "grew VBD grew ROOT",
            "and CC rose cc", "it PRP rose nsubj", "rose VBD grew conj", "5% CD rose obl", **{"5%": FIVE},
        )  # fmt: skip
        made = claimants(draft(said, 6), Topic(-1), None, None, "by way of test", None, Discourse())
        return set(made.found)

    assert "budget" not in names("Its")
    assert "budget" in names("The")


def test_one_alone_is_none_of_the_many_told_of_before(sentence) -> None:
    """`He rose` tells nothing of the voters in the sentence before; `they rose` may."""

    def names(pronoun: str) -> set[str | None]:
        before = sentence("Voters NNS waited nsubj", "waited VBD waited ROOT")
        said = sentence(f"{pronoun} PRP rose nsubj", "rose VBD rose ROOT", "5% CD rose obl", **{"5%": FIVE})
        made = draft(replace(said, before=before), 2)
        return set(claimants(made, Topic(-1), None, None, "by way of test", None, Discourse()).found)

    assert "Voters" not in names("He")
    assert "Voters" in names("They")
