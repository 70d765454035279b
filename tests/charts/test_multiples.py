"""Small multiples of the most frequent kinds."""

import datetime as dt

from dashlib.charts import View
from dashlib.charts.multiples import MOST_KINDS, multiples
from dashlib.codebook import KINDS

D = dt.date
_DAY = {"date_start": D(2025, 3, 3), "date_end": D(2025, 3, 3)}


def test_each_kind_has_a_little_chart_the_most_frequent_first(make, view):
    """The title says how many there are."""
    events = make(_DAY | {"kind": "strike"}, _DAY, _DAY)
    figure = multiples(events, View(view.today, since=D(2025, 3, 1), until=D(2025, 3, 10)))
    assert [t.name for t in figure.data] == ["Call", "Strike"]
    assert [a.text for a in figure.layout.annotations] == ["● Call  2", "✕ Strike  1"]
    assert list(figure.data[0].y) == [0, 0, 2, 0, 0, 0, 0, 0, 0, 0]


def test_all_are_on_one_scale(make, view):
    """A tall bar is more than a low one, in whichever cell."""
    figure = multiples(make(_DAY | {"kind": "strike"}, _DAY, _DAY), view)
    assert figure.layout.yaxis.range == figure.layout.yaxis2.range
    assert figure.layout.yaxis.range[1] >= 2


def test_only_the_most_frequent_kinds_are_drawn(make, view):
    """The rest stand in the table."""
    events = make(*(_DAY | {"kind": k} for k in KINDS))
    assert len(multiples(events, view).data) == MOST_KINDS


def test_labels_of_days_stand_inside_the_cell(make, view):
    """Two of them, with the year beneath; the month alone where years are shown."""
    for until, labels in (
        (D(2025, 3, 9), ["3 Mar<br>2025", "7 Mar<br>2025"]),
        (D(2027, 3, 1), ["Aug<br>2025", "Aug<br>2026"]),
    ):
        figure = multiples(make(_DAY), View(view.today, since=D(2025, 3, 1), until=until))
        assert list(figure.layout.xaxis.ticktext) == labels


def test_nothing_to_show_is_said(make, view):
    """An empty frame is no error."""
    assert multiples(make(), view).layout.annotations[0].text == "No events match"
