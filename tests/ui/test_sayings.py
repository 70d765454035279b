"""The sentences of the Overview."""

import datetime as dt

import pytest

from dashlib.query.period import DayRange, Present
from dashlib.ui.sayings import days_off, kinds_of, length, moment, period_of, standing_out

D = dt.date
_ROW = {"one": "A", "other": "B", "now": 3.0, "usual": 0.41, "more": True, "kinds": {"call": 3}}


@pytest.mark.parametrize(
    ("row", "days", "said"),
    [
        ({}, 28, "3 calls between A and B; usually 0.4 events in four weeks"),
        ({"usual": 0.0}, 28, "3 calls between A and B; usually none in four weeks"),
        ({"other": ""}, 90, "3 calls with A; usually 0.4 events in 90 days"),
        ({"now": 5.0, "kinds": {"strike": 3, "call": 2}}, 7, "5 events (3 strikes, 2 calls) between A and B; usually 0.4 events in a week"),
        ({"now": 1.0, "kinds": {"call": 1}, "usual": 8, "more": False}, 28, "Only 1 call between A and B; usually 8.0 events in four weeks"),
        ({"now": 0.0, "kinds": {}, "usual": 8, "more": False}, 1, "No event between A and B; usually 8.0 events in a day"),
    ],
)  # fmt: skip
def test_what_stands_out_is_said_with_what_is_usual(row, days, said):
    """Singular and plural, one kind or several, more or fewer."""
    assert standing_out(_ROW | row, days) == said


def test_many_kinds_are_cut_short():
    """The three most frequent are named."""
    kinds = {"call": 4, "strike": 3, "clash": 2, "summit": 1}
    assert kinds_of(kinds, 10) == "10 events (4 calls, 3 strikes, 2 clashes, …)"


@pytest.mark.parametrize(
    ("days", "said"), [(1, "a day"), (7, "a week"), (28, "four weeks"), (365, "a year"), (31, "31 days")]
)
def test_lengths_are_said_as_people_do(days, said):
    """A name where there is one."""
    assert length(days) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (1375, "in 1,375 days"), (-2, "2 days ago")]
)
def test_days_off(number, said):
    """No “1 days”."""
    assert days_off(number) == said


@pytest.mark.parametrize(
    ("stopped", "chosen", "said"),
    [
        (False, True, "The days of the filter: 1–28 Mar 2025."),
        (True, False, "The last four weeks, to 28 Mar 2025, the day of the newest article. Set dates in the filters to see others."),
        (False, False, "The last four weeks, to 28 Mar 2025. Set dates in the filters to see others."),
    ],
)  # fmt: skip
def test_the_page_says_which_days_it_is_about(stopped, chosen, said):
    """And why."""
    period = DayRange(D(2025, 3, 1), D(2025, 3, 28))
    assert period_of(period, Present(D(2025, 3, 28), stopped), chosen=chosen) == said


def test_a_moment_of_today_has_the_hour():
    """Others have the day too."""
    now = dt.datetime(2025, 3, 28, 14, tzinfo=dt.UTC)
    assert moment(now - dt.timedelta(hours=2), now) == "12:00 today"
    assert moment(now - dt.timedelta(days=2), now) == "26 Mar 2025, 14:00"
