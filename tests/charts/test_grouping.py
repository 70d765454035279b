"""What a lane is: kinds, actors, pairs, places, sources; the busiest first and the rest together."""

from time import process_time

import plotly.graph_objects as go
import pytest
from tests.ui.sample import many

from dashlib.charts import View, timeline
from dashlib.charts.density import MOST_MARKS
from dashlib.charts.grouping import GROUPS


def lanes(figure):
    """Give the labels of the lanes from above, in one line."""
    return [" ".join(text.replace("<br>", " ").split()) for text in figure.layout.yaxis.ticktext]


def standing(figure):
    """Give (event id, lane) of every mark."""
    names, middles = lanes(figure), figure.layout.yaxis.tickvals
    marks = next(t for t in figure.data if t.customdata is not None)
    near = [min(range(len(middles)), key=lambda i: abs(middles[i] - y)) for y in marks.y]
    return {(data[0], names[i]) for data, i in zip(marks.customdata, near, strict=True)}


def test_an_event_stands_with_each_of_its_actors(make, view):
    """The busiest actor comes first; who is named in no event has no lane."""
    events = make({"actors": ["A", "B"]}, {"actors": ["B"]}, {"actors": []})
    figure = timeline(events, view, lanes="Actor")
    assert lanes(figure) == ["B", "A", "No one named"]
    assert standing(figure) == {("e0", "A"), ("e0", "B"), ("e1", "B"), ("e2", "No one named")}


def test_a_pair_is_who_deals_with_whom(make, view):
    """Who does it with each to whom, those who take part with one another; the order of the names does not matter."""
    events = make(
        {"initiators": ["B"], "recipients": ["A", "C"]},
        {"participants": ["B", "A"]},
        {"initiators": ["A"]},
        {"initiators": ["A"], "recipients": ["A"]},
    )
    figure = timeline(events, view, lanes="Pair")
    assert lanes(figure) == ["A – B", "B – C", "No two sides named"]
    assert {e for e, lane in standing(figure) if lane == "A – B"} == {"e0", "e1"}


def test_what_is_not_among_the_busiest_shares_a_lane(make, view):
    """Very many places make no more lanes than can be read; the rest stands in one, below."""
    events = make(*({"place": f"Town {i // 2:02}"} for i in range(80)), {"place": ""})
    named = lanes(timeline(events, view, lanes="Place"))
    assert len(named) == 18
    assert named[0] == "Town 00"
    assert named[-2:] == ["Other places", "Place not said"]


def test_a_source_has_what_it_reported(make, view):
    """An event that two sources report stands in both lanes."""
    events = make({"sources": ["Desk A", "Desk B"]}, {"sources": ["Desk B"]})
    assert lanes(timeline(events, view, lanes="Source")) == ["Desk B", "Desk A"]


def test_families_stand_in_their_order(make, view):
    """Diplomacy, war, help, pressure."""
    events = make({"kind": "sanction"}, {"kind": "aid"}, {"kind": "threat"}, {"kind": "strike"})
    assert lanes(timeline(events, view, lanes="Family")) == ["Diplomacy", "War", "Help", "Pressure"]


@pytest.mark.parametrize("name", GROUPS)
def test_no_event_is_lost_whatever_a_lane_is(sample, name):
    """Each event stands in at least one lane, and each lane is in the order."""
    grouped = GROUPS[name](sample)
    assert set(grouped.rows) == set(range(len(sample)))
    assert set(grouped.lanes) <= set(grouped.order)
    assert len(grouped.rows) == len(grouped.lanes)


@pytest.mark.parametrize("name", GROUPS)
def test_what_is_drawn_is_what_plotly_knows(sample, view, name):
    """Figures are put together unchecked, for speed; here plotly checks each of their properties."""
    figure = timeline(sample, view._replace(chosen=sample["event_id"].iloc[0]), lanes=name)
    assert go.Figure(figure.to_dict()).to_dict() == figure.to_dict()


def test_a_long_label_takes_two_lines(make, view):
    """A pair breaks after its dash, so that the chart keeps its width."""
    events = make({"participants": ["Recep Tayyip Erdogan", "Vladimir Putin"]})
    figure = timeline(events, view, lanes="Pair")
    lines = [line.strip() for line in figure.layout.yaxis.ticktext[0].split("<br>")]
    assert lines == ["Recep Tayyip Erdogan –", "Vladimir Putin"]


@pytest.mark.parametrize("name", ["Kind", "Family"])
def test_twenty_thousand_events_are_shaded_and_resolve(view, name):
    """Lanes of 20,000 events are shaded, in under 1.5 s of the processor; narrowed, each event is a mark again."""
    events = many(20_000).events
    began = process_time()
    wide = timeline(events, View(today=view.today), lanes=name)
    assert process_time() - began < 1.5
    assert sum(len(t.x) for t in wide.data if t.type == "scatter" and t.customdata is not None) <= MOST_MARKS
    assert "heatmap" in {t.type for t in wide.data}
    days = sorted(d for d in events["date_start"] if d is not None)
    first, last = days[0], days[len(days) * MOST_MARKS // 30_000]
    narrow = events[[d is not None and first <= d <= last for d in events["date_start"]]]
    assert 500 < len(narrow) <= MOST_MARKS
    figure = timeline(narrow, View(today=view.today, since=first, until=last), lanes=name)
    assert len(next(t for t in figure.data if t.customdata is not None).x) == len(narrow)
