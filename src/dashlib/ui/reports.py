"""The reports of one event in order: how its status went, each quote with its parts marked, and where it stands."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from dashlib.codebook import KINDS
from dashlib.schema import Frames
from dashlib.types import Basis, Status
from dashlib.ui import state
from dashlib.ui.highlight import Span, key, marked, plain
from dashlib.wording import counted, day, joined, when

__all__ = ["Step", "basis_in_words", "history", "in_order", "line", "quotes", "reasons"]

_BASIS = {
    Basis.EXPLICIT: "a calendar date in the text",
    Basis.RELATIVE: "counted from the day of publication, or from another date in the text",
    Basis.INHERITED: "carried over from the sentence before, or from another report",
    Basis.PUBLISHED: "no date in the text; the day of the report bounds it",
    Basis.NONE: "no date in the text",
}
_DOTS: Mapping[str, str] = {
    Status.HAPPENED: "●",
    Status.ONGOING: "◐",
    Status.PLANNED: "○",
    Status.POSSIBLE: "◌",
    Status.CANCELLED: "⊘",
    Status.DENIED: "⊗",
}
_QUOTE = "margin:.2rem 0 .3rem;padding-left:.8rem;border-left:3px solid {};line-height:1.55"
_LINE = "list-style:none;margin:.2rem 0 .5rem;padding:0"
_STEP = "display:grid;grid-template-columns:1.3rem 5.4rem 1fr;gap:.2rem;line-height:1.7"
_MOST_STEPS = 8
_MOST_QUOTES = 4


class Step(NamedTuple):
    """One report of an event as its history shows it: the day in words, the status it gave, the source."""

    day: str
    status: str
    source: str


def basis_in_words(text: str, basis: str) -> str:
    """Say how a date was read: the phrase, and what it was reckoned from."""
    how = _BASIS.get(Basis(basis), "") if basis else ""
    return f"“{text}”: {how}" if text else how.capitalize()


def in_order(frames: Frames, mentions: pd.DataFrame) -> pd.DataFrame:
    """Give mentions in the order in which their articles were published, then in that of the text."""
    published = frames.articles.set_index("article_id")["published_start"]
    placed = mentions.assign(_published=mentions["article_id"].map(published))
    ordered = placed.sort_values(["_published", "article_id", "start"], na_position="last", kind="stable")
    return ordered.drop(columns="_published")


def history(frames: Frames, event_id: str) -> list[Step]:
    """Give the reports of an event in order of their days, as far as the status history knows them."""
    rows = frames.status_history[frames.status_history["event_id"] == event_id]
    rows = rows.sort_values("date", kind="stable", na_position="last")
    sources = dict(zip(frames.articles["article_id"], frames.articles["source"], strict=True))
    return [
        Step(day(date) if date is not None else "undated", status, sources.get(article_id, ""))
        for date, status, article_id in zip(rows["date"], rows["status"], rows["article_id"], strict=True)
    ]


def line(steps: Sequence[Step], tone: str) -> str:
    """Give the history as HTML: one line a report, the fill of its dot the status; of very many, the first and last."""
    shown = list(steps)
    if len(shown) > _MOST_STEPS:
        half = _MOST_STEPS // 2
        shown = [*shown[:half], Step("", "", f"{len(steps) - _MOST_STEPS} more in between"), *shown[-half:]]
    items = (
        f"<li style='{_STEP}'><span aria-hidden='true' style='color:{tone}'>{_DOTS.get(s.status, '')}</span>"
        f"<span>{escape(s.day)}</span><span>{escape(' · '.join(filter(None, (s.status, s.source))))}</span></li>"
        for s in shown
    )
    return f"<ol style='{_LINE}'>{''.join(items)}</ol>"


def quotes(frames: Frames, mentions: pd.DataFrame, kind: str) -> None:
    """Draw each report of `mentions`, in their order: the sentence with its parts marked, who says so, the article."""
    spans = frames.spans[frames.spans["mention_id"].isin(mentions["mention_id"])]
    articles = frames.articles.set_index("article_id")
    tone = state.family_tone(KINDS[kind].family)
    st.html(f"<h4 style='margin:.4rem 0 0'>{counted(len(mentions), 'report')}</h4>{key(spans['field'])}")
    rows = mentions.to_dict("records")
    for row in rows[:_MOST_QUOTES]:
        _quote(row, spans, articles, tone)
    if len(rows) > _MOST_QUOTES:
        with st.expander(f"{counted(len(rows) - _MOST_QUOTES, 'more report')}"):
            for row in rows[_MOST_QUOTES:]:
                _quote(row, spans, articles, tone)


def _quote(row: dict[Hashable, Any], spans: pd.DataFrame, articles: pd.DataFrame, tone: str) -> None:
    own = spans[spans["mention_id"] == row["mention_id"]]
    html = marked(row["quote"], _relative(own, row["quote_start"]))
    st.html(f"<blockquote style='{_QUOTE.format(tone)}'>{html}</blockquote>")
    _cite(articles.loc[row["article_id"]], row)


def _relative(spans: pd.DataFrame, offset: int) -> Iterable[Span]:
    return [
        Span(f, s - offset, e - offset) for f, s, e in zip(spans["field"], spans["start"], spans["end"], strict=True)
    ]


def _cite(article: pd.Series, mention: dict[Hashable, Any]) -> None:
    published = when(article["published_start"], article["published_end"], article["published_precision"])
    label = " · ".join(filter(None, (article["source"] or "Source not given", published)))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.page_link(
            "pages/articles.py",
            label=plain(label),
            icon=":material/article:",
            query_params={"article": mention["article_id"], "mention": mention["mention_id"]},
            help=f"Read it in the article: {plain(article['title'])}" if article["title"] else "Read it in the article",
        )
        with st.popover("Why", type="tertiary"):
            st.text("\n".join(_reading(mention)))


def _reading(mention: Mapping[Hashable, Any]) -> Iterable[str]:
    """Say how one sentence was read: status, date, who says so, the rule and its cues, how sure."""
    dated = when(mention["date_start"], mention["date_end"], mention["date_precision"])
    yield f"{mention['status'].capitalize()}, {dated}"
    if how := basis_in_words(mention["date_text"], mention["date_basis"]):
        yield how
    yield f"According to {joined(mention['claimed_by'])}" if mention["claimed_by"] else "The article itself says so"
    yield mention["why"] or "No reason was kept."
    yield f"Confidence of this reading: {mention['confidence']:.0%}"


def reasons(frames: Frames, event_id: str) -> None:
    """Say why the reports are one event."""
    found = frames.merges.loc[frames.merges["event_id"] == event_id, "why"].tolist()
    if found:
        with st.expander("Why these reports are one event"):
            st.markdown("\n".join(f"- {plain(r)}" for r in dict.fromkeys(found)))
