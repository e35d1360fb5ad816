"""Names: people, organisations, countries and places, and the words that refer back to them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.model import Mention, Name, Region
from pipeline.recognise.names import find_names
from pipeline.recognise.sentences import split


def names(text: str, *regions: Region) -> list[Mention]:
    return find_names(text, split(text, [(region.start, region.end) for region in regions]), regions)


def told(text: str) -> dict[str, str]:
    """Each mention's words and the name that it stands for."""
    return {
        mention.text: mention.value.canonical for mention in names(text) if isinstance(mention.value, Name)
    }


def typed(text: str) -> set[tuple[str, str]]:
    return {(m.value.canonical, m.value.type) for m in names(text) if isinstance(m.value, Name)}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Norwegian Ambassador to Peru Kari Nordli spoke.", "Kari Nordli"),
        ("Minister of Finance of the Republic of Peru Ana Silva resigned.", "Ana Silva"),
        ("Minister of Trade and Industry Ebba Lund resigned.", "Ebba Lund"),
        ("Speaker of the Parliament of Georgia Zvia Lobar said so.", "Zvia Lobar"),
        ("Chair of the Board of Lowen Savings Bank Zvia Lobar said so.", "Zvia Lobar"),
        ("Head of the Council of Nordic Towns Zvia Lobar has said so.", "Zvia Lobar"),
        ("Deputy Housing, Water and Roads Minister Datuk Hamid Zain spoke.", "Hamid Zain"),
        (
            "The data were wrong, said Yusuf bin Talib al Harthy, the director.",
            "Yusuf bin Talib al Harthy",
        ),
        ("Greta van der Meulen, a lawyer, spoke.", "Greta van der Meulen"),
        ("Fergus O'Shea, 54, was elected.", "Fergus O'Shea"),
        ("Acme Chief Executive Han Do-yun spoke.", "Han Do-yun"),
        ("Labour market expert Ulla Brandt spoke.", "Ulla Brandt"),
        ("Marie-Claude Perrin, who heads a union in Lyon, spoke.", "Marie-Claude Perrin"),
        ("Turkish Energy Minister Fatih Arslan spoke.", "Fatih Arslan"),
        ("Dr. K. L. Prakash, an economist, spoke.", "K. L. Prakash"),
    ],
)
def test_titles_and_neighbours_announce_a_person(text: str, person: str) -> None:
    """A title, a role, an age or an apposition makes capitalised words a person's name."""
    assert (person, "person") in typed(text)


def test_a_person_comes_back_in_short_forms() -> None:
    """Surname, given name, role, wider role and pronoun carry the fullest name."""
    text = (
        "Norwegian Ambassador to Peru Kari Nordli met the press. Nordli smiled. Kari left. "
        "The ambassador returned. The diplomat sat. The official spoke. She left."
    )
    found = told(text)
    for short in ("Nordli", "Kari", "The ambassador", "The diplomat", "The official", "She"):
        assert found[short] == "Kari Nordli"


def test_roles_choose_among_several_persons() -> None:
    """Of two persons a role word means the one who holds the role."""
    text = (
        "Peruvian Economy Secretary Bruno Costa and Chilean Trade Minister Eva Rojas signed. "
        "The secretary spoke first. The Chilean minister followed."
    )
    found = told(text)
    assert found["The secretary"] == "Bruno Costa"
    assert found["minister"] == "Eva Rojas"


def test_a_name_given_in_full_later_counts_before() -> None:
    """A surname that stands before the full name has it too."""
    assert (
        told("Chancellor Brandl spoke. Later Ulrike Brandl, the chancellor, left.")["Brandl"]
        == "Ulrike Brandl"
    )


def test_acronyms_stand_for_the_full_name() -> None:
    """An acronym in brackets, and one made of the initials, mean the full name everywhere."""
    text = (
        "The Gulf Fisheries Board (GFB) met. The GFB voted. The Office for Harbour Affairs agreed. OHA paid."
    )
    found = told(text)
    assert found["GFB"] == "Gulf Fisheries Board"
    assert found["OHA"] == "Office for Harbour Affairs"


