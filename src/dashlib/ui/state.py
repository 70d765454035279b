"""What the pages share within one visit: the filters, the chosen event, today, the theme."""

import datetime as dt
from typing import cast

import streamlit as st

from dashlib.charts import View
from dashlib.codebook import FAMILIES
from dashlib.query import Filters
from dashlib.types import Period
from dashlib.ui import data

__all__ = [
    "choose", "chosen", "dark", "family_tone", "filters", "forget", "keep", "key", "linked", "periods", "today", "view",
]  # fmt: skip

_FILTERS, _EVENT, _ROUND = "dashlib filters", "dashlib event", "dashlib round of "


def keep(filters: Filters) -> None:
    """Keep the filters for the page that is about to run."""
    st.session_state[_FILTERS] = filters


def filters() -> Filters:
    """Give the filters of the filter bar."""
    return cast("Filters", st.session_state.get(_FILTERS, Filters()))


def choose(event_id: str, *, by: str = "") -> None:
    """Choose an event, or none with ""; the address follows.

    `by` names the kind of widget that chose; what the other kind had selected is forgotten.
    """
    st.session_state[_EVENT] = event_id
    for kind in ("chart", "rows"):
        if kind != by:
            forget(kind)
    if event_id:
        st.query_params["event"] = event_id
    else:
        st.query_params.pop("event", None)


def forget(kind: str) -> None:
    """Forget what is selected in the page's widget of a kind, such as `chart`, `rows` or `strip`."""
    st.session_state[_ROUND + kind] = st.session_state.get(_ROUND + kind, 0) + 1


def key(kind: str, page: str) -> str:
    """Give the key of a page's `chart` or `rows`; it changes where their selection is to be forgotten."""
    return f"{kind} {page} {st.session_state.get(_ROUND + kind, 0)}"


def linked() -> str:
    """Give the event that the address names, or ""."""
    return str(st.query_params.get("event", ""))


def chosen() -> str:
    """Give the event that is chosen, by the address or else in this visit, or ""."""
    return linked() or str(st.session_state.get(_EVENT, ""))


def dark() -> bool:
    """Whether the reader's theme is dark."""
    return st.context.theme.type == "dark"


def family_tone(family: str) -> str:
    """Give the colour of a family in the reader's theme."""
    tones = FAMILIES[family]
    return tones.dark if dark() else tones.light


def today() -> dt.date:
    """Give the day that it is where the app runs."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def periods() -> tuple[Period, ...]:
    """Give the periods that the analyst named, by their days."""
    return data.notes().periods


def view(shown: Filters) -> View:
    """Give how charts are to be looked at."""
    return View(today=today(), since=shown.since, until=shown.until, dark=dark(), chosen=chosen(), periods=periods())
