"""Each page of the app, without a browser."""

import json

import pytest
from tests.ui.sample import frames

from dashlib.query import Filters, select_events
from dashlib.store import Store


def _header(app):
    return app.header[0].value


def _texts(app):
    """Give everything that is written on the page, HTML too."""
    kinds = ("html", "markdown", "caption", "warning", "success", "error", "info")
    return "\n".join(str(e.value if hasattr(e, "value") else e.proto.body) for k in kinds for e in app.get(k))


def _events(seeded, **filters):
    return select_events(Store(seeded).frames(), Filters(**filters))


@pytest.mark.parametrize(
    ("page", "header"),
    [
        ("", "74 events"),
        ("summits", "7 events: summits"),
        ("calls", "16 events: calls"),
        ("offensives", "26 events: offensives, captures, strikes, clashes, withdrawals and ceasefires"),
        ("articles", "121 articles"),
        ("add_articles", "Add articles"),
    ],
)
def test_each_page_opens_and_says_what_it_shows(app, page, header):
    """A page runs without an exception and begins with the sentence."""
    opened = app(page)
    assert not opened.exception
    assert _header(opened) == header


def test_the_address_sets_the_filters(app, seeded):
    """Parameters of the address filter the page and stand in the widgets."""
    opened = app(kind="Call", who=["Vladimir Putin", "Donald Trump"], together="Pair")
    found = _events(seeded, kinds=("call",), actors=("Vladimir Putin", "Donald Trump"), actor_mode="pair")
    assert _header(opened) == f"{len(found)} events: calls between Vladimir Putin and Donald Trump"
    assert opened.multiselect(key="kind").value == ["call"]


def test_a_choice_filters_the_page(app):
    """What is chosen in the bar filters the page."""
    opened = app()
    opened.multiselect(key="who").set_value(["Vladimir Putin"]).run()
    assert _header(opened) == "13 events: with Vladimir Putin"


def test_filters_stay_across_pages_and_kinds_return(app):
    """Actors hold on every page; the kinds that a page fixes come back on the next."""
    opened = app(kind="Strike")
    opened.multiselect(key="who").set_value(["Russia"]).run()
    opened.switch_page("pages/offensives.py").run()
    assert "withdrawals and ceasefires with Russia" in _header(opened)
    opened.switch_page("pages/timeline.py").run()
    assert _header(opened) == "6 events: strikes with Russia"


def test_reset_shows_everything_again(app):
    """One button takes all filters away."""
    opened = app(kind="Call", words="phone", reports="2", sure="60", **{"from": "2025-02-01"})
    next(b for b in opened.button if b.label == "Reset").click().run()
    assert _header(opened) == "74 events"
    assert opened.query_params == {}


def test_floors_of_an_address_are_kept_as_they_are(app, seeded):
    """Any confidence and any number of sources in an address holds, and stands in the sliders."""
    opened = app(reports="2", sure="65")
    found = _events(seeded, min_sources=2, min_confidence=0.65)
    assert _header(opened) == f"{len(found)} events: at least 2 independent sources, confidence of 65% or more"
    assert [s.value for s in opened.slider] == [2, 65]


def test_markup_in_words_is_shown_as_it_is(app):
    """What is sought stands in the sentence as it was typed."""
    assert r"\*a\*" in _header(app(words="*a*"))


def test_dates_that_cross_are_explained(app):
    """A range that ends before it begins gets a sentence, and everything is shown."""
    opened = app(**{"from": "2025-05-01", "to": "2025-02-01"})
    assert not opened.exception
    assert "swap them" in opened.error[0].value


def test_nothing_matching_says_what_to_do(app):
    """An empty result points to the filters."""
    opened = app(words="zebra")
    assert _header(opened) == "0 events: mentioning “zebra”"
    assert "Nothing matches these filters" in _texts(opened)


def test_a_linked_event_shows_its_evidence(app, seeded):
    """The panel has who, when with the phrase, where, who says so, the disagreement and every quote with its marks."""
    event = _events(seeded, words="invention").iloc[0]
    text = _texts(app(event=event["event_id"]))
    for words in (
        event["title"], "21 Aug 2025", "counted from the day of publication", "Kupiansk, Kharkiv Oblast, Ukraine",
        "Russia and Ukraine", "Reported by 2 independent sources", "whether it happened",
        "happened · Delta Wire", "denied · Harbour Herald", "2 reports", 'data-field="trigger"', ">seized</mark>",
    ):  # fmt: skip
        assert words in text, words


def test_an_event_outside_the_filters_says_so(app, seeded):
    """A link to an event works whatever the filters are."""
    event = _events(seeded, words="invention").iloc[0]
    assert "lies outside the filters" in _texts(app(event=event["event_id"], kind="Call"))


def test_an_unknown_event_leaves_the_page_whole(app):
    """A link to an event that never was shows the page."""
    opened = app(event="nothing")
    assert not opened.exception
    assert _header(opened) == "74 events"


def test_steps_lead_to_the_neighbours_and_out(app, seeded):
    """Newer and older go through the events in view; close ends it."""
    ids = _events(seeded)["event_id"].tolist()
    opened = app(event=ids[3])
    opened.button(key="step Older").click().run()
    assert opened.query_params["event"] == ids[4]
    opened.button(key="step Newer").click().run()
    assert opened.query_params["event"] == ids[3]
    opened.button(key="close evidence").click().run()
    assert "event" not in opened.query_params


def test_an_article_is_shown_with_its_marks(app):
    """The reader marks what was found and lists the events."""
    text = _texts(app("articles", article="a-delta-0821"))
    assert "Delta Wire · 21 Aug 2025" in text
    assert ">Russian troops</mark> have <mark" in text


