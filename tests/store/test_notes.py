"""What an analyst keeps outlives processes, the last word counts, and nothing of it changes the events."""

import datetime as dt
import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashlib.errors import SchemaError, StoreError
from dashlib.store import Store, notes
from dashlib.types import Period, SavedView, Watch, Watched

CALL = "call; 2025-08-12; Russia, China"
NOON = dt.datetime(2025, 9, 1, 12, tzinfo=dt.UTC)
VIEW = SavedView("Calls of Putin", "calls", "who=Vladimir+Putin&from=2025-01-01")
PERIOD = Period("Spring talks", dt.date(2025, 3, 1), dt.date(2025, 5, 31), "#3d8bd9")


@pytest.fixture
def kept(store, reports):
    """Give a store that holds an event."""
    store.ingest([reports.report(CALL)])
    return store


def test_what_is_kept_is_there_for_every_reader(kept):
    """Views, periods and the watch list are read by another Store of the same path."""
    notes.save_view(kept, VIEW)
    notes.save_period(kept, PERIOD)
    notes.watch(kept, Watch.place("Odesa"))
    found = notes.notes(Store(kept.path))
    assert found == notes.Notes((VIEW,), (PERIOD,), (Watch.place("Odesa"),), ())


def test_a_store_without_notes_has_none(kept, tmp_path):
    """Reading makes nothing."""
    assert notes.notes(kept) == notes.notes(Store(tmp_path / "none")) == notes.Notes()
    assert notes.version(kept) == -1
    assert not (tmp_path / "none").exists()


def test_notes_leave_the_events_alone(kept):
    """A note changes its own version and not the store's, so that no frame is read anew."""
    before = kept.version
    notes.watch(kept, Watch.actor("Russia"))
    first = notes.version(kept)
    notes.unwatch(kept, Watch.actor("Russia"))
    assert kept.version == before
    assert notes.version(kept) > first


def test_the_last_word_counts(kept):
    """A view or period saved again is replaced; one taken away is gone until it is saved anew."""
    notes.save_view(kept, VIEW)
    notes.save_view(kept, VIEW._replace(page="summits"))
    assert notes.views(kept) == (VIEW._replace(page="summits"),)
    notes.remove_view(kept, VIEW.name)
    assert notes.views(kept) == ()
    notes.save_view(kept, VIEW)
    assert notes.views(kept) == (VIEW,)
    notes.save_period(kept, PERIOD)
    notes.save_period(kept, PERIOD._replace(colour=""))
    assert notes.periods(kept) == (PERIOD._replace(colour=""),)
    notes.remove_period(kept, PERIOD.name)
    assert notes.periods(kept) == ()


def test_a_view_is_renamed_in_one_step(kept):
    """The old name goes and the new one stands; a view that is not there makes none."""
    notes.save_view(kept, VIEW)
    notes.rename_view(kept, VIEW.name, " Calls  since New Year ")
    notes.rename_view(kept, "never saved", "anything")
    assert notes.views(kept) == (VIEW._replace(name="Calls since New Year"),)


def test_views_stand_by_name_and_periods_by_day(kept):
    """The order is the reader's, not that of saving."""
    for name in ("b", "a"):
        notes.save_view(kept, SavedView(name, "timeline", ""))
    later = Period("a", dt.date(2025, 6, 1), dt.date(2025, 6, 2))
    notes.save_period(kept, later)
    notes.save_period(kept, PERIOD)
    assert [v.name for v in notes.views(kept)] == ["a", "b"]
    assert notes.periods(kept) == (PERIOD, later)


def test_a_watch_list_has_each_entry_once(kept):
    """A pair is the same in either order; an actor and a place of one name are two entries."""
    for entry in (Watch.pair("Ukraine", "Russia"), Watch.actor("Ukraine"), Watch.place("Ukraine")):
        notes.watch(kept, entry)
    notes.watch(kept, Watch(Watched.PAIR, ("Ukraine", "Russia")))
    pair = Watch.pair("Russia", "Ukraine")
    assert notes.watched(kept) == (pair, Watch.actor("Ukraine"), Watch.place("Ukraine"))
    assert pair.label == "Russia and Ukraine"
    notes.unwatch(kept, Watch(Watched.PAIR, ("Ukraine", "Russia")))
    assert notes.watched(kept) == (Watch.actor("Ukraine"), Watch.place("Ukraine"))


