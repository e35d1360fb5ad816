"""Metadata and regions found in the text of whole articles."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.describe import describe
from pipeline.model import Document

WIRE = """Tea exports to hit a record

Translation. Region: Kenya –

Source: Ministry of Trade

An important disclaimer is at the bottom of this article.

Nairobi, December 25 /KNA/ — Tea exports will hit a record by the end of 2025, the minister said Thursday.

"Exports grew 5%," he said.

Please note: This information is raw content obtained directly from the source.
"""


def regions(document: Document) -> list[tuple[str, str]]:
    return [(region.kind, document.text[region.start : region.end]) for region in document.regions]


def test_a_syndicated_wire_story_is_read_whole() -> None:
    """Headline, translation notes, dateline and disclaimer are told apart; the text itself is untouched."""
    document = describe(Document("a", WIRE))
    assert document.text == WIRE
    assert document.published == date(2025, 12, 25)
    assert (document.publisher, document.dateline) == ("KNA", "Nairobi")
    assert dict(document.origins) == {
        "published": "dateline, year from the text",
        "publisher": "dateline",
        "dateline": "dateline",
    }
    assert [kind for kind, _ in regions(document)] == [
        "header",
        "header",
        "header",
        "dateline",
        "boilerplate",
    ]
    assert ("dateline", "Nairobi, December 25 /KNA/ —") in regions(document)


def test_a_date_line_and_a_source_tag() -> None:
    """A metadata line gives the date, and the outlet that names itself in the lead is the publisher."""
    text = " date 2024-05-02 TIRANA, Albania, May 2. Exports rose 5%, the minister said, Courier reports.\n"
    document = describe(Document("a", text))
    assert (document.published, document.publisher, document.dateline) == (
        date(2024, 5, 2),
        "Courier",
        "Tirana",
    )
    assert regions(document) == [
        ("header", " date 2024-05-02 "),
        ("dateline", "TIRANA, Albania, May 2."),
        ("source_tag", "Courier reports"),
    ]


def test_what_the_document_brought_stands() -> None:
    """Given metadata is never overruled by the text."""
    given_by_user = Document("a", WIRE, published=date(2020, 1, 1), publisher="Daily", dateline="Mombasa")
    document = describe(given_by_user, date(1999, 1, 1))
    assert (document.published, document.publisher, document.dateline) == (
        date(2020, 1, 1),
        "Daily",
        "Mombasa",
    )
    assert dict(document.origins)["published"] == "given"


def test_the_default_date_serves_only_where_nothing_is_told() -> None:
    """`--published` fills a gap and says so."""
    document = describe(Document("a", "Exports rose."), date(2026, 3, 13))
    assert document.published == date(2026, 3, 13)
    assert document.origins == (("published", "default"),)
    assert describe(Document("a", WIRE), date(2026, 3, 13)).published == date(2025, 12, 25)


def test_byline_and_signature() -> None:
    """The writer under the headline is the author; the agency that signs the last line is the publisher."""
    document = describe(Document("a", "Tea sells\n\nBy Amina Otieno\n\nExports rose.\n\n-- KNAWIRE\n"))
    assert (document.author, document.publisher) == ("Amina Otieno", "KNAWIRE")
    assert [kind for kind, _ in regions(document)] == ["header", "boilerplate"]


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    """Prose stays prose."""
    assert (
        describe(Document("a", "By March exports had doubled.\n\nBy Kenya standards, that is much")).regions
        == ()
    )


def test_an_article_on_one_line_is_not_boilerplate() -> None:
    """A disclaimer inside a very long paragraph does not take the article with it."""
    text = "Exports rose 5%. " * 200 + "All rights reserved."
    assert describe(Document("a", text)).regions == ()


@given(st.text(alphabet="Ab ,.-–/()\n:12©By date2024-05-02Source", max_size=400))
def test_any_text_is_met(text: str) -> None:
    """No text raises; regions lie inside it, in order."""
    document = describe(Document("a", text))
    assert document.text == text
    spans = [(region.start, region.end) for region in document.regions]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
