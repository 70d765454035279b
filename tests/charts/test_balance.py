"""Conflict and cooperation between two actors over time."""

import datetime as dt

from dashlib.charts import View
from dashlib.charts.balance import balance, over_time
from dashlib.query.pairs import between, pairs

D = dt.date


def _pair(make, *rows):
    events = make(*({"participants": ["A", "B"], "quad": q, "date_start": d, "date_end": d} for q, d in rows))
    return between(pairs(events), "A", "B")


def test_cooperation_stands_above_the_line_and_conflict_below(make, view):
    """Each quad class has its bars, in the period of its day."""
    rows = _pair(make, (1, D(2025, 3, 3)), (2, D(2025, 3, 3)), (4, D(2025, 3, 3)), (4, D(2025, 3, 5)))
    figure = balance(rows, view)
    found = {t.name: list(zip(t.x, t.y, strict=True)) for t in figure.data}
    assert found == {
        "Words of cooperation": [("2025-03-03", 1)],
        "Acts of cooperation": [("2025-03-03", 1)],
        "Words of conflict": [],
        "Acts of conflict": [("2025-03-03", -1), ("2025-03-05", -1)],
    }


def test_words_are_paler_than_acts(make, view):
    """Words must not drown acts; both keep the outline of their colour."""
    figure = balance(_pair(make, (3, D(2025, 3, 3)), (4, D(2025, 3, 3))), view)
    words, acts = (next(t for t in figure.data if t.name == n) for n in ("Words of conflict", "Acts of conflict"))
    assert words.marker.color != acts.marker.color
    assert words.marker.line.color == acts.marker.line.color


def test_the_table_has_every_period_of_the_view(make, view):
    """With the dates of the filter, also those without events."""
    rows = _pair(make, (1, D(2025, 3, 3)))
    table = over_time(rows, View(view.today, since=D(2025, 3, 1), until=D(2025, 3, 10)))
    assert len(table) == 10
    assert table["Words of cooperation"].sum() == 1
    assert table["period"].iloc[2] == "3 Mar 2025"


def test_a_lone_event_of_long_ago_does_not_stretch_the_axis(make, view):
    """Five years to the latest event are shown."""
    rows = _pair(make, (1, D(1994, 3, 3)), (1, D(2025, 3, 3)))
    assert over_time(rows, view)["since"].iloc[0] >= D(2020, 1, 1)


def test_nothing_to_show_is_said(make, view):
    """An empty frame is no error."""
    assert balance(pairs(make()), view).layout.annotations[0].text == "No events match"
