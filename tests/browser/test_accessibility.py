"""What axe-core finds on every page, light and dark; focus, names and narrow screens.

Only Streamlit's own faults are let pass, each by its rule and the element that Streamlit draws.
"""

import re
from collections.abc import Mapping

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

_MARKS = ".js-plotly-plot .scatterlayer .trace path.point"
_TABLE = "[data-testid=stDataFrame] canvas"
# Rule: what Streamlit draws, and why we cannot mend it.
_STREAMLIT: Mapping[str, str] = {
    "list": "stSidebarNavItems",  # the groups of the navigation stand as <div> in its <ul>
    "listitem": "stSidebarNavLink",  # and so its entries have no list of their own
    "svg-img-alt": "metric_chart",  # the last point of the small line in a metric has no name
}
_GRAVE = {"serious", "critical"}
_PAGES = {
    "/": _MARKS,
    "/?kind=Call&who=Vladimir+Putin": _MARKS,
    "/summits": _MARKS,
    "/calls": _MARKS,
    "/offensives": _MARKS,
    "/map": _MARKS,
    "/overview": "[data-testid=stMetric]",
    "/actors?actor=Russia": _TABLE,
    "/articles": _TABLE,
    "/add_articles": "[data-testid=stFileUploader]",
    "/about": _TABLE,
}


_GROUNDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(15, 19, 25)"}
_ACCENTS = {"light": "rgb(47, 111, 176)", "dark": "rgb(107, 166, 224)"}
_STANDS_ON = "g => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor === g"
_HAS_TONE = "([marks, tone]) => [...document.querySelectorAll(marks)].some(e => e.style.fill === tone)"
_FITS = """width => {
  const main = document.querySelector('[data-testid=stMain]');
  return document.documentElement.scrollWidth <= width && main.scrollWidth <= main.clientWidth;
}"""


def _settle(page, shown):
    page.locator(shown).first.wait_for(timeout=60_000)
    page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget], [data-testid=stSkeleton]')")
    page.wait_for_function("() => !document.querySelector('[data-stale=true]')")  # what is drawn anew is pale
    page.wait_for_function("() => document.getAnimations().every(a => a.playState !== 'running')")


def _faults(page):
    """Give the serious and critical violations that are not Streamlit's own, each with what it is about."""
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]}"
        for rule in found
        if rule["impact"] in _GRAVE
        for node in rule["nodes"]
        if _STREAMLIT.get(rule["id"], "\0") not in _around(page, node)
    ]


def _around(page, node):
    """Give the element of a violation with what is in it."""
    return str(page.locator(node["target"][0]).first.evaluate("e => e.outerHTML"))


@pytest.mark.parametrize("path", _PAGES)
def test_a_page_is_sound_in_both_schemes_and_at_each_width(open_page, path):
    """Each page stands on the ground of its scheme, axe finds nothing grave in it, and no width makes it scroll sideways."""
    page = open_page(path)
    for scheme, ground in _GROUNDS.items():
        page.emulate_media(color_scheme=scheme)
        page.reload()  # the server hears of a new scheme with the next request only
        page.wait_for_function(_STANDS_ON, arg=ground)
        _settle(page, _PAGES[path])
        if path == "/":
            page.wait_for_function(_HAS_TONE, arg=[_MARKS, _ACCENTS[scheme]])
        assert _faults(page) == [], scheme
        assert len(page.screenshot()) > 20_000
    for width in (1440, 1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        _settle(page, _PAGES[path])
        page.wait_for_function(_FITS, arg=width, timeout=10_000)  # the page settles into its new width first


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_opens(open_page, scheme):
    """The evidence of an event and the list of downloads are checked open."""
    page = open_page("/?kind=Summit", scheme=scheme)
    _settle(page, _MARKS)
    page.locator(_MARKS).first.click(force=True)
    page.locator("mark[data-field=trigger]").first.wait_for()
    _settle(page, _MARKS)
    assert _faults(page) == []
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_text("To check or to keep").wait_for()
    assert _faults(page) == []


def test_axe_finds_nothing_in_the_tabs_about_the_data(open_page):
    """Each part of the page about the data."""
    page = open_page("/about", scheme="dark")
    for tab in ("Sources", "Merging", "Accuracy", "Codebook", "Licences and versions"):
        page.get_by_role("tab", name=tab).click()
        expect(page.get_by_role("tab", name=tab)).to_have_attribute("aria-selected", "true")
        _settle(page, _TABLE if tab != "Licences and versions" else "text=Versions.")
        assert _faults(page) == [], tab


def test_the_keyboard_goes_from_the_pages_to_the_filters_to_the_page(open_page):
    """Tab reaches the navigation, then the filters, then what the page shows; each has a name."""
    page = open_page("/?kind=Call")
    _settle(page, _MARKS)
    reached = []
    for _ in range(45):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(_FOCUS))
    names = [name for _, name in reached]
    assert all(names), reached
    order = [next(i for i, (where, _) in enumerate(reached) if where == part) for part in ("nav", "filters", "page")]
    assert order == sorted(order)


_FOCUS = """() => {
  const e = document.activeElement;
  const where = e.closest('[data-testid=stSidebarNav]') ? 'nav'
    : e.closest('[data-testid=stSidebar]') ? 'filters' : e.closest('[data-testid=stMain]') ? 'page' : 'other';
  const labels = [...(e.labels || [])].map(l => l.innerText).join(' ');
  return [where, e.ariaLabel || labels || e.innerText || e.title || e.placeholder || e.tagName.toLowerCase() === 'body' && 'page'];
}"""


def test_the_tour_is_seen_once(own, open_page):
    """Three steps on the first visit; once closed it stays away, also in another visit; About opens it again."""
    address = own[1]
    page = open_page("/", at=address)
    for number in (1, 2, 3):
        expect(page.get_by_text(re.compile(f"^{number} of 3 · "))).to_be_visible()
        page.get_by_role("button", name="Next" if number < 3 else "Done", exact=True).click()
    expect(page.get_by_text(re.compile("of 3 · "))).to_have_count(0)
    other = open_page("/", at=address)
    other.locator(_MARKS).first.wait_for()
    expect(other.get_by_text(re.compile("of 3 · "))).to_have_count(0)
    other.get_by_test_id("stSidebarNav").get_by_role("link", name="About the data").click()
    other.get_by_role("button", name="Take the tour").click()
    expect(other.get_by_text(re.compile("^1 of 3 · "))).to_be_visible()
    other.get_by_role("button", name="Skip the tour").click()
    expect(other.get_by_text(re.compile("of 3 · "))).to_have_count(0)
