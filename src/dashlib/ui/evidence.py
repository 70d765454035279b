"""The evidence panel: one event, all that is known of it, and every quote that says so."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashlib.codebook import KINDS
from dashlib.codebook.countries import country_name
from dashlib.schema import Frames
from dashlib.types import PlacePrecision
from dashlib.ui import reports, reviewing, state, stepping
from dashlib.ui.highlight import plain
from dashlib.wording import counted, joined, sureness, when

__all__ = ["find", "panel"]

_STATUS_TONE: Mapping[str, Any] = {
    "happened": "green",
    "ongoing": "green",
    "planned": "blue",
    "possible": "gray",
    "cancelled": "orange",
    "denied": "red",
}
_ROLES = (("initiators", "Who"), ("recipients", "To whom"), ("participants", "Who takes part"))


def find(frames: Frames, event_id: str) -> pd.Series | None:
    """Give the row of an event by its id or an id it once had, or None."""
    known = frames.aliases.loc[frames.aliases["alias"] == event_id, "event_id"].tolist()
    rows = frames.events[frames.events["event_id"] == (known[0] if known else event_id)]
    return None if rows.empty else rows.iloc[0]


def panel(frames: Frames, event: pd.Series, *, shown: Sequence[str]) -> None:
    """Draw the panel of one event; `shown` are the ids of the events in view, for the steps to its neighbours."""
    stepping.beside(event["event_id"], shown)
    own = frames.mentions[frames.mentions["event_id"] == event["event_id"]]
    mentions = reports.in_order(frames, own)
    _head(event)
    _facts(event, mentions)
    _disagreement(event)
    reviewing.show(frames, event, mentions)
    _history(frames, event)
    reports.quotes(frames, mentions, event["kind"])
    reports.reasons(frames, event["event_id"])


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
    return reports.basis_in_words(worded["date_text"], worded["date_basis"])


def _disagreement(event: pd.Series) -> None:
    for said in event["disagreements"]:
        field, _, values = said.partition(": ")
        text = f"The reports differ: **{plain(field)}**" + (f"  \n{plain(values)}" if values else "")
        st.warning(text, icon=":material/call_split:")


def _history(frames: Frames, event: pd.Series) -> None:
    """Show the reports in order where there are several, and what each says of the status."""
    steps = reports.history(frames, event["event_id"])
    if len(steps) > 1:
        tone = state.family_tone(KINDS[event["kind"]].family)
        st.html(f"<div style='opacity:.75;font-size:.86em'>How it was reported</div>{reports.line(steps, tone)}")
