"""The timeline in a browser: the brush, the keyboard, playing, lanes, and what an analyst says of an event."""

import re

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import expect

from dashlib.query import Filters, select_events
from dashlib.store import Store

pytestmark = pytest.mark.browser

_MARKS = "[data-testid=stMain] .js-plotly-plot .scatterlayer .trace path.point"
_ADDRESS = "([name, wanted]) => `${new URLSearchParams(location.search).getAll(name)}` === `${wanted}`"


def _sentence(page, text):
    expect(page.get_by_role("heading", level=2, name=re.compile(f"^{text}"))).to_be_visible()


def _address_has(page, name, *values):
    page.wait_for_function(_ADDRESS, arg=[name, list(values)])


def _address(page, name):
    return page.evaluate("name => new URLSearchParams(location.search).get(name)", name)


def _strip(page):
    return page.get_by_test_id("stBottom").locator(".js-plotly-plot .nsewdrag").first


def _drag(page, start, end):
    """Drag across the strip, from one part of its width to another."""
    box = _strip(page).bounding_box()
    y, xs = box["y"] + box["height"] / 2, [box["x"] + box["width"] * at for at in (start, (start + end) / 2, end)]
    page.mouse.move(xs[0], y)
    page.mouse.down()
    for x in xs[1:]:
        page.mouse.move(x, y)
    page.mouse.up()


def _ready(page):
    expect(page.locator(_MARKS).first).to_be_visible()
    expect(_strip(page)).to_be_attached()


def _ids(store, **filters):
    return select_events(store.frames(), Filters(**filters))["event_id"].tolist()


def test_dragging_across_the_strip_narrows_every_view(open_page, store):
    """The dragged days stand in the address and the sentence, here and on the next page, until they are cleared."""
    page = open_page()
    _sentence(page, "74 events")
    _ready(page)
    _drag(page, 0.3, 0.6)
    page.wait_for_function("() => new URLSearchParams(location.search).has('to')")
    since, until = _address(page, "from"), _address(page, "to")
    assert since < until
    shown = len(_ids(store, since=_day(since), until=_day(until)))
    assert 0 < shown < 74
    _sentence(page, f"{shown} events: ")
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Calls").click()
    _sentence(page, f"{len(_ids(store, kinds=('call',), since=_day(since), until=_day(until)))} events: calls, ")
    _address_has(page, "from", since)
    page.get_by_test_id("stBottom").get_by_role("button", name="Clear").click()
    _sentence(page, "16 events: calls$")
    page.wait_for_function("() => !new URLSearchParams(location.search).has('from')")


def _day(text):
    return Filters.from_params({"from": text}).since


def test_a_second_drag_replaces_the_first(open_page):
    """The strip shows all days again after a drag, so that other days can be chosen at once."""
    page = open_page()
    _ready(page)
    _drag(page, 0.6, 0.8)
    page.wait_for_function("() => new URLSearchParams(location.search).has('from')")
    first = _address(page, "from")
    expect(page.get_by_role("heading", level=2, name=re.compile("events: "))).to_be_visible()
    expect(page.get_by_test_id("stBottom").locator(".shapelayer path, .shape-group path").first).to_be_attached()
    _drag(page, 0.1, 0.3)
    page.wait_for_function("was => new URLSearchParams(location.search).get('from') < was", arg=first)


def test_lanes_are_in_the_address(open_page):
    """The choice of lanes outlives a reload."""
    page = open_page()
    _ready(page)
    page.get_by_role("radio", name="Actor").or_(page.get_by_role("button", name="Actor")).first.click()
    _address_has(page, "lanes", "Actor")
    lanes = page.locator("[data-testid=stMain] .js-plotly-plot .ytick")
    expect(lanes.filter(has_text="Vladimir Putin").first).to_be_visible()
    page.reload()
    expect(lanes.filter(has_text="Vladimir Putin").first).to_be_visible()


