"""Word classes as expressions over the alphabet of tokens."""

from __future__ import annotations

import re
from itertools import product

import pytest

from pipeline.rules.alphabet import tokens
from pipeline.rules.grammar import ClassRef, walk
from pipeline.rules.library import RuleLibrary, checked_library


@pytest.fixture(scope="module")
def library() -> RuleLibrary:
    return checked_library()


def test_forms_made_into_one_expression_match_no_other_words(library: RuleLibrary) -> None:
    """Of all rows of up to two words of a class, its expression matches its forms and no others."""
    alphabet = library.compiled.alphabet
    refs = {
        node.names: node for rule in library.rules for node in walk(rule.tree) if isinstance(node, ClassRef)
    }
    for names, node in sorted(refs.items()):
        forms = {tuple(tokens(form)) for name in names for form in library.classes.forms[name]}
        words = sorted({word for form in forms for word in form})[:40]
        expression = re.compile(alphabet.class_ref(node))
        for length in (1, 2):
            for row in product(words, repeat=length):
                line = "".join(alphabet.token(word, "") for word in row)
                assert (expression.fullmatch(line) is not None) == (row in forms), (names, row)
