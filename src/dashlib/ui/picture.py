"""The chart as a file: a picture, made by the browser, or a page of HTML that needs no other machine."""

from collections.abc import Callable
from typing import Any, NamedTuple

import plotly.graph_objects as go
import streamlit as st

from dashlib.charts.style import ground
from dashlib.export.chart import chart_bytes
from dashlib.ui import assets, state

__all__ = ["CONFIG", "Picture", "offer"]

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "scrollZoom": False,
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
    "toImageButtonOptions": {"format": "svg", "filename": "dashlib"},
}

_HTML = """<div class="row">
<button type="button" data-format="png">Chart as PNG</button>
<button type="button" data-format="svg">Chart as SVG</button>
<span role="status"></span>
</div>"""
_CSS = """.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
button { font: inherit; font-size: .9375rem; color: var(--st-text-color); background: var(--st-background-color); cursor: pointer;
border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius); padding: .45rem .75rem; }
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 1px; }
span:empty { display: none; }"""
_buttons = st.components.v2.component("dashlib.picture", html=_HTML, css=_CSS, js=assets.script("picture.js"))


class Picture(NamedTuple):
    """A chart of the page: what draws it, what it shows in words, and plotly's options."""

    draw: Callable[[], go.Figure]
    alt: str
    config: dict[str, Any]


def offer(name: str, picture: Picture, title: str) -> None:
    """Offer the chart that is drawn on the page, under a name for its file; `title` stands above it on the page."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        _buttons(key=f"pictures {name}", data={"name": f"dashlib-{name}"}, width="content")
        _page(name, picture, title)


def _page(name: str, picture: Picture, title: str) -> None:
    tones = ground(dark=state.dark())
    st.download_button(
        "Chart as a web page",
        data=lambda: chart_bytes(picture.draw(), title=title, alt=picture.alt, ground=tones, config=picture.config),
        file_name=f"dashlib-{name}-chart.html",
        mime="text/html",
        icon=":material/download:",
        on_click="ignore",
        key=f"chart file {name}",
        help="Opens in any browser, also offline; marks keep their text",
    )
