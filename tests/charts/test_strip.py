"""The strip of days: counts of events and articles, the days asked for, and the brush."""

import datetime as dt

import plotly.graph_objects as go
import pytest
from tests.ui.sample import frames

from dashlib import schema
from dashlib.charts import Period, View, strip

D = dt.date


def articles(*days):
    """Give an articles frame of days of publication."""
    return schema.frame("articles", [{"article_id": f"a{i}", "published": d} for i, d in enumerate(days)])


def said(figure):
    """Give what hover says of the bars that are not empty, by trace."""
    return {t.name: [s for s, y in zip(t.hovertext, t.y, strict=True) if y] for t in figure.data}


def test_each_day_counts_events_and_articles(make, view):
    """A short time is counted by day: events above, articles below the line."""
    figure = strip(
        make({}, {}, {"date_start": D(2025, 3, 4), "date_end": D(2025, 3, 4)}), articles(D(2025, 3, 2)), view
    )
    assert said(figure) == {
        "event": ["2 events, 1 Mar 2025", "1 event, 4 Mar 2025"],
        "article": ["1 article, 2 Mar 2025"],
    }
    assert max(figure.data[0].y) == 1
    assert min(figure.data[1].y) == -1


def test_a_long_time_is_counted_by_week_or_month(make, view):
    """No more bars than can be told apart."""
    spread = [
        {"date_start": D(2022 + i % 4, 1 + i % 12, 5), "date_end": D(2022 + i % 4, 1 + i % 12, 5)} for i in range(40)
    ]
    assert len(strip(make(*spread), articles(), view).data[0].x) < 60


def test_an_article_known_to_an_interval_counts_at_its_end(make, view):
    """Without a day of publication the last possible one counts; one without any counts nowhere."""
    rows = [{"article_id": "a", "published_start": D(2025, 3, 1), "published_end": D(2025, 3, 3)}, {"article_id": "b"}]
    assert said(strip(make({}), schema.frame("articles", rows), view))["article"] == ["1 article, 3 Mar 2025"]


def test_the_days_asked_for_stand_in_a_frame(make, view):
    """All days stay in view, the chosen ones framed; an open end reaches to the edge."""
    events = make({}, {"date_start": D(2025, 5, 1), "date_end": D(2025, 5, 1)})
    chosen = strip(events, articles(), view._replace(since=D(2025, 4, 1), until=D(2025, 4, 30)))
    assert [(s.x0, s.x1) for s in chosen.layout.shapes] == [("2025-04-01", "2025-05-01")]
    assert chosen.layout.xaxis.range[0] < "2025-03-01"
    open_ = strip(events, articles(), view._replace(since=D(2025, 4, 1)))
    assert open_.layout.shapes[0].x1[:10] > "2025-05-01"
    assert not strip(events, articles(), view).layout.shapes


def test_days_asked_for_beyond_the_events_are_in_view(make, view):
    """What was chosen can always be seen, and be chosen away."""
    figure = strip(make({}), articles(), view._replace(since=D(2024, 1, 1)))
    assert figure.layout.xaxis.range[0] < "2024-01-01"


def test_dragging_selects_days_and_nothing_else(make, view):
    """The strip cannot be zoomed or panned; a drag selects along the days only."""
    layout = strip(make({}), articles(), view).layout
    assert (layout.dragmode, layout.selectdirection) == ("select", "h")
    assert layout.xaxis.fixedrange
    assert layout.yaxis.fixedrange


@pytest.mark.parametrize("dark", [False, True])
def test_what_is_drawn_is_what_plotly_knows(dark):
    """The figure is put together unchecked; here plotly checks it."""
    world, periods = frames(), (Period("Talks", D(2025, 8, 1), D(2025, 8, 20)),)
    figure = strip(world.events, world.articles, View(today=D(2025, 9, 1), dark=dark, periods=periods))
    assert go.Figure(figure.to_dict()).to_dict() == figure.to_dict()


def test_no_events_make_an_empty_strip(make, view):
    """Without events the strip is there, and empty."""
    assert said(strip(make(), articles(), view)) == {"event": [], "article": []}
