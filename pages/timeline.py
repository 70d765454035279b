"""All events over time, one lane a kind."""

import streamlit as st

from dashlib import charts
from dashlib.ui import frame, views


def _fold() -> dict[str, bool]:
    apart = st.toggle("Show demands, refusals, accusations and threats apart", key="apart")
    return {"fold": not apart}


if not frame.missing():
    views.show(
        views.Page(
            name="Timeline",
            chart=charts.timeline,
            options=_fold,
            alt="Events over time. Lanes are kinds, colours families, fills statuses, pale bars the days.",
        )
    )
