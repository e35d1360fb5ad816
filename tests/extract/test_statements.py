"""Statements: who said what, with which cue, quoted or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.statements import find_statements, speaker_at
from pipeline.model import Document, Mention, Name, NameType, Recognition


def recognition(text: str, names: dict[str, str] | None = None, publisher: str | None = None) -> Recognition:
    """A recognition of hand-made parts: a sentence ends at `. `, names are every place of the words given.

    `names` maps words to the name that they stand for, `org:` before it for an organisation.
    """
    sentences, at = [], 0
    for paragraph in text.split("\n"):
        start = at
        for piece in paragraph.replace(". ", ".\0").split("\0"):
            end = start + len(piece)
            if piece:
                sentences.append((start, end))
            start = end + 1
        at += len(paragraph) + 1
    mentions = []
    for words, name in (names or {}).items():
        kind: NameType = "organisation" if name.startswith("org:") else "person"
        start = text.find(words)
        while start >= 0:
            mentions.append(Mention(start, start + len(words), words, Name(kind, name.removeprefix("org:"))))
            start = text.find(words, start + 1)
    ordered = tuple(sorted(mentions, key=lambda mention: mention.start))
    return Recognition(Document("d", text, publisher=publisher), tuple(sentences), ordered)


def said(
    text: str, names: dict[str, str] | None = None, publisher: str | None = None
) -> list[tuple[str | None, str, str]]:
    """Speaker, first letter of the mode, and words of each statement."""
    found = find_statements(recognition(text, names, publisher))
    return [(one.speaker, one.mode[0], text[one.start : one.end]) for one in found]


LIND = {"Eva Lind": "Eva Lind", "Lind": "Eva Lind", "she": "Eva Lind", "She": "Eva Lind"}
BANK = {"Bank of Peru": "org:Bank of Peru", "the bank": "org:Bank of Peru"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eva Lind said that sales fell.", "sales fell"),
        ("Eva Lind said sales fell.", "sales fell"),
        ("Eva Lind said on Monday that sales fell.", "sales fell"),
        ("Eva Lind said in a statement on Monday that sales fell.", "sales fell"),
        ("Eva Lind told reporters sales fell.", "sales fell"),
        ("Eva Lind told a Senate committee that sales fell.", "sales fell"),
        ("Eva Lind, the head of the office, noted that sales fell.", "sales fell"),
        ("Eva Lind, who was speaking in Rome, said sales fell.", "sales fell"),
        ("The office's director, Eva Lind, said sales fell.", "sales fell"),
        ("On prices, Eva Lind said sales fell.", "sales fell"),
        ("Asked about prices, Lind replied that sales fell.", "sales fell"),
        ("Sales fell, Eva Lind said.", "Sales fell"),
        ("Sales fell, Eva Lind told reporters on Monday.", "Sales fell"),
        ("Sales fell, said Eva Lind, head of the office.", "Sales fell"),
        ("Sales fell, said the head of the office, Eva Lind.", "Sales fell"),
        ("Sales fell, said the office's expert on farm trade, Eva Lind.", "Sales fell"),
        ("Sales fell, the head of the office, Eva Lind, said.", "Sales fell"),
        ("Sales fell, Trade and Industry Minister Eva Lind said.", "Sales fell"),
        ("According to Eva Lind, sales fell.", "sales fell"),
        ("According to Eva Lind, head of the office, sales fell.", "sales fell"),
        ("Sales fell, according to Eva Lind.", "Sales fell"),
        ("Sales fell, as Eva Lind pointed out.", "Sales fell"),
        ("As Eva Lind noted in an interview, sales fell.", "sales fell"),
        ("Together, Eva Lind estimates, the plants will save gas.", "the plants will save gas"),
        ("Eva Lind announced plans to cut 400 jobs.", "plans to cut 400 jobs"),
        ("Eva Lind expects to hire 400 people.", "to hire 400 people"),
        ("Eva Lind put the total at 44 million.", "the total at 44 million"),
        ("We were informed by Eva Lind that sales fell.", "sales fell"),
        ("Eva Lind was quoted by the daily as saying sales fell.", "sales fell"),
    ],
)
def test_reported_speech(text: str, expected: str) -> None:
    """Every way of reporting gives the speaker by name and the passage without cue, comma and `that`."""
    assert said(text, LIND) == [("Eva Lind", "i", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eva Lind said late on Sunday sales fell.", "sales fell"),
        ("Eva Lind said on May 3 they had fallen.", "they had fallen"),
        ("Eva Lind said in a report published on Monday that sales fell.", "sales fell"),
        ("In the words of the head of the office, Eva Lind, sales fell.", "sales fell"),
        ("Eva Lind, head of Acme, which sells oil, said sales fell.", "sales fell"),
        ("The study's author, Dr Eva Lind of Lund, said that sales fell.", "sales fell"),
        ("According to Eva Lind, sales fell, and wages rose.", "sales fell, and wages rose"),
        (
            "According to Eva Lind of Acme, one firm in three fell, and it rose.",
            "one firm in three fell, and it rose",
        ),
        ("While Eva Lind says sales fell, the shops stay open.", "sales fell"),
        ("Eva Lind expects sales to fall 4% and has cut jobs.", "sales to fall 4%"),
        ("Report informs, citing Eva Lind, that sales fell.", "sales fell"),
        ("According to Eva Lind more than 300 shops shut.", "more than 300 shops shut"),
        ("Sales fell, and according to Eva Lind about 90 shops shut.", "about 90 shops shut"),
        ("According to Eva Lind up to $3 million is needed.", "up to $3 million is needed"),
    ],
)
def test_where_the_speaker_ends_and_the_passage_begins(text: str, expected: str) -> None:
    """Times, documents and asides between speaker, cue and passage belong to neither."""
    assert said(text, LIND, publisher="Report") == [("Eva Lind", "i", expected)]


def test_who_speaks_without_a_subject_of_their_own() -> None:
    """A second verb has the whole phrase that opens the sentence as its subject, not the owner of it."""
    text = "The head of the delegation met him and noted that sales fell."
    assert said(text) == [("head of the delegation", "i", "sales fell")]
    assert said("The bank's chairman resigned, saying sales fell.") != [("bank's", "i", "sales fell")]


def test_a_subject_before_a_relative_clause_without_commas() -> None:
    """`An official who would not be named said` is the official's saying."""
    text = "An official who hid his name because he was not allowed to speak to the media said sales fell."
    assert said(text) == [("official", "i", "sales fell")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The diocese said sales fell.", ("diocese", "i", "sales fell")),
        ("Squatters, who have no lease, told the town that sales fell.", ("Squatters", "i", "sales fell")),
        ("A jury ruled that sales fell.", ("jury", "i", "sales fell")),
    ],
)
def test_whoever_says_something_speaks(text: str, expected: tuple[str, str, str]) -> None:
    """With a verb that only those who speak can have, any noun names the speaker."""
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text", ["Loopwell won't say more than that.", "The cuts announced in May that were hard end."]
)
def test_what_says_nothing_is_no_speaker(text: str) -> None:
    """Whoever will not say it makes no statement; what a participle tells of does not speak."""
    assert said(text) == []