def test_nouns_come_back_to_a_body() -> None:
    """`the ministry` is the last ministry, `the company` the firm that the article is about."""
    text = (
        "The Ministry of Economy spoke. Acme Industries listened. "
        "Acme Industries rivals Bolt, Corex and Dunn. The ministry's staff left. The company stayed."
    )
    found = told(text)
    assert found["The ministry"] == "Ministry of Economy"
    assert found["The company"] == "Acme Industries"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ministry of Trade, Industry and Energy spoke.", "Ministry of Trade, Industry and Energy"),
        ("The National Centre for Prices and Statistics spoke.", "National Centre for Prices and Statistics"),
        ("The Central Bank of the Republic of Peru spoke.", "Central Bank of the Republic of Peru"),
        ("The Dockworkers Union of Porto Novo spoke.", "Dockworkers Union of Porto Novo"),
        ("Shares of Zanthor fell.", "Zanthor"),
        ("The airline Skylark flew.", "Skylark"),
        ("Olmek, Peru's biggest chain, grew.", "Olmek"),
        ("It was built by Hartmann and Partners in May.", "Hartmann and Partners"),
        ("Profits at Kestrel Motors Co. rose.", "Kestrel Motors"),
        ("Peru Air flew.", "Peru Air"),
        ("On Monday LGN Vice President Ana Silva said so.", "LGN"),
    ],
)
def test_organisations(text: str, name: str) -> None:
    """Words of bodies and firms, and what stands around a name, make an organisation."""
    assert name in {canonical for canonical, kind in typed(text) if kind == "organisation"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Neighbouring Togo recorded growth of 6 percent.", "Togo"),
        ("War-torn Sudan reported 94,000 cases.", "Sudan"),
        ("Rival Norfreight posted a profit of $3m.", "Norfreight"),
        ("Exporter Norfreight Foods posted a profit of $3m.", "Norfreight Foods"),
        ("Loss-making Norfreight Foods posted a profit of $3m.", "Norfreight Foods"),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(text: str, name: str) -> None:
    """A word that only says how a name is, at the start of a sentence, is left out of it."""
    assert [mention.value.canonical for mention in names(text) if isinstance(mention.value, Name)] == [name]


def test_countries_and_their_adjectives() -> None:
    """Names, abbreviations and adjectives of countries have the common name; hyphened pairs give both."""
    found = names("Sino-Peruvian and China-Peru ties: the U.S. and Chinese firms, Türkiye, UAE and Omanis.")
    values = [(m.text, m.value.canonical, m.value.adjective) for m in found if isinstance(m.value, Name)]
    assert ("China", "China", False) in values
    assert ("Peru", "Peru", False) in values
    assert ("U.S.", "United States", False) in values
    assert ("Chinese", "China", True) in values
    assert ("Türkiye", "Turkey", False) in values
    assert ("UAE", "United Arab Emirates", False) in values
    assert ("Omanis", "Oman", True) in values


@pytest.mark.parametrize(
    "text",
    [
        "Peru grew. Chilean investment in the country rose.",
        "Peru grew. It sold more to Chile, which is near. Last year the country shipped more.",
        "Growers in Peru and Chile met. Some from Peru left. Last year the country shipped more.",
        "Peru sold more. Chile, Togo and Oman bought more. A Chilean firm grew. Last year the country grew.",
    ],
)
def test_the_country_that_is_meant(text: str) -> None:
    """`the country` is the last that began a sentence, else the most named, no adjective beside it."""
    assert told(text)["the country"] == "Peru"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Northgate Grain grew. Northgate sold more.", "Northgate Grain"),
        ("J Harwell plc grew. Later Harwell's sales fell.", "J Harwell"),
    ],
)
def test_short_names_of_firms(text: str, name: str) -> None:
    """An article goes on with the first word of a firm's name, or the one behind an initial."""
    assert [m.value.canonical for m in names(text) if isinstance(m.value, Name)] == [name, name]


