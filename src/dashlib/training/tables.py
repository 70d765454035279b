"""Reads the training sentences: one table a theme, one row an event (or a word that is none) of a sentence."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dashlib.codebook import KINDS
from dashlib.errors import CodebookError
from dashlib.types import Status

__all__ = ["COLUMNS", "NONE", "Judged", "Sentence", "read_tables", "skeleton"]

COLUMNS = (
    "text", "trigger", "kind", "status", "attributed", "initiators", "recipients", "participants", "others", "manner",
)  # fmt: skip
NONE = "none"
_ROLES = ("initiators", "recipients", "participants", "others")
_NUMBERED = re.compile(r"#(\d+)$")
_NAME = re.compile(r"\b[A-Z][\w’'.-]*(?:\s+(?:of|al|de|the)?\s*[A-Z][\w’'.-]*)*")
_FIGURE = re.compile(r"\d[\d.,:]*")


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled trigger: characters [start, end), labels, and the characters of named actors by role."""

    start: int
    end: int
    kind: str
    status: str
    attributed: bool
    actors: tuple[tuple[int, int, str], ...]


@dataclass(slots=True)
class Sentence:
    """A sentence with all its labelled triggers, and the line of the table where it stands."""

    text: str
    where: str
    manner: str
    triggers: list[Judged] = field(default_factory=list)


def _find(text: str, phrase: str, where: str) -> tuple[int, int]:
    numbered = _NUMBERED.search(phrase)
    bare, nth = (phrase[: numbered.start()], int(numbered[1])) if numbered else (phrase, 1)
    found = list(re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", text)) or list(re.finditer(re.escape(bare), text))
    if len(found) < nth:
        raise CodebookError(f"{where}: {phrase!r} does not stand in the sentence; copy it letter by letter")
    return found[nth - 1].span()


def _judged(text: str, row: Sequence[str], where: str) -> Judged:
    cells = dict(zip(COLUMNS, row, strict=True))
    if cells["kind"] not in {*KINDS, NONE}:
        raise CodebookError(f"{where}: {cells['kind']!r} is no kind")
    if cells["kind"] != NONE and cells["status"] not in set(Status):
        raise CodebookError(f"{where}: {cells['status']!r} is no status")
    actors = tuple(
        (*_find(text, name.strip(), where), role.removesuffix("s"))
        for role in _ROLES
        for name in cells[role].split(";")
        if name.strip()
    )
    return Judged(*_find(text, cells["trigger"], where), cells["kind"], cells["status"],
                  cells["attributed"] == "yes", actors)  # fmt: skip


def _completed(sentence: Sentence) -> Sentence:
    """Give each event of a sentence the actors of its other events, as bystanders: they need not be listed again."""
    named = sorted({a[:2] for t in sentence.triggers for a in t.actors})
    sentence.triggers = [
        replace(t, actors=t.actors + tuple((*n, "other") for n in named if not any(_meet(n, a) for a in t.actors)))
        if t.kind != NONE
        else t
        for t in sentence.triggers
    ]
    return sentence


def _meet(one: Sequence[int], other: tuple[int, int, str]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _sentences(path: Path) -> Iterator[Sentence]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(next(rows)) != COLUMNS:
            raise CodebookError(f"{path.name}: the first line must be {' '.join(COLUMNS)}, tab-separated")
        last: Sentence | None = None
        for number, row in enumerate(rows, start=2):
            where = f"{path.name}:{number}"
            if len(row) != len(COLUMNS):
                raise CodebookError(f"{where}: {len(row)} cells, expected {len(COLUMNS)}")
            if row[0] == '"' and last is not None:
                last.triggers.append(_judged(last.text, row, where))
                continue
            if last is not None:
                yield _completed(last)
            last = Sentence(row[0], where, row[-1])
            last.triggers.append(_judged(last.text, row, where))
        if last is not None:
            yield _completed(last)


def read_tables(paths: Iterable[Path]) -> list[Sentence]:
    """Give the sentences of the tables, in order; raises CodebookError with file and line for a bad row."""
    return [s for path in sorted(paths) for s in _sentences(path)]


def skeleton(text: str) -> str:
    """Give the sentence with names and figures masked: two sentences of one skeleton teach the same thing.

    >>> skeleton("Kenya sent 200 police to Haiti.") == skeleton("Rwanda sent 50 police to Mozambique.")
    True
    """
    return _FIGURE.sub("0", _NAME.sub("N", text)).casefold()