def test_an_adjunct_alone_was_not_said() -> None:
    """Words before a cue that tell only when somebody spoke are no passage."""
    assert said("Ahead of the vote, Eva Lind had promised pensions.", LIND) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Sales fell," Eva Lind said.', ["Sales fell"]),
        ("“Sales fell,” said Eva Lind.", ["Sales fell"]),
        ("``Sales fell,'' Eva Lind said.", ["Sales fell"]),
        ("‘Sales fell,’ said Eva Lind. ‘It’s bad.’", ["Sales fell", "It’s bad."]),
        ('"Sales fell," Eva Lind, the head of the office, told TASS.', ["Sales fell"]),
        ('Eva Lind said: "Sales fell. Prices rose."', ["Sales fell. Prices rose."]),
        ('Eva Lind also added, "Sales fell."', ["Sales fell."]),
        ('"Sales," Eva Lind said, "fell by half."', ["Sales", "fell by half."]),
        ('"Sales fell," Eva Lind said. "Prices rose."', ["Sales fell", "Prices rose."]),
        ('According to Eva Lind, "Sales fell."', ["Sales fell."]),
        ('"Sales fell", as office head Eva Lind put it.', ["Sales fell"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    """A quotation is its words without the marks and a final comma; what goes on has the same speaker."""
    assert said(text, LIND) == [("Eva Lind", "d", words) for words in expected]


def test_a_quotation_over_paragraphs_is_one_statement_each() -> None:
    """Reopened or not, every paragraph of a quotation has the closing cue's speaker."""
    for mark in ('"', ""):
        text = f'"Sales fell.\n\n{mark}Prices rose.\n\n{mark}Wages stood still," Eva Lind concluded.'
        assert said(text, LIND) == [
            ("Eva Lind", "d", "Sales fell."),
            ("Eva Lind", "d", "Prices rose."),
            ("Eva Lind", "d", "Wages stood still"),
        ]


def test_words_in_quotation_marks_are_no_statement() -> None:
    """A few quoted words in a sentence of the article's own are not said by anybody."""
    assert said('The so-called "green city" has used "windfall" earnings.') == []


def test_quoted_words_inside_reported_speech_stay_in_it() -> None:
    """Reported speech that quotes some words is one indirect statement."""
    assert said('Eva Lind said they would take "such a step if needed."', LIND) == [
        ("Eva Lind", "i", 'they would take "such a step if needed."')
    ]


def test_what_is_added_is_a_statement_of_its_own() -> None:
    """A second verb with the same subject cuts the first passage, with or without a subject of its own."""
    assert said("Eva Lind said sales fell, and expects to cut jobs, adding that wages rose.", LIND) == [
        ("Eva Lind", "i", "sales fell"),
        ("Eva Lind", "i", "to cut jobs"),
        ("Eva Lind", "i", "wages rose"),
    ]


def test_a_colon_brings_in_a_quotation_of_the_same_speaker() -> None:
    """`recalled that ...: "..."` is a reported and a quoted statement."""
    assert said('Eva Lind recalled that sales fell: "It was bad."', LIND) == [
        ("Eva Lind", "i", "sales fell"),
        ("Eva Lind", "d", "It was bad."),
    ]


def test_nested_attributions_stand_within() -> None:
    """A speaker quoted by another has an inner statement; the innermost counts for a claim in it."""
    text = '"As Omar Diaz noted, trade grew. We agree," Eva Lind said.'
    statements = find_statements(recognition(text, LIND | {"Omar Diaz": "Omar Diaz"}))
    assert [(one.speaker, text[one.start : one.end]) for one in statements] == [
        ("Eva Lind", "As Omar Diaz noted, trade grew. We agree"),
        ("Omar Diaz", "trade grew"),
    ]
    assert speaker_at(statements, text.index("trade")) == "Omar Diaz"
    assert speaker_at(statements, text.index("We")) == "Eva Lind"
    assert speaker_at(statements, len(text) - 1) is None


def test_the_one_quoted_by_a_paper_is_the_inner_speaker() -> None:
    """`the daily quoted her as saying` gives both, the one quoted inside."""
    text = "Sales fell, the daily Noor quoted Eva Lind as saying."
    statements = find_statements(recognition(text, LIND | {"Noor": "org:Noor"}))
    assert [one.speaker for one in statements] == ["Noor", "Eva Lind"]
    assert speaker_at(statements, 0) == "Eva Lind"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A senior official said sales fell.", "senior official"),
        ("Analysts polled by the paper had expected a fall.", "Analysts polled by the paper"),
        ("A spokesman for the union said sales fell.", "spokesman for the union"),
        ("The office's press service said sales fell.", "office's press service"),
        ("A new study found that sales fell.", "new study"),
        ("Sales fell, the trade and tourism ministry said.", "trade and tourism ministry"),
        ("Sales fell, said a union leader, who added that prices rose.", "union leader"),
        ("Sales fell, according to the secretary of trade in 2004.", "secretary of trade"),
    ],
)
def test_speakers_without_a_name(text: str, speaker: str) -> None:
    """Who has no name is called by the article's own words, without determiner."""
    assert said(text)[0][0] == speaker


