"""Builds the gazetteer's index, one SQLite file: `python -m dashlib.codebook.gazetteer_build FILE`.

Run as a process of its own, so that the memory which the sources need (some 700 MB) is given back.
"""

import os
import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import cos, hypot, radians
from pathlib import Path

from dashlib.codebook.gazetteer import How
from dashlib.codebook.gazetteer_sources import Entry, countries, divisions, own_places, towns
from dashlib.codebook.gazetteer_ukraine import codifier, official_names, villages
from dashlib.codebook.place_names import fold, plain_name, split_designator, without_article

__all__ = ["build", "entries", "main"]

_SCHEMA = """
create table places (
    id integer primary key, place_id text, name text, latitude real, longitude real, country text, admin1 text,
    feature text, population integer, rank integer
);
create table names (key text, place integer, how integer, primary key (key, place)) without rowid;
create table ids (place_id text primary key, place integer) without rowid;
"""
_NAMED_FREELY = frozenset({"region", "district"})
_SAME_KM = {"settlement": 30.0, "point": 10.0, "district": 60.0, "region": 400.0, "other": 0.0, "country": 0.0}


def _km(a: Entry, b: Entry) -> float:
    """Give kilometres between two places near each other (flat earth)."""
    east = (a.longitude - b.longitude) * cos(radians((a.latitude + b.latitude) / 2))
    return 111.2 * hypot(a.latitude - b.latitude, east)


def _keys(entry: Entry) -> set[str]:
    return {fold(n) for n in (entry.name, *entry.curated, *entry.names)}


def _merged(own: Entry, other: Entry) -> Entry:
    """Give dashlib's row with what GeoNames knows besides: id, division, people, names."""
    return replace(
        own,
        place_id=other.place_id,
        admin1=own.name if own.feature == "region" else other.admin1,
        country=own.country or other.country,
        population=max(other.population, 1),
        names=(*own.names, other.name, *other.names),
        short=(*own.short, *other.short),
        iso=other.iso,
        rank=max(own.rank, other.rank),
        key=other.key,
    )


def _absorb(own: Iterable[Entry], others: list[Entry]) -> list[Entry]:
    """Merge dashlib's rows into the same place of GeoNames, by ISO code, id, or name, kind and nearness."""
    by_id = {e.place_id: i for i, e in enumerate(others)}
    by_iso = {e.iso: i for i, e in enumerate(others) if e.iso and e.feature == "region"}
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, e in enumerate(others):
        spelled = (*e.curated, *e.names, *e.short) if e.feature in _NAMED_FREELY else e.short
        for key in {fold(n) for n in (e.name, *spelled)}:
            by_key[e.country, key].append(i)
    out = list(others)
    for row in own:
        found = by_id.get(row.place_id, by_iso.get(row.iso))
        if found is None:
            near = [i for k in _keys(row) for i in by_key[row.country, k] if _same(row, others[i])]
            found = max(near, key=lambda i: others[i].population) if near else None
        if found is None:
            out.append(row)
        else:
            out[found] = _merged(row, others[found])
    return out


def _same(own: Entry, other: Entry) -> bool:
    return own.feature == other.feature and _km(own, other) <= _SAME_KM[own.feature]


def entries(user_table: Path | None = None) -> Iterator[Entry]:
    """Give all places of the gazetteer."""
    states = list(countries())
    yield from states
    own = list(own_places(user_table))
    parts = list(divisions())
    regions = _absorb((e for e in own if e.feature in _NAMED_FREELY), parts)
    renamed = {(a.country, a.admin1): b.name for a, b in zip(parts, regions, strict=False) if a.feature == "region"}
    regions = [replace(e, admin1=renamed.get((e.country, e.admin1), e.admin1)) for e in regions]
    firsts = [e for e in regions if e.feature == "region"]
    names = {e.iso: e.name for e in firsts if e.iso}
    settlements = codifier()
    found = list(
        towns(
            {e.key: e.name for e in firsts if e.key},
            {e.iso: e.country for e in states if e.iso},
            official_names(settlements, names),
        )
    )
    local = _absorb((e for e in own if e.feature not in _NAMED_FREELY), found)
    called = list(_outnamed(regions, local))
    first = {(a.country, a.name): b.name for a, b in zip(regions, called, strict=True) if a.feature == "region"}
    yield from (replace(e, admin1=first.get((e.country, e.admin1), e.admin1)) for e in (*called, *local))
    yield from villages(settlements, found, names)


def _outnamed(regions: Iterable[Entry], local: Iterable[Entry]) -> Iterator[Entry]:
    """Give the divisions; one that has the name of a town of its own yields it to the town ("Kharkiv", "Idlib").

    Such a division is called by its name with a designator where it has one ("Idlib Governorate"). A capital has the
    first claim in the whole country ("Washington").
    """
    named = {(e.country, e.admin1, fold(n)) for e in local for n in (e.name, *e.curated, without_article(e.name))}
    capitals = {(e.country, fold(n)) for e in local if e.rank > 1 for n in (e.name, *e.curated)}
    for region in regions:
        own = region.rank > 0
        names = region.names if own else (region.name, *region.names)
        shared = tuple(n for n in names if (region.country, region.admin1, fold(n)) in named)
        if (region.country, fold(region.name)) in capitals:
            yield replace(region, yielded=(region.name, *shared))
        elif own or region.name not in shared:
            yield replace(region, yielded=shared)
        else:
            longer = [
                n
                for n in region.names
                if n.isascii() and split_designator(fold(n)) == (fold(region.name), region.feature)
            ]
            name = longer[0] if longer else region.name
            first = region.feature == "region"
            yield replace(region, name=name, admin1=name if first else region.admin1, yielded=shared)


def _name_rows(number: int, entry: Entry) -> Iterator[tuple[str, int, int]]:
    best: dict[str, How] = {fold(n): How.SHORT for n in entry.yielded}
    for how, names in (
        (How.NAME, (entry.name, *entry.curated, without_article(entry.name))),
        (How.ALIAS, entry.names),
        (How.SHORT, entry.short),
        (How.CODE, entry.codes),
        (How.DEMONYM, entry.demonyms),
    ):
        for name in names:
            key = fold(name)
            if key:
                best.setdefault(key, how)
    yield from ((key, number, how) for key, how in best.items())


def build(target: Path, user_table: Path | None = None) -> None:
    """Write the index to a temporary file beside the target and move it there, so that readers see all or nothing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name, suffix=".part")
    os.close(handle)
    temporary = Path(name)
    try:
        _write(temporary, entries(user_table))
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _write(path: Path, places: Iterable[Entry]) -> None:
    with sqlite3.connect(path) as db:
        db.executescript("pragma journal_mode=off; pragma synchronous=off; pragma page_size=4096;" + _SCHEMA)
        names: list[tuple[str, int, int]] = []
        for number, e in enumerate(places):
            name, admin1 = plain_name(e.name, e.country), plain_name(e.admin1, e.country)
            at = (e.latitude, e.longitude, e.country, admin1)
            row = (number, e.place_id, name, *at, e.feature, e.population, e.rank)
            db.execute("insert into places values (?,?,?,?,?,?,?,?,?,?)", row)
            db.execute("insert or ignore into ids values (?,?)", (e.place_id, number))
            names.extend(_name_rows(number, e))
        names.sort()
        db.executemany("insert or ignore into names values (?,?,?)", names)
        db.execute("analyze")
    db.close()


def main() -> None:
    """Build the file named on the command line, with the reader's own table where a second argument names it."""
    build(Path(sys.argv[1]), Path(sys.argv[2]) if sys.argv[2:] else None)


if __name__ == "__main__":
    main()
