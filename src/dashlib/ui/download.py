"""Downloads of exactly what is shown, in the forms that `dashlib export` writes too."""

from functools import partial

import streamlit as st

from dashlib.export import FORMS, export, file_name
from dashlib.query import Filters
from dashlib.schema import Frames

__all__ = ["show"]

_FIRST = "csv"


def show(name: str, shown: Frames, filters: Filters) -> None:
    """Offer the events shown as CSV, and the other forms behind a second button; files are written on the click."""
    with st.container(horizontal=True, width="content", gap="small"):
        _button(name, _FIRST, shown, filters, label="Download CSV")
        with st.popover("More", icon=":material/more_horiz:"):
            for form in FORMS:
                if form != _FIRST:
                    _button(name, form, shown, filters, label=FORMS[form].label)


def _button(name: str, form: str, shown: Frames, filters: Filters, *, label: str) -> None:
    st.download_button(
        label,
        data=partial(export, shown, "events", form, filters=filters),
        file_name=file_name(name, form),
        mime=FORMS[form].media_type,
        icon=":material/download:",
        on_click="ignore",
        key=f"{form} {name}",
    )
