"""The calendar of days."""

import datetime as dt

from dashlib.charts import View
from dashlib.charts.calendar import MOST_YEARS, calendar, days

D = dt.date


def _on(*dates):
    return [{"date_start": d, "date_end": d} for d in dates]


def _by_day(figure):
    return {
        data[0]: (data[1], tone)
        for data, tone in zip(figure.data[0].customdata, figure.data[0].marker.color, strict=True)
    }


def test_a_day_with_events_can_be_clicked(make, view):
    """It says what it holds; a day without events gives nothing."""
    events = make(*_on(D(2025, 3, 3), D(2025, 3, 3), D(2025, 3, 5)))
    found = _by_day(calendar(events, View(view.today, since=D(2025, 3, 1), until=D(2025, 3, 31))))
    assert set(found) == {"2025-03-03", "2025-03-05", ""}
    assert found["2025-03-03"][0] == "<b>Monday, 3 Mar 2025</b><br>2 events, mostly calls"
    assert found["2025-03-05"][0] == "<b>Wednesday, 5 Mar 2025</b><br>1 event, call"
    assert len({tone for _, tone in found.values()}) == 3


def test_a_few_months_stand_on_one_sheet_with_numbers(make, view):
    """Monday is the first row, the days' numbers are written in."""
    figure = calendar(make(*_on(D(2025, 3, 3))), View(view.today, since=D(2025, 3, 1), until=D(2025, 3, 31)))
    bar = figure.data[0]
    at = {text: (x, round(base + 0.46)) for x, base, text in zip(bar.x, bar.base, bar.text, strict=True)}
    assert len(at) == 31
    assert (at["1"], at["3"], at["31"]) == ((0, 5), (1, 0), (5, 0))
    assert list(figure.layout.xaxis.ticktext) == ["Mar<br>2025"]


def test_longer_spans_have_a_strip_a_year(make, view):
    """The years stand beside the strips; those before the last few are left out of chart and table."""
    events = make(*_on(*(D(2015 + n, 6, 1) for n in range(10))))
    figure = calendar(events, view)
    assert [t.strip() for t in figure.layout.yaxis.ticktext] == [str(2025 - MOST_YEARS + n) for n in range(MOST_YEARS)]
    assert len(days(events, view)) == MOST_YEARS


def test_a_week_is_no_day(make, view):
    """What is not known to the day has no place in a calendar."""
    week = {"date_start": D(2025, 3, 3), "date_end": D(2025, 3, 9)}
    assert len(days(make(week, *_on(D(2025, 3, 4))), view)) == 1


def test_nothing_to_show_is_said(make, view):
    """An empty frame is no error."""
    assert calendar(make(), view).layout.annotations[0].text == "No events match"
