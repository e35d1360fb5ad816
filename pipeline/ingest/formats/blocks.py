"""HTML to paragraphs: one a block element, words as a browser would show them."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement, fromstring

from pipeline.rules.tables import table


def paragraphs(root: HtmlElement) -> list[tuple[HtmlElement, str]]:
    """The blocks of text under an element, each with the element that begins it, in reading order."""
    blocks, hidden = frozenset(table("ingest/html")["blocks"]), frozenset(table("ingest/html")["unseen"])
    found: list[tuple[HtmlElement, str]] = []
    words: list[str] = []
    owner, unseen = root, 0

    def finish(next_owner: HtmlElement) -> None:
        nonlocal owner
        text = " ".join("".join(words).split())
        if text:
            found.append((owner, text))
        words.clear()
        owner = next_owner

    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            text = element.tail
        elif event == "start":
            unseen += element.tag in hidden
            if element.tag in blocks:
                finish(element)
            text = element.text
        else:
            if element.tag in blocks:
                finish(element.getparent() if element is not root else root)
            unseen -= element.tag in hidden
            text = element.tail if element is not root else None
        if text and not unseen:
            words.append(text)
    finish(root)
    return found


def fragment_text(markup: str) -> str:
    """The words of a piece of HTML, a blank line between paragraphs."""
    if not markup.strip():
        return ""
    return "\n\n".join(text for _, text in paragraphs(fromstring(f"<div>{markup}</div>")))
