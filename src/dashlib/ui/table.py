"""The table under a chart: the same rows as the chart, in the words a reader uses."""

from typing import Any

import pandas as pd
import streamlit as st

from dashlib.codebook import KINDS
from dashlib.codebook.countries import country_name
from dashlib.ui import state
from dashlib.wording import sureness, when

__all__ = ["readable", "show"]

_FEW, _TALL_PX = 12, 440
_HIDDEN = ("Who", "From", "To", "Country", "Reported by", "Quantity", "Reports", "PLOVER", "CAMEO", "ACLED", "Review")


def readable(events: pd.DataFrame) -> pd.DataFrame:
    """Give the events in words: one row an event, in the same order."""
    dates = zip(events["date_start"], events["date_end"], events["date_precision"], strict=True)
    return pd.DataFrame(
        {
            "When": [when(*d) for d in dates],
            "Kind": [f"{KINDS[k].mark} {KINDS[k].label}" for k in events["kind"]],
            "Event": events["title"].to_numpy(),
            "Status": events["status"].str.capitalize().to_numpy(),
            "Place": events["place"].to_numpy(),
            "Who": [", ".join(a) for a in events["actors"]],
            "Sources": events["independent_sources"].to_numpy(),
            "Confidence": [sureness(c).capitalize() for c in events["confidence"]],
            "Differs on": [", ".join(s.partition(":")[0] for s in d) for d in events["disagreements"]],
            "From": events["date_start"].to_numpy(),
            "To": events["date_end"].to_numpy(),
            "Country": [country_name(c) for c in events["country"]],
            "Reported by": [", ".join(s) for s in events["sources"]],
            "Quantity": events["quantity"].to_numpy(),
            "Reports": events["mentions"].to_numpy(),
            "PLOVER": events["plover_type"].to_numpy(),
            "CAMEO": events["cameo"].to_numpy(),
            "ACLED": events["acled"].to_numpy(),
            "Review": events["review"].str.capitalize().to_numpy(),
        }
    )


def _choose(key: str, ids: list[str]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    state.choose(ids[rows[0]] if rows else "", by="rows")


def show(events: pd.DataFrame, *, key: str) -> None:
    """Show the events, newest first; a click on a row chooses its event."""
    ordered, ids = readable(events), events["event_id"].tolist()
    config: dict[str, Any] = {
        "Event": st.column_config.TextColumn(width="large"),
        "Sources": st.column_config.NumberColumn(help="Independent sources: copies of one text count once"),
        "Differs on": st.column_config.TextColumn(help="What the reports disagree about"),
        "From": st.column_config.DateColumn(format="D MMM YYYY"),
        "To": st.column_config.DateColumn(format="D MMM YYYY"),
    }
    config |= dict.fromkeys(_HIDDEN)
    st.dataframe(
        ordered,
        hide_index=True,
        column_config=config,
        key=key,
        selection_mode="single-row",
        height="content" if len(events) <= _FEW else _TALL_PX,
        on_select=lambda: _choose(key, ids),
        alt="The events of the chart as a table",
    )
