"""What the finder gives where nothing is known, and as a frame."""

import datetime as dt

import pytest

from dashlib.codebook.tables import read_toml
from dashlib.errors import FilterError
from dashlib.parsing.dates import find, find_dates
from dashlib.parsing.dates.guards import GUARDS
from dashlib.types import Interval

_PLACEHOLDERS = [
    ("They met on Friday.", "XXXX-WXX-5"),
    ("They met yesterday.", "XXXX-XX-XX"),
    ("They met last week.", "XXXX-WXX"),
    ("They met last year.", "XXXX"),
    ("They met in May.", "XXXX-05"),
    ("They met on August 15.", "XXXX-08-15"),
    ("They met last summer.", "XXXX-SU"),
    ("They met in the third quarter.", "XXXX-Q3"),
]


@pytest.mark.parametrize(("sentence", "value"), _PLACEHOLDERS)
def test_placeholders_without_a_publication_date(parsed, sentence, value):
    """With no day to count from, what is known of the value is kept and no interval is made up."""
    (timex,) = find(parsed(sentence), Interval())
    assert timex.value == value
    assert not timex.interval.known


def test_frame():
    """The frame has the documented columns, one row an expression."""
    frame = find_dates("They met in May 2024 and will meet on Friday.", "2024-08-14")
    assert list(frame.columns) == [
        "start", "end", "text", "type", "value", "date_start", "date_end", "date_precision", "date_basis",
    ]  # fmt: skip
    assert frame["value"].tolist() == ["2024-05", "2024-08-16"]
    assert frame["date_end"].tolist() == [dt.date(2024, 5, 31), dt.date(2024, 8, 16)]
    assert frame["date_basis"].tolist() == ["explicit", "relative"]


def test_empty_text():
    """An empty text has no rows."""
    assert find_dates("").empty


def test_bad_publication_date():
    """A publication date that is no date is an error that says how to write one."""
    with pytest.raises(FilterError, match="2025-08-15"):
        find_dates("They met.", "yesterday")


def test_every_guard_that_a_rule_names_is_there():
    """A rule without its guard would fail on the first text that it matches, such as "a 3 week stay"."""
    rules = read_toml("dates_rules.toml")["rules"]
    assert {r["guard"] for r in rules if r.get("guard")} <= GUARDS.keys()
