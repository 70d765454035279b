"""The time expressions of a text as a frame: `find_dates`."""

import datetime as dt

import pandas as pd

from dashlib.errors import FilterError
from dashlib.parsing import pipeline
from dashlib.parsing.annotations import timexes
from dashlib.settings import current
from dashlib.types import Article, Interval, Precision, Timex

__all__ = ["COLUMNS", "find_dates", "published_interval"]

COLUMNS = ("start", "end", "text", "type", "value", "date_start", "date_end", "date_precision", "date_basis")
_ISO_DAY = 10


def published_interval(published: dt.date | str | None) -> Interval:
    """Give the publication date as an interval: a date, a moment, an ISO 8601 text (its first ten characters), or None.

    Raises FilterError for a text that is no ISO 8601 date.
    """
    if published is None or published == "":
        return Interval()
    if isinstance(published, str):
        try:
            day = dt.date.fromisoformat(published[:_ISO_DAY])
        except ValueError as e:
            raise FilterError(
                f"the publication date {published!r} is no ISO 8601 date; write it like 2025-08-15"
            ) from e
    else:
        day = published.date() if isinstance(published, dt.datetime) else published
    return Interval(day, day, Precision.DAY)


def _row(timex: Timex) -> tuple[int, int, str, str, str, dt.date | None, dt.date | None, str, str]:
    interval = timex.interval
    precision = interval.precision if interval.known else Precision.UNKNOWN
    return (
        timex.start, timex.end, timex.text, timex.kind, timex.value, interval.start, interval.end, str(precision),
        str(timex.basis),
    )  # fmt: skip


def find_dates(text: str, published: dt.date | str | None = None) -> pd.DataFrame:
    """Give the time expressions of a text, one row each, in text order.

    Columns: `start`, `end` (characters, end excluded), `text`; `type` and `value` as TIMEX3 (TimeML 1.2.1);
    `date_start`, `date_end` (days, both inclusive, None where open or unknown); `date_precision`; `date_basis`.
    `published` is the publication date (a date or an ISO 8601 text). Without it the date is inferred from the text
    where that is possible, else relative expressions keep placeholders. Raises FilterError for a date it cannot read.
    """
    nlp = pipeline.load(current().model, ("dashlib_dates",))
    doc = nlp.make_doc(text)
    doc._.article = Article(article_id="", text=text, published=published_interval(published))
    rows = [_row(t) for t in timexes(nlp(doc))]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    for column in ("date_start", "date_end"):
        frame[column] = frame[column].astype(object).where(frame[column].notna(), None)
    return frame
