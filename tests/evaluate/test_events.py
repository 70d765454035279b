"""The event scorer: one-to-one matching, detection, fields, and what to read after it."""

import datetime as dt
import json

import pytest

from dashlib.evaluate.events import match, pairs, score
from dashlib.evaluate.names import overlap, same_name
from dashlib.evaluate.records import Labelled, from_row, read_lines
from dashlib.evaluate.report import by_entry, by_kind, false_alarms, misses

DAY = dt.date(2024, 5, 6)
STRIKE = Labelled(
    "strike", "happened", DAY, DAY, ("Russia",), ("Ukraine",), place="Odesa", quote="Russia struck Odesa", core=True
)
CALL = Labelled("call", "happened", DAY, DAY, participants=("Joe Biden", "Xi Jinping"), quote="Biden and Xi spoke")


def said(event, **change):
    """Give a prediction like an event, with changes."""
    row = {f: getattr(event, f) for f in Labelled.__dataclass_fields__}
    return Labelled(**{**row, "core": False, "rule": "a rule", **change})


def test_a_perfect_prediction_scores_one():
    """The labelled events themselves score one everywhere."""
    found = score({"a": [STRIKE, CALL]}, {"a": [said(CALL), said(STRIKE)]})
    assert (found.precision, found.recall, found.core_recall, found.strict_f1, found.place) == (1, 1, 1, 1, 1)


def test_no_prediction_scores_nothing():
    """Silence has no recall, and a precision of zero."""
    found = score({"a": [STRIKE]}, {})
    assert (found.precision, found.recall, found.predicted) == (0, 0, 0)


def test_a_near_kind_matches_but_is_not_right():
    """An attack matches a strike, and the kind counts as wrong."""
    found = score({"a": [STRIKE]}, {"a": [said(STRIKE, kind="attack")]})
    assert (found.recall, found.kind, found.strict_f1) == (1, 0, 0)


def test_a_far_kind_does_not_match():
    """A visit does not match a strike even with the same actors."""
    found = score({"a": [STRIKE]}, {"a": [said(STRIKE, kind="visit")]})
    assert (found.recall, found.precision) == (0, 0)


def test_matching_is_one_to_one():
    """Two predictions of one event give one match and one false alarm."""
    assert match([STRIKE], [said(STRIKE), said(STRIKE)]) in ({0: 0}, {0: 1})
    assert score({"a": [STRIKE]}, {"a": [said(STRIKE), said(STRIKE)]}).precision == 0.5


def test_other_actors_and_other_words_do_not_match():
    """A pair needs actors or quotes that overlap."""
    other = said(STRIKE, initiators=("Chad",), recipients=(), quote="A raid near Abéché")
    assert match([STRIKE], [other]) == {}


def test_optional_events_cost_nothing_when_missed():
    """An optional event that is missed does not lower recall."""
    assert score({"a": [CALL, from_row({"kind": "visit", "optional": True})]}, {"a": [said(CALL)]}).recall == 1


def test_dates_overlap_by_share():
    """Two days of which one is shared overlap by a half."""
    wide = said(STRIKE, date_end=DAY + dt.timedelta(days=1))
    assert score({"a": [STRIKE]}, {"a": [wide]}).date_overlap == pytest.approx(0.5)


def test_an_alternative_reading_counts():
    """A prediction is right where it agrees with either reading of an event."""
    gold = from_row({"kind": "strike", "initiators": ["Russia"], "alt": {"kind": "attack"}})
    assert score({"a": [gold]}, {"a": [Labelled("attack", initiators=("Russia",))]}).kind == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("russia", "russian armed forces", True),
        ("vladimir putin", "putin", True),
        ("north korea", "south korea", False),
        ("france", "germany", False),
    ],
)
def test_names(one, other, same):
    """Names are one where their telling words agree."""
    assert same_name(one, other) is same


def test_overlap_of_lists():
    """Half of the names on one side gives two thirds; nothing on both sides agrees."""
    assert overlap(["Kremlin", "Iran"], ["Russia"]) == pytest.approx(2 / 3)
    assert overlap([], []) == 1


def test_labelled_files_are_read_line_by_line():
    """A line holds an article's id and events; absent fields are empty."""
    line = json.dumps({"id": "x", "events": [{"kind": "visit", "date_start": "2024-05-06", "place": None}]})
    (event,) = read_lines([line, ""])["x"]
    assert (event.date_start, event.place, event.names) == (DAY, "", ())


def test_the_report_says_what_went_wrong():
    """Counts by kind and entry, misses with core events first, false alarms by confidence."""
    gold = {"a": [CALL, STRIKE]}
    alarm = Labelled("visit", initiators=("Chad",), rule="visit", confidence=0.9)
    found = list(pairs(gold, {"a": [said(CALL), alarm]}))
    assert [c.kind for c in by_kind(found)] == ["call", "visit", "strike"]
    assert [p.gold for p in misses(found)] == [STRIKE]
    assert [p.predicted for p in false_alarms(found)] == [alarm]
    assert {(c.rule, c.fired, c.right) for c in by_entry(found)} == {("a rule", 1, 1), ("visit", 1, 0)}
