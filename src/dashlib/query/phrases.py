"""Reads dates as people type them into a filter: "last 30 days", "Aug 2025", "since May", "1 Jan – 15 Aug 2025".

The grammar is that of articles (`dashlib.parsing.dates`), run without a model: the phrase is put after a made-up verb
of the past, so that a month without a year is the last one. Whatever the grammar leaves over is refused.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dashlib.codebook.tables import read_toml
from dashlib.errors import FilterError
from dashlib.parsing.dates.finder import find
from dashlib.parsing.dates.units import holding
from dashlib.types import Interval, Precision, Timex
from dashlib.wording import joined, when

__all__ = ["PRESETS", "Days", "read_days", "relative"]

_TABLE: Mapping[str, Any] = read_toml("date_phrases.toml")
PRESETS: tuple[str, ...] = tuple(_TABLE["presets"])
_EVERYTHING = frozenset(_TABLE["everything"])
_AROUND = frozenset(_TABLE["around"])
_OTHERS: Mapping[str, str] = _TABLE["others"]
_VERB = "happened"
_WRAPPED = ("{}", "in {}", "last {}", "the {}")
_ONE_DAY, _OTHER_DAY = dt.date(2020, 1, 15), dt.date(2021, 2, 19)  # no year, month, week or weekday in common
_LONGEST = 80
_DASHES = frozenset("-–—")
_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d\d)(?:-(\d\d))?(?![\d-])")
_WEEK = re.compile(r"^(?:the )?week (?:of|from|beginning) ", re.IGNORECASE)
_WORD = re.compile(r"\w+|[^\w\s]")


class Days(NamedTuple):
    """The days that a phrase means, both inclusive, None where open; `said` is how they are written."""

    since: dt.date | None
    until: dt.date | None
    said: str


def read_days(phrase: str, today: dt.date) -> Days:
    """Read a phrase, counting from `today`; a word such as "everything" restricts nothing.

    >>> read_days("since May", dt.date(2026, 11, 24))
    Days(since=datetime.date(2026, 5, 1), until=None, said='since 1 May 2026')

    Raises FilterError for what is no date, naming the part that cannot be read.
    """
    text = " ".join(phrase.split())
    if text.casefold() in _EVERYTHING | {""}:
        return Days(None, None, "every date")
    found = _read(text, today)
    if found is None:
        raise FilterError(f"{_unread(text, today)} cannot be read as a date; write for example {_examples()}")
    return Days(found.start, found.end, when(found.start, found.end, found.precision))


def relative(phrase: str) -> bool:
    """Whether a phrase means other days on another day.

    >>> relative("last 30 days"), relative("since May"), relative("since May 2025")
    (True, True, False)
    """
    text = " ".join(phrase.split())
    return _read(text, _ONE_DAY) != _read(text, _OTHER_DAY)


def _examples() -> str:
    return joined([f"“{e}”" for e in _TABLE["examples"]], "or")


@lru_cache(maxsize=256)
def _read(text: str, today: dt.date) -> Interval | None:
    """Give the days of the first way of writing the phrase that leaves nothing over."""
    if len(text) > _LONGEST:
        return None
    if week := _WEEK.match(text):
        return _week(_read(text[week.end() :], today))
    readings = (_whole(way, today) for way in _ways(text))
    return next((r for r in readings if r is not None), None)


def _week(day: Interval | None) -> Interval | None:
    return holding("week", day.start).interval if day is not None and day.start is not None else None


def _ways(text: str) -> Iterator[str]:
    """Give the ways to write a phrase that the grammar may know, the plainest first.

    News texts write names of months in capitals and ranges with "from"; people who type do neither.
    """
    plain = _ISO.sub(_spelt, _replaced(text))
    for spelt in dict.fromkeys((plain, plain.lower(), plain.title())):
        yield from (wrap.format(spelt) for wrap in _WRAPPED)
        yield from _ranges(spelt)


def _replaced(text: str) -> str:
    """Put what the grammar reads in place of what people type, for a whole phrase or for one end of a range.

    A dash without an end leaves that end open.
    """
    if text[-1:] in _DASHES or text[:1] in _DASHES:
        return f"since {text[:-1]}" if text[-1:] in _DASHES else f"until {text[1:]}"
    ends = _joint().split(text)
    known = [_OTHERS.get(end.casefold(), end) for end in ends]
    return _OTHERS.get(text.casefold(), text if known == ends else " to ".join(known))


def _spelt(iso: re.Match[str]) -> str:
    """Write an ISO 8601 day or month out; one that is none stays as it is."""
    year, month, day = iso.groups()
    try:
        first = dt.date(int(year), int(month), int(day or 1))
    except ValueError:
        return iso.group()
    return f"{first.day} {first:%B} {first.year}" if day else f"{first:%B} {first.year}"


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    joints = sorted(_TABLE["joints"], key=len, reverse=True)
    words = "|".join(j for j in joints if j.isalpha())
    marks = "|".join(re.escape(j) for j in joints if not j.isalpha())
    return re.compile(rf"\s+(?:{words})\s+|\s*(?:{marks})\s*", re.IGNORECASE)


def _ranges(text: str) -> Iterator[str]:
    """Write a phrase of two ends as news texts do: from one to the other."""
    for joint in _joint().finditer(text):
        first, last = text[: joint.start()], text[joint.end() :]
        if first and last:
            yield f"from {first.removeprefix('from ').removeprefix('From ')} to {last}"


@lru_cache(maxsize=1)
def _blank() -> Language:
    return spacy.blank("en")


def _doc(text: str) -> Doc:
    """Give a Doc of the phrase after a verb of the past, parsed by hand: everything hangs on the verb."""
    words = [t.text for t in _blank().make_doc(text)]
    number = len(words)
    return Doc(
        _blank().vocab,
        words=[_VERB, *words],
        tags=["VBD", *["NN"] * number],
        pos=["VERB", *["NOUN"] * number],
        lemmas=["happen", *words],
        heads=[0] * (number + 1),
        deps=["ROOT", *["npadvmod"] * number],
    )


def _found(text: str, today: dt.date) -> tuple[str, Sequence[Timex]]:
    doc = _doc(text)
    return doc.text, find(doc, Interval(today, today, Precision.DAY))


def _left(text: str, found: Sequence[Timex]) -> list[str]:
    """Give the words that no expression holds, but for those that may stand around one."""
    outside = [text[a.end : b.start] for a, b in zip([None, *found], [*found, None], strict=True) if a and b]
    first, last = (found[0].start, found[-1].end) if found else (len(text), len(text))
    words = _WORD.findall(" ".join([text[len(_VERB) : first], *outside, text[last:]]))
    return [w for w in words if w.lower() not in _AROUND]


def _whole(text: str, today: dt.date) -> Interval | None:
    """Give the days of a phrase that is one expression or one range and nothing else."""
    written, found = _found(text, today)
    intervals = {(t.interval.start, t.interval.end): t.interval for t in found}
    if len(intervals) != 1 or _left(written, found):
        return None
    interval = next(iter(intervals.values()))
    return interval if interval.known else None


def _unread(text: str, today: dt.date) -> str:
    """Name the part of a phrase that is no date."""
    written, found = _found(text.title(), today)
    left = _left(written, found) if found else []
    words = [w for w in text.split() if left and left[0].lower() in w.lower()]
    part = words[0] if words else text
    return f"“{part if len(part) <= _LONGEST else part[:_LONGEST] + '…'}”"
