"""Articles in the formats they come in. Every file is made here."""

from __future__ import annotations

import io
import json
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import docx
import pytest

from pipeline.errors import InputError
from pipeline.ingest.read import read
from pipeline.model import Document

LEAD = (
    "Kenya's exports of tea rose 5% to $1.4 billion in 2025, the trade ministry said on Thursday in Nairobi."
)
SECOND = (
    "Imports fell 3 percent, the ministry said, adding that the figures were final and would not be revised."
)
THIRD = (
    "The minister told reporters that the country would go on selling tea to its partners, and that prices"
    " at the auction in Mombasa had been better than in any season before, with buyers from four continents."
)
BODY = f"{LEAD}\n\n{SECOND}\n\n{THIRD}"
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in (LEAD, SECOND, THIRD))


def one(tmp_path: Path, name: str, data: bytes | str) -> Document:
    (document,) = several(tmp_path, name, data)
    assert isinstance(document, Document), document
    return document


def several(tmp_path: Path, name: str, data: bytes | str) -> list[Document | InputError]:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read([str(path)]))


def page(head: str = "", body: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def json_ld(**fields: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def test_a_page_with_json_ld_in_a_graph(tmp_path: Path) -> None:
    """A large site's page: its body is what it declares, in the paragraphs that it shows."""
    head = "<title>Tea | The Courier</title>" + json_ld(
        **{
            "@graph": [
                {"@type": "WebSite", "name": "The Courier"},
                {
                    "@type": ["NewsArticle"],
                    "headline": "Tea exports rise &amp; rise",
                    "datePublished": "2026-01-05T10:00:00+03:00",
                    "author": [{"@type": "Person", "name": "By Amina Otieno"}],
                    "publisher": {"@type": "Organization", "name": "The Courier"},
                    "articleBody": BODY.replace("\n\n", " "),
                },
            ]
        }
    )
    body = (
        "<nav><p>Home News Sport</p></nav><h1>Tea exports rise &amp; rise</h1>"
        f"<p>{LEAD}</p><p><a href='/x'>READ MORE: Coffee exports fall in 2024</a></p><p>{SECOND}</p>"
        f"<aside><p>Sign up to our newsletter and get 20% off</p></aside><p>{THIRD}</p>"
        "<footer><p>© 2026</p></footer>"
    )
    document = one(tmp_path, "a.html", page(head, body))
    assert document.text == BODY
    assert document.title == "Tea exports rise & rise"
    assert (document.published, document.publisher, document.author) == (
        date(2026, 1, 5),
        "The Courier",
        "Amina Otieno",
    )
    assert dict(document.origins)["published"] == "JSON-LD"


def test_a_page_with_open_graph(tmp_path: Path) -> None:
    """Meta elements give date, site and author; the heading on the page is the title, not the window's."""
    head = (
        "<title>Tea exports rise - Business - The Courier</title>"
        '<meta property="og:title" content="Tea exports rise | The Courier">'
        '<meta property="og:site_name" content="The Courier">'
        '<meta property="article:published_time" content="2026-01-05T10:00:00Z">'
        '<meta name="author" content="Amina Otieno"><link rel="canonical" href="https://example.org/tea">'
    )
    document = one(
        tmp_path, "a.html", page(head, f"<article><h1>Tea exports rise</h1>{PARAGRAPHS}</article>")
    )
    assert document.text == BODY
    assert (document.title, document.publisher, document.url) == (
        "Tea exports rise",
        "The Courier",
        "https://example.org/tea",
    )
    assert dict(document.origins)["published"] == "meta article:published_time"


def test_a_menu_and_a_logo_are_no_article(tmp_path: Path) -> None:
    """A site named in a heading is not the title; a word of the menu that the body has is not its text."""
    head = (
        "<title>Tea exports rise | The Courier</title>"
        "<meta property='og:site_name' content='The Courier'>"
        + json_ld(**{"@type": "NewsArticle", "articleBody": BODY})
    )
    body = (
        "<header><h1>The Courier</h1><ul><li>Kenya</li><li>Tea</li></ul></header>"
        "<main><h1>Tea exports rise</h1>"
        f"<div>{PARAGRAPHS}</div></main><ul><li>Nairobi</li></ul>"
    )
    document = one(tmp_path, "a.html", page(head, body))
    assert (document.title, document.text) == ("Tea exports rise", BODY)


def test_a_page_that_declares_nothing(tmp_path: Path) -> None:
    """Trafilatura finds the body; the title loses the site's name."""
    document = one(
        tmp_path, "a.html", page("<title>Tea exports rise | The Courier</title>", f"<div>{PARAGRAPHS}</div>")
    )
    assert document.text == BODY
    assert document.title == "Tea exports rise"


def test_a_declared_body_cut_short_is_not_believed(tmp_path: Path) -> None:
    """Where the declared body is a teaser, the page's own text counts."""
    head = json_ld(**{"@type": "NewsArticle", "headline": "Tea", "articleBody": LEAD[:60]})
    assert one(tmp_path, "a.html", page(head, f"<article>{PARAGRAPHS}</article>")).text == BODY


def test_a_syndicated_page_is_its_agencys(tmp_path: Path) -> None:
    """The agency of the dateline comes before the site that carries the story."""
    head = '<meta property="og:site_name" content="The Courier">'
    body = f"<article><p>NAIROBI (Reuters) - {LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
    document = one(tmp_path, "a.html", page(head, body))
    assert (document.publisher, document.dateline) == ("Reuters", "Nairobi")


@pytest.mark.parametrize("junk", ["{not json", "[1, null, {}]", '{"@graph": 5, "@type": 7}', ""])
def test_broken_declarations_are_passed_over(tmp_path: Path, junk: str) -> None:
    """JSON-LD of any shape spoils nothing."""
    head = f'<script type="application/ld+json">{junk}</script>'
    assert one(tmp_path, "a.html", page(head, f"<article>{PARAGRAPHS}</article>")).text == BODY


def test_a_page_in_another_encoding(tmp_path: Path) -> None:
    """The letters of a page in Windows-1252 come out right."""
    text = f"<article><p>“Café” {LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
    data = page('<meta charset="windows-1252">', text).encode("cp1252")
    assert one(tmp_path, "a.html", data).text.startswith("“Café” Kenya")


def test_a_page_without_an_article(tmp_path: Path) -> None:
    """A page of nothing is told."""
    (failure,) = several(tmp_path, "a.html", page("<title>Tea</title>"))
    assert "is a web page without an article" in str(failure)


def test_fifty_thousand_nested_tags(tmp_path: Path) -> None:
    """A page nested beyond reason fails or is read, without an exception."""
    depth = 50_000
    markup = page("", "<div>" * depth + f"<p>{LEAD}</p>" + "</div>" * depth)
    assert len(several(tmp_path, "a.html", markup)) == 1


def test_a_word_document(tmp_path: Path) -> None:
    """Paragraphs and tables in order, title and author from its properties."""
    word = docx.Document()
    word.core_properties.title, word.core_properties.author = "Tea exports rise", "Amina Otieno"
    word.add_paragraph(LEAD)
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Tea", "5%"
    word.add_paragraph(SECOND)
    out = io.BytesIO()
    word.save(out)
    document = one(tmp_path, "report", out.getvalue())
    assert document.text == f"{LEAD}\n\nTea\t5%\n\n{SECOND}"
    assert (document.title, document.author) == ("Tea exports rise", "Amina Otieno")


def test_the_headline_of_a_word_document_without_a_title(tmp_path: Path) -> None:
    """A paragraph in the style of a headline is the title where the properties name none."""
    word = docx.Document()
    word.add_heading("Tea exports rise", 0)
    word.add_paragraph(LEAD)
    out = io.BytesIO()
    word.save(out)
    assert one(tmp_path, "report", out.getvalue()).title == "Tea exports rise"


def test_a_dump_under_other_names(tmp_path: Path) -> None:
    """An object that holds the list of documents, under names of its own, gives each of them."""
    dump = {
        "status": "ok",
        "articles": [{"headline": "Tea", "body": LEAD, "publishedAt": "2026-01-05T10:00:00Z"}],
    }
    (document,) = several(tmp_path, "dump.json", json.dumps(dump, indent=1))
    assert isinstance(document, Document)
    assert (document.title, document.text, document.published) == ("Tea", LEAD, date(2026, 1, 5))
    table = f'Headline;Article Body;Pub Date\r\nTea;"{LEAD}";05/31/2026\r\n'
    (row,) = several(tmp_path, "table.csv", table.encode("utf-16"))
    assert isinstance(row, Document)
    assert (row.title, row.text, row.published) == ("Tea", LEAD, date(2026, 5, 31))


def pdf(lines: list[str]) -> bytes:
    """A one-page PDF of these lines, as small as can be."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(data)
    return (
        data
        + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            start,
        )
    )


def test_a_pdf_has_paragraphs(tmp_path: Path) -> None:
    """Lines are joined, a word cut at a line's end is mended, a short last line ends the paragraph."""
    lines = [
        "Tea exports rise",
        "Exports of tea rose five percent last year, the minis-",
        "try said on Thursday in Nairobi, to $1.4 bn.",
        "It was a record.",
        "Imports fell three percent in the same period, it said.",
    ]
    document = one(tmp_path, "a.pdf", pdf(lines))
    assert document.text.split("\n\n") == [
        "Tea exports rise",
        "Exports of tea rose five percent last year, the ministry said on Thursday in Nairobi, to $1.4 bn."
        " It was a record.",
        "Imports fell three percent in the same period, it said.",
    ]


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\nnothing", pdf(["a"]).replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"), pdf([])]
)
def test_a_pdf_that_gives_nothing_is_told(tmp_path: Path, data: bytes) -> None:
    """A broken PDF, one whose pages loop, and one of pictures end in a message."""
    (failure,) = several(tmp_path, "a.pdf", data)
    assert isinstance(failure, InputError)
    assert "is a PDF" in str(failure)


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    """Marks go, words stay, the front matter is metadata."""
    matter = "---\ntitle: Tea\ndate: 2026-01-05\nauthor: Amina Otieno\n---\n"
    text = f"{matter}**Kenya** sold [tea](http://x.org).\n\n{SECOND}\n"
    document = one(tmp_path, "a.md", text)
    assert document.text == f"Kenya sold tea.\n\n{SECOND}"
    assert (document.title, document.published, document.author) == ("Tea", date(2026, 1, 5), "Amina Otieno")


