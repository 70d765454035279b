"""`dashlib evaluate`: scores against labelled texts, printed as a table a set, and recorded where that is asked."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console

from dashlib.cli.console import chosen, progress
from dashlib.cli.serving import demo_articles
from dashlib.errors import DashlibError
from dashlib.evaluate import events, figures
from dashlib.evaluate import report as reporting
from dashlib.evaluate.figures import Measure
from dashlib.evaluate.reliability import judged, reliability
from dashlib.evaluate.rows import Rows, labelled_rows
from dashlib.evaluate.sets import ALONE, SETS, Task, event_outcomes, event_scores
from dashlib.settings import current

__all__ = ["JUDGES", "Options", "run"]

# The columns of a comparison, by what `--judge` takes; the other parts than these know no judge.
_COMPARED = {"off": "rules alone", ALONE: "judge alone", "on": "both"}
_WEIGHED = frozenset({"events", "plover"})
JUDGES = (*_COMPARED, "compare")


class Options(NamedTuple):
    """What the command was given: `judge` is one of JUDGES, or empty for the setting; `record` and `name` go together."""

    articles: Path | None = None
    limit: int = 0
    report: bool = False
    judge: str = ""
    record: Path | None = None
    name: str = ""


def _watched(rows: Rows, label: str) -> Iterator[Mapping[str, Any]]:
    with progress(label) as advance:
        for done, row in enumerate(rows, start=1):
            yield row
            advance(done, len(rows))


def run(files: Mapping[str, Path], options: Options) -> None:
    """Print the scores of each set given, and write them into `options.record` where that is set.

    The command noted beside a figure names the file where it is told relative to the working folder. Raises DashlibError where
    no set is given or a row lacks a field.
    """
    if not files:
        raise DashlibError(f"nothing to score; give a file with {', '.join(f'--{name}' for name in SETS)}")
    if options.judge:
        chosen(options.judge, JUDGES, "--judge")
    for part, path in files.items():
        rows = labelled_rows(path)[: options.limit or None]
        try:
            _score(part, path, rows, options)
        except KeyError as e:
            raise DashlibError(f"{path}: a row lacks {e}; docs/cli.md gives the form of --{part}") from e


def _judges(part: str, options: Options) -> list[str]:
    if options.judge == "compare":
        return list(_COMPARED) if part in _WEIGHED else ["on"]
    return [options.judge or current().judge]


def _score(part: str, path: Path, rows: Rows, options: Options) -> None:
    columns: dict[str, list[Measure]] = {}
    lines: list[tuple[str, str]] = []
    for judge in _judges(part, options):
        task = Task(rows, options.articles or demo_articles(), judge, partial(_watched, label=f"{part}, judge {judge}"))
        if part == "events" and options.report:
            found = event_outcomes(task)
            columns[judge] = event_scores(found)
            lines = list(_report([o.pair for article in found for o in article]))
        else:
            columns[judge] = SETS[part](task)
        _record(part, path, judge, columns[judge], options)
    _show(f"{part}: {path.name}, {len(rows)} labelled", columns, lines)


def _record(part: str, path: Path, judge: str, measures: Sequence[Measure], options: Options) -> None:
    if options.record is None:
        return
    judged = part in _WEIGHED or any(m.name.startswith("end_to_end") for m in measures)
    command = f"dashlib evaluate --{part} {'FILE' if path.is_absolute() else path}"
    figures.recorded(
        options.record,
        measures,
        part=part,
        name=options.name or path.stem,
        judge=judge if judged else "",
        date=dt.datetime.now(tz=dt.UTC).date().isoformat(),
        command=f"{command} --judge {judge}" if judged else command,
    )


def _report(pairs: Sequence[events.Pair]) -> Iterator[tuple[str, str]]:
    """Give what to read after a score: counts by kind, the ten worst errors of each sort, by confidence, how each entry did."""
    yield "by kind", "gold  predicted  matched  other kind"
    for k in reporting.by_kind(pairs):
        yield k.kind, f"{k.gold:4}  {k.predicted:9}  {k.matched:7}  {k.near:10}"
    for name, found in (("missed", reporting.misses(pairs)), ("false alarm", reporting.false_alarms(pairs))):
        for pair in found:
            event = pair.gold or pair.predicted
            assert event is not None
            yield f"{name}: {event.kind}", f"{pair.article}: {event.quote}"
    yield "by confidence", "predicted  right"
    for b in reliability(judged(pairs)).bins:
        yield f"{b.low:.0%} to {b.high:.0%}", f"{b.size:9}  {b.found:.3f}"
    yield "by entry", "fired  matched  right kind"
    for entry in reporting.by_entry(pairs):
        yield entry.rule, f"{entry.fired:5}  {entry.matched:7}  {entry.right:10}"


def _show(title: str, columns: Mapping[str, Sequence[Measure]], lines: Iterable[tuple[str, str]]) -> None:
    console = Console(highlight=False, markup=False, soft_wrap=True)
    console.print(title)
    if len(columns) > 1:
        console.print(f"  {'':26} " + "".join(f"{_COMPARED[judge]:24}" for judge in columns).rstrip())
    for row in zip(*columns.values(), strict=True):
        console.print(f"  {row[0].name.replace('_', ' '):26} " + "".join(f"{_figure(m):24}" for m in row).rstrip())
    for name, text in lines:
        console.print(f"  {name:26} {text}")


def _figure(measure: Measure) -> str:
    if not isinstance(measure.value, float):
        return str(measure.value)
    if measure.low is None or measure.high is None:
        return f"{measure.value:.3f}"
    return f"{measure.value:.3f} ({measure.low:.3f}–{measure.high:.3f})"
