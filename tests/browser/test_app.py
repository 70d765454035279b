"""What only a browser shows: clicks, addresses, downloads, two themes, and that nothing leaves the machine."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import expect
from tests.browser.steps import address_has as _address_has
from tests.browser.steps import choose as _choose
from tests.browser.steps import go as _go
from tests.browser.steps import sentence as _sentence

from dashlib.query import Filters, select_events
from dashlib.store import Store

pytestmark = pytest.mark.browser

_MARKS = ".js-plotly-plot .scatterlayer .trace path.point"


def _asked(page):
    return parse_qs(urlsplit(page.url).query)


def _open_evidence(page, title):
    """Click the first mark until its evidence stands there: a click on a chart that is just drawn anew may be lost."""
    heading = page.get_by_role("heading", name=title)
    for _ in range(4):
        page.locator(_MARKS).first.click(force=True)
        try:
            heading.wait_for(timeout=5_000)
        except BrowserError:
            continue
        return
    expect(heading).to_be_visible()


def _wait_for_marks(page):
    expect(page.locator(_MARKS).first).to_be_visible()


def test_a_new_server_opens_a_deep_link(open_page):
    """The very first page that a server is asked for may be any page, with filters."""
    page = open_page("/summits?who=Vladimir+Putin")
    _sentence(page, "3 events: summits with Vladimir Putin")
    expect(page.get_by_test_id("stSidebarNav").get_by_role("link")).to_have_count(10)


def test_the_timeline_shows_all_events(open_page, store):
    """The first page has the sentence, a mark an event, the lanes and the table."""
    page = open_page()
    _sentence(page, "74 events")
    _wait_for_marks(page)
    assert page.locator(_MARKS).count() >= len(store.frames().events)
    expect(page.locator(".js-plotly-plot").first).to_contain_text("Words of conflict")
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    assert page.title() == "dashlib"


def test_choices_filter_and_stay_in_the_address(open_page):
    """Actor, kind and date narrow the view; the address carries them over a reload and to other pages."""
    page = open_page()
    _sentence(page, "74 events")
    _choose(page, "Who", "Vladimir Putin")
    _sentence(page, "13 events: with Vladimir Putin")
    _choose(page, "Kind", "Call")
    _sentence(page, "10 events: calls with Vladimir Putin")
    page.get_by_test_id("stSidebar").get_by_role("button", name="Days").click()
    page.get_by_role("group", name="From").click()
    page.keyboard.type("20250301")
    page.get_by_role("heading", level=2, name=re.compile("^10 events")).click()
    _sentence(page, "8 events: calls with Vladimir Putin, since 1 Mar 2025")
    _address_has(page, who=["Vladimir Putin"], kind=["Call"], **{"from": ["2025-03-01"]})
    page.reload()
    _sentence(page, "8 events: calls with Vladimir Putin, since 1 Mar 2025")
    _go(page, "Summits")
    _sentence(page, "2 events: summits with Vladimir Putin, since 1 Mar 2025")
    _address_has(page, who=["Vladimir Putin"])
    _go(page, "Add articles")
    _sentence(page, "Add articles")
    _go(page, "Timeline")
    _sentence(page, "8 events: calls with Vladimir Putin, since 1 Mar 2025")


def test_a_page_left_at_once_keeps_its_filters_in_the_address(open_page):
    """A page may be left while its widgets are still being drawn; going back gives the page and its filters again."""
    page = open_page("/?kind=Call&who=Vladimir+Putin&from=2025-03-01")
    _sentence(page, "8 events: calls with Vladimir Putin, since 1 Mar 2025")
    for name, sentence in (("Summits", "2 events: summits"), ("Offensives", "0 events"), ("Summits", "2 events")):
        _go(page, name)
        _sentence(page, sentence)
        _address_has(page, who=["Vladimir Putin"], kind=[], **{"from": ["2025-03-01"]})
    _go(page, "Timeline")
    _sentence(page, "8 events: calls with Vladimir Putin, since 1 Mar 2025")
    _address_has(page, kind=["Call"])


def test_going_back_gives_the_filters_of_before(open_page):
    """Each change of the filters is a step that the browser's Back takes back."""
    page = open_page("/?who=Vladimir+Putin")
    _sentence(page, "13 events: with Vladimir Putin")
    _choose(page, "Kind", "Call")
    _sentence(page, "10 events: calls with Vladimir Putin")
    _address_has(page, kind=["Call"])
    page.go_back()
    _sentence(page, "13 events: with Vladimir Putin")
    page.go_forward()
    _sentence(page, "10 events: calls with Vladimir Putin")


