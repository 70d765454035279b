"""The filter bar: what it asks, what stands behind each choice, what it keeps, and that it survives any address."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashlib.errors import DashlibError, StoreError
from dashlib.query import Filters, select_events
from dashlib.query.filters import PARAMS
from dashlib.store import Store, notes
from dashlib.types import Period, SavedView
from dashlib.ui import data, fields, filterbar, periods

D = dt.date
TODAY = D(2026, 11, 24)


def _header(app):
    return app.header[0].value


def _said(app):
    return "\n".join(e.value for kind in ("caption", "error", "markdown") for e in app.get(kind))


def _labels(app, kind, key):
    widget = getattr(app, kind)(key=key) if kind == "multiselect" else app.button_group(key=key)
    return list(widget.options)


def _type(app, phrase):
    """Type dates into the bar; what is typed becomes one of the choices, as in the browser."""
    box = app.selectbox(key="when")
    box.options += [phrase, phrase[:1].upper() + phrase[1:]]
    box.set_value(phrase).run()


def _count(seeded, **filters):
    return len(select_events(Store(seeded).frames(), Filters(**filters)))


def test_each_choice_has_its_count(app, seeded):
    """Behind a choice stands how many events it would show under the other filters, the largest first."""
    opened = app(where="Ukraine", kind="Strike")
    strikes = _count(seeded, places=("Ukraine",), kinds=("strike",))
    labels = _labels(opened, "multiselect", "kind")
    assert f"Strike\u2002{strikes}" in labels
    counts = [int(label.rsplit("\u2002")[1]) for label in labels]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == _count(seeded, places=("Ukraine",))
    assert f"Russia\u2002{_count(seeded, places=('Ukraine',), kinds=('strike',), actors=('Russia',))}" in _labels(
        opened, "multiselect", "who"
    )


def test_a_choice_stays_when_its_count_changes(app):
    """What is chosen holds while other filters change the label that it is known by."""
    opened = app()
    opened.multiselect(key="who").set_value(["Vladimir Putin"]).run()
    before = opened.multiselect(key="who").value
    opened.multiselect(key="kind").set_value(["call"]).run()
    assert opened.multiselect(key="who").value == before == ["Vladimir Putin"]
    assert _header(opened) == "10 events: calls with Vladimir Putin"
    opened.multiselect(key="who").set_value(["Vladimir Putin", "Donald Trump"]).run()
    assert opened.query_params["who"] == ["Vladimir Putin", "Donald Trump"]


def test_an_actor_that_no_event_has_stays_in_sight(app):
    """A link to somebody unknown shows no events and says why, rather than all events."""
    opened = app(who="Nobody Atall")
    assert _header(opened) == "0 events: with Nobody Atall"
    assert opened.multiselect(key="who").value == ["Nobody Atall"]
    assert "Nobody Atall\u20020" in _labels(opened, "multiselect", "who")


def test_dates_are_taken_in_words(app):
    """Typed dates filter, stand in the address as typed, and are said back; the day fields show them."""
    opened = app()
    _type(opened, "1 jan to 15 aug 2025")
    assert _header(opened).endswith("events: 1 Jan – 15 Aug 2025")
    assert "Read as 1 Jan – 15 Aug 2025" in _said(opened)
    assert opened.query_params == {"when": "1 jan to 15 aug 2025"}
    assert opened.date_input(key="from").value == D(2025, 1, 1)


def test_presets_count_from_today(app):
    """A preset says its days beside its name."""
    opened = app(when="last 30 days")
    assert re.match(r"\d+ events?: last 30 days \(\d+", _header(opened))
    assert opened.selectbox(key="when").options[1] == "Last 30 days"
    opened.selectbox(key="when").set_value("everything").run()
    assert _header(opened) == "74 events"
    assert opened.query_params == {}


def test_words_and_days_take_turns(app):
    """A day that is chosen takes the place of the words, and the words that of the days."""
    opened = app(when="2025")
    opened.date_input(key="from").set_value(D(2025, 3, 1)).run()
    assert opened.query_params == {"from": "2025-03-01", "to": "2025-12-31"}
    _type(opened, "Q1 2025")
    assert opened.query_params == {"when": "Q1 2025"}
    opened.selectbox(key="when").set_value(None).run()
    assert opened.query_params == {}


def test_the_strip_clears_dates_in_words_too(app):
    """The days below the chart and the words in the bar are one filter."""
    opened = app(when="2025")
    opened.button(key="clear dates").click().run()
    assert _header(opened) == "74 events"
    assert opened.query_params == {}


def test_what_is_no_date_is_explained(app):
    """The other filters hold, and the reader is told what cannot be read."""
    opened = app(kind="Call")
    _type(opened, "when pigs fly")
    assert not opened.exception
    assert _header(opened) == "16 events: calls"
    assert "pigs fly” cannot be read as a date" in opened.error[0].value
    assert opened.query_params == {"kind": "Call"}


def test_who_did_it_to_whom(app, seeded):
    """The two sides of an act are asked for apart."""
    opened = app()
    opened.multiselect(key="by").set_value(["Russia"]).run()
    opened.multiselect(key="whom").set_value(["Ukraine"]).run()
    found = _count(seeded, initiators=("Russia",), recipients=("Ukraine",))
    assert found
    assert _header(opened) == f"{found} events: by Russia directed at Ukraine"


def test_uncertain_events_are_hidden_until_asked_for(app, own, monkeypatch):
    """The bar says how many are out of sight, shows them on a click, and hides them again."""
    frames = own.frames()
    doubtful = frames.events.copy()
    doubtful.loc[doubtful.index[:3], "confidence"] = 0.3
    monkeypatch.setattr(Store, "frames", lambda _: type(frames).of(events=doubtful, mentions=frames.mentions))
    opened = app()
    assert _header(opened) == "71 events"
    assert "3 uncertain events hidden" in _said(opened)
    opened.button(key="uncertain").click().run()
    assert _header(opened) == "74 events: uncertain ones too"
    assert opened.query_params == {"sure": "0"}
    opened.button(key="uncertain").click().run()
    assert _header(opened) == "71 events"
    assert opened.query_params == {}


def test_a_view_is_saved_opened_renamed_and_deleted(app, own):
    """A view has its page and its filters; opening it from another page leads there."""
    opened = app(who="Vladimir Putin", when="2025")
    opened.text_input(key="name of the view").set_value("Putin in 2025").run()
    opened.button(key="save view").click().run()
    assert notes.views(own) == (SavedView("Putin in 2025", "Timeline", "when=2025&who=Vladimir+Putin"),)
    sentence = _header(opened)
    opened.switch_page("pages/calls.py").run()
    next(b for b in opened.button if b.label == "Reset").click().run()
    assert _header(opened) == "16 events: calls"
    opened.button(key="open Putin in 2025").click().run()
    assert _header(opened) == sentence
    assert opened.query_params == {"who": "Vladimir Putin", "when": "2025"}
    opened.button(key="delete Putin in 2025").click().run()
    assert notes.views(own) == ()


def test_a_view_without_a_name_is_named_by_what_it_shows(app, own):
    """Nobody has to think of a name."""
    opened = app(kind="Call", who="Vladimir Putin")
    opened.button(key="save view").click().run()
    assert [v.name for v in notes.views(own)] == ["Calls with Vladimir Putin"]


def test_a_view_of_before_that_cannot_be_read_is_explained(app, own):
    """A view that holds what no filter takes any more opens nothing and breaks nothing."""
    notes.save_view(own, SavedView("old", "Timeline", "kind=picnic"))
    opened = app()
    opened.button(key="open old").click().run()
    assert not opened.exception
    assert _header(opened) == "74 events"
    assert "picnic" in opened.toast[0].value


def test_a_note_that_cannot_be_kept_is_explained(app, own, monkeypatch):
    """Where the store refuses, the reader gets a sentence, and what was typed stays."""
    opened = app(kind="Call")
    monkeypatch.setattr(notes, "_add", _refuse)
    opened.text_input(key="name of the view").set_value("Calls").run()
    opened.button(key="save view").click().run()
    assert not opened.exception
    assert "busy" in opened.toast[0].value
    assert opened.text_input(key="name of the view").value == "Calls"


def _refuse(*_, **__):
    raise StoreError("other writers keep the store busy; try again")


def test_named_periods_are_kept_and_gone_to(app, own):
    """A period reaches the charts, and a click on its name makes its days the filter."""
    period = Period("Winter talks", D(2025, 1, 1), D(2025, 2, 1))
    notes.save_period(own, period)
    opened = app(when="2025")
    assert data.notes().periods == (period,)
    opened.button(key="period Winter talks").click().run()
    assert opened.query_params == {"from": "2025-01-01", "to": "2025-02-01"}
    notes.remove_period(own, period.name)
    assert data.notes().periods == ()


def test_a_period_is_made_of_what_is_typed():
    """Days in words, a colour only where one was chosen."""
    assert periods.made("Talks", "Q1 2025", "#8a8f98", TODAY) == Period("Talks", D(2025, 1, 1), D(2025, 3, 31))
    assert periods.made("Talks", "2025", "#ff0000", TODAY).colour == "#ff0000"
    for days, says in (("since May", "its first and its last day"), ("soon", "cannot be read")):
        with pytest.raises(DashlibError, match=says):
            periods.made("Talks", days, "#8a8f98", TODAY)


_text = st.text(max_size=12)


@given(st.dictionaries(st.sampled_from(list(PARAMS.values())), st.lists(_text, min_size=1, max_size=3)))
def test_any_address_gives_filters(params):
    """What can be read holds, what cannot is named, and what is kept is read back as it was."""
    found, complaints = filterbar.readable(params)
    assert complaints.keys() <= params.keys()
    assert all(complaints.values())
    assert filterbar.readable(found.to_params()) == (found, {})


@given(_text.filter(lambda name: "\u2002" not in name), st.integers(0, 10**6))
def test_a_count_comes_off_its_label(name, number):
    """A name is what it was before the count was put behind it."""
    assert fields.uncounted(f"{name}\u2002{number:,}") == name
    assert fields.uncounted(name) == name
