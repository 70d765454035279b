"""The map in a real Chromium: marks on the outline with nothing fetched, clicks, boxes, and the squares of a heat map."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import expect

from dashlib.query import Filters, select_events

pytestmark = pytest.mark.browser

_CHART = ".js-plotly-plot:visible"
_MARKS = f"{_CHART} .scatterlayer .trace path.point"
# Where the chart's mark that answers for given events stands on the screen.
_AT = """asked => {
    const sorted = ids => ids.split(' ').sort().join(' '), ids = sorted(asked);
    for (const chart of document.querySelectorAll('.js-plotly-plot')) {
        const box = chart.getBoundingClientRect(), layout = chart._fullLayout;
        for (const trace of chart.data.filter(t => t.customdata)) {
            const n = trace.customdata.findIndex(d => sorted(d[0]) === ids);
            if (n >= 0) return [
                box.left + layout.xaxis._offset + layout.xaxis.d2p(trace.x[n]),
                box.top + layout.yaxis._offset + layout.yaxis.d2p(trace.y[n]),
            ];
        }
    }
}"""

_FIRST_SQUARE = """() => {
    const traces = [...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => chart.data);
    return traces.find(trace => trace.customdata && trace.text)?.customdata[0][0];
}"""


def _click(page, ids, seen):
    """Click the mark of the events until something is seen: a click on a chart that is just drawn anew may be lost."""
    for _ in range(4):
        page.mouse.click(*page.wait_for_function(_AT, arg=ids).json_value())
        try:
            seen.wait_for(timeout=5_000)
        except BrowserError:
            continue
        return
    expect(seen).to_be_visible()


def _box(page):
    return [float(edge) for edge in parse_qs(urlsplit(page.url).query)["box"][0].split(",")]


def _of(store, **filters):
    return select_events(store.frames(), Filters(**filters))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_shows_its_marks_on_the_outline_of_the_world(open_page, scheme):
    """Land, marks and the number of events without a place; the fixture fails on a request to another machine."""
    page = open_page("/map", scheme=scheme)
    expect(page.locator(_MARKS).first).to_be_attached()
    land = page.locator(f"{_CHART} .shapelayer path").first
    expect(land).to_be_visible()
    assert len(land.get_attribute("d")) > 10_000
    expect(page.get_by_text(re.compile("no place and cannot stand on the map"))).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_click_on_a_mark_opens_its_evidence(open_page, store):
    """The panel shows the event that happened there, and the address names it."""
    event = _of(store, words="invention").iloc[0]
    page = open_page("/map?words=invention")
    _click(page, event["event_id"], page.get_by_role("heading", name=event["title"]))
    assert parse_qs(urlsplit(page.url).query)["event"] == [event["event_id"]]


def test_a_click_on_a_number_comes_closer_and_back_returns(open_page, store):
    """Kharkiv and Kupiansk are one number on the map of the world; a click turns the map to them."""
    page = open_page("/map?where=Kharkiv&where=Kupiansk&area=World")
    ids = " ".join(_of(store, places=("Kharkiv", "Kupiansk"))["event_id"])
    back = page.get_by_role("button", name="Back")
    expect(back).to_be_disabled()
    _click(page, ids, page.locator("button:not([disabled])").filter(has_text="Back"))
    west, south, east, north = _box(page)
    assert west < 36.2
    assert east > 37.6
    assert 40 < south < 49.7
    assert 50.0 < north < 60
    back.click()
    expect(back).to_be_disabled()
    assert "box=" not in page.url


def test_a_number_of_one_place_lists_its_events(open_page, store):
    """Many events of one town cannot be parted, so they are listed; a row opens the evidence."""
    page = open_page("/map?where=Odesa&area=World")
    ids = _of(store, places=("Odesa",))["event_id"].tolist()
    _click(page, " ".join(ids), page.get_by_text(f"{len(ids)} events of the mark you clicked"))
    page.get_by_role("button", name="Close the list").click()
    expect(page.get_by_text(f"{len(ids)} events of the mark you clicked")).to_have_count(0)


def test_a_drawn_box_comes_closer(open_page):
    """The box tool turns the map to what was drawn, in the degrees of the map."""
    page = open_page("/map?area=Ukraine")
    chart = page.locator(_CHART).first
    expect(page.locator(_MARKS).first).to_be_attached()
    chart.hover()
    page.get_by_role("button", name="Box Select").last.click()
    expect(chart.locator(".select, .selectionlayer").first).to_be_attached()
    edges = chart.bounding_box()
    page.mouse.move(edges["x"] + 200, edges["y"] + 150)
    page.mouse.down()
    page.mouse.move(edges["x"] + 400, edges["y"] + 250, steps=4)
    page.mouse.move(edges["x"] + 500, edges["y"] + 350, steps=4)
    page.mouse.up()
    page.wait_for_function("() => location.search.includes('box=')")
    west, south, east, north = _box(page)
    assert 10 < west < east < 50
    assert 40 < south < north < 56


def test_a_square_of_the_front_lists_its_events(open_page, store):
    """The heat map of places and weeks leads to the events behind a number."""
    page = open_page("/offensives?where=Odesa")
    page.get_by_role("tab", name="Front").click()
    expect(page.get_by_text("click a square to see its events")).to_be_visible()
    ids = page.wait_for_function(_FIRST_SQUARE).json_value()
    title = store.frames().events.set_index("event_id").loc[ids.split()[0], "title"]
    number = len(ids.split())
    seen = page.get_by_role("heading", name=title) if number == 1 else page.get_by_text(f"{number} events of the mark")
    _click(page, ids, seen)


def test_the_map_works_on_a_phone(open_page):
    """On a narrow screen the map has no sideways scroll."""
    page = open_page("/map", width=390, height=844)
    expect(page.locator(_MARKS).first).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
