"""Reading articles whose figures are marked with their answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evaluation.fields import Answers

HEAD = "=== a-1 | Wikinews | 2019-04-02 | Trade falls\n"


@pytest.fixture
def read(marked, tmp_path: Path):
    """Reads a text as a file of marked articles."""

    def run(text: str) -> list:
        path = tmp_path / "some.txt"
        path.write_text(text, encoding="utf-8")
        return list(marked.read(path))

    return run


def test_marks_leave_the_text_and_become_spans(read) -> None:
    """The figures stay in the text without their marks, and each answer stands under its figure's span."""
    ((document, marks),) = read(HEAD + "\nExports fell {8%|Peru / Lima|exports/~} to {$4|~|price}.\n\nEnd.\n")
    assert document.text == "Exports fell 8% to $4.\n\nEnd.\n"
    assert {document.text[slice(*span)]: given for span, given in marks.items()} == {
        "8%": {"subject": Answers(("Peru", "Lima"), False), "metric": Answers(("exports",), True)},
        "$4": {"subject": Answers((), True), "metric": Answers(("price",), False)},
    }


def test_the_head_tells_of_the_document(read) -> None:
    """Id, publisher, day and title come from the head, where an empty one is none."""
    (one, _), (two, _) = read(HEAD + "One.\n\n=== a-2 | | 2020-01-31 |\nTwo === 2.\n")
    assert (one.id, one.publisher, one.published, one.title) == (
        "a-1",
        "Wikinews",
        date(2019, 4, 2),
        "Trade falls",
    )
    assert (two.id, two.publisher, two.title, two.text) == ("a-2", None, None, "Two === 2.\n")


@pytest.mark.parametrize(
    "text",
    [
        "=== a-1 | Wikinews | Trade falls\nOne.",
        "=== a-1 | Wikinews | 2 April 2019 | Trade falls\nOne.",
        HEAD + "Exports fell {8%|Peru}.",
        HEAD + "Exports fell {8%|Peru|exports|2019|more}.",
        HEAD + "Exports fell {8%|Peru|exports.",
        HEAD + "Exports fell 8%|Peru|exports}.",
    ],
)
def test_what_is_malformed_is_named(read, text: str) -> None:
    """A head or mark that cannot be read is an error that tells in which file and article."""
    with pytest.raises(ValueError, match=r"some\.txt.*a-1"):
        read(text)


def test_every_article_reads(marked, articles: list[Path]) -> None:
    """All marked articles of the project read, have ids of their own, and marks on figures with a metric."""
    assert articles
    found = [each for path in articles for each in marked.read(path)]
    ids = [document.id for document, _ in found]
    assert len(ids) == len(set(ids))
    for document, marks in found:
        assert marks, document.id
        for (start, end), given in marks.items():
            assert document.text[start:end].strip(), document.id
            assert given["metric"].texts or given["metric"].silence, (document.id, document.text[start:end])
