"""From one event to the next: by buttons, and by the arrow keys. To the left is the past, as on the timeline."""

from collections.abc import Sequence

import streamlit as st

from dashlib.ui import state

__all__ = ["begin", "beside"]


def _neighbours(event_id: str, shown: Sequence[str]) -> tuple[str, str]:
    """Give the ids of the older and the newer neighbour, "" where there is none; `shown` has the newest first."""
    if event_id not in shown:
        return "", ""
    at = shown.index(event_id)
    return (shown[at + 1] if at + 1 < len(shown) else "", shown[at - 1] if at else "")


def beside(event_id: str, shown: Sequence[str]) -> None:
    """Draw the steps to the neighbours of an event among those `shown`, and the way out."""
    older, newer = _neighbours(event_id, shown)
    with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        _step("Older", "chevron_left", older, "Left")
        _step("Newer", "chevron_right", newer, "Right")
        st.button(
            "Close",
            icon=":material/close:",
            type="tertiary",
            key="close evidence",
            shortcut="Esc",
            on_click=state.choose,
            args=("",),
        )
    if event_id not in shown:
        st.caption("This event lies outside the filters.")


def _step(label: str, icon: str, to: str, shortcut: str) -> None:
    st.button(
        label,
        icon=f":material/{icon}:",
        type="tertiary",
        disabled=not to,
        key=f"step {label}",
        shortcut=shortcut,
        on_click=state.choose,
        args=(to,),
    )


def begin(shown: Sequence[str]) -> None:
    """Draw the button that opens the newest of the events `shown`; the left arrow does the same."""
    st.button(
        "Step through",
        icon=":material/chevron_left:",
        type="tertiary",
        key="step through",
        shortcut="Left",
        help="Open the newest event; the arrow keys then lead to its neighbours",
        on_click=state.choose,
        args=(shown[0],),
    )
