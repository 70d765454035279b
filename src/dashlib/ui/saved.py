"""Named views and the link to this one: what was found once is found again, by the analyst and by others."""

from collections.abc import Sequence
from urllib.parse import parse_qs, urlencode

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashlib.errors import FilterError
from dashlib.query import Filters
from dashlib.store import notes
from dashlib.types import SavedView
from dashlib.ui import address, data
from dashlib.ui.highlight import plain

__all__ = ["show", "turn_to"]

_WANTED = "dashlib view wanted"
_NAME = "name of the view"


def turn_to(page: StreamlitPage, pages: Sequence[StreamlitPage]) -> None:
    """Go to the page of the view that was opened, where the reader is on another."""
    wanted = st.session_state.pop(_WANTED, page.title)
    other = next((p for p in pages if p.title == wanted), page)
    if other.title != page.title:
        st.switch_page(other)


def show(title: str, shown: Filters, asked: Filters) -> None:
    """Offer the named views, and the link to what is shown on the page of this title."""
    # No tertiary buttons: open ones would be told from a dark ground at 1.7:1 only.
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        with st.popover("Views", icon=":material/bookmarks:", help="Views that were given a name"):
            _views(title, shown, asked)
        with st.popover("Share", icon=":material/share:", help="The link to this view"):
            st.caption("This address opens the same page with the same filters. Copy it:")
            st.code(address.link(asked), language=None, wrap_lines=True)


def _views(title: str, shown: Filters, asked: Filters) -> None:
    views = data.notes().views
    if not views:
        st.caption("No view has a name yet. Filter as you like, then give it one:")
    for view in views:
        _row(view)
    st.text_input("Name of this view", key=_NAME, placeholder=_suggestion(title, shown))
    st.button(
        "Save this view", key="save view", on_click=_save, args=(title, shown, asked), icon=":material/bookmark_add:"
    )


def _suggestion(title: str, shown: Filters) -> str:
    said = shown.sentence().removeprefix("Events: ")
    return said[:1].upper() + said[1:] if shown.active else title


def _save(title: str, shown: Filters, asked: Filters) -> None:
    name = st.session_state[_NAME].strip() or _suggestion(title, shown)
    if data.note(notes.save_view, SavedView(name, title, urlencode(asked.to_params(), doseq=True))):
        st.session_state[_NAME] = ""


def _row(view: SavedView) -> None:
    name = plain(view.name)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            name, key=f"open {view.name}", on_click=_open, args=(view,), type="tertiary", help=f"Open on {view.page}"
        )
        if st.button("Rename", key=f"rename {view.name}", icon=":material/edit:", type="tertiary"):
            _rename(view)
        st.button(
            "Delete",
            key=f"delete {view.name}",
            icon=":material/delete:",
            type="tertiary",
            on_click=_delete,
            args=(view,),
        )


def _delete(view: SavedView) -> None:
    data.note(notes.remove_view, view.name)


def _open(view: SavedView) -> None:
    """Fill the bar with a view; its page is turned to on the run that follows."""
    try:
        address.fill(Filters.from_params(parse_qs(view.params)))
    except FilterError as e:
        st.toast(plain(f"The view {view.name!r} cannot be opened: {e}"), icon=":material/error:")
    else:
        st.session_state[_WANTED] = view.page


@st.dialog("Rename a view")
def _rename(view: SavedView) -> None:
    name = st.text_input("Name", view.name)
    if st.button("Rename", type="primary") and data.note(notes.rename_view, view.name, name):
        st.rerun()
