"""The evidence panel: one event, all that is known of it, and every quote that says so."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashlib.codebook import KINDS
from dashlib.codebook.countries import country_name
from dashlib.schema import Frames
from dashlib.types import Basis, PlacePrecision
from dashlib.ui import state
from dashlib.ui.highlight import Span, key, marked, plain
from dashlib.wording import counted, day, joined, sureness, when

__all__ = ["basis_in_words", "find", "panel"]

_BASIS = {
    Basis.EXPLICIT: "a calendar date in the text",
    Basis.RELATIVE: "counted from the day of publication, or from another date in the text",
    Basis.INHERITED: "carried over from the sentence before, or from another report",
    Basis.PUBLISHED: "no date in the text; the day of the report bounds it",
    Basis.NONE: "no date in the text",
}
_STATUS_TONE: Mapping[str, Any] = {
    "happened": "green",
    "ongoing": "green",
    "planned": "blue",
    "possible": "gray",
    "cancelled": "orange",
    "denied": "red",
}
_ROLES = (("initiators", "Who"), ("recipients", "To whom"), ("participants", "Who takes part"))
_QUOTE = "margin:.2rem 0 .3rem;padding-left:.8rem;border-left:3px solid {};line-height:1.55"


def basis_in_words(text: str, basis: str) -> str:
    """Say how a date was read: the phrase, and what it was reckoned from."""
    how = _BASIS.get(Basis(basis), "") if basis else ""
    return f"“{text}”: {how}" if text else how.capitalize()


def find(frames: Frames, event_id: str) -> pd.Series | None:
    """Give the row of an event by its id or an id it once had, or None."""
    known = frames.aliases.loc[frames.aliases["alias"] == event_id, "event_id"].tolist()
    rows = frames.events[frames.events["event_id"] == (known[0] if known else event_id)]
    return None if rows.empty else rows.iloc[0]


def panel(frames: Frames, event: pd.Series, *, shown: Sequence[str]) -> None:
    """Draw the panel of one event; `shown` are the ids of the events in view, for the steps to its neighbours."""
    _steps(event["event_id"], shown)
    mentions = frames.mentions[frames.mentions["event_id"] == event["event_id"]]
    _head(event)
    _facts(event, mentions)
    _disagreement(event)
    _history(frames, event["event_id"])
    _quotes(frames, mentions, KINDS[event["kind"]].family)
    _merged(frames, event["event_id"])


def _steps(event_id: str, shown: Sequence[str]) -> None:
    at = shown.index(event_id) if event_id in shown else -1
    with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        for label, icon, to, off in (
            ("Newer", "chevron_left", at - 1, at <= 0),
            ("Older", "chevron_right", at + 1, at in (-1, len(shown) - 1)),
        ):
            st.button(
                label,
                icon=f":material/{icon}:",
                type="tertiary",
                disabled=off,
                key=f"step {label}",
                on_click=state.choose,
                args=(shown[to] if not off else "",),
            )
        st.button(
            "Close", icon=":material/close:", type="tertiary", key="close evidence", on_click=state.choose, args=("",)
        )
    if at == -1:
        st.caption("This event lies outside the filters.")


def _head(event: pd.Series) -> None:
    kind = KINDS[event["kind"]]
    with st.container(horizontal=True, gap="small"):
        st.badge(f"{kind.mark} {kind.label}", color="gray")
        st.badge(event["status"].capitalize(), color=_STATUS_TONE[event["status"]])
        if event["disagreements"]:
            st.badge("Contested", color="orange")
        if event["review"] not in ("", "unreviewed"):
            st.badge(event["review"].capitalize(), color="violet")
    st.html(f"<h3 style='margin:0'>{escape(event['title'])}</h3>")


def _fact(name: str, value: str, note: str = "") -> str:
    small = f"<br><small style='opacity:.75'>{escape(note)}</small>" if note else ""
    return (
        f"<dt style='opacity:.75;font-size:.86em;margin:0'>{name}</dt>"
        f"<dd style='margin:0 0 .45rem;overflow-wrap:anywhere'>{escape(value)}{small}</dd>"
    )


def _facts(event: pd.Series, mentions: pd.DataFrame) -> None:
    rows = [
        _fact(
            "When",
            _sentence_case(when(event["date_start"], event["date_end"], event["date_precision"])),
            _how(mentions, event),
        )
    ]
    rows += [_fact(label, joined(event[column])) for column, label in _ROLES if event[column]]
    if where := ", ".join(
        dict.fromkeys(w for w in (event["place"], event["admin1"], country_name(event["country"])) if w)
    ):
        broad = event["place_precision"] in (PlacePrecision.REGION, PlacePrecision.COUNTRY)
        rows.append(_fact("Where", where, f"Somewhere in this {event['place_precision']}" if broad else ""))
    if event["quantity"]:
        rows.append(_fact("How many", event["quantity"]))
    rows.append(_fact("Who says so", joined(event["claimed_by"]) or "The reports themselves"))
    sources = f"Reported by {counted(int(event['independent_sources']), 'independent source')}"
    rows.append(_fact("Sources", sources, joined(event["sources"])))
    rows.append(_fact("Confidence", f"{sureness(event['confidence']).capitalize()} ({event['confidence']:.0%})"))
    st.html(f"<dl style='margin:.3rem 0 0;padding:0'>{''.join(rows)}</dl>")


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]


def _how(mentions: pd.DataFrame, event: pd.Series) -> str:
    """Say how the event's date was read, by the mention that has the same interval."""
    same = mentions[(mentions["date_start"] == event["date_start"]) & (mentions["date_end"] == event["date_end"])]
    chosen = same if not same.empty else mentions
    if chosen.empty:
        return ""
    worded = chosen.sort_values("date_text", key=lambda s: s == "", kind="stable").iloc[0]
    return basis_in_words(worded["date_text"], worded["date_basis"])


