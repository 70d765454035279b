"""What the commands share: results go to standard output, everything said about them to standard error."""

import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from dashlib.errors import DashlibError
from dashlib.types import Problem

__all__ = ["chosen", "complain", "list_problems", "progress", "quiet", "say", "write"]

_MOST_PROBLEMS = 20


def _errors() -> Console:
    return Console(stderr=True, highlight=False, soft_wrap=True, markup=False)


def quiet() -> None:
    """Keep the logs of dashlib and of what it is built on off the screen, unless DASHLIB_DEBUG is set.

    What a reader needs to know is said in the problems.
    """
    logging.basicConfig(level=logging.DEBUG if os.environ.get("DASHLIB_DEBUG") else logging.CRITICAL + 1)


def say(text: str) -> None:
    """Tell what happened, on standard error."""
    _errors().print(text)


def complain(text: str) -> None:
    """Tell what went wrong, in one line on standard error."""
    _errors().print(f"Error: {' '.join(text.split())}", style="red")


def list_problems(problems: Iterable[Problem]) -> None:
    """List what was not taken, a line each, with its file and line."""
    found = list(problems)
    for problem in found[:_MOST_PROBLEMS]:
        where = f"{problem.path}, line {problem.line}" if problem.line else problem.path or "(no name)"
        say(f"  {where}: {problem.reason}")
    if len(found) > _MOST_PROBLEMS:
        say(f"  … and {len(found) - _MOST_PROBLEMS} more; `dashlib export problems` lists all")


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on standard error while the body runs; it gets a function of (done, total)."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_errors(), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def chosen(value: str, choices: Iterable[str], option: str) -> str:
    """Give a value that is one of the choices. Raises DashlibError for any other."""
    known = list(choices)
    if value not in known:
        raise DashlibError(f"{option} cannot be {value!r}; use one of {', '.join(known)}")
    return value


def write(data: bytes, output: Path | None = None, *, text: bool = True) -> None:
    """Write a file's bytes to `output`, or to standard output where that can show them."""
    if output is not None:
        try:
            output.write_bytes(data)
        except OSError as e:
            raise DashlibError(f"{output} cannot be written ({e.strerror}); give another --output") from e
        say(f"{output}: {len(data):,} bytes")
    elif not text and sys.stdout.isatty():
        raise DashlibError("this form is not for the screen; give --output FILE, or pipe it on")
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