def test_a_click_on_a_mark_opens_its_evidence(open_page, store):
    """The panel shows the event of the mark, and the address names it; close ends it, and the mark opens again."""
    event = select_events(store.frames(), Filters(words="invention")).iloc[0]
    page = open_page("/?words=invention")
    _sentence(page, "1 event")
    _wait_for_marks(page)
    for _ in range(2):
        _open_evidence(page, event["title"])
        _address_has(page, event=[event["event_id"]])
        expect(page.locator("mark[data-field=trigger]")).to_have_count(2)
        expect(page.get_by_test_id("stAlertContentWarning").get_by_text("whether it happened")).to_be_visible()
        page.get_by_role("button", name="Close").click()
        expect(page.locator("mark[data-field=trigger]")).to_have_count(0)
    assert "event" not in _asked(page)


def test_a_row_of_the_table_opens_its_evidence(open_page, store):
    """Choosing a row does what a click on the mark does."""
    newest = select_events(store.frames(), Filters(kinds=("summit",))).iloc[0]
    page = open_page("/summits")
    _sentence(page, "7 events: summits")
    table = page.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    table.click(position={"x": 17, "y": 52})
    expect(page.get_by_role("heading", name=newest["title"])).to_be_visible()
    _address_has(page, event=[newest["event_id"]])


def test_the_quote_leads_to_its_article_and_back(open_page, store):
    """From the evidence to the article with its marks, and from there to the event."""
    event = select_events(store.frames(), Filters(words="invention")).iloc[0]
    page = open_page(f"/?event={event['event_id']}")
    page.get_by_role("link", name=re.compile("Harbour Herald")).click()
    expect(page.locator("mark[data-field=trigger]").first).to_have_text("seized")
    expect(page.get_by_text("Harbour Herald · 22 Aug 2025").first).to_be_visible()
    page.get_by_role("link", name=re.compile(re.escape(event["title"]))).click()
    expect(page.get_by_role("heading", name=event["title"])).to_be_visible()


def test_the_csv_holds_exactly_the_rows_shown(open_page, store):
    """The file has the events of the filters, in the order of the table, with the columns of the events frame."""
    shown = select_events(store.frames(), Filters(actors=("Russia",)))
    page = open_page("/?who=Russia")
    _sentence(page, f"{len(shown)} events: with Russia")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download CSV").click()
    assert waiting.value.suggested_filename == "dashlib-timeline.csv"
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8"))))
    assert [r["event_id"] for r in rows] == shown["event_id"].tolist()
    assert list(rows[0]) == shown.columns.tolist()


def test_it_works_on_a_phone(open_page):
    """On a narrow screen the page has no sideways scroll, and the bar is folded away."""
    page = open_page("/?kind=Call", width=390, height=844)
    _sentence(page, "16 events: calls")
    _wait_for_marks(page)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    expect(page.get_by_text("Filters", exact=True)).not_to_be_in_viewport()


def test_a_pasted_text_becomes_events(own, open_page):
    """A text that is pasted is parsed, its events are shown at once and stand on the timeline without a restart."""
    store, address = own
    page = open_page("/add_articles", at=address)
    page.get_by_role("tab", name="Text").click()
    page.get_by_placeholder("Paste the text of one article").fill(
        "The presidents of Chile and Peru, Gabriel Boric and Dina Boluarte, met in Lima on Monday. "
        "Boric called the Brazilian leader, Luiz Inácio Lula da Silva, by phone on Tuesday."
    )
    page.get_by_label("Title (optional)").fill("Lima meeting")
    page.get_by_label("Source (optional)").fill("Pacific Post")
    page.get_by_role("button", name="Read the text").click()
    expect(page.get_by_text(re.compile("1 new article"))).to_be_visible(timeout=90_000)
    expect(page.get_by_role("heading", name=re.compile("in what you added"))).to_be_visible()
    frames = Store(store.path).frames()
    added = frames.articles[frames.articles["source"] == "Pacific Post"]
    events = frames.mentions.loc[frames.mentions["article_id"].isin(added["article_id"]), "event_id"].nunique()
    assert events >= 1
    _go(page, "Timeline")
    _sentence(page, f"{74 + events} events")


def test_a_broken_file_is_explained(own, open_page, tmp_path):
    """A file that cannot be read gets a sentence with its name."""
    (tmp_path / "empty.txt").write_bytes(b"")
    page = open_page("/add_articles", at=own[1])
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(tmp_path / "empty.txt")
    expect(page.get_by_text("empty.txt").first).to_be_visible()
    page.get_by_role("button", name="Read the files").click()
    expect(page.get_by_test_id("stAlert").filter(has_text="empty.txt")).to_be_visible()
