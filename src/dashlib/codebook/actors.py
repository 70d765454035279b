"""The actor codebook: states, bodies, forces, groups and persons by every name, and the reader's own table."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dashlib.codebook.context import cues
from dashlib.codebook.offices import Office, Person, offices, persons, read_persons
from dashlib.codebook.shortnames import by_surname, short_names
from dashlib.codebook.spelling import pieces, slug
from dashlib.codebook.tables import read_csv
from dashlib.errors import CodebookError
from dashlib.types import Actor

__all__ = ["TYPES", "Ambiguity", "Codebook", "Entry", "State", "actor_rows", "codebook"]

TYPES = frozenset({"person", "state", "government", "armed_force", "organisation", "group"})
_TABLES = ("organisations.csv", "forces.csv", "groups.csv")
_USER = "actors.csv"


class State(NamedTuple):
    """A state or territory: demonyms, capitals, the title of who leads it."""

    actor: Actor
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    leader: str

    @property
    def army(self) -> Actor:
        """Give its armed forces, under the codebook's name for them."""
        name = f"Armed Forces of {'the ' if self.actor.name.startswith('United') else ''}{self.actor.name}"
        return Actor(slug(name), name, "armed_force", self.actor.country, "MIL")


class Entry(NamedTuple):
    """One spelling in the index. `how`: name, alias, seat, capital, demonym, people, ethnic, folk.

    `key` is the actor's name; `words` the spelling as compared, `lower` in lower case; `upper` whether only capitals
    will do ("IS").
    """

    words: tuple[str, ...]
    lower: tuple[str, ...]
    key: str
    how: str
    upper: bool


class Ambiguity(NamedTuple):
    """A name with another reading: words of the article that speak for the actor or against it, and the default."""

    actor: str
    cues: frozenset[tuple[str, ...]]
    against: frozenset[tuple[str, ...]]
    default: bool


@dataclass(frozen=True)
class Codebook:
    """All tables, indexed. `index` maps the first word in lower case to spellings, longest first.

    `surnames` does so for short names of persons, `shorts` gives those of a person.
    """

    states: Mapping[str, State]
    others: Mapping[str, Actor]
    people: Mapping[str, Person]
    index: Mapping[str, tuple[Entry, ...]]
    surnames: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    shorts: Mapping[str, tuple[tuple[str, ...], ...]]
    offices: Mapping[tuple[str, str], tuple[Office, ...]]
    armies: Mapping[str, Actor]
    countries: Mapping[str, str]
    ambiguous: Mapping[tuple[str, ...], Ambiguity]
    aliases: Mapping[str, tuple[str, ...]]

    def actor(self, key: str, day: dt.date | None = None) -> Actor:
        """Give the actor of a name of the tables; a person with the office of the day."""
        if key in self.people:
            return self.people[key].actor(day)
        return self.states[key].actor if key in self.states else self.others[key]

    def army(self, state: str) -> Actor:
        """Give the armed forces of a state."""
        return self.armies.get(state) or self.states[state].army

    def holder(self, country: str, title: str, day: dt.date | None) -> Person | None:
        """Give who held the office on the day, or now where no day is known.

        None where the tables do not know, or where many hold such an office at a time ("a Ruritanian envoy").
        """
        rows = self.offices.get((country, title), ())
        held = [o for o in rows if (o.end is None if day is None else o.held(day))]
        if title in cues().shared_offices:
            return None
        return self.people[held[0].person] if held else None


def _split(value: str) -> tuple[str, ...]:
    return tuple(v.strip() for v in value.split(";") if v.strip())


def _entries(key: str, spellings: Iterable[str], how: str) -> Iterator[Entry]:
    for spelling in spellings:
        words = pieces(spelling)
        if words:
            short = len(words) == 1 and len(words[0]) > 1 and words[0].isupper() and len(words[0]) <= 5
            yield Entry(words, tuple(w.lower() for w in words), key, how, short)


def _state(row: Mapping[str, str]) -> State:
    actor = Actor(row["wikidata"] or slug(row["name"]), row["name"], row["type"], row["alpha3"], row["sector"])
    return State(actor, _split(row["adjectives"]), _split(row["nouns"]), row["leader"])


def _states() -> tuple[dict[str, State], list[Entry]]:
    states: dict[str, State] = {}
    entries: list[Entry] = []
    for row in read_csv("states.csv", ("name", "alpha3", "type", "sector", "source")):
        name = row["name"]
        states[name] = _state(row)
        entries += _entries(name, [name], "name")
        for column, how in (
            ("aliases", "alias"), ("capital", "capital"), ("seats", "seat"), ("adjectives", "demonym"),
            ("nouns", "people"),
        ):  # fmt: skip
            entries += _entries(name, _split(row[column]), how)
    return states, entries


def _peoples() -> tuple[dict[str, Actor], list[Entry]]:
    """Peoples and regions that are no states: an adjective ("Kurdish") and a plural ("Kurds")."""
    actors: dict[str, Actor] = {}
    entries: list[Entry] = []
    for row in read_csv("peoples.csv", ("adjective", "name", "source")):
        actors[row["name"]] = Actor(slug(row["name"]), row["name"], "group", row["country"], "CVL")
        entries += _entries(row["name"], [row["adjective"]], "ethnic")
        entries += _entries(row["name"], _split(row["people"]), "folk")
    return actors, entries