def test_a_firm_is_not_its_foundation() -> None:
    """A firm named before its foundation keeps its name; a foundation named first is shortened."""
    apart = names("Brewer Norhop A/S grew. The Norhop Foundation owns it. Norhop sold more.")
    assert [m.value.canonical for m in apart if isinstance(m.value, Name)] == [
        "Norhop", "Norhop Foundation", "Norhop",
    ]  # fmt: skip
    alone = names("The Norhop Foundation grew. Norhop gave more.")
    assert [m.value.canonical for m in alone if isinstance(m.value, Name)] == ["Norhop Foundation"] * 2


def test_no_occasion_is_the_company() -> None:
    """The last name before `the company` is passed over where it is a contest's."""
    text = "Toy maker Brikka grew. It paid for the World Cup. The company sold more."
    assert told(text)["The company"] == "Brikka"


def test_whom_someone_works_for_is_no_place() -> None:
    """Behind a role and `at` or `with` stands an employer; behind other words and `at` a place."""
    assert ("Bolka Monter", "organisation") in typed("Rui Dias, logistics chief at Bolka Monter, said so.")
    assert ("Harbanken", "organisation") in typed("Economists with Harbanken expect growth.")
    assert ("Bolka Monter", "place") in typed("They met at Bolka Monter.")


def test_a_legal_form_makes_a_firm() -> None:
    """What a legal form follows is no person, whatever its first word."""
    assert ("J Harwell", "organisation") in typed("J Harwell plc grew.")


@pytest.mark.parametrize("text", ["08.40 Traffic grew.", "Fridays are busy."])
def test_what_opens_a_sentence_is_no_name(text: str) -> None:
    """A capital after the hour of an entry, or of a day of the week, makes no name."""
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A plant in Quellor district opened.", "Quellor district"),
        ("Growers in the northern city of Tarapaz met.", "Tarapaz"),
        ("Rain fell on Ashmore Province.", "Ashmore Province"),
        ("It is the largest in the South Caucasus.", "South Caucasus"),
        ("Trade with Sub-Saharan Africa grew.", "Sub-Saharan Africa"),
        ("They met in Baku.", "Baku"),
        ("Quellor, where 40 live, grew.", "Quellor"),
        ("Quellor, just north of Baku, grew.", "Quellor"),
        ("The towns of Tarapaz and Quellor met.", "Quellor"),
        ("Rain fell on Tarapaz and Quellor districts.", "Tarapaz"),
        ("Ships left St. Petersburg on time.", "St. Petersburg"),
    ],
)
def test_places(text: str, place: str) -> None:
    """Cities and regions by name, others by the words around them."""
    assert (place, "place") in typed(text)


@pytest.mark.parametrize(
    "text",
    [
        "However, inflation fell in May. Exports rose. Currently, GDP is flat on Monday.",
        "Demand grew. Revenue fell. Trade is up. Renewables made up a fifth of it.",
        "Output reached 240 MW, 3 TEU and RM1.9 billion, or US$4 billion.",
        "NEW PLANT TO OPEN SOON",
        "He said I'd gone. We’ve won. They'll pay. Don't go.",
        "Nobody said so. Everyone paid.",
    ],
)
def test_capitals_that_are_no_names(text: str) -> None:
    """Sentence starts, months, units, currencies and headlines in capitals make no name."""
    assert names(text) == []


def test_regions_are_not_read() -> None:
    """A dateline gives no name, and a headline none of its own."""
    text = "LIMA, Peru, June 5. Exports to Chile rose."
    assert [m.text for m in names(text, Region(0, 20, "dateline"))] == ["Chile"]


@given(st.text(alphabet="AaBb .,-'’\"“”()\n&of the ", max_size=200))
def test_mentions_keep_their_words_and_order(text: str) -> None:
    """Whatever the text, mentions are in order, do not overlap, and hold the words of their span."""
    found = names(text)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


