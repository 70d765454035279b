"""Text on the accent of the dark theme: Streamlit writes it white, and no white can be read on an accent that itself can.

WCAG 2.2 asks for 4.5:1, both of white on the accent and of the accent on the dark ground; no colour gives both, and the
theme has no setting for the text on the accent.
"""

import streamlit as st

from dashlib.charts.style import DARK
from dashlib.ui import state

__all__ = ["mend"]

_ON_ACCENT = ('[data-testid^="stBaseButton-primary"]', "[data-tag]")


def mend() -> None:
    """Write the text on buttons and tags of the accent's colour in the colour of the ground, in the dark theme."""
    if state.dark():
        parts = ", ".join(f"{part}, {part} :is(p, span, button)" for part in _ON_ACCENT)
        st.html(f"<style>{parts} {{ color: {DARK.paper} !important; }}</style>")
