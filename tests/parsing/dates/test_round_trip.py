"""A date rendered in any style of the news comes back."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashlib.parsing import pipeline
from dashlib.parsing.dates import find, find_dates
from dashlib.settings import current
from dashlib.types import Interval, Precision

_SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def _nth(day: dt.date) -> str:
    return f"{day.day}{_SUFFIXES.get(day.day, 'th')}"


def _short(day: dt.date) -> str:
    return {5: "May", 6: "June", 7: "July", 9: "Sept."}.get(day.month, f"{day:%b}.")


_STYLES: dict[str, Callable[[dt.date], str]] = {
    "August 15, 2025": lambda d: f"{d:%B} {d.day}, {d.year}",
    "August 15 2025": lambda d: f"{d:%B} {d.day} {d.year}",
    "15 August 2025": lambda d: f"{d.day} {d:%B} {d.year}",
    "15 August, 2025": lambda d: f"{d.day} {d:%B}, {d.year}",
    "Aug. 15, 2025": lambda d: f"{_short(d)} {d.day}, {d.year}",
    "15 Aug 2025": lambda d: f"{d.day} {d:%b} {d.year}",
    "15 Aug. 2025": lambda d: f"{d.day} {_short(d)} {d.year}",
    "Aug 15, 2025": lambda d: f"{d:%b} {d.day}, {d.year}",
    "August 15th, 2025": lambda d: f"{d:%B} {_nth(d)}, {d.year}",
    "15th August 2025": lambda d: f"{_nth(d)} {d:%B} {d.year}",
    "15th of August 2025": lambda d: f"{_nth(d)} of {d:%B} {d.year}",
    "the 15th of August, 2025": lambda d: f"the {_nth(d)} of {d:%B}, {d.year}",
    "August the 15th, 2025": lambda d: f"{d:%B} the {_nth(d)}, {d.year}",
    "Friday, August 15, 2025": lambda d: f"{d:%A}, {d:%B} {d.day}, {d.year}",
    "Friday, 15 August 2025": lambda d: f"{d:%A}, {d.day} {d:%B} {d.year}",
    "Friday 15 August 2025": lambda d: f"{d:%A} {d.day} {d:%B} {d.year}",
    "Friday August 15 2025": lambda d: f"{d:%A} {d:%B} {d.day} {d.year}",
    "Fri., Aug. 15, 2025": lambda d: f"{d:%a}., {_short(d)} {d.day}, {d.year}",
    "Fri 15 Aug 2025": lambda d: f"{d:%a} {d.day} {d:%b} {d.year}",
    "Friday, Aug. 15, 2025": lambda d: f"{d:%A}, {_short(d)} {d.day}, {d.year}",
    "Friday, the 15th of August 2025": lambda d: f"{d:%A}, the {_nth(d)} of {d:%B} {d.year}",
    "2025-08-15": lambda d: d.isoformat(),
    "2025/08/15": lambda d: f"{d:%Y/%m/%d}",
    "15.08.2025": lambda d: f"{d:%d.%m.%Y}",
    "15.8.2025": lambda d: f"{d.day}.{d.month}.{d.year}",
    "AUGUST 15, 2025": lambda d: f"{d:%B} {d.day}, {d.year}".upper(),
    "15 AUGUST 2025": lambda d: f"{d.day} {d:%B} {d.year}".upper(),
    "05 August 2025": lambda d: f"{d:%d %B %Y}",
    "August 05, 2025": lambda d: f"{d:%B %d, %Y}",
    "2025-08-15T10:30": lambda d: f"{d.isoformat()}T10:30",
    "August 15 (year apart)": lambda d: f"{d:%B} {d.day} of this year",
}

_DAYS = st.dates(min_value=dt.date(1946, 1, 1), max_value=dt.date(2040, 12, 31))
_NLP = pipeline.load(current().model, ())


def test_styles_are_thirty():
    """Thirty styles and more are rendered."""
    assert len(_STYLES) >= 30


@settings(max_examples=250, deadline=None)
@given(day=_DAYS, style=st.sampled_from(sorted(_STYLES)))
def test_round_trip(day, style):
    """A day in any style is found as that day."""
    text = f"The envoys met in Geneva on {_STYLES[style](day)}."
    published = dt.date(day.year, 12, 31)
    found = find(_NLP(text), Interval(published, published, Precision.DAY))
    assert [(t.interval.start, t.interval.end) for t in found] == [(day, day)]
    assert found[0].value[:10] == day.isoformat()


@settings(max_examples=60, deadline=None)
@given(published=_DAYS, back=st.integers(min_value=0, max_value=6))
def test_weekday_of_the_past_week(published, back):
    """A weekday beside a verb in the past is the last such day, the day of publication included."""
    day = published - dt.timedelta(days=back)
    found = find(_NLP(f"The envoys met on {day:%A}."), Interval(published, published, Precision.DAY))
    assert [t.interval.start for t in found] == [day]


@settings(max_examples=60, deadline=None)
@given(published=_DAYS, ahead=st.integers(min_value=0, max_value=6))
def test_weekday_of_the_coming_week(published, ahead):
    """A weekday beside "will" is the next such day."""
    day = published + dt.timedelta(days=ahead)
    found = find(_NLP(f"The envoys will meet on {day:%A}."), Interval(published, published, Precision.DAY))
    assert [t.interval.start for t in found] == [day]


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=st.sampled_from("May 12,3/-–:.'’s theofAugustlastweek\n0919"), max_size=60))
def test_any_text_is_read(text):
    """No text breaks the finder, and what it finds lies in the text in order without overlaps."""
    published = dt.date(2025, 8, 14)
    found = find(_NLP(text), Interval(published, published, Precision.DAY))
    ends = [0, *(t.end for t in found)]
    for end, timex in zip(ends, found, strict=False):
        assert end <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text


@pytest.mark.parametrize(
    "published", ["2025-08-14", dt.date(2025, 8, 14), dt.datetime(2025, 8, 14, 23, 0, tzinfo=dt.UTC)]
)
def test_publication_is_taken_in_any_form(published):
    """A day, a moment and an ISO text are the same publication date."""
    frame = find_dates("They met yesterday.", published)
    assert frame["date_start"].tolist() == [dt.date(2025, 8, 13)]
