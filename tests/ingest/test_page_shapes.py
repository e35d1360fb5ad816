"""Pages in the shapes that news sites use, against trafilatura alone. Every page is made here."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pipeline.ingest.read import read
from pipeline.model import Document

TITLE = "Cocoa exports rise to $3.1 billion as Dutch buyers return"
PARAGRAPHS = (
    "Ghana's exports of cocoa rose 12% to $3.1 billion in 2025, the finance ministry said on Tuesday.",
    "Shipments to the Netherlands, the largest buyer, grew by a third, while those to Malaysia fell 4 "
    "percent, according to figures that the ministry published with its annual review.",
    "Farmers received 2,300 cedis a bag, up from 2,070 cedis a year earlier. The cocoa board, which sets the "
    "price, said it would review it in October.",
    "Analysts were more careful. A third of the trees, they said, were older than thirty years.",
)
SHOWN = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
NAVIGATION = (
    '<header><a href="/">The Volta Post</a><nav><ul><li>Home</li><li>Markets</li></ul></nav></header>'
)
COOKIES = (
    '<div class="cookie-banner" role="dialog"><h2>We value your privacy</h2><p>We and our 842 partners store '
    "and access information on a device, such as cookies, and process personal data.</p></div>"
)
NEWSLETTER = (
    '<div class="newsletter-signup"><h3>The Volta Briefing</h3><p>Sign up to our newsletter and get the '
    "five stories that 200,000 readers start their day with. By signing up you agree to our terms.</p></div>"
)
RELATED = (
    "<section><h2>Related stories</h2><p>Gold exports hit $11 billion as prices soar to heights that had "
    "not been forecast.</p><p>Inflation slows to 8.2% in June, its lowest for years, they say.</p></section>"
)
TEASERS = "".join(
    f'<article class="card"><h3><a href="/{n}">Story number {n} about markets</a></h3><p>A teaser tells in '
    f"some twenty words what one may read there, and that the prices of it rose {n}%.</p></article>"
    for n in range(6)
)
CAPTION = (
    "<figure><img src='a.jpg'><figcaption>Workers dry beans. Photograph: K. Asante</figcaption></figure>"
)
WALL = (
    '<div class="wall"><h2>Subscribe to keep reading</h2><p>From $1 a week for the first 6 months, then $15 '
    "a month. Cancel any time. Full access on any device, with every newsletter.</p></div>"
)
FOOT = "<footer><p>© 2026 The Volta Post. All rights reserved.</p></footer>"


class Shape(NamedTuple):
    markup: str
    title: str = TITLE
    body: tuple[str, ...] = PARAGRAPHS


def declared(**fields: Any) -> str:
    node = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-01-13T08:12:00Z"} | fields
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def page(head: str, body: str) -> str:
    return f"<!doctype html><html><head>{head}</head><body>{NAVIGATION}{body}{FOOT}</body></html>"


UPDATES = [
    {"@type": "BlogPosting", "headline": f"At {hour} o'clock", "articleBody": words}
    for hour, words in enumerate(PARAGRAPHS, 9)
]
LIVE = "".join(
    f"<article><time>{hour}.00</time><h2>At {hour} o'clock</h2><p>{words}</p><div>Share this</div></article>"
    for hour, words in enumerate(PARAGRAPHS, 9)
)
DATED = '<meta property="article:published_time" content="2026-01-13T08:12:00Z">'
WINDOW = f"<title>{TITLE} | The Volta Post</title>"

SHAPES = {
    "JSON-LD, other stories and a newsletter between the paragraphs": Shape(
        page(
            WINDOW
            + '<meta property="og:title" content="Cocoa boom">'
            + declared(articleBody=" ".join(PARAGRAPHS)),
            f"{COOKIES}<main><article><h1>{TITLE}</h1>{CAPTION}{SHOWN[:110]}{RELATED}{SHOWN[110:]}{NEWSLETTER}"
            "</article></main>",
        )
    ),
    "OpenGraph only, paragraphs in div elements": Shape(
        page(
            f'<meta property="og:title" content="{TITLE} - The Volta Post">'
            f'<meta property="og:site_name" content="The Volta Post">{DATED}',
            f"<div id='content'>{SHOWN.replace('<p>', '<div>').replace('</p>', '</div>')}</div>{NEWSLETTER}",
        )
    ),
    "headline and date in the page only": Shape(
        page(
            "<title>The Volta Post</title>",
            f"<div><h1>{TITLE}</h1><p>Published: 13 January 2026</p>{SHOWN}</div>",
        )
    ),
    "a wall, the body on one line in JSON-LD": Shape(
        page(
            WINDOW + declared(articleBody=" ".join(PARAGRAPHS)),
            f"<article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>{WALL}</article>",
        )
    ),
    "a live blog": Shape(
        page(
            WINDOW + declared(**{"@type": "LiveBlogPosting", "liveBlogUpdate": UPDATES}),
            f"<main><h1>{TITLE}</h1>{LIVE}</main>",
        ),
        body=tuple(
            words for hour, text in enumerate(PARAGRAPHS, 9) for words in (f"At {hour} o'clock", text)
        ),
    ),
    "AMP": Shape(
        page(
            WINDOW + declared(headline=f"{TITLE[:40]}..."),
            "<amp-consent><p>We use cookies to make this site work. Accept to read on.</p></amp-consent>"
            f"<article><h1>{TITLE}</h1><amp-img></amp-img>{SHOWN}</article>",
        )
    ),
    "WordPress": Shape(
        page(
            WINDOW + DATED,
            f'<article class="post"><h1 class="entry-title">{TITLE}</h1><div class="entry-content">{SHOWN}'
            "<div><h3>Share this:</h3><ul><li>X</li></ul></div><div><h3>Related</h3><p>Gold exports hit "
            "$11 billion as prices soar</p></div></div></article>",
        )
    ),
    "teasers of other stories beside the article": Shape(
        page(
            WINDOW + declared(),
            f"<div><div><h1>{TITLE}</h1><div>{SHOWN}</div></div><div>{TEASERS}</div></div>",
        )
    ),
}


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def f1(text: str, wanted: str) -> float:
    one, other = words(text), words(wanted)
    return 2 * (one & other).total() / (one.total() + other.total())


def ours(tmp_path: Path, markup: str) -> Document:
    path = tmp_path / "page.html"
    path.write_text(markup)
    (document,) = read([str(path)])
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_shape_is_read_at_least_as_well_as_by_trafilatura(tmp_path: Path, shape: Shape) -> None:
    """Title and date are right, and the body is no further from what was written than trafilatura's."""
    from trafilatura import bare_extraction

    document = ours(tmp_path, shape.markup)
    assert (document.title, str(document.published)) == (shape.title, "2026-01-13")
    alone: Any = bare_extraction(shape.markup)
    wanted = "\n".join(shape.body)
    assert f1(document.text, wanted) >= max(0.95, f1(alone.text if alone else "", wanted))


