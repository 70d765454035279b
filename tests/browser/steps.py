"""What a reader does with the bar and what they see of it, for several tests."""

import re

from playwright.sync_api import Locator, Page, expect

__all__ = ["address_has", "bar", "choose", "go", "sentence", "type_dates"]

# Asked of the page itself: the app changes the address without a navigation, which waiting for one may miss.
_ADDRESS = "([name, wanted]) => `${new URLSearchParams(location.search).getAll(name)}` === `${wanted}`"


def sentence(page: Page, text: str) -> None:
    """Wait until the page's sentence begins so (a regular expression)."""
    expect(page.get_by_role("heading", level=2, name=re.compile(f"^{text}"))).to_be_visible()


def address_has(page: Page, **wanted: list[str]) -> None:
    """Wait until the address has these parameters."""
    for name, values in wanted.items():
        page.wait_for_function(_ADDRESS, arg=[name, values])


def bar(page: Page) -> Locator:
    """Give the sidebar."""
    return page.get_by_test_id("stSidebar")


def choose(page: Page, label: str, *names: str) -> None:
    """Choose from one of the bar's lists by its label; behind each name stands its count."""
    box = bar(page).get_by_role("combobox", name=re.compile(label))
    for name in names:
        box.click()
        box.fill(name)
        page.get_by_role("option", name=re.compile(rf"^{re.escape(name)}\s[\d,]+$")).first.click()
    page.keyboard.press("Escape")


def type_dates(page: Page, words: str) -> None:
    """Type dates into the bar."""
    box = bar(page).get_by_role("combobox", name=re.compile("^When|When$"))
    box.click()
    box.fill(words)
    page.keyboard.press("Enter")


def go(page: Page, name: str) -> None:
    """Go to another page by its name."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name).click()
