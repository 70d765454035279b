"""Offensives and what belongs to them, along each front."""

from dashlib import charts
from dashlib.ui import views

views.show(
    views.Page(
        name="Offensives",
        chart=charts.offensives,
        alt="Offensives, captures, strikes, clashes, withdrawals and ceasefires over time. A lane is a place.",
    )
)
