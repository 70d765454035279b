"""The Actors page, without a browser."""

import pytest

from dashlib.query import Filters, select_events
from dashlib.query.pairs import pairs, totals
from dashlib.query.period import happening
from dashlib.query.profile import counterparts, with_actor
from dashlib.store import Store

_PUTIN = "Vladimir Putin"


def _texts(opened):
    return "\n".join(
        str(e.value if hasattr(e, "value") else e.proto.body)
        for k in ("html", "markdown", "caption")
        for e in opened.get(k)
    )


def _on(opened, tab):
    opened.session_state["tabs Actors"] = tab
    return opened.run()


def _events(seeded, **filters):
    return select_events(Store(seeded).frames(), Filters(**filters))


def test_it_begins_with_the_busiest_actor(app, seeded):
    """And with the sentence of the filters."""
    opened = app("actors")
    assert not opened.exception
    assert opened.header[0].value == "74 events"
    assert opened.selectbox(key="actor").value == "Russia"


def test_the_address_names_the_actor(app):
    """A link leads to a profile, and a choice changes the link."""
    opened = app()
    opened.query_params["actor"] = _PUTIN
    opened.switch_page("pages/actors.py")
    opened.query_params["actor"] = _PUTIN
    opened.run()
    assert opened.selectbox(key="actor").value == _PUTIN
    opened.selectbox(key="actor").set_value("Russia").run()
    assert opened.query_params["actor"] in ("Russia", ["Russia"])


def test_a_profile_has_type_country_code_offices_and_parts(app, seeded):
    """Who an actor is, by the codebook and by the events in view."""
    opened = app("actors")
    opened.selectbox(key="actor").set_value(_PUTIN).run()
    text = _texts(opened)
    for words in (
        "<h3 style='margin:0'>Vladimir Putin</h3>",
        "President, Russia, since 7 May 2012",
        "First and last event in view",
    ):
        assert words in text, words
    events = with_actor(_events(seeded), _PUTIN)
    assert f"acts in {sum(_PUTIN in i for i in events['initiators'])}," in text


def test_kinds_stand_by_status_and_counterparts_by_part(app, seeded):
    """The two tables of the profile hold what the queries give."""
    opened = app("actors")
    opened.selectbox(key="actor").set_value(_PUTIN).run()
    kinds, whom = (d.value for d in opened.dataframe)
    events = with_actor(_events(seeded), _PUTIN)
    assert kinds["All"].sum() == len(events)
    assert whom["With"].tolist() == counterparts(_PUTIN, happening(events, Filters()))["actor"].tolist()


def test_the_timeline_holds_the_actors_events(app, seeded):
    """A chart and the table of the same rows."""
    opened = _on(app("actors"), "Timeline")
    assert opened.get("plotly_chart")
    assert len(opened.dataframe[0].value) == len(with_actor(_events(seeded), "Russia"))


def test_pairs_are_listed_and_the_first_is_shown(app, seeded):
    """Its balance over time, its numbers, its events."""
    opened = _on(app("actors"), "Pairs")
    best = totals(pairs(happening(_events(seeded), Filters()))).iloc[0]
    assert opened.subheader[0].value.startswith(f"{best['one']} and {best['other']}: {best['events']} event")
    assert opened.dataframe[0].value["Events"].iloc[0] == best["events"]
    assert opened.get("plotly_chart")
    assert len(opened.dataframe[-1].value) == best["events"]


def test_pairs_of_the_actor_only(app):
    """The switch leaves the pairs with the actor."""
    opened = _on(app("actors"), "Pairs")
    opened.toggle(key="pairs of actor").set_value(True).run()
    table = opened.dataframe[0].value
    assert ((table["One"] == "Russia") | (table["Other"] == "Russia")).all()


def test_the_network_comes_with_its_lines_as_a_table(app, seeded):
    """For who cannot see the chart."""
    opened = _on(app("actors"), "Network")
    assert opened.get("plotly_chart")
    assert len(opened.dataframe[0].value) == min(50, len(totals(pairs(happening(_events(seeded), Filters())))))
    assert "Click an actor for the profile" in _texts(opened)


@pytest.mark.parametrize("tab", ["Profile", "Timeline", "Pairs", "Network"])
def test_every_part_obeys_the_filters(app, tab):
    """With a filter that leaves one event without a second actor, nothing fails and the page says what to do."""
    opened = _on(app("actors", kind="Capture", where="Kupiansk"), tab)
    assert not opened.exception
    assert "Kupiansk" in opened.header[0].value


def test_nothing_matching_says_what_to_do(app):
    """An empty result points to the filters."""
    opened = app("actors", words="zebra")
    assert not opened.exception
    assert any("Nothing matches these filters" in m.value for m in opened.markdown)


@pytest.mark.parametrize("page", ["overview", "actors"])
def test_a_new_store_says_how_to_begin(app, monkeypatch, tmp_path, page):
    """Without a store the page says what to do, and creates nothing."""
    opened = app()
    monkeypatch.setenv("DASHLIB_STORE", str(tmp_path / "none"))
    opened.switch_page(f"pages/{page}.py").run()
    assert not opened.exception
    assert opened.header[0].value == "No events yet"
    assert not (tmp_path / "none").exists()
