"""References within an article lead to the actor meant, or to nobody."""

import pytest

MERZ = "Friedrich Merz"


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Giorgia Meloni landed late. Meloni went straight to bed.", "Meloni went", ["Giorgia Meloni"]),
        ("Marta Kovacs landed late. Later Kovacs spoke.", "Kovacs spoke", ["Marta Kovacs"]),
        ("Giorgia Meloni landed late. She spoke to nobody.", "She", ["Giorgia Meloni"]),
        ("Emmanuel Macron said he would attend.", "he", ["Emmanuel Macron"]),
        ("Giorgia Meloni met Emmanuel Macron. She thanked him.", "She", ["Giorgia Meloni"]),
        ("Giorgia Meloni met Emmanuel Macron. She thanked him.", "him", ["Emmanuel Macron"]),
        ("Putin and Modi met. They signed a treaty.", "They", ["Vladimir Putin", "Narendra Modi"]),
        ("Putin met Modi. The two leaders signed a treaty.", "two leaders", ["Vladimir Putin", "Narendra Modi"]),
        ("Armenia met Azerbaijan. Both sides signed a treaty.", "Both sides", ["Armenia", "Azerbaijan"]),
        ("Lavrov met his Turkish counterpart.", "Turkish counterpart", ["Hakan Fidan"]),
        ("Putin met his North Korean counterpart.", "North Korean counterpart", ["Kim Jong Un"]),
        ("Iran said it would answer.", "it", ["Iran"]),
        ("President Lula da Silva spoke. The president left at noon.", "The president", ["Luiz Inacio Lula da Silva"]),
        ("Secretary of Defense Lloyd Austin spoke. The Secretary left.", "The Secretary", ["Lloyd Austin"]),
        ("We, the ministers of Chad and Niger, met. We condemn it.", "We condemn", ["Chad", "Niger"]),
        ("This is a joint statement by Chad and Niger. We regret it.", "We", ["Chad", "Niger"]),
        ("Amnesty International wrote a report. The group named ten men.", "The group", ["Amnesty International"]),
        ("Boko Haram freed two girls. The African Union met. The group named ten men.", "The group", ["Boko Haram"]),
        ("Hamas wrote to the United Nations. The organisation named ten men.", "The organisation", ["United Nations"]),
        ("The Group of Seven met. The group named ten men.", "The group", ["G7"]),
    ],
)
def test_a_reference_is_resolved(at, text, phrase, expected):
    """Surnames, pronouns, pairs, counterparts and titles stand for actors named before them."""
    found = [m.actor.name for m in at(text, phrase, "2025-09-10")]
    assert sorted(set(found)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Emmanuel Macron's envoy met Keir Starmer's. It rained; he was late.", "he"),
        ("It was raining when they came.", "they"),
        ("The two leaders left early.", "two leaders"),
        ("Somebody said she was late.", "she"),
        ("It will rain, Iran or not.", "It"),
    ],
)
def test_an_unsure_reference_is_nobody(at, text, phrase):
    """Where several persons fit equally, or none does, nothing is said."""
    assert at(text, phrase) == []


def test_a_stranger_of_the_same_surname_is_not_the_leader(names):
    """A first name before a known surname makes another person."""
    assert "Vladimir Putin" not in {n for _, n in names("Igor Putin sold his bank.")}
    assert "Kim Jong Un" not in {n for _, n in names("Kim Kardashian opened a shop.")}


def test_namesakes_follow_the_one_in_office(names):
    """A family in the news does not take the president's surname away."""
    found = names("Donald Trump and his wife Melania Trump arrived. Trump spoke first.", "2025-09-10")
    assert found[-1] == ("Trump", "Donald Trump")


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        (
            "The presidents of Russia and China spoke.",
            "presidents of Russia and China",
            ["Vladimir Putin", "Xi Jinping"],
        ),
        ("Foreign ministers Lavrov and Wang met.", "Lavrov and Wang", ["Sergei Lavrov", "Wang Yi"]),
        ("Seoul warned Pyongyang. The North shrugged.", "The North", ["North Korea"]),
        ("Italy's government aided the South.", "the South", []),
    ],
)
def test_several_at_once_and_short_names(at, text, phrase, expected):
    """A plural title is shared, and "the North" is a state only where Korea is spoken of."""
    assert [m.actor.name for m in at(text, phrase, "2025-09-10")] == expected
