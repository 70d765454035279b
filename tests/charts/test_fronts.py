"""The front by place and week, numbers claimed, claims against denials."""

import datetime as dt

import pytest
from tests.ui.sample import frames

from dashlib import schema
from dashlib.charts import View
from dashlib.charts.disputes import disputed, disputes
from dashlib.charts.front import by_period, front, summary
from dashlib.charts.labels import labelled
from dashlib.charts.numbers import REPORTS, claimed, in_figures, measures, numbers
from dashlib.schema import Frames

D = dt.date
ODESA = {"kind": "strike", "place": "Odesa", "country": "UKR"}
KHARTOUM = {"kind": "clash", "place": "Khartoum", "country": "SDN"}


def _on(day, **row):
    return {"date_start": day, "date_end": day} | row


def _world(make, events, mentions, quantities=()):
    """Give frames of a few events with their mentions, each of an article of its own, and numbers."""
    base = {"status": "happened", "date_start": D(2025, 3, 1), "date_end": D(2025, 3, 1), "claimed_by": []}
    said = [base | {"mention_id": f"m{i}", "article_id": f"a{i}"} | m for i, m in enumerate(mentions)]
    articles = [
        {"article_id": m["article_id"], "source": f"Paper {m['article_id']}", "published_end": D(2025, 3, 2)}
        for m in said
    ]
    return Frames.of(
        events=make(*events),
        mentions=schema.frame("mentions", said),
        articles=schema.frame("articles", articles),
        quantities=schema.frame("quantities", [{"modifier": "exact"} | q for q in quantities]),
    )


def test_the_front_counts_a_place_and_week(make):
    """Two strikes of one week are one cell; what has no place or is dated to a year is left out."""
    events = make(
        _on(D(2025, 3, 3)) | ODESA, _on(D(2025, 3, 9)) | ODESA, _on(D(2025, 3, 10)) | ODESA, _on(D(2025, 3, 3)) | KHARTOUM,
        {"kind": "strike"}, {"date_start": D(2025, 1, 1), "date_end": D(2025, 12, 31)} | ODESA,
    )  # fmt: skip
    table = by_period(events)
    assert table[["Place", "Beginning", "Events", "Kinds"]].to_numpy().tolist() == [
        ["Khartoum", D(2025, 3, 3), 1, "Clash 1"],
        ["Odesa", D(2025, 3, 3), 2, "Strike 2"],
        ["Odesa", D(2025, 3, 10), 1, "Strike 1"],
    ]
    assert table["Event ids"].tolist()[1] == ["e0", "e1"]
    assert summary(table) == "4 events at 2 places by week; most in Odesa, week of 3 Mar 2025: 2"


def test_the_front_is_drawn_by_country_with_its_weeks(make, view):
    """The busiest country is above; a cell says its place and week, and tells its events."""
    figure = front(by_period(make(_on(D(2025, 3, 3)) | KHARTOUM, *[_on(D(2025, 3, 12)) | ODESA] * 3)), view)
    assert [t.strip() for t in figure.layout.yaxis.ticktext] == ["Odesa", "Khartoum"]
    told = {tuple(d) for t in figure.data if t.customdata is not None for d in t.customdata}
    assert ("e1 e2 e3", "Odesa, week of 10 Mar 2025", "Strike 3") in told


def test_numbers_keep_how_they_were_said(make):
    """At least, about, a range; people killed and drones by their names; without a claimant the report speaks."""
    world = _world(
        make,
        [ODESA],
        [{"event_id": "e0", "claimed_by": ["Ukraine"]}, {"event_id": "e0", "date_start": None, "date_end": None}],
        [
            {"mention_id": "m0", "value": 5, "unit": "people", "of": "killed", "modifier": "at_least"},
            {"mention_id": "m1", "value": 40, "value_high": 50, "unit": "items", "of": "drones", "modifier": "range"},
            {"mention_id": "m1", "value": 10, "unit": "km", "of": "advance"},
        ],
    )
    table = claimed(world)
    rows = {
        r["Measure"]: (r["On"], r["Claimed by"], in_figures(r["Number"], r["To"], r["Modifier"]))
        for _, r in table.iterrows()
    }
    assert rows == {
        "people killed": (D(2025, 3, 1), "Ukraine", "≥ 5"),
        "drones": (D(2025, 3, 2), REPORTS, "40–50"),
        "km of advance": (D(2025, 3, 2), REPORTS, "10"),
    }


def test_a_number_that_is_repeated_is_one_claim(make):
    """Copies of one claim of one event do not stand beside each other; another claimant's does."""
    said = [{"event_id": "e0", "claimed_by": [who]} for who in ("Ukraine", "Ukraine", "Russia")]
    five = {"value": 5, "unit": "people", "of": "killed"}
    world = _world(make, [ODESA], said, [five | {"mention_id": f"m{i}"} for i in range(3)])
    assert sorted(claimed(world)["Claimed by"]) == ["Russia", "Ukraine"]


