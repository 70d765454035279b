"""The day that stands for today, the period, and the ranges it is held against."""

import datetime as dt

import pytest

from dashlib.query import Filters
from dashlib.query.period import DayRange, articles_in, compared, happening, present, standing, that_period

D = dt.date


@pytest.mark.parametrize(
    ("newest", "day", "stopped"),
    [
        (D(2025, 3, 20), D(2025, 3, 31), False),
        (D(2025, 3, 16), D(2025, 3, 16), True),
        (D(2025, 4, 9), D(2025, 3, 31), False),
    ],
)
def test_the_newest_article_stands_for_today_where_news_have_stopped(articles, newest, day, stopped):
    """Up to two weeks without an article are no stop; a day of publication ahead of us is none either."""
    assert present(articles(D(2025, 1, 1), newest), D(2025, 3, 31)) == (day, stopped)


def test_without_articles_today_is_today(articles):
    """An empty store has no other day."""
    assert present(articles(), D(2025, 3, 31)) == (D(2025, 3, 31), False)


@pytest.mark.parametrize(
    ("filters", "since", "until"),
    [
        (Filters(), D(2025, 3, 4), D(2025, 3, 31)),
        (Filters(since=D(2025, 1, 1)), D(2025, 1, 1), D(2025, 3, 31)),
        (Filters(until=D(2025, 1, 31)), D(2025, 1, 4), D(2025, 1, 31)),
        (Filters(since=D(2025, 1, 1), until=D(2025, 1, 31)), D(2025, 1, 1), D(2025, 1, 31)),
        (Filters(since=D(2025, 6, 1)), D(2025, 6, 1), D(2025, 6, 1)),
    ],
)
def test_the_period_is_the_filters_or_the_last_28_days(filters, since, until):
    """Each end that the filter leaves open is filled in."""
    assert that_period(filters, D(2025, 3, 31)) == (since, until)


def test_what_a_period_is_held_against_is_as_long_or_4_or_52_weeks(articles):
    """All ranges end on the day before the period; they start at the first article at the earliest."""
    period = DayRange(D(2025, 3, 1), D(2025, 3, 10))
    found = compared(period, articles(D(2024, 12, 25), D(2025, 3, 5)))
    assert found.before == (D(2025, 2, 19), D(2025, 2, 28))
    assert found.weeks == (D(2025, 2, 1), D(2025, 2, 28))
    assert found.year == (D(2024, 12, 25), D(2025, 2, 28))


def test_a_period_at_the_first_article_has_nothing_before_it(articles):
    """Where there was no article there is no past, rather than a past without events."""
    period = DayRange(D(2025, 3, 1), D(2025, 3, 10))
    assert compared(period, articles(D(2025, 3, 1)))[1:] == (None, None, None)


def test_copies_of_an_article_are_not_counted(articles):
    """The number of articles is that of different texts."""
    march = DayRange(D(2025, 3, 1), D(2025, 3, 31))
    assert articles_in(articles(D(2025, 3, 1), D(2025, 3, 31), D(2025, 4, 1)), march) == 2
    assert articles_in(articles(D(2025, 3, 1), duplicate_of="a9"), march) == 0


def test_an_event_stands_at_its_last_possible_day(events):
    """One place in time for each event, the same as in the charts of numbers."""
    found = standing(events({"date_start": D(2025, 3, 1), "date_end": D(2025, 3, 9)}))
    assert [dt.date.fromordinal(int(d)) for d in found] == [D(2025, 3, 9)]


def test_what_happened_is_counted_unless_the_filter_names_statuses(events):
    """Plans and denials are no events of the period; who asks for them gets them."""
    rows = events(*({"status": s} for s in ("happened", "ongoing", "planned", "possible", "cancelled", "denied")))
    assert list(happening(rows, Filters())["status"]) == ["happened", "ongoing"]
    assert len(happening(rows, Filters(statuses=("planned",)))) == 6
