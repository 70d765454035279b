"""Frames as tables on a screen: the columns that tell most, days as people write them."""

import pandas as pd
from rich.console import Console
from rich.table import Table

from dashlib import schema
from dashlib.cli.console import say
from dashlib.wording import when

__all__ = ["show"]

# The columns shown of each frame; a frame that is not named shows its first ones.
_SHOWN = {
    "events": ("when", "kind", "status", "title", "place", "independent_sources", "confidence"),
    "mentions": ("when", "kind", "status", "who", "place", "claimed_by", "quote"),
    "articles": ("published", "source", "language", "title", "characters"),
    "problems": ("path", "line", "stage", "reason"),
}
_FIRST = 7
_WHO = ("initiators", "recipients", "participants")
_PLAIN_WIDTH = 160


def _derived(data: pd.DataFrame) -> pd.DataFrame:
    out = data.copy()
    if {"date_start", "date_end", "date_precision"} <= set(out.columns):
        dates = zip(out["date_start"], out["date_end"], out["date_precision"], strict=True)
        out["when"] = [when(*d) for d in dates]
    if set(_WHO) <= set(out.columns):
        sides = zip(*(out[c] for c in _WHO), strict=True)
        out["who"] = [" → ".join("; ".join(s) for s in (a, b) if s) or "; ".join(c) for a, b, c in sides]
    return out


def show(data: pd.DataFrame, view: str) -> None:
    """Print a frame as a table on standard output, as wide as the screen, or 160 characters where there is none."""
    if data.empty:
        say(f"No {view.replace('_', ' ')}.")
        return
    shown = schema.flat(_derived(data))
    names = [c for c in _SHOWN.get(view, tuple(data.columns[:_FIRST])) if c in shown.columns]
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console = Console(highlight=False, markup=False, width=_PLAIN_WIDTH)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in names:
        number = pd.api.types.is_numeric_dtype(shown[name])
        table.add_column(name.replace("_", " "), justify="right" if number else "left", overflow="fold")
    for row in shown[names].itertuples(index=False):
        table.add_row(*("" if pd.isna(v) else f"{v:g}" if isinstance(v, float) else str(v) for v in row))
    console.print(table)