def test_markdown_with_an_underlined_heading(tmp_path: Path) -> None:
    """A first line underlined with equals signs is the title."""
    document = one(tmp_path, "a.md", f"Tea exports rise\n================\n\n{LEAD}\n")
    assert (document.title, document.text) == ("Tea exports rise", LEAD)


def test_plain_text_is_not_markdown(tmp_path: Path) -> None:
    """A stray asterisk or a list changes nothing in a plain text."""
    text = "Exports*\n\n- tea\n- coffee\n\n* not counting re-exports\n"
    assert one(tmp_path, "a.txt", text).text == text


def test_a_feed_gives_its_entries(tmp_path: Path) -> None:
    """An RSS feed gives a document an entry; one without words is told."""
    feed = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title>
    <item><title>Tea</title><link>http://x.org/1</link><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate>
    <description>&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</description></item>
    <item><title>Empty</title></item></channel></rss>"""
    first, second = several(tmp_path, "feed.xml", feed)
    assert isinstance(first, Document)
    assert first.text == f"{LEAD}\n\n{SECOND}"
    assert (first.id, first.title, first.published, first.publisher, first.url) == (
        "feed:1",
        "Tea",
        date(2026, 1, 5),
        "The Courier",
        "http://x.org/1",
    )
    assert isinstance(second, InputError)


def test_an_entity_bomb_in_a_feed(tmp_path: Path) -> None:
    """Billion laughs: the feed is refused or its entries are left unexpanded."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    feed = (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">{entities}]>'
        f"<rss><channel><item><title>a</title><description>&l9;</description></item></channel></rss>"
    )
    (entry,) = several(tmp_path, "feed.xml", feed)
    assert isinstance(entry, InputError) or len(entry.text) < 10_000


def test_a_mail_message(tmp_path: Path) -> None:
    """Subject, date and sender are metadata; the plain body is the text."""
    message = EmailMessage()
    message["From"], message["Subject"] = "Amina Otieno <amina@example.org>", "Tea exports rise"
    message["Date"] = "Mon, 05 Jan 2026 10:00:00 +0000"
    message.set_content(BODY)
    document = one(tmp_path, "a.eml", message.as_bytes())
    assert " ".join(document.text.split()) == " ".join(BODY.split())
    assert (document.title, document.published, document.author) == (
        "Tea exports rise",
        date(2026, 1, 5),
        "Amina Otieno",
    )


def test_a_document_shown_reads_back(tmp_path: Path) -> None:
    """A line of `onrecord ingest` is input again, with the same text."""
    from pipeline.write.documents import document_line

    first = one(tmp_path, "a.html", page("<title>Tea</title>", f"<article>{PARAGRAPHS}</article>"))
    again = one(tmp_path, "b.jsonl", document_line(first))
    assert (again.id, again.text, again.title) == (first.id, first.text, first.title)