_NAMING = [
    *("Mrs.", "Minister", "President", "Deputy", "Chief", "Officer", "Ana", "Silva", "Lime", "Trade"),
    *("Industry", "Board", "Forum", "Ministry", "Bank", "Motors", "Partners", "South", "Oslo", "China"),
    *("University", "CLB", "of", "and", ",", "the", "for", "'s"),
]


@example(["Lime", "Bank", "Ana", "for", "Motors", "South", "and", "Chief", "Officer"])
@given(st.lists(st.sampled_from(_NAMING), max_size=12))
def test_reading_titles_and_bodies_ends(words: list[str]) -> None:
    """However titles, names and bodies stand in a row, reading them ends, with mentions in order."""
    found = names(" ".join(words))
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def test_a_title_behind_a_body_is_not_of_its_name() -> None:
    """A comma and a title end the name of a board that could be a list of what it deals with."""
    text = "The Lime Board, Mrs. Ana Silva said, and the Trade Forum, Minister Oto Lund said, agree."
    assert [m.text for m in names(text)] == ["Lime Board", "Ana Silva", "Trade Forum", "Oto Lund"]


def test_a_noun_means_the_body_introduced_by_it() -> None:
    """`the lender` is the body that an apposition called a lender."""
    text = "Ostra Capital, a lender from Oslo, opened in May. The lender has ten branches."
    assert told(text)["The lender"] == "Ostra Capital"


def test_another_bank_is_not_the_bank() -> None:
    """Words like `federal` tell a bank from the one that the article is about."""
    text = "Velden Bank lost money. The federal bank met on Friday."
    assert "The federal bank" not in told(text)


def test_names_with_an_arabic_article_or_an_address() -> None:
    """`al-Rashid` belongs to the name before it, and a firm may go by its address."""
    assert told("Oil minister Omar al-Rashid spoke on Monday.")["Omar al-Rashid"] == "Omar al-Rashid"
    assert told("The shop Tripsy.com opened in May.")["Tripsy.com"] == "Tripsy.com"


def test_a_firm_named_like_a_town() -> None:
    """A noun of a firm before the name makes it a firm's; at the start of a sentence it is no part of it."""
    text = "House prices rose, lender Halifax said. Developer Gastrano agrees."
    assert names(text)[0].value.type == "organisation"
    assert told(text)["Gastrano"] == "Gastrano"


@pytest.mark.parametrize(
    "text",
    ["Plants in Ardmoor and Quellor closed.", "Mines near Riga, Ardmoor and Quellor closed."],
)
def test_names_in_a_list_with_a_place(text: str) -> None:
    """What stands in a list with a place is one too."""
    assert {("Ardmoor", "place"), ("Quellor", "place")} <= typed(text)


@pytest.mark.parametrize(
    "name",
    [
        "Norwegian Statistical Office",
        "Peruvian Bureau of Mines",
        "Norwegian-Peruvian Chamber of Trade",
        "Institute for Research and Monitoring",
        "Lime and Gravel Association",
        "Hazards and Fires Management Authority",
        "Samahan ng Bangko Association",
    ],
)
def test_the_whole_name_of_a_body(name: str) -> None:
    """A country's adjective, what `and` joins and small foreign words belong to the name of a body."""
    assert name in told(f"Output fell, the {name} said.").values()


def test_a_ministry_goes_without_its_country() -> None:
    """The adjective of a government's own department tells whose it is."""
    assert "Energy Ministry" in told("Output fell, the Norwegian Energy Ministry said.").values()


def test_two_firms_are_no_body() -> None:
    """`and` between two names joins no body without an article or a common word."""
    assert "Volvo and Skanska Group" not in told("Output fell, Volvo and Skanska Group said.").values()


