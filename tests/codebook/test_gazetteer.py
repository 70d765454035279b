"""The gazetteer finds places by name, and its index is built whole or not at all."""

import sqlite3
import threading
from pathlib import Path

import pytest

from dashlib.codebook import gazetteer as module
from dashlib.codebook import gazetteer_build
from dashlib.codebook.gazetteer import Gazetteer, How, gazetteer
from dashlib.codebook.gazetteer_sources import Entry, countries, own_places
from dashlib.codebook.gazetteer_ukraine import Village, official_names, villages
from dashlib.codebook.tables import read_csv
from dashlib.errors import CodebookError
from dashlib.types import PlacePrecision


def town(name, latitude, longitude, **more):
    """Give a town of the test's own."""
    values = {"place_id": name.lower(), "country": "UKR", "admin1": "", "feature": "settlement", "population": 1000}
    return Entry(name=name, latitude=latitude, longitude=longitude, **{**values, **more})


@pytest.mark.parametrize(
    ("written", "name", "country", "precision"),
    [
        ("Kyiv", "Kyiv", "UKR", "settlement"),
        ("Kiev", "Kyiv", "UKR", "settlement"),
        ("Odessa", "Odesa", "UKR", "settlement"),
        ("Dobropillya", "Dobropillia", "UKR", "settlement"),
        ("Kursk Oblast", "Kursk Oblast", "RUS", "region"),
        ("Kursk region", "Kursk Oblast", "RUS", "region"),
        ("Gaza Strip", "Gaza Strip", "PSE", "region"),
        ("Donbass", "Donbas", "UKR", "region"),
        ("Golan Heights", "Golan Heights", "SYR", "region"),
        ("Strait of Hormuz", "Strait of Hormuz", "", "other"),
        ("Khan Younis", "Khan Yunis", "PSE", "settlement"),
        ("El Fasher", "El Fasher", "SDN", "settlement"),
        ("Tigray", "Tigray", "ETH", "region"),
        ("Nagorno-Karabakh", "Nagorno-Karabakh", "AZE", "region"),
        ("Hmeimim", "Khmeimim Air Base", "SYR", "point"),
        ("Ivory Coast", "Ivory Coast", "CIV", "country"),
        ("Idlib Governorate", "Idlib Governorate", "SYR", "region"),
        ("W.Va.", "West Virginia", "USA", "region"),
    ],
)
def test_common_names_lead_to_one_place(written, name, country, precision):
    """The usual spellings of a place lead to its English name."""
    found = [n.place for n in gazetteer().named(written)]
    assert (name, country, PlacePrecision(precision)) in {(p.name, p.country, p.precision) for p in found}


def test_namesakes_are_all_given():
    """A name gives every place that has it, the most populous first."""
    found = [n.place for n in gazetteer().named("Tripoli")]
    assert {"LBY", "LBN"} <= {p.country for p in found}
    assert [p.population for p in found] == sorted((p.population for p in found), reverse=True)


def test_a_town_has_the_first_claim_to_its_division_s_name():
    """The name "Kharkiv" is the city by name, the oblast only by short form."""
    how = {n.place.precision: n.how for n in gazetteer().named("Kharkiv")}
    assert how[PlacePrecision.SETTLEMENT] is How.NAME
    assert how[PlacePrecision.REGION] is How.SHORT


def test_demonyms_and_codes_are_marked_as_such():
    """A demonym or an abbreviation is known, and told apart from a name."""
    assert [n.how for n in gazetteer().named("Sudanese")] == [How.DEMONYM]
    assert How.CODE in {n.how for n in gazetteer().named("KY")}


def test_a_place_is_found_by_its_id():
    """GeoNames numbers and dashlib's own ids lead to places; others to nothing."""
    assert gazetteer().place("703448").name == "Kyiv"
    assert gazetteer().place("x:donbas").precision is PlacePrecision.REGION
    assert gazetteer().place("x:nowhere") is None


def test_villages_that_geonames_lacks_say_that_they_are_vague():
    """A village of the codifier lies amid its community; its precision is district."""
    found = [n.place for n in gazetteer().named("Hrozove") if n.place.place_id.startswith("x:ua")]
    assert found
    assert all(p.precision is PlacePrecision.DISTRICT and p.latitude for p in found)


