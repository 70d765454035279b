"""A store takes articles in once, merges what they report, remembers, and says clearly what is wrong with it."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

import dashlib
from dashlib.errors import StoreError
from dashlib.query import Filters
from dashlib.store import Store, ingesting, tables

CALL = "call; 2025-08-12; Russia, China"
STRIKE = "strike; 2025-08-12; Russia, Ukraine; Odesa"
LATER = "strike; 2025-08-14; Russia, Ukraine; Odesa"


def events_of(store: Store) -> set[tuple[str, str, int]]:
    """Give what a store says happened, without anything that depends on how it came in."""
    frame = store.frames().events
    return set(zip(frame["event_id"], frame["title"], frame["mentions"], strict=True))


def test_articles_become_merged_events(store, reports):
    """Two reports of a call and one of a strike are two events; mentions know theirs."""
    done = store.ingest([reports.report(CALL), reports.report(CALL, STRIKE, source="Desk B")])
    frames = store.frames()
    assert (done.new, done.known, done.mentions, done.events) == (2, 0, 3, 2)
    assert set(frames.mentions["event_id"]) == set(frames.events["event_id"])
    assert sorted(frames.events["independent_sources"]) == [1, 2]


def test_the_same_article_twice_adds_its_source_only(store, reports):
    """A text that is known is parsed no second time; the outlet that printed it too is kept."""
    store.ingest([reports.report(CALL)])
    again = store.ingest([reports.report(CALL), reports.report(CALL, source="Desk B")])
    frames = store.frames()
    assert (again.new, again.known, again.mentions, again.events) == (0, 1, 0, 1)
    assert frames.articles["source"].tolist() == ["Desk A; Desk B"]
    assert frames.events["sources"].tolist() == [["Desk A", "Desk B"]]


def test_nothing_new_changes_nothing(store, reports):
    """Ingesting what is known writes nothing: the version stays."""
    store.ingest([reports.report(CALL)])
    before = store.version
    store.ingest([reports.report(CALL)])
    assert store.version == before


def test_batches_do_not_matter(tmp_path, reports):
    """One article at a time in any order, or all at once: the same events under the same ids."""
    given = [
        reports.report(CALL, STRIKE, published="2025-08-13"),
        reports.report(STRIKE, LATER, published="2025-08-15", source="Desk B"),
        reports.report(CALL, published="2025-08-12", source="Desk C"),
        reports.report(LATER, "call; ; Russia, China", published="2025-08-16", source="Desk D"),
    ]
    whole, pieces = Store(tmp_path / "whole"), Store(tmp_path / "pieces")
    whole.ingest(given)
    for one in reversed(given):
        pieces.ingest([one])
    assert events_of(whole) == events_of(pieces)
    assert len(events_of(whole)) == 3


def test_an_id_that_was_shown_is_found_for_ever(store, reports):
    """A report from before the first one gives the event another id; the old one is an alias."""
    store.ingest([reports.report(CALL, published="2025-08-14")])
    shown = store.frames().events["event_id"].iloc[0]
    store.ingest([reports.report("An earlier word of it.", CALL, published="2025-08-12", source="Desk B")])
    frames = store.frames()
    assert shown not in set(frames.events["event_id"])
    assert frames.aliases.set_index("alias").loc[shown, "event_id"] == frames.events["event_id"].iloc[0]


def test_what_came_in_after_the_last_consolidation_is_seen(store, reports, monkeypatch):
    """A crash before events were brought up to date hides nothing: they are clustered on reading."""
    store.ingest([reports.report(CALL)])
    monkeypatch.setattr(Store, "consolidate", lambda _self: 0)
    store.ingest([reports.report(STRIKE)])
    assert sorted(store.frames().events["kind"]) == ["call", "strike"]


@pytest.mark.parametrize("when", ["between", "within"])
def test_a_killed_process_loses_one_batch_at_most(tmp_path, reports, when):
    """Killed between two batches, or while the second is written: the first is there, the store reads, and goes on."""
    path = tmp_path / "store"
    env = {**os.environ, "PYTHONPATH": str(Path(dashlib.__file__).parents[1])}
    died = subprocess.run([sys.executable, reports.__file__, str(path), when], check=False, timeout=60, env=env)
    store = Store(path)
    assert died.returncode == 9
    assert store.frames().events["title"].tolist() == ["Call between Russia and China"]
    done = store.ingest([reports.report("call; 2025-08-12; France, Germany")])
    assert (done.new, done.events) == (1, 2)
    assert len(store.frames().mentions) == 2


def test_two_writers_at_once_both_count(tmp_path, reports):
    """Writers are retried on conflict; what both bring is kept, and what both know is there once."""
    path = tmp_path / "store"
    Store(path).ingest([reports.report(CALL)])
    given = [[reports.report(CALL), reports.report(line)] for line in (STRIKE, LATER)]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda one: Store(path).ingest(one), given))
    assert len(store_events := Store(path).frames().events) == 3, store_events["title"].tolist()


def test_problems_are_kept_and_told(store, reports):
    """An empty text is no article; an article that dashlib cannot read is kept without events."""
    french = "Le président a rencontré son homologue à Paris pour parler de la guerre. " * 4
    done = store.ingest([{"text": " ", "title": "nothing in it"}, {"text": french}, reports.report(CALL)])
    assert (done.new, len(done.problems)) == (2, 2)
    assert sorted(store.problems["stage"]) == ["language", "read"]
    assert len(store.frames().articles) == 2


def test_progress_is_told(store, reports):
    """The caller hears how many of how many are done."""
    heard = []
    store.ingest([reports.report(CALL), reports.report(STRIKE)], progress=lambda *n: heard.append(n))
    assert heard[-1] == (2, 2)


def test_history_names_each_step(store, reports):
    """Newest first: what happened, and how much of it."""
    store.ingest([reports.report(CALL)])
    history = store.history()
    assert history["action"].tolist() == ["consolidate", "ingest"]
    assert history["version"].tolist() == [2, 1]


def test_filters_choose_events(store, reports):
    """A query gives the events that fit."""
    store.ingest([reports.report(CALL, STRIKE)])
    assert store.query(Filters(kinds=("call",)))["kind"].tolist() == ["call"]


def test_sql_answers_questions(store, reports):
    """The frames are tables of an SQL database that reads only."""
    store.ingest([reports.report(CALL, STRIKE, LATER)])
    counts = store.sql("select kind, count(*) as n from events group by kind order by kind")
    assert counts.to_dict("records") == [{"kind": "call", "n": 1}, {"kind": "strike", "n": 2}]
    with pytest.raises(StoreError, match="cannot be answered"):
        store.sql("select * from read_csv('/etc/hostname')")


def test_a_missing_store_says_what_to_do(store):
    """No stack trace: a sentence."""
    assert not store.exists
    assert store.version == ""
    with pytest.raises(StoreError, match=r"there is no store at .*dashlib ingest"):
        store.frames()


def test_a_missing_table_is_named(store, reports):
    """Somebody removed a folder."""
    store.ingest([reports.report(CALL)])
    shutil.rmtree(f"{store.path}/mentions")
    with pytest.raises(StoreError, match=r"'mentions' .* is missing"):
        Store(store.path).frames()


def test_a_damaged_table_is_named(store, reports):
    """A file of the table is gone, or is no Parquet any more."""
    store.ingest([reports.report(CALL)])
    for file in Path(store.path, "mentions").glob("*.parquet"):
        file.write_bytes(b"junk")
    with pytest.raises(StoreError, match=r"'mentions' .* is damaged"):
        Store(store.path).frames()


def test_a_newer_store_is_refused(store, reports, monkeypatch):
    """A store that a later dashlib wrote is left alone."""
    monkeypatch.setattr(tables, "VERSION", 99)
    store.ingest([reports.report(CALL)])
    monkeypatch.setattr(tables, "VERSION", 1)
    with pytest.raises(StoreError, match="newer dashlib"):
        Store(store.path).frames()


def test_a_frame_of_articles_can_be_ingested(store, reports):
    """What `dashlib.read` gives goes in as it is, with its problems."""
    given = pd.DataFrame([reports.report(CALL)])
    given.attrs["problems"] = [{"path": "x.pdf", "line": 0, "stage": "read", "reason": "broken"}]
    done = store.ingest(given)
    assert (done.new, done.problems[0].path) == (1, "x.pdf")


def test_paths_can_be_ingested(store, reports, tmp_path):
    """Files and folders are read."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(f"{CALL}\n", encoding="utf-8")
    assert store.ingest(tmp_path / "in").new == 1


