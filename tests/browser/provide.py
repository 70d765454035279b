"""Finds a Chromium for the browser tests: on the PATH, by apt-get, or Playwright's own; says what to do where none is.

Run as a script it prints the path, and exits 1 with a sentence where no Chromium can be had.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

__all__ = ["ARGUMENTS", "chromium_path"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
ARGUMENTS = (
    "--no-sandbox",
    "--headless=new",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
ADVICE = (
    "no Chromium was found, and none could be installed; install one (Debian, Ubuntu: `sudo apt-get install chromium`; "
    "else: Chrome or Chromium from your system) so that `chromium` or `google-chrome` is on the PATH, and try again"
)
_PATIENCE = 420  # seconds for one attempt to install


def _on_path() -> str:
    return next((found for name in NAMES if (found := shutil.which(name))), "")


def _runs(*command: str) -> bool:
    """Run a command of the installation, its words on stderr; whether it succeeded."""
    try:
        done = subprocess.run(command, stdout=sys.stderr, check=False, timeout=_PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _by_apt() -> str:
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return ""
    _runs("apt-get", "update", "-qq")
    return _on_path() if _runs("apt-get", "install", "-y", "-qq", "chromium") else ""


def _playwright_own() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else ""


def _by_playwright() -> str:
    return _playwright_own() if _runs(sys.executable, "-m", "playwright", "install", "chromium") else ""


@cache
def chromium_path() -> str:
    """Give the path of a Chromium, installing one where that is allowed. Raises RuntimeError with advice otherwise."""
    for attempt in (_on_path, _playwright_own, _by_apt, _by_playwright):
        if found := attempt():
            return found
    raise RuntimeError(ADVICE)


def main() -> int:
    """Print the path of a Chromium, or the advice."""
    try:
        print(chromium_path())  # noqa: T201 - what the script is for
    except RuntimeError as e:
        print(e, file=sys.stderr)  # noqa: T201 - likewise
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
