"""Keeps the filters in the address of the page, and takes them from there when a reader comes by a link or goes back.

Streamlit's own `bind="query-params"` loses parameters when a page is left while its widgets are still being drawn, and
writes the labels of choices, which hold counts. So the widgets hold the filters and the address is written from them,
in one message a run.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashlib.query import Filters
from dashlib.query.filters import PARAMS
from dashlib.types import Status

__all__ = ["adopt", "fill", "link", "set_days", "write"]

_PAGE, _LAST, _WRITTEN = "dashlib page", "dashlib address", "dashlib addresses"
Address = tuple[tuple[str, tuple[str, ...]], ...]
Reader = Callable[[Mapping[str, list[str]]], tuple[Filters, dict[str, str]]]


def _asked() -> dict[str, list[str]]:
    return {p: st.query_params.get_all(p) for p in PARAMS.values() if p in st.query_params}


def _frozen(params: Mapping[str, Iterable[str]]) -> Address:
    return tuple(sorted((name, tuple(values)) for name, values in params.items()))


def _went_back() -> bool:
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def _to_be_adopted(page: str, asked: Mapping[str, list[str]]) -> bool:
    """Whether the address holds what the reader wants, rather than what the last run left or has not yet written.

    A new page begins without parameters or with those of the page before; so an empty address counts only where the
    filters were empty when the reader was there.
    """
    if _PAGE not in st.session_state:
        return True
    if _went_back():
        return bool(asked) or (page, _frozen(asked)) in st.session_state[_WRITTEN]
    return bool(asked) and st.session_state[_PAGE] != page and _frozen(asked) != st.session_state.get(_LAST)


_TO_WIDGET: Mapping[str, Callable[[Any], Any]] = {
    "when": lambda phrase: phrase or None,
    "statuses": lambda names: [Status(n) for n in names],
    "min_confidence": lambda share: round(share * 100),
}


def fill(filters: Filters) -> None:
    """Give the widgets of the bar what filters ask for; call it before they are drawn, or in a callback."""
    for field, param in PARAMS.items():
        value = getattr(filters, field)
        as_list = list(value) if isinstance(value, tuple) else value
        st.session_state[param] = _TO_WIDGET[field](value) if field in _TO_WIDGET else as_list


def set_days(since: dt.date | None, until: dt.date | None) -> None:
    """Give the widgets of the bar their days, in place of words for them; call it as `fill`."""
    st.session_state[PARAMS["when"]] = None
    st.session_state[PARAMS["since"]], st.session_state[PARAMS["until"]] = since, until


def adopt(page: str, read: Reader) -> dict[str, str]:
    """Fill the widgets from the address, where that is the reader's wish, and give what is to be said about it.

    `read` makes filters of its parameters, and a sentence about each that it cannot read.
    """
    asked = _asked()
    wanted = _to_be_adopted(page, asked)
    st.session_state[_PAGE] = page
    if not wanted:
        return {}
    filters, complaints = read(asked)
    fill(filters)
    return complaints


def write(page: str, filters: Filters) -> None:
    """Let the address of the page say the filters; other parameters stay."""
    wanted = filters.to_params()
    st.session_state[_LAST] = _frozen(wanted)
    st.session_state.setdefault(_WRITTEN, set()).add((page, _frozen(wanted)))
    if _frozen(_asked()) != _frozen(wanted):
        st.query_params.from_dict(_others() | wanted)


def _others() -> dict[str, list[str]]:
    return {p: st.query_params.get_all(p) for p in st.query_params if p not in PARAMS.values()}


def link(filters: Filters) -> str:
    """Give the whole address of this page under the filters, the event in focus with it."""
    here = urlsplit(st.context.url or "")
    return here._replace(query=urlencode(_others() | filters.to_params(), doseq=True), fragment="").geturl()
