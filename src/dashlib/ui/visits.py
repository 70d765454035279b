"""When the reader was last here: noted in the store once a few minutes, kept for the visit."""

import datetime as dt

import streamlit as st

from dashlib.errors import StoreError
from dashlib.store import notes
from dashlib.ui import data

__all__ = ["last", "note"]

_NOTED, _LAST = "dashlib noted", "dashlib last visit"
_OFTEN = dt.timedelta(minutes=5)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def note() -> None:
    """Note that somebody looks. A store that cannot be written keeps no visits, and that is no trouble to the page."""
    now, noted = _now(), st.session_state.get(_NOTED)
    if noted is not None and now - noted < _OFTEN:
        return
    st.session_state[_NOTED] = now
    try:
        if _LAST not in st.session_state:
            st.session_state[_LAST] = notes.last_visit(data.store(), now)
        notes.visited(data.store(), now)
    except StoreError:
        st.session_state.setdefault(_LAST, None)


def last() -> dt.datetime | None:
    """Give the end of the visit before this one, None where this is the first."""
    moment: dt.datetime | None = st.session_state.get(_LAST)
    return moment
