"""Modality."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.extract.foretold import noun_modality, replaced
from pipeline.extract.mood import chain, is_judging, is_saying, modality, trails
from pipeline.extract.sentence import Sentence
from pipeline.run import run


@pytest.fixture
def clause(sentence):
    """`exports HELPER grow 5%` with one word before the verb."""

    def made(word: str, tag: str, label: str = "aux") -> Sentence:
        return sentence(
            "exports NNS grow nsubj", f"{word} {tag} grow {label}", "grow VB grow ROOT", "5% CD grow obl"
        )

    return made


@pytest.mark.parametrize(
    ("word", "told"),
    [("will", "expected"), ("could", "possible"), ("may", "possible"), ("did", "reported")],
)
def test_helpers_of_the_verb(clause, word: str, told: str) -> None:
    """A modal verb says how sure the claim is."""
    assert modality(clause(word, "MD"), 3) == told


def test_the_less_sure_reading_wins(sentence) -> None:
    """`could be expected` is possible, not expected."""
    told = sentence("it PRP grow nsubj", "could MD grow aux", "will MD grow aux", "grow VB grow ROOT")
    assert modality(told, 3) == "possible"


def test_a_project_is_no_projection(sentence) -> None:
    """The noun `project` is no cue of what is expected."""
    told = sentence("project NN costs nsubj", "costs VBZ costs ROOT", "$5m CD costs obj")
    assert modality(told, 2) == "reported"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The jets hit 12 targets in the north.", "reported"),
        ("The police keep a list of 40 wanted men.", "reported"),
        ("The chain has a target of 300 shops.", "planned"),
    ],
)
def test_what_is_counted_is_there(text: str, told: str) -> None:
    """A target that is counted is no target of the count, and a wanted man nobody's wish."""
    (claim,) = run(text)
    assert claim.modality == told


def test_what_is_said_does_not_take_the_mood_of_saying(sentence) -> None:
    """The chain above a figure stops where somebody says it."""
    told = sentence(
        "she PRP said nsubj",
        "said VBD said ROOT",
        "exports NNS grew nsubj",
        "grew VBD said ccomp",
        "5% CD grew obl",
    )
    assert chain(told, 4) == [4, 3]


def test_verbs_of_saying_and_judging() -> None:
    """Forms of such verbs are known in any case, others not."""
    assert is_saying("Said")
    assert is_judging("estimates")
    assert not is_saying("rose")
    assert not is_judging("rose")


@pytest.mark.parametrize(
    ("text", "figure", "told"),
    [
        ("The bank sees the economy shrinking 3 percent.", "3 percent", "expected"),
        ("The economy is seen growing 3 percent.", "3 percent", "expected"),
        ("The airline saw its profit drop to $3 million.", "$3 million", "reported"),
        ("The ministry lowered its forecast to 3 percent.", "3 percent", "expected"),
        ("The target was cut to 3 percent.", "3 percent", "planned"),
        ("Output will reach 9 tons, and imports fell 4 percent.", "4 percent", "reported"),
        ("The firm plans to repay its debt of $3 million.", "$3 million", "reported"),
        ("Capacity will rise to 9 tons from the current 5 tons.", "5 tons", "reported"),
        ("Capacity should rise to 9 tons from 5 tons now.", "9 tons", "expected"),
        ("Costs will reach $9 million, with wages taking $3 million.", "$3 million", "expected"),
        ("The firm will invest $3 million in its 12 mills.", "12", "reported"),
        ("The firm aims to cut costs by $9 million, having saved $3 million.", "$3 million", "reported"),
        ("The bank estimates that the economy shrank 3 percent.", "3 percent", "reported"),
        ("Sales are certain to reach $3 million.", "$3 million", "expected"),
        ("Officials declined to confirm that losses reached $3 million.", "$3 million", "possible"),
        ("Profit was $9 million, above analysts' estimates of $8 million.", "$8 million", "expected"),
        ("Profit was $9 million, against a median estimate of $8 million.", "$9 million", "reported"),
        ("Profit beat an estimate of $8 million in a poll of nine analysts.", "nine", "reported"),
        ("By the ministry's estimate of $8 million, the road is dear.", "$8 million", "reported"),
        ("Profit grew faster than expected, by 4 percent.", "4 percent", "reported"),
        ("Profit showed a bigger-than-expected rise of 4 percent.", "4 percent", "reported"),
        ("Profit was lower than the expected $9 million.", "$9 million", "expected"),
    ],
)
def test_figures_take_the_mood_of_their_own_clause(claims, text: str, figure: str, told: str) -> None:
    """What looks ahead is no fact, and what stands beside it keeps its own mood."""
    [claim] = [each for each in claims(text) if figure in text[slice(*each.mentions[0])]]
    assert claim.modality == told


