"""What came in since the last visit."""

import datetime as dt

from dashlib import schema
from dashlib.query.fresh import newest_first, since
from dashlib.schema import Frames

THEN = dt.datetime(2025, 3, 1, 12, tzinfo=dt.UTC)


def _frames(events, articles, *reports):
    """Give frames with one event for each entry of `reports`: the hours, from `THEN`, at which its articles came in."""
    mentions, rows = [], []
    for number, hours in enumerate(reports):
        for hour in hours:
            article = f"a{number}{hour}"
            mentions.append({"mention_id": f"m{article}", "event_id": f"e{number}", "article_id": article})
            rows.append({"article_id": article, "ingested_at": THEN + dt.timedelta(hours=hour)})
    made = {"articles": schema.frame("articles", rows), "mentions": schema.frame("mentions", mentions)}
    return Frames.of(events=events(*({"day": dt.date(2025, 3, n + 1)} for n in range(len(reports)))), **made)


def test_new_events_and_new_reports_of_known_ones_are_told_apart(events, articles):
    """An event that was known before is no new one, however many reports of it came."""
    found = since(_frames(events, articles, (-5, -1), (-1, 2, 3), (1,)), THEN)
    assert found["event_id"].tolist() == ["e2", "e1"]
    assert found["is_new"].tolist() == [True, False]
    assert found["new_reports"].tolist() == [1, 2]


def test_nothing_came_in(events, articles):
    """Then there is no row."""
    assert since(_frames(events, articles, (-1,)), THEN).empty


def test_the_newest_stand_by_their_last_day_and_plans_by_their_report(events):
    """What lies ahead, or has an open end, is as new as the report of it."""
    rows = events(
        {"day": dt.date(2025, 3, 5)},
        {"day": dt.date(2025, 6, 1), "status": "planned", "last_reported": dt.date(2025, 3, 2)},
        {"day": dt.date(2025, 3, 9)},
        {"status": "planned", "date_end": None, "last_reported": dt.date(2025, 3, 7)},
    )
    assert newest_first(rows, dt.date(2025, 3, 10))["event_id"].tolist() == ["e2", "e3", "e0", "e1"]
