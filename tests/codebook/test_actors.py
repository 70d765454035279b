"""The actor tables are whole, agree with one another, and take the reader's own table."""

import datetime as dt
import re
from itertools import pairwise

import pytest

from dashlib.codebook.actors import TYPES, actor_rows, codebook
from dashlib.codebook.context import cues
from dashlib.codebook.offices import persons, rank_of, read_persons, titles
from dashlib.codebook.roles import roles
from dashlib.codebook.spelling import fold, pieces, slug
from dashlib.codebook.tables import read_csv
from dashlib.errors import CodebookError

# PLOVER manual 2024-02, and IGO and NGO of the codebook.
# fmt: off
SECTORS = frozenset({
    "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "REB", "PRM", "PTY", "UAF", "CVL", "BUS", "MED", "EDU", "JRN", "LAB",
    "REF", "OPP", "ELI", "REL", "IGO", "NGO",
})
# fmt: on
UNIQUE = frozenset({"president", "prime minister", "chancellor", "king", "emir", "sultan", "supreme leader"})


def test_every_state_has_a_code_and_most_have_a_demonym():
    """All ISO 3166 states and the three that it lacks or disputes are there, under one short name each."""
    states = codebook().states
    codes = {s.actor.country for s in states.values()}
    assert len(codes) >= 249
    assert {"XKX", "PSE", "TWN", "ESH"} <= codes
    assert all(re.fullmatch(r"[A-Z]{3}", c) for c in codes)
    sovereign = [s for s in states.values() if s.actor.type == "state"]
    assert len(sovereign) >= 193
    assert sum(bool(s.adjectives) for s in sovereign) >= 190


@pytest.mark.parametrize("table", ["states", "persons", "organisations", "forces", "groups", "roles", "titles"])
def test_every_row_names_its_source(table):
    """A table says where each row comes from."""
    assert all(row["source"] for row in read_csv(f"{table}.csv", ("source",)))


def test_there_are_hundreds_of_office_holders():
    """At least 800 persons, each office with its first day."""
    people = persons()
    assert len(people) >= 800
    assert all(o.start <= dt.date(2026, 12, 31) for p in people.values() for o in p.offices)


def test_types_and_sectors_are_plovers():
    """No actor has a type or sector outside the codebook."""
    rows = actor_rows(codebook())
    assert {r["type"] for r in rows} <= TYPES
    assert {r["sector"] for r in rows} <= SECTORS


def test_a_highest_office_has_one_holder_at_a_time():
    """Two persons never hold the presidency of a country for longer than a disputed handover."""
    book = codebook()
    for (country, title), held in book.offices.items():
        if title not in UNIQUE:
            continue
        for later, earlier in pairwise(held):
            overlap = (earlier.end or dt.date.max) - later.start
            assert overlap.days <= 130, f"{country} {title}: {earlier.person} and {later.person}"


@pytest.mark.parametrize(
    ("country", "title", "day", "name"),
    [
        ("RUS", "president", "2010-03-01", "Dmitry Medvedev"),
        ("RUS", "president", "2024-03-01", "Vladimir Putin"),
        ("USA", "president", "2021-01-21", "Joe Biden"),
        ("GBR", "prime minister", "2022-10-01", "Liz Truss"),
        ("DEU", "chancellor", "2020-06-01", "Angela Merkel"),
        ("UKR", "defence minister", "2024-06-01", "Rustem Umerov"),
        ("IRN", "supreme leader", "2015-06-01", "Ali Khamenei"),
        ("JPN", "prime minister", "2024-12-01", "Shigeru Ishiba"),
        ("", "nato chief", "2012-06-01", "Anders Fogh Rasmussen"),
        ("", "united nations chief", "2016-06-01", "Ban Ki-moon"),
    ],
)
def test_an_office_is_looked_up_by_day(country, title, day, name):
    """Who held an office depends on the day."""
    holder = codebook().holder(country, title, dt.date.fromisoformat(day))
    assert holder is not None
    assert holder.name == name


def test_an_unknown_or_shared_office_has_no_holder():
    """Nobody is guessed: a title that many hold, or a country without rows, gives None."""
    book, day = codebook(), dt.date(2025, 1, 1)
    assert book.holder("USA", "senator", day) is None
    assert book.holder("NRU", "president", day) is None


def test_sector_follows_the_office_of_the_day():
    """A person who changes office keeps the id and changes the sector."""
    book = codebook()
    fidan = [book.actor("Hakan Fidan", dt.date(y, 1, 1)) for y in (2015, 2025)]
    assert [a.code for a in fidan] == ["TUR SPY", "TUR GOV"]
    assert len({a.actor_id for a in fidan}) == 1


