"""A window of days that moves through time."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashlib import schema
from dashlib.query.moving import PACES, Window, count, following

D = dt.date
SPAN = (D(2025, 1, 1), D(2025, 12, 31))


def events(*days):
    """Give events dated to single days."""
    return schema.frame("events", [{"event_id": str(i), "date_start": d, "date_end": d} for i, d in enumerate(days)])


@pytest.mark.parametrize(
    ("pace", "end"), [("Week", D(2025, 3, 7)), ("Month", D(2025, 3, 30)), ("Quarter", D(2025, 5, 30))]
)
def test_a_window_has_its_days(pace, end):
    """A week has seven days, its first included."""
    assert Window(D(2025, 3, 1), PACES[pace]).end == end


def test_a_window_counts_what_may_fall_into_it():
    """The ends belong to it; what is uncertain counts where it overlaps."""
    frame = events(D(2025, 3, 1), D(2025, 3, 7), D(2025, 3, 8))
    assert count(frame, Window(D(2025, 3, 1), PACES["Week"])) == 2


def test_empty_stretches_are_passed_over():
    """The next window is the first that holds an event, the last one before going back."""
    frame, week = events(D(2025, 3, 1), D(2025, 9, 1)), PACES["Week"]
    onward = following(frame, Window(D(2025, 3, 1), week), SPAN)
    assert onward.end == D(2025, 9, 1)
    back = following(frame, Window(D(2025, 8, 26), week), SPAN, back=True)
    assert back.start == D(2025, 3, 1)


def test_past_the_last_event_there_is_no_window():
    """It ends, forward and back."""
    frame, week = events(D(2025, 3, 1)), PACES["Week"]
    assert following(frame, Window(D(2025, 3, 1), week), SPAN) is None
    assert following(frame, Window(D(2025, 2, 23), week), SPAN, back=True) is None


@given(st.lists(st.dates(*SPAN), min_size=1, max_size=12), st.sampled_from(sorted(PACES)))
def test_a_walk_to_the_end_passes_every_event(days, pace):
    """Step by step to the end, each event was in a window, and the walk is finite."""
    frame, at = events(*days), Window(SPAN[0], PACES[pace])
    seen, first = set(), at
    while at is not None:
        seen |= {d for d in days if at.start <= d <= at.end}
        at = following(frame, at, SPAN)
        assert at is None or at.start > first.start
    assert seen == set(days)
