"""Hand-made events for the charts."""

import datetime as dt
from typing import Any

import pytest
from tests.ui.sample import TODAY, frames

from dashlib import schema
from dashlib.charts import View


@pytest.fixture(scope="session")
def sample():
    """Give the events of the sample."""
    return frames().events


@pytest.fixture
def view():
    """Give a view on the day of the sample."""
    return View(today=TODAY)


@pytest.fixture
def make():
    """Give a function that makes an events frame of rows with defaults."""

    def made(*rows: dict[str, Any]):
        base = {"kind": "call", "status": "happened", "independent_sources": 1, "title": "A call"}
        base |= {"date_start": dt.date(2025, 3, 1), "date_end": dt.date(2025, 3, 1), "actors": ["A", "B"]}
        return schema.frame("events", [base | {"event_id": f"e{i}"} | row for i, row in enumerate(rows)])

    return made
