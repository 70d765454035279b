"""The timeline: one lane a kind, families together, words of conflict folded into one lane, density when it is full."""

import pandas as pd
import plotly.graph_objects as go

from dashlib.charts.density import density
from dashlib.charts.lanes import draw
from dashlib.charts.style import View
from dashlib.codebook import FAMILIES, KINDS
from dashlib.codebook.kinds import VERBAL_CONFLICT

__all__ = ["FOLDED", "MOST_MARKS", "timeline"]

MOST_MARKS = 3000
FOLDED = "Words of conflict"


def _lane(kind: str, *, fold: bool) -> str:
    return FOLDED if fold and kind in VERBAL_CONFLICT else KINDS[kind].label


def _order(*, fold: bool) -> list[str]:
    """Give the lanes from above: by family, each family's words of conflict at its end."""
    kinds = sorted(KINDS, key=lambda k: (list(FAMILIES).index(KINDS[k].family), k in VERBAL_CONFLICT))
    return list(dict.fromkeys(_lane(k, fold=fold) for k in kinds))


def timeline(events: pd.DataFrame, view: View, *, fold: bool = True) -> go.Figure:
    """Draw the timeline of an events frame.

    `fold` puts accusations, threats, demands and refusals into one lane. Above `MOST_MARKS` events each lane shows how
    many there are a period, until the dates are narrowed.
    """
    lanes = [_lane(k, fold=fold) for k in events["kind"]]
    paint = density if len(events) > MOST_MARKS else draw
    return paint(events, lanes, _order(fold=fold), view)
