"""Events that may be the same as another: those near in days, of the same family, with the same actors or place."""

import datetime as dt

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib.codebook import KINDS
from dashlib.query.extent import FAR, NEVER, extent
from dashlib.query.filters import Filters
from dashlib.query.select import select_events
from dashlib.schema import Frames

__all__ = ["near"]

_SAME_KIND, _SAME_FAMILY, _SAME_PLACE, _EACH_ACTOR = 3.0, 1.5, 2.0, 2.0
_DAYS_PER_POINT = 5.0


def near(frames: Frames, event: pd.Series, *, words: str = "", most: int = 40) -> pd.DataFrame:
    """Give at most `most` other events, the likeliest to be the same act first.

    A point more is five days nearer; kind, family, place and each actor in common count as so many points. `words` must
    all occur in title or quotes. Events that an analyst rejected are left out.
    """
    found = select_events(frames, Filters(words=words, min_confidence=0))
    found = found[found["event_id"] != event["event_id"]]
    ranks = np.argsort(-_points(found, event), kind="stable")
    return found.iloc[ranks[:most]]


def _points(events: pd.DataFrame, event: pd.Series) -> npt.NDArray[np.float64]:
    kind, actors = event["kind"], set(event["actors"])
    family = KINDS[kind].family
    points = -_days_apart(events, event) / _DAYS_PER_POINT
    points += np.array([_SAME_KIND * (k == kind) + _SAME_FAMILY * (KINDS[k].family == family) for k in events["kind"]])
    points += np.array([_EACH_ACTOR * len(actors.intersection(names)) for names in events["actors"]])
    if event["place"]:
        points += _SAME_PLACE * (events["place"] == event["place"]).to_numpy()
    return np.asarray(points, dtype=np.float64)


def _days_apart(events: pd.DataFrame, event: pd.Series) -> npt.NDArray[np.float64]:
    """Give the days between the intervals, 0 where they touch; what has no date is a year away."""
    first, last = extent(events)
    own_first, own_last = (int(ends[0]) for ends in extent(pd.DataFrame([event])))
    gap = np.maximum(first - own_last, own_first - last).clip(0)
    undated = (first > last) | (own_first > own_last)
    return np.where(undated, float(dt.timedelta(365).days), np.minimum(gap, FAR - NEVER)).astype(np.float64)
