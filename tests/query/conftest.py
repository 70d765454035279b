"""Hand-made events and articles for the tables behind the pages."""

import datetime as dt
from typing import Any

import pytest

from dashlib import schema
from dashlib.codebook import KINDS


@pytest.fixture
def events():
    """Give a function that makes an events frame of rows; `day` stands for both ends of the interval."""

    def made(*rows: dict[str, Any]):
        return schema.frame("events", [_event(i, dict(row)) for i, row in enumerate(rows)])

    return made


def _event(number: int, row: dict[str, Any]) -> dict[str, Any]:
    day = row.pop("day", dt.date(2025, 3, 1))
    sides = ("initiators", "recipients", "participants")
    base = {"event_id": f"e{number}", "kind": "call", "status": "happened", "date_start": day, "date_end": day}
    whole = base | {"title": f"Event {number}", "independent_sources": 1} | row
    named = list(dict.fromkeys(n for side in sides for n in whole.get(side, ())))
    return {"actors": named, "quad": KINDS[whole["kind"]].quad} | whole


@pytest.fixture
def articles():
    """Give a function that makes an articles frame of days of publication, an article each."""

    def made(*days: dt.date, **more: Any):
        base = {"duplicate_of": "", "ingested_at": dt.datetime(2025, 1, 1, tzinfo=dt.UTC)} | more
        rows = [base | {"article_id": f"a{i}", "published_start": d, "published_end": d} for i, d in enumerate(days)]
        return schema.frame("articles", rows)

    return made
