"""The filter bar where only a browser shows it: labels that change under a choice, typed dates, views, a phone."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.steps import address_has, bar, choose, go, sentence, type_dates

from dashlib.store import notes

pytestmark = pytest.mark.browser


def _chip(page, words):
    return bar(page).get_by_test_id("stMultiSelect").get_by_text(re.compile(words))


def test_a_choice_keeps_its_place_while_its_count_changes(open_page):
    """The count of what is chosen follows the other filters, in the list and in the address nothing is lost."""
    page = open_page()
    choose(page, "^Who", "Vladimir Putin")
    sentence(page, "13 events: with Vladimir Putin")
    expect(_chip(page, r"Vladimir Putin\s13")).to_be_visible()
    choose(page, "^Kind", "Call")
    sentence(page, "10 events: calls with Vladimir Putin")
    expect(_chip(page, r"Vladimir Putin\s10")).to_be_visible()
    bar(page).get_by_role("button", name=re.compile("^Happened")).click()
    sentence(page, r"\d+ events: calls with Vladimir Putin, happened")
    choose(page, "^Who", "Donald Trump")
    sentence(page, r"\d+ events: calls with Vladimir Putin or Donald Trump, happened")
    address_has(page, who=["Vladimir Putin", "Donald Trump"], kind=["Call"], status=["Happened"])


def test_choices_made_in_one_breath_all_hold(open_page):
    """Several choices before the page has answered the first."""
    page = open_page()
    sentence(page, "74 events")
    choose(page, "^Who", "Vladimir Putin", "Donald Trump", "Russia")
    sentence(page, r"\d+ events: with Vladimir Putin, Donald Trump or Russia")
    address_has(page, who=["Vladimir Putin", "Donald Trump", "Russia"])


def test_typed_dates_hold_over_a_reload_and_go_back(open_page):
    """Words for dates stand in the field and in the address, and Back takes them away."""
    page = open_page("/?kind=Call")
    sentence(page, "16 events: calls")
    type_dates(page, "since mar 2025")
    sentence(page, r"\d+ events: calls, since 1 Mar 2025")
    address_has(page, when=["since mar 2025"])
    page.reload()
    sentence(page, r"\d+ events: calls, since 1 Mar 2025")
    go(page, "Summits")
    sentence(page, r"\d+ events: summits, since 1 Mar 2025")
    address_has(page, when=["since mar 2025"])
    type_dates(page, "no such day")
    expect(page.get_by_text("“no such day” cannot be read as a date")).to_be_visible()
    sentence(page, r"\d+ events: summits$")


def test_a_named_view_is_opened_from_another_page(own, open_page):
    """A view leads to its page with its filters, in the address too."""
    store, address = own
    page = open_page("/calls?who=Vladimir+Putin", at=address)
    sentence(page, "10 events: calls with Vladimir Putin")
    bar(page).get_by_role("button", name="Views").click()
    page.get_by_label("Name of this view").fill("Putin on the phone")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Save this view").click()
    expect(page.get_by_role("button", name="Putin on the phone")).to_be_visible()
    assert [v.page for v in notes.views(store)] == ["Calls"]
    page.keyboard.press("Escape")
    go(page, "Timeline")
    sentence(page, "13 events: with Vladimir Putin")
    bar(page).get_by_role("button", name="Reset").click()
    sentence(page, "74 events")
    bar(page).get_by_role("button", name="Views").click()
    page.get_by_role("button", name="Putin on the phone").click()
    sentence(page, "10 events: calls with Vladimir Putin")
    address_has(page, who=["Vladimir Putin"])
    assert "/calls?" in page.url


def test_a_period_is_named_in_its_dialog(own, open_page):
    """What is typed is kept, offered among the days, and filters on a click."""
    store, address = own
    page = open_page(at=address)
    sentence(page, "74 events")
    bar(page).get_by_role("button", name="Days").click()
    page.get_by_role("button", name="Named periods").click()
    dialog = page.get_by_role("dialog").filter(has=page.get_by_role("button", name="Add"))
    dialog.get_by_label("Name", exact=True).fill("Winter talks")
    dialog.get_by_label("Days", exact=True).fill("since May")
    dialog.get_by_role("button", name="Add").click()
    expect(dialog.get_by_text("a period needs its first and its last day")).to_be_visible()
    dialog.get_by_label("Days", exact=True).fill("Q1 2025")
    dialog.get_by_role("button", name="Add").click()
    expect(dialog.get_by_text("Winter talks · first quarter of 2025")).to_be_visible()
    assert [p.name for p in notes.periods(store)] == ["Winter talks"]
    page.keyboard.press("Escape")
    bar(page).get_by_role("button", name="Days").click()
    page.get_by_role("button", name="Winter talks").click()
    sentence(page, r"\d+ events: first quarter of 2025")
    address_has(page, **{"from": ["2025-01-01"], "to": ["2025-03-31"]})


def test_the_bar_works_on_a_phone(open_page):
    """Its popovers stay on a narrow screen, and the link is the address."""
    page = open_page("/?who=Vladimir+Putin", width=390, height=844)
    sentence(page, "13 events")
    page.get_by_test_id("stExpandSidebarButton").click()
    for name in ("Views", "Share", "Days"):
        bar(page).get_by_role("button", name=name).click()
        box = page.get_by_test_id("stPopoverBody").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        if name == "Share":
            expect(page.get_by_test_id("stCode")).to_contain_text("?who=Vladimir+Putin")
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
