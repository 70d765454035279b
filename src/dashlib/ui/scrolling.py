"""Brings a part of the page into view, once: the sentence of an article, the evidence that a phone shows far below."""

import json

import streamlit as st

__all__ = ["to"]

_DONE = "dashlib scrolled to"
_SCRIPT = """<script>
requestAnimationFrame(() => {
  const part = document.querySelector(%s);
  if (!part || part.getBoundingClientRect().top < window.innerHeight * 0.8) return;
  part.style.scrollMarginTop = "4.5rem";  // what stands at the top of the page covers so much
  part.scrollIntoView({block: "start"});
});
</script>"""


def to(selector: str, *, once: str) -> None:
    """Scroll to what a CSS selector names where it stands below the screen; not again while `once` stays the same."""
    if st.session_state.get(_DONE) != once:
        st.html(_SCRIPT % json.dumps(selector), unsafe_allow_javascript=True)
    st.session_state[_DONE] = once
