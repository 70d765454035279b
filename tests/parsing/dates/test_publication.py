"""The publication date where no metadata has it."""

import datetime as dt
from dataclasses import replace

import pytest

from dashlib.parsing import pipeline
from dashlib.parsing.annotations import article
from dashlib.parsing.publication import from_address, infer
from dashlib.settings import current
from dashlib.types import Basis, Interval, Precision


def _day(year: int, month: int, day: int) -> Interval:
    whole = dt.date(year, month, day)
    return Interval(whole, whole, Precision.DAY)


_LINES = [
    ("Published: 13 August 2025\n\nThe minister met his colleague on Tuesday.", _day(2025, 8, 13)),
    ("Minister visits port\n\nPublished on August 13, 2025\n\nHe came on Tuesday.", _day(2025, 8, 13)),
    ("Posted on 2025-03-04 10:20 by the desk\n\nRebels took the town on Monday.", _day(2025, 3, 4)),
    ("Date: 04.03.2025\n\nRebels took the town on Monday.", _day(2025, 3, 4)),
    ("OSLO, March 3, 2024 (Demo) -- The prime minister resigned on Sunday.", _day(2024, 3, 3)),
    ("OSLO, 3 March 2024 (Demo) — The prime minister resigned on Sunday.", _day(2024, 3, 3)),
    ("OSLO, Norway, March 3, 2024 – The prime minister resigned on Sunday.", _day(2024, 3, 3)),
    (
        (
            "KYIV, Aug. 13 (Demo) — Drones hit the port on Tuesday, the most since February 2024. "
            "Talks are due on Friday, Aug. 15."
        ),
        _day(2025, 8, 13),
    ),
]


@pytest.mark.parametrize(("text", "expected"), _LINES)
def test_lines(text, expected):
    """A "Published:" line or a date line gives the day."""
    assert infer(text) == (expected, Basis.DATELINE)


_BOUNDS = [
    (
        "The leaders spoke on March 11, ahead of their summit on Friday, March 14. Fighting began in February 2022.",
        dt.date(2025, 3, 11),
        dt.date(2025, 3, 14),
    ),
    ("The envoys arrived on 3 June 2024 and will leave on 9 June 2024.", dt.date(2024, 6, 3), dt.date(2024, 6, 9)),
    ("The envoys arrived on 3 June 2024 and left on 9 June 2024.", dt.date(2024, 6, 9), None),
    ("The fleet withdrew in March 2023 and has not come back.", dt.date(2023, 3, 1), None),
]


@pytest.mark.parametrize(("text", "start", "end"), _BOUNDS)
def test_bounds(text, start, end):
    """Dates told as past bound the publication from below, dates to come from above."""
    interval, basis = infer(text)
    assert (interval.start, interval.end, basis) == (start, end, Basis.INFERRED)


_UNKNOWN = [
    "The chancellor said on Monday that nothing had changed.",
    "The parties met on Friday, August 15.",
    "RIGA, May 4 (Demo) - The cabinet met.",
    "The treaty of 1991 binds them; they met on Friday, August 15.",
    "",
]


@pytest.mark.parametrize("text", _UNKNOWN)
def test_no_wrong_certainty(text):
    """Where the year cannot be had no day is claimed."""
    interval, _ = infer(text)
    assert interval.end is None
    assert interval.start is None or interval.start.year <= 1991


def test_a_date_line_without_a_year_is_bounded_by_the_last_named_year():
    """Only the lower bound is known where a date line lacks the year and nothing fixes it."""
    assert infer("RIGA, May 4 (Demo) - They vote in June. In 2019 they voted otherwise.") == (
        Interval(dt.date(2019, 5, 4), None),
        Basis.DATELINE,
    )


_ADDRESSES = [
    ("https://news.example/2025/08/13/port-hit", _day(2025, 8, 13)),
    ("https://news.example/2025/8/3/port-hit", _day(2025, 8, 3)),
    ("https://news.example/world/port-hit-20250813", _day(2025, 8, 13)),
    ("https://news.example/port-hit-2025-08-13.html", _day(2025, 8, 13)),
    ("https://news.example/2025/13/45/port-hit", Interval()),
    ("https://news.example/port-hit-1234567", Interval()),
    ("", Interval()),
]


@pytest.mark.parametrize(("address", "expected"), _ADDRESSES)
def test_addresses(address, expected):
    """The day in a URL is read, and no other number is taken for one."""
    assert from_address(address) == expected


def test_the_address_of_the_article_is_used(parsed):
    """Where the text says nothing the address of its article gives the day."""
    doc = parsed("The chancellor said on Monday that nothing had changed.")
    doc._.article = replace(article(doc), url="https://news.example/2025/08/13/chancellor")
    assert infer(doc) == (_day(2025, 8, 13), Basis.INFERRED)


def test_relative_dates_work_on_an_interval():
    """On an interval of publication "this week" and "last year" resolve, and a doubt widens the days."""
    nlp = pipeline.load(current().model, ("dashlib_dates",))
    doc = nlp(
        "The leaders spoke on March 11, ahead of their summit on Friday, March 14. This week troops advanced. "
        "They had retreated last year. The war began in February 2022. Drones fell yesterday."
    )
    found = {t.text: t for t in doc._.timexes}
    assert (found["This week"].value, found["This week"].interval.start) == ("2025-W11", dt.date(2025, 3, 10))
    assert found["last year"].value == "2024"
    assert found["yesterday"].value == "2025-03-XX"
    assert found["yesterday"].interval[:2] == (dt.date(2025, 3, 10), dt.date(2025, 3, 13))
    assert article(doc).published_basis is Basis.INFERRED
