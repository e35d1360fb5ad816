"""Names that were read as an address or an aside, on trees as the parser builds them."""

from __future__ import annotations

from pipeline.extract.lost_subjects import with_subjects
from pipeline.extract.tree import is_tree


def mended(sentence, *rows: str) -> list[str]:
    """Label and head of every word after mending."""
    tree = with_subjects(sentence(*rows).tree)
    return [f"{label} {tree.words[head]}" for label, head in zip(tree.labels, tree.heads, strict=True)]


def test_a_bare_name_before_a_verb(sentence) -> None:
    """`Riga lost residents`: the name before a verb without subject is its subject."""
    rows = ("Riga NNP lost advmod", "lost VBD lost ROOT", "residents NNS lost obj")
    assert mended(sentence, *rows)[0] == "nsubj lost"


def test_a_month_is_no_subject(sentence) -> None:
    """`March saw` may tell of March, but a month that hangs loosely is a time."""
    rows = ("May NNP fell obl:unmarked", "fell VBD fell ROOT")
    assert mended(sentence, *rows)[0] == "obl:unmarked fell"


def test_a_name_with_an_aside(sentence) -> None:
    """`Malta, the island, is growing`: what stands between commas is an apposition on the name."""
    rows = (
        "Malta NNP growing vocative",
        ", , Malta punct",
        "island NN growing nsubj",
        ", , island punct",
        "is VBZ growing aux",
        "growing VBG growing ROOT",
    )
    told = mended(sentence, *rows)
    assert (told[0], told[2]) == ("nsubj growing", "appos Malta")


def test_a_name_with_a_relative_clause(sentence) -> None:
    """`Acme, which owns a port, plans to build`: the verb behind the clause is the main one."""
    rows = (
        "Acme NNP owns discourse",
        ", , Acme punct",
        "which WDT owns nsubj",
        "owns VBZ owns ROOT",
        "port NN owns obj",
        ", , plans punct",
        "plans VBZ owns parataxis",
    )
    told = mended(sentence, *rows)
    assert (told[0], told[3], told[6]) == ("nsubj plans", "acl:relcl Acme", "ROOT plans")


def test_a_name_with_a_clause_that_a_preposition_opens(sentence) -> None:
    """`Acme, in which Peru holds shares, lost sales`: Acme lost them, whoever holds its shares."""
    told = mended(
        sentence,
        "Acme NNP holds vocative", ", , Acme punct", "in IN which case", "which WDT holds obl",
        "Peru NNP holds nsubj", "holds VBZ holds ROOT", "shares NNS holds obj", ", , lost punct",
        "lost VBD holds conj", "sales NNS lost obj",
    )  # fmt: skip
    assert (told[0], told[5], told[8]) == ("nsubj lost", "acl:relcl Acme", "ROOT lost")


def test_a_name_that_a_preposition_brings_in(sentence) -> None:
    """`in Riga fell` has no subject: a preposition stands before the name."""
    rows = ("in IN Riga case", "Riga NNP fell obl", "fell VBD fell ROOT")
    assert mended(sentence, *rows)[1] == "obl fell"


def test_a_noun_read_as_part_of_a_verb(sentence) -> None:
    """`The smelter consumes power`: what was read as a compound of the verb is its subject."""
    rows = ("The DT consumes det", "smelter NN consumes compound", "consumes VBZ consumes ROOT")
    assert mended(sentence, *rows)[:2] == ["det smelter", "nsubj consumes"]


def test_a_clause_read_as_a_phrase(sentence) -> None:
    """`hired before the fair opens`: the noun behind `before` is the subject of a clause."""
    rows = (
        "hired VBD hired ROOT",
        "before IN fair case",
        "fair NN hired obl",
        "opens VBZ hired parataxis",
    )
    assert mended(sentence, *rows)[1:] == ["mark opens", "nsubj opens", "advcl hired"]


def test_the_subject_of_an_aside_on_it(sentence) -> None:
    """`Mills worth $9 were sold`, `mills costing $9 will open`: the clause is of the mills."""
    worth = ("mills NNS worth nsubj", "worth VBP worth ROOT", "$9 CD worth obj", "were VBD sold aux:pass",
             "sold VBN worth conj")  # fmt: skip
    told = mended(sentence, *worth)
    assert (told[0], told[1], told[4]) == ("nsubj:pass sold", "acl mills", "ROOT sold")
    costing = ("mills NNS costing nsubj", "costing VBG open advcl", "$9 CD costing obj", "will MD open aux",
               "open VB open ROOT")  # fmt: skip
    told = mended(sentence, *costing)
    assert (told[0], told[1]) == ("nsubj open", "acl mills")


def test_what_is_next_has_no_subject(sentence) -> None:
    """`The ministers next gather`: the ministers gather."""
    rows = ("ministers NNS next nsubj", "next NN gather advmod", "gather VBZ gather ROOT")
    assert mended(sentence, *rows)[0] == "nsubj gather"


def test_mending_never_ties_a_ring(sentence) -> None:
    """A clause whose verb hangs above the noun it would hang from is left as it was parsed."""
    rows = (
        "crate NN marked nsubj:pass",
        "marked VBN broke advcl",
        "as IN toys case",
        "toys NNS marked obl",
        "broke VBD broke ROOT",
        "open JJ broke xcomp",
    )
    tree = sentence(*(row.replace("broke ROOT", "came conj") for row in rows), "came VBD came ROOT").tree
    assert is_tree(with_subjects(tree).heads)
    assert not is_tree((1, 0))


def test_what_goes_on_behind_a_figure_is_a_clause(sentence) -> None:
    """`Output fell to 900 tonnes and profit doubled`: profit is no second figure, it doubled."""
    rows = (
        "Output NN fell nsubj",
        "fell VBD fell ROOT",
        "tonnes NNS fell obl",
        "and CC profit cc",
        "net JJ profit amod",
        "profit NN tonnes conj",
        "doubled VBD fell advcl",
    )
    assert mended(sentence, *rows)[3:] == ["cc doubled", "amod profit", "nsubj doubled", "conj fell"]
    both = ("mills NNS closed nsubj", "and CC shops cc", "shops NNS mills conj", "closed VBD closed ROOT")
    assert mended(sentence, *both)[2] == "conj mills"