def test_capitals_behind_a_body_are_its_short_name() -> None:
    """The initials of a union may spell a city."""
    assert ("LIMA", "organisation") in typed("Pay is low, says the drivers' union LIMA. LIMA said so twice.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prices in the eurozone rose.", "eurozone"),
        ("Poverty in sub-Saharan Africa fell.", "sub-Saharan Africa"),
        ("Half of the developing world has it.", "developing world"),
    ],
)
def test_regions_that_begin_small(text: str, name: str) -> None:
    """A region of the list is a place though it begins with a small letter; its first word alone is none."""
    assert typed(text) == {(name, "place")}
    assert typed("They are developing it in euro notes.") == set()


def test_who_is_told_is_not_the_firm() -> None:
    """`the firm` behind `told Reuters` is the firm that speaks."""
    text = "Toy maker Brikka grew. Its chief, Lene Holm, told Reuters that the firm would hire."
    assert told(text)["the firm"] == "Brikka"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norwegian salmon farmer Fjordlaks grew.", "organisation"),
        ("Norwegian salmon farmer Ana Silva left.", "person"),
        ("Norwegian cement producer Halden Stein grew.", "organisation"),
        ("Norwegian film producer Halden Stein left.", "person"),
    ],
)
def test_a_lone_name_behind_a_trade(text: str, kind: str) -> None:
    """A lone name behind a trade is a firm's, two names are a person's, but behind one that firms ply."""
    assert kind in {each for name, each in typed(text) if name != "Norway"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Oslo the Lowen Composite Average lost 3%.", "Lowen Composite Average"),
        ("In Oslo the Lowen Steel Nordic unit grew.", "Lowen Steel Nordic"),
        ("The Peruvian Police Service has 900 members.", "Peruvian Police Service"),
        ("The African Fisheries Congress met.", "African Fisheries Congress"),
        ("The Justice and Progress Party won.", "Justice and Progress Party"),
        ("The Premier League grew.", "Premier League"),
        ("The Dockers' Union of Wales struck.", "Dockers' Union of Wales"),
        ("The Women's Rowing Association met.", "Women's Rowing Association"),
        ("They insure it at Lloyd's of London.", "Lloyd's of London"),
        ("Gas ran through the Voice of Siberia pipeline.", "Voice of Siberia pipeline"),
        ("The Lund family, which owns it, agreed.", "Lund family"),
        ("In Oslo the FTSE 100 lost 3%.", "FTSE 100"),
        ("The Lima-Quito oil pipeline was shut.", "Lima-Quito oil pipeline"),
        ("Arfa, the largest copper mine, was shut.", "Arfa"),
        ("On Monday easyWay grew.", "easyWay"),
        ("On Monday Lowen Rail Group Co., Ltd. grew.", "Lowen Rail Group"),
        ("On Monday Lowen, Inc. grew.", "Lowen"),
        ("Lending and Payments Federation Ireland said so.", "Lending and Payments Federation Ireland"),
        ("The Lowen Seamen's Union struck.", "Lowen Seamen's Union"),
        ("The Lowen Nurses' Association struck.", "Lowen Nurses' Association"),
        ("The queue at Pier 4 grew.", "Pier 4"),
        ("They shut Lowen IV on Monday.", "Lowen IV"),
        ("A fire shut Lowen Terminal 3.", "Lowen Terminal 3"),
        ("The Lowen Sea Route grew.", "Lowen Sea Route"),
        ("The Lowen Bay Rowers won.", "Lowen Bay Rowers"),
        ("The Oslo-Tarvik Expressway was shut.", "Oslo-Tarvik Expressway"),
        ("On Monday Transport for Lowen cut fares.", "Transport for Lowen"),
        ("Tarvik and Lowen Police have 400 cars.", "Tarvik and Lowen Police"),
    ],
)
def test_a_name_is_not_cut(text: str, name: str) -> None:
    """Capitalised words up to the next break are one name, with the words and figures that belong to it."""
    assert name in {canonical for canonical, _ in typed(text)}


