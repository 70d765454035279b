"""The filter bar: when, who, what, where, how sure, words. Kept in the address and across pages."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from dashlib.codebook import FAMILIES, KINDS
from dashlib.errors import FilterError
from dashlib.query import ActorMode, Facets, Filters
from dashlib.query.filters import PARAMS, REVIEWS
from dashlib.types import Status
from dashlib.ui import address, data, state
from dashlib.ui.groups import KINDS_OF
from dashlib.ui.highlight import plain

__all__ = ["show"]

_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
_TOP = 4
_REPORTS, _SURE = (1, 10), (0, 100)
_KEPT: Any = {"persist_state": "session"}


def show(page: str) -> None:
    """Draw the bar in the sidebar and keep the filters it makes; the page of one group of kinds asks for no kinds."""
    if page == "Add articles" or data.frames().events.empty:
        return
    everything, kinds = data.facets(Filters()), KINDS_OF.get(page)
    with st.sidebar:
        try:
            address.adopt(page, everything)
            asked = Filters.from_params(_values())
        except FilterError as e:
            st.error(plain(str(e)), icon=":material/event_busy:")
            asked = Filters()
        current = replace(asked, kinds=kinds, families=()) if kinds else asked
        counts = data.facets(current)
        _heading(asked)
        _when()
        _who(everything, counts, current)
        _what(counts, kinds_fixed=kinds is not None)
        _where(everything, counts)
        _how_sure(everything, counts)
        _words()
    state.keep(current)
    address.write(page, replace(asked, kinds=(), families=()) if kinds else asked)


def _values() -> dict[str, list[str]]:
    """Read the widgets; those that are not drawn on this page keep what they had."""
    out: dict[str, list[str]] = {}
    for param in PARAMS.values():
        value = st.session_state.get(param)
        values = value if isinstance(value, list | tuple) else [value]
        out[param] = [_text(v) for v in values if v is not None]
    return out


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _heading(current: Filters) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown("**Filters**")
        st.button(
            "Reset",
            on_click=_reset,
            type="tertiary",
            icon=":material/restart_alt:",
            disabled=not current.active,
            help="Show everything again",
        )


def _reset() -> None:
    for param in PARAMS.values():
        if param in st.session_state:
            st.session_state[param] = _EMPTY.get(param, [])


_EMPTY: Mapping[str, Any] = {
    PARAMS["since"]: None,
    PARAMS["until"]: None,
    PARAMS["actor_mode"]: ActorMode.ANY.value,
    PARAMS["min_sources"]: _REPORTS[0],
    PARAMS["min_confidence"]: _SURE[0],
    PARAMS["words"]: "",
}


def _counted(counts: Mapping[str, int], label: Callable[[str], str] = str) -> None:
    """Say how many events the most frequent choices hold."""
    top = list(counts.items())[:_TOP]
    if top:
        st.caption(" · ".join(f"{plain(label(name))} {number:,}" for name, number in top))


def _choices(
    field: str, label: str, options: Iterable[str], placeholder: str, *, name: Callable[[str], str] = str
) -> None:
    st.multiselect(
        label, list(options), format_func=name, key=PARAMS[field], placeholder=placeholder, select_all=False, **_KEPT
    )


def _when() -> None:
    limits: Any = {"min_value": _EARLIEST, "max_value": _LATEST, "format": "YYYY-MM-DD"}
    st.date_input("From", value=None, key=PARAMS["since"], **limits, **_KEPT)
    st.date_input("To", value=None, key=PARAMS["until"], **limits, **_KEPT)


def _who(everything: Facets, counts: Facets, current: Filters) -> None:
    _choices("actors", "Who", everything.actors, "Any person, state or force")
    if len(current.actors) > 1:
        st.segmented_control(
            "Together",
            list(ActorMode),
            format_func=lambda m: m.value.capitalize(),
            required=True,
            key=PARAMS["actor_mode"],
            label_visibility="collapsed",
            **_KEPT,
        )
    _counted(counts.actors)


def _what(counts: Facets, *, kinds_fixed: bool) -> None:
    if not kinds_fixed:
        st.pills("What", list(FAMILIES), selection_mode="multi", key=PARAMS["families"], **_KEPT)
        _choices("kinds", "Kind", KINDS, "Any kind", name=lambda k: KINDS[k].label)
        _counted(counts.kinds, lambda k: KINDS[k].label)
    st.pills(
        "Status",
        list(Status),
        selection_mode="multi",
        format_func=lambda s: s.value.capitalize(),
        key=PARAMS["statuses"],
        **_KEPT,
    )
    _counted(counts.statuses, str.capitalize)


def _where(everything: Facets, counts: Facets) -> None:
    _choices("places", "Where", everything.places, "Any place or country")
    _counted(counts.places)


def _words() -> None:
    st.text_input("Words", key=PARAMS["words"], placeholder="In titles and quotes", icon=":material/search:", **_KEPT)


def _how_sure(everything: Facets, counts: Facets) -> None:
    with st.expander("How sure", icon=":material/verified:"):
        _choices("sources", "Reported by", everything.sources, "Any source")
        _counted(counts.sources)
        st.slider("Independent sources, at least", *_REPORTS, key=PARAMS["min_sources"], **_KEPT)
        st.slider("Confidence in percent, at least", *_SURE, step=5, key=PARAMS["min_confidence"], **_KEPT)
        _choices("reviewed", "Review", REVIEWS, "All but rejected", name=str.capitalize)
        _counted(counts.reviewed, str.capitalize)
