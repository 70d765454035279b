"""The frame around every page: set-up, navigation, the shared filter bar, and one place for what goes wrong."""

import streamlit as st

from dashlib.errors import DashlibError
from dashlib.ui import assets, empty, filterbar, state, visits

__all__ = ["missing", "run"]

_DRAWN = "dashlib frame"


def run() -> None:
    """Draw the frame and the page that the reader asked for. Paths of pages are relative to app.py."""
    st.session_state[_DRAWN] = True
    st.set_page_config(page_title="dashlib", page_icon=assets.ICON, layout="wide")
    st.logo(assets.logo(dark=state.dark()), size="large")
    pages = {
        "Events": [
            st.Page("pages/timeline.py", title="Timeline", icon=":material/timeline:", default=True),
            st.Page("pages/overview.py", title="Overview", icon=":material/overview:"),
            st.Page("pages/summits.py", title="Summits", icon=":material/star:"),
            st.Page("pages/calls.py", title="Calls", icon=":material/call:"),
            st.Page("pages/offensives.py", title="Offensives", icon=":material/swords:"),
            st.Page("pages/actors.py", title="Actors", icon=":material/groups:"),
        ],
        "Sources": [
            st.Page("pages/articles.py", title="Articles", icon=":material/article:"),
            st.Page("pages/add_articles.py", title="Add articles", icon=":material/upload_file:"),
        ],
    }
    page = st.navigation(pages)
    try:
        visits.note()
        filterbar.show(page, [p for group in pages.values() for p in group])
        page.run()
    except DashlibError as e:
        empty.trouble(str(e))


def missing() -> bool:
    """Draw the frame where a page runs without it, and tell whether that was so.

    Streamlit runs a file of pages/ by itself when its address is the first that a new server is asked for; it goes by
    `st.navigation` only from the second request on.
    """
    if _DRAWN in st.session_state:
        return False
    run()
    return True
