"""Plans ahead of us, and plans whose day has passed."""

import datetime as dt

import pytest

from dashlib.query.planned import ahead, passed

D = dt.date
TODAY = D(2025, 3, 10)


def _plan(start, end, **more):
    return {"status": "planned", "date_start": start, "date_end": end} | more


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (D(2025, 3, 12), D(2025, 3, 12), 2),
        (D(2025, 3, 10), D(2025, 3, 10), 0),
        (D(2025, 3, 1), D(2025, 3, 31), 0),
        (None, D(2025, 3, 12), 0),
        (D(2025, 3, 12), None, 2),
    ],
)
def test_a_plan_ahead_has_the_days_to_go(events, start, end, days):
    """Zero where its first possible day has come."""
    assert ahead(events(_plan(start, end)), TODAY)["days_to_go"].tolist() == [days]


@pytest.mark.parametrize(
    "row",
    [
        _plan(D(2025, 3, 9), D(2025, 3, 9)),
        _plan(D(2025, 3, 9), None),
        _plan(None, None),
        {"status": "happened", "day": D(2025, 3, 12)},
    ],
)
def test_what_is_past_or_undated_is_not_ahead(events, row):
    """A plan without any day can neither be awaited nor missed."""
    assert ahead(events(row), TODAY).empty


def test_the_next_plan_comes_first(events):
    """By the first day it may fall on."""
    rows = events(*(_plan(D(2025, 3, d), D(2025, 3, d)) for d in (30, 11, 20)))
    assert ahead(rows, TODAY)["event_id"].tolist() == ["e1", "e2", "e0"]


def test_a_plan_whose_day_has_passed_is_unconfirmed(events):
    """The latest first; today has not passed yet."""
    rows = events(*(_plan(D(2025, 3, d), D(2025, 3, d)) for d in (5, 9, 10)))
    assert passed(rows, TODAY).events["event_id"].tolist() == ["e1", "e0"]


_DAY = D(2025, 3, 5)


@pytest.mark.parametrize(
    ("plan", "report", "same"),
    [
        ({"participants": ["A", "B"]}, {"participants": ["B", "A"], "day": D(2025, 3, 6)}, True),
        ({"participants": ["A", "B"]}, {"participants": ["B", "A"], "day": D(2025, 3, 7)}, False),
        ({"participants": ["A", "B"]}, {"participants": ["A", "C"], "day": _DAY}, False),
        ({"participants": ["A"]}, {"participants": ["A", "C"], "day": _DAY}, True),
        ({"participants": ["A", "B"]}, {"participants": ["A", "B"], "day": _DAY, "kind": "summit"}, False),
        ({"participants": ["A", "B"]}, {"participants": ["A", "B"], "day": _DAY, "status": "denied"}, False),
        ({"place": "Paris"}, {"participants": ["A"], "place": "Paris", "day": _DAY}, True),
        ({"place": ""}, {"participants": ["A"], "place": "", "day": _DAY}, False),
    ],
)
def test_a_like_event_around_that_day_may_be_the_one(events, plan, report, same):
    """Same kind, a day apart at most, the plan's actors, or its place where it names none."""
    found = passed(events(_plan(_DAY, _DAY) | plan, report), TODAY)
    assert found.perhaps == (["e1"] if same else [""])
