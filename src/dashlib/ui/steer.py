"""Sets the filters of the bar from a click on a chart, or links to a page under other filters."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from dashlib.query import Filters
from dashlib.ui import address, state

__all__ = ["link", "narrow", "within"]


def within(filters: Filters, fields: Mapping[str, Any]) -> Filters:
    """Give the filters with some fields set anew; days that are set take the place of those said in words."""
    days: Mapping[str, Any] = {"when": ""} if fields.keys() & {"since", "until"} else {}
    return replace(filters, **days, **fields)


def narrow(fields: Mapping[str, Any]) -> None:
    """Set fields of the filter in the bar, and draw the whole page anew; call it in the callback of a widget."""
    address.fill(within(state.filters(), fields))
    st.rerun()


def link(label: str, filters: Filters, *, page: str = "timeline", icon: str | None = None) -> None:
    """Draw a link to a page under `filters`."""
    st.page_link(f"pages/{page}.py", label=label, icon=icon, query_params=filters.to_params())
