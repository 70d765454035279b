"""The parts of merging by themselves: words, names, titles, what reports add up to, where they differ."""

import datetime as dt

import pytest

from dashlib.merging.actors import entity, is_person
from dashlib.merging.titles import joined, title
from dashlib.merging.words import Ordinal, figure, ordinals, stem, weigh


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the third round of talks", {Ordinal(3, "round")}),
        ("a second prisoner exchange", {Ordinal(2, "exchange")}),
        ("the EU's 18th sanctions package", {Ordinal(18, "package")}),
        ("rounds of talks", set()),
        ("on the first day", set()),
        ("for the third time since 2014", set()),
    ],
)
def test_numbers_in_a_series_are_found(text, expected):
    """Only what is counted as a series: a round, a package, an exchange."""
    assert ordinals(text) == expected


@pytest.mark.parametrize(
    ("quantity", "value"),
    [("at least 10,000 soldiers", 10000), ("2.5 million shells", 2.5e6), ("about 20%", 20), ("10 km advance", 10)],
)
def test_the_figure_of_a_quantity_is_read(quantity, value):
    """With thousands, decimals and scales."""
    assert figure(quantity) == value


def test_words_of_every_report_weigh_nothing():
    """Telling words make the weight, and forms of a word are one."""
    assert not {stem(w) for w in ("the", "said", "of")} & weigh("the minister said of the dam").keys()
    assert weigh("dams") == weigh("dam's")


@pytest.mark.parametrize(
    ("name", "code", "stands_for", "person"),
    [
        ("Vladimir Putin", "RUS GOV", "RUS", True),
        ("North Korea", "PRK GOV", "PRK", False),
        ("Armed Forces of Ukraine", "UKR MIL", "UKR", False),
        ("M23", "COD REB", "M23", False),
        ("Rapid Support Forces", "SDN PRM", "Rapid Support Forces", False),
        ("Hassan Nasrallah", "LBN REB", "Hezbollah", False),
        ("European leaders", "GOV", "European leaders", False),
        ("European Union", "IGO", "European Union", False),
        ("Jane Doe", "GOV", "Jane Doe", True),
        ("somebody", "", "somebody", False),
    ],
)
def test_whom_an_actor_stands_for(name, code, stands_for, person):
    """A leader and an army stand for the state; a rebel group, a union, an unknown for themselves."""
    assert (entity(name, code), is_person(name, code)) == (stands_for, person)


def event(kind: str, status: str = "happened", **given) -> dict:
    """Give an event's row with what its title needs."""
    codes = {"Vladimir Putin": "RUS GOV", "Hamas": "PSE REB"}
    roles = {r: given.get(r, []) for r in ("initiators", "recipients", "participants")}
    names = [n for r in roles.values() for n in r]
    return {"kind": kind, "status": status, **roles, "actors": names, "actor_codes": [codes.get(n, "") for n in names],
            "place": given.get("place", ""), "place_precision": given.get("precision", "settlement")}  # fmt: skip


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (event("call", participants=["A", "B"]), "Call between A and B"),
        (event("summit", "planned", participants=["A", "B"], place="Alaska"), "Planned summit of A and B in Alaska"),
        (event("strike", initiators=["Russia"], recipients=["Ukraine"], place="Odesa"), "Russian strike on Odesa"),
        (event("strike", initiators=["Armed Forces of Ukraine"], recipients=["Russia"]), "Ukrainian strike on Russia"),
        (
            event("strike", initiators=["United States", "Israel"], place="Natanz"),
            "American and Israeli strike on Natanz",
        ),
        (event("attack", initiators=["Hamas"], recipients=["Israel"]), "Hamas attack on Israel"),
        (event("capture", "denied", initiators=["Russia"], place="Pokrovsk"), "Denied Russian capture of Pokrovsk"),
        (event("visit", "cancelled", initiators=["A"], place="Beijing"), "Cancelled visit by A to Beijing"),
        (event("arms_transfer", initiators=["Germany"], recipients=["Ukraine"]), "Arms from Germany to Ukraine"),
        (event("protest", place="Tbilisi"), "Protest in Tbilisi"),
        (event("demand"), "Demand"),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_titles_are_plain_words(row, expected):
    """The fullest form whose parts are known."""
    assert title(row) == expected


