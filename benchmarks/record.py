"""Measures every labelled set and writes the figures that ship: `python -m benchmarks.record FOLDER [PART …]`.

FOLDER holds the sets that are not part of this repository, by the file names below; those of the repository are
measured in place. A file with several parts is measured part by part. PART keeps only some of the parts.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from dashlib.cli.evaluating import Options, run
from dashlib.evaluate.rows import labelled_rows

_ROOT = Path(__file__).resolve().parent.parent
_TABLE = _ROOT / "src" / "dashlib" / "evaluate" / "data" / "figures.csv"


class Job(NamedTuple):
    """One set: the part that is scored, its file, its name in the table, and which rows (`column`=`value`) it takes."""

    part: str
    file: str
    name: str
    column: str = ""
    value: str = ""


_JOBS = (
    Job("events", "data/gold/demo_events.jsonl", "demo articles"),
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


def main(folder: Path, parts: list[str]) -> None:
    """Measure and record, set by set."""
    with TemporaryDirectory() as scratch:
        for job in _JOBS:
            if not parts or job.part in parts:
                file = _file(job, folder, Path(scratch))
                run({job.part: file}, Options(judge="compare", record=_TABLE, name=job.name))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
