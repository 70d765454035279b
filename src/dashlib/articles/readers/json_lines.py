"""JSON Lines: an article a line; a broken line costs itself."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dashlib.articles import columns
from dashlib.articles.decoding import decode
from dashlib.articles.draft import Found, Source, problem
from dashlib.articles.publication import day_first

__all__ = ["read", "records"]


def read(source: Source) -> Iterator[Found]:
    """Give an article for each line that is an object with a text."""
    decoded = decode(source.data)
    if decoded.note:
        yield problem(source, decoded.note)
    rows: list[tuple[int, Any]] = []
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            rows.append((number, json.loads(line)))
        except (ValueError, RecursionError) as e:
            yield problem(source, f"no valid JSON ({e}); the other lines are read", line=number)
    yield from records(source, rows)


def records(source: Source, rows: list[tuple[int, Any]]) -> Iterator[Found]:
    """Give the articles of (line, value) pairs; what is no object, or has no text, is a problem of its line."""
    objects = [row for _, row in rows if isinstance(row, Mapping)]
    if objects and not any(map(columns.has_text, objects)):
        yield problem(source, _no_text(objects[0]), line=rows[0][0])
        return
    order = day_first(columns.pick(row, "published") for row in objects)
    for line, row in rows:
        if not isinstance(row, Mapping):
            yield problem(source, "no JSON object; an article is an object with a text", line=line)
        elif not columns.has_text(row):
            yield problem(source, _no_text(row), line=line)
        else:
            yield columns.draft_of(row, line=line, day_first=order)


def _no_text(row: Mapping[str, Any]) -> str:
    keys = ", ".join(map(str, list(row)[:8])) or "none"
    return f"no text among its keys ({keys}); name it one of {', '.join(columns.text_names()[:4])}"
