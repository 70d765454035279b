"""The widgets of the filter bar, one function a question; behind each choice stands how many events it would show.

The counts are part of the labels and change with the other filters. Streamlit tells choices apart by their labels, so
what it hands back may bear an older count: `uncounted` takes it off, and a choice whose label changed is set anew.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from dashlib.codebook import FAMILIES, KINDS
from dashlib.query import PRESETS, ActorMode, Facets, Filters, read_days
from dashlib.query.filters import PARAMS, REVIEWS
from dashlib.types import Status
from dashlib.ui import address, periods, state
from dashlib.ui.highlight import plain

__all__ = ["how_sure", "uncounted", "what", "when", "where", "who", "words"]

_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
_REPORTS, _SURE = (1, 10), (0, 100)
_KEPT: Any = {"persist_state": "session"}
_LABELS = "dashlib labels of "
_APART = "\u2002"  # an en space: no name holds one
_COUNT = re.compile(rf"{_APART}[\d,]+$")
Label = Callable[[str], str]


def uncounted(label: str) -> str:
    """Take the count off a choice's label."""
    return _COUNT.sub("", label)


def _counted(field: str, chosen: Sequence[str], counts: Mapping[str, int], name: Label) -> Label:
    """Give the labels of a field's choices; those chosen are set anew where their label is not what it was."""

    def label(value: str) -> str:
        return f"{name(value)}{_APART}{counts.get(value, 0):,}"

    now = [label(value) for value in chosen]
    if st.session_state.get(_LABELS + field, now) != now:
        st.session_state[PARAMS[field]] = list(chosen)
    st.session_state[_LABELS + field] = now
    return label


def _ordered(options: Iterable[str], chosen: Iterable[str], counts: Mapping[str, int]) -> list[str]:
    """Give the options, those with the most events first; what is chosen is among them even if no event has it."""
    return sorted(dict.fromkeys([*options, *chosen]), key=lambda o: -counts.get(o, 0))


def _choices(
    field: str, options: Iterable[str], counts: Mapping[str, int], asked: Filters, *, label: str, empty: str,
    name: Label = str,
) -> None:  # fmt: skip
    chosen = getattr(asked, field)
    st.multiselect(
        label,
        _ordered(options, chosen, counts),
        format_func=_counted(field, chosen, counts, name),
        key=PARAMS[field],
        placeholder=empty,
        select_all=False,
        **_KEPT,
    )


def _pills(
    field: str, options: Sequence[str], counts: Mapping[str, int], asked: Filters, *, label: str, name: Label = str
) -> None:
    st.pills(
        label,
        options,
        selection_mode="multi",
        format_func=_counted(field, getattr(asked, field), counts, name),
        key=PARAMS[field],
        **_KEPT,
    )


def when(asked: Filters, complaints: Mapping[str, str]) -> None:
    """Ask for the dates: in words, one of the usual ranges, exact days, or a named period."""
    if asked.when:
        st.session_state[PARAMS["since"]], st.session_state[PARAMS["until"]] = asked.since, asked.until
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(":small[When]", width="content")
        with st.popover("Days", icon=":material/calendar_month:", help="Exact days, and named periods"):
            _days()
            periods.choose(address.set_days)
    st.selectbox(
        "When",
        list(dict.fromkeys([*PRESETS, *filter(None, [st.session_state.get(PARAMS["when"])])])),
        index=None,
        format_func=lambda preset: preset[:1].upper() + preset[1:],
        key=PARAMS["when"],
        placeholder=asked.dates() or "Any; or type: since May",
        label_visibility="collapsed",
        accept_new_options=True,
        on_change=_forget,
        args=("since", "until"),
        **_KEPT,
    )
    if asked.when:
        st.caption(plain(f"Read as {read_days(asked.when, state.today()).said}"))
    for complaint in complaints.values():
        st.error(plain(complaint), icon=":material/event_busy:")


def _days() -> None:
    limits: Any = {"min_value": _EARLIEST, "max_value": _LATEST, "format": "YYYY-MM-DD", "on_change": _forget}
    st.date_input("From", value=None, key=PARAMS["since"], args=("when",), **limits, **_KEPT)
    st.date_input("To", value=None, key=PARAMS["until"], args=("when",), **limits, **_KEPT)


def _forget(*fields: str) -> None:
    for field in fields:
        st.session_state[PARAMS[field]] = None


def who(everything: Facets, counts: Facets, asked: Filters) -> None:
    """Ask for actors, how several combine, and for who did it to whom."""
    _choices("actors", everything.actors, counts.actors, asked, label="Who", empty="Any person, state or force")
    if len(asked.actors) > 1:
        st.segmented_control(
            "Together",
            list(ActorMode),
            format_func=lambda m: m.value.capitalize(),
            help="In one event: any of these actors, all of them, or two of them",
            required=True,
            key=PARAMS["actor_mode"],
            label_visibility="collapsed",
            **_KEPT,
        )
    with st.expander("Who did it, to whom", icon=":material/arrow_right_alt:", expanded=_directed(asked)):
        _choices("initiators", everything.initiators, counts.initiators, asked, label="Done by", empty="Anyone")
        _choices("recipients", everything.recipients, counts.recipients, asked, label="Done to", empty="Anyone")


def _directed(asked: Filters) -> bool:
    return bool(asked.initiators or asked.recipients)


def what(counts: Facets, asked: Filters, *, kinds_fixed: bool) -> None:
    """Ask for families, kinds (where the page leaves the choice) and statuses."""
    if not kinds_fixed:
        _pills("families", list(FAMILIES), counts.families, asked, label="What")
        _choices("kinds", KINDS, counts.kinds, asked, label="Kind", empty="Any kind", name=lambda k: KINDS[k].label)
    _pills("statuses", list(Status), counts.statuses, asked, label="Status", name=str.capitalize)


def where(everything: Facets, counts: Facets, asked: Filters) -> None:
    """Ask for places, regions and countries."""
    _choices("places", everything.places, counts.places, asked, label="Where", empty="Any place or country")


def words() -> None:
    """Ask for words of titles and quotes."""
    st.text_input("Words", key=PARAMS["words"], placeholder="In titles and quotes", icon=":material/search:", **_KEPT)


def how_sure(everything: Facets, counts: Facets, asked: Filters) -> None:
    """Ask for sources, how many of them, how confident, and what an analyst said."""
    with st.expander("How sure", icon=":material/verified:"):
        _choices("sources", everything.sources, counts.sources, asked, label="Reported by", empty="Any source")
        st.slider("Independent sources, at least", *_REPORTS, key=PARAMS["min_sources"], **_KEPT)
        if counts.reports:
            st.caption(" · ".join(f"{floor} or more: {number:,}" for floor, number in counts.reports.items()))
        st.slider("Confidence in percent, at least", *_SURE, step=5, key=PARAMS["min_confidence"], **_KEPT)
        _choices(
            "reviewed", REVIEWS, counts.reviewed, asked, label="Review", empty="All but rejected", name=str.capitalize
        )
