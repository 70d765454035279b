"""What was measured, as a table that ships with the package: `data/figures.csv`, written by `dashlib evaluate --record`.

docs/accuracy.md and the app show it; nobody types a figure. The goals are a table of their own, `data/goals.csv`.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from dashlib.codebook.tables import read_csv
from dashlib.errors import DashlibError

__all__ = ["Figure", "Measure", "figures", "recorded"]

_DATA = Path(str(files("dashlib.evaluate") / "data"))
_PLACES = 4


class Measure(NamedTuple):
    """A number just measured, as a fraction of one where it is a share, with its 95 % interval where there is one."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None


class Figure(NamedTuple):
    """One row of the table.

    `part` is what was scored (events, plover, dates, …), `set` the labelled texts, `judge` on, off or alone, empty where
    it takes no part; `goal` is what was aimed at, None where nothing was; `better` is "higher" or "lower", empty without a goal; `date` is
    ISO 8601 and `command` measures it again.
    """

    part: str
    measure: str
    set: str
    judge: str
    value: float
    low: float | None
    high: float | None
    goal: float | None
    better: str
    date: str
    command: str

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        if self.goal is None:
            return None
        return self.value >= self.goal if self.better == "higher" else self.value <= self.goal


def _number(text: str) -> float | None:
    return float(text) if text else None


def _figure(row: Mapping[str, str]) -> Figure:
    numbers = {name: _number(row[name]) for name in ("low", "high", "goal")}
    return Figure(**{**row, **numbers, "value": float(row["value"])})  # type: ignore[arg-type]


def figures(path: Path = _DATA / "figures.csv") -> list[Figure]:
    """Give the rows of the table that ships with the package, or of another one; raises CodebookError where one is cut."""
    return [_figure(row) for row in read_csv(path, ("part", "measure", "set", "value", "date", "command"))]


def _goals() -> dict[tuple[str, str, str, str], tuple[float, str]]:
    rows = read_csv(_DATA / "goals.csv", ("part", "measure", "set", "goal", "better", "source"))
    return {(r["part"], r["measure"], r["set"], r["judge"]): (float(r["goal"]), r["better"]) for r in rows}


def recorded(
    path: Path, measures: Iterable[Measure], *, part: str, name: str, judge: str, date: str, command: str
) -> None:
    """Write measures of one part on the set of a name into a table, in place of those it had; the rest stays."""
    goals = _goals()
    fresh = []
    for m in measures:
        goal, better = goals.get((part, m.name, name, judge), (None, ""))
        fresh.append(Figure(part, m.name, name, judge, m.value, m.low, m.high, goal, better, date, command))
    try:
        old = figures(path) if path.exists() else []
        kept = [f for f in old if (f.part, f.set, f.judge) != (part, name, judge)]
        path.write_text(_text(sorted([*kept, *fresh], key=lambda f: (f.part, f.set, f.judge))), encoding="utf-8")
    except OSError as e:
        raise DashlibError(f"{path}: the figures cannot be written ({e.strerror}); name another file") from e


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.{_PLACES}f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _text(rows: Sequence[Figure]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Figure._fields)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()
