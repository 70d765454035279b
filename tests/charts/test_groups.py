"""Charts of one group of kinds, and of counts."""

import datetime as dt

import pytest

from dashlib.charts import View, calls, counts, offensives, summits, timeline
from dashlib.charts.offensives import NOWHERE
from dashlib.charts.pairs import ALONE, MANY, pair_of

D = dt.date


def _lanes(figure):
    return [text.strip() for text in figure.layout.yaxis.ticktext]


@pytest.mark.parametrize(
    ("actors", "pair"),
    [(["B", "A"], "A – B"), (["A", "B"], "A – B"), (["A", "B", "C"], MANY), (["A"], ALONE), ([], ALONE)],
)
def test_a_pair_is_named_alike_whoever_comes_first(actors, pair):
    """The order of the names does not make two lanes of one pair."""
    assert pair_of(actors) == pair


def test_calls_have_a_lane_for_each_pair_the_busiest_first(make, view):
    """Pairs stand by number of calls; gatherings come last."""
    events = make({"actors": ["C", "D"]}, {"actors": ["A", "B"]}, {"actors": ["B", "A"]}, {"actors": ["A", "B", "C"]})
    assert _lanes(calls(events, view)) == ["A – B", "C – D", MANY]


def test_a_line_leads_from_the_announcement_to_the_summit(make, view):
    """A summit reported before its day has a line from the first report; one reported after has none."""
    day = {"kind": "summit", "date_start": D(2025, 3, 10), "date_end": D(2025, 3, 10)}
    events = make(day | {"first_reported": D(2025, 3, 8)}, day | {"first_reported": D(2025, 3, 11)})
    around = View(today=view.today, since=D(2025, 3, 1), until=D(2025, 3, 31))
    line = next(t for t in summits(events, around).data if t.name == "Announced → held")
    assert [str(x)[:10] for x in line.x if x] == ["2025-03-08", "2025-03-10"]


def test_no_summits_make_an_empty_chart(make, view):
    """An empty frame is no error."""
    assert summits(make(), view).layout.annotations[0].text == "No events match"


def test_offensives_stand_by_place_and_country(make, view):
    """Places of one country stand together, the busiest country first; what has no place is last."""
    rows = [("", ""), ("Odesa", "UKR"), ("El Fasher", "SDN"), ("Kharkiv", "UKR"), ("Odesa", "UKR")]
    events = make(*({"kind": "strike", "place": p, "country": c} for p, c in rows))
    assert _lanes(offensives(events, view)) == ["Odesa", "Kharkiv", "El Fasher", NOWHERE]


def test_shapes_are_explained_where_lanes_are_no_kinds(make, view):
    """Lanes of places hold several kinds, so the legend names their shapes; lanes of kinds need none."""
    events = make({"kind": "strike", "place": "Odesa"}, {"kind": "capture", "place": "Odesa"})
    names = [t.name for t in offensives(events, view).data if t.showlegend is not False]
    assert names == ["Capture", "Strike", "Happened"]
    names = [t.name for t in timeline(events, view).data if t.showlegend is not False]
    assert names == ["Happened"]


def test_every_event_in_view_is_counted_once(sample):
    """The bars of all families sum up to the events of the window."""
    wide = View(today=D(2025, 9, 1), since=D(2024, 1, 1), until=D(2027, 1, 1))
    figure = counts(sample, wide)
    assert sum(int(n) for trace in figure.data for n in trace.y) == len(sample)


def test_no_events_no_bars(make, view):
    """An empty frame is no error."""
    assert counts(make(), view).layout.annotations[0].text == "No events match"
