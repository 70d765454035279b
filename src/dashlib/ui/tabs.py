"""Further views of a page, each a tab that is drawn when it is opened: a chart, its table, its rows as CSV."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashlib.charts.labels import LETTERS
from dashlib.export.tables import csv_bytes
from dashlib.query import Filters
from dashlib.schema import Frames
from dashlib.ui import data, state, table
from dashlib.ui.highlight import plain
from dashlib.wording import counted

__all__ = ["CONFIG", "Tab", "chart", "keep_list", "letters", "listing", "on_phone", "rows", "show"]

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "scrollZoom": False,
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "zoomIn2d", "zoomOut2d", "autoScale2d"],
    "toImageButtonOptions": {"format": "svg", "filename": "dashlib"},
}
_PHONE_LETTERS = 20
_LIST = "dashlib list of "


@dataclass(frozen=True, slots=True)
class Tab:
    """A further view: its name on the tab, and what draws it from the frames and filters of the page."""

    name: str
    draw: Callable[[Frames, Filters], None]


def on_phone() -> bool:
    """Tell whether the browser says that it is a phone's ("Mobi", as MDN advises to ask)."""
    return "Mobi" in str(st.context.headers.get("User-Agent", ""))


def letters() -> int:
    """Give how long the labels beside a chart may be on the reader's screen."""
    return _PHONE_LETTERS if on_phone() else LETTERS


def show(tabs: Sequence[Tab], slots: Sequence[Any], shown: Frames, filters: Filters) -> None:
    """Draw those of the tabs that are open, each into its slot."""
    for tab, slot in zip(tabs, slots, strict=True):
        if slot.open:
            with slot:
                tab.draw(shown, filters)


def chart(name: str, figure: go.Figure, *, alt: str) -> None:
    """Draw a chart whose marks carry the ids of their events, and below it the events of the mark that was clicked."""
    key = state.key("chart", name)
    st.plotly_chart(
        figure,
        theme=None,
        key=key,
        config=CONFIG,
        alt=alt,
        selection_mode="points",
        on_select=partial(_picked, key, name),
    )
    listing(name)


def rows(name: str, data_: pd.DataFrame) -> None:
    """Give the rows behind a chart, folded away, and their download."""
    with st.expander(f"As a table: {counted(len(data_), 'row')}", icon=":material/table:"):
        st.dataframe(data_, hide_index=True, key=f"table {name}", alt=f"The chart “{name}” as a table")
        st.download_button(
            "Download these rows as CSV",
            data=partial(csv_bytes, data_),
            file_name=f"dashlib-{name.lower().replace(' ', '-')}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key=f"csv {name}",
        )


def _picked(key: str, name: str) -> None:
    points = st.session_state[key]["selection"]["points"]
    ids = [i for p in points if p.get("customdata") for i in str(p["customdata"][0]).split()]
    keep_list(name, list(dict.fromkeys(ids)))


def keep_list(name: str, ids: Sequence[str]) -> None:
    """Keep what was picked on a chart: one event is chosen, several are listed below the chart."""
    if len(ids) == 1:
        st.session_state.pop(_LIST + name, None)
        state.choose(ids[0], by="chart")
    elif ids:
        st.session_state[_LIST + name] = tuple(ids)


def _forget(name: str) -> None:
    st.session_state.pop(_LIST + name, None)
    state.forget("chart")


def listing(name: str) -> None:
    """List the events of the mark that was clicked, if it stands for several."""
    ids = st.session_state.get(_LIST + name, ())
    events = data.frames().events
    listed = events[events["event_id"].isin(ids)]
    if listed.empty:
        return
    with st.container(border=True, key=f"list {name}"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(f"**{plain(counted(len(listed), 'event'))} of the mark you clicked**")
            st.button(
                "Close the list",
                icon=":material/close:",
                type="tertiary",
                key=f"close list {name}",
                on_click=_forget,
                args=(name,),
            )
        table.show(listed, key=state.key("rows", f"{name} list"))
