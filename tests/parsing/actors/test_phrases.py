"""Titles and role nouns are read with the state or body they are of."""

import pytest

from dashlib.parsing.annotations import actors


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Russian forces shelled the town.", "Russian forces", "Armed Forces of Russia"),
        ("The Ukrainian army crossed the river.", "Ukrainian army", "Armed Forces of Ukraine"),
        ("Israel's military struck a depot.", "Israel's military", "Israel Defense Forces"),
        ("Troops of Chad crossed the river.", "Troops of Chad", "Armed Forces of Chad"),
        ("Iranian officials denied it.", "Iranian officials", "Iran"),
        ("The French government resigned.", "French government", "France"),
        ("Japan's foreign ministry protested.", "foreign ministry", "Japan"),
        ("The Russian Defense Ministry claimed the village.", "Russian Defense Ministry", "Russia"),
        ("The Ministry of Defence of Ukraine denied it.", "Ministry of Defence of Ukraine", "Ukraine"),
        ("Sudanese paramilitaries burned the market.", "Sudanese paramilitaries", "Sudanese paramilitaries"),
        ("Kurdish fighters held the dam.", "Kurdish fighters", "Kurdish fighters"),
        ("Polish lawmakers passed the bill.", "Polish lawmakers", "Polish lawmakers"),
        ("North Korean workers laid the rails.", "North Korean workers", "North Korean workers"),
        ("A Kenyan court freed them.", "Kenyan court", "Kenyan court"),
        ("Hamas officials rejected the plan.", "Hamas officials", "Hamas"),
        ("NATO troops left the base.", "NATO troops", "NATO"),
        ("Dozens of Serbian students marched.", "Dozens", "Serbian students"),
        ("The Trump administration froze the funds.", "Trump administration", "United States"),
    ],
)
def test_a_role_noun_with_its_owner(at, text, phrase, name):
    """A demonym, a possessive, an "of" or a body before the noun says who it is."""
    assert {m.actor.name for m in at(text, phrase)} == {name}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sudanese paramilitaries burned the market.", "SDN PRM"),
        ("Iranian officials denied it.", "IRN GOV"),
        ("Greek police cleared the square.", "GRC COP"),
        ("Polish lawmakers passed the bill.", "POL LEG"),
        ("A Kenyan court freed them.", "KEN JUD"),
        ("Malian soldiers left the camp.", "MLI MIL"),
        ("Congolese rebels took the hill.", "COD REB"),
        ("Belarusian journalists fled.", "BLR JRN"),
        ("Syrian refugees crossed at night.", "SYR REF"),
        ("Hezbollah shelled the ridge.", "LBN REB"),
        ("Reuters reported it.", "GBR JRN"),
    ],
)
def test_an_actor_has_country_and_sector(read, text, code):
    """PLOVER's sector and the country's alpha-3 make the code."""
    assert actors(read(text))[0].actor.code == code


@pytest.mark.parametrize(
    ("text", "phrase", "day", "name"),
    [
        ("The Russian leader left on Friday.", "Russian leader", "2025-08-15", "Vladimir Putin"),
        ("The Russian president left on Friday.", "Russian president", "2010-05-01", "Dmitry Medvedev"),
        ("The US president left on Friday.", "US president", "2016-05-01", "Barack Obama"),
        ("The US president left on Friday.", "US president", "2018-05-01", "Donald Trump"),
        ("The US president left on Friday.", "US president", "2022-05-01", "Joe Biden"),
        ("The president of France left on Friday.", "president of France", "2024-05-01", "Emmanuel Macron"),
        ("Germany's chancellor left on Friday.", "Germany's chancellor", "2023-05-01", "Olaf Scholz"),
        ("The German leader left on Friday.", "German leader", "2025-06-01", "Friedrich Merz"),
        ("The British foreign secretary left.", "British foreign secretary", "2025-01-05", "David Lammy"),
        ("The North Korean leader left.", "North Korean leader", "2025-01-05", "Kim Jong Un"),
        ("Israel's defense minister left.", "Israel's defense minister", "2024-02-05", "Yoav Gallant"),
        ("The NATO secretary general left.", "NATO secretary general", "2023-02-05", "Jens Stoltenberg"),
        ("The UN secretary-general left.", "UN secretary-general", "2024-02-05", "Antonio Guterres"),
        ("The EU foreign policy chief left.", "EU foreign policy chief", "2025-02-05", "Kaja Kallas"),
    ],
)
def test_a_title_is_its_holder_on_the_day(at, text, phrase, day, name):
    """An office with its country stands for the person who held it when the article was published."""
    assert {m.actor.name for m in at(text, phrase, day)} == {name}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Tongan Trade Minister Ivo Blank resigned.", "Ivo Blank", "TON"),
        ("Fiji's Trade Minister Ivo Blank resigned.", "Ivo Blank", "FJI"),
        ("Ivo Blank, the trade minister of Fiji, resigned.", "Ivo Blank", "FJI"),
        ("Fiji's trade minister, Ivo Blank, resigned.", "Ivo Blank", "FJI"),
        ("Fijian Deputy Prime Minister and Trade Minister Ivo Blank resigned.", "Ivo Blank", "FJI"),
    ],
)
def test_an_unknown_person_takes_country_and_sector_of_the_title(read, text, name, country):
    """A title before a name, or beside it, makes an unknown person an official of its state."""
    people = [m.actor for m in actors(read(text)) if m.actor.name == name]
    assert people
    assert {(a.type, a.country, a.sector) for a in people} == {("person", country, "GOV")}


