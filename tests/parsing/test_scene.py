"""The country hit stands in where an act of war names no place."""

import pytest

from dashlib.parsing import pipeline
from dashlib.parsing.annotations import mentions
from dashlib.settings import current


@pytest.fixture(scope="module")
def place():
    """Give a function from a text to the place of its last mention, or nothing."""
    nlp = pipeline.load(current().model, judge="off")

    def named(text):
        found = mentions(nlp(text))[-1].place
        return found.name if found else ""

    return named


@pytest.fixture(scope="module")
def places_of():
    """Give a function from a text to the places of its mentions."""
    nlp = pipeline.load(current().model, judge="off")
    return lambda text: tuple(m.place.name if m.place else "" for m in mentions(nlp(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia attacked Ukrainian gas plants with hundreds of drones.", "Ukraine"),
        ("Five Kenyan soldiers and an Israeli diplomat met.", ""),
        ("France condemned Chad.", ""),
        ("Germany sent tanks to Ukraine.", ""),
        ("Russia attacked Ukrainian gas plants in Poltava.", "Poltava"),
    ],
)
def test_only_acts_of_war_take_the_country_hit(place, text, expected):
    """Words and help have no place unless the text gives one; a place of its own goes first."""
    assert place(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels shelled a market in Goma and killed nine people.", ("Goma",)),
        ("The leaders of Chad and Niger met in Abuja and signed a pact.", ("Abuja", "Abuja")),
        ("The army shelled a camp in Kosti, and Chad accused Libya of arming it.", ("Kosti", "")),
        ("The Kenyan president visited Tanzania.", ("Tanzania",)),
        ("Sudanese rebels attacked Kosti. On Friday the army shelled El Obeid.", ("Kosti", "El Obeid")),
    ],
)
def test_what_shares_a_scene_shares_its_place(places_of, text, expected):
    """Acts of one sentence and family happen together; words never take the place of a deed."""
    assert places_of(text) == expected