def test_what_tells_where_a_firm_is_based_is_no_part_of_its_name() -> None:
    """A name with `-based` is a place's, whether it is known or not; a firm's follows."""
    assert {("Tarvik", "place"), ("Sol Mar", "organisation")} <= typed("Tarvik-based Sol Mar grew.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Deeply Wooded Poor Towns (DWPT) plan began. The DWPT grew.", "Deeply Wooded Poor Towns"),
        ("The South Peruvian Coast Guard (SPCG) sailed. The SPCG grew.", "South Peruvian Coast Guard"),
        ("The Lima Composite Price Index (LOPI) fell. The LOPI rose.", "Lima Composite Price Index"),
    ],
)
def test_a_short_name_in_brackets_tells_how_far_the_name_goes(text: str, name: str) -> None:
    """Words whose letters spell what follows in brackets are one name, for which the short form stands."""
    assert list(told(text).values()).count(name) >= 2


def test_holders_of_a_lower_case_office_are_no_part_of_the_body() -> None:
    """`head of the Ports Board Ana Silva` names a body and a person."""
    people = typed("The head of the Lime Authority Farid Osman said so.")
    assert {("Lime Authority", "organisation"), ("Farid Osman", "person")} <= people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("First Lowen posted a loss.", "First Lowen"),
        ("First Ostra said that it lost money.", "First Ostra"),
        ("Law and Justice won 37 percent of the vote.", "Law and Justice"),
        ("The Department of Culture and Sport - Sharjah counted the guests.",
         "Department of Culture and Sport - Sharjah"),
        ("Danish Lowen killed 900 pigs. The farmers own Danish Lowen.", "Danish Lowen"),
        ("At the Lowen Investment and Trade Fair, they met.", "Lowen Investment and Trade Fair"),
        ("The Baku-Tbilisi-Lowen (BTL) pipeline carries oil.", "Baku-Tbilisi-Lowen"),
        ("Lowen shut a mine. Lowen had 40 mines.", "Lowen"),
    ],
)  # fmt: skip
def test_what_belongs_to_one_name(text: str, name: str) -> None:
    """Ordinals that open a name, small words and dashes inside, and adjectives never apart are part of it."""
    assert (name, "organisation") in typed(text)


def test_an_adjective_told_once_says_only_whence() -> None:
    """A nation before a firm that is also named without it is no part of its name."""
    assert ("Lowen", "organisation") in typed("Russian Lowen sold gas. Profit at Lowen rose.")


def test_the_former_and_the_latter_are_the_last_two() -> None:
    """Of two names joined by `and`, `the former` is the first, `the latter` the second."""
    text = "There are dams in Chile and Peru. The former has 40, the latter, too. The former mine is shut."
    found = [(m.text.lower(), m.value.canonical) for m in names(text) if isinstance(m.value, Name)]
    assert found[2:] == [("former", "Chile"), ("latter", "Peru")]


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("The regional carrier Sol Mar grew, Radio Lowen said. The airline flies.", "The airline", "Sol Mar"),
        ("Lowenex, the EU border agency, met. The agency has 40 boats.", "The agency", "Lowenex"),
        ("Ostra Foods, the owner of brewer Lowen, grew. The brewer has 40 pubs.", "The brewer", "Lowen"),
        ("Bitlow, a lobby group, met Ostra Foods. The lobby group grew.", "The lobby group", "Bitlow"),
        ("The Farm and Food Ministry met. The food ministry has 40 aides.", "The food ministry",
         "Farm and Food Ministry"),
        ("The Great Lowen Canal grew. The Canal is 40 km long.", "Canal", "Great Lowen Canal"),
        ("The dockers' union, LNU, struck. The union has 400 members.", "The union", "LNU"),
        ("Ostra Foods owns the Arfa mine. The Arfa mine grew. The company has 40 pubs.", "The company",
         "Ostra Foods"),
    ],
)  # fmt: skip
def test_whom_a_noun_means(text: str, noun: str, name: str) -> None:
    """A noun means who was brought in by it, or by another for the same sort, or whose name ends in it."""
    assert told(text)[noun] == name


