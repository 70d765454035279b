"""Who held which office when: persons.csv, one row an office, and the titles by which the news call it (titles.csv)."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from dashlib.codebook.spelling import pieces, slug
from dashlib.codebook.tables import read_csv
from dashlib.errors import CodebookError
from dashlib.types import Actor

__all__ = ["Office", "Person", "Title", "offices", "persons", "rank_of", "read_persons", "titles"]

_REQUIRED = ("name", "gender", "office", "sector", "valid_from", "source")


class Office(NamedTuple):
    """An office as one person held it; `end` is None while it lasts. Days are inclusive."""

    person: str
    title: str
    country: str
    sector: str
    start: dt.date
    end: dt.date | None

    def held(self, day: dt.date) -> bool:
        """Whether it was held on the day."""
        return self.start <= day and (self.end is None or day <= self.end)


class Person(NamedTuple):
    """A person of the codebook: other spellings, gender `m` or `f`, and the offices in order of time."""

    name: str
    aliases: tuple[str, ...]
    gender: str
    offices: tuple[Office, ...]
    wikidata: str = ""

    def office(self, day: dt.date | None) -> Office:
        """Give the office held on the day, else the last one begun before it, else the first."""
        if day is None:
            return self.offices[-1]
        held = [o for o in self.offices if o.held(day)]
        begun = [o for o in self.offices if o.start <= day]
        return held[-1] if held else begun[-1] if begun else self.offices[0]

    def actor(self, day: dt.date | None) -> Actor:
        """Give the person as an actor: country and sector are those of the office on the day."""
        office = self.office(day)
        return Actor(self.wikidata or slug(self.name), self.name, "person", office.country, office.sector)


class Title(NamedTuple):
    """A title as written: the offices it may mean, in order of trial, its sector, rank (1 leads a state) and gender."""

    phrase: str
    offices: tuple[str, ...]
    sector: str
    rank: int
    gender: str


def _day(value: str, where: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError as e:
        raise CodebookError(f"{where}: {value!r} is no day; write it as 2024-05-31") from e


def _office(row: Mapping[str, str], where: str) -> Office:
    start = _day(row["valid_from"], where)
    end = _day(row["valid_to"], where) if row.get("valid_to") else None
    if end is not None and end < start:
        raise CodebookError(f"{where}: {row['name']} leaves office on {end}, before {start}; swap or correct the days")
    return Office(row["name"], row["office"], row.get("country", ""), row["sector"], start, end)


def read_persons(rows: Iterable[Mapping[str, str]], where: str) -> dict[str, Person]:
    """Give the persons of a table's rows by name; raises CodebookError for a day or gender it cannot read."""
    found: dict[str, Person] = {}
    for number, row in enumerate(rows, start=2):
        place = f"{where}, line {number}"
        if row["gender"] not in {"m", "f", "x"}:
            raise CodebookError(f"{place}: the gender {row['gender']!r} is none of m, f, x")
        old = found.get(row["name"]) or Person(row["name"], (), row["gender"], ())
        aliases = (*old.aliases, *(a for a in row.get("aliases", "").split(";") if a))
        held = tuple(sorted((*old.offices, _office(row, place)), key=lambda o: o.start))
        found[row["name"]] = Person(
            old.name, tuple(dict.fromkeys(aliases)), old.gender, held, old.wikidata or row.get("wikidata", "")
        )
    return found


@lru_cache(maxsize=1)
def persons() -> Mapping[str, Person]:
    """Give the persons of the package's table, by name."""
    return read_persons(read_csv("persons.csv", _REQUIRED), "persons.csv")


def rank_of(office: str) -> int:
    """Give the rank of an office of persons.csv: 1 leads a state or body, 2 a minister and the like, 3 any other."""
    title = titles().get(tuple(p.lower() for p in pieces(office)))
    return title.rank if title else 3


def offices(people: Iterable[Person]) -> dict[tuple[str, str], tuple[Office, ...]]:
    """Give the offices by country and title, latest first."""
    index: dict[tuple[str, str], list[Office]] = {}
    for person in people:
        for office in person.offices:
            index.setdefault((office.country, office.title), []).append(office)
    return {k: tuple(sorted(v, key=lambda o: o.start, reverse=True)) for k, v in index.items()}


def _titles() -> Iterator[tuple[tuple[str, ...], Title]]:
    for row in read_csv("titles.csv", ("phrase", "sector", "rank", "source")):
        known = tuple(o for o in row["offices"].split(";") if o)
        key = tuple(p.lower() for p in pieces(row["phrase"]))
        yield key, Title(row["phrase"], known, row["sector"], int(row["rank"]), row["gender"])


@lru_cache(maxsize=1)
def titles() -> Mapping[tuple[str, ...], Title]:
    """Give the titles by their words in lower case (`("prime", "minister")`)."""
    return dict(_titles())
