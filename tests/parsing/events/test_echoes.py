"""Definite nouns without actors take over who took part, and the kind, from what was told before."""

import pytest

# Text → the kind and the participants of its last event.
POINTING = [
    (
        "Emmanuel Macron and Olaf Scholz met in Paris on Monday. The conversation lasted two hours.",
        "summit",
        {"Emmanuel Macron", "Olaf Scholz"},
    ),
    (
        "Joe Biden spoke by phone with Benjamin Netanyahu on Sunday. The discussion was tense.",
        "call",
        {"Joe Biden", "Benjamin Netanyahu"},
    ),
    (
        "Delegations of Armenia and Azerbaijan held talks in Geneva. The talks ended without a result.",
        "negotiation",
        {"Armenia", "Azerbaijan"},
    ),
    (
        "Kenya and Uganda signed a trade agreement on Tuesday. The deal was welcomed by business.",
        "agreement",
        {"Kenya", "Uganda"},
    ),
]

# Text → the participants of its last event: another one is meant.
ANOTHER = [
    "Emmanuel Macron and Olaf Scholz met in Paris on Monday. The next meeting takes place in Berlin.",
    "Emmanuel Macron and Olaf Scholz met in Paris on Monday. The talks in Vienna were held in May.",
    "Joe Biden spoke by phone with Benjamin Netanyahu on Sunday. The meeting in Rome was held in May.",
]


@pytest.mark.parametrize(("text", "kind", "participants"), POINTING)
def test_a_noun_that_points_back_takes_over_actors_and_kind(whole, text, kind, participants):
    """The conversation is the meeting told before."""
    last = whole(text)[-1]
    assert (last.kind, last.participants) == (kind, participants)


@pytest.mark.parametrize("text", ANOTHER)
def test_a_noun_that_means_another_event_takes_over_nothing(whole, text):
    """The next meeting, or one elsewhere, is not the one told before."""
    assert whole(text)[-1].participants == set()


def test_strikes_that_point_back_keep_who_struck(whole):
    """Roles go over as they are."""
    last = whole("Israel struck a port in Yemen on Monday. The attack killed two people.")[-1]
    assert (last.kind, last.initiators, last.recipients) == ("strike", {"Israel"}, {"Yemen"})
