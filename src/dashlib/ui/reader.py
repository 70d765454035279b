"""Articles: the list, the reader with what was found marked in the text, and what could not be read."""

from html import escape

import pandas as pd
import streamlit as st

from dashlib.codebook import KINDS
from dashlib.schema import Frames
from dashlib.types import Basis
from dashlib.ui import data, empty, scrolling, state
from dashlib.ui.highlight import SENTENCE, Span, key, marked, marked_at, plain
from dashlib.wording import counted, when

__all__ = ["listing", "problems", "show"]

_DATED = {
    Basis.DATELINE: "from the dateline",
    Basis.INFERRED: "inferred from the text",
    Basis.FILE: "from the file's name",
}
_ARTICLE = "dashlib article"
_TEXT = "white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.65;max-width:46rem"


def listing(frames: Frames) -> pd.DataFrame:
    """Give the articles in words, the newest first, with the number of events each reports; indexed by article_id."""
    events = frames.mentions.groupby("article_id")["event_id"].nunique()
    ordered = frames.articles.sort_values("published_start", ascending=False, na_position="last", kind="stable")
    dates = zip(ordered["published_start"], ordered["published_end"], ordered["published_precision"], strict=True)
    titles = ordered["title"].where(ordered["title"] != "", ordered["text"].str.slice(0, 70) + "…")
    return pd.DataFrame(
        {
            "Title": titles.to_numpy(),
            "Published": [when(*d) for d in dates],
            "Events": ordered["article_id"].map(events).fillna(0).astype(int).to_numpy(),
            "Source": ordered["source"].to_numpy(),
            "Copy": ["copy" if d else "" for d in ordered["duplicate_of"]],
        },
        index=ordered["article_id"].to_numpy(),
    )


def problems(frames: Frames) -> pd.DataFrame:
    """Give what could not be taken, in words."""
    rows = frames.problems
    where = [
        f"{p}, line {int(n)}" if n and not pd.isna(n) else p for p, n in zip(rows["path"], rows["line"], strict=True)
    ]
    return pd.DataFrame({"Where": where, "What happened": rows["reason"].to_numpy()})


def show() -> None:
    """Draw the page."""
    everything, filters = data.frames(), state.filters()
    if everything.articles.empty:
        empty.no_events()
        return
    frames = data.selected(filters) if filters.active else everything
    text = counted(len(frames.articles), "article")
    behind = f" behind {plain(filters.sentence(len(frames.events)))}" if filters.active else ""
    st.header(text + behind, anchor=False)
    _body(frames)
    _trouble(everything)


@st.fragment
def _body(frames: Frames) -> None:
    if frames.articles.empty:
        empty.nothing_matches()
        return
    table = listing(frames)
    left, right = st.columns([9, 11], gap="medium")
    with left:
        st.dataframe(
            table,
            hide_index=True,
            height=640,
            key="rows Articles",
            selection_mode="single-row",
            alt="The articles",
            on_select=lambda: _choose(table.index.tolist()),
            column_config={
                "Title": st.column_config.TextColumn(width="medium"),
                "Copy": st.column_config.TextColumn(help="Nearly the text of another article; counted once"),
            },
        )
    with right, st.container(border=True, key="reader"):
        chosen = str(st.query_params.get("article") or st.session_state.get(_ARTICLE, ""))
        rows = data.frames().articles
        found = rows[rows["article_id"] == chosen]
        _article(found.iloc[0] if not found.empty else rows.set_index("article_id", drop=False).loc[table.index[0]])


def _choose(ids: list[str]) -> None:
    rows = st.session_state["rows Articles"]["selection"]["rows"]
    if rows:
        st.session_state[_ARTICLE] = st.query_params["article"] = ids[rows[0]]
        st.query_params.pop("mention", None)


def _article(article: pd.Series) -> None:
    frames = data.frames()
    mentions = frames.mentions[frames.mentions["article_id"] == article["article_id"]]
    spans = frames.spans[frames.spans["mention_id"].isin(mentions["mention_id"])]
    st.html(f"<h3 style='margin:0'>{escape(article['title'] or 'Untitled')}</h3>")
    st.caption(plain(_byline(article)))
    _events(frames, mentions)
    if not spans.empty:
        st.html(key(spans["field"]))
    found = [Span(*s) for s in zip(spans["field"], spans["start"], spans["end"], strict=True)]
    sentence = mentions[mentions["mention_id"] == st.query_params.get("mention", "")]
    if sentence.empty:
        text = marked(article["text"], found)
    else:
        text = marked_at(article["text"], found, *sentence[["quote_start", "quote_end"]].iloc[0])
    st.html(f"<div style='{_TEXT}'>{text}</div>")
    if not sentence.empty:
        scrolling.to(f"#{SENTENCE}", once=sentence["mention_id"].iloc[0])


def _byline(article: pd.Series) -> str:
    dated = when(article["published_start"], article["published_end"], article["published_precision"])
    how = _DATED.get(article["published_basis"], "")
    parts = [article["source"] or "Source not given", f"{dated} ({how})" if how else dated]
    if article["duplicate_of"]:
        parts.append("nearly the same text as another article, counted once")
    return " · ".join(parts)


def _events(frames: Frames, mentions: pd.DataFrame) -> None:
    events = frames.events[frames.events["event_id"].isin(mentions["event_id"])]
    if events.empty:
        st.caption("No events were found in this article.")
        return
    with st.expander(counted(len(events), "event"), expanded=len(events) <= 4):
        for event in events.to_dict("records"):
            dated = when(event["date_start"], event["date_end"], event["date_precision"])
            st.page_link(
                "pages/timeline.py",
                label=f"{KINDS[event['kind']].mark} {plain(event['title'])} · {dated}",
                query_params={"event": event["event_id"]},
                help="Show it on the timeline",
            )


def _trouble(frames: Frames) -> None:
    rows = problems(frames)
    if not rows.empty:
        with st.expander(f"{counted(len(rows), 'problem')} while reading", icon=":material/warning:"):
            st.dataframe(rows, hide_index=True, alt="What could not be read, and why")
