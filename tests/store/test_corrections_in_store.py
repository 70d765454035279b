"""What an analyst said holds in the store: over new articles, over new clusters, until it is taken back."""

import pytest

from dashlib import corrections as log
from dashlib.errors import SchemaError
from dashlib.store import Store

CALL = "call; 2025-08-12; Russia, China"
MORE = ["call; 2025-08-12; Russia, China; ", "A word before.\ncall; 2025-08-12; Russia, China"]


def ids_of(store: Store) -> list[str]:
    """Give the ids of the events."""
    return store.frames().events["event_id"].tolist()


def mentions_of(store: Store, event_id: str) -> list[str]:
    """Give the mentions of an event, in the order of their articles."""
    frame = store.frames().mentions
    return frame.loc[frame["event_id"] == event_id, "mention_id"].tolist()


def test_a_review_is_shown_and_changes_the_version(store, reports):
    """Confirmed, then rejected: the later word counts."""
    store.ingest([reports.report(CALL)])
    before = store.version
    store.correct("confirm", event_id=ids_of(store)[0], who="N.")
    assert store.frames().events["review"].tolist() == ["confirmed"]
    store.correct("reject", event_id=ids_of(store)[0])
    assert store.frames().events["review"].tolist() == ["rejected"]
    assert store.version != before


def test_an_edit_changes_the_field_and_what_follows_from_it(store, reports):
    """Another kind brings its codes and title; the edit outlives another report that gives the event another id."""
    store.ingest([reports.report(CALL, published="2025-08-14")])
    shown = ids_of(store)[0]
    store.correct("edit", event_id=shown, field="kind", value="summit")
    store.ingest([reports.report("Earlier.", CALL, published="2025-08-12", source="Desk B")])
    event = store.frames().events.iloc[0]
    assert event["event_id"] != shown
    assert (event["kind"], event["cameo"], event["review"]) == ("summit", "046", "edited")
    assert event["title"] == "Summit of Russia and China"
    assert event["mentions"] == 2


def test_a_split_holds_until_it_is_undone(store, reports):
    """These are two events, whatever comes in; then one again."""
    store.ingest([reports.report(CALL), reports.report(MORE[0], source="Desk B")])
    event = ids_of(store)[0]
    first, second = mentions_of(store, event)
    split = store.correct("split", event_id=event, mention_ids=[second], value=first)
    assert len(ids_of(store)) == 2
    store.ingest([reports.report(MORE[1], source="Desk C")])
    assert len(ids_of(store)) == 2
    store.correct("undo", value=split)
    assert len(ids_of(store)) == 1


def test_a_merge_holds_and_both_ids_are_found(store, reports):
    """Same event as …: one row, the other id an alias; a new report of either joins it; undone, they part."""
    other = "call; 2025-08-20; Russia, China"
    store.ingest([reports.report(CALL), reports.report(other, published="2025-08-21")])
    one, two = ids_of(store)
    merge = store.correct("merge", event_id=one, mention_ids=[*mentions_of(store, one), *mentions_of(store, two)])
    assert ids_of(store) == [one]
    assert store.frames().aliases.set_index("alias").loc[two, "event_id"] == one
    store.ingest([reports.report("Once more.", other, published="2025-08-22", source="Desk C")])
    assert store.frames().events["mentions"].tolist() == [3]
    store.correct("undo", value=merge)
    assert sorted(store.frames().events["mentions"]) == [1, 2]


def test_the_log_travels_as_csv(store, reports, tmp_path):
    """Exported from one store, imported into another of the same articles; twice adds nothing."""
    store.ingest([reports.report(CALL)])
    store.correct("edit", event_id=ids_of(store)[0], field="participants", value="Russia; France", note="a, “b”")
    text = log.to_csv(store.corrections())
    other = Store(tmp_path / "other")
    other.ingest([reports.report(CALL)])
    assert other.add_corrections(log.from_csv(text)) == 1
    assert other.add_corrections(log.from_csv(text)) == 0
    assert other.frames().events["title"].tolist() == ["Call between Russia and France"]


def test_everything_anew_gives_the_same(store, reports):
    """Clustering all anew changes nothing."""
    store.ingest([reports.report(CALL)])
    store.ingest([reports.report(MORE[0], source="Desk B")])
    before = ids_of(store)
    store.consolidate(again=True)
    assert ids_of(store) == before


def test_what_cannot_be_said_is_refused(store, reports):
    """The log takes no row that it could not replay."""
    store.ingest([reports.report(CALL)])
    with pytest.raises(SchemaError, match="no value for date_start"):
        store.correct("edit", event_id=ids_of(store)[0], field="date_start", value="soon")
    assert store.corrections().empty
