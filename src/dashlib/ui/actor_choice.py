"""Which actor and which pair the Actors page is about, and what a click on its charts chose."""

from typing import Any

import pandas as pd
import streamlit as st

from dashlib.charts.tones import balance_of
from dashlib.codebook import KINDS

__all__ = [
    "ACTOR",
    "NETWORK",
    "PAIRS",
    "PROFILE",
    "TABS",
    "TIMELINE",
    "clicked",
    "pair",
    "summed",
    "take_actor",
    "take_pair",
]

ACTOR, TABS = "actor", "tabs Actors"
PROFILE, TIMELINE, PAIRS, NETWORK = "Profile", "Timeline", "Pairs", "Network"
_PAIR = "dashlib pair"


def pair(first: tuple[str, str]) -> tuple[str, str]:
    """Give the pair that was chosen, else `first`."""
    one, other = st.session_state.get(_PAIR, first)
    return str(one), str(other)


def take_pair(one: str, other: str) -> None:
    """Turn to a pair; call it in the callback of a widget."""
    st.session_state[_PAIR] = tuple(sorted((one, other)))
    st.session_state[TABS] = PAIRS


def take_actor(name: str) -> None:
    """Turn to an actor; call it in the callback of a widget."""
    st.session_state[ACTOR], st.session_state[TABS] = name, PROFILE


def clicked(key: str) -> list[Any]:
    """Give the customdata of the point that was clicked; empty where none was."""
    points = st.session_state[key]["selection"]["points"]
    return next((list(p["customdata"]) for p in points if p.get("customdata")), [])


def summed(rows: pd.DataFrame) -> dict[str, Any]:
    """Give the columns of sums that a reader sees, of `query.pairs.totals` or `query.profile.counterparts`."""
    return {
        "Events": rows["events"].to_numpy(),
        "Cooperation": rows["cooperation"].to_numpy(),
        "Conflict": rows["conflict"].to_numpy(),
        "Balance": [balance_of(b) for b in rows["balance"]],
        "Mostly": [f"{KINDS[k].mark} {KINDS[k].label}" for k in rows["kind"]],
    }
