"""What is shown goes out as files: complete, safe to open, and the same bytes for the same rows."""

import datetime as dt
import io
import json
import zipfile

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashlib import schema
from dashlib.errors import SchemaError
from dashlib.export import FORMS, export, file_name
from dashlib.export.bundle import root
from dashlib.export.tables import csv_bytes
from dashlib.query import Filters
from dashlib.schema import Frames

DAY = dt.date(2025, 8, 15)
TEXT = "Trump and Putin will meet on Friday. Odesa was hit."


def frames() -> Frames:
    """Give a planned summit and a strike, with their quotes."""
    shared = {"date_precision": "day", "confidence": 0.8, "sources": ["Desk A"], "review": "unreviewed",
              "independent_sources": 1}  # fmt: skip
    summit = {
        **shared, "event_id": "e1", "title": "Planned summit, in Alaska; with “friends”", "kind": "summit",
        "status": "planned", "date_start": DAY, "date_end": DAY, "participants": ["A", "B"], "actors": ["A", "B"],
        "place": "Alaska", "latitude": 64.0, "longitude": -150.0, "quote": "Trump and Putin will meet on Friday.",
    }  # fmt: skip
    strike = {
        **shared, "event_id": "e2", "title": "<b>Strike</b> on Odesa", "kind": "strike", "status": "happened",
        "date_start": None, "date_end": dt.date(2025, 8, 12), "quote": '=HYPERLINK("x") Odesa was hit.',
    }  # fmt: skip
    mentions = [
        {"mention_id": "m1", "event_id": "e1", "article_id": "a1", "quote": summit["quote"], "status": "planned",
         "kind": "summit", "extractor": "rules 1"},
        {"mention_id": "m2", "event_id": "e2", "article_id": "a1", "quote": "Odesa was hit.", "status": "happened",
         "kind": "strike", "extractor": "rules 1"},
    ]  # fmt: skip
    article = {
        "article_id": "a1",
        "text": TEXT,
        "source": "Desk A",
        "ingested_at": dt.datetime(2025, 8, 13, tzinfo=dt.UTC),
    }
    return Frames.of(
        events=schema.frame("events", [summit, strike]),
        mentions=schema.frame("mentions", mentions),
        articles=schema.frame("articles", [article]),
    )


@pytest.mark.parametrize("form", FORMS)
def test_the_same_frames_give_the_same_bytes(form):
    """Any form, twice: byte for byte."""
    assert export(frames(), "events", form) == export(frames(), "events", form)


@pytest.mark.parametrize("view", ["events", "mentions", "articles", "quantities", "status_history", "aliases"])
def test_csv_holds_every_row_and_column(view):
    """Nothing shown is left out."""
    data = pd.read_csv(io.BytesIO(export(frames(), view)), keep_default_na=False)
    assert list(data.columns) == schema.columns(view)
    assert len(data) == len(getattr(frames(), view))


def test_csv_joins_lists_and_writes_days_in_iso():
    """As docs/schema.md says."""
    data = pd.read_csv(io.BytesIO(export(frames())), keep_default_na=False)
    assert data.loc[0, ["participants", "date_start"]].tolist() == ["A; B", "2025-08-15"]


def test_a_spreadsheet_runs_nothing():
    """A text that a spreadsheet would take for a formula gets an apostrophe; numbers below zero stay numbers."""
    data = pd.read_csv(io.BytesIO(export(frames())), keep_default_na=False)
    assert data.loc[1, "quote"].startswith("'=HYPERLINK")
    assert data.loc[0, "longitude"] == "-150.0"


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"])), min_size=1, max_size=3))
def test_no_cell_begins_as_a_formula(texts):
    """Whatever a text is, and wherever it came from."""
    out = csv_bytes(pd.DataFrame({"words": texts, "n": range(len(texts))})).decode()
    rows = pd.read_csv(io.StringIO(out), keep_default_na=False, dtype=str, lineterminator=None)
    assert not rows["words"].str.startswith(("=", "+", "-", "@", "\t", "\r")).any()


def test_excel_gets_its_mark():
    """The byte order mark, and then the same CSV."""
    assert export(frames(), form="csv-excel") == b"\xef\xbb\xbf" + export(frames())


def test_parquet_keeps_the_types():
    """Lists stay lists, days stay days."""
    data = pq.read_table(io.BytesIO(export(frames(), form="parquet")))
    assert data.schema.equals(schema.FRAMES["events"])
    assert data["participants"].to_pylist() == [["A", "B"], []]


