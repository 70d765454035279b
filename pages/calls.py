"""Who spoke with whom by phone or video."""

from dashlib import charts
from dashlib.ui import frame, views
from dashlib.ui.contacts import AROUND, CALL_MATRIX, GAPS

if not frame.missing():
    views.show(
        views.Page(
            name="Calls",
            chart=charts.calls,
            alt="Calls over time. A lane is a pair that spoke with each other.",
            more=(CALL_MATRIX, GAPS, AROUND),
        )
    )
