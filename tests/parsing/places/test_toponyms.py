"""A name is read with the words around it: its kind, and where it is said to lie."""

import pytest

from dashlib.codebook.gazetteer import gazetteer
from dashlib.parsing.places.surroundings import outer_trust, surroundings
from dashlib.parsing.places.toponyms import read, senses


def reading(text):
    """Read the name in square brackets."""
    start, end = text.index("["), text.index("]") - 1
    return read(gazetteer(), text.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Shells fell in the [Kherson] region.", "region"),
        ("Sheriffs of [Walker] County met.", "district"),
        ("Judges from [Butler] and [Boone] counties.", ""),
        ("He was born in the town of [Buchach].", "settlement"),
        ("the province of [Nimruz]", "region"),
        ("They met in [Vienna].", ""),
    ],
)
def test_the_kind_of_place_is_read_from_its_words(text, hint):
    """A designator after a name or "town of" before it tells the kind."""
    first = text.replace("[Boone]", "Boone")
    assert reading(first).hint == hint


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("in [Alexandria], Egypt, on Monday", "Egypt"),
        ("from [Portland], Ore., to Salem", "Oregon"),
        ("[Tripoli] (Lebanon)", "Lebanon"),
        ("[Bartella] in northern Iraq", "Iraq"),
        ("Turkey's [Hatay] province", "Turkey"),
        ("the Syrian town of [Azaz]", "Syria"),
        ("India’s [Leh] district", "India"),
    ],
)
def test_what_is_said_around_a_name_is_read(text, around):
    """What follows a comma, "in" or stands before as owner or demonym is the place around a name."""
    assert around in {n.place.name for n in reading(text).within}


@pytest.mark.parametrize(
    "text", ["Peru and [Chile] signed.", "Chile signed. [Peru] did not.", "the French visit to [Mali]"]
)
def test_what_only_stands_near_is_not_around(text):
    """A name beside another is not around it."""
    assert reading(text).within == ()


def test_words_around_a_name_are_dropped_where_the_whole_is_unknown():
    """The name "northern Idlib" is Idlib; with `whole` only the whole name counts."""
    found, hint = senses(gazetteer(), "northern Idlib")
    assert "Idlib" in {n.place.name for n in found}
    assert hint == ""
    assert senses(gazetteer(), "northern Idlib", whole=True)[0] == ()


def test_bodies_and_demonyms_tell_where_a_text_plays():
    """Countries and divisions in names of bodies and demonyms count, those in taken spans do not."""
    text = "The Kentucky State Police and Peruvian officers met Chile."
    found = {text[t.start : t.end]: outer_trust(t) for t in surroundings(gazetteer(), text, [(52, 57)])}
    assert {"Kentucky", "Peruvian"} <= set(found)
    assert "Chile" not in found
    assert found["Peruvian"] > found["Kentucky"]