def test_bodies_and_their_documents_speak() -> None:
    """A body speaks by its full name, also as `it` and through its report."""
    text = (
        "In a report, the Bank of Peru said sales fell. It added that pay rose. "
        "The report notes that jobs went."
    )
    assert [speaker for speaker, _, _ in said(text, BANK)] == ["Bank of Peru"] * 3


def test_it_is_the_body_that_the_sentence_before_is_about() -> None:
    """`it` stands for the body that opens the sentence before, named or not."""
    text = "Eva Lind said sales fell. The regulator had sold permits. It said it might sell more."
    assert [speaker for speaker, _, _ in said(text, {"Eva Lind": "Eva Lind"})] == ["Eva Lind", "regulator"]
    known = {"Acme": "org:Acme"}
    assert said("Danish carmaker Acme sold 9 cars, it said on Monday.", known)[0][0] == "Acme"
    assert said("Its owner, Oslo-based Acme, said sales fell.", known)[0][0] == "Acme"


def test_whoever_closes_a_sentence_speaks() -> None:
    """A body that no list knows speaks where it stands between a comma and the last verb."""
    assert said("Traffic on the ring road is up by a third, the city's control room reports.") == [
        ("city's control room", "i", "Traffic on the ring road is up by a third")
    ]


def test_a_semicolon_before_another_speaker_ends_the_passage() -> None:
    """What somebody else says, or will not say, behind a semicolon is no part of the passage."""
    assert said("Eva Lind says it sold 400; Corex won't say how many.", LIND) == [
        ("Eva Lind", "i", "it sold 400")
    ]


