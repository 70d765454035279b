"""Event rows for the briefing, made from what a test says of them."""

import datetime as dt

import pytest

from dashlib import schema
from dashlib.schema import Frames

DAY = dt.date(2025, 8, 12)
_COUNTS = {"quad": 1, "mentions": 1, "articles": 1, "independent_sources": 1}


@pytest.fixture
def event():
    """Give a function that makes an event row; a day is meant where no date is given."""

    def made(kind, status="happened", **more):
        row = {"kind": kind, "status": status, "confidence": 0.9, "date_start": DAY, "date_end": DAY,
               "date_precision": "day", "event_id": f"e-{kind}", "last_reported": DAY} | more  # fmt: skip
        names = [n for c in ("initiators", "recipients", "participants") for n in row.get(c, [])]
        row.setdefault("actors", list(dict.fromkeys(names)))
        return schema.frame("events", [_COUNTS | row]).to_dict("records")[0]

    return made


@pytest.fixture
def world(event):
    """Give a function that makes frames of event rows, each with a quote in an article of its own."""

    def made(rows, **article):
        mentions = [
            {"mention_id": f"m{n}", "event_id": r["event_id"], "article_id": f"a{n}", "quote": f"Quote {n}."}
            for n, r in enumerate(rows)
        ]
        articles = [
            {"article_id": f"a{n}", "text": "x", "source": "Desk A", "title": f"Title {n}", "published_start": DAY,
             "published_end": DAY, "published_precision": "day"} | article
            for n in range(len(rows))
        ]  # fmt: skip
        return Frames.of(
            events=schema.frame("events", rows),
            mentions=schema.frame("mentions", mentions),
            articles=schema.frame("articles", articles),
            actors=schema.frame("actors", [{"actor_id": "p", "name": "Mary Ministry", "type": "person"}]),
        )

    return made