def test_what_the_forecast_was_stands_with_it(sentence) -> None:
    """Both ends of a forecast's movement are forecasts, what it is only compared with is not."""
    told = sentence(
        "forecast NN rose nsubj",
        "rose VBD rose ROOT",
        "from IN 3% case",
        "3% CD rose obl",
        "against IN 2% case",
        "2% CD rose obl",
    )
    assert noun_modality(told, 3, compared=True) == "expected"
    assert noun_modality(told, 5, compared=True) == "reported"


def test_the_first_to_do_it_has_done_it(sentence) -> None:
    """An infinitive behind `the first` tells of what happened."""
    told = sentence(
        "first JJ plant amod",
        "plant NN plant ROOT",
        "to TO reach mark",
        "reach VB plant acl",
        "9 CD reach obj",
    )
    assert modality(told, 4) == "reported"


@pytest.mark.parametrize(
    ("rows", "going_on"),
    [
        (("9 CD 9 ROOT", ", , 9 punct", "some DT 3 det", "3 CD 9 appos"), True),
        (("9 CD 9 ROOT", ", , 9 punct", "fell VBD 9 conj", "3 CD fell obj"), False),
        (("9 CD 9 ROOT", "some DT 3 det", "3 CD 9 appos"), False),
    ],
)
def test_what_goes_on_with_what_was_told(sentence, rows: tuple[str, ...], going_on: bool) -> None:
    """A figure behind a comma and words of amount alone has no clause of its own."""
    assert trails(sentence(*rows), len(rows) - 1) is going_on


def test_participles_behind_what_is_seen(sentence) -> None:
    """`see sales growing 5%` looks ahead, wherever the participle hangs."""
    told = sentence(
        "brokers NNS see nsubj",
        "see VBP see ROOT",
        "sales NNS see obj",
        "growing VBG sales acl",
        "5% CD growing obj",
    )
    assert modality(told, 4, "change") == "expected"


def test_a_cue_parted_from_its_preposition(sentence) -> None:
    """`asked on Friday for $5m` is the cue `asked for`."""
    told = sentence(
        "asked VBD asked ROOT",
        "on IN Friday case",
        "Friday NNP asked obl",
        "for IN $5m case",
        "$5m CD asked obl",
    )
    assert modality(told, 4) == "planned"


def test_what_a_relative_clause_plans(sentence) -> None:
    """`the nine trains that it plans to buy` are planned."""
    told = sentence(
        "nine CD trains nummod",
        "trains NNS came nsubj",
        "it PRP plans nsubj",
        "plans VBZ trains acl:relcl",
        "to TO buy mark",
        "buy VB plans xcomp",
        "came VBD came ROOT",
    )
    assert modality(told, 0) == "planned"


def test_figures_under_a_heading(sentence) -> None:
    """Figures alone behind a colon are what the noun before it says; with a verb they are their own."""
    told = sentence("kept VBD kept ROOT", "forecast NN kept obj", ": : 9 punct", "9 CD kept appos")
    assert modality(told, 3) == "expected"
    told = sentence(
        "beat VBD beat ROOT",
        "forecast NN beat obj",
        ": : rose punct",
        "rose VBD beat parataxis",
        "9 CD rose obj",
    )
    assert modality(told, 4) == "reported"


def test_an_outcome_has_the_mood_of_what_brings_it_about(sentence) -> None:
    """`plans to hire 2, bringing its staff to 9`: the 9 is planned, though the participle hangs elsewhere."""
    told = sentence(
        "opened VBD opened ROOT",
        "plans VBZ opened advcl",
        "hire VB plans xcomp",
        ", , bringing punct",
        "bringing VBG opened advcl",
        "9 CD bringing obl",
    )
    assert modality(told, 5) == "planned"


def test_a_rank_by_which_the_subject_goes(sentence) -> None:
    """`Acme, the largest maker, will merge`: the rank is a fact, the merger is to come."""
    told = sentence(
        "Acme NNP merge nsubj",
        "largest JJS maker amod",
        "maker NN Acme appos",
        "will MD merge aux",
        "merge VB merge ROOT",
    )
    assert modality(told, 2, "rank") == "reported"


def test_a_wish_is_not_of_its_subject(sentence) -> None:
    """Those who plan are there already."""
    told = sentence(
        "300 CD firms nummod", "firms NNS plan nsubj", "plan VBP plan ROOT", "expansion NN plan obj"
    )
    assert modality(told, 0) == "reported"


