"""Publication days from metadata and file names."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashlib.articles.publication import day_first, day_in_name, day_of, interval_of
from dashlib.types import Interval, Precision

DAY = dt.date(2024, 3, 9)


@pytest.mark.parametrize(
    "value",
    [
        DAY,
        dt.datetime(2024, 3, 9, 23, 59, tzinfo=dt.timezone(dt.timedelta(hours=-5))),
        pd.Timestamp("2024-03-09 10:00"),
        "2024-03-09",
        "20240309",
        "20240309T101500Z",
        "2024-03-09T23:30:00-05:00",
        "2024-03-09 08:00:00 UTC",
        "Sat, 09 Mar 2024 22:00:00 -0500",
        "Saturday, March 9, 2024",
        "9 March 2024, 14:05 EST",
        "Mar. 9, 2024",
        "March 9th, 2024 at 5:30 PM",
        "9.3.2024",
        "09.03.2024 10:15",
        "03/09/2024",
        1709985600,
        "1709985600000",
    ],
)
def test_a_day_is_read_in_any_usual_form(value):
    """ISO, RFC 2822, everyday English, dots, seconds and milliseconds all name the day, in their own time zone."""
    found = interval_of(value, day_first=False)
    assert found == Interval(DAY, DAY, Precision.DAY)


@pytest.mark.parametrize(
    ("value", "start", "end", "precision"),
    [
        ("March 2024", dt.date(2024, 3, 1), dt.date(2024, 3, 31), Precision.MONTH),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29), Precision.MONTH),
        ("2023", dt.date(2023, 1, 1), dt.date(2023, 12, 31), Precision.YEAR),
    ],
)
def test_a_month_or_a_year_is_no_made_up_day(value, start, end, precision):
    """A date without a day is the interval it names."""
    assert interval_of(value) == Interval(start, end, precision)
    assert day_of(value) is None


@pytest.mark.parametrize(
    "value", ["", None, float("nan"), pd.NaT, "2023-02-29", "2024-13-01", "31 April 2024", "yesterday", "n/a", "5 May",
              "08/12/2025", "12345", "Vol. 2024"],
)  # fmt: skip
def test_what_names_no_day_gives_none(value):
    """Days that do not exist, days without a year and days that can be read in two ways are not guessed."""
    assert not interval_of(value).known


def test_the_other_rows_tell_the_order_of_day_and_month():
    """One date with a day above twelve decides for its column; contradiction and silence decide nothing."""
    assert day_first(["01/02/2024", "", "17/02/2024"]) is True
    assert day_first(["01/02/2024", "02/17/2024"]) is False
    assert day_first(["01/02/2024", "05/05/2024"]) is None
    assert day_first(["17/02/2024", "02/17/2024"]) is None
    assert interval_of("01/02/2024", day_first=True).start == dt.date(2024, 2, 1)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-03-09-talks.txt", DAY),
        ("talks_20240309.html", DAY),
        ("2024_03_09.pdf", DAY),
        ("/var/2023-01-01/talks 2024.03.09.txt", DAY),
        ("order-120240309.txt", None),
        ("2024-02-30.txt", None),
        ("2024-03/talks.txt", None),
    ],
)
def test_a_day_in_a_file_name(name, day):
    """The file's own name may hold its day; folders and longer numbers do not."""
    assert day_in_name(name) == day


@given(st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)))
def test_a_day_survives_every_way_of_writing_it(day):
    """What is written in an unambiguous form is read back."""
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y 12:00:00 +0000", "%d.%m.%Y"):
        assert day_of(day.strftime(form)) == day


@given(st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.binary(max_size=10)))
def test_nothing_raises(value):
    """Any value at all is either understood or not."""
    interval_of(value)
