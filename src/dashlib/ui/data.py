"""Where the app gets its frames: the store of the settings, read once a version, narrowed once a filter."""

from pathlib import Path
from urllib.parse import parse_qs, urlencode

import streamlit as st

from dashlib import query, settings
from dashlib.query import Facets, Filters
from dashlib.schema import Frames
from dashlib.store import Store

__all__ = ["facets", "frames", "selected", "store", "store_path", "version"]


def store_path() -> Path:
    """Give the folder of the store."""
    return Path(settings.current().store)


def store() -> Store:
    """Open the store, making it where it is new."""
    return Store(store_path())


def version() -> str:
    """Give the version of what is shown, "" where there is no store yet. Raises StoreError for a damaged store."""
    return str(store().version) if store_path().is_dir() else ""


@st.cache_resource(max_entries=2, show_spinner=False)
def _frames(path: str, version: str) -> Frames:
    return Store(path).frames() if version else Frames.of()


def frames() -> Frames:
    """Give all frames as the store has them now; empty ones where there is no store yet."""
    return _frames(str(store_path()), version())


def _key(filters: Filters) -> str:
    return urlencode(filters.to_params(), doseq=True)


@st.cache_resource(max_entries=32, show_spinner=False)
def _selected(path: str, version: str, address: str) -> Frames:
    return query.select(_frames(path, version), Filters.from_params(parse_qs(address)))


def selected(filters: Filters) -> Frames:
    """Give the frames that the filters let through."""
    return _selected(str(store_path()), version(), _key(filters))


@st.cache_resource(max_entries=32, show_spinner=False)
def _facets(path: str, version: str, address: str) -> Facets:
    return query.facets(_frames(path, version), Filters.from_params(parse_qs(address)))


def facets(filters: Filters) -> Facets:
    """Give the counts behind each choice under the other filters."""
    return _facets(str(store_path()), version(), _key(filters))
