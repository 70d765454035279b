"""The Overview's numbers: a period beside the one before it and beside what is usual, and who stands out."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from dashlib.codebook import FAMILIES, KINDS
from dashlib.query import ActorMode
from dashlib.query.period import Compared, DayRange
from dashlib.ui import device, lists, steer
from dashlib.ui.highlight import plain
from dashlib.ui.sayings import length, standing_out
from dashlib.wording import counted, date_range

__all__ = ["Numbers", "columns", "families", "show", "stands_out", "table"]

_MOST = 6
_PHONE_PX = 168  # two beside each other on a phone


class Numbers(NamedTuple):
    """What the page has reckoned: the ranges, `query.changes.changes`, its `history`, the articles of each range.

    `read` names the ranges as `Compared` does; a range without a past is missing. `unusual` is None where the past holds
    too few articles to say what is usual.
    """

    ranges: Compared
    changes: pd.DataFrame
    history: pd.DataFrame
    read: Mapping[str, int]
    unusual: pd.DataFrame | None


def families(numbers: Numbers) -> None:
    """Draw a number a family, with the change against the period before and the last periods as bars."""
    rows = numbers.changes[numbers.changes["kind"] == ""].set_index("family")
    with st.container(horizontal=True, gap="small"):
        for family in FAMILIES:
            now, before = (float(rows[c].get(family, 0)) for c in ("now", "before"))
            st.metric(
                family,
                f"{now:,.0f}",
                _delta(now - before) if numbers.ranges.before else None,
                delta_color="off",
                delta_arrow="off" if now == before else "auto",
                border=True,
                width=_PHONE_PX if device.phone() else "stretch",
                chart_data=numbers.history[family].tolist(),
                chart_type="bar",
                help=_hint(numbers, rows, family),
            )


def _delta(change: float) -> str:
    return f"{change:+,.0f}" if change else "no change"


def _hint(numbers: Numbers, rows: pd.DataFrame, family: str) -> str:
    before = numbers.ranges.before
    against = f"Against {date_range(*before)}. " if before else ""
    if family not in rows.index:
        return f"{against}No such event in a year."
    per = float(rows["now_per_100"][family])
    rate = f"{per:,.0f} per 100 articles. " if numbers.read["now"] else ""
    return (
        f"{against}{rate}The bars are the last {len(numbers.history)} periods of {length(numbers.ranges.period.days)}."
    )


def columns(numbers: Numbers) -> dict[str, str]:
    """Give the columns of the table by their names in `query.changes.changes`; what has no past is left out."""
    ranges = numbers.ranges
    same = ranges.weeks == ranges.before
    shown = {"now": "Now", "before": "Before", "weeks": "4 weeks", "year": "52 weeks"}
    kept = {k: v for k, v in shown.items() if k == "now" or (getattr(ranges, k) and not (k == "weeks" and same))}
    return kept | {f"{k}_per_100": f"{v} /100" for k, v in kept.items()}


def table(numbers: Numbers) -> pd.DataFrame:
    """Give what changed in words: a row a family, and below it a row a kind."""
    rows = numbers.changes
    names = [f"{KINDS[k].mark} {KINDS[k].label}" if k else f for f, k in zip(rows["family"], rows["kind"], strict=True)]
    shown = columns(numbers)
    out = pd.DataFrame({"Kind": names, **{title: rows[c].round(1) for c, title in shown.items()}})
    if "before" in shown:
        out.insert(3, "Change", (rows["now"] - rows["before"]).to_numpy())
    return out


def _look(rows: pd.DataFrame) -> Styler:
    """Set families in bold, and numbers as people write them."""
    forms: dict[str, Any] = dict.fromkeys(rows.columns[1:], "{:,.0f}") | dict.fromkeys(
        ("4 weeks", "52 weeks"), "{:,.1f}"
    )
    forms["Change"] = lambda n: f"{n:+,.0f}" if n else "0"
    styled = rows.style.format({c: form for c, form in forms.items() if c in rows}, na_rep="–")
    bold = rows["Kind"].isin(FAMILIES)
    return styled.apply(lambda row: ["font-weight: 600" if bold[row.name] else ""] * len(row), axis=1)


def show(numbers: Numbers) -> None:
    """Draw the table and what it counts."""
    st.caption("Counted is what happened or goes on, on its last possible day.")
    lists.show(table(numbers), name="changes", key="rows changes", alt="What changed, by family and kind", look=_look)
    st.caption(" ".join(_explained(numbers)))


def _explained(numbers: Numbers) -> Iterator[str]:
    """Say what the columns are."""
    long = length(numbers.ranges.period.days)
    yield f"Now: {_said(numbers, 'now')}."
    yield f"Before: {_said(numbers, 'before')}."
    if "weeks" in columns(numbers):
        yield f"4 weeks: what {long} held on average, {_said(numbers, 'weeks')}."
    if numbers.ranges.year:
        yield f"52 weeks: what {long} held on average, {_said(numbers, 'year')}."
    yield "/100: events per 100 articles, so that more articles do not look like more events."


def _range(numbers: Numbers, name: str) -> DayRange | None:
    days: DayRange | None = numbers.ranges.period if name == "now" else getattr(numbers.ranges, name)
    return days


def _said(numbers: Numbers, name: str) -> str:
    days = _range(numbers, name)
    return f"{date_range(*days)}, {counted(numbers.read[name], 'article')}" if days else "no articles go back so far"


def stands_out(numbers: Numbers) -> None:
    """Draw the actors and pairs that stand out; a click narrows the filters to one."""
    st.subheader("Stands out", anchor=False, help=_REASON)
    if numbers.unusual is None:
        st.caption("Too few articles before this period to say what is usual.")
        return
    if numbers.unusual.empty:
        st.caption("No actor and no pair is in the news more or less than usual.")
        return
    _claims(numbers.unusual.head(_MOST), numbers.ranges.period)
    if len(numbers.unusual) > _MOST:
        with st.popover(f"{len(numbers.unusual) - _MOST} more"):
            _claims(numbers.unusual[_MOST:], numbers.ranges.period)


def _claims(rows: pd.DataFrame, period: DayRange) -> None:
    for row in rows.to_dict("records"):
        named = tuple(filter(None, (row["one"], row["other"])))
        mode = ActorMode.PAIR if len(named) > 1 else ActorMode.ANY
        icon = "trending_up" if row["more"] else "trending_down"
        with st.container(gap=None):
            st.markdown(f":material/{icon}: {plain(standing_out(row, period.days))}.")
            st.button(
                "Show",
                key=f"stands out {' '.join(named)}",
                type="tertiary",
                icon=":material/filter_alt:",
                help="Narrow the filters to these events",
                on_click=steer.narrow,
                args=({"actors": named, "actor_mode": mode, "since": period.since, "until": period.until},),
            )


_REASON = (
    "Actors and pairs with three events or more whose number would come about by chance less than once in a hundred "
    "times, given the 52 weeks before and the number of articles read (negative binomial)."
)
