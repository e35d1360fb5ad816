"""Which figures of a sentence share the time of one of its clauses."""

from __future__ import annotations

from pipeline.extract.scope import compares, is_occasion, out_of_reach, shares_day, tense
from pipeline.model import Period


def test_a_relative_clause_keeps_its_time(sentence) -> None:
    """`the firm, which opened in 1990, employs 300`: the year is not the figure's."""
    told = sentence(
        "firm NN employs nsubj", "which WDT opened nsubj", "opened VBD firm acl:relcl", "in IN 1990 case",
        "1990 CD opened obl", "employs VBZ employs ROOT", "300 CD people nummod", "people NNS employs obj",
        **{"1990": Period("1990")},
    )  # fmt: skip
    assert out_of_reach(told, 6, 4)


def test_another_tense_is_another_time(sentence) -> None:
    """`it opened in 1990 and employs 300`, but `it opened in 1990 and sold 300`."""
    rows = [
        "it PRP opened nsubj",
        "opened VBD opened ROOT",
        "in IN 1990 case",
        "1990 CD opened obl",
        "and CC now cc",
    ]
    present = sentence(*rows[:4], "employs VBZ opened conj", "300 CD people nummod", "people NNS employs obj")
    past = sentence(*rows[:4], "sold VBD opened conj", "300 CD people nummod", "people NNS sold obj")
    assert out_of_reach(present, 5, 3)
    assert not out_of_reach(past, 5, 3)


def test_a_clause_that_describes_the_figures_noun(sentence) -> None:
    """`runs 300 homes built in 1990`: the year tells of the homes."""
    told = sentence(
        "runs VBZ runs ROOT", "300 CD homes nummod", "homes NNS runs obj", "built VBN homes acl",
        "in IN 1990 case", "1990 CD built obl",
    )  # fmt: skip
    assert not out_of_reach(told, 1, 5)


def test_shared_subjects_share_a_time_behind_them(sentence) -> None:
    """`300 shops closed or moved in 2020` tells of both; `300 closed and it hired in 2020` only of hiring."""
    rows = ["300 CD shops nummod", "shops NNS closed nsubj", "closed VBD closed ROOT", "or CC moved cc"]
    shared = sentence(*rows, "moved VBD closed conj", "in IN 2020 case", "2020 CD moved obl")
    apart = sentence(
        *rows[:3], "and CC hired cc", "it PRP hired nsubj", "hired VBD closed conj", "2020 CD hired obl"
    )
    assert not out_of_reach(shared, 0, 6)
    assert out_of_reach(apart, 0, 6)


def test_before_doing(sentence) -> None:
    """`cost 80 in May before sinking to 70`: the second figure is of later."""
    told = sentence(
        "cost VBD cost ROOT", "in IN May case", "May NNP cost obl", "before IN sinking mark",
        "sinking VBG cost advcl", "to IN 70 case", "70 CD sinking obl",
    )  # fmt: skip
    assert out_of_reach(told, 6, 2)


def test_tenses(sentence) -> None:
    """The perfect is of the past, a modal verb of the future, a participle alone of no time."""
    told = sentence(
        "has VBZ grown aux", "grown VBN grown ROOT", "will MD fall aux", "fall VB grown conj",
        "led VBN fall advcl",
        "is VBZ small cop", "small JJ grown conj",
    )  # fmt: skip
    assert [tense(told.tree, verb) for verb in (1, 3, 4, 6)] == ["past", "future", None, "present"]


def test_what_somebody_means_to_do(sentence) -> None:
    """`agreed in May to buy 300`: May is when they agreed."""
    told = sentence(
        "agreed VBD agreed ROOT", "in IN May case", "May NNP agreed obl", "to TO buy mark",
        "buy VB agreed xcomp", "300 CD buy obj",
    )  # fmt: skip
    assert out_of_reach(told, 5, 2)


def test_a_day_shared_by_joined_clauses(sentence) -> None:
    """`fell on Monday, while oil lost 5%` and `fell on Monday and lost 5%`, but not `as it lost 5%`."""
    rows = ["fell VBD fell ROOT", "Monday NNP fell obl", "lost VBD fell advcl", "5% CD lost obj"]
    for mark, shared in (("while", True), ("as", False)):
        told = sentence(*rows[:2], f"{mark} IN lost mark", *rows[2:])
        assert shares_day(told, 4, 0) is shared
    joined = sentence(*rows[:2], "and CC lost cc", "lost VBD fell conj", rows[3])
    assert shares_day(joined, 4, 0)


def test_a_comparison_below_the_figure(sentence) -> None:
    """`sells triple what it made in 2020` compares with 2020, `rose twice and fell in 2020` does not."""
    below = sentence(
        "costs VBZ costs ROOT",
        "twice RB costs obj",
        "it PRP did nsubj",
        "did VBD twice acl:relcl",
        "2020 CD did obl",
    )
    beside = sentence("rose VBD rose ROOT", "twice RB rose advmod", "fell VBD rose conj", "2020 CD fell obl")
    assert compares(below, 1, 4)
    assert not compares(beside, 1, 3)


def test_a_day_of_a_clause_with_its_outcome(sentence) -> None:
    """`rose on Monday to close at 90`, `fell on Monday, losing 9`: both figures are of Monday."""
    outcome = sentence(
        "rose VBD rose ROOT", "on IN Monday case", "Monday NNP rose obl", "to TO close mark",
        "close VB rose advcl", "at IN 90 case", "90 CD close obl",
        Monday=Period("2025-10-13"),
    )  # fmt: skip
    losing = sentence(
        "fell VBD fell ROOT", "Monday NNP fell obl", ", , losing punct", "losing VBG fell advcl",
        "9 CD losing obj", Monday=Period("2025-10-13"),
    )  # fmt: skip
    assert shares_day(outcome, 6, 0)
    assert shares_day(losing, 4, 0)


def test_the_occasion_of_a_clause(sentence) -> None:
    """`opened at a ceremony`: of one time with the clause; `opened in a town` tells where."""
    told = sentence(
        "opened VBD opened ROOT", "at IN ceremony case", "ceremony NN opened obl", "in IN town case",
        "town NN opened obl",
    )  # fmt: skip
    assert is_occasion(told, 2)
    assert not is_occasion(told, 4)
