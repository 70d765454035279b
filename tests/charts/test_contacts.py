"""Who deals with whom, who fell silent, calls around attacks."""

import datetime as dt

import pytest

from dashlib.charts.around import Balance, around, balance, major, nearby, sentence
from dashlib.charts.dated import days_of, periods_of, took_place
from dashlib.charts.gaps import gaps, lines, silences
from dashlib.charts.matrix import countries_of, matrix, pairs, people_of

D = dt.date
UNTIL = D(2025, 6, 1)


def _on(day, **row):
    return {"date_start": day, "date_end": day} | row


def _picks(figure):
    return {tuple(d[0].split()) for t in figure.data if t.customdata is not None for d in t.customdata}


@pytest.fixture
def calls(make):
    """Give three calls of A and B, one of A and C, one that is only planned, one dated to a year."""
    return make(
        _on(D(2025, 1, 1)),
        _on(D(2025, 1, 11)),
        _on(D(2025, 4, 1), actors=["B", "A"]),
        _on(D(2025, 5, 1), actors=["A", "C"]),
        _on(D(2025, 7, 1), status="planned"),
        {"date_start": D(2025, 1, 1), "date_end": D(2025, 12, 31)},
    )


def test_pairs_are_counted_whoever_comes_first(calls):
    """A row a pair, the busiest first, with what is only planned and the first and last day."""
    table = pairs(calls, calls["actors"])
    assert table[["One", "Other", "Events", "Planned"]].to_numpy().tolist() == [["A", "B", 5, 1], ["A", "C", 1, 0]]
    assert table["First"].tolist()[0] == D(2025, 1, 1)
    assert table["Last"].tolist()[0] == D(2025, 12, 31)
    assert table["Event ids"].tolist()[1] == ["e3"]


def test_a_gathering_is_all_its_pairs(make):
    """Three who meet are three pairs; one alone is none, and a name said twice is one."""
    assert len(pairs(make({}), [["A", "B", "C"]])) == 3
    assert pairs(make({}, {}), [["A"], ["A", "A"]]).empty


def test_sides_are_people_or_countries(make):
    """States are no people; codes give the countries, each once; a code without a country gives none."""
    events = make({"actors": ["Ann", "Chile", "NATO"], "actor_codes": ["CHL GOV", "CHL", "IGO"]})
    assert people_of(events, {"Ann"}) == [["Ann"]]
    assert countries_of(events) == [["Chile"]]


def test_the_matrix_has_both_sides_of_each_pair(calls, view):
    """Each pair is two squares with the number; a click tells its events."""
    figure = matrix(pairs(calls, calls["actors"]), "call", view)
    numbers = [n for t in figure.data if t.type == "scatter" for n in t.text]
    assert sorted(numbers) == ["1", "1", "5", "5"]
    assert ("e3",) in _picks(figure)
    assert [t.strip() for t in figure.layout.yaxis.ticktext] == ["A", "B", "C"]


def test_a_small_matrix_keeps_the_busiest_pairs_whole(calls, view):
    """Where there is room for two names only, they are those of the busiest pair."""
    figure = matrix(pairs(calls, calls["actors"]), "call", view, most=2)
    assert [t.strip() for t in figure.layout.yaxis.ticktext] == ["A", "B"]


def test_the_longest_silence_is_between_calls_that_took_place(calls):
    """Planned calls break no silence, vague dates neither."""
    (first, *_) = made = lines(calls, calls["actors"])
    assert first.pair == "A – B"
    assert first.longest == (D(2025, 1, 11), D(2025, 4, 1))
    table = silences(made, UNTIL).set_index("Pair")
    assert table.loc["A – B", ["Days with a call", "Days since", "Longest silence"]].tolist() == [3, 61, 80]
    assert table["Longest silence"].isna().tolist() == [False, True]


def test_the_longest_silent_come_first(make):
    """The table begins with the pair that has not spoken for longest; nobody is silent for less than no day."""
    events = make(_on(D(2025, 5, 30)), _on(D(2025, 1, 1), actors=["C", "D"]), _on(D(2025, 6, 9), actors=["E", "F"]))
    table = silences(lines(events, events["actors"]), UNTIL)
    assert table["Pair"].tolist() == ["C – D", "A – B", "E – F"]
    assert table["Days since"].tolist() == [151, 2, 0]


def test_of_a_large_gathering_nobody_can_say_who_spoke(make):
    """Six on one call are no fifteen pairs."""
    assert lines(make({}), [list("ABCDEF")]) == []