def test_a_former_holder_is_not_the_holder(names):
    """What says that the office is over stops the look-up by date."""
    assert "Donald Trump" not in {n for _, n in names("A former US president spoke at the dinner.", "2025-09-10")}


def test_a_title_and_its_name_are_one_mention(names):
    """The demonym before a title is no second actor."""
    assert names("Russian President Vladimir Putin spoke.") == [("Russian President Vladimir Putin", "Vladimir Putin")]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("They camped at Greek refugee camps.", "refugee"),
        ("The West Bank was quiet.", "Bank"),
        ("Iranian-made drones fell.", "Iranian"),
        ("Iran-backed fighters left.", "Iran"),
    ],
)
def test_a_word_that_only_qualifies_a_thing_is_no_actor(at, text, phrase):
    """Makers and backers do not act, and camps and banks are no refugees and no firms."""
    assert not [m for m in at(text, phrase) if m.text.startswith(phrase)]


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("A Russian missile strike hit the port.", "Russian", "Russia"),
        ("The Ukrainian drone fell short.", "Ukrainian", "Ukraine"),
        ("US tanks arrived.", "US", "United States"),
    ],
)
def test_a_demonym_alone_is_offered_as_its_state(at, text, phrase, name):
    """The events room may take "Russian missile strike" as Russia's."""
    assert [m.actor.name for m in at(text, phrase)] == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian and Belarusian forces trained.", ["Armed Forces of Russia", "Armed Forces of Belarus"]),
        ("French, German and Polish officials met.", ["France", "Germany", "Poland"]),
        ("The Russian and Turkish presidents spoke.", ["Vladimir Putin", "Recep Tayyip Erdogan"]),
        ("The German and French foreign ministers spoke.", ["Johann Wadephul", "Jean-Noel Barrot"]),
    ],
)
def test_coordinated_demonyms_share_their_noun(names, text, expected):
    """Each state of "Russian and Belarusian forces" has its own forces, each president is a person."""
    assert [n for _, n in names(text, "2025-09-10")] == expected


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Ukraine withdrew its troops as Russia advanced.", "troops", "Armed Forces of Ukraine"),
        ("In Nigeria, the army freed ten boys.", "army", "Armed Forces of Nigeria"),
        ("Fiji fined the firm. The government called it overdue.", "government", "Fiji"),
    ],
)
def test_a_bare_noun_is_the_article_s_own(at, text, phrase, name):
    """The phrases "its troops", "the army" and "the government" speak of the state that the text is about."""
    assert [m.actor.name for m in at(text, phrase)] == [name]


def test_an_apposition_is_not_taken_for_the_army(names):
    """The words "a senior commander" beside a name are that man, not a force of the state that killed him."""
    found = [n for _, n in names("Israel killed Taleb Abdullah, a senior commander.")]
    assert "Israel Defense Forces" not in found


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Secretary Blinken's call with Polish Foreign Minister Rau", "Zbigniew Rau", "POL GOV"),
        ("He met Republic of Korea Foreign Minister Chung.", "Chung Eui-yong", "KOR GOV"),
        (
            "He met Qatari Deputy Prime Minister and Minister of Foreign Affairs Al-Thani.",
            "Mohammed bin Abdulrahman Al Thani",
            "QAT GOV",
        ),
        ("He met NATO Secretary General Stoltenberg.", "Jens Stoltenberg", "IGO"),
        ("He met Fijian Foreign Minister Solá.", "Solá", "FJI GOV"),
        ("He met Turkish Foreign Minister Chavushoglu.", "Mevlut Cavusoglu", "TUR GOV"),
    ],
)
def test_a_title_before_a_surname_says_who_it_is(read, text, name, code):
    """Office and country choose among namesakes, forgive another spelling, and code who is unknown."""
    assert (name, code) in {(m.actor.name, m.actor.code) for m in actors(read(text, "2021-06-01"))}


@pytest.mark.parametrize("text", ["Ships crossed the South China Sea.", "Traders from Central America came."])
def test_a_sea_or_region_named_after_a_state_is_not_the_state(names, text):
    """The sea is not China's, and the isthmus is not the United States."""
    assert not {"China", "United States"} & {n for _, n in names(text)}
