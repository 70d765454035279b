"""Claims against denials: what some report as done and others deny, side by side."""

from collections.abc import Hashable, Iterable, Mapping
from html import escape
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.dated import days_of
from dashlib.charts.labels import LETTERS, labelled, short
from dashlib.charts.lanes import empty_chart
from dashlib.charts.style import View, colour, ground, layout
from dashlib.query.extent import Days
from dashlib.schema import Frames
from dashlib.types import Status
from dashlib.wording import joined, when

__all__ = ["NEAR", "disputed", "disputes"]

_SAID = frozenset({Status.HAPPENED.value, Status.ONGOING.value})
NEAR = 14  # days
_MOST = 20
_ROW_PX = 34
_NAMES = 44
_COLUMNS = ["When", "Event", "Place", "Said by", "Reports", "Denied by", "Denials", "Differs on", "Event ids"]


def disputed(frames: Frames) -> pd.DataFrame:
    """Give a row a contested event, in the order of the events: one that somebody denies, or whose reports disagree.

    Columns: When (in words), Event, Place, Said by (claimants, else the outlets that report it), Reports (articles that
    report it as done), Denied by, Denials (articles that deny it), Differs on, Event ids. Against a denial that stands
    alone stand the claims of an event of the same kind at the same place, at most `NEAR` days away.
    """
    sources = dict(zip(frames.articles["article_id"], frames.articles["source"], strict=True))
    told = dict(list(frames.mentions.groupby("event_id")))
    none = frames.mentions.iloc[:0]
    days, known = days_of(frames.events)
    rows = []
    for n, event in enumerate(frames.events.to_dict("records")):
        mentions = told.get(event["event_id"], none)
        said, denied = mentions[mentions["status"].isin(_SAID)], mentions[mentions["status"] == Status.DENIED]
        if len(denied) or event["disagreements"]:
            claims = [] if len(said) or not known[n] else _claims(frames.events, n, days, known)
            said = pd.concat([said, *(told.get(c, none).pipe(_as_said) for c in claims)])
            rows.append(_row(event, said, denied, sources, claims))
    return pd.DataFrame(rows, columns=_COLUMNS)


def _as_said(mentions: pd.DataFrame) -> pd.DataFrame:
    return mentions[mentions["status"].isin(_SAID)]


def _claims(events: pd.DataFrame, n: int, days: Days, known: npt.NDArray[np.bool_]) -> list[str]:
    """Give the events that say what event number `n` denies: of its kind, at its place, and near in time."""
    event = events.iloc[n]
    near = known & (np.abs(days - days[n]) <= NEAR) & events["status"].isin(_SAID).to_numpy()
    same = (events["kind"] == event["kind"]) & (events["place"] == event["place"]) & (event["place"] != "")
    return list(events.loc[same.to_numpy() & near, "event_id"])


def _row(
    event: Mapping[Hashable, Any],
    said: pd.DataFrame,
    denied: pd.DataFrame,
    sources: Mapping[str, str],
    claims: list[str],
) -> list[object]:
    dated = when(event["date_start"], event["date_end"], event["date_precision"])
    differs = ", ".join(d.partition(":")[0] for d in event["disagreements"])
    sides = [value for part in (said, denied) for value in (_names(part, sources), part["article_id"].nunique())]
    return [dated, event["title"], event["place"], *sides, differs, [event["event_id"], *claims]]


def _names(mentions: pd.DataFrame, sources: Mapping[str, str]) -> str:
    """Name whose word it is: claimants first, then the outlets of mentions that name none."""
    claimants = [n for names in mentions["claimed_by"] for n in names]
    outlets = [
        sources.get(article, "")
        for article, names in zip(mentions["article_id"], mentions["claimed_by"], strict=True)
        if not len(names)
    ]
    return joined([n for n in dict.fromkeys([*claimants, *outlets]) if n])


def disputes(table: pd.DataFrame, view: View, *, letters: int = LETTERS) -> go.Figure:
    """Draw a row an event: to the left the reports that it was done, to the right the denials, each with its voices.

    Labels have at most `letters` letters.
    """
    shown = table.iloc[:_MOST]
    if shown.empty:
        return empty_chart(view)
    tones = ground(dark=view.dark)
    most = max(1, int(shown[["Reports", "Denials"]].to_numpy().max()))
    sides = (
        ("Reported as done", shown["Reports"], -1, shown["Said by"], colour("offensive", dark=view.dark)),
        ("Denied", shown["Denials"], 1, shown["Denied by"], tones.quiet),
    )
    figure = go.Figure([_bars(shown, *side) for side in sides])
    figure.update_layout(layout(dark=view.dark, height=len(shown) * _ROW_PX + 90), barmode="overlay", bargap=0.35)
    reach = most * 2.4
    figure.update_xaxes(type="linear", range=[-reach, reach], showticklabels=False, showgrid=False, fixedrange=True)
    figure.update_yaxes(
        range=[len(shown) - 0.5, -0.5],
        tickvals=list(range(len(shown))),
        ticktext=labelled(shown["Event"], letters),
        showgrid=False,
        fixedrange=True,
    )
    figure.add_vline(x=0, line={"color": tones.quiet, "width": 1})
    return figure


def _bars(shown: pd.DataFrame, name: str, counts: pd.Series, sign: int, voices: Iterable[str], tone: str) -> go.Bar:
    said = [short(v, _NAMES) for v in voices]
    return go.Bar(
        x=(sign * counts.to_numpy(dtype=np.int64)).tolist(),
        y=list(range(len(shown))),
        orientation="h",
        name=name,
        text=[escape(s) for s in said],
        textposition="outside",
        textfont={"size": 11},
        cliponaxis=False,
        customdata=[
            [i, escape(t), n, escape(v)]
            for i, t, n, v in zip(map(" ".join, shown["Event ids"]), shown["Event"], counts, voices, strict=True)
        ],
        hovertemplate=f"<b>%{{customdata[1]}}</b><br>{name}: %{{customdata[2]}} (%{{customdata[3]}})<extra></extra>",
        marker={"color": tone, "line": {"width": 0}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )
