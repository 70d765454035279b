"""Frames as CSV, Parquet and JSON Lines."""

import datetime as dt
import io
import json
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dashlib import schema

__all__ = ["csv_bytes", "jsonl_bytes", "parquet_bytes", "plain"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BOM = b"\xef\xbb\xbf"


def _safe(value: Any) -> Any:
    """Put an apostrophe before a text that a spreadsheet would run as a formula (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def csv_bytes(data: pd.DataFrame, *, bom: bool = False) -> bytes:
    """Give UTF-8 CSV: lists joined with "; ", days in ISO 8601, no cell that a spreadsheet takes for a formula.

    `bom` puts the byte order mark first that Excel needs to read accents.
    """
    out = schema.flat(data)
    for name in out.columns:
        if not pd.api.types.is_numeric_dtype(out[name]):
            out[name] = out[name].map(_safe)
    text = out.to_csv(index=False, lineterminator="\r\n")
    return (_BOM if bom else b"") + text.encode()


def parquet_bytes(data: pd.DataFrame, view: str) -> bytes:
    """Give Parquet with the columns and types of docs/schema.md."""
    sink = io.BytesIO()
    pq.write_table(schema.to_arrow(view, data), sink, compression="zstd")
    return sink.getvalue()


def plain(value: Any) -> Any:
    """Give a value as JSON has it: days and moments in ISO 8601, missing values as null."""
    if isinstance(value, dt.date | pd.Timestamp):
        return None if pd.isna(value) else value.isoformat()
    if isinstance(value, float) and value != value:  # noqa: PLR0124 - NaN is not equal to itself
        return None
    return value


def jsonl_bytes(data: pd.DataFrame, view: str) -> bytes:
    """Give a JSON object a line, with the columns of docs/schema.md."""
    rows: list[dict[str, Any]] = pa.Table.to_pylist(schema.to_arrow(view, data))
    lines = (json.dumps({k: plain(v) for k, v in row.items()}, ensure_ascii=False) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode()
