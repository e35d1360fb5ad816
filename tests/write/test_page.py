"""The page of claims, as markup and in a browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.model import Document
from pipeline.write.page import ClaimPage, claim_page
from pipeline.write.records import Written

if TYPE_CHECKING:
    from playwright.sync_api import Page

HOSTILE = "</script><img src=x onerror=alert(1)> \"' {{ 7 * 7 }} <b>$1"


def test_the_page_asks_for_nothing_from_outside(written: Written) -> None:
    """Everything is in the file: no address is loaded, and the page forbids it too."""
    html = claim_page([written])
    assert not re.search(r"""(?:src|href)=["'](?!#)""", html)
    assert "default-src 'none'" in html


def test_an_articles_words_are_never_markup(written: Written) -> None:
    """Text, title, speaker and id of an article are escaped wherever they stand."""
    record = written.record
    claims = [
        claim.model_copy(update={"speaker": HOSTILE, "figure": HOSTILE, "metric": HOSTILE})
        for claim in record.claims
    ]
    hostile = record.model_copy(
        update={"title": HOSTILE, "publisher": HOSTILE, "id": HOSTILE, "claims": claims}
    )
    text = written.document.text + HOSTILE
    html = claim_page([Written(Document("a", text), hostile)])
    assert "<img" not in html
    assert html.count("</script>") == 1
    assert "{{ 7 * 7 }}" in html


def test_a_page_without_articles() -> None:
    """A run that read nothing still gives a page."""
    out = StringIO()
    ClaimPage(out).close()
    assert "0 claims in 0 articles" in out.getvalue()


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Page]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no Chromium is installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def opened(page: Page, html: str, folder: Path) -> list[str]:
    """Open a page; gives the list that its errors are added to."""
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    (folder / "page.html").write_text(html, encoding="utf-8")
    page.goto((folder / "page.html").as_uri())
    return problems


def test_a_click_goes_there_and_back(browser_page: Page, written: Written, tmp_path: Path) -> None:
    """From the figure in the table to its mark in the text, and by Enter from there to the row."""
    problems = opened(browser_page, claim_page([written]), tmp_path)
    browser_page.get_by_role("link", name="~$1.50 billion").click()
    assert browser_page.evaluate("document.activeElement.textContent") == "$1.50 billion"
    browser_page.keyboard.press("Enter")
    assert browser_page.locator("tr.chosen").inner_text().startswith("~$1.50 billion")
    assert problems == []


def test_a_click_finds_what_was_filtered_or_left(
    browser_page: Page, written: Written, tmp_path: Path
) -> None:
    """The way to a row that the tools hide shows it; the same link leads there again after scrolling away."""
    opened(browser_page, claim_page([written]), tmp_path)
    browser_page.locator("select[name=kind]").select_option("event")
    browser_page.locator("mark.level a").first.click()
    assert browser_page.locator("tr.chosen").is_visible()
    link = browser_page.get_by_role("link", name="~$1.50 billion")
    for _ in range(2):
        link.click()
        assert browser_page.evaluate("document.activeElement.textContent") == "$1.50 billion"


def test_filtering_and_sorting(browser_page: Page, written: Written, tmp_path: Path) -> None:
    """The tools hide rows that do not fit and say how many are left; a head sorts its column both ways."""
    opened(browser_page, claim_page([written]), tmp_path)
    browser_page.get_by_label("Kind").select_option("event")
    assert browser_page.get_by_role("status").inner_text() == "1 of 2 shown"
    assert browser_page.locator("tbody tr:visible").count() == 1
    browser_page.get_by_label("Kind").select_option("")
    browser_page.get_by_label("Words").fill("Otieno")
    assert browser_page.locator("tbody tr:visible").count() == 1
    browser_page.get_by_label("Words").fill("")
    for direction, first in (("ascending", "event"), ("descending", "level")):
        browser_page.get_by_role("button", name="Kind").click()
        assert browser_page.locator("th[aria-sort]").get_attribute("aria-sort") == direction
        assert first in browser_page.locator("tbody tr").first.inner_text()


def test_a_hostile_article_does_nothing(browser_page: Page, written: Written, tmp_path: Path) -> None:
    """Markup in an article is shown and never run."""
    record = written.record.model_copy(update={"title": HOSTILE})
    document = Document("a", written.document.text + HOSTILE)
    problems = opened(browser_page, claim_page([Written(document, record)]), tmp_path)
    assert HOSTILE in browser_page.locator(".text").inner_text()
    assert browser_page.locator("img").count() == 0
    assert problems == []


def test_it_fits_a_narrow_screen_and_prints(browser_page: Page, written: Written, tmp_path: Path) -> None:
    """Nothing runs over the side of a telephone; on paper the tools are gone."""
    browser_page.set_viewport_size({"width": 400, "height": 800})
    opened(browser_page, claim_page([written]), tmp_path)
    assert browser_page.evaluate("document.documentElement.scrollWidth") <= 400
    browser_page.emulate_media(media="print")
    assert not browser_page.locator(".tools").is_visible()
    browser_page.emulate_media(media="screen")