def test_the_gaps_are_drawn_with_their_days(calls, view):
    """Marks for the calls, a thick line with its length, a dotted one to the newest report."""
    figure = gaps(lines(calls, calls["actors"]), UNTIL, view)
    thick = next(t for t in figure.data if t.name == "Longest silence")
    assert list(thick.x[:2]) == ["2025-01-11", "2025-04-01"]
    assert "80 days" in next(t for t in figure.data if t.mode == "text").text
    dotted = next(t for t in figure.data if t.name == "Silence since")
    assert set(dotted.x[1::3]) == {"2025-06-01"}
    assert _picks(figure) == {("e0",), ("e1",), ("e2",), ("e3",)}


ATTACK = {"kind": "offensive", "actors": ["Russia"], "actor_codes": ["RUS"], "country": "UKR", "title": "An offensive"}


@pytest.mark.parametrize(
    ("row", "counts"),
    [
        ({}, True),
        ({"kind": "capture"}, True),
        ({"kind": "strike"}, False),
        ({"kind": "strike", "independent_sources": 2}, True),
        ({"kind": "clash", "independent_sources": 9}, False),
        ({"status": "planned"}, False),
        ({"date_start": D(2025, 1, 1), "date_end": D(2025, 12, 31)}, False),
    ],
)
def test_what_a_major_attack_is(make, row, counts):
    """Offensives and captures, and strikes that two report; they took place and are dated."""
    assert len(major(make(ATTACK | row))) == counts


def test_calls_stand_within_a_week_of_an_attack_of_their_countries(make):
    """Before is negative; a call eight days off, or between other countries, stands apart; the place's country counts."""
    attacks = make(ATTACK | _on(D(2025, 3, 10)))
    codes = {"actor_codes": ["USA GOV", "UKR GOV"]}
    calls = make(
        codes | _on(D(2025, 3, 8)),
        codes | _on(D(2025, 3, 18)),
        {"actor_codes": ["CHL GOV", "PER GOV"]} | _on(D(2025, 3, 9)),
        {"actor_codes": ["RUS GOV", "CHN GOV"]} | _on(D(2025, 3, 10)),
        codes | _on(D(2025, 3, 12), status="planned"),
    )
    table = nearby(attacks, calls)
    assert list(zip(table["Call id"], table["Days"], strict=True)) == [("e0", -2), ("e3", 0)]
    found = balance(table, attacks, calls)
    assert found[:3] == (1, 1, 0)
    assert found.usual == pytest.approx(7 * 3 / 11)


def test_the_attack_stands_at_day_zero(make, view):
    """Calls to the left and right of it by days; both can be clicked."""
    attacks = make(ATTACK | _on(D(2025, 3, 10)) | {"event_id": "attack"})
    calls = make({"actor_codes": ["RUS GOV", "CHN GOV"]} | _on(D(2025, 3, 13)))
    figure = around(nearby(attacks, calls), view)
    at = {t.customdata[0][0]: float(t.x[0]) for t in figure.data}
    assert at == {"attack": 0, "e0": 3}


def test_order_is_never_told_as_cause():
    """The sentence of counts says so itself."""
    assert "does not say that it is because of it" in sentence(Balance(1, 0, 2, 0.5))


def test_no_rows_make_empty_charts(make, view):
    """Empty frames are no error."""
    none = make()
    for figure in (
        matrix(pairs(none, []), "call", view), gaps([], UNTIL, view), around(nearby(none, none), view),
    ):  # fmt: skip
        assert figure.layout.annotations[0].text == "No events match"
    assert silences([], UNTIL).empty
    assert balance(nearby(none, none), none, none) == (0, 0, 0, 0)


def test_a_day_stands_for_what_is_known_to_a_month(make):
    """The last possible day counts; a quarter is too vague."""
    events = make({"date_end": D(2025, 3, 7)}, {"date_end": D(2025, 5, 31)}, {"date_end": None, "status": "planned"})
    days, known = days_of(events)
    assert known.tolist() == [True, False, False]
    assert D.fromordinal(int(days[0])) == D(2025, 3, 7)
    assert took_place(events).tolist() == [True, True, False]


@pytest.mark.parametrize(
    ("first", "last", "number", "period"),
    [(D(2025, 3, 5), D(2025, 3, 17), 3, "week"), (D(2023, 1, 31), D(2025, 1, 1), 25, "month")],
)
def test_periods_are_weeks_until_there_are_too_many(first, last, number, period):
    """Weeks begin on Monday; beyond a year and a half months are told."""
    starts, name = periods_of([first.toordinal(), last.toordinal()])
    assert (len(starts), name) == (number, period)
    assert starts[0].weekday() == 0 if period == "week" else starts[0].day == 1
