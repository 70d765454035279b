"""What the app says when there is nothing to show, and what to do next."""

import streamlit as st

from dashlib.ui.highlight import plain
from dashlib.wording import counted

__all__ = ["no_events", "nothing_matches", "trouble"]


def no_events(articles: int = 0) -> None:
    """Say that the store holds no event yet, though it may hold articles."""
    st.header("No events yet", anchor=False)
    if articles:
        st.markdown(f"The store holds {counted(articles, 'article')}, and none reports an event. Give it more to read:")
    else:
        st.markdown("dashlib reads news articles and shows the events that they report. Give it some to read:")
    with st.container(border=True):
        st.page_link("pages/add_articles.py", label="Drop files or paste a text", icon=":material/upload_file:")
        st.markdown("or, for a folder, on the command line:")
        st.code("dashlib ingest path/to/folder", language="bash")


def nothing_matches() -> None:
    """Say that the filters let nothing through."""
    with st.container(border=True):
        st.markdown(
            "**Nothing matches these filters.** Widen the dates, or take a filter away; “Reset” shows everything."
        )


def trouble(message: str) -> None:
    """Say what went wrong, and what to do, in place of the page."""
    st.error(plain(message), icon=":material/error:")
