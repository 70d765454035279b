"""All events over time, in lanes by kind, family, actor, pair, place or source."""

import streamlit as st

from dashlib import charts
from dashlib.charts.grouping import GROUPS
from dashlib.ui import frame, views


def _lanes() -> dict[str, str | bool]:
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        lanes = st.segmented_control(
            "A lane for each",
            list(GROUPS),
            default="Kind",
            required=True,
            key="lanes",
            bind="query-params",
            persist_state="session",
        )
        fold = lanes != "Kind" or not st.toggle("Words of conflict apart", key="apart", help=_APART)
    return {"lanes": lanes or "Kind", "fold": fold}


_APART = "Demands, refusals, accusations and threats, a lane each"

if not frame.missing():
    views.show(
        views.Page(
            name="Timeline",
            chart=charts.timeline,
            options=_lanes,
            alt="Events over time. Colours are families, shapes kinds, fills statuses, pale bars the days.",
        )
    )
