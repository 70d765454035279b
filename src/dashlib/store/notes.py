"""What an analyst keeps in a store: named views, named periods, a watch list, and when they last looked.

One append-only table, `notes`: a later row about the same thing wins over an earlier one, and `kept` = false takes it
away. So any number of processes may write at once, and nobody's note is lost. Notes change no event and no
`Store.version`; `version` here is theirs.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import pyarrow as pa

from dashlib.errors import SchemaError
from dashlib.store.catalog import load as catalog
from dashlib.store.catalog import new_batch
from dashlib.store.store import Store
from dashlib.store.tables import BATCH
from dashlib.types import Period, SavedView, Watch, Watched

__all__ = [
    "APART",
    "Notes",
    "last_visit",
    "notes",
    "periods",
    "remove_period",
    "remove_view",
    "rename_view",
    "save_period",
    "save_view",
    "unwatch",
    "version",
    "views",
    "visited",
    "watch",
    "watched",
]

APART = dt.timedelta(minutes=30)
"""Two moments further apart than this belong to two visits."""
_TABLE = "notes"
_VIEW, _PERIOD, _VISIT = "view", "period", "visit"
_OFTEN = dt.timedelta(minutes=5)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_TEXT = pa.string()
_SCHEMA = pa.schema(
    [
        ("time", pa.timestamp("us", tz="UTC")), ("what", _TEXT), ("name", _TEXT), ("kept", pa.bool_()),
        ("page", _TEXT), ("params", _TEXT), ("start", pa.date32()), ("end", pa.date32()), ("colour", _TEXT),
        ("names", pa.list_(_TEXT)),
    ]
)  # fmt: skip
_Row = Mapping[str, Any]


class Notes(NamedTuple):
    """Everything an analyst keeps: views and periods by name, periods by day, the watch list in the order it grew."""

    views: tuple[SavedView, ...] = ()
    periods: tuple[Period, ...] = ()
    watched: tuple[Watch, ...] = ()
    visits: tuple[dt.datetime, ...] = ()


def version(store: Store) -> int:
    """Give a number that grows with every note, -1 where there is none: a cache key."""
    return store.tables.version(_TABLE)


def notes(store: Store) -> Notes:
    """Read everything that is kept; nothing where nothing was, or where there is no store."""
    if not store.tables.exists(_TABLE):
        return Notes()
    rows = store.tables.read(_TABLE, _SCHEMA).sort_by(BATCH).to_pylist()
    now = list(_current(rows))
    return Notes(
        views=tuple(sorted(SavedView(r["name"], r["page"], r["params"]) for r in now if r["what"] == _VIEW)),
        periods=tuple(
            sorted((_period(r) for r in now if r["what"] == _PERIOD), key=lambda p: (p.start, p.end, p.name))
        ),
        watched=tuple(Watch(Watched(r["what"]), tuple(r["names"])) for r in now if r["what"] in set(Watched)),
        visits=tuple(sorted(r["time"] for r in rows if r["what"] == _VISIT)),
    )


def _current(rows: Iterable[_Row]) -> Iterator[_Row]:
    """Give the rows that hold, in the order in which their things were first kept, or kept again."""
    last: dict[tuple[str, str], _Row] = {}
    for row in rows:
        key = (row["what"], row["name"])
        if not row["kept"]:
            last.pop(key, None)
        else:
            last[key] = row
    return iter(last.values())


def _period(row: _Row) -> Period:
    return Period(row["name"], row["start"], row["end"], row["colour"])


def _add(store: Store, *rows: _Row, at: dt.datetime | None = None) -> None:
    """Add rows in one atomic append; raises StoreError where there is no store."""
    catalog(store.tables)
    whole = {"time": at or dt.datetime.now(dt.UTC), "page": "", "params": "", "colour": "", "names": [], "kept": True}
    store.tables.append(_TABLE, pa.Table.from_pylist([{**whole, **row} for row in rows], schema=_SCHEMA), new_batch())
    store.tables.tidy(_TABLE)


def _named(name: str, what: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise SchemaError(f"a {what} needs a name; give it one")
    return name


def views(store: Store) -> tuple[SavedView, ...]:
    """Give the named views, by name."""
    return notes(store).views


def save_view(store: Store, view: SavedView) -> None:
    """Keep a view; one of the same name is replaced. Raises SchemaError for an empty name."""
    _add(store, _view_row(view))


def _view_row(view: SavedView) -> _Row:
    return {"what": _VIEW, "name": _named(view.name, _VIEW), "page": view.page, "params": view.params}


def rename_view(store: Store, name: str, to: str) -> None:
    """Give a view another name, in one step; a view of that name is replaced. An unknown view is left alone."""
    old = next((v for v in views(store) if v.name == name), None)
    if old and _named(to, _VIEW) != name:
        _add(store, {"what": _VIEW, "name": name, "kept": False}, _view_row(old._replace(name=to)))


def remove_view(store: Store, name: str) -> None:
    """Take a named view away."""
    _add(store, {"what": _VIEW, "name": name, "kept": False})


def periods(store: Store) -> tuple[Period, ...]:
    """Give the named periods, by their days."""
    return notes(store).periods


def save_period(store: Store, period: Period) -> None:
    """Keep a period; one of the same name is replaced.

    Raises SchemaError for an empty name, days that cross, and a colour that is not "#rrggbb".
    """
    name = _named(period.name, _PERIOD)
    if period.start > period.end:
        raise SchemaError(f"the period {name!r} ends ({period.end}) before it begins ({period.start}); swap the days")
    if period.colour and not _COLOUR.fullmatch(period.colour):
        raise SchemaError(f"{period.colour!r} is no colour; write one as #3d8bd9")
    _add(store, {"what": _PERIOD, **period._asdict(), "name": name})


def remove_period(store: Store, name: str) -> None:
    """Take a named period away."""
    _add(store, {"what": _PERIOD, "name": name, "kept": False})


def watched(store: Store) -> tuple[Watch, ...]:
    """Give the watch list, the oldest entry first."""
    return notes(store).watched


def watch(store: Store, entry: Watch) -> None:
    """Put an actor, a pair or a place on the watch list; what stands on it already stays where it is.

    Raises SchemaError for an empty name, and for a pair that is not of two.
    """
    if len(set(entry.names)) != (2 if entry.of is Watched.PAIR else 1):
        raise SchemaError(
            f"{entry.label!r} cannot be watched as {entry.of}: a pair is two actors, all else is one name"
        )
    for name in entry.names:
        _named(name, "watch-list entry")
    row = _watch_row(entry)
    if row["names"] not in [list(w.names) for w in watched(store) if w.of is entry.of]:
        _add(store, row)


def unwatch(store: Store, entry: Watch) -> None:
    """Take an entry off the watch list."""
    _add(store, {**_watch_row(entry), "kept": False})


def _watch_row(entry: Watch) -> _Row:
    names = sorted(entry.names) if entry.of is Watched.PAIR else list(entry.names)
    return {"what": entry.of.value, "name": "; ".join(names), "names": names}


def visited(store: Store, at: dt.datetime) -> None:
    """Note that somebody looks at the store (`at` with a time zone); what was noted minutes ago is not noted again.

    Without a store nothing is noted, and none is made.
    """
    visits = notes(store).visits
    if store.exists and not (visits and abs(at - visits[-1]) < _OFTEN):
        _add(store, {"what": _VISIT, "name": ""}, at=at)


def last_visit(store: Store, now: dt.datetime) -> dt.datetime | None:
    """Give the last moment of the visit before the one that `now` belongs to, or None where there was none.

    Moments up to `APART` from the next belong to one visit, so that a reload does not make all news old.
    """
    for moment in reversed(notes(store).visits):
        if moment < now - APART:
            return moment
        now = min(now, moment)
    return None
