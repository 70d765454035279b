"""The profile of one actor."""

import datetime as dt

from dashlib import schema
from dashlib.codebook.offices import persons
from dashlib.query.profile import counterparts, kinds_by_status, profile, with_actor

D = dt.date


def _world(events):
    return events(
        {"initiators": ["A"], "recipients": ["B"], "kind": "aid", "day": D(2025, 3, 1)},
        {"initiators": ["B"], "recipients": ["A"], "kind": "accusation", "day": D(2025, 3, 5)},
        {"participants": ["A", "B"], "day": D(2025, 3, 3)},
        {"participants": ["B", "C"], "day": D(2025, 4, 1)},
        {"initiators": ["A"], "recipients": ["C"], "status": "planned", "date_start": D(2025, 5, 1), "date_end": None},
    )


def test_a_profile_counts_the_parts_an_actor_takes(events):
    """As initiator, as recipient, on an equal footing; the first and the last day that are known."""
    actors = schema.frame(
        "actors", [{"actor_id": "a", "name": "A", "type": "state", "country": "FRA", "sector": "GOV"}]
    )
    found = profile("A", _world(events), actors)
    assert (found.events, found.initiated, found.received, found.shared) == (4, 2, 1, 1)
    assert (found.first, found.last, found.code, found.type) == (D(2025, 3, 1), D(2025, 3, 5), "FRA GOV", "state")


def test_offices_come_with_their_days_the_latest_first(events):
    """They are the codebook's."""
    name = next(n for n, p in persons().items() if len(p.offices) > 1)
    starts = [o.start for o in profile(name, events(), schema.empty("actors")).offices]
    assert len(starts) > 1
    assert starts == sorted(starts, reverse=True)


def test_an_unknown_actor_has_a_profile_too(events):
    """What is not known is empty, and no day is made up."""
    found = profile("Nobody", events(), schema.empty("actors"))
    assert (found.events, found.first, found.last, found.type, found.code, found.offices) == (0, None, None, "", "", ())


def test_counterparts_say_who_did_it(events):
    """Acts on the other, acts of the other, and what they did together add up."""
    found = counterparts("A", _world(events)).set_index("actor")
    assert found.loc["B", ["events", "as_initiator", "as_recipient", "together"]].tolist() == [3, 1, 1, 1]
    assert found.loc["C", ["events", "as_initiator", "as_recipient", "together"]].tolist() == [1, 1, 0, 0]
    assert list(found.index) == ["B", "C"]


def test_kinds_stand_by_status(events):
    """The most frequent kind first, and all of them in the last column."""
    found = kinds_by_status(with_actor(_world(events), "A"))
    assert found.index.tolist()[0] == "call"
    assert found.loc["call"].to_dict() == {"happened": 1, "planned": 1, "all": 2}


def test_no_events_make_an_empty_table(events):
    """An empty frame is no error."""
    assert kinds_by_status(events()).empty
    assert counterparts("A", events()).empty
