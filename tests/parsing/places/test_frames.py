"""`find_places` and `resolve_places` give frames with the documented columns."""

import pytest

import dashlib
from dashlib.parsing.places import find_places, resolve_places
from dashlib.parsing.places.frames import COLUMNS, _whole_words


def test_found_places_come_with_offsets_and_coordinates():
    """Each row's offsets give its text, and the coordinates are the place's."""
    text = "Floods hit Peshawar in Pakistan and Jalalabad in Afghanistan."
    found = find_places(text)
    assert tuple(found.columns) == COLUMNS
    assert [text[a:b] for a, b in zip(found["start"], found["end"], strict=True)] == list(found["text"])
    row = found[found["text"] == "Peshawar"].iloc[0]
    assert (round(row["latitude"]), round(row["longitude"])) == (34, 72)
    assert (row["country"], row["place_precision"]) == ("PAK", "settlement")
    assert 0 < row["score"] <= 1


def test_a_text_without_places_gives_an_empty_frame():
    """No place, no row, all columns."""
    found = find_places("Nothing happened, and nobody saw it.")
    assert tuple(found.columns) == COLUMNS
    assert found.empty


def test_given_spans_are_answered_in_their_order():
    """Rows come in the order of the spans, with the spans' own offsets."""
    text = "From Lima to Quito."
    found = resolve_places(text, [(13, 18), (5, 9)])
    assert list(found["name"]) == ["Quito", "Lima"]
    assert list(found["start"]) == [13, 5]


def test_a_name_that_the_gazetteer_lacks_lies_where_the_text_puts_it():
    """An unknown hospital in a known town is placed there, vaguely."""
    text = "Nurses of Qzxvan Clinic in Aden went home."
    row = resolve_places(text, [(10, 23), (27, 31)]).iloc[0]
    assert (row["name"], row["place_precision"]) == ("Aden", "other")
    assert row["score"] <= 0.4


def test_a_name_that_nothing_places_has_no_coordinates():
    """Nothing is made up where the text tells nothing."""
    row = resolve_places("Qzxvan was quiet.", [(0, 6)]).iloc[0]
    assert row["place_id"] == ""
    assert row[["latitude", "longitude"]].isna().all()


@pytest.mark.parametrize(
    ("given", "words"),
    [((4, 8), "Kabul"), ((5, 10), "Kabul"), ((7, 12), "Kabul"), ((17, 22), "Herat"), ((4, 9), "Kabul")],
)
def test_spans_are_read_as_whole_words(given, words):
    """A span that begins or ends inside a word is read as the words it cuts."""
    text = "The Kabul road, Herat's too."
    start, end = _whole_words(text, *given)
    assert text[start:end] == words


def test_the_entry_points_are_exported():
    """The functions are part of the package's face."""
    assert dashlib.find_places is find_places
    assert dashlib.resolve_places is resolve_places
