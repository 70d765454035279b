"""The figures that ship, in words: what `data/figures.csv` holds of what `data/measures.csv` names."""

import datetime as dt
from importlib.resources import files
from pathlib import Path

import pandas as pd

from dashlib.codebook.tables import read_csv
from dashlib.evaluate.figures import Figure, figures

__all__ = ["measured"]

_WORDS = Path(str(files("dashlib.evaluate") / "data" / "measures.csv"))
_JUDGE = {"on": "rules and judge", "off": "rules alone", "alone": "judge alone", "": ""}
_COLUMNS = ["Part", "What", "Texts", "With", "Percent", "From", "To", "Goal", "Reached", "On", "Command"]


def _reached(figure: Figure) -> str:
    return {True: "yes", False: "no", None: ""}[figure.reached]


def _percent(share: float | None) -> float | None:
    return None if share is None else round(share * 100, 1)


def measured() -> pd.DataFrame:
    """Give a row a figure: what it says in words, on which texts, its 95 % range, its goal, and how it was measured.

    Columns are `Part What Texts With Percent From To Goal Reached On Command`; `Percent` to `Goal` are percent.
    """
    words = {
        (r["part"], r["measure"]): (r["about"], r["words"]) for r in read_csv(_WORDS, ("part", "measure", "words"))
    }
    order = {key: place for place, key in enumerate(words)}
    known = [f for f in figures() if (f.part, f.measure) in words]
    known.sort(key=lambda f: (order[f.part, f.measure], f.set, f.judge != "on", f.judge))
    rows = [
        (*words[f.part, f.measure], f.set, _JUDGE[f.judge], *map(_percent, (f.value, f.low, f.high, f.goal)), _reached(f),
         dt.date.fromisoformat(f.date), f.command)
        for f in known
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=_COLUMNS)