def test_an_infinitive_behind_and_goes_on_with_the_one_before(sentence) -> None:
    """What a parser hung on the verb of a clause between is hung on the infinitive."""
    told = sentence(
        "it PRP vowed nsubj",
        "vowed VBD vowed ROOT",
        "to TO house mark",
        "house VB vowed xcomp",
        "all DT house obj",
        "queue VBP all acl:relcl",
        "to TO train mark",
        "train VB queue conj",
        "9 CD train obj",
    )
    assert chain(told, 8) == [8, 7, 3, 1]
    assert modality(told, 8) == "planned"


def test_any_verb_with_an_infinitive_is_about_to(sentence) -> None:
    """Whatever the verb, its infinitive is still to be done; but what began is there."""
    for verb, modal in (("applied", "planned"), ("began", "reported")):
        told = sentence(
            f"it PRP {verb} nsubj",
            f"{verb} VBD {verb} ROOT",
            "to TO build mark",
            f"build VB {verb} xcomp",
            "9 CD build obj",
        )
        assert modality(told, 4) == modal


def test_a_deal_promises_what_it_is_for(sentence) -> None:
    """What stands behind the `to` of a contract is planned, what it is worth is not."""
    told = sentence(
        "it PRP won nsubj",
        "won VBD won ROOT",
        "$9m CD contract compound",
        "contract NN won obj",
        "to TO build mark",
        "build VB won advcl",
        "7 CD build obj",
    )
    assert modality(told, 6) == "planned"
    assert modality(told, 2) == "reported"


def test_a_clause_tells_what_is_known(sentence) -> None:
    """`the 9 mills that it owns` are there, whatever becomes of them."""
    told = sentence(
        "it PRP sell nsubj",
        "will MD sell aux",
        "sell VB sell ROOT",
        "the DT mills det",
        "9 CD mills nummod",
        "mills NNS sell obj",
        "that WDT owns obj",
        "owns VBZ mills acl:relcl",
    )
    assert modality(told, 4) == "reported"


def test_an_earlier_version_of_a_figure(sentence) -> None:
    """An estimate before this one is a version of it; the figure of last year is another."""
    told = sentence(
        "from IN estimate case",
        "previous JJ estimate amod",
        "estimate NN estimate ROOT",
        "9 CD estimate nmod",
    )
    other = sentence("from IN total case", "previous JJ total amod", "total NN total ROOT", "9 CD total nmod")
    assert replaced(told, 3)
    assert not replaced(other, 3)


def test_a_clause_without_tense_is_wanted(sentence) -> None:
    """`ordered that 9 ships be built` tells a wish, `said that 9 ships were built` a fact."""

    def built(verb: str, helper: str) -> Sentence:
        return sentence(
            f"{verb} VBD {verb} ROOT",
            "that IN built mark",
            "9 CD built nsubj:pass",
            f"{helper} built aux:pass",
            f"built VBN {verb} ccomp",
        )

    assert modality(built("ordered", "be VB"), 2) == "planned"
    assert modality(built("said", "were VBD"), 2) == "reported"


def test_what_is_still_to_be_decided_is_possible(sentence) -> None:
    """A clause with `whether` leaves its figure open."""
    told = sentence("decide VBP decide ROOT", "whether IN lift mark", "lift VB decide xcomp", "9 CD lift obj")
    assert modality(told, 3) == "possible"


def test_the_word_before_an_infinitive_governs_it(sentence) -> None:
    """`sold 5 and plans to sell 9`: planned, though the parse takes `plans` for a noun beside another."""
    told = sentence(
        "sold VBD sold ROOT",
        "ships NNS sold obj",
        "and CC plans cc",
        "plans NNS ships conj",
        "to TO sell mark",
        "sell VB sold advcl",
        "9 CD sell obj",
    )
    assert modality(told, 6) == "planned"


def test_an_estimate_of_what_has_been_is_reported(sentence) -> None:
    """`estimates that it has cost 9` tells what was."""
    told = sentence(
        "estimates VBZ estimates ROOT",
        "it PRP cost nsubj",
        "has VBZ cost aux",
        "cost VBN estimates ccomp",
        "9 CD cost obj",
    )
    assert modality(told, 4) == "reported"


def test_a_verb_beside_an_infinitive_has_its_own_tense(sentence) -> None:
    """`hoping to raise 9 but settled for 5`: the 5 is no hope."""
    told = sentence(
        "hoping VBG hoping ROOT",
        "to TO raise mark",
        "raise VB hoping xcomp",
        "9 CD raise obj",
        "settled VBD raise conj",
        "5 CD settled obl",
    )
    assert modality(told, 3) == "planned"
    assert modality(told, 5) == "reported"