def test_long_lists_end_in_others():
    """A title stays short."""
    assert joined(["A", "B", "C", "D"]) == "A, B, C and others"


STRIKE = {"initiators": ["Russia"], "recipients": ["Ukraine"], "place": "Odesa", "date": "2025-08-13"}


def merged(make, mention, *rows):
    """Give the one event of strikes on Odesa, told with differences."""
    quotes = ("Russian missiles hit the port of Odesa", "the strike on the port of Odesa with missiles")
    given = [mention("strike", quotes[n % 2], article=n + 1, **{**STRIKE, **row}) for n, row in enumerate(rows)]
    events = make(given, ["2025-08-14", "2025-08-14", "2025-08-15"]).consolidate().events
    assert len(events) == 1, events["title"].tolist()
    return events.iloc[0]


def test_figures_that_differ_are_kept_with_who_gives_them(make, mention):
    """Two counts of one barrage are one event that disagrees."""
    row = merged(
        make,
        mention,
        {"quantity": "5 people killed", "claimed_by": ["Ukraine"]},
        {"quantity": "at least 7 people killed", "claimed_by": ["Russia"]},
    )
    assert row["disagreements"] == ["number: 5 people killed (Ukraine) / at least 7 people killed (Russia)"]


def test_a_week_contains_a_day(make, mention):
    """No disagreement, and the day is the date."""
    row = merged(make, mention, {"date": "2025-08-11/2025-08-15", "precision": "week"}, {})
    assert (row["date_start"], row["date_end"], row["disagreements"]) == (
        dt.date(2025, 8, 13),
        dt.date(2025, 8, 13),
        [],
    )


def test_the_surest_report_speaks_and_sources_raise_confidence(make, mention):
    """Three outlets make it surer than the best of them."""
    row = merged(make, mention, {"confidence": 0.6}, {"confidence": 0.8}, {"confidence": 0.7})
    assert row["independent_sources"] == 3
    assert row["confidence"] == pytest.approx(1 - 0.2 * 0.8**2)
    assert row["quote"].startswith("the strike")


def test_a_syndicated_text_counts_once(make, mention, article):
    """A copy is another article and no other source; one outlet twice is one source."""
    rows = [mention("strike", "Russian missiles hit the port of Odesa", article=n, **STRIKE) for n in (1, 2, 3)]
    articles = [
        article(1, "2025-08-14", "Desk A"), article(2, "2025-08-14", "Desk B", duplicate_of="a01"),
        article(3, "2025-08-15", "Desk A"),
    ]  # fmt: skip
    row = make(rows, articles).consolidate().events.iloc[0]
    assert (row["articles"], row["independent_sources"], row["sources"]) == (3, 1, ["Desk A", "Desk B"])


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (["planned", "happened"], "happened"),
        (["happened", "planned"], "happened"),
        (["planned", "cancelled"], "cancelled"),
        (["possible", "planned"], "planned"),
        (["denied", "denied"], "denied"),
        (["happened", "denied"], "happened"),
        (["happened", "ongoing"], "ongoing"),
    ],
)
def test_the_status_is_that_of_the_latest_credible_report(make, mention, statuses, expected):
    """Done stays done; of plans the latest word counts; denied is what nobody affirms."""
    rows = [
        mention("summit", "the summit of the two presidents in Anchorage", article=n, participants=["Trump", "Putin"],
                date="2025-08-15", place="Anchorage", status=s)
        for n, s in enumerate(statuses, start=1)
    ]  # fmt: skip
    events = make(rows, ["2025-08-13", "2025-08-14"]).consolidate().events
    assert events["status"].tolist() == [expected]