def test_threads_share_the_index():
    """Several threads may look up at once."""
    results = []
    workers = [threading.Thread(target=lambda: results.append(gazetteer().named("Goma"))) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [r[0].place.country for r in results] == ["COD"] * 4


def test_an_own_town_meets_the_same_town_of_geonames():
    """A row of dashlib's table takes id and people of the town of that name nearby, not of a far namesake."""
    near, far = town("Pokrovsk", 48.28, 37.18, place_id="1"), town("Pokrovsk", 61.5, 129.1, place_id="2", country="RUS")
    own = town("Pokrovsk", 48.3, 37.2, place_id="x:pokrovsk", rank=1, population=5)
    merged, other = gazetteer_build._absorb([own], [near, far])
    assert (merged.place_id, merged.population, merged.rank) == ("1", 1000, 1)
    assert other is far


def test_an_own_region_replaces_the_division_with_its_code():
    """Regions meet by ISO 3166-2."""
    division = town("Kurskaya", 51.0, 36.0, place_id="9", feature="region", iso="RU-KRS", country="RUS")
    own = town("Kursk Oblast", 51.7, 36.2, place_id="RU-KRS", feature="region", iso="RU-KRS", country="RUS", rank=1)
    (merged,) = gazetteer_build._absorb([own], [division])
    assert (merged.place_id, merged.name, merged.latitude) == ("9", "Kursk Oblast", 51.7)
    assert "Kurskaya" in merged.names


def test_a_village_lies_amid_its_community():
    """A village without coordinates gets the middle of the known ones of its community; a known one is not repeated."""
    known = [town("Alpha", 48.0, 37.0, admin1="R"), town("Beta", 48.2, 37.2, admin1="R")]
    settlements = [
        Village("UA1", "Альфа", "Alpha", "UA-14", "C1"),
        Village("UA2", "Бета", "Beta", "UA-14", "C1"),
        Village("UA3", "Гамма", "Hamma", "UA-14", "C1"),
        Village("UA4", "Дельта", "Delta", "UA-14", "C2"),
    ]
    (village,) = villages(settlements, known, {"UA-14": "R"})
    assert (village.name, village.latitude, village.longitude, village.feature) == ("Hamma", 48.1, 37.1, "district")
    assert official_names(settlements, {"UA-14": "R"})["R", "Альфа"] == "Alpha"


def test_the_index_is_moved_into_place_whole(tmp_path, monkeypatch):
    """A build leaves one complete file and no part; a failing one leaves nothing."""
    target = tmp_path / "deep" / "index.sqlite"
    monkeypatch.setattr(gazetteer_build, "entries", lambda _: iter([town("Alpha", 1.0, 2.0, names=("Alfa",))]))
    gazetteer_build.build(target)
    index = Gazetteer(target)
    assert [n.place.name for n in index.named("Alfa")] == ["Alpha"]
    index.close()

    def broken(_):
        raise CodebookError("no")
        yield

    monkeypatch.setattr(gazetteer_build, "entries", broken)
    with pytest.raises(CodebookError):
        gazetteer_build.build(tmp_path / "deep" / "other.sqlite")
    assert list(target.parent.iterdir()) == [target]


def test_builders_that_start_at_once_do_not_disturb_each_other(tmp_path, monkeypatch):
    """Two builds of the same file at the same time both end well, and the file is whole."""
    target = tmp_path / "index.sqlite"
    monkeypatch.setattr(gazetteer_build, "entries", lambda _: (town(f"Town{i}", 1.0, 2.0) for i in range(2000)))
    workers = [threading.Thread(target=gazetteer_build.build, args=(target,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert list(tmp_path.iterdir()) == [target]
    with sqlite3.connect(target) as db:
        assert db.execute("select count(*) from places").fetchone() == (2000,)
    db.close()


def test_the_reader_s_own_places_are_read(tmp_path):
    """A reader's places.csv has the columns of dashlib's; its rows count as curated."""
    table = tmp_path / "places.csv"
    table.write_text(
        "place_id,name,latitude,longitude,country,precision,aliases,source\n"
        "x:camp-echo,Camp Echo,10.5,20.25,TCD,point,Echo Base;Echo,our own survey\n",
        encoding="utf-8",
    )
    entry = list(own_places(table))[-1]
    assert (entry.name, entry.curated, entry.feature, entry.rank) == ("Camp Echo", ("Echo Base", "Echo"), "point", 1)


def test_a_reader_s_table_makes_another_index(tmp_path):
    """The index is named after all it is made of, so that a changed table is never answered from an old one."""
    table = tmp_path / "places.csv"
    table.write_text("a\n", encoding="utf-8")
    first = module._hash(table)
    table.write_text("b\n", encoding="utf-8")
    assert len({module._hash(None), first, module._hash(table)}) == 3


def test_a_build_that_fails_says_why(tmp_path):
    """A reader's table that lacks a column is reported with its file and column."""
    table = tmp_path / "places.csv"
    table.write_text("place_id,name\nx:a,A\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="latitude"):
        module._build(tmp_path / "index.sqlite", table)


def test_every_own_row_is_sound():
    """Own places have their own ids, coordinates on the globe, a known precision and country, and a source."""
    known = {e.country for e in countries()} | {""}
    rows = list(own_places())
    assert len({r.place_id for r in rows}) == len(rows) >= 400
    assert all(-90 <= r.latitude <= 90 and -180 <= r.longitude <= 180 for r in rows)
    assert all(PlacePrecision(r.feature) and r.country in known for r in rows)
    assert all(row["source"] for row in read_csv("places.csv"))


def test_the_cache_falls_back_where_it_cannot_be_written(monkeypatch, tmp_path):
    """A cache that is a file, not a folder, is passed over for the temporary folder."""
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("DASHLIB_CACHE", str(blocked))
    assert module._cache_folder() != Path(blocked)
