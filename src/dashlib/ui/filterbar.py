"""The filter bar: when, who, what, where, how sure, words. Kept in the address and across pages."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashlib.errors import FilterError
from dashlib.query import LIKELY, Facets, Filters
from dashlib.query.filters import PARAMS
from dashlib.ui import address, data, fields, saved, state
from dashlib.ui.groups import KINDS_OF
from dashlib.ui.highlight import plain
from dashlib.wording import counted

__all__ = ["readable", "show"]

_BARE = "Add articles"


def show(page: StreamlitPage, pages: Sequence[StreamlitPage]) -> None:
    """Draw the bar in the sidebar and keep the filters it makes; the page of one group of kinds asks for no kinds.

    `pages` are those that a named view may open.
    """
    saved.turn_to(page, pages)
    if page.title == _BARE or data.frames().events.empty:
        return
    everything, kinds = data.facets(Filters(min_confidence=0)), KINDS_OF.get(page.title)
    complaints = address.adopt(page.title, readable)
    asked, unread = readable(_values())
    current = replace(asked, kinds=kinds, families=()) if kinds else asked
    counts = data.facets(current)
    with st.sidebar, st.container(gap="small"):
        _heading(asked)
        saved.show(page.title, current, asked)
        _hidden(counts, asked)
        fields.when(asked, complaints | unread)
        fields.who(everything, counts, asked)
        fields.what(counts, asked, kinds_fixed=kinds is not None)
        fields.where(everything, counts, asked)
        fields.how_sure(everything, counts, asked)
        fields.words()
    state.keep(current)
    address.write(page.title, replace(asked, kinds=(), families=()) if kinds else asked)


def readable(params: Mapping[str, Sequence[str]]) -> tuple[Filters, dict[str, str]]:
    """Give the filters of parameters without those that cannot be read, and a sentence about each of these."""
    kept: dict[str, Sequence[str]] = {}
    complaints: dict[str, str] = {}
    for param in [p for p in PARAMS.values() if p in params]:
        try:
            Filters.from_params({**kept, param: params[param]})
        except FilterError as e:
            complaints[param] = str(e)
        else:
            kept[param] = params[param]
    return Filters.from_params(kept), complaints


def _values() -> dict[str, list[str]]:
    """Read the widgets; those that are not drawn on this page keep what they had."""
    out: dict[str, list[str]] = {}
    for param in PARAMS.values():
        value = st.session_state.get(param)
        values = value if isinstance(value, list | tuple) else [value]
        out[param] = [_text(v) for v in values if v is not None]
    return out


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else fields.uncounted(str(value))


def _heading(asked: Filters) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown("**Filters**")
        st.button(
            "Reset",
            on_click=address.fill,
            args=(Filters(),),
            type="tertiary",
            icon=":material/restart_alt:",
            disabled=not asked.active,
            help="Show everything again",
        )


def _hidden(counts: Facets, asked: Filters) -> None:
    """Say how many uncertain events are out of sight, and offer to show them, or to hide them again."""
    if asked.min_confidence == LIKELY and counts.uncertain:
        words, label, floor = f"{counted(counts.uncertain, 'uncertain event')} hidden", "Show", 0
    elif asked.min_confidence == 0:
        words, label, floor = "Uncertain events are shown", "Hide", round(LIKELY * 100)
    else:
        return
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(plain(words))
        st.button(label, on_click=_floor, args=(floor,), type="tertiary", key="uncertain", help=_UNCERTAIN)


_UNCERTAIN = f"Less than {LIKELY:.0%} sure: more of these are wrong than right. What you confirmed is never among them."


def _floor(percent: int) -> None:
    st.session_state[PARAMS["min_confidence"]] = percent
