"""Offensives and what belongs to them, along each front."""

from dashlib import charts
from dashlib.ui import frame, views
from dashlib.ui.fronts import DISPUTES, FRONT, NUMBERS
from dashlib.ui.mapview import MAP

if not frame.missing():
    views.show(
        views.Page(
            name="Offensives",
            chart=charts.offensives,
            alt="Offensives, captures, strikes, clashes, withdrawals and ceasefires over time. A lane is a place.",
            more=(MAP, FRONT, NUMBERS, DISPUTES),
        )
    )
