"""`dashlib ingest`: articles into the store, with a bar and a summary."""

from collections.abc import Sequence
from pathlib import Path

import typer

from dashlib.cli.console import list_problems, progress, say
from dashlib.store import Ingested, Store
from dashlib.wording import counted

__all__ = ["run", "take_in"]


def run(paths: Sequence[str | Path], *, store: str, workers: int, scheduler: str) -> None:
    """Take articles in and say what became of them; exit code 1 where nothing was taken and something was wrong."""
    done = take_in(Store(store or None), paths, label="Parsing", workers=workers, scheduler=scheduler)
    if done.problems and not done.new and not done.known:
        raise typer.Exit(1)


def take_in(
    store: Store, paths: Sequence[str | Path], *, label: str, workers: int = 1, scheduler: str = ""
) -> Ingested:
    """Take articles in with a bar, and print the summary and the problems."""
    with progress(label) as advance:
        done = store.ingest(list(paths), workers=workers, scheduler=scheduler, progress=advance)
    say(summary(done))
    if done.problems:
        say(f"{counted(len(done.problems), 'problem')}:")
        list_problems(done.problems)
    return done


def summary(done: Ingested) -> str:
    """Say in a line what became of the articles."""
    parts = [counted(done.new, "new article"), f"{done.known} known already"]
    if done.duplicates:
        parts.append(counted(done.duplicates, "near-copy", "near-copies"))
    found = f"{counted(done.mentions, 'mention')} found; the store holds {counted(done.events, 'event')}"
    return f"{', '.join(parts)}; {found}."
