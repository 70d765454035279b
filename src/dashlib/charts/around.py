"""Calls in the days before and after an attack, between countries that have to do with it. Order is not cause."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.dated import days_of, took_place
from dashlib.charts.labels import LETTERS, labelled
from dashlib.charts.lanes import empty_chart
from dashlib.charts.style import View, colour, ground, layout, symbol
from dashlib.codebook import KINDS
from dashlib.wording import counted, day

__all__ = ["DAYS", "Balance", "around", "balance", "major", "nearby", "sentence"]

DAYS = 7
_ALWAYS, _STRIKE, _SOURCES = ("offensive", "capture"), "strike", 2
_MOST = 14
_ROW_PX = 34
_BELOW = 0.34  # of a row


def major(events: pd.DataFrame) -> pd.DataFrame:
    """Give the attacks that count: offensives, captures, and strikes that at least two independent sources report."""
    told = (events["kind"] == _STRIKE) & (events["independent_sources"] >= _SOURCES)
    _, known = days_of(events)
    return events[(events["kind"].isin(_ALWAYS) | told) & known & took_place(events)]


def _countries(events: pd.DataFrame, *, with_place: bool) -> list[set[str]]:
    """Give the countries of each event's actors, and of its place, as ISO alpha-3 codes."""
    actors = [{c[:3] for c in codes if len(c.split(" ")[0]) == 3} for codes in events["actor_codes"]]
    return [a | {c} if with_place and c else a for a, c in zip(actors, events["country"], strict=True)]


def nearby(attacks: pd.DataFrame, calls: pd.DataFrame) -> pd.DataFrame:
    """Give a row an attack and a call within `DAYS` days of it in which a country of the attack takes part.

    Columns: Attack, Attack on (day), Place, Call, Call on (day), Days (negative before the attack), Kind, Attack id, Call id.
    """
    (attack_days, _), (call_days, known) = days_of(attacks), days_of(calls)
    known &= took_place(calls)
    sides, parties = _countries(calls, with_place=False), _countries(attacks, with_place=True)
    rows = []
    for n, attack in enumerate(attacks.itertuples()):
        apart = call_days - attack_days[n]
        for m in np.flatnonzero(known & (np.abs(apart) <= DAYS)).tolist():
            if sides[m] & parties[n]:
                call = calls.iloc[m]
                on = [dt.date.fromordinal(int(d)) for d in (attack_days[n], call_days[m])]
                told = [attack.title, on[0], attack.place, call["title"], on[1], int(apart[m])]
                rows.append([*told, attack.kind, attack.event_id, call["event_id"]])
    columns = ["Attack", "Attack on", "Place", "Call", "Call on", "Days", "Kind", "Attack id", "Call id"]
    return pd.DataFrame(rows, columns=columns).sort_values(["Attack on", "Days"], ignore_index=True)


class Balance(NamedTuple):
    """How many calls stand before, on the day of, and after attacks, and how many a like number of days has otherwise."""

    before: int
    same_day: int
    after: int
    usual: float


def balance(table: pd.DataFrame, attacks: pd.DataFrame, calls: pd.DataFrame) -> Balance:
    """Count the calls of a table of `nearby`; `usual` is what `DAYS` days hold on average between the first and last call."""
    days, known = days_of(calls)
    use = known & took_place(calls)
    sides = [s for s, u in zip(_countries(calls, with_place=False), use, strict=True) if u]
    span = int(np.ptp(days[use])) + 1 if use.any() else 1
    rates = [sum(bool(s & parties) for s in sides) / span for parties in _countries(attacks, with_place=True)]
    at = table["Days"]
    return Balance(int((at < 0).sum()), int((at == 0).sum()), int((at > 0).sum()), DAYS * sum(rates))


def around(table: pd.DataFrame, view: View, *, letters: int = LETTERS) -> go.Figure:
    """Draw a row an attack: itself at day 0, the calls of the days around it to its left and right.

    Labels have at most `letters` letters.
    """
    if table.empty:
        return empty_chart(view)
    counts = table["Attack id"].value_counts(sort=False)
    busiest = counts.sort_values(ascending=False, kind="stable").index[:_MOST]
    shown = table[table["Attack id"].isin(busiest)]
    order = {i: n for n, i in enumerate(dict.fromkeys(shown["Attack id"]))}
    heads = shown.drop_duplicates("Attack id")
    figure = go.Figure([*_attacks(heads, order, view), *_calls(shown, order, view)])
    figure.update_layout(layout(dark=view.dark, height=len(order) * _ROW_PX + 110))
    figure.update_xaxes(
        type="linear", range=[-DAYS - 0.7, DAYS + 0.7], dtick=1, showgrid=False, title=_axis_title(view)
    )
    named = [f"{day(d)}  {title}" for d, title in zip(heads["Attack on"], heads["Attack"], strict=True)]
    figure.update_yaxes(
        range=[len(order) - 0.5, -0.5],
        tickvals=list(range(len(order))),
        ticktext=labelled(named, letters),
        fixedrange=True,
    )
    figure.add_vline(x=0, layer="below", line={"color": ground(dark=view.dark).quiet, "width": 1, "dash": "dot"})
    return figure


def _axis_title(view: View) -> dict[str, object]:
    return {"text": "Days before and after", "font": {"size": 12, "color": ground(dark=view.dark).quiet}}


def _marks(
    rows: pd.DataFrame, x: list[float], y: Sequence[float], look: Mapping[str, object], columns: list[str]
) -> go.Scatter:
    return go.Scatter(
        x=x,
        y=y,
        mode="markers",
        customdata=[[i, escape(title), day(d)] for i, title, d in rows[columns].itertuples(index=False)],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
        marker={"size": 12, "opacity": 1} | dict(look),
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _attacks(heads: pd.DataFrame, order: Mapping[str, int], view: View) -> Iterator[go.Scatter]:
    for kind in dict.fromkeys(heads["Kind"]):
        rows = heads[heads["Kind"] == kind]
        look = {"symbol": symbol(kind, "happened"), "color": colour(kind, dark=view.dark)}
        at = [order[i] for i in rows["Attack id"]]
        yield _marks(rows, [0.0] * len(rows), at, look, ["Attack id", "Attack", "Attack on"]).update(
            name=KINDS[kind].label
        )


def _calls(shown: pd.DataFrame, order: Mapping[str, int], view: View) -> Iterator[go.Scatter]:
    """Draw the calls; those of one day stand side by side, those of the day itself below the attack."""
    nth = shown.groupby(["Attack id", "Days"]).cumcount()
    several = shown.groupby(["Attack id", "Days"])["Days"].transform("size")
    x = (shown["Days"] + (nth - (several - 1) / 2) * 0.24).tolist()
    look = {"symbol": "circle", "color": colour("call", dark=view.dark)}
    rows = [order[i] + _BELOW * (d == 0) for i, d in zip(shown["Attack id"], shown["Days"], strict=True)]
    yield _marks(shown, x, rows, look, ["Call id", "Call", "Call on"]).update(name=KINDS["call"].label)


def sentence(found: Balance) -> str:
    """Say how calls stand around the attacks, and that the order proves nothing.

    >>> sentence(Balance(3, 1, 2, 2.5))
    '3 calls in the 7 days before an attack, 1 on its day, 2 in the 7 days after; 7 days have 2.5 on average. That one follows the other does not say that it is because of it.'
    """
    return (
        f"{counted(found.before, 'call')} in the {DAYS} days before an attack, {found.same_day} on its day, "
        f"{found.after} in the {DAYS} days after; {DAYS} days have {found.usual:.1f} on average. "
        "That one follows the other does not say that it is because of it."
    )
