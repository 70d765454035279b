"""The Overview and the Actors page in a real Chromium: clicks on charts, downloads, the watch list, a phone."""

import csv
import io
import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import expect

from dashlib.query import Filters, select_events
from dashlib.query.fresh import newest_first
from dashlib.query.pairs import pairs, totals
from dashlib.query.period import happening, present
from dashlib.store import notes
from dashlib.types import Watch
from dashlib.ui.state import today

_AUGUST = "from=2025-08-01&to=2025-08-31"
_DAYS = ".js-plotly-plot .barlayer .point path"


def _sentence(page, words):
    expect(page.get_by_role("heading", level=2, name=re.compile(f"^{re.escape(words)}"))).to_be_visible()


def _pick(page, label, choice):
    page.get_by_test_id("stMain").get_by_role("combobox", name=re.compile(label)).click()
    page.get_by_role("option", name=choice, exact=True).click()


def _click(page, marks, done, *, nth=0):
    """Click a mark of a chart until `done` is there: a click on a chart that is just drawn anew may be lost."""
    for _ in range(4):
        page.locator(marks).nth(nth).click(force=True)
        try:
            done.first.wait_for(timeout=6_000)
        except BrowserError:
            continue
        return
    expect(done.first).to_be_visible()


def _rows(page, button):
    with page.expect_download() as waiting:
        button.click()
    text = waiting.value.path().read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_csv_holds_the_rows_of_the_newest_events(open_page, store):
    """In their order: the latest first."""
    page = open_page(f"/overview?{_AUGUST}")
    events = select_events(store.frames(), Filters.from_params(parse_qs(_AUGUST)))
    _sentence(page, f"{len(events)} events: Aug 2025")
    found = _rows(page, page.get_by_role("tabpanel").get_by_role("button", name="Download CSV"))
    expected = newest_first(events, present(store.frames().articles, today()).day)
    assert [row["event_id"] for row in found] == expected["event_id"].tolist()


def test_the_csv_of_what_changed_has_its_numbers(open_page):
    """A row a family and a row a kind, as the table has them."""
    page = open_page(f"/overview?{_AUGUST}")
    found = _rows(page, page.get_by_role("button", name="Download CSV").first)
    assert found[0]["Kind"] == "Diplomacy"
    assert float(found[0]["Now"]) - float(found[0]["Before"]) == float(found[0]["Change"])
    assert sum(float(r["Now"]) for r in found[1:] if " " in r["Kind"]) == sum(
        float(r["Now"]) for r in found if " " not in r["Kind"]
    )


def test_a_click_on_a_day_sets_the_dates(open_page, store):
    """The bar, the sentence and the address have the day; the next page keeps it."""
    page = open_page(f"/overview?{_AUGUST}")
    _pick(page, "Numbers", "Calendar")
    expect(page.locator(_DAYS)).to_have_count(31)
    events = select_events(store.frames(), Filters.from_params({"from": "2025-08-15", "to": "2025-08-15"}))
    done = page.get_by_role("heading", level=2, name=re.compile(f"^{len(events)} events?: 15 Aug 2025"))
    _click(page, _DAYS, done, nth=14)
    expect(page).to_have_url(re.compile("from=2025-08-15&to=2025-08-15"))
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Timeline").click()
    _sentence(page, f"{len(events)} event")
    expect(page).to_have_url(re.compile("from=2025-08-15&to=2025-08-15"))


def test_a_node_of_the_network_leads_to_its_actor(open_page, store):
    """The profile opens, and the address names the actor."""
    page = open_page("/actors?actor=Russia")
    page.get_by_role("tab", name="Network").click()
    expect(page.locator(".js-plotly-plot .textpoint").first).to_be_visible()
    labels = page.locator(".js-plotly-plot .textpoint text").all_text_contents()
    name = next(label for label in labels if label and label != "Russia")
    nodes = page.locator(".js-plotly-plot .trace.scatter:has(.textpoint)")
    node = page.evaluate(
        """name => {
          const plot = document.querySelector(".js-plotly-plot");
          const trace = plot.data.find(t => t.mode === "markers+text" && t.customdata.some(c => c[0] === name));
          const at = trace.customdata.findIndex(c => c[0] === name), layout = plot._fullLayout, box = plot.getBoundingClientRect();
          return [box.x + layout.xaxis._offset + layout.xaxis.d2p(trace.x[at]), box.y + layout.yaxis._offset + layout.yaxis.d2p(trace.y[at])];
        }""",
        name,
    )
    assert nodes.count() >= 1
    page.mouse.move(*node)
    page.mouse.click(*node)
    expect(page.get_by_role("heading", level=3, name=name)).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["actor"] == [name]


def test_a_mark_of_an_actors_timeline_opens_its_evidence(open_page):
    """Beside the chart, as on the timeline."""
    page = open_page("/actors?actor=Vladimir+Putin&words=invention")
    page.goto(page.url)
    _sentence(page, "1 event")
    page.get_by_role("tab", name="Timeline").click()
    _click(page, ".js-plotly-plot .points path.point", page.locator(".st-key-evidence"))
    expect(page.locator("mark[data-field=trigger]").first).to_be_visible()


def test_pairs_have_their_csv(open_page, store):
    """All pairs under the filters, the busiest first."""
    page = open_page(f"/actors?{_AUGUST}")
    page.get_by_role("tab", name="Pairs").click()
    filters = Filters.from_params(parse_qs(_AUGUST))
    expected = totals(pairs(happening(select_events(store.frames(), filters), filters)))
    found = _rows(page, page.get_by_role("tabpanel").get_by_role("button", name="Download CSV").first)
    assert [(r["One"], r["Other"], int(r["Events"])) for r in found] == list(
        zip(expected["one"], expected["other"], expected["events"], strict=True)
    )


def test_the_watch_list_is_kept(own, open_page):
    """What is put on it stands there after a reload, with what is new on it."""
    made, address = own
    page = open_page("/actors?actor=Russia", at=address)
    page.get_by_role("button", name="Watch", exact=True).first.click()
    expect(page.get_by_role("button", name="Stop watching").first).to_be_visible()
    assert notes.watched(made) == (Watch.actor("Russia"),)
    page.goto(f"{address}/overview?{_AUGUST}")
    page.get_by_role("tab", name="Watch list").click()
    expect(page.get_by_text(re.compile("1 event in these days"))).to_be_visible()
    page.get_by_role("link", name="See all").click()
    _sentence(page, f"{len(select_events(made.frames(), Filters(actors=('Russia',))))} events: with Russia")
