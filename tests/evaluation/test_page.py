"""The report as a page."""

from __future__ import annotations

from typing import Any

from evaluation.page import page
from evaluation.sets import fitted_ids

TEXT = "Exports <i>rose</i> 5% to $2 billion. Imports fell 3%."


def claim(start: int, end: int, **fields: Any) -> dict[str, Any]:
    blank = dict.fromkeys(
        (
            "action",
            "metric",
            "subject",
            "counterpart",
            "place",
            "object",
            "value",
            "value_max",
            "unit",
            "direction",
        )
    )
    more = {"period": None, "base": None, "speaker": None, "source": None, "negated": False}
    settled = {"kind": "change", "comparator": "=", "modality": "reported", "mentions": [[start, end]]}
    return blank | more | settled | fields


def record(*claims: dict[str, Any]) -> dict[str, Any]:
    return {"id": "a", "claims": list(claims), "statements": []}


def test_both_sides_are_marked_and_text_is_escaped() -> None:
    """A found, a missed and a spurious claim have their marks; an article's markup is shown, not obeyed."""
    rose = claim(TEXT.index("5%"), TEXT.index("5%") + 2, value="5", unit="percent", direction="increase")
    fell = claim(TEXT.index("3%"), TEXT.index("3%") + 2, value="3", unit="percent", direction="decrease")
    level = claim(TEXT.index("$2"), TEXT.index("$2") + 10, kind="level", value="2000000000", unit="USD")
    html = page(
        [record(rose, fell)], [record(rose | {"rule": "r.rose"}, level | {"rule": "r.to"})], {"a": TEXT}
    )
    assert html.count('<mark class="found"') == 2
    assert html.count('<mark class="missed"') == 1
    assert html.count('<mark class="spurious"') == 1
    assert "&lt;i&gt;rose&lt;/i&gt;" in html
    assert "<i>rose</i>" not in html
    assert 'data-error="missed"' in html
    for place in (f"article-0-gold-{TEXT.index('3%')}", f"article-0-predicted-{TEXT.index('$2')}"):
        assert f'href="#{place}"' in html  # an error leads to its mark
        assert f'id="{place}"' in html
    assert "r.to" in html


def test_fitted_scores_say_so_on_the_page() -> None:
    """A report on articles that rules were written on is labelled, and one on others is not."""
    seed = next(iter(fitted_ids()))
    assert "FITTED: rules were written on 1 of these 1 articles" in page([record() | {"id": seed}], [], {})
    assert "FITTED" not in page([record()], [], {})
