"""What the reader looks with: a phone shows less beside each other, and fewer names on a chart."""

import streamlit as st

__all__ = ["phone"]

_MARK = "Mobi"


def phone() -> bool:
    """Whether the browser says that it is a phone's: these have "Mobi" in their User-Agent."""
    return _MARK in (st.context.headers.get("User-Agent") or "")
