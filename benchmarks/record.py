"""Measures every labelled set and writes the figures that ship: `python -m benchmarks.record FOLDER [PART …]`.

Beside the parts of `dashlib evaluate` there are `readers` (how far two readers of the demo articles agree) and `confidence`
(whether it means what it says, on the three sets of events). FOLDER holds the sets that are not part of this repository, by the file names below; those of the repository are
measured in place. A file with several parts is measured part by part. PART keeps only some of the parts.
"""

import datetime as dt
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from dashlib.cli.evaluating import Options, run
from dashlib.evaluate import figures
from dashlib.evaluate.events import outcomes
from dashlib.evaluate.figures import Measure
from dashlib.evaluate.records import read_lines
from dashlib.evaluate.reliability import judged, reliability
from dashlib.evaluate.rows import labelled_rows
from dashlib.evaluate.sets import Task, event_outcomes, event_scores

_ROOT = Path(__file__).resolve().parent.parent
_GOLD = _ROOT / "data" / "gold"
_BINS = 5
TABLE = _ROOT / "src" / "dashlib" / "evaluate" / "data" / "figures.csv"


class Job(NamedTuple):
    """One set: the part that is scored, its file, its name in the table, and which rows (`column`=`value`) it takes."""

    part: str
    file: str
    name: str
    column: str = ""
    value: str = ""


_JOBS = (
    Job("events", "data/gold/demo_events.jsonl", "demo articles"),
    Job("events", "data/gold/unseen_events.jsonl", "unseen articles"),
    Job("events", "news_events.jsonl", "news texts"),
    Job("plover", "plover_sentences.jsonl", "PLOVER sentences"),
    Job("dates", "timex_timebank_aquaint.jsonl", "TimeBank", "part", "timebank"),
    Job("dates", "timex_timebank_aquaint.jsonl", "AQUAINT", "part", "aquaint"),
    Job("places", "places_trnews_lgl.jsonl", "TR-News", "corpus", "TR-News"),
    Job("places", "places_trnews_lgl.jsonl", "LGL", "corpus", "lgl"),
    Job("coreference", "event_coreference_ecbplus_1_35.jsonl", "ECB+"),
    Job("coreference", "data/gold/identity", "demo articles"),
)


def _file(job: Job, folder: Path, scratch: Path) -> Path:
    path = Path(job.file) if job.file.startswith("data/") else folder.resolve() / job.file
    if not job.column:
        return path
    rows = [row for row in labelled_rows(path) if row[job.column] == job.value]
    part = scratch / f"{job.name}.jsonl"
    part.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return part


def _recorded(part: str, name: str, judge: str, measures: list[Measure]) -> None:
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    command = f"python -m benchmarks.record FOLDER {part}"
    figures.recorded(TABLE, measures, part=part, name=name, judge=judge, date=today, command=command)


def readers() -> None:
    """Score the second reading against the first, as if it were a program's."""
    first, second = (
        read_lines((_GOLD / name).read_text(encoding="utf-8").split("\n"))
        for name in ("demo_events.jsonl", "second_reading.jsonl")
    )
    both = outcomes({article: first[article] for article in second}, second)
    _recorded("readers", "demo articles", "", event_scores(both))


def confidence(folder: Path) -> None:
    """Record the reliability curve in fifths."""
    for file, name in (
        (_GOLD / "demo_events.jsonl", "demo articles"),
        (_GOLD / "unseen_events.jsonl", "unseen articles"),
        (folder / "news_events.jsonl", "news texts"),
    ):
        found = event_outcomes(Task(labelled_rows(file), _ROOT / "data" / "articles", "on"))
        curve = reliability(judged(o.pair for article in found for o in article), bins=_BINS)
        parts = [
            Measure(f"{field}_{b.low:.1f}_{b.high:.1f}", getattr(b, field))
            for b in curve.bins
            for field in ("size", "stated", "found")
        ]
        _recorded("confidence", name, "on", [*parts, Measure("error", curve.error), Measure("brier", curve.brier)])


def main(folder: Path, parts: list[str]) -> None:
    """Measure and record, set by set."""
    if not parts or "readers" in parts:
        readers()
    if not parts or "confidence" in parts:
        confidence(folder)
    with TemporaryDirectory() as scratch:
        for job in _JOBS:
            if not parts or job.part in parts:
                file = _file(job, folder, Path(scratch))
                run({job.part: file}, Options(judge="compare", record=TABLE, name=job.name))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
