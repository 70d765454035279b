"""All events where they happened."""

from dashlib import charts
from dashlib.ui import frame, views
from dashlib.ui.mapview import MAP

if not frame.missing():
    views.show(
        views.Page(
            name="Map",
            chart=charts.timeline,
            alt="Events over time. Lanes are kinds, colours families, fills statuses, pale bars the days.",
            first=MAP,
        )
    )
