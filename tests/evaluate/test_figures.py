"""The table of figures: what is recorded is read back, replaces what it measured before, and knows its goals."""

import pytest

from dashlib.codebook.tables import read_csv
from dashlib.errors import DashlibError
from dashlib.evaluate import figures as module
from dashlib.evaluate.figures import Measure, figures, recorded

SET = {"part": "events", "name": "demo articles", "judge": "on", "date": "2026-11-24", "command": "dashlib evaluate"}


def test_figures_are_read_back(tmp_path):
    """Value, interval and goal come back; a measure without a goal or an interval has none."""
    table = tmp_path / "figures.csv"
    recorded(table, [Measure("precision", 0.91, 0.8, 0.95), Measure("place", 1 / 3)], **SET)
    precision, place = figures(table)
    assert (precision.value, precision.low, precision.high) == (0.91, 0.8, 0.95)
    assert (precision.goal, precision.reached) == (0.85, True)
    assert (place.value, place.low, place.goal, place.reached) == (0.3333, None, None, None)


def test_recording_again_replaces_the_same_set_only(tmp_path):
    """The set's older figures go, those of another judge stay."""
    table = tmp_path / "figures.csv"
    recorded(table, [Measure("precision", 0.1), Measure("kind", 0.2)], **SET)
    recorded(table, [Measure("precision", 0.3)], **{**SET, "judge": "off"})
    recorded(table, [Measure("precision", 0.4)], **SET)
    assert [(f.judge, f.measure, f.value) for f in figures(table)] == [
        ("off", "precision", 0.3),
        ("on", "precision", 0.4),
    ]


def test_a_goal_from_above_is_reached_from_below(tmp_path):
    """Swapped roles are the better the fewer they are."""
    table = tmp_path / "figures.csv"
    recorded(table, [Measure("swapped", 0.02)], **SET)
    recorded(table, [Measure("swapped", 0.04)], **{**SET, "name": "news texts"})
    assert [f.reached for f in figures(table)] == [True, False]


def test_a_table_that_cannot_be_written_is_told(tmp_path):
    """The error names the file."""
    with pytest.raises(DashlibError, match="cannot be written"):
        recorded(tmp_path / "none" / "figures.csv", [Measure("kind", 1.0)], **SET)


def test_every_goal_has_a_figure_that_ships():
    """What was aimed at is measured; a goal whose row is missing would go unseen."""
    goals = read_csv(module._DATA / "goals.csv")
    shipped = {(f.part, f.measure, f.set, f.judge): f for f in figures()}
    assert {(g["part"], g["measure"], g["set"], g["judge"]) for g in goals} <= set(shipped)
    assert all(shipped[g["part"], g["measure"], g["set"], g["judge"]].goal == float(g["goal"]) for g in goals)
