"""CSV and TSV tables: a row an article, columns by their usual names."""

import csv
from collections.abc import Iterator
from io import StringIO

from dashlib.articles import columns
from dashlib.articles.decoding import decode
from dashlib.articles.draft import Found, Source, problem
from dashlib.articles.publication import day_first

__all__ = ["read"]

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 2**31 - 1


def read(source: Source) -> Iterator[Found]:
    """Give an article for each row; the first line names the columns, comma, semicolon, tab or bar divide them."""
    decoded = decode(source.data)
    if decoded.note:
        yield problem(source, decoded.note)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.DictReader(StringIO(decoded.text, newline=""), delimiter=_delimiter(decoded.text))
    if not columns.has_text(reader.fieldnames or ()):
        found = ", ".join((reader.fieldnames or ["none"])[:8])
        wanted = ", ".join(columns.text_names()[:4])
        yield problem(source, f"no column with the text (columns: {found}); name it one of {wanted}", line=1)
        return
    rows, broken = _rows(reader)
    order = day_first(columns.pick(row, "published") for _, row in rows)
    for line, row in rows:
        yield columns.draft_of(row, line=line, day_first=order)
    if broken:
        yield problem(source, f"broken from here on ({broken}); the rows before are read", line=reader.line_num)


def _delimiter(text: str) -> str:
    """Give the divider that the first line has most of."""
    first = text.lstrip().partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def _rows(reader: "csv.DictReader[str]") -> tuple[list[tuple[int, dict[str, str]]], str]:
    """Give the rows with the line each begins on, and why reading stopped early, if it did."""
    rows: list[tuple[int, dict[str, str]]] = []
    line = reader.line_num + 1
    try:
        for row in reader:
            rows.append((line, {k: v for k, v in row.items() if k is not None and v is not None}))
            line = reader.line_num + 1
    except csv.Error as e:
        return rows, str(e)
    return rows, ""
