"""The frames: column names, Arrow types, checks. The only module that spells a column's type.

Text columns hold `str` (empty where unknown), days hold `datetime.date` or None, moments are UTC timestamps, lists of
names are Python lists; `flat` joins these with "; " for CSV.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

import pandas as pd
import pyarrow as pa

from dashlib.errors import SchemaError

__all__ = ["FRAMES", "Frames", "check", "columns", "empty", "flat", "frame", "table"]

_TEXT = pa.string()
_NAMES = pa.list_(pa.string())
_DAY = pa.date32()
_MOMENT = pa.timestamp("us", tz="UTC")
_COUNT = pa.int64()
_REAL = pa.float64()


def _schema(**types: pa.DataType) -> pa.Schema:
    return pa.schema(list(types.items()))


FRAMES: Mapping[str, pa.Schema] = {
    "articles": _schema(
        article_id=_TEXT, title=_TEXT, text=_TEXT, language=_TEXT, published=_DAY, published_start=_DAY,
        published_end=_DAY, published_precision=_TEXT, published_basis=_TEXT, source=_TEXT, url=_TEXT, path=_TEXT,
        media_type=_TEXT, characters=_COUNT, duplicate_of=_TEXT, ingested_at=_MOMENT,
    ),
    "mentions": _schema(
        mention_id=_TEXT, article_id=_TEXT, sentence=_COUNT, start=_COUNT, end=_COUNT, trigger=_TEXT, quote=_TEXT,
        quote_start=_COUNT, quote_end=_COUNT, kind=_TEXT, quad=_COUNT, plover_type=_TEXT, plover_mode=_TEXT,
        cameo=_TEXT, acled=_TEXT, status=_TEXT, date_start=_DAY, date_end=_DAY, date_precision=_TEXT, date_text=_TEXT,
        date_basis=_TEXT, initiators=_NAMES, initiator_codes=_NAMES, recipients=_NAMES, recipient_codes=_NAMES,
        participants=_NAMES, participant_codes=_NAMES, place=_TEXT, place_id=_TEXT, latitude=_REAL, longitude=_REAL,
        country=_TEXT, admin1=_TEXT, place_precision=_TEXT, claimed_by=_NAMES, quantity=_TEXT, confidence=_REAL,
        why=_TEXT, extractor=_TEXT, event_id=_TEXT,
    ),
    "spans": _schema(mention_id=_TEXT, field=_TEXT, start=_COUNT, end=_COUNT, text=_TEXT),
    "roles": _schema(mention_id=_TEXT, role=_TEXT, actor_id=_TEXT, start=_COUNT, end=_COUNT, text=_TEXT),
    "quantities": _schema(
        mention_id=_TEXT, value=_REAL, value_high=_REAL, unit=_TEXT, of=_TEXT, modifier=_TEXT, start=_COUNT,
        end=_COUNT, text=_TEXT,
    ),
    "actors": _schema(
        actor_id=_TEXT, name=_TEXT, type=_TEXT, country=_TEXT, sector=_TEXT, aliases=_NAMES, valid_from=_DAY,
        valid_to=_DAY, wikidata=_TEXT,
    ),
    "events": _schema(
        event_id=_TEXT, title=_TEXT, kind=_TEXT, quad=_COUNT, status=_TEXT, date_start=_DAY, date_end=_DAY,
        date_precision=_TEXT, actors=_NAMES, actor_codes=_NAMES, initiators=_NAMES, recipients=_NAMES,
        participants=_NAMES, place=_TEXT, place_id=_TEXT, latitude=_REAL, longitude=_REAL, country=_TEXT, admin1=_TEXT,
        place_precision=_TEXT, claimed_by=_NAMES, quote=_TEXT, mentions=_COUNT, articles=_COUNT, sources=_NAMES,
        independent_sources=_COUNT, first_reported=_DAY, last_reported=_DAY, quantity=_TEXT, confidence=_REAL,
        disagreements=_NAMES, review=_TEXT, plover_type=_TEXT, plover_mode=_TEXT, cameo=_TEXT, acled=_TEXT,
    ),
    "status_history": _schema(event_id=_TEXT, date=_DAY, status=_TEXT, article_id=_TEXT),
    "merges": _schema(event_id=_TEXT, mention_id=_TEXT, with_mention_id=_TEXT, score=_REAL, why=_TEXT),
    "aliases": _schema(alias=_TEXT, event_id=_TEXT),
    "corrections": _schema(
        correction_id=_TEXT, time=_MOMENT, who=_TEXT, action=_TEXT, event_id=_TEXT, mention_ids=_NAMES, field=_TEXT,
        value=_TEXT, note=_TEXT,
    ),
    "problems": _schema(path=_TEXT, line=_COUNT, stage=_TEXT, reason=_TEXT),
}  # fmt: skip


def columns(name: str) -> list[str]:
    """Give the column names of a frame, in order."""
    return list(FRAMES[name].names)


def table(name: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Give an Arrow table of rows; a missing text is "", a missing list is empty, anything else missing is null.

    Raises SchemaError where a value does not fit its column.
    """
    schema = FRAMES[name]
    defaults: dict[str, Any] = {f.name: "" if f.type == _TEXT else [] if f.type == _NAMES else None for f in schema}
    rows = [{**defaults, **{k: v for k, v in row.items() if v is not None}} for row in rows]
    try:
        return pa.Table.from_pylist(rows, schema=schema)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as e:
        raise SchemaError(f"a row does not fit the {name} frame: {e}; see docs/schema.md") from e


