"""Who deals with whom: a heat map of pairs, of people or of their countries."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import combinations

import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.heat import Cell, heat
from dashlib.charts.lanes import empty_chart
from dashlib.charts.style import View, colour
from dashlib.codebook.countries import country_name
from dashlib.query.extent import FAR, Days, extent
from dashlib.types import Status
from dashlib.wording import counted, day

__all__ = ["MOST", "countries_of", "matrix", "pairs", "people_of"]

MOST = 18
_TOLD = ["One", "Other", "Events", "Planned", "Last", "Event ids"]
_COLUMNS = ["One", "Other", "Events", "Planned", "First", "Last", "Event ids"]


def people_of(events: pd.DataFrame, persons: Collection[str]) -> list[list[str]]:
    """Give the persons of each event."""
    known = set(persons)
    return [[name for name in names if name in known] for names in events["actors"]]


def countries_of(events: pd.DataFrame) -> list[list[str]]:
    """Give the countries of each event's actors, each once."""
    codes = [[code[:3] for code in codes if len(code.split(" ")[0]) == 3] for codes in events["actor_codes"]]
    return [[country_name(c) for c in dict.fromkeys(found) if country_name(c) != c] for found in codes]


def pairs(events: pd.DataFrame, sides: Sequence[Sequence[str]]) -> pd.DataFrame:
    """Give a row a pair, the busiest first; `sides` names who takes part in each event.

    Columns: One and Other (in the order of the alphabet), Events, Planned (how many of them are ahead or only possible),
    First and Last (days), Event ids.
    """
    found: dict[tuple[str, str], list[int]] = {}
    for n, names in enumerate(sides):
        for one, other in combinations(sorted(set(names)), 2):
            found.setdefault((one, other), []).append(n)
    first, last = extent(events)
    ahead = events["status"].isin([Status.PLANNED, Status.POSSIBLE]).to_numpy()
    ids = events["event_id"].to_numpy()
    rows = [
        [*pair, len(at), int(ahead[at].sum()), *_ends(first[at], last[at]), list(ids[at])] for pair, at in found.items()
    ]
    table = pd.DataFrame(rows, columns=_COLUMNS)
    return table.sort_values(["Events", "One", "Other"], ascending=[False, True, True], ignore_index=True)


def _ends(first: Days, last: Days) -> list[dt.date | None]:
    known = (first > 0) & (last < FAR)
    if not known.any():
        return [None, None]
    return [dt.date.fromordinal(int(n)) for n in (first[known].min(), last[known].max())]


def matrix(table: pd.DataFrame, kind: str, view: View, *, most: int = MOST) -> go.Figure:
    """Draw a table of `pairs`: the busiest `most` names on both sides, a cell a pair, shaded by the number of events.

    `kind` is the kind of event, for its colour. A cell's customdata begins with the ids of its events.
    """
    if table.empty:
        return empty_chart(view)
    names = _busiest(table, most)
    at = {name: n for n, name in enumerate(names)}
    shown = table[table["One"].isin(names) & table["Other"].isin(names)]
    cells = []
    for one, other, number, planned, last, ids in zip(*(shown[c] for c in _TOLD), strict=True):
        told = " ".join(ids), f"{one} and {other}", _said(number, planned, last)
        cells += [Cell(at[a], at[b], number, *told) for a, b in ((one, other), (other, one))]
    return heat(cells, names, names, colour(kind, dark=view.dark), view)


def _busiest(table: pd.DataFrame, most: int) -> list[str]:
    """Give the names of the busiest pairs, so that nobody stands alone, the one with most events first."""
    kept: dict[str, None] = {}
    for pair in zip(table["One"], table["Other"], strict=True):
        if len(kept.keys() | set(pair)) <= most:
            kept |= dict.fromkeys(pair)
    weight: Counter[str] = Counter()
    for side in ("One", "Other"):
        weight.update(dict(table.groupby(side)["Events"].sum()))
    return sorted(kept, key=lambda name: (-weight[name], name))


def _said(number: int, planned: int, last: dt.date | None) -> str:
    parts = [counted(number, "event")]
    parts += [f"{planned} ahead or only possible"] if planned else []
    parts += [f"last {day(last)}"] if last else []
    return ", ".join(parts)
