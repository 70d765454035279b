"""What passes between a reader and the registry: bytes with a name in, drafts of articles and problems out."""

from dataclasses import dataclass
from typing import NamedTuple

from dashlib.types import Problem

__all__ = ["Draft", "Found", "Source", "problem"]


class Source(NamedTuple):
    """Bytes to read and the name they are shown under; `depth` counts the archives and mails around them."""

    path: str
    data: bytes
    media_type: str = ""
    depth: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a format gives it, before dates and languages are understood.

    `published` is the raw metadata value. `day_first` says how `08/12/2025` is to be read where the file tells it.
    `named` is set where the file is this one article, so that a date in the file's name is the article's.
    """

    text: str
    title: str = ""
    published: object = None
    outlet: str = ""
    url: str = ""
    language: str = ""
    line: int = 0
    named: bool = False
    day_first: bool | None = None


# A reader may hand back bytes of another format (a member of an archive, an attachment): the registry reads these.
Found = Draft | Problem | Source


def problem(source: Source, reason: str, *, line: int = 0) -> Problem:
    """Give a problem of the reading stage."""
    return Problem(source.path, line, "read", reason)
