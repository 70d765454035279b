"""What a page offers to take away, without a browser."""

import pytest

from dashlib.export import FORMS
from dashlib.ui.figures import FIGURES


def _labels(app):
    return [b.proto.label for b in app.get("download_button")]


@pytest.mark.parametrize("page", ["timeline", "summits", "calls", "offensives"])
def test_every_page_of_events_offers_every_form(app, page):
    """Each form by its name, the CSV first, and the chart as a page."""
    labels = _labels(app(page))
    assert labels[0] == "Download CSV"
    wanted = {form.label for name, form in FORMS.items() if name != "csv"}
    assert wanted | {"Chart as a web page"} <= set(labels)


def test_the_numbers_of_the_bars_have_their_own_file(app):
    """“How many” shows each chart of numbers, its table and its file, and still hands out the chart on the page."""
    opened = app()
    opened.session_state["tabs Timeline"] = "How many"
    for name in FIGURES:
        opened.session_state["figure Timeline"] = name
        opened.run()
        assert not opened.exception
        assert {"Download these numbers as CSV", "Chart as a web page"} <= set(_labels(opened))


def test_nothing_shown_is_nothing_to_download(app):
    """Where no event matches there is no button that would give an empty file."""
    assert _labels(app(words="zebra")) == []


def test_the_lists_of_the_articles_page_have_files(app):
    """The articles, and what could not be read."""
    opened = app("articles")
    assert "Download the list as CSV" in _labels(opened)
