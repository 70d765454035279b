"""The Overview, without a browser."""

import datetime as dt
import re
import shutil

import pytest
from tests.ui.sample import TODAY

from dashlib.query import Filters, select_events
from dashlib.query.changes import changes
from dashlib.query.period import compared, happening, that_period
from dashlib.query.planned import ahead, passed
from dashlib.store import Store, notes
from dashlib.types import Watch
from dashlib.ui import state, visits

_AUGUST = {"from": "2025-08-01", "to": "2025-08-31"}


@pytest.fixture(autouse=True)
def _that_day(monkeypatch):
    """Let it be the day of the sample, on which news have not stopped."""
    monkeypatch.setattr(state, "today", lambda: TODAY)


@pytest.fixture
def own(app, seeded, monkeypatch, tmp_path):
    """Give a store of one's own with the sample, which the app reads."""
    shutil.copytree(seeded, tmp_path / "own")
    monkeypatch.setenv("DASHLIB_STORE", str(tmp_path / "own"))
    return Store(tmp_path / "own")


def _captions(opened):
    return "\n".join(c.value for c in opened.caption)


def _on(opened, tab):
    opened.session_state["tabs Overview"] = tab
    return opened.run()


def _title(opened):
    """Give the heading of the evidence panel."""
    return next(re.search(r"<h3[^>]*>(.*?)</h3>", h.proto.body)[1] for h in opened.get("html") if "<h3" in h.proto.body)


def _last_frame(opened):
    return opened.dataframe[-1].value


def test_without_dates_it_is_about_the_last_four_weeks(app, seeded):
    """The sentence says the days and counts what the timeline would show for them."""
    opened = app("overview")
    found = select_events(Store(seeded).frames(), Filters(since=dt.date(2025, 8, 5), until=TODAY))
    assert not opened.exception
    assert opened.header[0].value == f"{len(found)} events: 5 Aug – 1 Sep 2025"
    assert "The last four weeks, to 1 Sep 2025. Set dates in the filters" in _captions(opened)


def test_where_news_have_stopped_the_newest_article_stands_for_today(app, monkeypatch):
    """And the page says so."""
    monkeypatch.setattr(state, "today", lambda: dt.date(2026, 7, 1))
    assert "to 2 Nov 2025, the day of the newest article." in _captions(app("overview"))


def test_the_dates_of_the_filter_are_the_period(app):
    """They are what is compared."""
    opened = app("overview", **_AUGUST)
    assert "Aug 2025" in opened.header[0].value
    assert "The days of the filter: 1–31 Aug 2025." in _captions(opened)
    assert "Before: 1–31 Jul 2025" in _captions(opened)


def test_families_say_how_many_and_how_much_more_than_before(app, seeded):
    """The same numbers as the events of the two periods."""
    opened = app("overview", **_AUGUST)
    frames = Store(seeded).frames()
    events = happening(frames.events, Filters())
    period = that_period(Filters.from_params(_AUGUST), TODAY)
    ranges = compared(period, frames.articles)
    rows = changes(events, frames.articles, ranges).query("kind == ''").set_index("family")
    assert [m.value for m in opened.metric] == [f"{rows['now'].get(m.label, 0):,.0f}" for m in opened.metric]
    war = next(m for m in opened.metric if m.label == "War")
    assert war.delta == f"{rows.loc['War', 'now'] - rows.loc['War', 'before']:+,.0f}"


def test_the_table_compares_with_the_period_before_and_with_what_is_usual(app):
    """Also per 100 articles; four weeks stand apart only where the period is not of four weeks itself."""
    table = app("overview", **_AUGUST).dataframe[0].value
    assert list(table.columns) == [
        "Kind", "Now", "Before", "Change", "4 weeks", "52 weeks", "Now /100", "Before /100", "4 weeks /100", "52 weeks /100",
    ]  # fmt: skip
    assert (table["Change"] == table["Now"] - table["Before"]).all()
    assert "4 weeks" not in app("overview").dataframe[0].value.columns


def test_each_chart_can_be_chosen(app):
    """In place of the table, with the numbers beneath it."""
    for name in ("Over time", "By kind", "Kinds by time", "Calendar", "Who with whom"):
        opened = app("overview", **_AUGUST)
        opened.selectbox(key="overview numbers").set_value(name).run()
        assert not opened.exception
        assert opened.get("plotly_chart")
        assert opened.expander[0].label == "The numbers as a table"


