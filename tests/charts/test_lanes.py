"""Marks in lanes: where they stand, how status and uncertainty show, what a click tells."""

import datetime as dt

import pytest
from tests.ui.sample import many

from dashlib.charts import View, timeline
from dashlib.charts.density import MOST_MARKS, NOTE
from dashlib.charts.placing import place, window
from dashlib.charts.timeline import FOLDED

D = dt.date
UNDATED = {"date_start": None, "date_end": None}


def marks(figure):
    """Give event id -> (x, y, symbol) of all marks."""
    out = {}
    for trace in figure.data:
        if trace.customdata is not None and trace.type == "scatter":
            rows = zip(trace.x, trace.y, trace.customdata, trace.marker.symbol, strict=True)
            out |= {data[0]: (str(x)[:10], float(y), symbol) for x, y, data, symbol in rows}
    return out


def bars(figure):
    """Give (first day, day after the last) of all bars."""
    lines = [t for t in figure.data if t.mode == "lines"]
    return [(str(x[i])[:10], str(x[i + 1])[:10]) for x in (t.x for t in lines) for i in range(0, len(x), 3)]


def lanes(figure):
    """Give the labels of the lanes from above."""
    return [text.strip() for text in figure.layout.yaxis.ticktext]


def test_every_event_has_one_mark_that_names_it(sample, view):
    """A click on a mark leads to its event, whichever its family."""
    assert set(marks(timeline(sample, view))) == set(sample["event_id"])


def test_lanes_are_the_kinds_that_occur_by_family(make, view):
    """Families stay together, in the order of the codebook; kinds without events have no lane."""
    events = make({"kind": "sanction"}, {"kind": "strike"}, {"kind": "call"}, {"kind": "aid"}, {"kind": "summit"})
    assert lanes(timeline(events, view)) == ["Call", "Summit", "Strike", "Aid", "Sanction"]


def test_words_of_conflict_share_a_lane_until_unfolded(make, view):
    """Threats and demands are folded into one lane so that words do not drown acts."""
    events = make({"kind": "threat"}, {"kind": "demand"})
    assert lanes(timeline(events, view)) == [FOLDED]
    assert sorted(lanes(timeline(events, view, fold=False))) == ["Demand", "Threat"]


def test_an_uncertain_date_is_a_bar_with_the_mark_in_its_middle(make, view):
    """A week is drawn as a bar of seven days, a day has no bar."""
    events = make({"date_end": D(2025, 3, 7), "kind": "strike"}, {})
    figure = timeline(events, view)
    assert bars(figure) == [("2025-03-01", "2025-03-08")]
    assert marks(figure)["e0"][0] == "2025-03-04"


def test_what_goes_on_trails_to_today(make):
    """An ongoing event has a second bar from its mark to today."""
    events = make({"status": "ongoing", "date_end": None, "last_reported": D(2025, 3, 5)})
    view = View(today=D(2025, 4, 1), since=D(2025, 2, 1), until=D(2025, 5, 1))
    assert ("2025-03-03", "2025-04-02") in bars(timeline(events, view))


@pytest.mark.parametrize(
    ("row", "day"),
    [
        ({"date_start": None, "date_end": D(2025, 5, 13)}, "2025-05-13"),
        ({"date_start": D(2025, 5, 13), "date_end": None, "status": "planned"}, "2025-05-13"),
        (UNDATED | {"first_reported": D(2025, 5, 2), "last_reported": D(2025, 5, 2)}, "2025-05-02"),
    ],
)  # fmt: skip
def test_an_open_date_stands_at_the_end_that_is_known(make, row, day):
    """By 13 May and since 13 May both stand at 13 May; without a date, the report's day counts."""
    view = View(today=D(2025, 6, 1), since=D(2025, 1, 1), until=D(2025, 12, 31))
    assert marks(timeline(make(row), view))["e0"][0] == day


