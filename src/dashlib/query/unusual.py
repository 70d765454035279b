"""What stands out: actors and pairs with more or fewer events than their own past leads one to expect.

The statistic. An actor had k events over the A articles of the 52 weeks before the period, and has n over the a
articles of the period. With Jeffreys' prior for its rate, n follows a negative binomial with shape k + 1/2 and success
probability A / (A + a) (Gelman et al., Bayesian Data Analysis, 3rd ed., 2.6: the predictive distribution of the
Gamma-Poisson model). Articles are the exposure, so that more articles do not look like more events. One article
reports several events of the same actors, which makes counts vary more than a Poisson process would: both counts are
divided by the dispersion of the 52 weeks (Pearson's chi-square by its degrees of freedom, quasi-likelihood; McCullagh
and Nelder, Generalized Linear Models, 4.5), never below 1. What is rarer than `level` is given.
"""

import datetime as dt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import betainc

from dashlib.query.pairs import pairs
from dashlib.query.period import Compared, DayRange, articles_in, standing

__all__ = ["LEAST", "chance", "dispersion", "enough", "unusual"]

LEAST = 3  # events, in the period or expected in it
_LEVEL = 0.01
_PRIOR = 0.5
_STEP = 28  # days of one slice of the past
_STEADY = 4  # events in the past that an actor needs to tell how much counts vary
_FEWEST = 20  # articles of the past below which nothing is called usual
_COLUMNS = ["one", "other", "now", "usual", "chance", "more", "kinds"]
Counts = npt.NDArray[np.float64]


class _Exposure(NamedTuple):
    now: int
    past: int


def chance(now: Counts, past: Counts, exposure: tuple[float, float]) -> Counts:
    """Give the chance of so many events or more, by the past: P(N >= now), counts may be fractions.

    `exposure` is (of the period, of the past).
    """
    share = exposure[0] / (exposure[0] + exposure[1])
    out: Counts = np.where(now > 0, betainc(np.maximum(now, 1e-9), past + _PRIOR, share), 1.0)
    return out


def dispersion(counts: Counts, exposure: Counts) -> float:
    """Give how much more counts vary than a Poisson process: rows are actors, columns slices of time; at least 1."""
    rows, used = counts[counts.sum(axis=1) >= _STEADY], exposure > 0
    freedom = len(rows) * (int(used.sum()) - 1)
    if freedom <= 0:
        return 1.0
    rows, shares = rows[:, used], exposure[used] / exposure[used].sum()
    expected = rows.sum(axis=1, keepdims=True) * shares
    return max(1.0, float(((rows - expected) ** 2 / expected).sum() / freedom))


def enough(articles: pd.DataFrame, ranges: Compared) -> bool:
    """Tell whether the past holds articles enough to say what is usual, and the period any."""
    past = articles_in(articles, ranges.year) if ranges.year else 0
    return past >= _FEWEST and articles_in(articles, ranges.period) > 0


def _seen(events: pd.DataFrame) -> pd.DataFrame:
    """Give one row an event and actor, and one an event and pair; `other` is "" for an actor alone."""
    alone = events.assign(day=standing(events))[["event_id", "actors", "kind", "day"]].explode("actors").dropna()
    alone = alone.drop_duplicates(["event_id", "actors"]).rename(columns={"actors": "one"}).assign(other="")
    return pd.concat([alone, pairs(events)[["event_id", "one", "other", "kind", "day"]]], ignore_index=True)


def _slices(days: DayRange) -> list[DayRange]:
    starts = [days.until - dt.timedelta(_STEP * (n + 1) - 1) for n in range(days.days // _STEP)]
    return [DayRange(s, s + dt.timedelta(_STEP - 1)) for s in starts]


def _spread(seen: pd.DataFrame, articles: pd.DataFrame, past: DayRange) -> float:
    slices = _slices(past)
    if len(slices) < 2:
        return 1.0
    days, names = seen["day"].to_numpy(), [seen["one"], seen["other"]]
    counts = [seen[s.holds(days)].groupby(["one", "other"]).size() for s in slices]
    table = pd.concat(counts, axis=1).fillna(0).to_numpy(dtype=float) if len(names[0]) else np.zeros((0, len(slices)))
    return dispersion(table, np.array([articles_in(articles, s) for s in slices], dtype=float))


def unusual(events: pd.DataFrame, articles: pd.DataFrame, ranges: Compared) -> pd.DataFrame:
    """Give the actors and pairs that stand out, the rarest first; the module says how that is reckoned.

    Columns: `one`, `other` ("" for an actor alone), `now` (events in the period), `usual` (events in as
    many days of the past),
    `chance`, `more` (whether there are more or fewer than usual), `kinds` (name of a kind -> number in the period).
    """
    if ranges.year is None or not enough(articles, ranges) or events.empty:
        return pd.DataFrame(columns=_COLUMNS)
    seen = _seen(events)
    days, read = (
        seen["day"].to_numpy(),
        _Exposure(articles_in(articles, ranges.period), articles_in(articles, ranges.year)),
    )
    inside = seen[ranges.period.holds(days)]
    table = pd.DataFrame(
        {
            "now": inside.groupby(["one", "other"]).size(),
            "past": seen[ranges.year.holds(days)].groupby(["one", "other"]).size(),
        }
    ).fillna(0.0)
    spread = _spread(seen, articles, ranges.year)
    more = chance(table["now"].to_numpy() / spread, table["past"].to_numpy() / spread, read)
    fewer = 1 - chance(table["now"].to_numpy() / spread + 1 / spread, table["past"].to_numpy() / spread, read)
    expected = (table["past"] / read.past * read.now).to_numpy()
    table["more"] = table["now"].to_numpy() >= expected
    table["chance"] = np.where(table["more"], more, fewer)
    table["usual"] = table["past"] / ranges.year.days * ranges.period.days
    large = np.where(table["more"], table["now"], expected) >= LEAST
    kept = table[large & (table["chance"] < _LEVEL)].sort_values("chance", kind="stable").reset_index()
    kinds = [_kinds(inside, a, b) for a, b in zip(kept["one"], kept["other"], strict=True)]
    return kept.assign(kinds=pd.Series(kinds, index=kept.index, dtype=object))[_COLUMNS]


def _kinds(seen: pd.DataFrame, one: str, other: str) -> dict[str, int]:
    kinds = seen.loc[(seen["one"] == one) & (seen["other"] == other), "kind"].value_counts()
    return {str(k): int(n) for k, n in kinds.items()}
