"""Reads the tables of the package (`codebook/data/*.csv`, `*.toml`): one place that touches their files."""

import csv
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from dashlib.errors import CodebookError

__all__ = ["read_csv", "read_toml"]

_ROOT = files("dashlib.codebook") / "data"


def read_toml(name: str) -> dict[str, Any]:
    """Give a TOML table of the package by file name."""
    return tomllib.loads((_ROOT / name).read_text(encoding="utf-8"))


def read_csv(name: str | Path, required: tuple[str, ...] = ()) -> list[Mapping[str, str]]:
    """Give the rows of a CSV table; a string names a file of the package, a Path the reader's own file.

    Raises CodebookError where a required column or its value is missing, with file and line.
    """
    source = name if isinstance(name, Path) else _ROOT / name
    rows: list[Mapping[str, str]] = []
    reader = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    lacking = [c for c in required if c not in (reader.fieldnames or ())]
    if lacking:
        raise CodebookError(f"{name}: the column {', '.join(lacking)} is missing; add it to the first line")
    for number, row in enumerate(reader, start=2):
        blank = [c for c in required if not (row[c] or "").strip()]
        if blank:
            raise CodebookError(f"{name}, line {number}: {', '.join(blank)} is empty; fill it in or delete the line")
        rows.append({k: (v or "").strip() for k, v in row.items() if k is not None})
    return rows
