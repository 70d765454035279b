"""Claims against denials: what some report as done and others deny, side by side."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.lanes import empty_chart
from dashlib.charts.style import View, colour, ground, layout
from dashlib.schema import Frames
from dashlib.types import Status
from dashlib.wording import joined, when

__all__ = ["disputed", "disputes"]

_SAID = frozenset({Status.HAPPENED.value, Status.ONGOING.value})
_MOST = 20
_ROW_PX = 34
_TITLE, _NAMES = 54, 44
_COLUMNS = ["When", "Event", "Place", "Said by", "Reports", "Denied by", "Denials", "Differs on", "Event id"]


def disputed(frames: Frames) -> pd.DataFrame:
    """Give a row a contested event, in the order of the events: one that somebody denies, or whose reports disagree.

    Columns: When (in words), Event, Place, Said by (claimants, else the outlets that report it), Reports (articles that
    report it as done), Denied by, Denials (articles that deny it), Differs on, Event id.
    """
    sources = dict(zip(frames.articles["article_id"], frames.articles["source"], strict=True))
    told = dict(list(frames.mentions.groupby("event_id")))
    rows = []
    for event in frames.events.to_dict("records"):
        mentions = told.get(event["event_id"], frames.mentions.iloc[:0])
        said, denied = mentions[mentions["status"].isin(_SAID)], mentions[mentions["status"] == Status.DENIED]
        if len(denied) or event["disagreements"]:
            differs = [d.partition(":")[0] for d in event["disagreements"]]
            dated = when(event["date_start"], event["date_end"], event["date_precision"])
            sides = [
                value for part in (said, denied) for value in (_names(part, sources), part["article_id"].nunique())
            ]
            rows.append([dated, event["title"], event["place"], *sides, ", ".join(differs), event["event_id"]])
    return pd.DataFrame(rows, columns=_COLUMNS)


def _names(mentions: pd.DataFrame, sources: dict[str, str]) -> str:
    """Name whose word it is: claimants first, then the outlets of mentions that name none."""
    claimants = [n for names in mentions["claimed_by"] for n in names]
    outlets = [
        sources.get(article, "")
        for article, names in zip(mentions["article_id"], mentions["claimed_by"], strict=True)
        if not len(names)
    ]
    return joined([n for n in dict.fromkeys([*claimants, *outlets]) if n])


def disputes(table: pd.DataFrame, view: View) -> go.Figure:
    """Draw a row an event: to the left the reports that it was done, to the right the denials, each with its voices."""
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
    labels = [f"{_short(t, _TITLE)}  " for t in shown["Event"]]
    figure.update_yaxes(
        range=[len(shown) - 0.5, -0.5],
        tickvals=list(range(len(shown))),
        ticktext=labels,
        showgrid=False,
        fixedrange=True,
    )
    figure.add_vline(x=0, line={"color": tones.quiet, "width": 1})
    return figure


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _bars(shown: pd.DataFrame, name: str, counts: pd.Series, sign: int, voices: Iterable[str], tone: str) -> go.Bar:
    said = [_short(v, _NAMES) for v in voices]
    return go.Bar(
        x=(sign * counts.to_numpy(dtype=np.int64)).tolist(),
        y=list(range(len(shown))),
        orientation="h",
        name=name,
        text=said,
        textposition="outside",
        textfont={"size": 11},
        cliponaxis=False,
        customdata=[[i, t, n, v] for i, t, n, v in zip(shown["Event id"], shown["Event"], counts, voices, strict=True)],
        hovertemplate=f"<b>%{{customdata[1]}}</b><br>{name}: %{{customdata[2]}} (%{{customdata[3]}})<extra></extra>",
        marker={"color": tone, "line": {"width": 0}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )
