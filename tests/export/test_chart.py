"""A chart as a page of its own."""

import re

import plotly.graph_objects as go
import pytest
from tests.ui.sample import TODAY, frames

from dashlib.charts import View
from dashlib.charts.style import DARK, LIGHT
from dashlib.export.chart import chart_bytes, drawn

FIGURE = go.Figure(go.Bar(x=["a"], y=[1], name="</script><b>x</b>"))


def test_the_page_needs_no_other_machine():
    """Plotly's script is in it; nothing is fetched, and the figure it was made from is as before."""
    before = FIGURE.to_json()
    page = chart_bytes(FIGURE, title="2 events", alt="Bars", ground=LIGHT).decode()
    assert not re.search(r"<(script|link|img)[^>]* (src|href)=", page)
    assert len(page) > 3_000_000
    assert FIGURE.to_json() == before


def test_the_page_says_what_it_shows():
    """Title and description are text, whatever they hold; buttons save pictures."""
    page = chart_bytes(FIGURE, title="<i>2</i> events", alt="Bars & lines", ground=DARK).decode()
    assert "<h1>&lt;i&gt;2&lt;/i&gt; events</h1>" in page
    assert "<p>Bars &amp; lines</p>" in page
    assert DARK.paper in page
    assert re.findall(r"Save as (\w+)", page) == ["PNG", "SVG"]


def test_a_name_in_the_chart_ends_no_script():
    """What a legend says stays in the data."""
    page = chart_bytes(FIGURE, title="t", alt="a", ground=LIGHT).decode()
    assert "</script><b>" not in page


def test_the_same_figure_gives_the_same_page():
    """No random id."""
    pages = {chart_bytes(FIGURE, title="t", alt="a", ground=LIGHT) for _ in range(2)}
    assert len(pages) == 1


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (("call",), "a lane a pair."),
        (("summit",), "a lane a pair of leaders"),
        (("strike", "capture"), "a lane a place"),
        (("strike", "call"), "a lane a kind"),
        ((), "a lane a kind"),
    ],
)
def test_the_chart_is_that_of_the_kinds(kinds, words):
    """What a page of the dashboard would draw."""
    events = frames().events
    shown = events[events["kind"].isin(kinds)] if kinds else events
    figure, alt = drawn(shown, kinds, View(today=TODAY))
    assert words in alt
    assert len(figure.data) > 0