def test_an_intention_told_by_another_is_one_statement() -> None:
    """`the firm expects to grow, she said` has one speaker."""
    assert said("The firm expects to grow by half, Eva Lind said.", LIND) == [
        ("Eva Lind", "i", "The firm expects to grow by half")
    ]


def test_whom_the_outlet_cites_speaks() -> None:
    """`Trend reports, citing the ministry` is said by the ministry; cited data are nobody's words."""
    assert said("Exports rose 8%, Trend reports, citing the ministry.", publisher="Trend") == [
        ("ministry", "i", "Exports rose 8%")
    ]
    assert said("Exports rose 8%, Trend reports, citing customs data.", publisher="Trend") == []


def test_joined_clauses_keep_their_own_speakers() -> None:
    """Two attributions in one sentence share it between them."""
    assert said("Trade grew, the bank said, and Lind expects exports to double.", BANK | LIND) == [
        ("Bank of Peru", "i", "Trade grew"),
        ("Eva Lind", "i", "exports to double"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell, Trend reports.",
        "Trend recalls that sales fell.",
        "Customs data showed that sales fell.",
        "Sales fell, according to customs data.",
        "Sales fell, figures released by the office show.",
        "Sales are expected to fall, as planned.",
        "Companies had reported 700 vacancies to the office.",
        "The economy added 10,000 jobs in May.",
        "Eva Lind spoke about prices and commented on sales.",
        "It was believed that sales fell.",
    ],
)
def test_no_statement(text: str) -> None:
    """The outlet itself, data, passives without a speaker and other senses of the verbs make no statement."""
    assert said(text, LIND, publisher="Trend") == []


def test_a_denial_ends_the_passage() -> None:
    """`which the firm denied` is no part of what was said."""
    text = "The union claimed the firm would cut jobs, which Lind at the time denied."
    assert said(text, LIND) == [("union", "i", "the firm would cut jobs")]


@given(
    st.lists(
        st.sampled_from(
            ['"', "“", "”", "'", "said", "Lind", ",", ".", "that", "\n\n", "according to", "as", "(", ")"]
        )
    )
)
def test_any_words_give_spans_of_the_text(words: list[str]) -> None:
    """Whatever the text, spans are not empty and lie within it."""
    text = " ".join(words)
    assert all(
        0 <= one.start < one.end <= len(text)
        for one in find_statements(recognition(text, {"Lind": "Eva Lind"}))
    )


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        ("Potters in the valley lament that sales fell.", "Potters in the valley", "sales fell"),
        ("Hauliers have been insisting that sales would fall.", "Hauliers", "sales would fall"),
        ("In the words of the mayor, sales fell.", "mayor", "sales fell"),
        ('The fair was, in the words of the mayor, "dismal".', "mayor", "dismal"),
        ("Meanwhile the panel, a new one, said sales fell.", "panel", "sales fell"),
        ("Rents held; next May, says the panel, sales will fall.", "panel", "sales will fall"),
        ("The panel sees sales falling 4 percent.", "panel", "sales falling 4 percent"),
        ("The weather bureau counted 9 storms.", "weather bureau", "9 storms"),
        ("The state hopes to sell 9 tons; last year it sold 4.", "state", "to sell 9 tons"),
        ("The panel ruled out selling the line.", "panel", "selling the line"),
        ("The minister blamed bad roads for the fall.", "minister", "bad roads for the fall"),
        ("Local fishermen say that sales fell.", "Local fishermen", "sales fell"),
        ("Two in three are women, which according to the panel is odd.", "panel", "is odd"),
        ("Sales fell, and according to the panel 9 jobs will go.", "panel", "9 jobs will go"),
        ("The board -- which has 9 members -- said sales fell.", "board", "sales fell"),
    ],
)
def test_less_plain_attributions(text: str, speaker: str, expected: str) -> None:
    """Groups by what they do, words in somebody's words, sights of what is to come, counts, blame."""
    told = said(text)
    assert [(who, words) for who, _, words in told] == [(speaker, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "The valley saw heavy rain.",
        "No dealer sees rents climbing.",
        "Asked again, the mayor said no.",
        "The airline reported a profit of 900 euros.",
        "Containers added 5 percent.",
        "Those who say that sales fell are wrong.",
        "The mill put work on hold at two sites.",
        "The minister admitted defeat.",
    ],
)
def test_what_nobody_said(text: str) -> None:
    """What somebody saw, answered or earned, and what things do, is no statement."""
    assert said(text) == []


