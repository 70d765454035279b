"""Times the figures of the timeline: made-up events, one figure a number of them.

    python -m benchmarks.timeline

Prints for 200 to 20,000 events the processor milliseconds that the chart and the strip of days take, and how many
kilobytes the chart sends to the browser.
"""

import datetime as dt
import random
import time

import pandas as pd

from dashlib import schema
from dashlib.charts import View, strip, timeline
from dashlib.codebook import KINDS
from dashlib.types import Status

_SIZES = (200, 1000, 2500, 20_000)
_FIRST, _DAYS = dt.date(2022, 1, 1), 1000
_ACTORS = [f"Actor {n}" for n in range(60)]


def events(number: int) -> pd.DataFrame:
    """Make up events: any kind and status, two actors each, one in five dated to a month."""
    draw = random.Random(1)

    def row(at: int) -> dict[str, object]:
        start = _FIRST + dt.timedelta(draw.randrange(_DAYS))
        return {
            "event_id": f"e{at}", "title": f"Event {at}", "kind": draw.choice(list(KINDS)),
            "status": draw.choice(list(Status)), "date_start": start, "independent_sources": draw.randint(1, 6),
            "date_end": start + dt.timedelta(30 * (draw.random() < 0.2)), "actors": draw.sample(_ACTORS, 2),
        }  # fmt: skip

    return schema.frame("events", map(row, range(number)))


def main() -> None:
    """Print the table."""
    view = View(today=_FIRST + dt.timedelta(_DAYS))
    for size in _SIZES:
        frame = events(size)
        began = time.process_time()
        figure = timeline(frame, view)
        drawn = time.process_time()
        strip(frame, schema.empty("articles"), view)
        done = time.process_time()
        kind = figure.data[0].type
        print(
            f"{size:6} events as {kind:8} {1000 * (drawn - began):6.0f} ms, strip {1000 * (done - drawn):4.0f} ms, "
            f"{len(figure.to_json()) / 1000:6.0f} kB"
        )


if __name__ == "__main__":
    main()
