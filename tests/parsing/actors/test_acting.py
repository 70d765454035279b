"""A capital or seat is the government where it speaks, owns or is addressed, and only a place elsewhere."""

import pytest


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Moscow said the talks would go on.", "Moscow", "Russia"),
        ("Tehran rejected the offer.", "Tehran", "Iran"),
        ("Talks between Moscow and Pyongyang resumed.", "Pyongyang", "North Korea"),
        ("They praised Pyongyang's military support.", "Pyongyang", "North Korea"),
        ("The sanctions against Minsk were extended.", "Minsk", "Belarus"),
        ("Berlin and Paris accused Belgrade of delay.", "Belgrade", "Serbia"),
        ("The Kremlin denied it.", "Kremlin", "Russia"),
        ("Downing Street confirmed the visit.", "Downing Street", "United Kingdom"),
        ("The White House confirmed the visit.", "White House", "United States"),
        ("The Blue House confirmed the visit.", "Blue House", "South Korea"),
        ("The Élysée confirmed the visit.", "Élysée", "France"),
        ("A Pentagon spokesman confirmed it.", "Pentagon", "United States"),
        ("Washington is sending aid to Kyiv.", "Kyiv", "Ukraine"),
    ],
)
def test_a_seat_that_acts_is_the_government(at, text, phrase, name):
    """Subjects, owners and partners in talks are governments."""
    assert name in {m.actor.name for m in at(text, phrase)}


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The envoys met in Moscow.", "Moscow"),
        ("He flew to Kyiv on Monday.", "Kyiv"),
        ("A blast was heard near Damascus.", "Damascus"),
        ("Kyiv's airport was closed.", "Kyiv"),
        ("Drones hit Moscow overnight.", "Moscow"),
        ("The minister visited Tehran.", "Tehran"),
        ("Kyiv was hit by two missiles.", "Kyiv"),
    ],
)
def test_a_seat_where_something_happens_is_a_place(at, text, phrase):
    """After "in" or "near", or as what is visited or hit, a capital names no actor."""
    assert at(text, phrase) == []
