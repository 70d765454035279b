"""What an analyst says in the evidence panel: it is written to the log, holds at once, and outlives new articles."""

import datetime as dt
from unittest.mock import patch

import pytest
import streamlit as st
from tests.ui.seed import _parsed, seed

from dashlib.articles.model import from_mapping
from dashlib.corrections import correction
from dashlib.query import Filters, select_events
from dashlib.store import Store
from dashlib.ui import reviewing


@pytest.fixture
def store(tmp_path, monkeypatch):
    """Give a store with the sample that the app of this test writes to."""
    return seed(tmp_path / "store")


@pytest.fixture
def open_event(app, store, monkeypatch):
    """Give a function that opens the app over this test's store at an event."""

    def opened(event_id):
        monkeypatch.setenv("DASHLIB_STORE", str(store.path))
        st.cache_resource.clear()
        return app(event=event_id)

    return opened


def _of(path, **filters):
    return select_events(Store(path).frames(), Filters(**filters))


def _mentions(path, event_id):
    rows = Store(path).frames().mentions
    return rows.loc[rows["event_id"] == event_id, "mention_id"].tolist()


def _captions(app):
    return "\n".join(c.value for c in app.caption)


def _reingested(store):
    """Read everything anew into events, and one article that was not there."""
    row = {"text": "The weather was fine.", "title": "Weather", "source": "Desk W"}
    with patch("dashlib.store.ingesting.parse_articles", _parsed):
        store.ingest([from_mapping(row)])
    store.consolidate(again=True)
    return Store(store.path)


def test_confirm_is_written_and_shown(open_event, store):
    """The button writes a row, the badge says so, and a second click is not offered."""
    event_id = _of(store.path, words="invention")["event_id"].iloc[0]
    opened = open_event(event_id)
    opened.button(key="confirm event").click().run()
    assert Store(store.path).corrections()["action"].tolist() == ["confirm"]
    assert opened.button(key="confirm event").disabled
    assert "Last correction: Confirmed “" in _captions(opened)
    assert "Confirmed" in "\n".join(m.value for m in opened.markdown)


def test_reject_hides_the_event_until_it_is_undone(open_event, store):
    """What is rejected is counted no more; its panel stays, with the way back."""
    event_id = _of(store.path, words="invention")["event_id"].iloc[0]
    opened = open_event(event_id)
    opened.button(key="reject event").click().run()
    assert opened.header[0].value == "73 events"
    assert "lies outside the filters" in _captions(opened)
    opened.button(key="undo correction").click().run()
    assert opened.header[0].value == "74 events"
    assert not [b for b in opened.button if b.key == "undo correction"]


def test_reports_are_split_off_and_stay_apart(open_event, store):
    """These are two events: one more at once, and after everything is clustered anew; undone, they are one again."""
    events = _of(store.path)
    event = events[events["mentions"] == 3].iloc[0]
    ids = _mentions(store.path, event["event_id"])
    opened = open_event(event["event_id"])
    assert opened.button(key="split event").disabled
    opened.checkbox(key=f"leaves {ids[0]}").check().run()
    assert opened.button(key="split event").label == "Split off 1 report"
    opened.button(key="split event").click().run()
    assert not opened.exception
    assert opened.header[0].value == "75 events"
    assert "Split 1 report off “" in _captions(opened)
    later = _reingested(store).frames().mentions.set_index("mention_id")["event_id"]
    assert later[ids[0]] != later[ids[1]] == later[ids[2]]
    opened.button(key="undo correction").click().run()
    assert opened.header[0].value == "74 events"


def test_not_every_report_can_leave(open_event, store):
    """The button waits until at least one stays."""
    events = _of(store.path)
    event = events[events["mentions"] == 2].iloc[0]
    opened = open_event(event["event_id"])
    for mention in _mentions(store.path, event["event_id"]):
        opened.checkbox(key=f"leaves {mention}").check()
    opened.run()
    assert opened.button(key="split event").disabled
    assert "At least one report must stay" in _captions(opened)


def test_an_event_of_one_report_cannot_be_split(open_event, store):
    """Where there is nothing to split, it is not offered."""
    events = _of(store.path)
    opened = open_event(events.loc[events["mentions"] == 1, "event_id"].iloc[0])
    assert not [b for b in opened.button if b.key == "split event"]
    assert opened.button(key="merge events").disabled


def test_two_events_become_one_and_stay_one(open_event, store):
    """Same event as …: found by its words, one fewer at once and after everything is clustered anew; both ids are found."""
    calls = _of(store.path, kinds=("call",))
    one, other = calls["event_id"].iloc[0], _of(store.path, words="invention")["event_id"].iloc[0]
    opened = open_event(one)
    opened.text_input(key="same as words").set_value("invention").run()
    assert opened.selectbox(key="same as").options
    opened.selectbox(key="same as").set_value(other).run()
    opened.button(key="merge events").click().run()
    assert not opened.exception
    assert opened.header[0].value == "73 events"
    later = _reingested(store).frames()
    aliases = dict(zip(later.aliases["alias"], later.aliases["event_id"], strict=True))
    assert aliases.get(one, one) == aliases.get(other, other)
    assert opened.query_params["event"] == aliases.get(one, one)


def test_words_that_nothing_has_are_said(open_event, store):
    """A search for the same event that finds none says so."""
    opened = open_event(_of(store.path)["event_id"].iloc[0])
    opened.text_input(key="same as words").set_value("zebra").run()
    assert "No event has these words" in _captions(opened)


@pytest.mark.parametrize(
    ("action", "said", "words"),
    [
        ("confirm", {}, "Confirmed “A call”"),
        ("reject", {}, "Rejected “A call”"),
        ("edit", {"field": "date_start", "value": "2025-03-01"}, "Changed date start of “A call”"),
        ("split", {"mention_ids": ["m1"], "value": "m2"}, "Split 1 report off “A call”"),
        ("merge", {"mention_ids": ["m1", "m2"]}, "Made 2 reports one event, “A call”"),
    ],
)
def test_each_correction_has_words(action, said, words):
    """What was done last is said in a sentence, with its day."""
    row = correction(action, event_id="e1", time=dt.datetime(2025, 3, 2, 12, tzinfo=dt.UTC), **said)
    assert reviewing.in_words(row, "A call").startswith(f"{words}, 2 Mar 2025, ")
