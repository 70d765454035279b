"""Takes the pictures of the README: `python -m tests.browser.screenshots [STORE]`, each page light and dark.

Without a store it reads the demo articles into a new one first, which takes a minute or two.
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser.provide import ARGUMENTS, chromium_path
from tests.browser.serving import served

from dashlib.query import Filters, select_events
from dashlib.schema import Frames
from dashlib.store import Store

__all__ = ["main", "settle"]

_ROOT = Path(__file__).parents[2]
_IMAGES = _ROOT / "docs" / "images"
_NAMES = ("overview", "summits", "calls", "offensives", "map", "actors", "articles", "add_articles", "about")
_PAGES = {"timeline": "/"} | {n: f"/{n}" for n in _NAMES}
_SHOWN = {
    "overview": "[data-testid=stMetric]",
    "actors": "[data-testid=stDataFrame] canvas",
    "articles": "[data-testid=stDataFrame] canvas",
    "add_articles": "[data-testid=stFileUploader]",
    "about": "[data-testid=stDataFrame] canvas",
}
_STORY = Filters.from_params({"from": "2025-08-01", "to": "2025-08-31"})
_WIDE = Filters.from_params({"from": "2025-01-01", "to": "2025-12-31"})


def settle(page: Page, shown: str) -> None:
    """Wait until `shown` is there, the fonts are, and no script runs any more."""
    page.locator(shown).first.wait_for(timeout=60_000)
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget], [data-testid=stSkeleton]')")


def _focus(frames: Frames) -> str:
    """Give the event of the story that most sources report."""
    events = select_events(frames, _STORY)
    best = events.sort_values(["independent_sources", "mentions"], ascending=False, kind="stable")
    return str(best["event_id"].iloc[0]) if len(best) else ""


def _params(frames: Frames) -> Mapping[str, Mapping[str, object]]:
    in_focus = {"event": focus} if (focus := _focus(frames)) else {}
    wide = _WIDE.to_params()
    return {"timeline": _STORY.to_params() | in_focus, "summits": wide, "calls": wide, "offensives": wide, "map": wide}


@contextmanager
def _store(arguments: list[str]) -> Iterator[Store]:
    if arguments:
        yield Store(arguments[0])
        return
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "store")
        store.ingest([_ROOT / "data" / "articles"])
        yield store


def _take(browser: Browser, address: str, frames: Frames) -> None:
    params = _params(frames)
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport={"width": 1440, "height": 960}, color_scheme=scheme)
        page = context.new_page()
        for name, path in _PAGES.items():
            page.goto(f"{address}{path}?{urlencode(params.get(name, {}), doseq=True)}")
            settle(page, _SHOWN.get(name, ".js-plotly-plot .main-svg .point"))
            if (tour := page.get_by_role("button", name="Skip the tour")).count():
                tour.click()
                tour.wait_for(state="detached")
                settle(page, _SHOWN.get(name, ".js-plotly-plot .main-svg .point"))
            page.screenshot(path=_IMAGES / f"{name}-{scheme}.png", animations="disabled")
        context.close()


def main() -> None:
    """Take all pictures into docs/images."""
    _IMAGES.mkdir(parents=True, exist_ok=True)
    with _store(sys.argv[1:]) as store, served(Path(store.path)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(ARGUMENTS))
        _take(browser, address, store.frames())
        browser.close()


if __name__ == "__main__":
    main()