def test_copies_count_once(store, reports):
    """A syndicated text adds a report but no independent source, whichever came first."""
    body = " ".join(f"word{n} of the report" for n in range(60))
    store.ingest([reports.report(CALL, body, published="2025-08-13")])
    done = store.ingest([reports.report(CALL, body + " more", published="2025-08-12", source="Desk B")])
    frames = store.frames()
    assert done.new == 1
    assert frames.events["independent_sources"].tolist() == [1]
    assert sorted(bool(d) for d in frames.articles["duplicate_of"]) == [False, True]


def test_small_files_are_put_together(store, reports, monkeypatch):
    """Many small ingests do not leave many small files."""
    monkeypatch.setattr(tables, "_MANY_FILES", 3)
    for day in range(10, 15):
        store.ingest([reports.report(f"call; 2025-08-{day}; Russia, China", published=f"2025-08-{day}")])
    assert len(store._tables._open("articles").file_uris()) < 4
    assert len(store.frames().events) == 5


def test_a_batch_is_what_a_crash_can_cost(store, reports, monkeypatch):
    """Articles are written in batches, each an entry of the history."""
    monkeypatch.setattr(ingesting, "_BATCH", 2)
    store.ingest([reports.report(f"call; 2025-08-{day}; Russia, China") for day in range(10, 15)])
    assert store.history()["articles"].tolist() == [0, 1, 2, 2]
