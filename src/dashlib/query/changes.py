"""What changed: how many events of each kind a period holds, and how many the days before it did."""

import datetime as dt

import numpy as np
import pandas as pd

from dashlib.codebook import FAMILIES, KINDS
from dashlib.query.aggregates import in_periods
from dashlib.query.period import Compared, DayRange, articles_in, standing

__all__ = ["changes", "history"]

_PER = 100


def _counts(events: pd.DataFrame, days: DayRange) -> pd.Series:
    kinds = events["kind"].to_numpy()[days.holds(standing(events))]
    return pd.Series(kinds, dtype="str").value_counts()


def _with_families(counts: pd.Series, order: list[tuple[str, str]]) -> list[float]:
    """Give the count of each (family, kind); a family's own row, with kind "", is the sum of its kinds."""
    families = counts.groupby([KINDS[k].family for k in counts.index]).sum() if len(counts) else counts
    return [float(counts.get(k, 0) if k else families.get(f, 0)) for f, k in order]


def changes(events: pd.DataFrame, articles: pd.DataFrame, ranges: Compared) -> pd.DataFrame:
    """Give one row a family (`kind` is "") and one a kind that occurs, in the codebook's order.

    Columns: `family`, `kind`; `now`, `before`, `weeks`, `year` (events, the last two in as many days as the period
    has), and the same with `_per_100` (events per 100 articles). Numbers are floats, NaN where there is no article to
    compare with. An event counts on its last possible day.
    """
    counted = {name: (_counts(events, days), days) for name, days in _named(ranges) if days}
    seen = {k for counts, _ in counted.values() for k in counts.index}
    families = {f: [k for k in KINDS if k in seen and KINDS[k].family == f] for f in FAMILIES}
    order = [(f, k) for f, kinds in families.items() if kinds for k in ("", *kinds)]
    out = pd.DataFrame(order, columns=["family", "kind"], dtype="str")
    for name, _ in _named(ranges):
        out[name] = out[f"{name}_per_100"] = np.nan
        if name in counted:
            counts, days = counted[name]
            values, read = np.array(_with_families(counts, order)), articles_in(articles, days)
            scale = ranges.period.days / days.days if name in ("weeks", "year") else 1
            out[name] = values * scale
            out[f"{name}_per_100"] = values / read * _PER if read else np.nan
    return out


def _named(ranges: Compared) -> list[tuple[str, DayRange | None]]:
    return [("now", ranges.period), ("before", ranges.before), ("weeks", ranges.weeks), ("year", ranges.year)]


def history(events: pd.DataFrame, period: DayRange, number: int = 13) -> pd.DataFrame:
    """Give how many events of each family the last `number` periods held, the given one last.

    One row a period: `since`, then a column of counts for each family.
    """
    last, families = standing(events), events["kind"].map(lambda k: KINDS[k].family).to_numpy()
    starts = [period.since - dt.timedelta(period.days * n) for n in reversed(range(number))]
    counts = {f: in_periods(last[families == f], starts, period.until) for f in FAMILIES}
    return pd.DataFrame({"since": starts, **counts})
