"""Which events may be the same as another."""

import datetime as dt

from tests.ui.sample import frames

from dashlib import schema
from dashlib.query.near import near
from dashlib.schema import Frames

D = dt.date


def _world(*rows):
    base = {"kind": "call", "status": "happened", "confidence": 0.9, "review": "unreviewed"}
    return Frames.of(events=schema.frame("events", [base | {"event_id": f"e{n}"} | row for n, row in enumerate(rows)]))


def _order(*rows):
    world = _world(*rows)
    return near(world, world.events.iloc[0])["event_id"].tolist()


def _on(day, **more):
    return {"date_start": D(2025, 3, day), "date_end": D(2025, 3, day)} | more


def test_nearer_days_come_first():
    """Of two alike, the one nearer in time; the event itself is not among them."""
    assert _order(_on(1), _on(20), _on(3)) == ["e2", "e1"]


def test_kind_and_family_count():
    """On one day, the same kind before another of the family before the rest."""
    assert _order(_on(1), _on(1, kind="strike"), _on(1, kind="visit"), _on(1)) == ["e3", "e2", "e1"]


def test_actors_and_place_count():
    """Who it was and where outweigh a few days."""
    who = {"actors": ["A", "B"], "place": "Paris"}
    assert _order(_on(1, **who), _on(1), _on(9, **who)) == ["e2", "e1"]


def test_what_has_no_date_comes_last():
    """An event that may be at any time is no likely match."""
    assert _order(_on(1), {}, _on(28)) == ["e2", "e1"]


def test_uncertain_events_are_among_them_and_rejected_ones_are_not():
    """What the filters hide by default may be the same event; what is no event may not."""
    assert _order(_on(1), _on(1, confidence=0.1), _on(1, review="rejected")) == ["e1"]


def test_near_knows_words():
    """Words narrow the search to titles and quotes that have them all."""
    world = frames()
    event = world.events[world.events["event_id"] == "e-summit"].iloc[0]
    assert near(world, event, words="invention")["event_id"].tolist() == ["e-capture"]
