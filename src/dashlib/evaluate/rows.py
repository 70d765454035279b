"""Reads labelled texts: JSON Lines, one JSON value or a folder, and the articles that their rows are about."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dashlib.articles import read
from dashlib.articles.model import from_mapping
from dashlib.errors import DashlibError
from dashlib.types import Article

__all__ = ["Rows", "labelled_articles", "labelled_rows"]

Rows = Sequence[Mapping[str, Any]]


def labelled_rows(path: Path) -> Rows:
    """Read labelled texts: JSON Lines, one JSON value, or a folder of such lines. Raises DashlibError for others."""
    if path.is_dir():
        return [row for file in sorted(path.glob("*.jsonl")) for row in labelled_rows(file)]
    text = path.read_text(encoding="utf-8")
    try:
        value = json.loads(text)
        return [value] if isinstance(value, Mapping) else list(value)
    except ValueError:
        pass
    rows: list[Mapping[str, Any]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        try:
            rows += [json.loads(line)] if line.strip() else []
        except ValueError as e:
            raise DashlibError(f"{path}, line {number}: no valid JSON ({e})") from e
    return rows


def labelled_articles(rows: Rows, folder: Path) -> Iterator[Article]:
    """Give the article of each row: its own text, or the file below `folder` that its id names."""
    for row in rows:
        if "text" in row:
            yield from_mapping(row)
            continue
        name = str(row["id"])
        found, problems = read([folder / (name if name.endswith(".txt") else f"{name}.txt")])
        if not found:
            raise DashlibError(
                f"the text of {name} cannot be read ({problems[0].reason}); name its folder by --articles"
            )
        yield replace(found[0], duplicate_of="")
