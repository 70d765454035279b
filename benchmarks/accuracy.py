"""Writes the tables of docs/accuracy.md and docs/performance.md anew from the recorded figures: `python -m benchmarks.accuracy`.

A table stands between `<!-- table: NAME -->` and `<!-- end -->`; what is around them is written by hand. The figures come from
`python -m benchmarks.record`; `tests/evaluate/test_accuracy_page.py` fails where page and figures differ.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from dashlib.evaluate.figures import Figure, figures

__all__ = ["PAGES", "rendered"]

_DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = (_DOCS / "accuracy.md", _DOCS / "performance.md")
_BLOCK = re.compile(r"(<!-- table: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_JUDGES = {"off": "rules alone", "alone": "judge alone", "on": "both", "": ""}
_BAR = 20
_COUNTS = frozenset({"gold", "predicted", "found", "silent", "toponyms", "demonyms"})

Rows = list[Sequence[str]]


def _share(value: float) -> str:
    return f"{value:.3f}"


def _cell(figure: Figure) -> str:
    if figure.measure in _COUNTS or (figure.value > 1 and figure.value.is_integer()):
        return f"{figure.value:.0f}"
    if figure.low is None or figure.high is None:
        return _share(figure.value)
    return f"{_share(figure.value)} ({_share(figure.low)}–{_share(figure.high)})"


def _words(measure: str) -> str:
    return measure.replace("_", " ").replace(" f1", " F1").replace("161 km", "within 161 km")


def _columns(found: Iterable[Figure], wanted: Sequence[tuple[str, str, str]]) -> Rows:
    """Give a row a measure, a column for each (part, set, judge); a measure that a column lacks stays empty."""
    table: dict[str, dict[tuple[str, str, str], Figure]] = {}
    for figure in found:
        key = (figure.part, figure.set, figure.judge)
        if key in wanted:
            table.setdefault(figure.measure, {})[key] = figure
    head = [", ".join(filter(None, (name, _JUDGES[judge]))) for _, name, judge in wanted]
    rows = [[_words(m), *(_cell(c[k]) if k in c else "" for k in wanted)] for m, c in table.items()]
    return [["", *head], *rows]


def _goals(found: Iterable[Figure]) -> Rows:
    rows: Rows = [["part", "set", "judge", "measure", "goal", "measured", "", "measured on"]]
    for f in found:
        if f.goal is not None:
            gap = abs(f.value - f.goal)
            verdict = "reached" if f.reached else f"missed by {_share(gap)}"
            sign = "≥" if f.better == "higher" else "≤"
            goal = f"{sign} {f.goal:.2f}"
            rows.append([f.part, f.set, _JUDGES[f.judge], _words(f.measure), goal, _share(f.value), verdict, f.date])
    return rows


def _curve(found: Iterable[Figure]) -> Rows:
    """Give the reliability curve, the found share as a bar in which `|` marks the stated confidence."""
    values = {(f.set, f.measure): f.value for f in found if f.part == "confidence"}
    rows: Rows = [["set", "confidence", "events", "stated", "found", "0 … 1 (bar: found; mark: stated)"]]
    for (name, measure), size in values.items():
        if measure.startswith("size_"):
            span = measure.removeprefix("size_")
            stated, share = values[name, f"stated_{span}"], values[name, f"found_{span}"]
            bar = ["█" if i < round(share * _BAR) else "·" for i in range(_BAR)]
            bar[min(_BAR - 1, int(stated * _BAR))] = "|"
            rows.append(
                [
                    name,
                    span.replace("_", "–"),
                    f"{size:.0f}",
                    _share(stated),
                    _share(share),
                    f"`{''.join(bar)}`".replace("|", "┃"),
                ]
            )
    return rows


def _sets(part: str, *wanted: tuple[str, str]) -> Callable[[Iterable[Figure]], Rows]:
    return lambda found: _columns(found, [(part, name, judge) for name, judge in wanted])


_TABLES: Mapping[str, Callable[[Iterable[Figure]], Rows]] = {
    "goals": _goals,
    "dates": _sets("dates", ("TimeBank", ""), ("AQUAINT", "")),
    "plover": _sets("plover", *(("PLOVER sentences", j) for j in ("off", "alone", "on"))),
    "places": _sets("places", ("TR-News", ""), ("LGL", "")),
    "events-demo": _sets("events", *(("demo articles", j) for j in ("off", "alone", "on"))),
    "events-unseen": _sets("events", *(("unseen articles", j) for j in ("off", "alone", "on"))),
    "events-news": _sets("events", *(("news texts", j) for j in ("off", "alone", "on"))),
    "readers": _sets("readers", ("demo articles", "")),
    "confidence": _curve,
    "coreference": _sets("coreference", ("ECB+", "")),
    "speed": _sets("speed", ("demo articles", "on")),
    "identity": _sets("coreference", ("demo articles", "on")),
}


def _markdown(rows: Rows) -> str:
    head, *body = rows
    lines = [head, ["---"] * len(head), *body]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def rendered(page: str, found: Sequence[Figure]) -> str:
    """Give the page with its tables made from the figures. Raises KeyError for a table that nobody knows."""
    return _BLOCK.sub(lambda m: f"{m[1]}{_markdown(_TABLES[m['name']](found))}{m[3]}", page)


def main() -> None:
    """Write the pages."""
    for page in PAGES:
        page.write_text(rendered(page.read_text(encoding="utf-8"), figures()), encoding="utf-8")


if __name__ == "__main__":
    main()