def test_another_ministry_is_not_the_ministry() -> None:
    """What a ministry is in charge of must stand in the name that it means."""
    assert "The health ministry" not in told("The Farm and Food Ministry met. The health ministry did not.")


def test_an_occasion_is_nobody() -> None:
    """A day or week with a name owns and does nothing."""
    assert not typed("Sales in the Lowen Harvest Week grew, as on National Day.")


def test_a_noun_before_a_name_describes_it() -> None:
    """`The brewer` is the firm that was brought in as one, not the last that was named."""
    text = "The brewer Lowen sold its stake in Ostra Foods to Ostra Foods. The brewer has 400 workers."
    assert told(text)["The brewer"] == "Lowen"


def test_a_club_that_is_called_like_a_place() -> None:
    """What a noun for a body stands right before is one wherever it is named: `the airline Kerry Coast`."""
    text = "The Irish airline Kerry Coast lost $9m. Kerry Coast flies to Milton Park."
    assert {("Kerry Coast", "organisation"), ("Milton Park", "place")} <= typed(text)


def test_a_place_comes_back_by_what_it_was_said_to_be() -> None:
    """`the island of Samso` is `the island` later on, whatever other place was named since."""
    text = "A ship sank off the island of Samso near Malta. The island has 300 homes."
    assert told(text)["The island"] == "Samso"
    text = "The mill stands in Lodz, a city near Warsaw. The city owns it."
    assert told(text)["The city"] == "Lodz"
    assert "The city" not in told("The mill stands near Lodz. The city owns it.")


def test_a_full_name_is_a_persons_if_the_last_name_is() -> None:
    """`Ieva Stonkaitė` is no firm where `Stonkaitė, 39,` is told of; both are one person, as is `she`."""
    found = typed("The race was won by Ieva Stonkaitė on Sunday. In Oslo, Stonkaitė, 39, thanked all.")
    assert found >= {("Ieva Stonkaitė", "person")}


def test_who_began_a_sentence_is_meant_by_the_next_pronoun() -> None:
    """`She came behind Jon Lind. She lost`: both are whoever the first sentence tells of."""
    found = names("Mayor Eva Berg ran. She came behind Jon Lind. She lost.")
    assert [m.value.canonical for m in found if m.text == "She" and isinstance(m.value, Name)] == [
        "Eva Berg",
        "Eva Berg",
    ]


def test_a_union_may_be_called_an_association() -> None:
    """`The union` is the association told of before."""
    assert told("The Lowen Nurses' Association struck. Then the union met.")["the union"] == (
        "Lowen Nurses' Association"
    )


def test_a_bloc_is_no_country() -> None:
    """`The country` is Peru, though the European Union was named last."""
    text = "Mines in Peru grew. The European Union sent aid to Peru. Half of the country was dark."
    assert told(text)["the country"] == "Peru"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mr Lincoln said no.", ("Lincoln", "person")),
        ("John Lincoln won. Lincoln's lead grew.", ("John Lincoln", "person")),
        ("Ana Jordan won. Jordan said so.", ("Ana Jordan", "person")),
        ("Ana Jordan won. Jordan bought wheat.", ("Jordan", "country")),
        ("John Lincoln won. Rents in Lincoln fell, and Lincoln wept.", ("Lincoln", "place")),
    ],
)
def test_a_place_name_may_be_the_surname_of_a_person_told_of(text: str, who: tuple[str, str]) -> None:
    """Behind `Mr`, before a verb of saying, or where the article never tells of the place."""
    assert who in typed(text)


def test_a_body_may_be_called_an_executive() -> None:
    assert ("Health Service Executive", "organisation") in typed(
        "Maeve Dorn, an officer, spoke. The Health Service Executive said it would pay."
    )