def test_the_most_frequent_measure_comes_first_then_ground(make):
    """What is counted most often is shown first, kilometres before the rest."""
    units = [("people", "killed"), ("people", "killed"), ("items", "tanks"), ("km", "advance")]
    rows = [{"mention_id": "m0", "value": n, "unit": u, "of": of} for n, (u, of) in enumerate(units)]
    table = claimed(_world(make, [ODESA], [{"event_id": "e0"}], rows))
    assert measures(table) == {"people killed": 2, "km of advance": 1, "tanks": 1}
    assert list(measures(table)) == ["people killed", "km of advance", "tanks"]


def test_larger_numbers_have_larger_discs_in_the_lane_of_their_claimant(make, view):
    """A lane a claimant; area grows with the number; numbers that would cross are left to the hover."""
    said = [{"event_id": "e0", "claimed_by": [who]} for who in ("Ukraine", "Russia", "Russia")]
    rows = [{"mention_id": f"m{i}", "value": v, "unit": "people", "of": "killed"} for i, v in enumerate((100, 25, 24))]
    disc = numbers(claimed(_world(make, [ODESA], said, rows)), view).data[0]
    assert sorted(disc.y) == [0, 0, 1]
    size = dict(zip((d[2] for d in disc.customdata), disc.marker.size, strict=True))
    assert size["100 people killed"] - 9 == pytest.approx(2 * (size["25 people killed"] - 9))
    assert sorted(disc.text) == ["", "100", "25"]


def test_a_claim_stands_against_its_denial(make, view):
    """Both sides of a contested event are named and counted by articles; an event that nobody contests is left out."""
    world = _world(
        make,
        [ODESA | {"disagreements": ["whether it happened: yes / no"]}, KHARTOUM],
        [
            {"event_id": "e0", "claimed_by": ["Russia"]},
            {"event_id": "e0"},
            {"event_id": "e0", "status": "denied", "claimed_by": ["Ukraine"]},
            {"event_id": "e1"},
        ],
    )
    table = disputed(world)
    assert table[["Said by", "Reports", "Denied by", "Denials", "Differs on"]].to_numpy().tolist() == [
        ["Russia and Paper a1", 2, "Ukraine", 1, "whether it happened"]
    ]
    left, right = disputes(table, view).data
    assert (list(left.x), list(right.x)) == ([-2], [1])
    assert left.customdata[0][0] == "e0"


@pytest.mark.parametrize(
    ("claim", "reports"),
    [
        (ODESA, 1),
        (ODESA | _on(D(2025, 3, 29)), 0),
        (ODESA | {"kind": "capture"}, 0),
        (ODESA | {"status": "planned"}, 0),
        (KHARTOUM | {"kind": "strike"}, 0),
    ],
)
def test_a_denial_alone_meets_the_claims_of_its_place_and_time(make, claim, reports):
    """A claim that was not merged with its denial stands against it: of one kind, place and fortnight, and said as done."""
    status = claim.get("status", "happened")
    said = [{"event_id": "e0", "status": "denied", "claimed_by": ["Ukraine"]}, {"event_id": "e1", "status": status}]
    table = disputed(_world(make, [ODESA | {"status": "denied"}, claim], said))
    assert table["Reports"].tolist() == [reports]
    assert table["Event ids"].tolist() == [["e0", "e1"] if reports else ["e0"]]


def test_the_contested_capture_of_the_sample_has_both_sides():
    """The capture that one side claims and the other calls an invention is in the table."""
    table = disputed(frames())
    row = table[[ids[0] == "e-capture" for ids in table["Event ids"]]].iloc[0]
    assert row["Reports"] >= 1
    assert row["Denials"] >= 1


def test_no_rows_make_empty_charts(make, view):
    """Empty frames are no error."""
    nothing = Frames.of()
    for figure in (
        front(by_period(make()), view), numbers(claimed(nothing), view), disputes(disputed(nothing), view),
    ):  # fmt: skip
        assert figure.layout.annotations[0].text == "No events match"
    assert measures(claimed(nothing)) == {}
    assert summary(by_period(make())) == "No events with a place and a date."


def test_the_dates_asked_for_are_the_axis(make):
    """The filter's days, else those of the numbers."""
    rows = [{"mention_id": "m0", "value": 5, "unit": "people", "of": "killed"}]
    table = claimed(_world(make, [ODESA], [{"event_id": "e0"}], rows))
    asked = View(today=D(2025, 9, 1), since=D(2025, 1, 1), until=D(2025, 12, 31))
    low, high = numbers(table, asked).layout.xaxis.range
    assert "2024-12" < low <= "2025-01-01"
    assert "2025-12-31" <= high < "2026-01-15"
    low, high = numbers(table, View(today=D(2025, 9, 1))).layout.xaxis.range
    assert "2025-02" < low < "2025-03-01" < high < "2025-03-10"


def test_markup_in_a_label_is_shown_not_run():
    """Labels are escaped and cut."""
    assert labelled(["<b>x</b>", "abcdefghij"], 9) == ["&lt;b&gt;x&lt;/b&gt;  ", "abcdefgh…  "]
