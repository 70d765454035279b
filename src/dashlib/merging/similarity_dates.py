"""Points for and against two mentions being one event by their days, and by what was still to come."""

import numpy as np
import numpy.typing as npt

from dashlib.merging.features import Features
from dashlib.merging.keys import NO_DAY
from dashlib.merging.rules import VETO, Rules

__all__ = ["dates", "gap"]

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def gap(f: Features, i: Ints, j: Ints) -> Ints:
    """Give the days between two intervals; 0 or less where they overlap."""
    return np.maximum(f.start[i], f.start[j]) - np.minimum(f.end[i], f.end[j])


def dates(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    """Points for days in common (the more precise, the more); two explicit days apart are a veto."""
    d = r.dates
    width_i, width_j = f.end[i] - f.start[i] + 1, f.end[j] - f.start[j] + 1
    wider, narrower, between = np.maximum(width_i, width_j), np.minimum(width_i, width_j), gap(f, i, j)
    guess = f.guessed[i] | f.guessed[j]
    said, unsure = f.explicit[i] & f.explicit[j], f.inherited | f.fresh
    close = np.select(
        [guess, said & (wider <= d["day_width"]), wider <= d["day_width"], wider <= d["week_width"],
         wider <= d["month_width"]],
        [d["loose"], d["same_day"], d["same_day_guess"], d["same_week"], d["same_month"]],
        d["loose"],
    )  # fmt: skip
    doubt = (unsure[i] | unsure[j]) & (between <= d["week_width"])
    far = np.select(
        [guess, doubt, said & (wider <= 1), (between <= 1) & (narrower <= d["day_width"])],
        [d["apart_guess"], d["apart_unsure"], VETO, d["next_day"]],
        d["apart"],
    )
    often = r.often[f.kind[i]] & (wider > d["day_width"]) & ~guess
    close = np.where(often, close * d["often"], close)
    echoed = (f.article[i] == f.article[j]) & (unsure[i] | unsure[j])
    close = np.where(echoed, np.minimum(close, d["loose"]), close)
    points = np.where(between <= 0, close + _undated(f, r, i, j), far)
    began = (f.since[i] | f.since[j]) & (np.abs(f.start[i] - f.start[j]) <= 1)
    points = np.where(began & ~guess, np.maximum(points, d["same_day"]), points)
    late = _late_plan(f, i, j) | _late_plan(f, j, i)
    points = np.where(late, np.minimum(points, d["late_plan"]), points)
    return np.asarray(points + d["not_held"] * (f.off[i] & f.done[j] | f.off[j] & f.done[i]))


def _undated(f: Features, r: Rules, i: Ints, j: Ints) -> Reals:
    """Points against pairs of which one has no date, by how far apart the reports are, or the report and the day."""
    d = r.dates
    few, many = d["fresh_days"]
    both, either = f.guessed[i] & f.guessed[j], f.guessed[i] | f.guessed[j]
    day_i, day_j = (np.where(f.guessed[k], f.published[k], f.end[k]) for k in (i, j))
    distance = np.where((f.published[i] == NO_DAY) | (f.published[j] == NO_DAY), 0, np.abs(day_i - day_j))
    news = both & ~f.pointing[i] & ~f.pointing[j]
    return np.select([either & (distance > many), news & (distance > few)], [d["long_ago"], d["not_fresh"]], 0.0)


def _late_plan(f: Features, plan: Ints, act: Ints) -> Flags:
    """Tell which plans were reported after the day of the act had passed: they are for another one.

    So is what is to come beside what has happened, in one article.
    """
    known = (f.published[plan] != NO_DAY) & ~f.guessed[act] & ~f.inherited[act]
    to_come = f.coming[plan] & (f.start[plan] >= f.published[plan] - 1)
    beside = f.coming[plan] & ~f.pointing[plan] & f.done[act] & (f.article[plan] == f.article[act])
    return np.asarray(beside | (to_come & known & (f.published[plan] > f.end[act] + 1)))