@pytest.mark.parametrize(
    ("state", "army"),
    [
        ("Ukraine", "Armed Forces of Ukraine"),
        ("United States", "Armed Forces of the United States"),
        ("Fiji", "Armed Forces of Fiji"),
        ("Israel", "Israel Defense Forces"),
    ],
)
def test_a_state_has_an_army(state, army):
    """`Armed Forces of X`, unless the service has its own name."""
    assert codebook().army(state).name == army


@pytest.mark.parametrize(
    ("office", "rank"),
    [("president", 1), ("nato chief", 1), ("foreign minister", 2), ("envoy", 3), ("hamas leader", 3)],
)
def test_offices_have_ranks(office, rank):
    """Leaders rank 1, ministers 2, other officials 3."""
    assert rank_of(office) == rank


def test_titles_and_roles_are_known_by_their_words():
    """Phrases are keyed by their words in small letters."""
    assert titles()["prime", "minister"].offices == ("prime minister",)
    assert roles()["soldiers",].becomes == "army"
    assert "led" not in cues().hyphenated


def test_every_ambiguous_name_is_an_actor_of_the_tables():
    """The table of ambiguous names points at actors that exist."""
    book = codebook()
    assert all(a.actor in book.states or a.actor in book.others for a in book.ambiguous.values())


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Erdoğan", "Erdogan"), ("Kırıkkale", "Kirikkale"), ("Łódź", "Lodz"), ("Lula", "Lula"), ("Björn", "Bjorn")],
)
def test_fold_drops_accents(text, folded):
    """Accents and letters that English lacks do not tell names apart."""
    assert fold(text) == folded


def test_pieces_and_slug():
    """Hyphens, stops and apostrophes fall away; an id has small letters."""
    assert pieces("Kim Jong-un") == ("Kim", "Jong", "un")
    assert pieces("U.S.") == ("US",)
    assert slug("Armed Forces of Ukraine") == "armed-forces-of-ukraine"


ROW = {
    "name": "A B",
    "gender": "f",
    "office": "president",
    "sector": "GOV",
    "country": "FJI",
    "valid_from": "2020-01-01",
}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"valid_from": "May 2020"}, "no day"),
        ({"valid_to": "2019-01-01"}, "leaves office"),
        ({"gender": "?"}, "gender"),
    ],
)
def test_a_broken_person_row_is_refused_with_its_line(change, message):
    """The error names the file, the line and what to do."""
    with pytest.raises(CodebookError, match=message) as caught:
        read_persons([{**ROW, **change}], "mine.csv")
    assert "mine.csv, line 2" in str(caught.value)


def test_the_readers_own_table_comes_first(tmp_path):
    """A row of the reader adds an actor, an alias or a person with an office."""
    lines = [
        "name,type,country,sector,aliases,office,gender,valid_from,valid_to",
        "Harbour Guard,armed_force,FJI,COP,HG;Port Watch,,,,",
        "Ada Lund,person,FJI,GOV,,foreign minister,f,2024-01-01,",
        "Ole Berg,person,FJI,BUS,,,,,",
    ]
    (tmp_path / "actors.csv").write_text("\n".join(lines), encoding="utf-8")
    book = codebook(str(tmp_path))
    assert book.actor("Harbour Guard").code == "FJI COP"
    assert [e.key for e in book.index["port"] if e.words == ("Port", "Watch")] == ["Harbour Guard"]
    assert book.holder("FJI", "foreign minister", dt.date(2025, 1, 1)).name == "Ada Lund"
    assert book.actor("Ole Berg").code == "FJI BUS"


def test_a_broken_table_of_the_reader_is_refused(tmp_path):
    """A type that the codebook lacks is named with the file."""
    (tmp_path / "actors.csv").write_text("name,type\nHarbour Guard,navy\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="navy"):
        codebook(str(tmp_path))


def test_a_folder_without_a_table_changes_nothing(tmp_path):
    """No actors.csv, no difference."""
    assert codebook(str(tmp_path)).index.keys() == codebook().index.keys()


def test_the_tables_fit_the_actors_frame():
    """Every row has the frame's columns; persons have a row an office."""
    from dashlib import schema

    frame = schema.frame("actors", actor_rows(codebook()))
    assert list(frame.columns) == schema.columns("actors")
    assert len(frame[frame.name == "Yair Lapid"]) == 2
