"""Verbs that were read as nouns, adjectives or prepositions, on trees as the parser builds them."""

from __future__ import annotations

from pipeline.extract.lost_verbs import with_verbs


def mended(*rows: str) -> list[str]:
    """What `with_verbs` makes of rows of word, tag, place of the head and label, in the same form."""
    words, tags, heads, labels = zip(*(row.split() for row in rows), strict=True)
    whole = with_verbs(words, tags, [int(head) for head in heads], labels)
    return [" ".join(map(str, row)) for row in zip(words, *whole, strict=True)]


def test_a_plural_that_is_a_verb() -> None:
    """`The fair opens in May` has a verb, whose subject is the noun before it."""
    assert mended("the DT 2 det", "fair NN 2 compound", "opens NNS 2 ROOT", "May NNP 2 nmod") == [
        "the DT 1 det",
        "fair NN 2 nsubj",
        "opens VBZ 2 ROOT",
        "May NNP 2 obl",
    ]


def test_what_runs_for_a_time() -> None:
    """`The lease runs for 9 years` has a verb; runs for a team have none."""
    rows = ["lease NN 1 compound", "runs NNS 1 ROOT", "for IN 4 case", "9 CD 4 nummod", "years NNS 1 nmod"]
    assert mended(*rows)[:2] == ["lease NN 1 nsubj", "runs VBZ 1 ROOT"]
    assert mended(*rows[:3], "9 CD 4 nummod", "teams NNS 1 nmod")[1] == "runs NNS 1 ROOT"


def test_a_clause_read_as_a_phrase() -> None:
    """`Before the fair opens` is a clause, its preposition a conjunction."""
    rows = mended("before IN 2 case", "fair NN 2 compound", "opens NNS 3 obl", "rose VBD 3 ROOT")
    assert rows == ["before IN 2 mark", "fair NN 2 nsubj", "opens VBZ 3 advcl", "rose VBD 3 ROOT"]


def test_the_subject_of_a_lost_verb() -> None:
    """In `demand for power keeps growing` it is the demand that keeps growing."""
    assert mended(
        "demand NN 0 ROOT",
        "for IN 3 case",
        "power NN 3 compound",
        "keeps NNS 0 obl",
        "growing VBG 3 acl",
    ) == ["demand NN 3 nsubj", "for IN 2 case", "power NN 0 nmod", "keeps VBZ 3 ROOT", "growing VBG 3 xcomp"]


def test_a_participle_that_is_a_verb() -> None:
    """A noun with a subject and no copula is the object of the participle before it."""
    assert mended("city NN 3 nsubj", "duly RB 3 advmod", "signed VBN 3 amod", "leases NNS 3 ROOT") == [
        "city NN 2 nsubj",
        "duly RB 2 advmod",
        "signed VBD 2 ROOT",
        "leases NNS 2 obj",
    ]


def test_a_participle_after_has() -> None:
    """A participle between `has`, an adverb and its object is the verb, and `has` its auxiliary."""
    rows = ("firm NN 1 nsubj", "has VBZ 1 ROOT", "now RB 3 advmod", "sold VBN 4 amod", "flats NNS 1 obj")
    assert mended(*rows) == [
        "firm NN 3 nsubj",
        "has VBZ 3 aux",
        "now RB 3 advmod",
        "sold VBN 3 ROOT",
        "flats NNS 3 obj",
    ]
    described = [row.replace("now RB 3 advmod", "the DT 4 det") for row in rows]
    assert mended(*described) == described


def test_a_preposition_that_is_a_verb() -> None:
    """The root between a plural subject and an object is a verb; without an object it stays what it is."""
    assert mended("lamps NNS 1 nsubj", "save IN 1 ROOT", "energy NN 1 obj") == [
        "lamps NNS 1 nsubj",
        "save VBP 1 ROOT",
        "energy NN 1 obj",
    ]
    rows = ["prices NNS 1 nsubj", "up IN 1 ROOT", "again RB 1 advmod"]
    assert mended(*rows) == rows


def test_an_adjective_stays_one() -> None:
    """In `these are signed leases` and `the signed leases` nothing is changed."""
    for rows in (
        ["these DT 3 nsubj", "are VBP 3 cop", "signed VBN 3 amod", "leases NNS 3 ROOT"],
        ["the DT 2 det", "signed VBN 2 amod", "leases NNS 2 ROOT"],
    ):
        assert mended(*rows) == rows


def test_a_main_verb_behind_an_aside() -> None:
    """`Oslo, which has a port, now counts 9,000` has its verb at the top, and Oslo as its subject."""
    rows = (
        "Oslo NNP 0 ROOT", ", , 3 punct", "which WDT 3 nsubj", "grows VBZ 0 acl:relcl",
        ", , 6 punct", "now RB 6 advmod", "counts NNS 0 parataxis", "more JJR 6 obj",
    )  # fmt: skip
    mended_rows = mended(*rows)
    assert mended_rows[0] == "Oslo NNP 6 nsubj"
    assert mended_rows[3] == "grows VBZ 0 acl:relcl"
    assert mended_rows[6] == "counts VBZ 6 ROOT"