def test_what_lies_beyond_the_window_stands_at_its_edge(make):
    """A plan for next year is still seen, and clickable, when this year is shown."""
    far = {"date_start": D(2026, 1, 1), "date_end": D(2026, 12, 31), "kind": "labour_transfer", "status": "planned"}
    view = View(today=D(2025, 6, 1), since=D(2025, 1, 1), until=D(2025, 12, 31))
    assert marks(timeline(make({}, far), view))["e1"][0] == "2025-12-31"


def test_the_last_day_asked_for_is_shown_whole(make):
    """An event on the last day stands on that day, inside the axis."""
    last = {"date_start": D(2025, 9, 30), "date_end": D(2025, 9, 30)}
    figure = timeline(make(last), View(today=D(2025, 9, 1), since=D(2025, 8, 1), until=D(2025, 9, 30)))
    assert marks(figure)["e0"][0] == "2025-09-30"
    assert figure.data[0].x[0] < figure.layout.xaxis.range[1]


def test_marks_of_one_day_do_not_hide_each_other(make, view):
    """Events of one lane and one day stand in rows below each other; other lanes are moved down."""
    figure = timeline(make({}, {}, {}, {"kind": "strike"}), view)
    heights = [marks(figure)[e][1] for e in ("e0", "e1", "e2", "e3")]
    assert heights == sorted(set(heights))


@pytest.mark.parametrize(
    ("status", "mark", "stroke"),
    [
        ("happened", "circle", None),
        ("planned", "circle-open", None),
        ("cancelled", "circle-open", "line-ne-open"),
        ("denied", "circle-open", "x-thin-open"),
    ],
)
def test_status_shows_in_the_mark(make, view, status, mark, stroke):
    """Filled, outlined, struck through or crossed."""
    figure = timeline(make({"status": status}), view)
    assert marks(figure)["e0"][2] == mark
    strokes = [str(t.marker.symbol[0]) for t in figure.data if t.mode == "markers" and t.customdata is None and t.x[0]]
    assert strokes == ([stroke] if stroke else [])


def test_a_contested_event_is_split(make, view):
    """A disagreement draws a line in the colour of the paper through the mark."""
    figure = timeline(make({"disagreements": ["number: 5 / 7"]}), view)
    split = next(t for t in figure.data if t.marker.symbol is not None and "line-ns-open" in list(t.marker.symbol))
    assert split.hoverinfo == "skip"


def test_the_event_in_focus_has_a_ring(make):
    """The chosen event is ringed, no other."""
    view = View(today=D(2025, 3, 2), chosen="e1")
    rings = [
        t for t in timeline(make({}, {"kind": "strike"}), view).data if t.marker.symbol == "circle-open" and t.x[0]
    ]
    assert [len(r.x) for r in rings] == [1]


def test_hover_says_it_in_words(make, view):
    """The hover text has title, date and status, place, and sources; markup in a title is shown, not run."""
    row = {"title": "<b>A</b> call", "place": "Paris", "independent_sources": 4, "date_end": D(2025, 3, 31)}
    data = timeline(make(row), view).data[1].customdata[0]
    assert list(data[1:]) == [
        "&lt;b&gt;A&lt;/b&gt; call",
        "Mar 2025 · happened · Paris",
        "Reported by 4 independent sources",
    ]


def test_the_dates_asked_for_are_the_axis(sample):
    """The axis shows the filter's days, else those of the events; today is marked where it is in view."""
    figure = timeline(sample, View(today=D(2025, 9, 1), since=D(2025, 8, 1), until=D(2025, 9, 30)))
    low, high = figure.layout.xaxis.range
    assert "2025-07-31 00:00" < low < "2025-08-01 00:00"
    assert "2025-10-01 00:00" < high < "2025-10-02 00:00"
    assert [a.text for a in figure.layout.annotations] == ["Today"]
    assert not timeline(sample, View(today=D(2030, 1, 1))).layout.annotations


def test_long_intervals_do_not_stretch_the_axis(make):
    """An event dated to a decade leaves the axis to those dated to days."""
    events = make({}, {"date_start": D(2020, 1, 1), "date_end": D(2029, 12, 31)})
    start, end = window(events, None, None)
    assert start >= D(2025, 2, 1)
    assert end <= D(2025, 4, 1)