def test_a_title_before_a_name_speaks_for_the_person() -> None:
    """A body's name in a title is not who speaks."""
    told = said("Bank of Peru President Eva Lind shrugged, adding that sales fell.", LIND | BANK)
    assert told == [("Eva Lind", "i", "sales fell")]


def test_which_is_a_body() -> None:
    """A relative `which` speaks for the body before it, not for the person who spoke."""
    told = said("Sales fell, said Eva Lind of Bank of Peru, which puts them at 9 tons.", LIND | BANK)
    assert told[-1] == ("Bank of Peru", "i", "them at 9 tons")


def test_the_official_is_the_last_one() -> None:
    """A description comes back to the speaker told of by it before."""
    told = said("A port official said sales fell. Prices rose, the official added.")
    assert [who for who, _, _ in told] == ["port official", "port official"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By the ministry's own count, 9 schools burned.", ("ministry", "9 schools burned")),
        ("Nine schools burned, by the ministry's own count.", ("ministry", "Nine schools burned")),
        ("In the view of the Bank of Peru, rates will fall.", ("Bank of Peru", "rates will fall")),
        ("The union's message is that 9 jobs will go.", ("union", "9 jobs will go")),
        ("Losses forced the airline to admit that jobs will go.", ("airline", "jobs will go")),
        (
            "The ministry of ports and roads says 9 roads are shut.",
            ("ministry of ports and roads", "9 roads are shut"),
        ),
        ("Traders had on average expected a rise of 2%.", ("Traders", "a rise of 2%")),
    ],
)
def test_attributions_of_other_shapes(text: str, expected: tuple[str, str]) -> None:
    """Views, own counts, people made to speak, and bodies in charge of two things are attributions too."""
    assert [(who, words) for who, _, words in said(text, BANK)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank expects a loss of $5, and its shares fell.", "a loss of $5"),
        ("The bank vowed to lend $5, a sum that critics mock.", "to lend $5"),
        ("The bank puts the gap at $5, although work goes on.", "the gap at $5"),
        ("The bank expects a loss of $5, and a fee of $2.", "a loss of $5, and a fee of $2"),
        ("The bank puts the gap at $5, of which $2 is covered.", "the gap at $5, of which $2 is covered"),
    ],
)
def test_what_is_foreseen_ends_with_its_clause(text: str, expected: str) -> None:
    """A noun phrase or an infinitive behind a verb of foreseeing ends where another clause begins."""
    assert [words for *_, words in said(text, BANK)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The survey's author, economist Eva Lind of Oslo, said sales fell.",
        "Sales fell, according to its boss, Eva Lind.",
        '"Sales fell," warned its boss Eva Lind.',
        '"Will sales fall?" Eva Lind asked the Times.',
        '"Sales fell," said its spokeswoman on trade, Eva Lind.',
    ],
)
def test_a_role_with_its_name_behind_it(text: str) -> None:
    """Whoever is told of by role and named in an aside speaks by name."""
    assert [who for who, *_ in said(text, LIND)] == ["Eva Lind"]


