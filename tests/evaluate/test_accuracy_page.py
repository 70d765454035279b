"""The page of figures shows what was recorded."""

import pytest
from benchmarks.accuracy import _TABLES, PAGES, rendered

from dashlib.evaluate.figures import Figure, figures


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_the_page_shows_the_recorded_figures(path):
    """Page and table agree; after recording, `python -m benchmarks.accuracy` writes the page anew."""
    page = path.read_text(encoding="utf-8")
    assert page == rendered(page, figures())


def test_no_table_is_left_out():
    """Every part that is measured stands on the page."""
    page = "".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert [name for name in _TABLES if f"<!-- table: {name} -->" not in page] == []


def test_a_goal_says_by_how_much_it_is_missed():
    """The table of goals gives the distance and the direction."""
    row = ("events", "swapped", "news texts", "on", 0.05, 0.02, 0.09, 0.03, "lower", "2026-11-24", "dashlib evaluate")
    text = rendered("<!-- table: goals -->\nold\n<!-- end -->", [Figure(*row)])
    assert "| ≤ 0.03 | 0.050 | missed by 0.020 |" in text
    assert "old" not in text


def test_an_unknown_table_is_an_error():
    """A misspelt name does not pass in silence."""
    with pytest.raises(KeyError):
        rendered("<!-- table: gaols -->\n<!-- end -->", [])