def test_plans_ahead_have_days_to_go(app, seeded):
    """The next first, with what the query gives."""
    table = _last_frame(_on(app("overview"), "Ahead"))
    found = ahead(select_events(Store(seeded).frames(), Filters()), TODAY)
    assert len(found) > 1
    assert table["Event"].tolist() == found["title"].tolist()
    assert table["Days"].tolist() == found["days_to_go"].tolist()


def test_plans_that_passed_without_a_report_are_unconfirmed(app, seeded):
    """With how long ago they were due."""
    opened = _on(app("overview"), "Unconfirmed")
    found = passed(select_events(Store(seeded).frames(), Filters()), TODAY)
    assert _last_frame(opened)["Event"].tolist() == found.events["title"].tolist()
    assert _last_frame(opened)["Due"].str.endswith("ago").all()
    assert "without a report that it took place" in _captions(opened)


def test_the_first_visit_has_nothing_since_the_last(app, own):
    """It says what will stand here."""
    assert "This is your first visit" in _captions(_on(app("overview"), "Since your last visit"))


def test_what_came_in_since_the_last_visit_is_listed(app, own):
    """A visit before the articles came makes all of their events new; a later one none."""
    notes.visited(own, dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
    opened = _on(app("overview"), "Since your last visit")
    events = select_events(own.frames(), Filters())
    assert f"{len(events)} new events" in _captions(opened)
    assert len(_last_frame(opened)) == len(events)


def test_nothing_new_is_said(app, own, monkeypatch):
    """Where everything came before the last visit."""
    later = dt.datetime(2125, 1, 1, tzinfo=dt.UTC)
    notes.visited(own, later)
    monkeypatch.setattr(visits, "_now", lambda: later + dt.timedelta(days=1))
    assert "Nothing came in since your last visit" in _captions(_on(app("overview"), "Since your last visit"))


def test_looking_is_noted_once(app, own):
    """A rerun a moment later is the same visit."""
    app("overview").run()
    assert len(notes.notes(own).visits) == 1


def test_the_watch_list_says_what_is_new(app, own):
    """An entry, with the number of its events in the period; it can be taken off."""
    notes.watch(own, Watch.pair("Donald Trump", "Vladimir Putin"))
    opened = _on(app("overview", **_AUGUST), "Watch list")
    found = select_events(
        own.frames(), Filters.from_params(_AUGUST | {"who": ["Donald Trump", "Vladimir Putin"], "together": "pair"})
    )
    assert any(f"**Donald Trump and Vladimir Putin** · {len(found)} event" in m.value for m in opened.markdown)
    next(b for b in opened.button if b.label == "Stop watching").click().run()
    assert notes.watched(own) == ()
    assert "Nothing is watched yet" in _captions(opened)


def test_an_actor_is_put_on_the_watch_list(app, own):
    """By choosing the name; without one the button is off."""
    opened = _on(app("overview"), "Watch list")
    assert opened.button(key="watch add").disabled
    opened.selectbox(key="watch one actor").set_value("Russia").run()
    opened.button(key="watch add").click().run()
    assert notes.watched(own) == (Watch.actor("Russia"),)


def test_an_event_of_the_watch_list_opens_its_evidence(app, own):
    """The panel stands beside the page."""
    notes.watch(own, Watch.actor("Vladimir Putin"))
    opened = _on(app("overview", **_AUGUST), "Watch list")
    button = next(b for b in opened.button if b.key and b.key.startswith("watch Vladimir Putin"))
    button.click().run()
    assert button.label.startswith(_title(opened))


def test_nothing_matching_says_what_to_do(app):
    """An empty result points to the filters."""
    opened = app("overview", words="zebra")
    assert not opened.exception
    assert any("Nothing matches these filters" in m.value for m in opened.markdown)


def test_a_period_without_events_still_compares(app):
    """Other days hold events: the numbers stand, the list says what to do."""
    opened = app("overview", **{"from": "2025-10-20", "to": "2025-10-21"})
    assert not opened.exception
    assert "Set wider dates" in _captions(opened)