def test_arrow_keys_step_through_events(open_page, store):
    """Left opens the newest and goes back in time, right comes forward, escape closes."""
    ids = _ids(store, kinds=("summit",))
    page = open_page("/summits")
    _ready(page)
    page.keyboard.press("ArrowLeft")
    _address_has(page, "event", ids[0])
    expect(page.get_by_role("button", name="Older")).to_be_enabled()
    page.keyboard.press("ArrowLeft")
    _address_has(page, "event", ids[1])
    expect(page.get_by_role("button", name="Newer")).to_be_enabled()
    page.keyboard.press("ArrowRight")
    _address_has(page, "event", ids[0])
    expect(page.get_by_role("button", name="Newer")).to_be_disabled()
    page.keyboard.press("Escape")
    page.wait_for_function("() => !new URLSearchParams(location.search).has('event')")
    expect(page.get_by_role("button", name="Close")).to_have_count(0)


def test_playing_moves_the_window_until_it_is_paused(open_page):
    """The days under the controls change by themselves, the rest of the page stays; paused, they stand still."""
    page = open_page("/?from=2025-02-01&to=2025-08-31")
    _ready(page)
    page.get_by_role("button", name="Play", exact=True).click()
    days = page.get_by_test_id("stProgress")
    first = days.inner_text()
    expect(days).not_to_have_text(first)
    _sentence(page, ".* 1 Feb – 31 Aug 2025")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play on")).to_be_visible()
    stood = days.inner_text()
    for _ in range(4):  # a click on what is just drawn anew may be lost
        page.get_by_role("button", name="Later").click()
        try:
            expect(days).not_to_contain_text(stood.split(":")[0], timeout=4_000)
        except AssertionError:
            continue
        break
    expect(days).not_to_contain_text(stood.split(":")[0])
    page.get_by_role("button", name="Stop", exact=True).last.click()
    expect(days).to_have_count(0)


def test_a_mark_of_the_moving_window_opens_and_halts_it(open_page):
    """A click while it plays opens the evidence, and the window stands still to be read."""
    page = open_page("/?from=2025-08-01&to=2025-09-30&kind=Summit&kind=Call")
    _ready(page)
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.get_by_test_id("stProgress")).to_be_visible()
    for _ in range(4):  # a click on a chart that is just drawn anew may be lost
        page.locator(_MARKS).first.click(force=True)
        try:
            page.get_by_role("button", name="Close").wait_for(timeout=5_000)
            break
        except BrowserError:
            continue
    expect(page.get_by_role("button", name="Close")).to_be_visible()
    expect(page.get_by_role("button", name="Play on")).to_be_visible()


def test_the_quote_opens_the_article_at_its_sentence(open_page, store):
    """The sentence that was read is marked in the article and in view."""
    event = select_events(store.frames(), Filters(words="invention")).iloc[0]
    page = open_page(f"/?event={event['event_id']}", height=700)
    page.get_by_role("link", name=re.compile("Harbour Herald")).click()
    expect(page.locator("#the-sentence")).to_be_in_viewport()
    expect(page.locator("#the-sentence")).to_contain_text("invention")


def test_a_phone_is_brought_to_the_evidence(open_page, store):
    """On a narrow screen the evidence lies below the chart, and comes into view by itself."""
    event = _ids(store, kinds=("call",))[0]
    page = open_page(f"/calls?event={event}", width=390, height=844)
    expect(page.get_by_role("button", name="Close")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_reports_are_split_and_events_merged(own, open_page):
    """Split one report off, take it back, then make two events one: each holds at once and stands in the store."""
    store, address = own
    events = select_events(store.frames(), Filters())
    event = events[events["mentions"] == 3].iloc[0]
    page = open_page(f"/?event={event['event_id']}", at=address)
    _sentence(page, "74 events")
    page.get_by_role("button", name="Two events").click()
    page.get_by_test_id("stPopoverBody").get_by_test_id("stCheckbox").first.locator("label").click()
    page.get_by_role("button", name="Split off 1 report").click()
    _sentence(page, "75 events")
    expect(page.get_by_text(re.compile("Last correction: Split 1 report off"))).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Undo").click()
    _sentence(page, "74 events")
    page.get_by_role("button", name="Same event as").click()
    page.get_by_test_id("stPopoverBody").get_by_role("combobox").click()
    page.get_by_role("option").first.click()
    page.get_by_role("button", name="They are one event").click()
    _sentence(page, "73 events")
    said = Store(store.path).corrections()
    assert said["action"].tolist() == ["split", "undo", "merge"]
    assert len(select_events(Store(store.path).frames(), Filters())) == 73
