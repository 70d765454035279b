"""The tables behind the charts of numbers."""

import datetime as dt

import pytest

from dashlib.query.aggregates import by_day, by_kind, grid_of_actors, periods

D = dt.date


@pytest.mark.parametrize(
    ("start", "end", "first", "number"),
    [
        (D(2025, 3, 1), D(2025, 3, 10), D(2025, 3, 1), 10),
        (D(2025, 3, 1), D(2025, 6, 1), D(2025, 2, 24), 14),
        (D(2024, 3, 15), D(2025, 6, 1), D(2024, 3, 1), 16),
    ],
)
def test_periods_suit_the_length(start, end, first, number):
    """Days for a month, weeks from Monday for a year, months beyond."""
    found = periods(start, end)
    assert (found[0], len(found)) == (first, number)
    assert found[-1] <= end


def test_kinds_are_counted_a_period(events):
    """Each event once, in the period of its last possible day; the last day belongs to the last period."""
    rows = events(
        {"day": D(2025, 3, 3)}, {"day": D(2025, 3, 9)}, {"day": D(2025, 3, 10), "kind": "strike"},
        {"day": D(2025, 3, 16), "kind": "strike"}, {"day": D(2025, 3, 17)},
    )  # fmt: skip
    found = by_kind(rows, [D(2025, 3, 3), D(2025, 3, 10)], D(2025, 3, 16))
    assert found.to_numpy().tolist() == [["call", D(2025, 3, 3), 2], ["strike", D(2025, 3, 10), 2]]


def test_days_hold_what_is_known_to_the_day(events):
    """A week is no day; the day's most frequent kind is named."""
    rows = events(
        {"day": D(2025, 3, 3), "kind": "strike"}, {"day": D(2025, 3, 3)}, {"day": D(2025, 3, 3), "kind": "strike"},
        {"date_start": D(2025, 3, 3), "date_end": D(2025, 3, 9)},
    )  # fmt: skip
    assert by_day(rows).to_numpy().tolist() == [[D(2025, 3, 3), 3, "strike"]]


def test_no_event_has_no_day(events):
    """An empty frame is no error."""
    assert by_day(events()).empty
    assert by_kind(events(), [D(2025, 3, 3)], D(2025, 3, 9)).empty


def test_the_grid_keeps_the_busiest_actors(events):
    """Only pairs of two actors that are both kept."""
    who = [("A", "B")] * 3 + [("A", "C")] * 2 + [("C", "D")]
    found = grid_of_actors(events(*({"participants": list(p)} for p in who)), 3)
    assert list(zip(found["one"], found["other"], found["events"], strict=True)) == [("A", "B", 3), ("A", "C", 2)]