def test_a_headline_stays() -> None:
    """A noun phrase with an aside and no verb behind it is left as it is."""
    rows = ("Oslo NNP 0 ROOT", ", , 2 punct", "capital NN 0 appos")
    assert mended(*rows) == list(rows)


def test_the_only_verb_of_a_sentence() -> None:
    """In `Togo accounts for 9` nothing else can be the verb than the plural behind the name."""
    rows = mended("Togo NNP 1 compound", "accounts NNS 1 ROOT", "for IN 3 case", "9 CD 1 nmod")
    assert rows == ["Togo NNP 1 nsubj", "accounts VBZ 1 ROOT", "for IN 3 case", "9 CD 1 obl"]


def test_a_plural_behind_a_singular_article() -> None:
    """In `a clerk earns 300 kwacha` the plural can be no noun, as `a` stands before it."""
    rows = mended(
        "a DT 2 det", "clerk NN 2 compound", "earns NNS 2 ROOT", "300 CD 4 nummod", "kwacha NN 2 compound"
    )
    assert rows[1:3] == ["clerk NN 2 nsubj", "earns VBZ 2 ROOT"]
    assert rows[4] == "kwacha NN 2 obj"


def test_a_verb_before_its_figure_behind_an_aside() -> None:
    """In `Acme, the owner, holds 9` the plural has a figure behind it, as no noun has."""
    rows = mended(
        "Acme NNP 0 ROOT",
        ", , 2 punct",
        "owner NN 0 appos",
        ", , 0 punct",
        "holds NNS 0 conj",
        "9 CD 4 nummod",
    )
    assert rows[0] == "Acme NNP 4 nsubj"
    assert rows[4] == "holds VBZ 4 ROOT"


def test_a_noun_whose_verb_is_left_out() -> None:
    """In `exports reached 9 and imports 8` the imports are a noun, as the exports are."""
    rows = [
        "exports NNS 1 nsubj",
        "reached VBD 1 ROOT",
        "9 CD 1 obj",
        "and CC 4 cc",
        "imports VBZ 1 conj",
        "8 CD 4 obj",
    ]
    assert mended(*rows)[4] == "imports NNS 1 conj"
    rows[0] = "Peru NNP 1 nsubj"
    assert mended(*rows)[4] == "imports VBZ 1 conj", "a country imports"


def test_a_share_taken_by_a_noun() -> None:
    """`accounts for` a part is a verb behind any noun, whatever else the sentence tells."""
    rows = ("tourism NN 1 compound", "accounts NNS 1 ROOT", "for IN 4 case", "a DT 4 det", "third NN 1 nmod")
    assert mended(*rows)[:2] == ["tourism NN 1 nsubj", "accounts VBZ 1 ROOT"]
    kept = ("savings NNS 1 compound", "accounts NNS 1 ROOT", "for IN 3 case", "children NNS 1 nmod")
    assert mended(*kept)[1] == "accounts NNS 1 ROOT"


def test_a_plural_right_before_a_figure() -> None:
    """No figure follows a noun at once: in `The dam powers 40 towns` the plural is the verb."""
    assert mended(
        "The DT 2 det", "dam NN 2 compound", "powers NNS 2 ROOT", "40 CD 4 nummod", "towns NNS 2 obj"
    ) == [
        "The DT 1 det",
        "dam NN 2 nsubj",
        "powers VBZ 2 ROOT",
        "40 CD 4 nummod",
        "towns NNS 2 obj",
    ]


def test_an_adjective_that_is_a_subject() -> None:
    """What was read as an adjective of a lost verb is its subject, where the verb has an object."""
    rows = ("The DT 2 det", "slick JJ 2 amod", "measures NNS 2 ROOT", "4 CD 4 nummod", "km NNS 2 obj")
    assert mended(*rows)[1:3] == ["slick NN 2 nsubj", "measures VBZ 2 ROOT"]


def test_an_infinitive_with_an_object_is_a_verb() -> None:
    """`lower` behind `to` that has an object is done; without one it is an adjective."""
    rows = ("They PRP 1 nsubj", "agreed VBD 1 ROOT", "to TO 3 mark", "lower JJR 1 xcomp", "taxes NNS 3 obj")
    assert mended(*rows)[3] == "lower VB 1 xcomp"
    rows = ("due JJ 0 ROOT", "to IN 3 case", "lower JJR 3 amod", "taxes NNS 0 obl")
    assert mended(*rows)[2] == "lower JJR 3 amod"


def test_a_sort_of_times_right_behind_a_verb_is_its_object() -> None:
    """What is cut in `cut waiting times` are the times; `rose many times` tells how often."""
    rows = ("It PRP 1 nsubj", "cut VBD 1 ROOT", "waiting NN 3 compound", "times NNS 1 obl:unmarked")
    assert mended(*rows)[3] == "times NNS 1 obj"
    rows = ("It PRP 1 nsubj", "rose VBD 1 ROOT", "many JJ 3 amod", "times NNS 1 obl:unmarked")
    assert mended(*rows)[3] == "times NNS 1 obl:unmarked"
