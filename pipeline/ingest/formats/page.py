"""The article in a web page: what the page declares, and trafilatura for what it does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from lxml.html import HtmlElement

from pipeline.errors import InputError
from pipeline.ingest.formats.blocks import paragraphs
from pipeline.ingest.formats.declared import Declared, read_declared
from pipeline.ingest.formats.furniture import without_furniture
from pipeline.model import Document

_WORD = re.compile(r"\w+")
_TITLE_PARTS = re.compile(r"\s+(?:[|»·•–—-]|::)\s+")
MOST_HEADINGS = 40
SHORTEST_HEADLINE = 4  # words; a window's title with fewer is the name of the site
SHORTEST_BODY = 50  # words; a shorter declared body is a teaser
SHORTEST_SENTENCE = 5  # spaces
_FULLER = 1.5  # times the words that the page shows, in a declared body that is believed against it
_ENOUGH = 0.8  # share of the declared body's words that the page's own paragraphs must cover


def read_page(markup: str, where: str, identity: str) -> Document:
    """The article of an HTML page, a blank line between paragraphs. Raises InputError where there is none."""
    from trafilatura import load_html

    whole = markup if "<html" in markup[:5000].lower() else f"<html>{markup}</html>"
    tree = load_html(whole)
    if tree is None:
        raise InputError(where, "is no web page that can be read", "save the page again, or give its text")
    declared = read_declared(tree)
    title = _title(tree, declared)
    body = _declared_body(tree, declared.body) if declared.body else None
    if not body:
        body = _body_on_page(tree)
        if declared.body and len(_words(declared.body)) > _FULLER * len(_words(" ".join(body))):
            body = [" ".join(_plain(declared.body).split())]  # the page shows the start of it only
    if body and title and _words(body[0]) == _words(title):
        body = body[1:]
    if not body:
        raise InputError(
            where, "is a web page without an article", "give the article's own page, or its text"
        )
    published, published_from = declared.published, dict(declared.origins).get("published")
    if published is None:
        published, published_from = _date_on_page(markup), "page"
    origins = dict(declared.origins) | ({"published": published_from} if published and published_from else {})
    return Document(
        id=identity,
        text="\n\n".join(body),
        title=title,
        published=published,
        publisher=declared.publisher,
        author=declared.author,
        url=declared.url,
        origins=tuple(sorted((origins | ({"title": "page"} if title else {})).items())),
    )


def _title(tree: HtmlElement, declared: Declared) -> str | None:
    """The headline as shown: the heading that the declared titles speak of, else what they say."""
    window_title = " ".join((tree.findtext(".//title") or "").split())
    said = [title for title in (declared.headline, declared.social_title, window_title) if title]
    site = _words(declared.publisher or "")
    headings = [" ".join(element.text_content().split()) for element in tree.iter("h1", "h2")][:MOST_HEADINGS]
    spoken_of = [
        heading
        for heading in headings
        if len(_words(heading)) > 1
        and _words(heading) != site
        and any(_holds(_words(title), _words(heading)) for title in said)
    ]
    if spoken_of:
        return max(spoken_of, key=len)
    if declared.headline and not declared.headline.endswith(("...", "…")):
        return declared.headline
    if not declared.headline and not declared.social_title:
        only = [" ".join(element.text_content().split()) for element in tree.iter("h1")][:2]
        if len(only) == 1 and len(_words(only[0])) >= SHORTEST_HEADLINE > len(_words(window_title)):
            return only[0]  # the window names the site
    for title in (declared.social_title, window_title, declared.headline):
        if title:
            return _without_site(title, declared.publisher)
    return next((heading for heading in headings if heading), None)


def _without_site(title: str, site: str | None) -> str:
    """`Tea exports rise | The Daily` without the site's name."""
    parts = _TITLE_PARTS.split(title)
    if len(parts) == 1:
        return title
    if site and _words(parts[-1]) == _words(site):
        return title[: title.rindex(parts[-1])].rstrip(" |»·•–—-:")
    if site and _words(parts[0]) == _words(site):
        return title[title.index(parts[1]) :]
    longest = max(parts, key=len)
    return longest if 2 * len(longest) > len(title) else title


def _declared_body(tree: HtmlElement, declared: str) -> list[str] | None:
    """The page's paragraphs that stand in the body it declares; the declared text itself where it has
    paragraphs.

    None where the two do not fit together, as with a body cut short.
    """
    wanted = _words(declared)
    if len(wanted) < SHORTEST_BODY:
        return None
    spaced = f" {' '.join(wanted)} "
    said: dict[str, tuple[HtmlElement, str]] = {}
    for element, text in paragraphs(tree):
        key = " ".join(_words(text))
        if key and f" {key} " in spaced:
            said.setdefault(key, (element, text))
    # A word of the menu may stand in the body too; a short line counts only beside a whole sentence of it.
    beside = {
        element.getparent() for key, (element, _) in said.items() if key.count(" ") >= SHORTEST_SENTENCE
    }
    kept = [
        text
        for key, (element, text) in said.items()
        if key.count(" ") >= SHORTEST_SENTENCE or element.getparent() in beside
    ]
    covered = Counter(word for text in kept for word in _words(text))
    if (covered & Counter(wanted)).total() >= _ENOUGH * len(wanted):
        return kept
    lines = [" ".join(_plain(line).split()) for line in re.split(r"\n+|</p>", declared)]
    return [line for line in lines if line] if len(lines) > 2 else None


def _plain(markup: str) -> str:
    return re.sub(r"<[^<>]{0,200}>", "", markup)


def _body_on_page(tree: HtmlElement) -> list[str]:
    """The paragraphs that trafilatura finds, once other stories and banners are out of its way."""
    bare = without_furniture(tree)
    found = [] if bare is None else _extracted(bare)
    if len(_words(" ".join(found))) < SHORTEST_BODY:
        return max(found, _extracted(tree), key=lambda lines: sum(map(len, lines)))
    return found


def _extracted(tree: HtmlElement) -> list[str]:
    from trafilatura import bare_extraction

    page = bare_extraction(tree, include_comments=False, with_metadata=False)
    text = page.text if page is not None and not isinstance(page, dict) else None
    return [line for line in map(_without_bars, (text or "").splitlines()) if line.strip()]


def _without_bars(line: str) -> str:
    """A row of a table, which trafilatura gives as Markdown, with tabs between its cells."""
    row = line.strip()
    if not (row.startswith("|") and row.endswith("|")):
        return line
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    return "" if all(set(cell) <= {"-", ":"} for cell in cells) else "\t".join(cell for cell in cells if cell)


def _date_on_page(markup: str) -> date | None:
    """The date that htmldate finds in a page. A first of January is its word for a bare year: no date."""
    from htmldate import find_date

    found = find_date(markup, original_date=True)
    day = date.fromisoformat(found) if found else None
    return None if day is None or (day.month, day.day) == (1, 1) else day


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    """Whether one run of words stands within another."""
    return f" {' '.join(part)} " in f" {' '.join(words)} "
