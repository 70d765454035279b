"""Kilometres, losses and other numbers claimed: each on its day, in the lane of whoever claims it."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.labels import LETTERS, labelled
from dashlib.charts.lanes import empty_chart
from dashlib.charts.style import View, colour, ground, layout, translucent
from dashlib.schema import Frames
from dashlib.wording import day, joined

__all__ = ["REPORTS", "claimed", "in_figures", "measures", "numbers"]

REPORTS = "The reports themselves"
_COUNTED = ("people", "items")  # units that go without saying where it is said of what
_SIGNS: Mapping[str, str] = {"about": "≈", "at_least": "≥", "at_most": "≤", "over": ">", "under": "<"}
_WRITTEN: Mapping[str, str] = {"km2": "km²"}
_MOST_LANES = 14
_ROW_PX, _LANE_PX, _LETTER_PX = 34, 700, 6.5
_STRAY, _MANY = 0.03, 30
_SMALL, _LARGE = 9.0, 34.0
_COLUMNS = ["Measure", "On", "Number", "To", "Unit", "Of", "Modifier", "Claimed by", "Event", "Place", "Event id"]


def _measure(unit: str, of: str) -> str:
    """Name what is counted: "people killed", "drones", "km of advance".

    >>> _measure("people", "killed"), _measure("items", "drones"), _measure("km", "advance"), _measure("km", "")
    ('people killed', 'drones', 'km of advance', 'km')
    """
    unit = _WRITTEN.get(unit, unit)
    if not of or of == unit:
        return unit
    if unit == "people":
        return f"people {of}"
    return of if unit in _COUNTED else f"{unit} of {of}"


def claimed(frames: Frames) -> pd.DataFrame:
    """Give a row a number that a mention of the frames' events holds, the newest first.

    Columns: Measure, On (the last possible day, else that of the report), Number, To (of a range), Unit, Of, Modifier,
    Claimed by, Event, Place, Event id. The same number said twice of one event by the same claimant is one row.
    """
    mentions = frames.mentions[["mention_id", "event_id", "article_id", "date_start", "date_end", "claimed_by"]]
    rows = frames.quantities.merge(mentions, on="mention_id")
    rows = rows.merge(frames.events[["event_id", "title", "place"]], on="event_id")
    reported = dict(zip(frames.articles["article_id"], frames.articles["published_end"], strict=True))
    table = pd.DataFrame(
        {
            "Measure": [_measure(u, o) for u, o in zip(rows["unit"], rows["of"], strict=True)],
            "On": [
                next((d for d in (end, start, reported.get(article)) if isinstance(d, dt.date)), None)
                for end, start, article in zip(rows["date_end"], rows["date_start"], rows["article_id"], strict=True)
            ],
            "Number": rows["value"].astype(float),
            "To": rows["value_high"].astype(float),
            "Unit": rows["unit"],
            "Of": rows["of"],
            "Modifier": rows["modifier"].str.replace("_", " "),
            "Claimed by": [joined(names) or REPORTS for names in rows["claimed_by"]],
            "Event": rows["title"],
            "Place": rows["place"],
            "Event id": rows["event_id"],
        },
        columns=_COLUMNS,
    )
    same = ["Measure", "Number", "To", "Modifier", "Claimed by", "Event id"]
    return table.drop_duplicates(same).sort_values("On", ascending=False, kind="stable", ignore_index=True)


def measures(table: pd.DataFrame) -> dict[str, int]:
    """Give what is counted in a table of `claimed` and how often: the most frequent first, then ground, then the rest."""
    counts = Counter(table["Measure"])
    first = max(counts, key=lambda m: (counts[m], m), default="")
    return {m: counts[m] for m in sorted(counts, key=lambda m: (m != first, not m.startswith("km"), -counts[m], m))}


def numbers(table: pd.DataFrame, view: View, *, letters: int = LETTERS) -> go.Figure:
    """Draw the rows of one measure: a lane a claimant, the larger the number the larger the disc, the number beside it.

    Labels have at most `letters` letters.
    """
    dated = table[table["On"].notna()]
    if dated.empty:
        return empty_chart(view)
    lanes = [name for name, _ in Counter(dated["Claimed by"]).most_common(_MOST_LANES)]
    shown = dated[dated["Claimed by"].isin(lanes)]
    span = _span(shown["On"], view)
    figure = go.Figure([_discs(shown, lanes, span, view)])
    figure.update_layout(layout(dark=view.dark, height=len(lanes) * _ROW_PX + 90, span=span), margin={"t": 10, "r": 50})
    figure.update_yaxes(
        range=[len(lanes) - 0.5, -0.5],
        tickvals=list(range(len(lanes))),
        ticktext=labelled(lanes, letters),
        fixedrange=True,
    )
    return figure


def _span(days: pd.Series, view: View) -> tuple[dt.date, dt.date]:
    """Give the days shown: those asked for, else those of the numbers; of many, a few far ones are left aside."""
    at = np.array([d.toordinal() for d in days])
    share = _STRAY if len(at) >= _MANY else 0.0
    low, high = (dt.date.fromordinal(int(np.quantile(at, q))) for q in (share, 1 - share))
    margin = dt.timedelta(max(3, (high - low).days // 20))
    return view.since or low - margin, view.until or high + margin


def in_figures(number: float, high: float, modifier: str) -> str:
    """Write a number as it was said: with "≥" for "at least", as a range where it has two ends.

    >>> in_figures(1500, float("nan"), "at least"), in_figures(2, 3, "range"), in_figures(1.5, float("nan"), "exact")
    ('≥ 1,500', '2–3', '1.5')
    """
    if modifier == "range" and not np.isnan(high):
        return f"{number:,g}–{high:,g}" if high < 1e6 else f"{number:,.0f}–{high:,.0f}"
    sign = _SIGNS.get(modifier.replace(" ", "_"), "")
    text = f"{number:,.0f}" if float(number).is_integer() else f"{number:,g}"
    return f"{sign} {text}".strip()


def _written(shown: pd.DataFrame, said: Sequence[str], span: tuple[dt.date, dt.date]) -> list[str]:
    """Leave out what would cross a number that is written already; the largest come first."""
    a_day = _LANE_PX / max(1, (span[1] - span[0]).days)
    left = [d.toordinal() * a_day for d in shown["On"]]
    taken: dict[str, list[tuple[float, float]]] = {}
    out = [""] * len(said)
    for n in np.argsort(-shown["Number"].to_numpy(dtype=float), kind="stable").tolist():
        lane = taken.setdefault(shown["Claimed by"].iloc[n], [])
        box = left[n], left[n] + _LETTER_PX * (len(said[n]) + 3)
        if all(box[1] < low or box[0] > high for low, high in lane):
            lane.append(box)
            out[n] = said[n]
    return out


def _discs(shown: pd.DataFrame, lanes: list[str], span: tuple[dt.date, dt.date], view: View) -> go.Scatter:
    tone, ink = colour("offensive", dark=view.dark), ground(dark=view.dark).ink
    values = shown["Number"].to_numpy(dtype=float)
    share = np.sqrt(np.abs(values) / max(float(np.abs(values).max()), 1e-9))
    said = [in_figures(*row) for row in zip(shown["Number"], shown["To"], shown["Modifier"], strict=True)]
    told = zip(shown["Event id"], shown["Event"], said, shown["Measure"], shown["On"], shown["Claimed by"], strict=True)
    return go.Scatter(
        x=[d.isoformat() for d in shown["On"]],
        y=[lanes.index(name) for name in shown["Claimed by"]],
        mode="markers+text",
        text=_written(shown, said, span),
        textposition="middle right",
        textfont={"size": 11, "color": ink},
        customdata=[[i, escape(t), f"{n} {what}", f"{day(on)}, {escape(who)}"] for i, t, n, what, on, who in told],
        hovertemplate="<b>%{customdata[2]}</b><br>%{customdata[1]}<br>%{customdata[3]}<extra></extra>",
        showlegend=False,
        marker={
            "size": (_SMALL + (_LARGE - _SMALL) * share).tolist(),
            "color": translucent(tone, 0.55),
            "opacity": 1,
            "line": {"width": 1.5, "color": tone},
        },
        selected={"marker": {"opacity": 1}, "textfont": {"color": ink}},
        unselected={"marker": {"opacity": 1}, "textfont": {"color": ink}},
    )
