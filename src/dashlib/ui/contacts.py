"""The further views of Summits and Calls: who deals with whom, who has fallen silent, calls around attacks."""

import datetime as dt
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from dashlib.charts import around as near
from dashlib.charts import gaps as silence
from dashlib.charts import matrix as who
from dashlib.codebook import KINDS
from dashlib.query import Filters
from dashlib.schema import Frames
from dashlib.ui import data, state, tabs
from dashlib.wording import counted, day

__all__ = ["AROUND", "CALL_MATRIX", "GAPS", "SUMMIT_MATRIX"]

_BY = ("People", "Countries")
_PHONE_NAMES = 7
_PERSON = "person"
_ATTACKS = ("offensive", "capture", "strike")


def _sides(name: str, events: pd.DataFrame) -> list[list[str]]:
    """Ask whether people or their countries are meant, and give those of each event."""
    by = st.segmented_control(
        "Between", _BY, default=_BY[0], required=True, key=f"between {name}", label_visibility="collapsed"
    )
    if by == _BY[1]:
        return who.countries_of(events)
    actors = data.frames().actors
    return who.people_of(events, set(actors.loc[actors["type"] == _PERSON, "name"]))


def _matrix(kind: str, name: str, shown: Frames, filters: Filters) -> None:
    table = who.pairs(shown.events, _sides(name, shown.events))
    view = state.view(filters)
    busiest = f"; most between {table['One'].iloc[0]} and {table['Other'].iloc[0]}" if len(table) else ""
    alt = f"Heat map of {counted(len(table), 'pair')} by number of {KINDS[kind].plural}{busiest}"
    tabs.chart(name, who.matrix(table, kind, view, most=_PHONE_NAMES if tabs.on_phone() else who.MOST), alt=alt)
    st.caption(f"A square is a pair, its number the {KINDS[kind].plural} of both; click it to see them.")
    tabs.rows(name, table)


def _reported_until(frames: Frames) -> dt.date:
    """Give the day of the newest report: beyond it nobody can say whether a pair spoke."""
    days = [d for d in frames.articles["published_end"] if isinstance(d, dt.date)]
    return min(max(days, default=state.today()), state.today())


def _gaps(shown: Frames, filters: Filters) -> None:
    lines = silence.lines(shown.events, _sides("Gaps", shown.events))
    until = min(_reported_until(data.frames()), filters.until or dt.date.max)
    table = silence.silences(lines, until)
    tabs.chart(
        "Gaps",
        silence.gaps(lines, until, state.view(filters), letters=tabs.letters()),
        alt=_silent_in_words(table, until),
    )
    st.caption(
        f"Silence is counted to the newest report, {day(until)}. Only calls that took place and are dated to within a "
        "month count; of calls of more than five, nobody can say who spoke with whom."
    )
    tabs.rows("Gaps", table)


def _silent_in_words(table: pd.DataFrame, until: dt.date) -> str:
    said = f"Calls of {counted(len(table), 'pair')} on a line each, and the days between"
    if table.empty:
        return said
    first = table.iloc[0]
    return f"{said}; longest silent up to {day(until)}: {first['Pair']}, {counted(int(first['Days since']), 'day')}"


def _attacks(filters: Filters) -> pd.DataFrame:
    """Give the major attacks under the filters, whoever the filters ask for: a call's people rarely fight themselves."""
    asked = replace(filters, kinds=_ATTACKS, families=(), actors=(), statuses=(), words="")
    return near.major(data.selected(asked).events)


def _around(shown: Frames, filters: Filters) -> None:
    attacks = _attacks(filters)
    table = near.nearby(attacks, shown.events)
    if table.empty:
        st.info(
            f"No call stands within {near.DAYS} days of a major attack under these filters.", icon=":material/info:"
        )
        return
    said = near.sentence(near.balance(table, attacks, shown.events))
    st.markdown(said)
    tabs.chart(
        "Around attacks",
        near.around(table, state.view(filters), letters=tabs.letters()),
        alt=f"Calls around attacks. {said}",
    )
    st.caption(
        "Attacks are offensives, captures, and strikes reported by at least two independent sources. A call counts "
        "where a country of the attack, or of its place, takes part."
    )
    tabs.rows("Around attacks", table)


def _tab(name: str, kind: str) -> tabs.Tab:
    return tabs.Tab("Who with whom", partial(_matrix, kind, name))


SUMMIT_MATRIX = _tab("Summit matrix", "summit")
CALL_MATRIX = _tab("Call matrix", "call")
GAPS = tabs.Tab("Gaps", _gaps)
AROUND = tabs.Tab("Around attacks", _around)
