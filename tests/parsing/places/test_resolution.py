"""Namesakes are told apart by what a text says and where else it plays."""

import sqlite3

import pytest

from dashlib.codebook.gazetteer import index_path
from dashlib.parsing.places import resolve_places


def placed(text):
    """Give division and country of the name in square brackets; every other name in angle brackets is a span, too."""
    spans, clean, target = [], "", None
    for c in text:
        if c in "[<":
            spans.append([len(clean), 0])
            target = len(spans) - 1 if c == "[" else target
        elif c in "]>":
            spans[-1][1] = len(clean)
        else:
            clean += c
    row = resolve_places(clean, [tuple(s) for s in spans]).iloc[target]
    return row["name"], row["admin1"], row["country"]


@pytest.mark.parametrize(
    ("text", "name", "admin1", "country"),
    [
        # the larger place is said
        ("They left [Athens], <Georgia>, at dawn.", "Athens", "Georgia", "USA"),
        ("The mayor of [Valencia], <Venezuela>, resigned.", "Valencia", "Carabobo", "VEN"),
        ("A court in [Cambridge], <Mass.>, ruled.", "Cambridge", "Massachusetts", "USA"),
        ("A flood hit [Tripoli] in northern <Lebanon>.", "Tripoli", "", "LBN"),
        ("<Egypt>'s [Alexandria] reopened its port.", "Alexandria", "", "EGY"),
        # other names of the text
        ("Rain fell on <Memphis>, <Nashville> and [Lebanon] alike.", "Lebanon", "Tennessee", "USA"),
        ("<Beirut> and <Damascus> fear that [Lebanon] is next.", "Lebanon", "", "LBN"),
        ("<Tbilisi> and <Batumi> are far from Moscow; [Georgia] votes.", "Georgia", "", "GEO"),
        ("<Atlanta> and <Savannah> are dry; [Georgia] votes.", "Georgia", "Georgia", "USA"),
        ("<Toronto> and <Hamilton> sent crews to [London].", "London", "Ontario", "CAN"),
        ("<Paris> and <Berlin> sent envoys to [London].", "London", "England", "GBR"),
        ("<Kramatorsk>, <Sloviansk> and [Pokrovsk] were shelled.", "Pokrovsk", "Donetsk Oblast", "UKR"),
        # the kind is said
        ("Voters in [Kharkiv] region turned out.", "Kharkiv Oblast", "Kharkiv Oblast", "UKR"),
        # the usual reading where nothing is said
        ("They met in [Paris].", "Paris", "Île-de-France", "FRA"),
        ("They met in [Kharkiv].", "Kharkiv", "Kharkiv Oblast", "UKR"),
        ("They met in [Washington].", "Washington, D.C.", "District of Columbia", "USA"),
        ("They met in [Moscow].", "Moscow", "", "RUS"),
        ("The [Jordanian] envoy spoke.", "Jordan", "", "JOR"),
    ],
)
def test_the_place_is_chosen_by_its_surroundings(text, name, admin1, country):
    """The chosen place has the expected name and country, and division where one is given."""
    found = placed(text)
    assert (found[0], found[2]) == (name, country)
    assert not admin1 or found[1] == admin1


def test_a_mention_with_its_own_words_stands_apart_from_its_namesake():
    """Two towns of one name in one text are kept apart where each has its state."""
    text = "He moved from Springfield, Illinois, to Springfield, Massachusetts."
    spans = [(i, i + 11) for i in range(len(text)) if text.startswith("Springfield", i)]
    assert list(resolve_places(text, spans)["admin1"]) == ["Illinois", "Massachusetts"]


def test_a_long_text_is_resolved_within_bounds():
    """Hundreds of different names are resolved part by part, each in its own surroundings."""
    towns = ["Lviv", "Kyiv", "Odesa", "Dnipro", "Kharkiv", "Lima", "Quito", "Bogota", "Caracas", "Santiago"]
    keys = [n for n in _names(400) if n not in towns]
    text = " ".join(f"In {n}." for n in (*keys, *towns))
    spans = [(text.index(f" {n}.") + 1, text.index(f" {n}.") + 1 + len(n)) for n in (*keys, *towns)]
    found = resolve_places(text, spans)
    assert list(found["name"][-10:-5]) == ["Lviv", "Kyiv", "Odesa", "Dnipro", "Kharkiv"]


def _names(count):
    """Give names of towns in Peru."""
    with sqlite3.connect(index_path()) as db:
        rows = db.execute(
            "select distinct name from places where country = 'PER' and length(name) > 5 limit ?", (count,)
        )
        names = [name for (name,) in rows]
    db.close()
    return names