def _other(row: Mapping[str, str], where: str) -> Actor:
    if row["type"] not in TYPES:
        raise CodebookError(
            f"{where}: {row['name']} has the type {row['type']!r}; use one of {', '.join(sorted(TYPES))}"
        )
    identity = row.get("actor_id") or row.get("wikidata") or slug(row["name"])
    return Actor(identity, row["name"], row["type"], row.get("country", ""), row.get("sector", ""))


def _others() -> tuple[dict[str, Actor], dict[str, tuple[str, ...]]]:
    actors: dict[str, Actor] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    for table in _TABLES:
        for row in read_csv(table, ("name", "type", "source")):
            if row["name"] in actors:
                raise CodebookError(f"{table}: {row['name']} is listed twice; keep one line and join the aliases")
            actors[row["name"]] = _other(row, table)
            aliases[row["name"]] = _split(row["aliases"])
    return actors, aliases


def _countries(states: Mapping[str, State]) -> dict[str, str]:
    """Give the state's name by code; where a de facto authority shares it, the state that came first."""
    found: dict[str, str] = {}
    for name, state in states.items():
        found.setdefault(state.actor.country, name)
    return found


def _armies(
    others: Mapping[str, Actor], aliases: Mapping[str, tuple[str, ...]], states: Mapping[str, State]
) -> dict[str, Actor]:
    """Give each state's army its name in the tables, where they have one ("Israel Defense Forces")."""
    found = {}
    for name, state in states.items():
        wanted = {state.army.name, f"Armed Forces of {name}", *(f"{a} army" for a in state.adjectives)}
        for other, spellings in aliases.items():
            if wanted & {other, *spellings} and others[other].type == "armed_force":
                found[name] = others[other]
                break
    return found


def _ambiguous() -> dict[tuple[str, ...], Ambiguity]:
    found = {}
    for row in read_csv("ambiguous.csv", ("name", "actor", "default", "source")):
        cues, against = (frozenset(map(pieces, _split(row[c]))) for c in ("for_actor", "for_other"))
        found[pieces(row["name"])] = Ambiguity(row["actor"], cues, against, row["default"] == "actor")
    return found


def _user(folder: str) -> tuple[dict[str, Actor], dict[str, Person], dict[str, tuple[str, ...]]]:
    """Read the reader's own actors.csv: an office makes a row a person, anything else an actor."""
    path = Path(folder) / _USER if folder else None
    if path is None or not path.exists():
        return {}, {}, {}
    rows = read_csv(path, ("name", "type"))
    held = [
        {"gender": "x", "sector": "GOV", "valid_from": "1900-01-01", **{k: v for k, v in r.items() if v}} for r in rows
    ]
    people = read_persons([{"office": "", **r} for r in held if r["type"] == "person"], str(path))
    others = {r["name"]: _other(r, str(path)) for r in rows if r["type"] != "person"}
    return others, people, {r["name"]: _split(r.get("aliases", "")) for r in rows}


def _index(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    index: dict[str, list[Entry]] = defaultdict(list)
    for entry in dict.fromkeys(entries):
        index[entry.words[0].lower()].append(entry)
    return {k: tuple(sorted(v, key=lambda e: -len(e.words))) for k, v in index.items()}


@lru_cache(maxsize=4)
def codebook(user_tables: str = "") -> Codebook:
    """Give the codebook, with the reader's actors.csv in the folder `user_tables` put before the package's rows.

    Raises CodebookError where a table breaks its rules.
    """
    states, entries = _states()
    others, aliases = _others()
    own, own_people, own_aliases = _user(user_tables)
    people = {**persons(), **own_people}
    named = {**others, **own}
    aliases |= {k: v for k, v in own_aliases.items() if k in own}
    ethnic, adjectives = _peoples()
    named = {**ethnic, **named}
    spelled: list[Entry] = []
    for name in own:
        spelled += [*_entries(name, [name], "name"), *_entries(name, aliases[name], "alias")]
    for person in (*own_people.values(), *people.values()):
        many = [a for a in person.aliases if len(pieces(a)) > 1]
        spelled += [*_entries(person.name, [person.name], "name"), *_entries(person.name, many, "alias")]
    for name in others:
        spelled += [*_entries(name, [name], "name"), *_entries(name, aliases[name], "alias")]
    book = Codebook(
        states, named, people, _index([*spelled, *entries, *adjectives]), by_surname(people.values()),
        {p.name: short_names(p) for p in people.values()},
        offices(people.values()),
        _armies(named, aliases, states), _countries(states), _ambiguous(), aliases,
    )  # fmt: skip
    _check(book)
    return book


def _check(book: Codebook) -> None:
    for words, ambiguity in book.ambiguous.items():
        if ambiguity.actor not in book.states and ambiguity.actor not in book.others:
            raise CodebookError(f"ambiguous.csv: {' '.join(words)} stands for {ambiguity.actor!r}, which no table has")


def actor_rows(book: Codebook) -> list[dict[str, object]]:
    """Give the rows of the actors frame: one an actor, for persons one an office."""
    actors = (*(s.actor for s in book.states.values()), *book.others.values())
    rows: list[dict[str, object]] = [{**a._asdict(), "aliases": list(book.aliases.get(a.name, ()))} for a in actors]
    for person in book.people.values():
        rows.extend(_office_row(person, office) for office in person.offices)
    return rows


def _office_row(person: Person, office: Office) -> dict[str, object]:
    identity = person.actor(office.start)._asdict()
    held = {"valid_from": office.start, "valid_to": office.end, "wikidata": person.wikidata}
    return {**identity, **held, "country": office.country, "sector": office.sector, "aliases": list(person.aliases)}