def test_json_lines_are_one_object_a_row():
    """Days in ISO 8601, lists as lists, nothing as null."""
    first, second = map(json.loads, export(frames(), form="jsonl").decode().splitlines())
    assert (first["date_start"], first["actors"], second["date_start"]) == ("2025-08-15", ["A", "B"], None)


def test_geojson_holds_what_has_a_place():
    """Longitude first, as RFC 7946 wants it."""
    data = json.loads(export(frames(), form="geojson"))
    assert [f["geometry"]["coordinates"] for f in data["features"]] == [[-150.0, 64.0]]
    assert data["features"][0]["properties"]["title"].startswith("Planned summit")


def test_timelinejs_shows_days_in_words_and_no_markup():
    """What comes from a text is shown as text."""
    data = json.loads(export(frames(), form="timelinejs"))
    first, second = data["events"]
    assert first["start_date"] == {"year": 2025, "month": 8, "day": 15}
    assert second["display_date"] == "by 12 Aug 2025"
    assert second["text"]["headline"] == "&lt;b&gt;Strike&lt;/b&gt; on Odesa"


def test_a_calendar_holds_what_is_to_come():
    """Whole days, the end exclusive, commas escaped, no line above 75 octets."""
    text = export(frames(), form="ical").decode()
    lines = text.split("\r\n")
    assert text.count("BEGIN:VEVENT") == 1
    assert {"DTSTART;VALUE=DATE:20250815", "DTEND;VALUE=DATE:20250816", "DTSTAMP:20250813T000000Z"} <= set(lines)
    assert "SUMMARY:Planned summit\\, in Alaska\\; with “friends”" in lines
    assert max(len(line.encode()) for line in lines) <= 75


def test_the_bundle_can_be_checked():
    """Rows, quotes, the filter as a sentence, versions, and a hash of every file and every text."""
    filters = Filters(kinds=("summit", "strike"))
    with zipfile.ZipFile(io.BytesIO(export(frames(), form="bundle", filters=filters))) as bundle:
        manifest = json.loads(bundle.read("manifest.json"))
        quotes = bundle.read("quotes.txt").decode()
        articles = pd.read_csv(io.BytesIO(bundle.read("articles.csv")))
        assert set(manifest["sha256"]) == set(bundle.namelist()) - {"manifest.json"}
    assert manifest["shown"] == "2 events: summits and strikes"
    assert manifest["filter_in_full"]["min_confidence"] == Filters().min_confidence
    assert manifest["filter_in_full"]["kinds"] == ["summit", "strike"]
    assert manifest["versions"]["extractors"] == ["rules 1"]
    assert manifest["articles_until"] == manifest["written"] == "2025-08-13T00:00:00+00:00"
    assert manifest["address"] == "?kind=Summit&kind=Strike"
    assert {"dashlib", "python", "spacy"} <= set(manifest["versions"])
    assert "“Odesa was hit.” (Desk A, happened)" in quotes
    assert articles["sha256"].str.len().tolist() == [64]
    assert "text" not in articles


def test_the_bundle_names_its_time_and_its_address():
    """Where it was written by somebody, at a time, from a dashboard, it says so."""
    at = dt.datetime(2025, 9, 1, 8, 30, tzinfo=dt.UTC)
    data = export(frames(), form="bundle", filters=Filters(words="Odesa"), at=at, site="http://here/")
    with zipfile.ZipFile(io.BytesIO(data)) as bundle:
        manifest = json.loads(bundle.read("manifest.json"))
    assert (manifest["written"], manifest["address"]) == ("2025-09-01T08:30:00+00:00", "http://here/?words=Odesa")
    assert manifest["articles_until"] == "2025-08-13T00:00:00+00:00"


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("http://localhost:8501", "http://localhost:8501/"),
        ("http://localhost:8501/calls?who=A/B", "http://localhost:8501/"),
        ("https://desk.example/dash/calls", "https://desk.example/dash/"),
        ("", ""),
        ("?who=A", ""),
    ],
)
def test_the_root_of_an_address(address, site):
    """A page of the dashboard stands below its root, which may have a path."""
    assert root(address) == site


@pytest.mark.parametrize(
    ("view", "form", "match"),
    [
        ("rumours", "csv", "no view 'rumours'"),
        ("events", "odt", "no form 'odt'"),
        ("mentions", "ical", "events only"),
    ],
)
def test_what_there_is_not_is_refused(view, form, match):
    """The error lists what there is."""
    with pytest.raises(SchemaError, match=match):
        export(frames(), view, form)


def test_files_are_named_after_what_they_hold():
    """The app and the command line give the same name."""
    assert file_name("events", "csv-excel") == "dashlib-events.csv"
