"""Times the dashboard in a browser over a store: the first view, and what a change of the filters costs.

    python -m benchmarks.page STORE

Serves the app, opens the timeline in Chromium, and clicks one family of the filters on and off. For each click it prints
the milliseconds until the sentence and the chart are the new ones, as the reader's clock has them, and the seconds of
the processor that the page and the server spent on it; the latter carry over from a busy machine to an idle one.
"""

import os
import sys
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright
from tests.browser.provide import ARGUMENTS, chromium_path
from tests.browser.serving import served

_CLICKS = ("War", "War", "Diplomacy", "Diplomacy") * 2
_POINTS = "[data-testid=stMain] .js-plotly-plot path.point, [data-testid=stMain] .js-plotly-plot .heatmaplayer image"
_QUIET = "() => !document.querySelector('[data-testid=stStatusWidget], [data-testid=stSkeleton]')"
_CLICK = """([name, points]) => {
  const heading = () => document.querySelector('h2').innerText, marks = () => document.querySelectorAll(points).length;
  const before = [heading(), marks()], began = performance.now(), now = window.__seen = {};
  const look = () => {
    if (!now.sentence && heading() !== before[0]) now.sentence = performance.now() - began;
    if (!now.chart && marks() !== before[1]) now.chart = performance.now() - began;
    if (!(now.sentence && now.chart)) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  [...document.querySelectorAll('[data-testid=stSidebar] button')].find(b => b.innerText.startsWith(name)).click();
}"""


def _spent(session: CDPSession) -> float:
    metrics: dict[str, Any] = session.send("Performance.getMetrics")
    return next(float(m["value"]) for m in metrics["metrics"] if m["name"] == "TaskDuration")


def _server_spent(process: int) -> float:
    """Give the processor seconds of a process (Linux; 0 elsewhere)."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def _server() -> int:
    """Give the process that serves: the child of this one that runs the app."""
    own = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    children = own.read_text(encoding="ascii").split() if own.exists() else []
    running = [int(c) for c in children if "app.py" in Path(f"/proc/{c}/cmdline").read_text(encoding="utf-8")]
    return running[0] if running else -1


def change(page: Page, session: CDPSession, name: str, server: int) -> str:
    """Click one family and say what it cost."""
    page_before, server_before = _spent(session), _server_spent(server)
    page.evaluate(_CLICK, [name, _POINTS])
    page.wait_for_function("() => window.__seen.sentence && window.__seen.chart")
    page.wait_for_timeout(500)
    page.wait_for_function(_QUIET)
    seen = page.evaluate("() => window.__seen")
    heading = page.get_by_role("heading", level=2).first.inner_text()
    return (
        f"  {name:10} sentence {seen['sentence']:5.0f} ms  chart {seen['chart']:5.0f} ms  "
        f"page {_spent(session) - page_before:4.2f} s  server {_server_spent(server) - server_before:4.2f} s  {heading}"
    )


def main(store: str) -> None:
    """Serve the store and print the table."""
    with served(Path(store), module="dashlib.ui.launch") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(ARGUMENTS))
        for visit in ("first visit", "second visit"):
            page = browser.new_page(viewport={"width": 1440, "height": 1000})
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            began = time.perf_counter()
            page.goto(address)
            page.locator(_POINTS).first.wait_for(timeout=60_000)
            print(f"{visit}: the first marks after {time.perf_counter() - began:.2f} s")
        page.wait_for_function(_QUIET)
        page.wait_for_timeout(1000)
        for name in _CLICKS:
            print(change(page, session, name, _server()))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
