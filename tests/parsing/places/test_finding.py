"""Names of places are found, also those that spaCy misses, and names of persons and bodies are left alone."""

import itertools

import pytest

from dashlib.types import PlacePrecision


def names(placed, text):
    """Give the names of the places found."""
    return [p.name for p in placed(text)._.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # regions, with their designator
        ("Ukrainian troops crossed into Russia's Bryansk region.", ["Russia", "Bryansk Oblast"]),
        ("Drought spread through Somalia's Puntland.", ["Somalia", "Puntland"]),
        ("Aid reached the Gaza Strip through Kerem Shalom.", ["Gaza Strip", "Kerem Shalom"]),
        # front-line names and spellings
        ("Shelling went on near the eastern town of Dobropillya.", ["Dobropillia"]),
        ("Their column left Kupyansk for Kharkiv.", ["Kupiansk", "Kharkiv"]),
        # seas, straits, bases
        ("Tankers avoid the Strait of Hormuz and the Red Sea.", ["Strait of Hormuz", "Red Sea"]),
        ("Jets took off from Incirlik Air Base in Turkey.", ["Incirlik Air Base", "Turkey"]),
        ("Guests came to Mar-a-Lago in Florida.", ["Mar-a-Lago", "Florida"]),
        ("Missiles hit Nur Khan airbase in Pakistan.", ["Nur Khan Air Base", "Pakistan"]),
        ("The jets left Prince Sultan air base at dawn.", ["Prince Sultan Air Base"]),
        ("A rocket fell near Ain al-Asad base.", ["Ain al-Asad Air Base"]),
        ("Drones reached Engels air base again.", ["Engels Air Base"]),
        ("Bombers landed at Andersen Air Force Base on Guam.", ["Andersen Air Base", "Guam"]),
        ("Guards closed Guantanamo Bay naval base.", ["Guantanamo Bay Naval Base"]),
        # works called after a place
        ("Drones set fire to the Odesa port.", ["Odesa"]),
        # a list, a chain
        ("Blasts shook Homs, Hama and Aleppo in Syria.", ["Homs", "Hama", "Aleppo", "Syria"]),
        ("He lives in Portland, Oregon.", ["Portland", "Oregon"]),
    ],
)
def test_places_are_found(placed, text, expected):
    """The canonical names of the places, in text order."""
    assert names(placed, text) == expected


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("The Bank of England kept its rate.", "England"),
        ("Madison Keys won in Paris.", "Madison"),
        ("Michael Jordan retired. Jordan said that he was tired.", "Jordan"),
        ("The Sudanese army and Russian envoys met.", "Sudan"),
        ("The Washington Post wrote about it.", "Washington, D.C."),
        ("Reading is fun, and nice people read.", "Reading"),
        ("He walked down Main Street to the Hall.", "Hall"),
    ],
)
def test_names_of_others_are_no_places(placed, text, unwanted):
    """Persons, bodies, demonyms and common words are left alone."""
    assert unwanted not in names(placed, text)


@pytest.mark.parametrize(
    ("text", "nearby"),
    [
        ("A drone fell near Sumy.", True),
        ("Troops stand 10 km from Donetsk.", True),
        ("They dug in north of the city of Donetsk.", True),
        ("Fighting reached the outskirts of Khartoum.", True),
        ("A ship sank off Hodeidah.", True),
        ("A ship sank off Mombasa.", True),
        ("A drone fell in Sumy.", False),
        ("The people of Donetsk fled.", False),
    ],
)
def test_nearness_is_said_of_a_place(placed, text, nearby):
    """Words such as "near", "10 km from", "north of", "the outskirts of" say that it is only close by."""
    assert [p.nearby for p in placed(text)._.places] == [nearby]


def test_nearness_reaches_past_an_owner(placed):
    """The phrase "off Kenya's port of Mombasa" is near both."""
    assert [p.nearby for p in placed("A ship sank off Kenya's port of Mombasa.")._.places] == [True, True]


def test_a_name_that_the_gazetteer_lacks_is_kept_without_coordinates(placed):
    """A village that nobody mapped has a name and a country, no coordinates and no trust."""
    found = [p for p in placed("Gunmen entered Qalbooraq in Somalia.")._.places if p.text == "Qalbooraq"]
    assert [(p.place_id, p.latitude, p.country, p.score) for p in found] == [("", None, "SOM", 0.0)]


def test_the_precision_is_that_of_the_place(placed):
    """A point, a settlement, a region and a country are told apart."""
    text = "Planes flew from Bagram Air Base over Kandahar and Helmand in Afghanistan."
    assert [p.precision for p in placed(text)._.places] == [
        PlacePrecision.POINT,
        PlacePrecision.SETTLEMENT,
        PlacePrecision.REGION,
        PlacePrecision.COUNTRY,
    ]


def test_places_come_in_text_order_without_overlaps(placed):
    """Offsets and tokens fit the text, and no two places share a character."""
    doc = placed("From Doha to Muscat, through the Gulf of Oman and past Fujairah, UAE.")
    found = doc._.places
    assert all(doc.text[p.start : p.end] == p.text == doc[p.first : p.last].text for p in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert len(found) == 5
