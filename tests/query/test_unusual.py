"""Actors and pairs that stand out, and the statistic that says so."""

import datetime as dt

import numpy as np
import pytest
from scipy.stats import nbinom

from dashlib.query.period import DayRange, compared
from dashlib.query.unusual import chance, dispersion, enough, unusual

D = dt.date
MARCH = DayRange(D(2025, 3, 1), D(2025, 3, 28))
_YEAR = [D(2024, 3, 2) + dt.timedelta(7 * n) for n in range(52)]
_NOW = [D(2025, 3, 1) + dt.timedelta(7 * n) for n in range(4)]


def _call(day, *names, **more):
    return {"day": day, "participants": list(names)} | more


@pytest.mark.parametrize(("now", "past", "exposure"), [(3, 0, (4, 52)), (1, 12, (10, 30)), (17, 30, (13, 120))])
def test_the_chance_is_the_negative_binomials(now, past, exposure):
    """For whole counts it is the survival function that scipy has."""
    expected = nbinom.sf(now - 1, past + 0.5, exposure[1] / sum(exposure))
    assert chance(np.array([now]), np.array([past]), exposure)[0] == pytest.approx(expected)


def test_nothing_or_more_is_certain():
    """P(N >= 0) is 1."""
    assert chance(np.array([0.0]), np.array([3.0]), (1, 2))[0] == 1


def test_dispersion_tells_bursts_from_a_steady_flow():
    """Counts as a Poisson process has them give about 1, all in one slice far more; a single slice tells nothing."""
    flow = np.random.default_rng(7).poisson(6, size=(40, 13)).astype(float)
    assert dispersion(flow, np.ones(13)) == pytest.approx(1, abs=0.2)
    burst = np.zeros((5, 13))
    burst[:, 3] = 10
    assert dispersion(burst, np.ones(13)) == pytest.approx(10)
    assert dispersion(burst[:, :1], np.ones(1)) == 1


def test_a_pair_that_suddenly_calls_stands_out(events, articles):
    """Three calls where a year had none; the pair is named once, with what is usual and which kinds they are."""
    read = articles(*_YEAR, *_NOW)
    others = [_call(d, "Ann", "Bob") for d in (*_YEAR, *_NOW)]
    rows = events(*others, *(_call(d, "Zoe", "Yan") for d in _NOW[:3]))
    found = unusual(rows, read, compared(MARCH, read))
    pair = found[(found["one"] == "Yan") & (found["other"] == "Zoe")].iloc[0]
    assert (pair["now"], pair["usual"], pair["more"], pair["kinds"]) == (3, 0, True, {"call": 3})
    assert not found["one"].isin(["Ann", "Bob"]).any()


def test_an_actor_that_falls_silent_stands_out(events, articles):
    """Who is in the news every week and then is not, is named as one with fewer events."""
    read = articles(*_YEAR, *_NOW)
    found = unusual(events(*(_call(d, "Ann", "Bob") for d in _YEAR for _ in range(3))), read, compared(MARCH, read))
    ann = found[(found["one"] == "Ann") & (found["other"] == "")].iloc[0]
    assert not ann["more"]
    assert ann["usual"] == pytest.approx(3 * 52 / 364 * 28)


def test_more_articles_make_nobody_stand_out(events, articles):
    """Four times the calls out of four times the articles is what was to be expected."""
    read = articles(*_YEAR, *_NOW * 4)
    rows = events(*(_call(d, "Ann", "Bob") for d in (*_YEAR, *_NOW * 4)))
    assert unusual(rows, read, compared(MARCH, read)).empty


def test_two_events_are_too_few_to_stand_out(events, articles):
    """However rare they were before."""
    read = articles(*_YEAR, *_NOW)
    rows = events(*(_call(d, "Zoe", "Yan") for d in _NOW[:2]))
    assert unusual(rows, read, compared(MARCH, read)).empty


@pytest.mark.parametrize(("past", "now", "is_enough"), [(19, 4, False), (20, 4, True), (52, 0, False)])
def test_little_to_compare_with_makes_no_claim(events, articles, past, now, is_enough):
    """Below twenty articles in the past, or without any now, nothing is called unusual."""
    read = articles(*_YEAR[-past:], *_NOW[:now])
    ranges = compared(MARCH, read)
    assert enough(read, ranges) is is_enough
    rows = events(*(_call(d, "Zoe", "Yan") for d in _NOW))
    assert unusual(rows, read, ranges).empty is not is_enough
