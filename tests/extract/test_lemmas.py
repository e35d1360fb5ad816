"""Base forms by rule."""

import pytest

from pipeline.extract.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("rose", "VBD", "rise"),
        ("Rose", "NNP", "Rose"),
        ("fell", "VBD", "fall"),
        ("reached", "VBD", "reach"),
        ("produced", "VBN", "produce"),
        ("increasing", "VBG", "increase"),
        ("making", "VBG", "make"),
        ("totalled", "VBD", "total"),
        ("planned", "VBN", "plan"),
        ("falling", "VBG", "fall"),
        ("limited", "VBN", "limit"),
        ("declined", "VBD", "decline"),
        ("gained", "VBD", "gain"),
        ("required", "VBN", "require"),
        ("agreed", "VBD", "agree"),
        ("supplies", "VBZ", "supply"),
        ("exceeds", "VBZ", "exceed"),
        ("'s", "VBZ", "be"),
        ("n't", "RB", "not"),
        ("companies", "NNS", "company"),
        ("taxes", "NNS", "tax"),
        ("prices", "NNS", "price"),
        ("purchases", "NNS", "purchase"),
        ("women", "NNS", "woman"),
        ("earnings", "NNS", "earnings"),
        ("higher", "JJR", "high"),
        ("largest", "JJS", "large"),
        ("biggest", "JJS", "big"),
        ("busier", "JJR", "busy"),
        ("better", "JJR", "good"),
        ("1990s", "NNS", "1990s"),
        ("them", "PRP", "they"),
    ],
)
def test_base_form(word: str, tag: str, base: str) -> None:
    """Irregular forms, doubled consonants, silent letters and names each give their dictionary form."""
    assert lemma(word, tag) == base
