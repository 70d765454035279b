"""Dates, counts and lists in words."""

import datetime as dt

import pytest

from dashlib.wording import counted, date_range, joined, on, sureness, when

D = dt.date


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (D(2025, 8, 15), D(2025, 8, 15), "day", "15 Aug 2025"),
        (D(2025, 8, 11), D(2025, 8, 17), "week", "week of 11 Aug 2025"),
        (D(2025, 8, 11), D(2025, 8, 15), "week", "11–15 Aug 2025"),
        (D(2025, 8, 11), D(2025, 8, 17), "part", "11–17 Aug 2025"),
        (D(2024, 2, 1), D(2024, 2, 29), "month", "Feb 2024"),
        (D(2024, 3, 1), D(2024, 5, 31), "season", "spring 2024"),
        (D(2024, 4, 1), D(2024, 6, 30), "quarter", "second quarter of 2024"),
        (D(2024, 7, 1), D(2024, 12, 31), "half", "second half of 2024"),
        (D(2024, 1, 1), D(2024, 12, 31), "year", "2024"),
        (D(2020, 1, 1), D(2029, 12, 31), "decade", "2020s"),
        (D(2024, 12, 30), D(2025, 1, 2), "part", "30 Dec 2024 – 2 Jan 2025"),
        (D(2025, 6, 1), D(2025, 7, 10), "part", "1 Jun – 10 Jul 2025"),
        (None, D(2025, 5, 13), "day", "by 13 May 2025"),
        (D(2025, 2, 28), None, "day", "since 28 Feb 2025"),
        (None, None, "unknown", "date not said"),
    ],
)
def test_a_date_is_said_with_its_precision(start, end, precision, words):
    """An interval is named by the unit that it fills, else by its ends."""
    assert when(start, end, precision) == words


def test_an_open_range_without_ends_says_nothing():
    """A filter without dates adds no words."""
    assert date_range(None, None) == ""


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (12345, "12,345 events")]
)
def test_a_count_agrees_with_its_noun(number, words):
    """One event, several events."""
    assert counted(number, "event") == words


@pytest.mark.parametrize(
    (("words"), "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_is_joined_as_in_a_sentence(words, text):
    """Commas, and one "and" before the last."""
    assert joined(words) == text


@pytest.mark.parametrize(("value", "word"), [(1.0, "high"), (0.8, "high"), (0.79, "fair"), (0.6, "fair"), (0.2, "low")])
def test_confidence_has_three_words(value, word):
    """High from 0.8, fair from 0.6, low below."""
    assert sureness(value) == word


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (D(2025, 8, 12), D(2025, 8, 12), "day", "on 12 August 2025"),
        (D(2025, 8, 12), D(2025, 8, 13), "day", "on 12 or 13 August 2025"),
        (D(2024, 12, 31), D(2025, 1, 1), "day", "on 31 December 2024 or 1 January 2025"),
        (D(2025, 7, 30), D(2025, 8, 2), "part", "between 30 July and 2 August 2025"),
        (D(2025, 8, 11), D(2025, 8, 17), "week", "in the week of 11 August 2025"),
        (D(2025, 2, 1), D(2025, 2, 28), "month", "in February 2025"),
        (D(2024, 6, 1), D(2024, 8, 31), "season", "in summer 2024"),
        (D(2024, 1, 1), D(2024, 3, 31), "quarter", "in the first quarter of 2024"),
        (D(2024, 1, 1), D(2024, 12, 31), "year", "in 2024"),
        (D(2010, 1, 1), D(2019, 12, 31), "decade", "in the 2010s"),
        (None, D(2025, 5, 13), "day", "by 13 May 2025"),
        (D(2025, 2, 28), None, "day", "since 28 February 2025"),
        (None, None, "", ""),
    ],
)
def test_a_date_in_a_sentence_has_its_preposition(start, end, precision, words):
    """With whole names of months, and a week, a season or a year as such."""
    assert on(start, end, precision) == words
