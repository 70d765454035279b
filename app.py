"""Entry point of the dashboard: page set-up, navigation, the shared filter bar."""

import streamlit as st

from dashlib.errors import DashlibError
from dashlib.ui import assets, empty, filterbar, state

st.set_page_config(page_title="dashlib", page_icon=assets.ICON, layout="wide", initial_sidebar_state=320)
st.logo(assets.logo(dark=state.dark()), size="large")
page = st.navigation(
    {
        "Events": [
            st.Page("pages/timeline.py", title="Timeline", icon=":material/timeline:", default=True),
            st.Page("pages/summits.py", title="Summits", icon=":material/star:"),
            st.Page("pages/calls.py", title="Calls", icon=":material/call:"),
            st.Page("pages/offensives.py", title="Offensives", icon=":material/swords:"),
        ],
        "Sources": [
            st.Page("pages/articles.py", title="Articles", icon=":material/article:"),
            st.Page("pages/add_articles.py", title="Add articles", icon=":material/upload_file:"),
        ],
    }
)
try:
    filterbar.show(page.title)
    page.run()
except DashlibError as e:
    empty.trouble(str(e))
