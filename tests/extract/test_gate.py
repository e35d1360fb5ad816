"""Which sentences are worth a parse."""

from __future__ import annotations

import pytest

from pipeline.extract.extractor import Extractor
from pipeline.model import Document
from pipeline.recognise.recogniser import Recogniser

TEXT = "She likes the sea and old boats. Exports rose 5% in 2025. They went home in 12 cars."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def test_only_what_a_rule_could_use_is_parsed(extractor: Extractor) -> None:
    """A sentence without the words and mentions that any rule for claims needs is left out."""
    texts = [sentence.text for sentence in extractor.sentences(Recogniser()(Document("a", TEXT)))]
    assert "Exports rose 5% in 2025." in texts
    assert "She likes the sea and old boats." not in texts


def test_every_sentence_can_be_had(extractor: Extractor) -> None:
    """Authors see every sentence, parsed, also where no rule comes near."""
    sentences = extractor.sentences(Recogniser()(Document("a", TEXT)), every=True)
    assert len(sentences) == 3
    assert all(sentence.tree.parsed for sentence in sentences)


def test_what_is_left_out_makes_no_claim(extractor: Extractor) -> None:
    """No rule for claims matches in a sentence that is left out."""
    recognition = Recogniser()(Document("a", TEXT))
    chosen = {sentence.span for sentence in extractor.sentences(recognition)}
    for sentence in extractor.sentences(recognition, every=True):
        if sentence.span not in chosen:
            assert not any(match.rule.makes for match in extractor.matches(sentence))