def test_a_verb_that_shares_the_helper_is_no_plan(sentence) -> None:
    """`had planned to open 9 but managed 5`: the 5 is no plan, though `managed` hangs on `planned`."""
    told = sentence(
        "had VBD planned aux",
        "planned VBN planned ROOT",
        "to TO open mark",
        "open VB planned xcomp",
        "9 CD open obj",
        "managed VBN planned conj",
        "5 CD managed obj",
    )
    assert modality(told, 4) == "planned"
    assert modality(told, 6) == "reported"


def test_what_was_before_a_hope_is_reported(sentence) -> None:
    """`hopes to recover after losing 9`: the 9 is lost."""
    told = sentence(
        "hopes VBZ hopes ROOT",
        "to TO recover mark",
        "recover VB hopes xcomp",
        "after IN losing mark",
        "losing VBG recover advcl",
        "9 CD losing obj",
    )
    assert modality(told, 5) == "reported"


def test_talks_that_are_under_way_are_a_plan(sentence) -> None:
    """`Talks are underway to supply 9`."""
    told = sentence(
        "Talks NNS underway nsubj",
        "are VBP underway cop",
        "underway JJ underway ROOT",
        "to TO supply mark",
        "supply VB underway xcomp",
        "9 CD supply obj",
    )
    assert modality(told, 5) == "planned"


@pytest.mark.parametrize(
    ("text", "figure", "told"),
    [
        ("The target set for this year is 32 million tonnes.", "32 million tonnes", "planned"),
        ("Acme has lifted its forecast for 2025 to 8 percent from 6.3 percent.", "8 percent", "expected"),
        ("The quota for each visitor was raised to 30,000 yuan.", "30,000 yuan", "reported"),
        ("Almost 900 claims were still awaiting a decision.", "900", "reported"),
        ("Output will be 18 tonnes, which allows for exporting fish.", "18 tonnes", "expected"),
    ],
)
def test_nouns_and_clauses_of_what_is_to_come(text: str, figure: str, told: str) -> None:
    """A target or forecast tells of what is to come, a quota or a wait of what is."""
    moods = {text[slice(*claim.mentions[0])]: claim.modality for claim in run(text, date(2024, 5, 15)).claims}
    assert moods[figure] == told


@pytest.mark.parametrize(
    ("text", "figure", "told"),
    [
        ("The port is close to signing a $70m loan.", "$70m", "expected"),
        ("Another 40 closures are looming.", "40", "expected"),
        ("The senate approved the construction of 14 tunnels.", "14", "planned"),
        ("Rumours of a $2bn offer unsettled the board.", "$2bn", "possible"),
        ("Lodra runs a drive to plant 30 orchards.", "30", "planned"),
        ("A rent rise of 6% looks inevitable.", "6%", "expected"),
        ("Wages grew less than the 6% that traders had predicted.", "6%", "expected"),
        ("After shedding 50 jobs in spring, Lodra will hire again.", "50", "reported"),
    ],
)
def test_words_that_look_ahead_and_words_that_do_not(text: str, figure: str, told: str) -> None:
    """Nouns, adjectives and words before a participle tell what is to come; what was done is told as done."""
    claims = run(text, published=date(2021, 9, 14))
    assert [one.modality for one in claims if text[slice(*one.mentions[0])].startswith(figure)] == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Parliament rejected five proposals.", "reported"),
        ("She scored 40 goals.", "reported"),
        ("Its target of 40 homes was missed.", "planned"),
        ("The club wants to score 40 goals.", "planned"),
    ],
)
def test_goals_that_are_counted_are_not_aimed_at(text: str, told: str) -> None:
    """How many plans or goals there are is told as fact; what a plan is for is planned."""
    assert [claim.modality for claim in run(text).claims] == [told]


def test_what_came_first_is_no_part_of_what_is_to_come() -> None:
    """A record fall `after` which somebody will act is reported."""
    told = run("It will shut a mill next year after its profit fell 9%, the largest drop in a decade.")
    assert [claim.modality for claim in told.claims if claim.kind == "record"] == ["reported"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Trams should be held to 20 miles per hour, the council says.", "planned"),
        ("Taxes should be cut by 9 percent.", "planned"),
        ("Output should rise by 9 percent.", "expected"),
        ("The mill should be finished at a cost of $9 million.", "expected"),
    ],
)
def test_what_should_be_done_is_called_for(text: str, told: str) -> None:
    """`should be cut` calls for a cut, `should rise` and `should be finished` foretell."""
    assert [claim.modality for claim in run(text).claims] == [told]
