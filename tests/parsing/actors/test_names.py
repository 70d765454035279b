"""The codebook's names are found by every spelling, longest first, and ambiguous ones by what stands around them."""

import pytest

from dashlib.parsing.annotations import actors


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Volodymyr Zelensky thanked the donors.", "Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy thanked the donors.", "Volodymyr Zelenskiy", "Volodymyr Zelenskyy"),
        ("Kim Jong-un inspected a shipyard.", "Kim Jong-un", "Kim Jong Un"),
        ("Kim Jong Un inspected a shipyard.", "Kim Jong Un", "Kim Jong Un"),
        ("Recep Tayyip Erdoğan chaired the cabinet.", "Erdoğan", "Recep Tayyip Erdogan"),
        ("Antony J. Blinken landed on Monday.", "Blinken", "Antony Blinken"),
        ("The U.S. rejected the offer.", "U.S.", "United States"),
        ("The US rejected the offer.", "US", "United States"),
        ("The DPRK fired two rockets.", "DPRK", "North Korea"),
        ("Türkiye closed the straits.", "Türkiye", "Turkey"),
        ("Britain expelled the attaché.", "Britain", "United Kingdom"),
        ("The IRGC seized a tanker.", "IRGC", "Islamic Revolutionary Guard Corps"),
        ("Iran's Revolutionary Guards seized a tanker.", "Revolutionary Guards", "Islamic Revolutionary Guard Corps"),
        ("The Armed Forces of Ukraine held the line.", "Armed Forces of Ukraine", "Armed Forces of Ukraine"),
        ("The IDF shelled the ridge.", "IDF", "Israel Defense Forces"),
        ("The SBU detained a clerk.", "SBU", "Security Service of Ukraine"),
        ("Hizbollah shelled the ridge.", "Hizbollah", "Hezbollah"),
        ("Houthi rebels shelled the port.", "Houthi rebels", "Houthis"),
        ("M23 took the hill.", "M23", "M23"),
        ("Daesh claimed the blast.", "Daesh", "Islamic State"),
        ("Nato sent envoys.", "Nato", "NATO"),
        ("The U.N. Security Council met twice.", "U.N. Security Council", "United Nations Security Council"),
        ("Médecins Sans Frontières reopened the clinic.", "Sans", "Doctors Without Borders"),
        ("KCNA carried the report.", "KCNA", "Korean Central News Agency"),
    ],
)
def test_a_spelling_gives_the_canonical_name(at, text, phrase, name):
    """Transliterations, accents, acronyms and older names lead to one actor."""
    assert [m.actor.name for m in at(text, phrase)] == [name]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Tell us who is next.", "us"),
        ("Who is next in line?", "Who"),
        ("He paid US$5 for it.", "US$5"),
        ("The turkey was roasted for Thanksgiving.", "turkey"),
        ("Shell fragments hit the kitchen.", "Shell"),
        ("He speaks in Russian.", "Russian"),
        ("A male nurse helped her.", "male"),
    ],
)
def test_a_word_that_only_looks_like_a_name_is_none(at, text, phrase):
    """Small letters, money, languages and plain words at the start of a sentence name nobody."""
    assert at(text, phrase) == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Georgia's parliament in Tbilisi passed the law on foreign agents.", "GEO"),
        ("Russia and Georgia reopened the pass; the Georgian side was cautious.", "GEO"),
        ("Jordan airlifted supplies after talks in Amman.", "JOR"),
        ("Chad closed its border with Sudan after the raid.", "TCD"),
        ("Turkey agreed to mediate, Erdogan said.", "TUR"),
        ("Washington warned Beijing over the strait.", "USA"),
    ],
)
def test_an_ambiguous_name_is_the_state_where_the_article_speaks_of_it(read, text, country):
    """Georgia, Jordan, Chad, Turkey and Washington are states where their surroundings say so."""
    assert country in {m.actor.country for m in actors(read(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Voters in Atlanta and Savannah decided Georgia for the Democrats.", "Georgia"),
        ("The Georgia governor, a Republican, signed the bill in Atlanta.", "Georgia"),
        ("Michael Jordan sold his team.", "Jordan"),
        ("Chad Wolf resigned on Monday.", "Chad"),
        ("A flock of Turkey hens was roasted for Thanksgiving dinner.", "Turkey"),
        ("Denzel Washington opened the festival.", "United States"),
        ("Heavy rain fell in Washington on Sunday.", "United States"),
        ("Fires spread across Washington state.", "United States"),
        ("Paris Hilton sang.", "France"),
    ],
)
def test_an_ambiguous_name_is_no_state_where_it_names_a_place_or_a_person(names, text, name):
    """The American state, the player, the bird, the actor and the city are no governments."""
    assert name not in {n for _, n in names(text)}


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        ("Trump\n\nPutin", ["Donald Trump", "Vladimir Putin"]),
        ("Trump, Putin to meet again", ["Donald Trump", "Vladimir Putin"]),
        ("Xi and Modi met.", ["Xi Jinping", "Narendra Modi"]),
    ],
)
def test_names_that_the_model_runs_together_are_set_right(names, text, names_):
    """Two surnames in a row are two persons."""
    assert [n for _, n in names(text)] == names_


def test_a_cue_decides_an_acronym_with_two_readings(names):
    """RSF is the Sudanese force in Sudan, and nothing where only the press is spoken of."""
    assert "Rapid Support Forces" in {n for _, n in names("The RSF shelled Khartoum, Sudan's capital.")}
    assert "Rapid Support Forces" not in {n for _, n in names("RSF published its index of press freedom.")}
