"""Reliability: stated confidence against what was found right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashlib.evaluate.events import Pair
from dashlib.evaluate.records import Labelled
from dashlib.evaluate.reliability import judged, reliability

ROWS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60)


def test_perfect_confidence_has_no_error():
    """Certain and right, impossible and wrong: no gap and no squared error."""
    found = reliability([(1.0, True), (0.0, False)])
    assert (found.error, found.brier) == (0.0, 0.0)


def test_overconfidence_shows_in_its_bin():
    """Four mentions at 0.9 of which two stand: the bin says 0.9 against 0.5."""
    (only,) = reliability([(0.9, True), (0.9, False)] * 2).bins
    assert (only.size, only.stated, only.found) == (4, pytest.approx(0.9), 0.5)


def test_no_rows_give_no_curve():
    """Nothing judged, nothing claimed."""
    assert reliability([]) == ((), 0.0, 0.0)


@settings(deadline=None)
@given(ROWS)
def test_every_row_is_in_one_bin(rows):
    """The bins share out all rows, the last bin holds a confidence of 1."""
    assert sum(b.size for b in reliability(rows).bins) == len(rows)


def test_judged_takes_predicted_events():
    """A predicted event is right where it has a labelled partner; a missed one says nothing of confidence."""
    event = Labelled(kind="strike", confidence=0.7)
    pairs = [Pair("a", event, event), Pair("a", None, event), Pair("a", event, None)]
    assert list(judged(pairs)) == [(0.7, True), (0.7, False)]
