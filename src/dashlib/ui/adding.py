"""Adds articles: files that are dropped, or a text that is pasted; new events appear at once."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashlib import schema
from dashlib.articles import read_bytes
from dashlib.articles.model import from_mapping, to_row
from dashlib.query import in_order
from dashlib.types import Article, Problem
from dashlib.ui import data, evidence, state, table
from dashlib.ui.highlight import plain
from dashlib.wording import counted, joined

__all__ = ["Added", "batch", "show"]

_ADDED = "dashlib added"


class Added(NamedTuple):
    """What came of the last addition: a sentence, the articles it was about, the problems."""

    sentence: str
    article_ids: tuple[str, ...]
    problems: tuple[Problem, ...]


def batch(articles: Iterable[Article], problems: Iterable[Problem]) -> pd.DataFrame:
    """Give an articles frame that carries the problems of reading along, as `dashlib.read` does."""
    out = schema.frame("articles", map(to_row, articles))
    out.attrs["problems"] = [p._asdict() for p in problems]
    return out


def show() -> None:
    """Draw the page."""
    st.header("Add articles", anchor=False)
    files, paste = st.tabs(["Files", "Text"])
    with files:
        _files()
    with paste:
        _paste()
    if _ADDED in st.session_state:
        _outcome(st.session_state[_ADDED])


def _files() -> None:
    with st.form("files", clear_on_submit=True):
        dropped = st.file_uploader(
            "Articles as text, Markdown, HTML, PDF, Word, e-mail, RSS or Atom, JSON, CSV, or a ZIP of these",
            accept_multiple_files=True,
            key="dropped",
        )
        if st.form_submit_button("Read the files", type="primary") and dropped:
            read = [read_bytes(f.name, f.getvalue()) for f in dropped]
            _take([a for articles, _ in read for a in articles], [p for _, problems in read for p in problems])


def _paste() -> None:
    with st.form("paste", clear_on_submit=True):
        text = st.text_area("Text", height=220, placeholder="Paste the text of one article", key="pasted text")
        title, source, published = st.columns([5, 3, 2])
        row = {
            "text": text,
            "title": title.text_input("Title (optional)", key="pasted title"),
            "source": source.text_input("Source (optional)", key="pasted source"),
            "published": published.date_input(
                "Published (optional)", value=None, key="pasted date", min_value=dt.date(1900, 1, 1)
            ),
        }
        if st.form_submit_button("Read the text", type="primary"):
            if text.strip():
                _take([from_mapping(row)], [])
            else:
                st.info("There is no text yet: paste one into the box.", icon=":material/edit:")


def _take(articles: Sequence[Article], problems: Sequence[Problem]) -> None:
    bar = st.progress(0.0, "Reading …")
    before = set(data.frames().events["event_id"])

    def step(done: int, total: int) -> None:
        bar.progress(min(done / max(total, 1), 1.0), f"Reading {counted(total, 'article')}: {done:,} done")

    taken = data.store().ingest(batch(articles, problems), progress=step)
    bar.empty()
    fresh = len(set(data.frames().events["event_id"]) - before)
    known = [f"{counted(taken.known, 'article')} that the store had already"] if taken.known else []
    sentence = joined([counted(taken.new, "new article"), counted(fresh, "new event"), *known])
    st.session_state[_ADDED] = Added(sentence, tuple(a.article_id for a in articles), taken.problems)


def _outcome(added: Added) -> None:
    if added.article_ids:
        st.success(added.sentence, icon=":material/check_circle:")
    for problem in added.problems:
        where = f"{problem.path}, line {problem.line}" if problem.line else problem.path or "The text"
        st.warning(f"**{plain(where)}**: {plain(problem.reason)}", icon=":material/warning:")
    frames = data.frames()
    ids = frames.mentions.loc[frames.mentions["article_id"].isin(added.article_ids), "event_id"]
    events = in_order(frames.events[frames.events["event_id"].isin(ids)])
    if not events.empty:
        st.subheader(f"{counted(len(events), 'event')} in what you added", anchor=False)
        table.show(events, key=state.key("rows", "Added"))
        if (event := evidence.find(frames, state.chosen())) is not None:
            with st.container(border=True):
                evidence.panel(frames, event, shown=events["event_id"].tolist())
        st.page_link("pages/timeline.py", label="See them on the timeline", icon=":material/timeline:")