def _disagreement(event: pd.Series) -> None:
    for said in event["disagreements"]:
        field, _, values = said.partition(": ")
        text = f"The reports differ: **{plain(field)}**" + (f"  \n{plain(values)}" if values else "")
        st.warning(text, icon=":material/call_split:")


def _history(frames: Frames, event_id: str) -> None:
    rows = frames.status_history[frames.status_history["event_id"] == event_id].sort_values("date", kind="stable")
    steps: list[str] = []
    for date, status in zip(rows["date"], rows["status"], strict=True):
        if not steps or not steps[-1].endswith(status):
            steps.append(f"{day(date) if date is not None else 'undated'}: {status}")
    if len(steps) > 1:
        st.html(f"<dl style='margin:0;padding:0'>{_fact('How its status changed', ' → '.join(steps))}</dl>")


def _quotes(frames: Frames, mentions: pd.DataFrame, family: str) -> None:
    spans = frames.spans[frames.spans["mention_id"].isin(mentions["mention_id"])]
    articles = frames.articles.set_index("article_id")
    tone = state.family_tone(family)
    st.html(f"<h4 style='margin:.4rem 0 0'>{counted(len(mentions), 'quote')}</h4>{key(spans['field'])}")
    order = mentions["article_id"].map(articles["published_start"]).sort_values(na_position="last", kind="stable").index
    for row in mentions.loc[order].to_dict("records"):
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
            query_params={"article": mention["article_id"]},
            help=plain(article["title"]) or "Read the article",
        )
        with st.popover("Why", type="tertiary"):
            st.text(
                f"{mention['why'] or 'No reason was kept.'}\nConfidence of this reading: {mention['confidence']:.0%}"
            )


def _merged(frames: Frames, event_id: str) -> None:
    reasons = frames.merges.loc[frames.merges["event_id"] == event_id, "why"].tolist()
    if reasons:
        with st.expander("Why these reports are one event"):
            st.markdown("\n".join(f"- {plain(r)}" for r in dict.fromkeys(reasons)))
