"""Where the app gets its frames: the store of the settings, read once a version, narrowed once a filter."""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode

import streamlit as st

from dashlib import query, settings
from dashlib.errors import DashlibError
from dashlib.query import Facets, Filters
from dashlib.schema import Frames
from dashlib.store import Store
from dashlib.store import notes as kept
from dashlib.store.notes import Notes
from dashlib.ui.highlight import plain

__all__ = ["facets", "frames", "note", "notes", "selected", "store"]


@st.cache_resource(max_entries=2, show_spinner=False)
def _store(path: str) -> Store:
    return Store(path)


def store() -> Store:
    """Give the store of the settings, whether it exists yet or not."""
    return _store(settings.current().store)


def frames() -> Frames:
    """Give all frames as the store has them now; empty ones where there is no store yet."""
    return store().frames() if store().exists else Frames.of()


class _Asked(NamedTuple):
    """What a result depends on: the store, its version, the address of the filters. Hashed in place of the frames."""

    path: str
    version: str
    address: str

    @property
    def filters(self) -> Filters:
        return Filters.from_params(parse_qs(self.address))


def _asked(filters: Filters) -> _Asked:
    return _Asked(store().path, store().version, urlencode(filters.settled.to_params(), doseq=True))


@st.cache_resource(max_entries=32, show_spinner=False)
def _selected(asked: _Asked, _frames: Frames) -> Frames:
    return query.select(_frames, asked.filters)


def selected(filters: Filters) -> Frames:
    """Give the frames that the filters let through."""
    return _selected(_asked(filters), frames())


@st.cache_resource(max_entries=32, show_spinner=False)
def _facets(asked: _Asked, _frames: Frames) -> Facets:
    return query.facets(_frames, asked.filters)


def facets(filters: Filters) -> Facets:
    """Give the counts behind each choice under the other filters."""
    return _facets(_asked(filters), frames())


@st.cache_resource(max_entries=2, show_spinner=False)
def _notes(path: str, version: int) -> Notes:
    del version
    return kept.notes(_store(path))


def notes() -> Notes:
    """Give what the analyst keeps in the store: views, periods, the watch list, visits."""
    return _notes(store().path, kept.version(store()))


def note(change: Callable[..., None], *what: object) -> bool:
    """Change what the analyst keeps by a function of `dashlib.store.notes`, and tell whether that went well.

    Where it did not, the reader is told why: a callback has no page to say it on.
    """
    try:
        change(store(), *what)
    except DashlibError as e:
        st.toast(plain(str(e)), icon=":material/error:")
        return False
    return True
