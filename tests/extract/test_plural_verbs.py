"""Forms in -s that were read as the last noun of their subject, on trees as the parser builds them."""

from __future__ import annotations

from pipeline.extract.lost_verbs import with_verbs


def mended(*rows: str) -> list[str]:
    """What `with_verbs` makes of rows of word, tag, place of the head and label, in the same form."""
    words, tags, heads, labels = zip(*(row.split() for row in rows), strict=True)
    whole = with_verbs(words, tags, [int(head) for head in heads], labels)
    return [" ".join(map(str, row)) for row in zip(words, *whole, strict=True)]


def test_a_plural_inside_what_it_acts_on() -> None:
    """No noun stands before the figure of another: in `the quay berths 40 boats` it is the verb."""
    rows = (
        "the DT 2 det",
        "quay NN 2 compound",
        "berths NNS 4 compound",
        "40 CD 4 nummod",
        "boats NNS 4 ROOT",
    )
    assert mended(*rows) == [
        "the DT 1 det",
        "quay NN 2 nsubj",
        "berths VBZ 2 ROOT",
        "40 CD 4 nummod",
        "boats NNS 2 obj",
    ]


def test_a_plural_in_what_is_said() -> None:
    """`He said the barn houses 40 cows` says a clause, not a thing."""
    rows = ("he PRP 1 nsubj", "said VBD 1 ROOT", "the DT 4 det", "barn NN 4 compound", "houses NNS 1 obj")
    assert mended(*rows, "40 CD 6 nummod", "cows NNS 4 conj")[3:] == [
        "barn NN 4 nsubj",
        "houses VBZ 1 ccomp",
        "40 CD 6 nummod",
        "cows NNS 4 obj",
    ]


def test_a_headline_without_articles() -> None:
    """`Gale forces 90 from homes` has a known verb, `Steel exports 90 tonnes` none."""
    rows = ("gale NN 1 compound", "forces NNS 1 ROOT", "90 CD 1 flat", "from IN 4 case", "homes NNS 1 nmod")
    assert mended(*rows)[:3] == ["gale NN 1 nsubj", "forces VBZ 1 ROOT", "90 CD 1 obj"]
    kept = ("steel NN 1 compound", "deliveries NNS 1 ROOT", "90 CD 3 nummod", "tonnes NNS 1 appos")
    assert mended(*kept)[1] == "deliveries NNS 1 ROOT"


def test_who_is_made_to_pay() -> None:
    """`City fines grocer $40` has two objects; `City fines average $40` has another verb."""
    rows = ("city NN 1 compound", "fines NNS 2 nsubj", "grocer NN 2 ROOT", "$ $ 2 obj", "40 CD 3 nummod")
    told = mended(*rows, "today NN 2 obl")
    assert told[:4] == ["city NN 1 nsubj", "fines VBZ 1 ROOT", "grocer NN 1 iobj", "$ $ 1 obj"]
    kept = [row.replace("grocer", "average") for row in rows]
    assert mended(*kept, "today NN 2 obl")[1] == "fines NNS 2 nsubj"


def test_a_noun_that_stays_one() -> None:
    """What a preposition or another verb has for its own is a noun, whatever figure follows."""
    mines = ("in IN 3 case", "the DT 3 det", "coal NN 3 compound", "mines NNS 6 obl", "40 CD 5 nummod")
    assert mended(*mines, "men NNS 6 nsubj", "died VBD 6 ROOT")[3] == "mines NNS 6 obl"
    schools = (
        "we PRP 1 nsubj",
        "gave VBD 1 ROOT",
        "the DT 4 det",
        "city NN 4 compound",
        "schools NNS 1 iobj",
    )
    assert mended(*schools, "40 CD 6 nummod", "desks NNS 1 obj")[4] == "schools NNS 1 iobj"
