"""`dashlib parse`: what articles report, printed and not kept."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import typer

from dashlib import schema
from dashlib.api import parse, read
from dashlib.cli.console import chosen, list_problems, say, write
from dashlib.cli.tables import show
from dashlib.export.tables import csv_bytes, jsonl_bytes
from dashlib.types import Problem
from dashlib.wording import counted

__all__ = ["run"]

_FORMS: Mapping[str, Callable[[pd.DataFrame, str], None]] = {
    "table": show,
    "csv": lambda data, _: write(csv_bytes(data)),
    "jsonl": lambda data, view: write(jsonl_bytes(data, view)),
}


def run(paths: Sequence[str], *, what: str, form: str, workers: int) -> None:
    """Print a view of what the articles report; problems go to standard error."""
    view = chosen(what, schema.Frames.__dataclass_fields__, "--what")
    printed = _FORMS[chosen(form, _FORMS, "--format")]
    articles = read(list(paths))
    frames = parse(articles, workers=workers)
    if view != "problems" and len(frames.problems):
        say(f"{counted(len(frames.problems), 'problem')}:")
        list_problems(Problem(**{str(k): v for k, v in row.items()}) for row in frames.problems.to_dict("records"))
    printed(getattr(frames, view), view)
    if articles.empty:
        raise typer.Exit(1)