def to_pandas(data: pa.Table) -> pd.DataFrame:
    """Turn an Arrow table into the pandas frame that dashlib hands out: dates as `date`, lists as lists."""
    out: pd.DataFrame = data.to_pandas(date_as_object=True, ignore_metadata=True)
    for column in data.schema:
        if column.type == _NAMES:
            out[column.name] = out[column.name].map(lambda v: [] if v is None else list(v)).astype(object)
        elif column.type == _DAY:
            out[column.name] = out[column.name].astype(object).where(out[column.name].notna(), None)
    return out


def frame(name: str, rows: Iterable[Mapping[str, Any]] = ()) -> pd.DataFrame:
    """Give a pandas frame of rows with all columns of the schema; see `table` for defaults and errors."""
    return to_pandas(table(name, rows))


def empty(name: str) -> pd.DataFrame:
    """Give a frame without rows."""
    return frame(name)


def to_arrow(name: str, data: pd.DataFrame) -> pa.Table:
    """Turn a pandas frame into an Arrow table of its schema; columns that the schema lacks are dropped."""
    check(name, data)
    try:
        return pa.Table.from_pandas(data[columns(name)], schema=FRAMES[name], preserve_index=False)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as e:
        raise SchemaError(f"the {name} frame holds a value its schema forbids: {e}; see docs/schema.md") from e


def check(name: str, data: pd.DataFrame) -> None:
    """Raise SchemaError where a column of the schema is missing."""
    missing = [c for c in columns(name) if c not in data.columns]
    if missing:
        raise SchemaError(f"the {name} frame lacks {', '.join(missing)}; see docs/schema.md for its columns")


def flat(data: pd.DataFrame) -> pd.DataFrame:
    """Give a copy fit for CSV: lists joined with "; ", days in ISO 8601."""
    out = data.copy()
    for name in out.columns:
        if out[name].map(lambda v: isinstance(v, list)).any():
            out[name] = out[name].map(lambda v: "; ".join(map(str, v)) if isinstance(v, list) else v)
    return out


@dataclass(frozen=True, slots=True)
class Frames:
    """What `dashlib.parse` and the store give: one pandas frame each, columns as in `FRAMES`."""

    articles: pd.DataFrame
    mentions: pd.DataFrame
    spans: pd.DataFrame
    roles: pd.DataFrame
    quantities: pd.DataFrame
    actors: pd.DataFrame
    events: pd.DataFrame
    status_history: pd.DataFrame
    merges: pd.DataFrame
    aliases: pd.DataFrame
    problems: pd.DataFrame

    @classmethod
    def of(cls, **frames: pd.DataFrame) -> "Frames":
        """Give Frames with the named frames, and empty ones for the rest."""
        return cls(**{f.name: frames[f.name] if f.name in frames else empty(f.name) for f in fields(cls)})
