"""The map and the further views of the pages, without a browser."""

import json
from types import SimpleNamespace

import pytest
from tests.ui.sample import frames

from dashlib.charts.mercator import Window, window_of
from dashlib.charts.spots import located
from dashlib.codebook.areas import Extent, areas
from dashlib.ui import mapview, state, tabs

VIEWS = [
    ("summits", "Summits", "Who with whom", "Heat map of"),
    ("summits", "Summits", "Map", "Map of"),
    ("calls", "Calls", "Who with whom", "Heat map of"),
    ("calls", "Calls", "Gaps", "longest silent up to"),
    ("offensives", "Offensives", "Map", "Map of"),
    ("offensives", "Offensives", "Front", "by week; most in"),
    ("offensives", "Offensives", "Claims and denials", "denials to the right"),
]


def _open(app, page, title, tab, **params):
    opened = app(page, **params)
    opened.session_state[f"tabs {title}"] = tab
    return opened.run()


def _charts(opened):
    return [c.proto for c in opened.get("plotly_chart")]


def _texts(opened):
    return "\n".join(str(e.value) for kind in ("caption", "markdown", "info") for e in opened.get(kind))


@pytest.mark.parametrize(("page", "title", "tab", "words"), VIEWS)
def test_each_view_draws_with_a_text_alternative_and_its_rows(app, page, title, tab, words):
    """A tab has one chart said in words, and the rows behind it as a table that can be downloaded."""
    opened = _open(app, page, title, tab)
    assert not opened.exception
    assert any(words in c.alt for c in _charts(opened))
    assert any(e.label.startswith("As a table: ") for e in opened.expander)
    assert any(b.proto.label == "Download these rows as CSV" for b in opened.get("download_button"))


def test_the_map_is_the_first_view_of_its_page(app, seeded):
    """The map counts what it shows, names the busiest places, and says how many events have no place."""
    opened = app("map")
    assert not opened.exception
    events = frames().events
    (chart, *_) = _charts(opened)
    assert chart.alt.startswith(f"Map of {located(events).sum()} events at ")
    without = len(events) - located(events).sum()
    assert f"{without} events of {len(events)} have no place and cannot stand on the map" in _texts(opened)


def test_the_address_turns_the_map(app):
    """An area or a box in the address is what the map shows; a box goes first, nonsense is left aside."""
    for params, west in (
        ({"area": "Ukraine"}, areas()["Ukraine"].west),
        ({"area": "Ukraine", "box": "30,10,35,20"}, 30),
        ({"area": "Ukraine", "box": "30,10,north"}, areas()["Ukraine"].west),
    ):
        spec = json.loads(_charts(app("map", **params))[0].spec)
        assert spec["layout"]["xaxis"]["range"][0] == west


def test_closer_wider_and_back(app):
    """Closer halves the window about its middle, the address follows; back returns to the area."""
    opened = app("map", area="Sudan")
    opened.button(key="map Closer").click().run()
    closer = Extent(*map(float, opened.query_params["box"].split(",")))
    assert closer.east - closer.west == pytest.approx(10, abs=0.01)
    opened.button(key="map Wider").click().run()
    wider = Extent(*map(float, opened.query_params["box"].split(",")))
    assert wider == pytest.approx(areas()["Sudan"], abs=0.02)
    opened.button(key="map Back").click().run()
    assert "box" not in opened.query_params


def test_nothing_to_say_is_said(app):
    """Views without rows say so in a sentence: no attack near the calls, no number, no dispute."""
    for page, title, tab, where, words in (
        ("calls", "Calls", "Around attacks", {}, "No call stands within 7 days"),
        ("offensives", "Offensives", "Numbers claimed", {}, "No report of these events gives a number"),
        ("offensives", "Offensives", "Claims and denials", {"where": "Sudan"}, "Nobody denies any of these events"),
    ):
        opened = _open(app, page, title, tab, **where)
        assert not opened.exception
        assert words in _texts(opened)


@pytest.fixture
def session(monkeypatch):
    """Give the session and the address that callbacks write to."""
    made = SimpleNamespace(session_state={}, query_params={})
    for module in (mapview, tabs, state):
        monkeypatch.setattr(module, "st", made)
    return made


def _pick(session, points=(), box=()):
    session.session_state["k"] = {"selection": {"points": [{"customdata": [p]} for p in points], "box": list(box)}}
    mapview._picked("k", window_of(areas()["World"]), frames().events)


def test_a_mark_chooses_its_event(session):
    """One id is an event in focus."""
    _pick(session, ["e-capture"])
    assert session.query_params == {"event": "e-capture"}


def test_a_number_of_several_places_comes_closer(session):
    """A click on a group turns the map to its places."""
    events = frames().events
    near = events[events["place"].isin(["Kupiansk", "Kharkiv"])]
    _pick(session, [" ".join(near["event_id"])])
    west, south, east, north = map(float, session.query_params["box"].split(","))
    assert west < near["longitude"].min() < near["longitude"].max() < east
    assert south < near["latitude"].min() < near["latitude"].max() < north


def test_a_number_of_one_place_is_listed(session):
    """Coming closer would not part them, so the events are listed."""
    events = frames().events
    ids = events.loc[events["place"] == "Odesa", "event_id"].tolist()
    assert len(ids) > 1
    _pick(session, [" ".join(ids)])
    assert session.session_state["dashlib list of Map"] == tuple(ids)
    assert "box" not in session.query_params


def test_a_box_turns_the_map_and_a_slip_does_not(session):
    """A drawn box is the new window, whichever corner it began at; a box of a few pixels is a click that slipped."""
    _pick(session, box=[{"x": [40.0, 30.0], "y": [10.0, 20.0]}])
    drawn = window_of(Extent(*map(float, session.query_params["box"].split(","))))
    assert drawn[:4] == pytest.approx(Window(30, 10, 40, 20)[:4], abs=0.01)
    session.query_params.clear()
    _pick(session, box=[{"x": [40.0, 40.1], "y": [10.0, 20.0]}])
    assert session.query_params == {}
