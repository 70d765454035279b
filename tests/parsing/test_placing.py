"""Where an event happened: a table of constructions, and what is left without a place."""

import pytest

from dashlib.parsing import placing
from dashlib.parsing.places import create
from dashlib.types import PlacePrecision

from .handmade import marked, table


@pytest.mark.parametrize(("group", "kind", "expected", "text"), table("placing.txt"))
def test_place(plain, group, kind, expected, text):
    """The place of the bracketed event is the one that the construction says, or none."""
    doc = placing.create(create(marked(plain, kind, text)))
    place = doc._.mentions[0].place
    assert (place.name if place else "-") == expected.replace("_", " "), [p.name for p in doc._.places]


def test_the_inner_place_is_taken_where_a_larger_one_follows(plain):
    """The place of "in Sumy, Ukraine" is Sumy."""
    doc = placing.create(create(marked(plain, "strike", "A drone [hit] a school in Sumy, Ukraine, on Monday.")))
    assert doc._.mentions[0].place.precision is PlacePrecision.SETTLEMENT


def test_running_twice_changes_nothing(plain):
    """The component replaces its own annotation."""
    doc = placing.create(create(marked(plain, "protest", "Crowds [marched] in Lagos.")))
    once = doc._.mentions
    assert placing.create(doc)._.mentions == once


def test_kinds_without_places_lose_none_of_their_fields(plain):
    """A call keeps all it had, and its place is none."""
    doc = marked(plain, "call", "He [phoned] Rome.")
    before = doc._.mentions[0]
    assert placing.create(create(doc))._.mentions[0] == before
