"""The publication date where no metadata has it: "Published:" lines, date lines, addresses, and inference.

Inference dates a text by its own time expressions (compare Chambers 2012, "Labeling documents with timestamps"): a
weekday with a day and month fixes the year, dates in the past bound it from below and dates to come from above. A wrong
certainty is worse than an interval: where a day cannot be had, the interval says so.
"""

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from spacy.tokens import Doc

from dashlib.codebook.tables import read_toml
from dashlib.parsing import pipeline
from dashlib.parsing.annotations import article
from dashlib.parsing.dates.finder import Sighting, sightings
from dashlib.parsing.dates.reading import Direction
from dashlib.settings import current
from dashlib.types import Basis, Interval, Precision

__all__ = ["from_address", "infer"]

_HEAD = 600  # characters in which a date line or a "Published:" line stands
_WINDOW = 5  # years: the days of a week fall on the same dates again after five years at the earliest
_NEAR = 183  # days around a fixed date within which a date without a year is of the same stretch
_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d{2})([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_ADDRESS_LOOSE = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?!\d)")
_PRECISIONS = ((1, Precision.DAY), (7, Precision.WEEK), (31, Precision.MONTH), (366, Precision.YEAR))


def _interval(start: dt.date | None, end: dt.date | None) -> Interval:
    """Give an interval with the precision of its length."""
    if start is None or end is None:
        return Interval(start, end)
    days = (end - start).days + 1
    return Interval(start, end, next((p for most, p in _PRECISIONS if days <= most), Precision.UNKNOWN))


def _day(day: dt.date) -> Interval:
    return Interval(day, day, Precision.DAY)


def from_address(address: str) -> Interval:
    """Give the day that a URL or file name carries: ".../2025/08/13/...", "20250813", "2025-8-13"; else nothing."""
    for match in (*_ADDRESS_LOOSE.finditer(address), *_ADDRESS.finditer(address)):
        parts = [int(p) for p in match.groups() if p and p.isdigit()]
        try:
            return _day(dt.date(*parts))
        except ValueError:
            continue
    return Interval()


@lru_cache(maxsize=1)
def _lines() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of a "Published:" line and of a date line, before the date itself."""
    labels = "|".join(re.escape(w) for w in read_toml("dates_words.toml")["publication"]["labels"])
    clock = r"(?:[\d:.]+\s*(?:[ap]\.?m\.?)?,?\s*)?(?:[A-Z]{2,4},?\s*)?"
    label = re.compile(rf"(?:^|[\n|•·]\s*)(?:{labels})\b[\s:.\-–—|]*(?:at|on)?\s*{clock}$", re.IGNORECASE)
    place = r"(?:[A-Z][A-Z.'’\-]+[ ,]*){1,4}(?:\([A-Z][\w ]+\)\s*)?(?:[A-Z][\w.]+(?: [A-Z][\w.]+)*,\s*)?"
    dateline = re.compile(rf"(?:^|\n)\s*{place}(?:\([^)]{{2,40}}\)\s*)?[,(—–\-]*\s*$")
    return label, dateline


def _opening(doc: Doc, seen: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """Give the dates that head the article: of a "Published:" line, else of a date line."""
    label, dateline = _lines()
    head = [s for s in takewhile(lambda s: s.timex.start < _HEAD, seen) if s.day is not None]
    labelled = tuple(s for s in head if label.search(doc.text[: s.timex.start]))
    tail = tuple(
        s for s in seen if s.day is not None and s.timex.start >= _HEAD and label.search(doc.text[: s.timex.start])
    )
    lined = tuple(s for s in head if dateline.search(doc.text[: s.timex.start]) and _closes(doc.text[s.timex.end :]))
    return labelled or lined or tail[-1:]


def _closes(rest: str) -> bool:
    """Whether a date line ends here: an agency in brackets or a dash."""
    return re.match(r"\s*,?\s*(?:\([^)]{2,40}\))?\s*[—–:\-]|\s*,?\s*\([^)]{2,40}\)", rest) is not None


def _years(seen: Iterable[Sighting]) -> list[int]:
    """Give the years that the text names."""
    return [s.timex.interval.start.year for s in seen if s.year and s.timex.interval.start is not None]


def _fits(year: int, sighting: Sighting) -> dt.date | None:
    """Give the day of a sighting in a year, where there is one and its weekday agrees."""
    assert sighting.day is not None
    try:
        day = dt.date(year, *sighting.day)
    except ValueError:
        return None
    return day if sighting.weekday in {None, day.isoweekday()} else None


def _fixed(seen: tuple[Sighting, ...]) -> dt.date | None:
    """Give the day that fixes the year: weekday, day and month soon after the last named year, or a whole date."""
    whole = [s.timex.interval.start for s in seen if s.day and s.year and s.timex.interval.start is not None]
    named = _years(seen)
    floor = max(named, default=None)
    for sighting in seen:
        if sighting.day and sighting.weekday and not sighting.year and floor is not None:
            days = [d for y in range(floor, floor + _WINDOW + 1) if (d := _fits(y, sighting))]
            if days:
                return days[0]
    return max(whole, default=None)


def _dated(seen: tuple[Sighting, ...], fixed: dt.date) -> list[tuple[dt.date, Direction]]:
    """Give the days of the text with their direction, those without a year placed near the fixed day."""
    out = []
    for sighting in seen:
        if sighting.day is None:
            continue
        if sighting.year:
            day = sighting.timex.interval.start
        else:
            days = [d for y in range(fixed.year - 1, fixed.year + 2) if (d := _fits(y, sighting))]
            day = min(days, key=lambda d: abs((d - fixed).days), default=None)
        if day is not None:
            out.append((day, sighting.direction))
    return out


def _bounds(seen: tuple[Sighting, ...]) -> Interval:
    """Bound the publication by what is told as past and what as to come."""
    fixed = _fixed(seen)
    if fixed is None:
        years = [s.timex.interval for s in seen if s.year and s.direction is Direction.PAST]
        return _interval(max((i.start for i in years if i.start), default=None), None)
    days = _dated(seen, fixed)
    past = [d for d, side in days if side is Direction.PAST]
    lower = max(past, default=None)
    future = [d for d, side in days if side is Direction.FUTURE and (lower is None or d >= lower)]
    upper = min(future, default=None)
    if lower is not None and upper is not None and (upper - lower).days > _NEAR:
        upper = None
    return _interval(lower, upper)


def infer(source: Doc | str) -> tuple[Interval, Basis]:
    """Give the interval in which a text was published, and why: `dateline`, `inferred`, or `none`.

    A Doc's article may carry an address with the day in it. Either end is None where nothing bounds it.
    """
    doc = pipeline.load(current().model, ())(source) if isinstance(source, str) else source
    known = article(doc)
    seen = sightings(doc)
    for heading in _opening(doc, seen):
        if heading.year:
            return heading.timex.interval, Basis.DATELINE
        return _yearless(heading, seen, from_address(known.url or known.path))
    address = from_address(known.url) if known.url else Interval()
    if address.known:
        return address, Basis.INFERRED
    bounds = _bounds(seen)
    return (bounds, Basis.INFERRED) if bounds.known else (Interval(), Basis.NONE)


def _yearless(heading: Sighting, seen: tuple[Sighting, ...], address: Interval) -> tuple[Interval, Basis]:
    """Date a date line without a year: by the address, by weekdays, else only from the last named year on."""
    if address.start is not None:
        near = [d for y in range(address.start.year - 1, address.start.year + 2) if (d := _fits(y, heading))]
        return _day(min(near, key=lambda d: abs((d - address.start).days if address.start else 0))), Basis.DATELINE
    fixed = _fixed(seen)
    if fixed is not None:
        near = [d for y in range(fixed.year - 1, fixed.year + 2) if (d := _fits(y, heading))]
        day = min(near, key=lambda d: abs((d - fixed).days))
        if abs((day - fixed).days) <= _NEAR:
            return _day(day), Basis.DATELINE
    floor = max(_years(seen), default=None)
    day_or_none = _fits(floor, heading) if floor else None
    return (Interval(day_or_none, None), Basis.DATELINE) if day_or_none else (Interval(), Basis.NONE)
