"""Finds an article's parts in a record by the usual names of columns, keys and front matter."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from dashlib.articles.draft import Draft
from dashlib.articles.markup import looks_marked_up, to_text
from dashlib.codebook.tables import read_csv

__all__ = ["draft_of", "has_text", "known", "pick", "text_names"]

_METADATA = ("title", "published", "source", "url", "language")
_JOINERS = re.compile(r"[\s.\-]+")


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """Give the names of each field, the most telling first."""
    rows = sorted(read_csv("article_fields.csv", ("name", "field", "rank")), key=lambda r: int(r["rank"]))
    return {field: tuple(r["name"] for r in rows if r["field"] == field) for field in {r["field"] for r in rows}}


def text_names() -> tuple[str, ...]:
    """Give the names under which a text is looked for, the most telling first."""
    return _names()["text"]


def _key(name: object) -> str:
    return _JOINERS.sub("_", str(name).strip().lstrip("\ufeff").casefold())


def has_text(names: Iterable[object]) -> bool:
    """Whether one of the names of a record is that of a text."""
    return not {_key(n) for n in names}.isdisjoint(_names()["text"] + _names()["html"])


def known(name: str) -> bool:
    """Whether a name is a usual one of metadata: title, day, outlet, address or language."""
    return any(_key(name) in _names()[field] for field in _METADATA)


def _flat(value: object) -> str:
    """Give a value as text: lists are paragraphs, an object stands for its name or its rendered form."""
    if isinstance(value, Mapping):
        inner = {_key(k): v for k, v in value.items()}
        return next((_flat(inner[n]) for n in _names()["inner"] if inner.get(n)), "")
    if isinstance(value, list | tuple):
        return "\n\n".join(filter(None, map(_flat, value)))
    return "" if value is None else str(value).strip()


def pick(record: Mapping[Any, Any], field: str) -> str:
    """Give the value of a field under the most telling name that has one, or ""."""
    by_key = {_key(k): v for k, v in record.items()}
    return next((text for n in _names()[field] if (text := _flat(by_key.get(n)))), "")


def _plain(text: str) -> str:
    return to_text(text) if looks_marked_up(text) else text


def draft_of(
    record: Mapping[Any, Any], *, text: str | None = None, line: int = 0, named: bool = False,
    day_first: bool | None = None,
) -> Draft:  # fmt: skip
    """Make a draft of a record; `text` is given where it stands outside the record (below front matter)."""
    return Draft(
        text=_plain(pick(record, "text") or pick(record, "html")) if text is None else text,
        title=_plain(pick(record, "title")),
        published=pick(record, "published"),
        outlet=pick(record, "source"),
        url=pick(record, "url"),
        language=pick(record, "language"),
        line=line,
        named=named,
        day_first=day_first,
    )