@pytest.mark.parametrize(
    ("keep", "says"),
    [
        (lambda s: notes.save_view(s, VIEW._replace(name="  ")), "a view needs a name"),
        (lambda s: notes.save_period(s, PERIOD._replace(name="")), "a period needs a name"),
        (lambda s: notes.save_period(s, PERIOD._replace(end=dt.date(2025, 1, 1))), "swap the days"),
        (lambda s: notes.save_period(s, PERIOD._replace(colour="blue")), "'blue' is no colour"),
        (lambda s: notes.watch(s, Watch.pair("Russia", "Russia")), "a pair is two actors"),
        (lambda s: notes.watch(s, Watch.actor("")), "a watch-list entry needs a name"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(kept, keep, says):
    """The message names the value and what would be right; nothing is written."""
    with pytest.raises(SchemaError, match=says):
        keep(kept)
    assert notes.version(kept) == -1


def test_without_a_store_nothing_is_made(tmp_path):
    """Notes need a store; a visit to none is not noted."""
    nowhere = Store(tmp_path / "none")
    with pytest.raises(StoreError, match="dashlib ingest"):
        notes.save_view(nowhere, VIEW)
    notes.visited(nowhere, NOON)
    assert not (tmp_path / "none").exists()


def test_the_last_visit_is_the_one_before_this(kept):
    """What was noted in the visit that goes on does not count; its gaps are of half an hour at most."""
    assert notes.last_visit(kept, NOON) is None
    for minutes in (-3000, -2990, -40, -20, 0):
        notes.visited(kept, NOON + dt.timedelta(minutes=minutes))
    assert notes.last_visit(kept, NOON + dt.timedelta(minutes=5)) == NOON - dt.timedelta(minutes=2990)
    assert notes.last_visit(kept, NOON + dt.timedelta(days=1)) == NOON


def test_a_visit_is_not_noted_with_every_click(kept):
    """Moments close to the last are passed over, so that the table does not grow with every rerun."""
    for seconds in range(0, 240, 30):
        notes.visited(kept, NOON + dt.timedelta(seconds=seconds))
    assert notes.notes(kept).visits == (NOON,)


def test_many_processes_write_at_once(kept):
    """Whoever writes, every note is there afterwards."""
    code = (
        "import sys; from dashlib.store import Store, notes; from dashlib.types import Watch; "
        "[notes.watch(Store(sys.argv[1]), Watch.actor(f'{sys.argv[2]} {n}')) for n in range(5)]"
    )
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    writers = [subprocess.Popen([sys.executable, "-c", code, kept.path, name], env=env) for name in ("one", "two")]
    assert [w.wait(120) for w in writers] == [0, 0]
    assert {w.names[0] for w in notes.watched(kept)} == {f"{name} {n}" for name in ("one", "two") for n in range(5)}


def test_many_small_notes_are_put_together(kept, monkeypatch):
    """A table of many notes does not become many files."""
    monkeypatch.setattr("dashlib.store.tables._MANY_FILES", 3)
    for n in range(6):
        notes.watch(kept, Watch.actor(f"Actor {n}"))
    assert len(kept.tables._open("notes").file_uris()) < 4
    assert len(notes.watched(kept)) == 6


_names = st.sampled_from(["a", "b", "c"])
_steps = st.lists(st.tuples(st.sampled_from(["save", "remove", "rename"]), _names, _names), max_size=5)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_steps)
def test_views_behave_as_a_dictionary_of_names(kept, steps):
    """Any order of saving, renaming and removing gives what a plain dictionary would hold."""
    wanted = {}
    for view in notes.views(kept):
        notes.remove_view(kept, view.name)
    for number, (action, name, to) in enumerate(steps):
        if action == "save":
            notes.save_view(kept, SavedView(name, "timeline", str(number)))
            wanted[name] = str(number)
        elif action == "remove":
            notes.remove_view(kept, name)
            wanted.pop(name, None)
        else:
            notes.rename_view(kept, name, to)
            if name in wanted:
                wanted[to] = wanted.pop(name)
    assert {v.name: v.params for v in notes.views(kept)} == wanted