@pytest.mark.parametrize(
    "text",
    [
        "Early estimates from the Bank of Peru suggest a rise of 2%.",
        "Sales fell, according to Bank of Peru (BP) data.",
        "Sales came to $9 million, above the average analyst estimate of $8 million.",
        "Sales fell to $9 million, well below the 15 million pounds analysts had expected.",
        "The flood claimed 9 lives.",
    ],
)
def test_data_and_other_senses_are_no_statements(text: str) -> None:
    """Data with its owner's short name in brackets, estimates from a body, and lives claimed say nothing."""
    assert said(text, {"Bank of Peru": "org:Bank of Peru", "BP": "org:Bank of Peru"}) == []


def test_who_is_named_by_role_inside_what_another_says() -> None:
    """Behind a verb of saying, a role with its name in an aside speaks in its own right."""
    text = "A union member said the head of the guild, Eva Lind, expected sales to fall."
    assert [who for who, *_ in said(text, LIND)] == ["union member", "Eva Lind"]


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        ("Eva Lind said sales fell and urged members to wait.", "Eva Lind", "sales fell"),
        ("ARICA – Sales fell on Monday, Eva Lind said.", "Eva Lind", "Sales fell on Monday"),
        (
            "Two of the nine mills closed, Eva Lind said, and the rest have since been sold.",
            "Eva Lind",
            "Two of the nine mills closed",
        ),
        ("Bank of Peru reported a 9% drop in deposits.", "Bank of Peru", "a 9% drop in deposits"),
        (
            "Sales fell by a tenth last year, said Consul to Chile Eva Lind.",
            "Eva Lind",
            "Sales fell by a tenth last year",
        ),
    ],
)
def test_one_passage(text: str, speaker: str, expected: str) -> None:
    """What the speaker does besides, a dateline and a clause of the article's own are no part of it."""
    assert [(who, words) for who, _, words in said(text, LIND | BANK)] == [(speaker, expected)]


def test_a_relative_places_a_figure() -> None:
    """`which` and a verb that places a figure make a statement of its speaker."""
    text = "The firm will sell its port, which Eva Lind valued at $9 million."
    assert said(text, LIND) == [("Eva Lind", "i", "at $9 million")]


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        ("As was stated at the meeting, 9 mills closed.", None, "9 mills closed"),
        ("It is noted that 9 mills closed.", None, "9 mills closed"),
        ("It was reported at the briefing that 9 mills closed.", None, "9 mills closed"),
        ("Eva Lind drew attention to the fact that 9 mills closed.", "Eva Lind", "9 mills closed"),
        ("Eva Lind stressed the fact that 9 mills closed.", "Eva Lind", "9 mills closed"),
        ("Eva Lind expressed her hope that 9 mills would close.", "Eva Lind", "9 mills would close"),
        ("Some 9 mills closed, the statement reads.", "statement", "Some 9 mills closed"),
        ("The mayor, Her Excellency Eva Lind, said 9 mills closed.", "Eva Lind", "9 mills closed"),
    ],
)
def test_the_manner_of_agencies(text: str, speaker: str | None, expected: str) -> None:
    """What nobody in particular is said to have said, `the fact that`, and `reads` make statements."""
    assert [(who, words) for who, _, words in said(text, LIND)] == [(speaker, expected)]


def test_what_was_reported_before_is_none() -> None:
    """`As reported,` only comes back to what the outlet told before."""
    assert said("As reported, 9 mills closed in May.", LIND) == []


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        (
            "Eva Lind drew the guests' attention to the fact that 9 mills closed.",
            "Eva Lind",
            "9 mills closed",
        ),
        (
            "In its yearly report, the union criticised the port, noting that 9 mills closed.",
            "union",
            "9 mills closed",
        ),
        ("The union – which has 90 members – said 9 mills closed.", "union", "9 mills closed"),
    ],
)
def test_the_speaker_stands_apart(text: str, speaker: str, expected: str) -> None:
    """A listener inside the cue, an adjunct before the speaker and an aside in dashes are stepped over."""
    assert [(who, words) for who, _, words in said(text, LIND)] == [(speaker, expected)]


