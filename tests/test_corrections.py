"""The analyst's log as values: what a row may say, which rows hold, how they are replayed."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashlib import corrections as log
from dashlib import schema
from dashlib.errors import SchemaError
from dashlib.schema import Frames

TIME = dt.datetime(2025, 8, 12, 9, tzinfo=dt.UTC)


def row(minute: int, action: str, **said) -> dict:
    """Give a row a minute later than the one before."""
    return log.correction(action, time=TIME + dt.timedelta(minutes=minute), **said)


def frames() -> Frames:
    """Give one event with one mention."""
    event = {"event_id": "e1", "kind": "call", "status": "happened", "participants": ["A"], "actors": ["A"],
             "actor_codes": ["AAA GOV"], "title": "Call of A", "review": "unreviewed",
             "date_start": dt.date(2025, 8, 1)}  # fmt: skip
    return Frames.of(
        events=schema.frame("events", [event]),
        mentions=schema.frame("mentions", [{"mention_id": "m1", "event_id": "e1"}]),
        aliases=schema.frame("aliases", [{"alias": "e0", "event_id": "e1"}]),
    )


def replayed(*rows: dict) -> dict:
    """Give the event after the rows were replayed."""
    return log.apply(frames(), schema.frame("corrections", rows)).events.iloc[0].to_dict()


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("status", "cancelled", "cancelled"),
        ("date_start", "2025-08-03", dt.date(2025, 8, 3)),
        ("date_start", "", None),
        ("latitude", "48.5", 48.5),
        ("participants", "B; C", ["B", "C"]),
        ("title", "Something else", "Something else"),
    ],
)
def test_a_field_takes_the_value(field, value, expected):
    """An edited field holds a value of its own type."""
    assert replayed(row(0, "edit", event_id="e1", field=field, value=value))[field] == expected


def test_an_edited_party_is_an_actor():
    """The list of all actors and the title follow the roles; a title that was edited stays."""
    rows = [row(0, "edit", event_id="e1", field="participants", value="A; B")]
    event = replayed(*rows)
    shown = (event["actors"], event["actor_codes"], event["title"])
    assert shown == (
        ["A", "B"],
        ["AAA GOV", ""],
        "Call between A and B",
    )
    rows.append(row(1, "edit", event_id="e1", field="title", value="The call"))
    assert replayed(*rows)["title"] == "The call"


def test_an_alias_finds_the_event():
    """A row written under an id that was merged away still counts; one about nothing known does not."""
    assert replayed(row(0, "confirm", event_id="e0"))["review"] == "confirmed"
    assert replayed(row(0, "confirm", event_id="gone"))["review"] == "unreviewed"


def test_mentions_decide_where_ids_changed():
    """A row that knows the mentions follows them."""
    assert replayed(row(0, "confirm", event_id="gone", mention_ids=["m1"]))["review"] == "confirmed"


def test_an_undone_row_is_as_if_it_had_not_been_written():
    """Undo takes one row back, and undoing the undo brings it back."""
    said = row(0, "reject", event_id="e1")
    undo = row(1, "undo", value=said["correction_id"])
    assert replayed(said, undo)["review"] == "unreviewed"
    assert replayed(said, undo, row(2, "undo", value=undo["correction_id"]))["review"] == "rejected"


@pytest.mark.parametrize(
    ("action", "said", "match"),
    [
        ("praise", {}, "is no correction"),
        ("edit", {"field": "event_id", "value": "e9"}, "cannot be edited"),
        ("edit", {"field": "kind", "value": "party"}, "no value for kind"),
        ("edit", {"field": "latitude", "value": "north"}, "no value for latitude"),
        ("merge", {"event_id": "e1"}, "needs the ids"),
    ],
)
def test_what_cannot_be_said_is_refused(action, said, match):
    """The error says what can."""
    with pytest.raises(SchemaError, match=match):
        log.correction(action, **said)


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00", exclude_categories=["Cs", "Cc"]), max_size=20)


@settings(deadline=None, max_examples=50)
@given(WORDS, WORDS, st.lists(st.from_regex(r"[0-9a-f]{4}", fullmatch=True), max_size=3))
def test_csv_gives_back_what_it_was_given(note, who, mentions):
    """A log survives the way through a CSV file."""
    rows = schema.frame("corrections", [row(0, "confirm", event_id="e1", note=note, who=who, mention_ids=mentions)])
    assert log.from_csv(log.to_csv(rows)).to_dict("records") == rows.to_dict("records")


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", "no CSV"),
        ("event_id\ne1\n", "lack the column action"),
        ("action,event_id\npraise,e1\n", "line 2 .* no correction"),
        ("action,event_id,time\nconfirm,e1,yesterday\n", "line 2"),
    ],
)
def test_a_broken_csv_is_refused_by_line(text, match):
    """The error says where."""
    with pytest.raises(SchemaError, match=match):
        log.from_csv(text)
