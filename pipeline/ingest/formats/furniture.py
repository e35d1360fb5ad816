"""What stands around an article on its page: lists of other stories, newsletter boxes, cookie banners."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy

from lxml.html import HtmlElement

from pipeline.rules.tables import table

MOST_BOX_WORDS = 150  # a box that asks for something is short; a longer one may hold the article
FEWEST_TEASERS = 3  # side by side, to be a list of other stories

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_WHOLE = frozenset({"html", "body", "main", "article"})  # never taken for a box
_NAME_PARTS = re.compile(r"[^a-z]+")


def without_furniture(tree: HtmlElement) -> HtmlElement | None:
    """A copy of the page without what stands around its article; None where nothing is to be left out."""
    if next(_furniture(tree), None) is None:
        return None
    bare = deepcopy(tree)
    for element in list(_furniture(bare)):
        if element.getparent() is not None:
            element.drop_tree()
    return bare


def _furniture(tree: HtmlElement) -> Iterator[HtmlElement]:
    yield from _boxes(tree)
    yield from _under_headings(tree)
    yield from _teasers(tree)


def _boxes(tree: HtmlElement) -> Iterator[HtmlElement]:
    names = frozenset(table("ingest/html")["boxes"])
    for element in tree.xpath("//*[@class or @id]"):
        said = f"{element.get('class', '')} {element.get('id', '')}".lower()
        if not names.isdisjoint(_NAME_PARTS.split(said)) and _is_box(element):
            yield element


def _under_headings(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The boxes that begin with a heading such as `Related stories`, or the list that follows it."""
    headings = frozenset(table("ingest/html")["around"])
    for heading in tree.iter(*_HEADINGS):
        words = " ".join(heading.text_content().split()).lower().rstrip(":").replace("’", "'")
        if words not in headings:
            continue
        parent = heading.getparent()
        if parent is None:
            continue
        if parent.tag not in _WHOLE and not heading.getprevious() and not _holds_title(parent):
            yield parent
            continue
        following = heading.getnext()
        if following is not None and following.tag in ("ul", "ol"):
            yield following
        yield heading


def _teasers(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Elements of one kind side by side, each with a heading that is a link: other stories."""
    links: dict[HtmlElement, None] = {}
    for heading in tree.iter(*_HEADINGS):
        if (box := _teaser(heading)) is not None:
            links[box] = None
    kinds = Counter(_kind(box) for box in links)
    for box in links:
        if kinds[_kind(box)] >= FEWEST_TEASERS:
            yield box


def _kind(box: HtmlElement) -> tuple[HtmlElement, str, str]:
    return box.getparent(), box.tag, box.get("class", "")


def _teaser(heading: HtmlElement) -> HtmlElement | None:
    """The box of a heading that is wholly a link: the highest element in which it is the only heading."""
    words = heading.text_content().split()
    linked = [word for link in heading.iter("a") for word in link.text_content().split()]
    within_link = next((True for _ in heading.iterancestors("a")), False)
    if not words or not (within_link or linked == words):
        return None
    box = heading
    for parent in heading.iterancestors():
        if parent.tag in ("html", "body", "main") or len(list(parent.iter("h1", *_HEADINGS))) > 1:
            break
        box = parent
    return box if box is not heading else None


def _is_box(element: HtmlElement) -> bool:
    return (
        element.tag not in _WHOLE
        and not _holds_title(element)
        and len(element.text_content().split()) <= MOST_BOX_WORDS
    )


def _holds_title(element: HtmlElement) -> bool:
    return next(element.iter("h1"), None) is not None
