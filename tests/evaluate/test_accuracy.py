"""The figures that ship, in words."""

from dashlib.evaluate import accuracy
from dashlib.evaluate.figures import Figure


def test_figures_stand_in_words_and_percent(monkeypatch):
    """A row a figure that has words, in the order of the words, rules and judge first; others are left out."""
    same = ("2026-11-24", "dashlib evaluate")
    made = [
        Figure("events", "recall", "texts", "off", 0.5, None, None, None, "", *same),
        Figure("events", "precision", "texts", "off", 0.7525, 0.709, 0.7921, 0.8, "higher", *same),
        Figure("events", "precision", "texts", "on", 0.9, None, None, 0.8, "higher", *same),
        Figure("events", "gold", "texts", "on", 439, None, None, None, "", *same),
    ]
    monkeypatch.setattr(accuracy, "figures", lambda: made)
    rows = accuracy.measured()
    assert rows["What"].tolist() == ["events found that are right"] * 2 + ["events in the texts that are found"]
    assert rows["With"].tolist() == ["rules and judge", "rules alone", "rules alone"]
    assert rows["Percent"].tolist() == [90.0, 75.2, 50.0]
    assert rows.loc[1, ["From", "To", "Goal", "Reached"]].tolist() == [70.9, 79.2, 80.0, "no"]
    assert rows["Reached"].tolist() == ["yes", "no", ""]


def test_what_ships_is_shown():
    """Every part that was measured has figures in words, each with its day and command."""
    rows = accuracy.measured()
    assert {"Events", "Dates", "Places", "Merging", "Who and whom"} <= set(rows["Part"])
    assert rows["Percent"].between(0, 100).all()
    assert rows["Command"].str.startswith("dashlib evaluate").all()
