"""Filters set by a click, and what a phone is."""

import datetime as dt
from types import SimpleNamespace

import pytest

from dashlib.query import Filters
from dashlib.ui import device
from dashlib.ui.steer import within

D = dt.date


def test_days_of_a_click_take_the_place_of_days_in_words():
    """Otherwise the phrase would come back and win."""
    words = Filters(when="2024", kinds=("call",))
    found = within(words, {"since": D(2025, 3, 3), "until": D(2025, 3, 9)})
    assert found == Filters(kinds=("call",), since=D(2025, 3, 3), until=D(2025, 3, 9))
    assert within(words, {"since": None, "until": None}) == Filters(kinds=("call",))


def test_a_click_without_days_leaves_the_days():
    """The rest of the filter stays."""
    found = within(Filters(when="2024", words="phone"), {"actors": ("A",)})
    assert (found.when, found.words, found.actors) == ("2024", "phone", ("A",))


@pytest.mark.parametrize(
    ("agent", "is_phone"),
    [
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36", True),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130 Safari/537.36", False),
        (None, False),
    ],
)
def test_phones_say_that_they_are(monkeypatch, agent, is_phone):
    """A browser that says nothing is none."""
    headers = {"User-Agent": agent} if agent else {}
    monkeypatch.setattr(device.st, "context", SimpleNamespace(headers=headers))
    assert device.phone() is is_phone
