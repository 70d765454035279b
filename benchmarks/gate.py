"""The gate: what dashlib must not fall below on the labelled demo articles, with the judge and without.

    python -m benchmarks.gate                  prints each figure beside its floor
    python -m benchmarks.gate --raise          lifts the floors to just below the figures
    python -m benchmarks.gate --lower "WHY"    lowers those that are missed, and says which line CHANGELOG.md needs
    python -m benchmarks.gate --labels         pins the labels as they are now

Floors stand in `data/gold/floors.toml` beside the SHA-256 of the labels; `tests/evaluate/test_gate.py` holds every change
against them. A floor below the highest it ever was needs its reason as a line of CHANGELOG.md.
"""

import argparse
import hashlib
import math
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from dashlib.evaluate.events import Scores, summary
from dashlib.evaluate.rows import labelled_rows
from dashlib.evaluate.sets import Task, event_outcomes

__all__ = ["LABELS", "MEASURES", "Floor", "digest", "lifted", "lowered", "measured", "missed", "read", "written"]

_ROOT = Path(__file__).resolve().parent.parent
LABELS = _ROOT / "data" / "gold" / "demo_events.jsonl"
_FLOORS = LABELS.with_name("floors.toml")
MEASURES = (
    *("precision", "recall", "core_recall", "strict_f1", "kind", "status"),
    *("date_exact", "date_overlap", "actors", "place"),
)
_JUDGES = ("off", "on")
# The judge's arithmetic differs a little between processors, so a floor keeps this distance.
_MARGIN = 0.015
_STEPS = 1000


class Floor(NamedTuple):
    """What a figure must not fall below, the highest it ever had to keep, and why it is less where it is."""

    floor: float
    highest: float
    why: str = ""


Floors = Mapping[tuple[str, str], Floor]
Figures = Mapping[tuple[str, str], float]


def digest(path: Path = LABELS) -> str:
    """Give the SHA-256 of the labels, with line feeds as line ends."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def read(path: Path = _FLOORS) -> tuple[str, Floors]:
    """Give the pinned SHA-256, and the floor of each judge setting and measure."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    floors = {(judge, name): Floor(**row) for judge in _JUDGES for name, row in table.get(judge, {}).items()}
    return table["sha256"], floors


def written(sha256: str, floors: Floors) -> str:
    """Give the text of the floors' file."""
    lines = ["# Written by `python -m benchmarks.gate`; see there.", f'sha256 = "{sha256}"']
    for judge in _JUDGES:
        lines += ["", f"[{judge}]"]
        for name in MEASURES:
            floor = floors[judge, name]
            why = f', why = "{floor.why}"' if floor.why else ""
            lines.append(f"{name} = {{ floor = {floor.floor:.3f}, highest = {floor.highest:.3f}{why} }}")
    return "\n".join(lines) + "\n"


def measured() -> dict[tuple[str, str], float]:
    """Find the events of the labelled demo articles both ways and score them (half a minute)."""
    rows = labelled_rows(LABELS)
    scores: dict[str, Scores] = {
        judge: summary(event_outcomes(Task(rows, _ROOT / "data" / "articles", judge))) for judge in _JUDGES
    }
    return {(judge, name): getattr(score, name) for judge, score in scores.items() for name in MEASURES}


def _below(figure: float) -> float:
    return max(0.0, math.floor(round((figure - _MARGIN) * _STEPS, 6)) / _STEPS)


def missed(figures: Figures, floors: Floors) -> list[tuple[str, str]]:
    """Give what lies below its floor."""
    return [key for key, floor in floors.items() if figures[key] < floor.floor]


def lifted(figures: Figures, floors: Floors) -> dict[tuple[str, str], Floor]:
    """Give floors just below the figures where that is higher; a floor that is back at its highest needs no reason."""
    out = {}
    for key, figure in figures.items():
        old = floors.get(key, Floor(0.0, 0.0))
        floor = max(old.floor, _below(figure))
        out[key] = Floor(floor, max(old.highest, floor), old.why if floor < old.highest else "")
    return out


def lowered(figures: Figures, floors: Floors, why: str) -> dict[tuple[str, str], Floor]:
    """Give floors in which those that are missed lie just below their figures, with the reason."""
    low = set(missed(figures, floors))
    return {k: Floor(_below(figures[k]), f.highest, why) if k in low else f for k, f in floors.items()}


def main() -> None:
    """Print the table, and write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true")
    parser.add_argument("--lower", metavar="WHY", default="")
    parser.add_argument("--labels", action="store_true")
    args = parser.parse_args()
    sha256, floors = read() if _FLOORS.exists() else (digest(), {})
    figures = measured()
    if args.lower:
        floors = lowered(figures, floors, args.lower)
        print(f"CHANGELOG.md needs this line:\n- {args.lower}")
    if args.lift:
        floors = lifted(figures, floors)
    if args.lift or args.lower or args.labels:
        _FLOORS.write_text(written(digest() if args.labels else sha256, floors), encoding="utf-8")
    for (judge, name), figure in figures.items():
        floor = floors[judge, name]
        print(f"judge {judge:3}  {name:13} {figure:.3f}  floor {floor.floor:.3f}", "MISSED" * (figure < floor.floor))


if __name__ == "__main__":
    main()