def test_a_few_stray_events_do_not_stretch_the_axis(make):
    """Of many events, one of ten years ago leaves the axis to the others."""
    events = make(*({} for _ in range(80)), {"date_start": D(2015, 1, 1), "date_end": D(2015, 1, 1)})
    assert window(events, None, None)[0] >= D(2025, 2, 1)


def test_a_full_chart_stays_within_two_screens(make):
    """Where every lane is full, lanes get fewer rows, and all marks are still drawn."""
    lanes = [f"lane {i % 25}" for i in range(1000)]
    events = make(*({} for _ in range(1000)))
    placed = place(events, lanes, sorted(set(lanes)), (D(2025, 1, 1), D(2025, 12, 31)))
    assert len(placed.lanes) == 25
    assert placed.height < 70


def test_no_events_make_a_chart_that_says_so(make, view):
    """An empty frame is no error."""
    assert timeline(make(), view).layout.annotations[0].text == "No events match"


def test_events_without_any_date_still_draw(make, view):
    """A frame in which nothing is dated has a window all the same."""
    assert "e0" in marks(timeline(make({"date_start": None, "date_end": None}), view))


def shaded(figure):
    """Give lane -> the numbers of its cells."""
    return {t.name: [cell[0] for cell in t.customdata[0]] for t in figure.data if t.type == "heatmap"}


def test_the_fullest_lanes_of_very_many_events_are_shaded(view):
    """No more marks than can be told apart; the emptier lanes keep theirs; every event is a mark or counted; it is said."""
    events = many(MOST_MARKS * 2).events
    figure = timeline(events, View(today=view.today, since=D(2024, 1, 1), until=D(2026, 12, 31)))
    cells, single = shaded(figure), marks(figure)
    assert 0 < len(single) <= MOST_MARKS
    assert sum(map(sum, cells.values())) + len(single) == len(events)
    counts = events["kind"].value_counts()
    assert "Call" in cells
    assert counts.idxmin() not in {name.lower().replace(" ", "_") for name in cells}
    assert NOTE in [a.text for a in figure.layout.annotations]


def test_few_events_are_never_shaded(sample, view):
    """Up to so many marks each event is a mark, and nothing is said of shading."""
    figure = timeline(sample, view)
    assert not shaded(figure)
    assert NOTE not in [a.text for a in figure.layout.annotations]


def test_the_event_in_focus_is_a_mark_in_a_shaded_lane(view):
    """What the evidence shows can be seen on the chart, however full its lane is."""
    events = many(MOST_MARKS * 2).events
    chosen = events.loc[events["kind"] == "call", "event_id"].iloc[0]
    figure = timeline(events, view._replace(chosen=chosen))
    lane = figure.layout.yaxis.tickvals[lanes(figure).index("Call")]
    assert marks(figure)[chosen][1] == pytest.approx(lane)


def test_one_tint_is_one_number_in_every_lane(make):
    """Shades of two lanes can be compared."""
    base = {"date_start": D(2025, 3, 2), "date_end": D(2025, 3, 2)}
    events = make(*(base for _ in range(MOST_MARKS)), *(base | {"kind": "strike"} for _ in range(MOST_MARKS)))
    view = View(today=D(2025, 3, 2), since=D(2025, 3, 1), until=D(2025, 3, 9))
    rows = [t for t in timeline(events, view).data if t.type == "heatmap"]
    assert len({t.zmax for t in rows}) == 1
    assert [max(t.z[0]) for t in rows] == [rows[0].zmax] * len(rows)


def test_rows_within_a_lane_are_bounded(make):
    """Very many events of a day share rows: the lane does not grow without end."""
    events = make(*({} for _ in range(50)))
    placed = place(events, ["x"] * 50, ["x"], (D(2025, 1, 1), D(2025, 12, 31)))
    assert len(set(placed.y)) <= 4
