"""Pairs of actors, and the balance between them."""

import datetime as dt

import pytest

from dashlib.query.pairs import between, pairs, totals

D = dt.date


@pytest.mark.parametrize(
    ("sides", "found"),
    [
        ({"initiators": ["B"], "recipients": ["A"]}, [("A", "B")]),
        ({"participants": ["C", "A", "B"]}, [("A", "B"), ("A", "C"), ("B", "C")]),
        ({"initiators": ["A", "B"], "recipients": ["C"]}, [("A", "C"), ("B", "C")]),
        ({"initiators": ["A"], "participants": ["B"]}, [("A", "B")]),
        ({"initiators": ["A"], "recipients": ["A"]}, []),
        ({"initiators": ["A"]}, []),
    ],
)
def test_pairs_are_those_who_face_each_other(events, sides, found):
    """Two that act together on a third are no pair; nobody is a pair with themselves."""
    rows = pairs(events(sides))
    assert list(zip(rows["one"], rows["other"], strict=True)) == found


def test_the_balance_weighs_cooperation_against_conflict(events):
    """PLOVER's quad classes 1 and 2 against 3 and 4."""
    kinds = ("call", "aid", "accusation", "call")
    rows = pairs(
        events(*({"kind": k, "participants": ["A", "B"], "day": D(2025, 3, n + 1)} for n, k in enumerate(kinds)))
    )
    pair = totals(rows).iloc[0]
    assert (pair["events"], pair["cooperation"], pair["conflict"], pair["balance"]) == (4, 3, 1, 0.5)
    assert (pair["kind"], pair["last"]) == ("call", D(2025, 3, 4).toordinal())


def test_the_busiest_pair_comes_first(events):
    """Then the one that met last."""
    who = [("A", "B"), ("C", "D"), ("C", "D"), ("E", "F")]
    rows = events(*({"participants": list(p), "day": D(2025, 3, n + 1)} for n, p in enumerate(who)))
    assert list(totals(pairs(rows))["one"]) == ["C", "E", "A"]


def test_a_pair_is_found_by_either_order(events):
    """The order of the names says nothing."""
    rows = pairs(events({"participants": ["A", "B"]}, {"participants": ["A", "C"]}))
    assert list(between(rows, "B", "A")["event_id"]) == list(between(rows, "A", "B")["event_id"]) == ["e0"]


def test_what_is_open_at_its_end_stands_at_its_start(events):
    """A plan without an end does not lie in the far future."""
    rows = pairs(events({"participants": ["A", "B"], "status": "planned", "date_end": None}))
    assert rows["day"].tolist() == [D(2025, 3, 1).toordinal()]


def test_no_events_no_pairs(events):
    """An empty frame is no error."""
    assert totals(pairs(events())).empty
