"""Dates as people type them: what they mean, how they were read, and what cannot be read."""

import csv
import datetime as dt
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashlib.errors import FilterError
from dashlib.query.phrases import PRESETS, read_days, relative
from dashlib.wording import when

TODAY = dt.date(2026, 11, 24)
_TABLE = (Path(__file__).parent / "phrases.csv").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(row.values()) for row in csv.DictReader(_TABLE)]
_days = st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31))


def _day(text):
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("phrase", "since", "until", "said"), ROWS)
def test_a_phrase_is_read_and_said_back(phrase, since, until, said):
    """Each phrase means these days, and the reader is told so in words."""
    assert read_days(phrase, TODAY) == (_day(since), _day(until), said)


@pytest.mark.parametrize(
    ("phrase", "part"),
    [
        ("soon after the war", "soon after the war"), ("Ukraine 2024", "Ukraine"), ("30 Feb 2025", "30 Feb 2025"),
        ("2025-02-30", "2025-02-30"), ("last", "last"), ("May 2025 or so", "so"), ("x" * 200, "x" * 80 + "…"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_named(phrase, part):
    """The message holds the part that cannot be read and what would be right."""
    with pytest.raises(FilterError, match=f"^“{part}” cannot be read as a date; write for example “last 30 days”"):
        read_days(phrase, TODAY)


@given(st.text(max_size=30) | st.lists(st.sampled_from([w for r in ROWS for w in r[0].split()])).map(" ".join))
def test_nothing_that_is_typed_breaks_it(phrase):
    """Whatever is typed is read, or refused in words; days never cross."""
    with suppress(FilterError):
        found = read_days(phrase, TODAY)
        assert not (found.since and found.until and found.since > found.until)
        assert found.said


@given(_days, _days)
def test_dates_in_our_own_words_are_read_back(one, other):
    """What the app writes as a range of days can be typed into it."""
    start, end = sorted((one, other))
    for since, until in ((start, end), (start, None), (None, end), (start, start)):
        assert read_days(when(since, until), TODAY)[:2] == (since, until)


@given(_days)
def test_presets_count_from_the_day_it_is(today):
    """Each preset ends on the day itself or holds it, but for last year; none is the same on another day.

    The last asks for no dates.
    """
    assert read_days(PRESETS[-1], today)[:2] == (None, None)
    for preset in PRESETS[:-1]:
        found = read_days(preset, today)
        assert found.since is not None
        assert found.until is not None
        assert relative(preset)
        assert found.since <= today
        if preset == "last year":
            assert (found.since, found.until) == (dt.date(today.year - 1, 1, 1), dt.date(today.year - 1, 12, 31))
        else:
            assert today <= found.until


@pytest.mark.parametrize("phrase", ["2024", "since May 2025", "Q3 2024", "1 Jan – 15 Aug 2025", "2025-08-15"])
def test_a_year_makes_a_phrase_the_same_on_every_day(phrase):
    """What names its year does not depend on the day it is."""
    assert not relative(phrase)
