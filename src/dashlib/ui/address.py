"""Keeps the filters in the address of the page, and takes them from there when a reader comes by a link or goes back.

Streamlit's own `bind="query-params"` loses parameters when a page is left while its widgets are still being drawn, so the
widgets hold the filters and the address is written from them, in one message a run.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashlib.query import Facets, Filters
from dashlib.query.filters import PARAMS
from dashlib.types import Status

__all__ = ["adopt", "write"]

_PAGE, _LAST, _WRITTEN = "dashlib page", "dashlib address", "dashlib addresses"
Address = tuple[tuple[str, tuple[str, ...]], ...]


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


_TO_WIDGET: Mapping[str, Callable[[Any, Facets], Any]] = {
    "actors": lambda names, known: [n for n in names if n in known.actors],
    "places": lambda names, known: [n for n in names if n in known.places],
    "sources": lambda names, known: [n for n in names if n in known.sources],
    "statuses": lambda names, _: [Status(n) for n in names],
    "min_confidence": lambda share, _: round(share * 100),
}


def _as_widget(field: str, value: Any, known: Facets) -> Any:
    if field in _TO_WIDGET:
        return _TO_WIDGET[field](value, known)
    return list(value) if isinstance(value, tuple) else value


def adopt(page: str, known: Facets) -> None:
    """Give the widgets of the bar what the address asks for, where it is the reader's wish; call it before they are drawn.

    Names that no event has are left out. Raises FilterError for a value that cannot be read; the widgets stay then.
    """
    asked = _asked()
    wanted = _to_be_adopted(page, asked)
    st.session_state[_PAGE] = page
    if wanted:
        filters = Filters.from_params(asked)
        for field, param in PARAMS.items():
            st.session_state[param] = _as_widget(field, getattr(filters, field), known)


def write(page: str, filters: Filters) -> None:
    """Let the address of the page say the filters; other parameters stay."""
    wanted = filters.to_params()
    st.session_state[_LAST] = _frozen(wanted)
    st.session_state.setdefault(_WRITTEN, set()).add((page, _frozen(wanted)))
    if _frozen(_asked()) != _frozen(wanted):
        others = {p: st.query_params.get_all(p) for p in st.query_params if p not in PARAMS.values()}
        st.query_params.from_dict(others | wanted)
