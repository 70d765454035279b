"""What the charts of numbers say in words and tables, and where a click leads."""

import datetime as dt

import pytest
from tests.ui.sample import TODAY, frames

from dashlib import schema
from dashlib.charts import View
from dashlib.query import ActorMode, Filters
from dashlib.ui.figures import FIGURES

_VIEW = View(TODAY, since=dt.date(2025, 1, 1), until=dt.date(2025, 9, 1))


@pytest.fixture(scope="module")
def events():
    """Give the events of the sample."""
    return frames().events


@pytest.mark.parametrize("name", FIGURES)
def test_each_chart_has_a_table_and_says_what_it_shows(events, name):
    """The alternative text names the largest number of the table."""
    table = FIGURES[name].table(events, _VIEW)
    said = FIGURES[name].said(table)
    assert len(table) > 1
    numbers = table.select_dtypes("number")
    most = numbers.sum(axis=1).max() if name == "Over time" else numbers.max().max()
    assert f"{most:,}" in said
    assert said.endswith(".")


@pytest.mark.parametrize("name", FIGURES)
def test_no_events_are_said_and_drawn(name):
    """An empty frame is no error."""
    nothing = schema.empty("events")
    assert FIGURES[name].said(FIGURES[name].table(nothing, _VIEW)).startswith("No")
    assert FIGURES[name].draw(nothing, _VIEW).layout.annotations[0].text == "No events match"


@pytest.mark.parametrize("name", ["By kind", "Kinds by time"])
def test_the_table_counts_every_event_of_the_view(events, name):
    """Its sum is the chart's."""
    table = FIGURES[name].table(events, _VIEW)
    assert table["All"].sum() == table.drop(columns=["Kind", "All"]).to_numpy().sum()
    assert table["All"].sum() == FIGURES["Over time"].table(events, _VIEW).drop(columns=["From", "To"]).to_numpy().sum()


@pytest.mark.parametrize(
    ("name", "given", "filters"),
    [
        ("Kinds by time", "call 2025-03-03 2025-03-09", Filters(kinds=("call",), since=dt.date(2025, 3, 3), until=dt.date(2025, 3, 9))),
        ("Calendar", "2025-03-03", Filters(since=dt.date(2025, 3, 3), until=dt.date(2025, 3, 3))),
        ("Who with whom", "A; B", Filters(actors=("A", "B"), actor_mode=ActorMode.PAIR)),
    ],
)  # fmt: skip
def test_a_click_becomes_filters(name, given, filters):
    """What a cell gives is what the bar is set to."""
    fields = FIGURES[name].fields
    assert fields is not None
    assert Filters(**fields(given)) == filters
