"""The gate: on the labelled demo articles nothing falls below its floor, and no floor is lowered in silence."""

from pathlib import Path

import pytest
from benchmarks import gate
from benchmarks.gate import Floor

ROOT = Path(__file__).resolve().parent.parent.parent
KEY = ("on", "kind")


@pytest.fixture(scope="module")
def figures():
    """Give the figures of both ways; the articles are parsed once."""
    return gate.measured()


def test_the_labels_are_those_that_the_floors_were_set_on():
    """Labels that changed make the floors mean something else: pin them anew with `--labels`."""
    assert gate.read()[0] == gate.digest()


def test_every_measure_has_a_floor_both_ways():
    """Neither the rules alone nor rules and judge go unwatched."""
    assert set(gate.read()[1]) == {(judge, name) for judge in ("off", "on") for name in gate.MEASURES}


@pytest.mark.parametrize("judge", ["off", "on"])
@pytest.mark.parametrize("name", gate.MEASURES)
def test_nothing_falls_below_its_floor(figures, judge, name):
    """Precision, recall and each field, with the judge and without."""
    assert figures[judge, name] >= gate.read()[1][judge, name].floor


def test_a_lowered_floor_stands_in_the_changelog():
    """Where a floor is below the highest it ever was, a line of the changelog gives the reason."""
    lines = {line.removeprefix("- ").strip() for line in (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines()}
    low = {key: floor.why for key, floor in gate.read()[1].items() if floor.floor < floor.highest}
    assert {key: why for key, why in low.items() if why not in lines} == {}


def test_floors_are_lifted_and_never_lowered_by_lifting():
    """Lifting takes the better figures and leaves the floors of the worse ones."""
    assert gate.lifted({KEY: 0.9}, {KEY: Floor(0.8, 0.8)}) == {KEY: Floor(0.885, 0.885)}
    assert gate.lifted({KEY: 0.7}, {KEY: Floor(0.8, 0.8)}) == {KEY: Floor(0.8, 0.8)}


def test_lowering_keeps_the_highest_and_the_reason_until_it_is_reached_again():
    """A floor is lowered with its reason, and forgets it only when it is back."""
    low = gate.lowered({KEY: 0.7}, {KEY: Floor(0.8, 0.8)}, "a reason")
    assert low == {KEY: Floor(0.685, 0.8, "a reason")}
    assert gate.lifted({KEY: 0.75}, low) == {KEY: Floor(0.735, 0.8, "a reason")}
    assert gate.lifted({KEY: 0.9}, low) == {KEY: Floor(0.885, 0.885)}
    assert gate.lowered({KEY: 0.85}, {KEY: Floor(0.8, 0.8)}, "a reason") == {KEY: Floor(0.8, 0.8)}


def test_floors_are_read_as_they_are_written(tmp_path):
    """The file comes back with reasons and highest floors."""
    floors = {(judge, name): Floor(0.5, 0.6, "a reason") for judge in ("off", "on") for name in gate.MEASURES}
    path = tmp_path / "floors.toml"
    path.write_text(gate.written("abc", floors))
    assert gate.read(path) == ("abc", floors)