def test_other_stories_are_left_out(tmp_path: Path) -> None:
    """Lists of other stories and banners are no part of the body, wherever on the page they stand."""
    body = f"{COOKIES}<main><h1>{TITLE}</h1>{SHOWN}{RELATED}</main><div>{TEASERS}</div>"
    assert ours(tmp_path, page(WINDOW, body)).text == "\n\n".join(PARAGRAPHS)


def test_a_page_of_teasers_is_still_read(tmp_path: Path) -> None:
    """Where nothing but teasers is on a page, they are what is read."""
    assert "rose 5%" in ours(tmp_path, page(WINDOW, f"<main>{TEASERS}</main>")).text


def test_an_article_in_a_box_named_after_cookies(tmp_path: Path) -> None:
    """A class on the element that holds the article costs nothing."""
    markup = page(WINDOW, f'<div class="has-cookie-banner"><h1>{TITLE}</h1>{SHOWN}</div>')
    assert ours(tmp_path, markup).text == "\n\n".join(PARAGRAPHS)


def test_rows_of_a_table_have_tabs(tmp_path: Path) -> None:
    """A table of figures comes as lines with tabs between the cells, as from a Word document."""
    table = (
        "<table><tr><th>Country</th><th>$ million</th></tr><tr><td>Netherlands</td><td>820</td></tr></table>"
    )
    document = ours(tmp_path, page(WINDOW, f"<article><h1>{TITLE}</h1>{SHOWN}{table}{SHOWN}</article>"))
    assert "Country\t$ million\n\nNetherlands\t820\n\n" in document.text
    assert "|" not in document.text


def test_a_page_tells_its_encoding(tmp_path: Path) -> None:
    """Letters that Windows-1252 has not come out right where the page names its encoding."""
    markup = page('<meta charset="windows-1250">', f"<article><p>Łódź, Wałęsa.</p>{SHOWN}</article>")
    path = tmp_path / "page.html"
    path.write_bytes(markup.encode("cp1250", "ignore"))
    (document,) = read([str(path)])
    assert isinstance(document, Document)
    assert document.text.startswith("Łódź, Wałęsa.")
