"""Small tables in words: a click on a row chooses its event or is handed on, and a button gives the rows as CSV."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from dashlib.export.tables import csv_bytes
from dashlib.ui import state

__all__ = ["csv", "show"]

_FEW, _TALL_PX = 9, 360


def show(
    rows: pd.DataFrame,
    *,
    name: str,
    key: str,
    alt: str,
    ids: Sequence[str] = (),
    pick: Callable[[int], None] | None = None,
    look: Callable[[pd.DataFrame], Styler] | None = None,
) -> None:
    """Show rows, and below them the button that downloads exactly these.

    `ids` are the events of the rows: a click chooses one. `pick` takes the number of the row instead. `look` gives
    the rows as they are to look; the file has the plain values.
    """
    handed = pick or (partial(_choose, ids) if ids else None)
    more: dict[str, Any] = {}
    if handed is not None:
        more = {"selection_mode": "single-row", "on_select": partial(_picked, key, handed)}
    st.dataframe(
        look(rows) if look else rows,
        hide_index=True,
        key=key,
        alt=alt,
        height="content" if len(rows) <= _FEW else _TALL_PX,
        **more,
    )
    csv(rows, name=name)


def csv(rows: pd.DataFrame, *, name: str, label: str = "Download CSV") -> None:
    """Offer rows as CSV; the file is written on the click."""
    st.download_button(
        label,
        data=partial(csv_bytes, rows),
        file_name=f"dashlib-{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"csv {name}",
    )


def _choose(ids: Sequence[str], row: int) -> None:
    state.choose(ids[row], by="rows")


def _picked(key: str, handed: Callable[[int], None]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows:
        handed(rows[0])
