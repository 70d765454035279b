"""Downloads of exactly what is shown, in the forms that `dashlib export` writes too."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashlib.export import FORMS, By, export, file_name
from dashlib.export.bundle import root
from dashlib.export.tables import csv_bytes
from dashlib.query import Filters
from dashlib.schema import Frames
from dashlib.ui import picture
from dashlib.ui.picture import Picture

__all__ = ["rows", "show"]

_FIRST = "csv"
_ROWS, _VIEWS, _BRIEFINGS, _KEEP = (
    ("csv-excel", "parquet", "jsonl"),
    ("geojson", "timelinejs", "ical"),
    ("docx", "html"),
    ("bundle",),
)
_BY = {By.DAY: "A paragraph a day", By.ACTOR: "A section an actor"}


def show(name: str, shown: Frames, filters: Filters, *, drawn: Picture | None = None) -> None:
    """Offer the events shown as CSV, and the other forms behind a second button; files are written on the click.

    `drawn` is the chart above, where there is one.
    """
    offer = partial(_button, name, shown, filters)
    with st.container(horizontal=True, width="content", gap="small"):
        offer(_FIRST, label="Download CSV")
        with (
            st.popover("More", icon=":material/more_horiz:", help="Other files, a briefing, the chart, the evidence"),
            st.container(gap="xsmall"),
        ):
            _group("The same rows", offer, _ROWS)
            _group("For maps, web pages and calendars", offer, _VIEWS)
            _briefing(name, offer)
            if drawn is not None:
                st.markdown("**The chart**")
                picture.offer(name, drawn, filters.sentence(len(shown.events)))
            _group("To check or to keep", offer, _KEEP)


def rows(name: str, data: pd.DataFrame, *, label: str = "Download these rows as CSV") -> None:
    """Offer any table as CSV, exactly as it is shown; `name` is a word or two for the file."""
    st.download_button(
        label,
        data=partial(csv_bytes, data),
        file_name=f"dashlib-{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"rows as csv {name}",
    )


def _group(heading: str, offer: Callable[..., None], forms: Iterable[str]) -> None:
    st.markdown(f"**{heading}**")
    with st.container(horizontal=True, gap="small"):
        for form in forms:
            offer(form)


def _briefing(name: str, offer: Callable[..., None]) -> None:
    st.markdown("**A briefing in sentences, with its sources**")
    by = st.segmented_control(
        "What a paragraph is about",
        list(_BY),
        format_func=_BY.__getitem__,
        default=By.DAY,
        required=True,
        key=f"briefing by {name}",
        label_visibility="collapsed",
    )
    with st.container(horizontal=True, gap="small"):
        for form in _BRIEFINGS:
            offer(form, by=By(by))


def _written(shown: Frames, form: str, **more: Any) -> bytes:
    """Write the file when it is asked for: at the time, and with the address, that hold then."""
    return export(shown, "events", form, at=dt.datetime.now(tz=dt.UTC), **more)


def _button(name: str, shown: Frames, filters: Filters, form: str, *, label: str = "", by: By = By.DAY) -> None:
    st.download_button(
        label or FORMS[form].label,
        data=partial(_written, shown, form, filters=filters, by=by, site=root(st.context.url or "")),
        file_name=file_name(name, form),
        mime=FORMS[form].media_type,
        icon=":material/download:",
        on_click="ignore",
        key=f"{form} {name}",
        help=FORMS[form].about.capitalize(),
    )
