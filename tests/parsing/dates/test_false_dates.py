"""Words of time that tell no time are left alone."""

import datetime as dt

import pytest

from dashlib.parsing.dates import find
from dashlib.types import Interval, Precision

_DAY = dt.date(2025, 8, 14)

_NO_DATES = [
    "They may leave the pact if the vote fails.",
    "It may be too late for a deal.",
    "Theresa May spoke to the envoy at the gate.",
    "May said the bill would pass.",
    "Crowds march on the palace to demand bread.",
    "The march drew thousands of people.",
    "The second plan failed to win a seat.",
    "He came second in the vote.",
    "The comedian appeared on Saturday Night Live to mock him.",
    "A hotline is open 24/7 for victims.",
    "Kenya scored twice in the first quarter of the match.",
    "The third quarter of the convoy reached the camp.",
    "A second quarter of the loan was paid out.",
    "The home side won 3-2 after penalties.",
    "The home side won the set 6-4.",
    "Flight BA 2030 landed without its crew.",
    "Boeing 1947 was the number on the door.",
    "The council adopted Resolution 1973 on the war.",
    "The rebels hold 2000 people in the mine.",
    "The bank lent $2015 to each farmer.",
    "The Financial Times and the Sunday Times printed the leak.",
    "Prices fall when the harvest is good.",
    "They spring to their feet at the sound.",
    "Troops of the 1st Brigade crossed the river.",
    "He is 52 years old and has a 6-year-old son.",
    "The app runs on Windows 2000 only.",
    "The sun rose over the Dead Sea.",
    "An august body of judges heard the plea.",
    "The ship carried 1,945 tons of grain.",
    "The shell weighs 1990 pounds.",
    "He gave the last minute of his speech to the dead.",
    "Man Friday is a character in a novel.",
    "April Jones and June Carter sang at the base.",
    "The troops advanced to the quarter of Sheikh Radwan.",
    "The party daily Granma printed the letter.",
]


@pytest.mark.parametrize("sentence", _NO_DATES)
def test_no_date(parsed, sentence):
    """No date, time or set is found where none is told."""
    found = find(parsed(sentence), Interval(_DAY, _DAY, Precision.DAY))
    assert [t.text for t in found] == []


_ONE_DATE = [
    ("They may meet in May.", "May"),
    ("Theresa May resigned on May 24.", "May 24"),
    ("Crowds will march in March.", "March"),
    ("He came second on the second of June.", "the second of June"),
    ("Flight 2030 left at 8 p.m. for Oslo.", "8 p.m."),
    ("They won 3-2 on Saturday.", "Saturday"),
    ("Resolution 1973 passed in 2011.", "2011"),
    ("Some 2000 people fled in 2014.", "2014"),
]


@pytest.mark.parametrize(("sentence", "phrase"), _ONE_DATE)
def test_the_date_beside_a_false_one(parsed, sentence, phrase):
    """The date is found, and the word like it is left alone."""
    found = find(parsed(sentence), Interval(_DAY, _DAY, Precision.DAY))
    assert [t.text for t in found] == [phrase]
