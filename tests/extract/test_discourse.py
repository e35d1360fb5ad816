"""What later claims take over from what an article has told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.extract.cast import Cast
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.salience import Salience
from pipeline.model import Claim, Name, Quantity
from pipeline.rules.grammar import parse
from pipeline.rules.rule import Rule

RULE = Rule("r", "rose", parse("rose"))
NAMES = {
    "Chile": Name("country", "Chile"),
    "Peru": Name("country", "Peru"),
    "Porto Azul Shipyard": Name("organisation", "Porto Azul Shipyard"),
}


@pytest.fixture
def told(sentence):
    """A told claim, each in a sentence of its own unless one is given."""

    def made(
        said=None, *, explicit: bool = True, named: bool = True, at_base: bool = False, **fields
    ) -> Told:
        said = said or sentence("rose VBD rose ROOT", "5% CD rose obl")
        draft = Draft("level", RULE, said, (5, 7), 1, 0, (0, 4), 2, at_base=at_base)
        return Told(draft, Claim("level", ((5, 7),), (0, 7), "r", **fields), explicit, named)

    return made


def test_a_description_stands_for_a_name() -> None:
    """`the shipyard` is the shipyard that was named, an unknown description stays as it is."""
    discourse = Discourse(Salience(NAMES))
    assert discourse.resolve("shipyard") == "Porto Azul Shipyard"
    assert discourse.resolve("glassworks") == "glassworks"
    assert discourse.named("glassworks") is None
    assert discourse.is_organisation("Porto Azul Shipyard")
    assert not discourse.is_organisation("Chile")


def test_a_description_with_a_town_before_it() -> None:
    """`the Oslo-based lender` is the firm an article is about, `the grain trader's lender` nobody known."""
    discourse = Discourse(Salience(NAMES, company="Porto Azul Shipyard"))
    assert discourse.resolve("Oslo-based lender") == "Porto Azul Shipyard"
    assert discourse.resolve("small lender") == "small lender"


def test_no_figure_is_inherited_from_the_other_party(sentence, told) -> None:
    """Sales to Peru are not Peru's, though it was told of last."""
    discourse = Discourse(Salience(NAMES), told=[told(subject="Chile"), told(subject="Peru")])
    said = sentence("rose VBD rose ROOT")
    assert discourse.subject_for(said, None) == "Peru"
    assert discourse.subject_for(said, None, other="Peru") == "Chile"


def test_the_country_is_the_one_told_of_last(told) -> None:
    """`the country` is the country that had the last figure, else the main one."""
    discourse = Discourse(Salience(NAMES, {"country": "Chile"}))
    assert discourse.resolve("country") == "Chile"
    discourse.told.append(told(subject="Peru"))
    assert discourse.resolve("country") == "Peru"


def test_the_last_figure_of_a_unit(told) -> None:
    """A figure in a unit looks for the last in that unit; a percentage may be of anything."""
    dollars, tonnes = told(unit="USD"), told(unit="tonne")
    discourse = Discourse(told=[dollars, tonnes])
    assert discourse.last(Quantity("money", Decimal(1), unit="USD")) is dollars
    assert discourse.last(Quantity("percent", Decimal(1), unit="percent")) is tonnes
    assert Discourse().last() is None


def test_what_a_sentence_told_so_far(sentence, told) -> None:
    """The claims of the sentence being read come last one first; those of others are left out."""
    said = sentence("rose VBD rose ROOT", "5% CD rose obl")
    first, second = told(said, subject="Chile"), told(said, subject="Peru")
    discourse = Discourse(told=[told(), first, second])
    assert list(discourse.told_in(said)) == [second, first]
    assert not list(discourse.told_in(sentence("fell VBD fell ROOT")))


def test_it_takes_up_the_first_of_the_sentence_before(told) -> None:
    """`It` in a new sentence means what the one before told first, in the same one what came last."""
    first = told(metric="exports")
    second = told(first.draft.sentence, metric="imports")
    discourse = Discourse(told=[first, second])
    assert discourse.meant(first.draft.sentence) is second
    assert discourse.meant(told().draft.sentence) is first


def test_owners_are_inherited_by_metric(told) -> None:
    """A metric is whose it was last, or the paragraph's subject's; a national one the main country's."""
    peru = told(metric="exports", subject="Peru")
    discourse = Discourse(Salience(NAMES, {"country": "Chile"}, "Chile"), told=[peru])
    here = peru.draft.sentence
    elsewhere = replace(here, paragraph=3)
    assert discourse.subject_for(elsewhere, "exports") == "Peru"
    assert discourse.subject_for(elsewhere, "inflation") == "Chile"
    assert discourse.subject_for(here, "inflation") == "Peru"
    assert Discourse().subject_for(here, "exports") is None


def test_a_public_body_has_no_exports(told) -> None:
    """Who reports the figures of a nation does not lend itself to them."""
    names = {**NAMES, "Statistics Office": Name("organisation", "Statistics Office")}
    office = told(metric="exports", subject="Statistics Office")
    discourse = Discourse(Salience(names, {"country": "Chile"}, "Chile"), told=[office])
    assert discourse.subject_for(office.draft.sentence, "exports") == "Chile"


def test_the_other_party(told) -> None:
    """Of two countries each is the other's partner; one partner told before is nobody's for later figures."""
    pair = Discourse(salience=Salience(pair=("Chile", "Peru")), cast=Cast(title="Chile and Peru trade more"))
    assert pair.counterpart_for("trade", "Chile") == "Peru"
    assert pair.counterpart_for("trade", "Peru") == "Chile"
    assert pair.counterpart_for("trade", "Cuba") is None
    assert pair.counterpart_for("inflation", "Chile") is None
    late = Discourse(
        salience=Salience(pair=("Chile", "Peru")), cast=Cast({"Chile": [0], "Peru": [90]}, lead=80)
    )
    assert late.counterpart_for("trade", "Peru") == "Chile"
    assert late.counterpart_for("trade", "Chile") is None, "Peru comes up after the head of the article"
    once = Discourse(told=[told(metric="exports", subject="Chile", counterpart="Peru")])
    assert once.counterpart_for("exports", "Chile") is None


def test_periods_of_a_paragraph(told) -> None:
    """The period told last holds in its paragraph; elsewhere for its metric only, else that of the lead."""
    lead, last = told(metric="gdp", period="2024"), told(metric="exports", period="2025-03")
    discourse = Discourse(told=[lead, last])
    same = last.draft.sentence
    other = replace(same, paragraph=3)
    assert discourse.period_for(same, "imports") == "2025-03"
    assert discourse.period_for(other, "exports") == "2025-03"
    assert discourse.period_for(other, "imports") == "2024"


def test_a_day_is_no_period_of_an_article(told) -> None:
    """A single day or an open stretch in the lead does not hold for what follows."""
    said = told(period="2025-03-01")
    other = replace(said.draft.sentence, paragraph=3)
    for period in ("2025-03-01", "2020/.."):
        assert Discourse(told=[told(period=period)]).period_for(other, "imports") is None


def test_without_a_parse_a_pronoun_has_no_antecedent(sentence) -> None:
    """An antecedent is a subject before the pronoun that has a name and is no person."""
    told = sentence("Chile NNP said nsubj", "said VBD said ROOT", "it PRP grew nsubj", "grew VBD said ccomp",
                    Chile=NAMES["Chile"])  # fmt: skip
    assert Discourse().antecedent(told, 2) == "Chile"
    assert Discourse().antecedent(told, 0) is None
