"""The frames keep their columns and types, and say clearly what does not fit."""

import datetime as dt
from pathlib import Path

import pytest

from dashlib import schema
from dashlib.errors import SchemaError


def test_missing_values_have_one_form():
    """A missing text is empty, a missing list is empty, a missing day is None."""
    row = schema.frame("mentions", [{"mention_id": "m1"}]).iloc[0]
    assert (row["place"], row["initiators"], row["date_start"]) == ("", [], None)


@pytest.mark.parametrize("name", sorted(schema.FRAMES))
def test_empty_frames_have_all_columns_and_go_to_arrow(name):
    """An empty frame is a frame: all columns, in order, and the same Arrow schema."""
    data = schema.empty(name)
    assert list(data.columns) == schema.columns(name)
    assert schema.to_arrow(name, data).schema.equals(schema.FRAMES[name])


def test_rows_survive_arrow_and_back():
    """What goes into the store comes out the same."""
    rows = [
        {"event_id": "e1", "actors": ["A", "B"], "date_start": dt.date(2025, 8, 12), "latitude": 1.5, "mentions": 2}
    ]
    data = schema.frame("events", rows)
    again = schema.to_pandas(schema.to_arrow("events", data))
    assert again.to_dict("records")[0]["actors"] == ["A", "B"]
    assert again.loc[0, "date_start"] == dt.date(2025, 8, 12)


def test_flat_joins_lists():
    """CSV gets lists as one text."""
    data = schema.flat(schema.frame("events", [{"actors": ["A", "B"]}, {"actors": []}]))
    assert data["actors"].tolist() == ["A; B", ""]


def test_a_wrong_type_is_refused_by_name():
    """The error names the frame."""
    with pytest.raises(SchemaError, match="events"):
        schema.table("events", [{"mentions": "many"}])


def test_a_missing_column_is_named():
    """The error names the column that is missing."""
    with pytest.raises(SchemaError, match="kind"):
        schema.check("events", schema.empty("events").drop(columns="kind"))


@pytest.mark.parametrize("name", sorted(schema.FRAMES))
def test_every_column_is_documented(name):
    """docs/schema.md names each column of each frame."""
    text = (Path(__file__).resolve().parent.parent / "docs" / "schema.md").read_text(encoding="utf-8")
    assert [c for c in schema.columns(name) if f"`{c}`" not in text and f" {c} " not in text] == []
