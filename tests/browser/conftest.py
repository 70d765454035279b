"""A Chromium, the app over the sample, and pages that note what they ask for and complain about."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright
from tests.browser.provide import ARGUMENTS, chromium_path
from tests.browser.serving import served
from tests.ui.seed import seed

_HERE = ("127.0.0.1", "localhost", "")
# On a machine that does much else, a browser and a server may both be slower than a wait, and a click on what is drawn
# anew at that moment is lost. Only a wait that ran out is tried once more; what is wrong fails at once.
_LATE = ("TimeoutError", "Locator expected")


def pytest_collection_modifyitems(items):
    """Let a test in the browser that ran out of time try once more."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=list(_LATE)))


@pytest.fixture(scope="session")
def browser():
    """Give a Chromium; fails with advice where none can be had."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    """Give a store with the sample in it."""
    return seed(tmp_path_factory.mktemp("browser") / "store")


@pytest.fixture(scope="session")
def address(store):
    """Give the address of the app."""
    with served(store.path) as found:
        yield found


@pytest.fixture
def own(tmp_path):
    """Give a store with the sample and the address of an app over it, for a test that writes."""
    made = seed(tmp_path / "store")
    with served(made.path) as found:
        yield made, found


@pytest.fixture(scope="session")
def context_of(browser):
    """Give a function that gives the one context of a scheme and a size: what was fetched once is not fetched again."""
    made = {}

    def context(scheme, width, height):
        if (scheme, width, height) not in made:
            made[scheme, width, height] = new = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                accept_downloads=True,
                reduced_motion="reduce",
            )
            new.set_default_timeout(20_000)
        return made[scheme, width, height]

    yield context
    for each in made.values():
        each.close()


@pytest.fixture
def open_page(context_of, address):
    """Give a function that opens a path of the app; afterwards nothing may have left the machine or failed."""
    expect.set_options(timeout=20_000)
    pages, asked, complaints = [], [], []

    def opened(path="/", *, scheme="light", width=1440, height=1000, at=address):
        page = context_of(scheme, width, height).new_page()
        pages.append(page)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(at + path)
        return page

    yield opened
    for page in pages:
        page.close()
    away = [
        url for url in asked if urlsplit(url).scheme.startswith(("http", "ws")) and urlsplit(url).hostname not in _HERE
    ]
    assert asked
    assert away == []
    # The page of a deep link first asks below its own path whether the server is there, and is told 404.
    assert [c for c in complaints if "404" not in c] == []
