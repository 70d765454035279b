"""Named periods behind the marks."""

import datetime as dt

import plotly.graph_objects as go
import pytest

from dashlib import charts
from dashlib.charts import Period, View, timeline
from dashlib.charts.bands import arrange

D = dt.date
TALKS = Period("Talks", D(2025, 2, 20), D(2025, 3, 10))
TRUCE = Period("Truce & after", D(2025, 3, 5), D(2025, 12, 31))


def names(figure):
    """Give the text of the annotations with where they begin."""
    return {a.text: str(a.x) for a in figure.layout.annotations}


def bands(figure):
    """Give (first day, day after the last) of each band."""
    return [(s.x0, s.x1) for s in figure.layout.shapes if s.type == "rect"]


def test_a_period_is_a_band_with_its_name(make):
    """The band covers both its days; what lies outside the window is cut off."""
    view = View(today=D(2026, 1, 1), since=D(2025, 3, 1), until=D(2025, 3, 31), periods=(TALKS, TRUCE))
    figure = timeline(make({}), view)
    assert bands(figure) == [("2025-03-01", "2025-03-11"), ("2025-03-05", "2025-04-01")]
    assert names(figure) == {"Talks": "2025-03-01", "Truce &amp; after": "2025-03-05"}


def test_a_period_outside_the_window_is_not_drawn(make):
    """Another year has no band."""
    view = View(today=D(2026, 1, 1), since=D(2026, 1, 1), until=D(2026, 3, 31), periods=(TALKS,))
    assert bands(timeline(make({}), view)) == []


def test_names_that_would_meet_stand_in_rows():
    """The second of two that begin together is written above the first; one far off stands in the first row."""
    late = Period("Later", D(2025, 11, 1), D(2025, 11, 30))
    rows = {b.period.name: b.row for b in arrange((TRUCE, late, TALKS), (D(2025, 1, 1), D(2025, 12, 31)))}
    assert rows == {"Talks": 0, "Truce & after": 1, "Later": 0}


def test_names_need_room_above(make):
    """The chart grows by the rows of names, and the lanes keep their height."""
    view = View(today=D(2026, 1, 1), since=D(2025, 3, 1), until=D(2025, 3, 31))
    bare, named = timeline(make({}), view), timeline(make({}), view._replace(periods=(TALKS, TRUCE)))
    grown = named.layout.height - bare.layout.height
    assert grown > 0
    assert named.layout.margin.t - bare.layout.margin.t == grown


@pytest.mark.parametrize("chart", [timeline, charts.calls, charts.summits, charts.offensives])
def test_every_page_has_the_bands(sample, view, chart):
    """Bands are drawn on each chart in lanes, in a way that plotly knows."""
    figure = chart(sample, view._replace(periods=(Period("Summer", D(2025, 6, 1), D(2025, 8, 31), "#2a8c6a"),)))
    assert bands(figure) == [("2025-06-01", "2025-09-01")]
    go.Figure(figure.to_dict())


def test_dense_charts_have_the_bands_too(view):
    """Shaded lanes keep the bands behind them."""
    from tests.ui.sample import many

    figure = timeline(many(4000).events, view._replace(periods=(Period("P", D(2025, 1, 1), D(2025, 3, 1)),)))
    assert len(bands(figure)) == 1
