"""Phrases of the news, their TIMEX3 values and their days: one row of phrases.csv each."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from dashlib.parsing.dates import find
from dashlib.types import Interval, Precision

_ROWS = list(csv.DictReader((Path(__file__).parent / "phrases.csv").read_text(encoding="utf-8").splitlines()))


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", _ROWS, ids=lambda r: f"{r['family']}: {r['sentence']}")
def test_phrase(parsed, row):
    """A phrase in brackets is found whole, with its type, value, days, precision and basis."""
    start = row["sentence"].index("[")
    phrase = row["sentence"][start + 1 : row["sentence"].index("]")]
    day = dt.date.fromisoformat(row["published"])
    found = find(parsed(row["sentence"].replace("[", "").replace("]", "")), Interval(day, day, Precision.DAY))
    timex = next(t for t in found if t.start == start)
    assert (timex.text, timex.kind, timex.value) == (phrase, row["kind"], row["value"])
    assert (timex.interval.start, timex.interval.end) == (_day(row["start"]), _day(row["end"]))
    assert timex.basis == row["basis"]
    if row["precision"]:
        assert timex.interval.precision == row["precision"]


def test_there_are_rows_enough():
    """The table has 300 rows and more, in all families."""
    assert len(_ROWS) >= 300
    assert len({r["family"] for r in _ROWS}) >= 15
