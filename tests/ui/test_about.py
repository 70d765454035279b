"""The page about the data, the tour, and what a new store shows of them."""

import pytest

from dashlib.codebook.tables import read_csv
from dashlib.store import Store, notes
from dashlib.ui.tour import STEPS


def _markdown(app):
    return "\n".join(m.value for m in app.markdown)


def _open(app, tab):
    opened = app("about")
    opened.session_state["tabs about"] = tab
    return opened.run()


def test_the_page_counts_what_the_store_holds(app, seeded):
    """Articles, sources, language, days and events in a sentence, and the numbers by name."""
    opened = app("about")
    frames = Store(seeded).frames()
    assert not opened.exception
    assert f"{len(frames.articles)} articles of 4 sources in English" in _markdown(opened)
    assert {m.label: m.value for m in opened.metric}["Events"] == str(len(frames.events))


@pytest.mark.parametrize(
    ("tab", "words"),
    [
        ("Merging", "taken to tell an event"),
        ("Accuracy", "Measured on labelled texts"),
        ("Codebook", "29 kinds of events"),
        ("Licences and versions", "The events were found by sample"),
    ],
)
def test_each_part_opens(app, tab, words):
    """A part has its words and its table."""
    opened = _open(app, tab)
    assert not opened.exception
    assert words in _markdown(opened)
    assert len(opened.dataframe) == 1


def test_a_new_store_is_described_too(app, monkeypatch, tmp_path):
    """Without articles the page says what to do, and still has codebook and licences."""
    opened = app()
    monkeypatch.setenv("DASHLIB_STORE", str(tmp_path / "none"))
    opened.switch_page("pages/about.py").run()
    assert not opened.exception
    assert "The store holds no article yet" in _markdown(opened)


def test_every_licence_has_its_words():
    """What, what for, under which licence, and where that was read."""
    rows = read_csv("licences.csv", ("what", "used_for", "licence", "source"))
    assert {"GeoNames", "dashlib", "Demo articles"} <= {r["what"] for r in rows}


def test_the_tour_has_three_steps_and_ends(app, monkeypatch):
    """Next leads on, Back returns, the end is kept in the store."""
    kept = []
    monkeypatch.setattr(notes, "toured", kept.append)
    opened = app()
    assert f"1 of {len(STEPS)} · {STEPS[0].heading}" in _markdown(opened)
    opened.button(key="tour next").click().run()
    opened.button(key="tour back").click().run()
    opened.button(key="tour next").click().run()
    opened.button(key="tour next").click().run()
    assert f"3 of {len(STEPS)} · {STEPS[2].heading}" in _markdown(opened)
    opened.button(key="tour next").click().run()
    assert "of 3 · " not in _markdown(opened)
    assert len(kept) == 1


def test_the_tour_can_be_closed_and_taken_again(app, monkeypatch):
    """Close ends it; the page about the data begins it anew, on the timeline."""
    monkeypatch.setattr(notes, "toured", lambda _: None)
    opened = app()
    opened.button(key="tour close").click().run()
    assert "of 3 · " not in _markdown(opened)
    opened.switch_page("pages/about.py").run()
    assert "of 3 · " not in _markdown(opened)
    opened.button(key="tour again").click().run()
    assert "1 of 3 · " in _markdown(opened)


def test_a_tour_that_was_seen_stays_away(app, monkeypatch):
    """Another visit to the same store begins without it."""
    monkeypatch.setattr("dashlib.ui.data.notes", lambda: notes.Notes(toured=True))
    assert "of 3 · " not in _markdown(app())
