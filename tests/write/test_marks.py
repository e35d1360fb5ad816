"""Texts cut at the ends of spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.write.marks import cut


def test_overlapping_spans_lie_side_by_side() -> None:
    """Each part knows the spans over it, the shortest first, and those that begin with it."""
    parts = list(cut("abcdef", [((1, 5), "long"), ((2, 3), "short")]))
    assert [(part.text, part.labels, part.begins) for part in parts] == [
        ("a", (), ()),
        ("b", ("long",), ("long",)),
        ("c", ("short", "long"), ("short",)),
        ("de", ("long",), ()),
        ("f", (), ()),
    ]


spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).filter(lambda span: span[0] < span[1])


@given(st.text(min_size=20, max_size=20), st.lists(spans, max_size=8))
def test_the_text_stays_whole(text: str, found: list[tuple[int, int]]) -> None:
    """The parts joined are the text, and each span's parts are its words."""
    parts = list(cut(text, [(span, at) for at, span in enumerate(found)]))
    assert "".join(part.text for part in parts) == text
    for at, (start, end) in enumerate(found):
        assert "".join(part.text for part in parts if at in part.labels) == text[start:end]
        assert sum(at in part.begins for part in parts) == 1
