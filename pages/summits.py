"""Who met whom: summits from their announcement to the day."""

from dashlib import charts
from dashlib.ui import frame, views
from dashlib.ui.contacts import SUMMIT_MATRIX
from dashlib.ui.mapview import MAP

if not frame.missing():
    views.show(
        views.Page(
            name="Summits",
            chart=charts.summits,
            alt="Summits over time. A lane is a pair of leaders; a thin line leads from the announcement to the day.",
            more=(SUMMIT_MATRIX, MAP),
        )
    )
