"""The stage as a whole: it never raises, points into the text, and depends on nothing but text and rules."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import ModelError, PatternError
from pipeline.extract.extractor import Extractor
from pipeline.model import Document, Extraction, Region
from pipeline.recognise.recogniser import Recogniser

ARTICLE = (
    "Chile's exports rose 5% to $3 billion in 2025. It is the third-largest partner of Peru.\n\n"
    "“Imports are falling,” Ana Ruiz said. Chile and Peru signed an agreement in Lima."
)
VOCABULARY = (
    "exports imports rose fell by to from of in the volume it they 5% $3 billion 4 million tonnes -2 ½ ١٢ "
    "1,000.5 third-largest record high 2025 March Thursday Chile Peru's “ ” ( ) , . ; — - : said according "
    "not one 🙂 é \N{COMBINING ACUTE ACCENT} Ⅳ will could compared with a year earlier signed agreement "
    "capacity 240 MW \n\n \N{NO-BREAK SPACE} \N{RIGHT-TO-LEFT OVERRIDE}"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(WORDS, max_size=25).map(" ".join),
    st.lists(WORDS, max_size=12).map("".join),
)
FEW = settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def unparsing(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    """An extractor whose pipeline has a tokenizer only."""
    folder = tmp_path_factory.mktemp("blank")
    spacy.blank("en").to_disk(folder)
    return Extractor(spacy_model=str(folder))


def check_offsets(found: Extraction) -> None:
    text = found.document.text
    for claim in found.claims:
        assert claim.mentions
        for start, end in (*claim.mentions, claim.sentence):
            assert 0 <= start < end <= len(text)
        assert claim.sentence[0] <= claim.mentions[0][0]
        assert claim.mentions[0][1] <= claim.sentence[1]
    for said in found.statements:
        assert 0 <= said.start < said.end <= len(text)


@FEW
@given(text=TEXTS)
def test_no_text_raises(text: str, stages: tuple[Recogniser, Extractor], unparsing: Extractor) -> None:
    """Any text is read without an error, with a parser or without, and all offsets lie inside it."""
    recognise, extract = stages
    recognition = recognise(Document("t", text))
    for mention in recognition.mentions:
        assert text[mention.start : mention.end] == mention.text
    check_offsets(extract(recognition))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        check_offsets(unparsing(recognition))


def test_mentions_are_slices_of_the_text(extracted) -> None:
    """The words that a claim points to are those that tell it."""
    found = extracted(ARTICLE)
    check_offsets(found)
    assert [ARTICLE[slice(*claim.mentions[0])] for claim in found.claims] == [
        "5%", "$3 billion", "third-largest partner", "falling", "signed",
    ]  # fmt: skip
    assert [ARTICLE[said.start : said.end] for said in found.statements] == ["Imports are falling"]


def test_an_empty_text(extracted) -> None:
    """Nothing makes no claim."""
    for text in ("", " ", "\n\n"):
        assert extracted(text).claims == ()


def test_boilerplate_is_not_read(stages: tuple[Recogniser, Extractor]) -> None:
    """A sentence that lies in a marked region makes no claim."""
    recognise, extract = stages
    first, second = "Exports rose 5%.", "Imports fell 3%."
    document = Document("t", f"{first}\n\n{second}", regions=(Region(0, len(first), "boilerplate"),))
    (claim,) = extract(recognise(document)).claims
    assert claim.metric == "imports"


def test_a_pipeline_without_parser(stages: tuple[Recogniser, Extractor], tmp_path: Path) -> None:
    """A pipeline that brings no parser gives claims by their surface, and warns once."""
    spacy.blank("en").to_disk(tmp_path)
    extract = Extractor(spacy_model=str(tmp_path))
    recognition = stages[0](Document("t", ARTICLE))
    with pytest.warns(UserWarning, match="no parser") as caught:
        found, again = (extract(recognition) for _ in range(2))
    assert len(caught) == 1
    assert again == found
    assert [(claim.kind, claim.metric) for claim in found.claims][:2] == [
        ("change", "exports"),
        ("level", "exports"),
    ]


def test_a_sentence_of_10000_tokens(extracted) -> None:
    """A sentence of ten thousand words with figures among them is read to its end."""
    text = (
        "Exports rose 5% " + "at mills and docks along the long road to the coast " * 910 + "to $3 billion."
    )
    assert len(text.split()) > 10000
    assert [claim.kind for claim in extracted(text).claims][:1] == ["change"]


def test_many_periods_in_one_sentence(extracted) -> None:
    """Hundreds of figures among as many periods are all read, each with periods that stand near."""
    text = "in 2025 compared with May 2024 exports rose 5%, " * 300
    found = extracted(text).claims
    assert len(found) == 300
    assert all(claim.base for claim in found)


def test_measures_of_measures(extracted) -> None:
    """A noun phrase nested two thousand times does not run out of stack."""
    extracted("The volume " + "of volume " * 2000 + "of exports rose 5%.")


OWN = ('- id: own.a\n  kind: level\n  priority: 80\n  pattern: "hauled {value:measure}"\n',
       '- id: own.b\n  kind: level\n  priority: 80\n  pattern: "it hauled {value:measure}"\n')  # fmt: skip


@pytest.mark.parametrize("names", [("a", "z"), ("z", "a")])
def test_the_order_of_files_says_nothing(stages, tmp_path: Path, names: tuple[str, str]) -> None:
    """Which file comes first by name does not decide which of two rules wins."""
    for name, rule in zip(names, OWN, strict=True):
        (tmp_path / f"{name}.yaml").write_text(rule, encoding="utf-8")
    recognition = stages[0](Document("t", "Last year it hauled 5 tonnes."))
    assert [claim.rule for claim in Extractor([tmp_path])(recognition).claims] == ["own.b"]


def test_errors_for_the_user(tmp_path: Path) -> None:
    """A folder that is not there and a pipeline that is not installed are told as such."""
    with pytest.raises(PatternError):
        Extractor([tmp_path / "nowhere"])
    with pytest.raises(ModelError):
        Extractor(spacy_model="no_such_pipeline")(Recogniser()(Document("t", "Exports rose 5%.")))


def test_whole_articles_need_no_parser(stages: tuple[Recogniser, Extractor], unparsing: Extractor) -> None:
    """The project's own articles, with ranks, events and quotations, are read without a parser too."""
    folder = Path(__file__).parents[2] / "evaluation" / "gold"
    lines = (folder / "own_docs.jsonl").read_text(encoding="utf-8").splitlines()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for line in lines:
            found = unparsing(stages[0](Document("t", json.loads(line)["text"])))
            check_offsets(found)
            assert found.claims
