"""What an analyst says of an event: right, no event, two events, the same as another; and takes back."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashlib import corrections as log
from dashlib.codebook import KINDS
from dashlib.corrections import Action
from dashlib.query.near import near
from dashlib.schema import Frames
from dashlib.ui import data, state
from dashlib.ui.highlight import plain
from dashlib.wording import counted, day, when

__all__ = ["in_words", "show"]

_LEAVES = "leaves "
_OTHER, _SOUGHT = "same as", "same as words"
_QUOTE = 90


def show(frames: Frames, event: pd.Series, mentions: pd.DataFrame) -> None:
    """Draw the buttons for one event, whose mentions stand in the order of their reports."""
    st.html("<h4 style='margin:.4rem 0 0'>Is this right?</h4>")
    with st.container(horizontal=True, gap="small"):
        _verdict(event, Action.CONFIRM, "Confirm", "check", "confirmed")
        _verdict(event, Action.REJECT, "Reject", "block", "rejected")
        if len(mentions) > 1:
            with st.popover("Two events", icon=":material/call_split:"):
                _split(frames, event, mentions)
        with st.popover("Same event as …", icon=":material/call_merge:"):
            _merge(frames, event)
    _last(frames)


def _write(then: Callable[[], str], action: str, **said: Any) -> None:
    """Add a row to the log, choose the event that `then` names, and draw everything anew."""
    data.store().correct(action, **said)
    state.choose(then())
    st.rerun()


def _owner(mention_id: str) -> str:
    """Give the event that a mention belongs to now, or ""."""
    rows = data.frames().mentions
    found = rows.loc[rows["mention_id"] == mention_id, "event_id"].tolist()
    return str(found[0]) if found else ""


def _verdict(event: pd.Series, action: Action, label: str, icon: str, review: str) -> None:
    event_id = str(event["event_id"])
    st.button(
        label,
        icon=f":material/{icon}:",
        key=f"{action} event",
        disabled=event["review"] == review,
        on_click=lambda: _write(lambda: event_id, action, event_id=event_id),
    )


def _split(frames: Frames, event: pd.Series, mentions: pd.DataFrame) -> None:
    st.markdown("These are two events. Choose the reports that belong to the other one:")
    articles = frames.articles.set_index("article_id")
    for row in mentions.to_dict("records"):
        st.checkbox(_report(articles.loc[row["article_id"]], row["quote"]), key=_LEAVES + row["mention_id"])
    ids = mentions["mention_id"].tolist()
    leaving = [m for m in ids if st.session_state.get(_LEAVES + m)]
    staying = [m for m in ids if m not in leaving]
    if not staying:
        st.caption("At least one report must stay.")
    st.button(
        f"Split off {counted(len(leaving), 'report')}" if leaving else "Split off",
        type="primary",
        key="split event",
        disabled=not (leaving and staying),
        on_click=lambda: _write(
            lambda: _owner(staying[0]),
            Action.SPLIT,
            event_id=str(event["event_id"]),
            mention_ids=leaving,
            value="; ".join(staying),
        ),
    )


def _report(article: pd.Series, quote: str) -> str:
    published = when(article["published_start"], article["published_end"], article["published_precision"])
    short = quote if len(quote) <= _QUOTE else quote[:_QUOTE].rsplit(" ", 1)[0] + " …"
    return plain(f"{article['source'] or 'Source not given'}, {published}: “{short}”")


def _merge(frames: Frames, event: pd.Series) -> None:
    st.markdown("Choose the event that this is the same as; the nearest come first.")
    words = st.text_input("Words", key=_SOUGHT, placeholder="In its title or quotes", icon=":material/search:")
    others = near(frames, event, words=words).set_index("event_id", drop=False)
    if others.empty:
        st.caption("No event has these words.")
        return
    chosen = st.selectbox(
        "Event",
        others.index.tolist(),
        index=None,
        format_func=lambda e: _named(others.loc[e]),
        key=_OTHER,
        placeholder="Choose an event",
    )
    if chosen is not None:
        st.caption(f"“{plain(others.loc[chosen, 'quote'])}”")
    st.button(
        "They are one event",
        type="primary",
        key="merge events",
        disabled=chosen is None,
        on_click=lambda: _together(frames, str(event["event_id"]), str(chosen)),
    )


def _named(event: pd.Series) -> str:
    dated = when(event["date_start"], event["date_end"], event["date_precision"])
    return f"{KINDS[event['kind']].mark} {event['title']} · {dated}"


def _together(frames: Frames, event_id: str, other: str) -> None:
    rows = frames.mentions
    ids = [m for e in (event_id, other) for m in sorted(rows.loc[rows["event_id"] == e, "mention_id"])]
    _write(lambda: _owner(ids[0]), Action.MERGE, event_id=event_id, mention_ids=ids)


def in_words(row: Mapping[str, Any], title: str) -> str:
    """Say what a row of the log did, to the event of a title."""
    reports = counted(len(row["mention_ids"]), "report")
    said = {
        Action.CONFIRM: f"Confirmed “{title}”",
        Action.REJECT: f"Rejected “{title}”",
        Action.EDIT: f"Changed {row['field'].replace('_', ' ')} of “{title}”",
        Action.SPLIT: f"Split {reports} off “{title}”",
        Action.MERGE: f"Made {reports} one event, “{title}”",
    }[Action(row["action"])]
    moment = pd.Timestamp(row["time"]).to_pydatetime().astimezone()
    return f"{said}, {day(moment.date())}, {moment:%H:%M}"


def _last(frames: Frames) -> None:
    """Say what was corrected last, with a button that takes it back."""
    rows = log.active(data.store().corrections())
    if rows.empty:
        return
    row = {str(k): v for k, v in rows.iloc[-1].to_dict().items()}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"Last correction: {plain(in_words(row, _title(frames, row)))}")
        st.button(
            "Undo",
            icon=":material/undo:",
            type="tertiary",
            key="undo correction",
            on_click=lambda: _write(lambda: _event_of(row), Action.UNDO, value=row["correction_id"]),
        )


def _event_of(row: Mapping[str, Any]) -> str:
    """Give the event that a row is about now, by its mentions, else by its id."""
    return next(filter(None, map(_owner, row["mention_ids"])), str(row["event_id"]))


def _title(frames: Frames, row: Mapping[str, Any]) -> str:
    event_id = _event_of(row)
    titles = frames.events.loc[frames.events["event_id"] == event_id, "title"].tolist()
    return str(titles[0]) if titles else "an event that is gone"