def test_articles_follow_the_filters(app):
    """With filters set, the articles are those behind the events shown."""
    opened = app("articles")
    opened.text_input(key="words").set_value("invention").run()
    assert _header(opened) == "2 articles behind 1 event: mentioning “invention”"


@pytest.mark.parametrize("page", ["timeline", "calls", "articles"])
def test_a_new_store_says_how_to_begin(app, monkeypatch, tmp_path, page):
    """Without a store every page that needs one says what to do, and creates nothing."""
    opened = app()
    monkeypatch.setenv("DASHLIB_STORE", str(tmp_path / "none"))
    opened.switch_page(f"pages/{page}.py").run()
    assert not opened.exception
    assert _header(opened) == "No events yet"
    assert opened.get("page_link")[0].proto.label == "Drop files or paste a text"
    assert not (tmp_path / "none").exists()


def test_a_damaged_store_is_explained(app, monkeypatch, tmp_path):
    """What the store says is shown as a sentence, not as a trace."""
    (tmp_path / "catalog" / "_delta_log").mkdir(parents=True)
    (tmp_path / "catalog" / "_delta_log" / f"{0:020}.json").write_text("not json")
    opened = app()
    monkeypatch.setenv("DASHLIB_STORE", str(tmp_path))
    opened.run()
    assert not opened.exception
    assert len(opened.error) == 1


def test_the_sample_merges_into_its_events(seeded):
    """The store's own merging finds the events that the sample was written with."""
    assert len(Store(seeded).frames().events) == len(frames().events)


def _labels(app):
    """Give the labels of the first chart's lanes."""
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    return [" ".join(text.replace("<br>", " ").split()) for text in spec["layout"]["yaxis"]["ticktext"]]


def test_lanes_are_chosen(app):
    """A link to the lanes of actors shows them; so does the choice."""
    assert "Vladimir Putin" in _labels(app(lanes="Actor"))
    opened = app()
    assert "Call" in _labels(opened)
    opened.segmented_control(key="lanes").set_value("Place").run()
    assert _labels(opened)[-1] == "Place not said"


@pytest.mark.parametrize("page", ["", "summits", "calls", "offensives"])
def test_every_page_of_events_has_the_strip_of_days(app, page):
    """Under each chart stands the strip, with all days whatever days are asked for."""
    opened = app(page)
    wide, narrow = opened.get("plotly_chart")[-1], app(page, **{"from": "2025-08-01"}).get("plotly_chart")[-1]
    assert "From and To in the filters" in wide.proto.alt
    bars, fewer = (json.loads(c.proto.spec)["data"][0]["hovertext"] for c in (wide, narrow))
    assert bars == fewer


def test_the_dates_are_cleared_at_the_strip(app):
    """One button takes both dates away; without dates it waits."""
    opened = app(**{"from": "2025-08-01", "to": "2025-08-31"})
    opened.button(key="clear dates").click().run()
    assert _header(opened) == "74 events"
    assert opened.query_params == {}
    assert opened.button(key="clear dates").disabled


def _progress(app):
    return app.get("progress")[0].proto.text


def test_play_shows_a_window_that_steps_and_can_be_kept(app):
    """The window begins with the days shown; later moves on; keeping it sets the dates; stop shows all again."""
    opened = app(**{"from": "2025-02-01", "to": "2025-08-31"})
    opened.button(key="play").click().run()
    assert _progress(opened).startswith("1 Feb – 2 Mar 2025: ")
    opened.button(key="play Pause").click().run()
    opened.button(key="play Later").click().run()
    assert _progress(opened).startswith("8 Feb – 9 Mar 2025: ")
    opened.button(key="play Earlier").click().run()
    opened.segmented_control(key="pace").set_value("Week").run()
    assert _progress(opened).startswith("1–7 Feb 2025: ")
    opened.button(key="play Keep these days").click().run()
    assert "1–7 Feb 2025" in _header(opened)
    opened.button(key="play").click().run()
    opened.button(key="play Stop").click().run()
    assert not opened.get("progress")


def test_the_lanes_stand_still_while_the_window_moves(app):
    """All lanes of the whole time are there, whichever have events in the window, and the chart keeps its height."""
    opened = app(**{"from": "2025-02-01", "to": "2025-08-31"})
    lanes = _labels(opened)
    opened.button(key="play").click().run()
    first = json.loads(opened.get("plotly_chart")[0].proto.spec)["layout"]
    opened.button(key="play Later").click().run()
    second = json.loads(opened.get("plotly_chart")[0].proto.spec)["layout"]
    assert _labels(opened) == lanes
    assert first["height"] == second["height"]
    assert first["xaxis"]["range"] != second["xaxis"]["range"]


def test_another_page_does_not_play_on(app):
    """A window belongs to the page that it was started on."""
    opened = app()
    opened.button(key="play").click().run()
    opened.switch_page("pages/calls.py").run()
    assert not opened.get("progress")


def test_stepping_begins_with_the_newest(app, seeded):
    """Without an event in focus, one button opens the newest."""
    opened = app()
    opened.button(key="step through").click().run()
    assert opened.query_params["event"] == _events(seeded)["event_id"].iloc[0]


def test_the_quote_opens_the_article_at_its_sentence(app, seeded):
    """The reader sets the sentence of a mention apart."""
    rows = Store(seeded).frames().mentions
    row = rows[rows["quote"].str.contains("invention")].iloc[0]
    text = _texts(app("articles", article=row["article_id"], mention=row["mention_id"]))
    assert 'id="the-sentence"' in text
    assert 'id="the-sentence"' not in _texts(app("articles", article=row["article_id"]))
