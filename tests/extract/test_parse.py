"""The parser that ships, and any other in its place."""

from __future__ import annotations

import time
import warnings
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.errors import ModelError
from pipeline.extract.parse import WEIGHTS, Parser, load, tree_of
from pipeline.extract.tree import Tree

REACHED = "Exports reached $4bn in 2025, an increase of 30% on the year before, the ministry said."


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def one(parser: Parser, text: str) -> Tree:
    return parser.trees(text, [(0, len(text))], lambda *_: True)[0]


def place(tree: Tree, word: str) -> int:
    return tree.words.index(word)


def head(tree: Tree, word: str) -> str:
    return tree.words[tree.heads[place(tree, word)]]


def test_reached_is_the_verb_of_its_sentence(parser: Parser) -> None:
    """`X reached $4bn in 2025, an increase of 30%` is no participle: the figure's verb is the root, X its
    subject.
    """
    tree = one(parser, REACHED)
    at = place(tree, "reached")
    assert tree.tags[at] == "VBD"
    assert tree.root == at
    assert tree.child(at, "nsubj") == place(tree, "Exports")
    assert tree.child(at, "obj") == place(tree, "$")


def test_making_takes_its_object(parser: Parser) -> None:
    """In `making China its third-largest partner` China is what is made, and the partner what it becomes."""
    tree = one(parser, "Trade hit $420 million in January, making China its third-largest partner.")
    at = place(tree, "making")
    assert tree.child(at, "obj") == place(tree, "China")
    assert tree.child(at, "xcomp") == place(tree, "partner")


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Net profit rose 12% to €3.4 billion last year.", "rose", "profit"),
        ("The carmaker sold 31,200 vehicles in May, up from 28,900 a year earlier.", "sold", "carmaker"),
        ("Inflation, which stood at 9.1 percent in June, slowed to 4.3 percent.", "slowed", "Inflation"),
        ("Shipments of grain to Egypt fell by a third, the port authority said.", "fell", "Shipments"),
        ("By the end of March the fund had spent 2.1 billion dollars on roads.", "spent", "fund"),
    ],
)
def test_subject_of_a_figures_verb(parser: Parser, text: str, verb: str, subject: str) -> None:
    """The subject of the verb that brings the figure is found in common sentences of business news."""
    assert head(one(parser, text), subject) == verb


def test_offsets_point_into_the_article(parser: Parser) -> None:
    """Every token stands in the article where its tree says, over line breaks, double and no-break spaces."""
    text = "Headline\n\nSales  hit\n$4.87\N{NO-BREAK SPACE}billion in May. They fell later."
    spans = [(0, 8), (10, 44), (45, len(text))]
    for tree in parser.trees(text, spans, lambda at, _: at > 0):
        assert [text[start:end] for start, end in zip(tree.starts, tree.ends, strict=True)] == list(
            tree.words
        )
        assert all(word.strip() for word in tree.words)


def test_only_flagged_sentences_are_parsed(parser: Parser) -> None:
    """A sentence that no rule could use keeps its words and gets no parse."""
    first, second = parser.trees("He smiled. Sales rose 5%.", [(0, 10), (11, 25)], lambda at, _: at > 0)
    assert first.words == ("He", "smiled", ".")
    assert not first.parsed
    assert first.tags == ("", "", "")
    assert second.parsed


def test_one_sentence_has_one_root(parser: Parser) -> None:
    """The splitter's word is final: the parser makes one tree of what it gets."""
    tree = one(parser, "He came. She left. Nobody paid.")
    assert sum(at == head for at, head in enumerate(tree.heads)) == 1


def test_lemmas_come_with_the_parse(parser: Parser) -> None:
    """Verbs and nouns of a parsed sentence have base forms."""
    tree = one(parser, "Companies were producing fewer cars and cut prices.")
    assert [tree.lemmas[place(tree, word)] for word in ("Companies", "were", "producing", "cars")] == [
        "company",
        "be",
        "produce",
        "car",
    ]


def test_empty_input_gives_nothing(parser: Parser) -> None:
    """No sentences, no trees; an empty span, an empty tree."""
    assert parser.trees("", [], lambda *_: True) == []
    assert parser.trees("  ", [(0, 0)], lambda *_: True) == [Tree((), (), ())]


def test_weights_load_in_time() -> None:
    """Loading costs at most 0.3 s where nothing else runs; a slow machine is given three times that."""
    started = time.process_time()
    load()
    assert time.process_time() - started < 0.9


def test_weights_are_small_and_hold_no_vocabulary() -> None:
    """The parser's files stay under 5 MB and name nothing but labels; no path of the training machine is in
    them.
    """
    files = [path for path in WEIGHTS.rglob("*") if path.is_file() and path.parent.name != "pointer"]
    assert sum(path.stat().st_size for path in files) < 5_000_000
    assert (WEIGHTS / "vocab" / "strings.json").stat().st_size < 2_000
    assert "treebank" not in (WEIGHTS / "config.cfg").read_text(encoding="utf-8")


def test_stored_halves_are_made_whole() -> None:
    """The files hold numbers of 16 bits; the network computes with 32."""
    for _, component in load().pipeline:
        nodes = component.model.walk()
        params = [node.get_param(name) for node in nodes for name in node.param_names if node.has_param(name)]
        assert {param.dtype.name for param in params} <= {"float32"}


def test_missing_model_names_the_remedy() -> None:
    """A pipeline that is not installed is refused with the command that installs it."""
    with pytest.raises(ModelError, match=r"python -m spacy download en_no_such"):
        Parser("en_no_such").trees("Sales rose.", [(0, 11)], lambda *_: True)


def test_pipeline_without_parser_warns_once(tmp_path: Path) -> None:
    """A pipeline without a parser gives words without a parse, and says so the first time only."""
    spacy.blank("en").to_disk(tmp_path / "blank")
    parser = Parser(str(tmp_path / "blank"))
    with pytest.warns(UserWarning, match="no parser"):
        trees = parser.trees("Sales rose.", [(0, 11)], lambda *_: True)
    assert not trees[0].parsed
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        parser.trees("Sales fell.", [(0, 11)], lambda *_: True)


def test_sentences_of_a_users_doc_become_trees() -> None:
    """A span of a parsed Doc becomes a tree of its own, without white-space tokens, with the pipeline's
    lemmas.
    """
    nlp = spacy.blank("en")
    doc = Doc(
        nlp.vocab,
        words=["Yes", ".", "\n\n", "Sales", "rose", "."],
        spaces=[False, False, False, True, False, False],
        tags=["UH", ".", "_SP", "NNS", "VBD", "."],
        lemmas=["yes", ".", "\n\n", "sale", "RISE", "."],
        heads=[0, 0, 0, 4, 4, 4],
        deps=["ROOT", "punct", "dep", "nsubj", "ROOT", "punct"],
        sent_starts=[True, False, False, True, False, False],
    )
    first, second = map(tree_of, doc.sents)
    assert first.words == ("Yes", ".")
    assert second.words == ("Sales", "rose", ".")
    assert second.heads == (1, 1, 1)
    assert second.lemmas == ("sale", "RISE", ".")
    assert second.starts == (6, 12, 16)


def test_memory_is_freed_without_harm(parser: Parser) -> None:
    """Trees made while memory is watched are plain values and outlive it; the parser goes on working."""
    with parser.memory():
        inside = one(parser, "Zorbanium sales rose 5%.")
    assert inside.words[0] == "Zorbanium"
    assert one(parser, "Zorbanium sales rose 5%.") == inside
