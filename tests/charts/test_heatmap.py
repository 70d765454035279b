"""Heat maps of kinds by time and of actors by actors."""

import datetime as dt

from dashlib.charts import View
from dashlib.charts.heatmap import MOST_ACTORS, actors_by_actors, kinds_by_period

D = dt.date


def _cells(figure):
    bar = figure.data[0]
    return {
        (x, round(base + 0.46)): (text, *data)
        for x, base, text, data in zip(bar.x, bar.base, bar.text, bar.customdata, strict=True)
    }


def test_a_kind_has_a_row_and_a_week_a_column(make, view):
    """The cell says how many, and a click gives the kind and the days that it stands for."""
    strike = {"kind": "strike", "date_start": D(2025, 3, 11), "date_end": D(2025, 3, 11)}
    events = make(strike, strike, {"date_start": D(2025, 3, 3), "date_end": D(2025, 3, 3)})
    figure = kinds_by_period(events, View(view.today, since=D(2025, 3, 3), until=D(2025, 5, 4)))
    found = _cells(figure)
    assert set(found) == {(0, 0), (1, 1)}
    text, gives, hover = found[1, 1]
    assert (text, gives) == ("2", "strike 2025-03-10 2025-03-16")
    assert "Week of 10 Mar 2025: 2 events" in hover
    assert [t.strip() for t in figure.layout.yaxis.ticktext] == ["Call", "Strike"]


def test_the_last_period_ends_with_the_view(make, view):
    """A click on it does not ask for days beyond the filter."""
    events = make({"date_start": D(2025, 5, 1), "date_end": D(2025, 5, 1)})
    figure = kinds_by_period(events, View(view.today, since=D(2025, 3, 3), until=D(2025, 5, 2)))
    assert [g for _, g, _ in _cells(figure).values()] == ["call 2025-04-28 2025-05-02"]


def test_years_stand_under_the_labels_where_they_change(make, view):
    """January says which year it is of."""
    events = make({"date_start": D(2024, 11, 5), "date_end": D(2024, 11, 5)})
    labels = kinds_by_period(events, View(view.today, since=D(2023, 7, 1), until=D(2025, 6, 30))).layout.xaxis.ticktext
    assert labels[0] == "Jul<br>2023"
    assert sum("<br>" in text for text in labels) == 3


def test_two_actors_meet_in_two_cells(make, view):
    """The grid is symmetric; each cell has the number and the pair."""
    events = make({"participants": ["A", "B"], "quad": 1}, {"participants": ["B", "A"], "quad": 4})
    found = _cells(actors_by_actors(events, view))
    assert set(found) == {(0, 1), (1, 0)}
    assert {(text, gives) for text, gives, _ in found.values()} == {("2", "A; B")}
    assert "1 of cooperation, 1 of conflict (mixed)" in found[0, 1][2]


def test_only_the_busiest_actors_have_a_row(make, view):
    """A grid of hundreds can be read by nobody."""
    events = make(*({"participants": [f"A{n}", f"A{n + 1}"], "quad": 1} for n in range(40)))
    assert len(actors_by_actors(events, view).layout.yaxis.ticktext) <= MOST_ACTORS


def test_names_are_text_and_no_markup(make, view):
    """What comes from an article is escaped."""
    figure = actors_by_actors(make({"participants": ["<b>A</b>", "B"], "quad": 1}), view)
    assert "<b>A</b>" not in str(figure.layout.yaxis.ticktext)


def test_nothing_to_show_is_said(make, view):
    """An empty frame is no error."""
    for draw in (kinds_by_period, actors_by_actors):
        assert draw(make(), view).layout.annotations[0].text == "No events match"