def test_a_cue_may_end_its_sentence() -> None:
    """A verb of which a cue is only the beginning may be the last word that there is."""
    for text in ("She said sales would double if the mill gets going", "She said that it was what they made"):
        assert isinstance(find_statements(recognition(text)), list)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It makes 9 MW, which Acme, the firm behind it, says is enough.", ("Acme", "is enough")),
        ("The walkout, which Acme calls the longest ever, was over.", ("Acme", "the longest ever")),
        ("The union demands 5 percent more pay.", ("union", "5 percent more pay")),
        ("Acme has reported a net profit of 9 million.", ("Acme", "a net profit of 9 million")),
        ("Acme was late, said Eva Lind, according to whom 9 left.", ("Eva Lind", "9 left")),
        ("According to the builder the road will be wide.", ("builder", "the road will be wide")),
        ("The rice harvest, Acme fears, may be 5% smaller.", ("Acme", "may be 5% smaller")),
        ("Acme is gloomy: by spring, it thinks, 9 will go.", ("Acme", "9 will go")),
        ("Sales fell, Acme said Monday, 5% more than in May.", ("Acme", "5% more than in May")),
        ("Its chairman, Eva Lind, came and said it was late.", ("Eva Lind", "it was late")),
        ("The party, which says it has 9 members, was late.", ("party", "it has 9 members")),
        ("Oil was dear, the bank's study, published in Rome, says: all paid.", ("bank's study", "all paid")),
        ("Sales are 8%, Acme reported two weeks ago.", ("Acme", "Sales are 8%")),
        ("It will sell 9, Eva Lind said at a talk held in Rome.", ("Eva Lind", "It will sell 9")),
        ("Sales hit 9, Eva Lind told staff at a lunch held in May.", ("Eva Lind", "Sales hit 9")),
        ("Acme lost 8% after saying that its profit was down.", ("Acme", "its profit was down")),
        ("It cuts risk, a study issued in the journal Acme found.", ("study", "It cuts risk")),
        ("Rents are 9, according to Acme, the highest since 1990.", ("Acme", "Rents are 9")),
        ("Rents are 9, according to Acme, the highest since 1990.", ("Acme", "the highest since 1990")),
        ("It costs 9, the authors say, but they think it may fall.", ("authors", "it may fall")),
        ("Some put it at 9, while police estimated it at 7.", ("police", "it at 7")),
    ],
)
def test_attributions_in_the_flow_of_prose(text: str, expected: tuple[str, str]) -> None:
    """Relative clauses, asides, demands and what comes behind an attribution keep their speaker."""
    found = {(speaker, words) for speaker, _, words in said(text, {"Acme": "org:Acme", **LIND})}
    assert expected in found


@pytest.mark.parametrize(
    "text",
    ["Profit was 9 million, below the 8 million analysts had forecast.", "Peru promised 9 million in aid."],
)
def test_what_is_expected_or_promised_in_money_is_no_statement(text: str) -> None:
    """A figure that somebody expected is no speaker; a country that promises money gives it."""
    names = recognition(text)
    land = Mention(0, 4, "Peru", Name("country", "Peru"))
    mentions = (land,) if text.startswith("Peru") else ()
    assert not find_statements(Recognition(names.document, names.sentences, mentions))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lind said it fell. In her view, the port is too small.", ["it fell", "the port is too small"]),
        ("Lind, who had won the vote, said most people agreed.", ["most people agreed"]),
        ("Lind, in a radio address, said most people agreed.", ["most people agreed"]),
        ("Lind said she expected a loss of $9m.", ["she expected a loss of $9m"]),
        ("As a result, the bank expects to cut 9 jobs.", ["to cut 9 jobs"]),
        ("The bank does not expect job losses.", ["job losses"]),
    ],
)  # fmt: skip
def test_what_stands_before_a_cue(text: str, expected: list[str]) -> None:
    """An aside is no statement, an adjunct neither; nor does a pronoun that expects speak anew."""
    assert [words for _, _, words in said(text, LIND | BANK | {"The bank": "org:Bank of Peru"})] == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The view of the bank is that wages will climb 7%.", ("bank", "wages will climb 7%")),
        ("The blaze, said police, destroyed 40 barns.", ("police", "destroyed 40 barns")),
        ("After the bank announced the sale, its shares jumped 8%.", ("bank", "the sale")),
    ],
)
def test_where_a_view_and_a_clause_before_the_main_one_end(text: str, told: tuple[str, str]) -> None:
    """A view is told behind `is that`; what a clause before the main one tells ends with its comma."""
    assert [(one[0], one[2]) for one in said(text)] == [told]
