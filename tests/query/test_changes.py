"""What changed, by family and kind."""

import datetime as dt

import pytest

from dashlib.query.changes import changes, history
from dashlib.query.period import DayRange, compared

D = dt.date
MARCH = DayRange(D(2025, 3, 1), D(2025, 3, 14))


def _row(table, family, kind):
    return table[(table["family"] == family) & (table["kind"] == kind)].iloc[0]


def _days(first, number):
    return [first + dt.timedelta(n) for n in range(number)]


def test_a_period_stands_beside_the_one_before_and_what_is_usual(events, articles):
    """Baselines are given in as many days as the period has."""
    rows = events(
        *({"day": d} for d in _days(D(2025, 3, 1), 4)),
        *({"day": d} for d in _days(D(2025, 2, 15), 2)),
        *({"day": d} for d in _days(D(2025, 2, 1), 6)),
        *({"day": d} for d in _days(D(2024, 8, 1), 18)),
    )
    read = articles(*_days(D(2024, 3, 2), 364), *_days(D(2025, 3, 1), 14))
    call = _row(changes(rows, read, compared(MARCH, read)), "Diplomacy", "call")
    assert (call["now"], call["before"], call["weeks"], call["year"]) == (4, 2, 4, 1)


def test_more_articles_do_not_look_like_more_events(events, articles):
    """Twice the events of twice the articles is the same number per 100 articles."""
    rows = events(*({"day": D(2025, 3, 2)},) * 4, *({"day": D(2025, 2, 20)},) * 2)
    read = articles(*(D(2025, 3, 2),) * 20, *(D(2025, 2, 20),) * 10)
    call = _row(changes(rows, read, compared(MARCH, read)), "Diplomacy", "call")
    assert (call["now"], call["before"]) == (4, 2)
    assert call["now_per_100"] == call["before_per_100"] == 20


def test_a_family_is_the_sum_of_its_kinds(events, articles):
    """Families stand above their kinds, in the codebook's order; kinds that do not occur are left out."""
    rows = events(
        {"day": D(2025, 3, 2), "kind": "strike"}, {"day": D(2025, 3, 3), "kind": "clash"}, {"day": D(2025, 3, 3)}
    )
    table = changes(rows, articles(D(2025, 3, 1)), compared(MARCH, articles(D(2025, 3, 1))))
    assert list(zip(table["family"], table["kind"], table["now"], strict=True)) == [
        ("Diplomacy", "", 1), ("Diplomacy", "call", 1), ("War", "", 2), ("War", "strike", 1), ("War", "clash", 1),
    ]  # fmt: skip


def test_without_a_past_there_is_no_number_for_it(events, articles):
    """Nothing to compare with is not zero."""
    read = articles(D(2025, 3, 1))
    row = _row(changes(events({"day": D(2025, 3, 2)}), read, compared(MARCH, read)), "Diplomacy", "call")
    assert row[["before", "weeks", "year", "year_per_100"]].isna().all()


def test_no_events_make_an_empty_table(events, articles):
    """An empty frame is no error."""
    assert changes(events(), articles(D(2025, 3, 1)), compared(MARCH, articles())).empty


@pytest.mark.parametrize(
    ("day", "at"), [(D(2025, 3, 14), 2), (D(2025, 3, 1), 2), (D(2025, 2, 28), 1), (D(2025, 2, 1), 0)]
)
def test_history_counts_periods_of_the_same_length_the_last_one_last(events, day, at):
    """Both ends of a period belong to it."""
    found = history(events({"day": day, "kind": "strike"}), MARCH, number=3)
    assert list(found["since"]) == [D(2025, 2, 1), D(2025, 2, 15), D(2025, 3, 1)]
    assert [n for n, count in enumerate(found["War"]) if count] == [at]
    assert found["Diplomacy"].sum() == 0
