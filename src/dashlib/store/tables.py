"""Delta tables of a store: append, read, drop, each with errors that say what to do. The only module that knows Delta.

Every table has a hidden column `batch`. Rows count only once the catalog names their batch, so that several tables
change as one: what a killed process left behind is never seen.
"""

import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError, DeltaProtocolError, TableNotFoundError

from dashlib.errors import StoreError

__all__ = ["BATCH", "VERSION", "Tables"]

BATCH = "batch"
VERSION = 1
_MARK = "dashlib store, version "
_ATTEMPTS = 8
_MANY_FILES = 64
_BROKEN = (DeltaError, DeltaProtocolError, OSError, pa.ArrowException)
T = TypeVar("T")


class Tables:
    """The Delta tables below one folder or object-storage address, by name.

    `options` are passed to the object store (see deltalake's `storage_options`).
    """

    def __init__(self, root: str | Path, options: Mapping[str, str] | None = None) -> None:
        self.root = str(root).rstrip("/")
        self._options = dict(options or {}) or None

    def _address(self, name: str) -> str:
        return f"{self.root}/{name}"

    def exists(self, name: str) -> bool:
        """Tell whether a table is there."""
        return DeltaTable.is_deltatable(self._address(name), self._options)

    def _open(self, name: str) -> DeltaTable:
        try:
            table = DeltaTable(self._address(name), storage_options=self._options)
        except TableNotFoundError as e:
            raise StoreError(
                f"the table {name!r} of the store {self.root} is missing; restore it or ingest anew"
            ) from e
        except _BROKEN as e:
            raise self._damaged(name, e) from e
        self._check_version(table)
        return table

    def _damaged(self, name: str, error: Exception) -> StoreError:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        return StoreError(
            f"the table {name!r} of the store {self.root} is damaged ({first}); restore it from a copy, "
            "or move the store away and ingest anew"
        )

    def _check_version(self, table: DeltaTable) -> None:
        said = (table.metadata().description or "").removeprefix(_MARK)
        if said.isdigit() and int(said) > VERSION:
            raise StoreError(
                f"the store {self.root} was written by a newer dashlib (store version {said}, this one knows "
                f"{VERSION}); install the newer dashlib or choose another store"
            )

    def version(self, name: str) -> int:
        """Give the version of a table, -1 where it is not there."""
        return int(self._open(name).version()) if self.exists(name) else -1

    def history(self, name: str) -> list[dict[str, Any]]:
        """Give Delta's own log of a table, newest first; empty where the table is not there."""
        return list(self._open(name).history()) if self.exists(name) else []

    def append(self, name: str, rows: pa.Table, batch: str, *, by_batch: bool = False) -> None:
        """Append rows under a batch; `by_batch` keeps each batch in files of its own, so that it can be dropped."""
        if rows.num_rows == 0 and self.exists(name):
            return
        data = rows.append_column(BATCH, pa.array([batch] * rows.num_rows, pa.string()))
        self._retried(
            lambda: write_deltalake(
                self._address(name),
                data,
                mode="append",
                partition_by=[BATCH] if by_batch else None,
                description=f"{_MARK}{VERSION}",
                commit_properties=CommitProperties(custom_metadata={"batch": batch}),
                storage_options=self._options,
            ),
            name,
        )

    def _retried(self, write: Callable[[], T], name: str) -> T:
        """Write; where another writer was first, try again a little later."""
        for attempt in range(_ATTEMPTS):
            try:
                return write()
            except (CommitFailedError, FileExistsError) as e:
                if attempt == _ATTEMPTS - 1:
                    raise StoreError(f"other writers keep the store {self.root} busy ({name}: {e}); try again") from e
                time.sleep(0.05 * 2**attempt)
            except _BROKEN as e:
                if "already exists" in str(e).lower() and attempt < _ATTEMPTS - 1:
                    continue
                raise self._damaged(name, e) from e
        raise AssertionError

    def read(self, name: str, schema: pa.Schema, batches: Collection[str] | None = None) -> pa.Table:
        """Give the rows of some batches (or of all), under `schema` plus the column `batch`.

        A column that an older store lacks comes as nulls. Raises StoreError where the table is missing or damaged.
        """
        full = schema.append(pa.field(BATCH, pa.string()))
        if batches is not None and not batches:
            return full.empty_table()
        table = self._open(name)
        wanted = None if batches is None else [(BATCH, "in", sorted(batches))]
        try:
            found = table.to_pyarrow_table(filters=wanted)
        except _BROKEN as e:
            raise self._damaged(name, e) from e
        columns = [found[f.name] if f.name in found.column_names else pa.nulls(found.num_rows, f.type) for f in full]
        return pa.Table.from_arrays(columns, names=full.names).cast(full)

    def drop(self, name: str, batches: Collection[str]) -> None:
        """Drop the rows of some batches; another writer's change in between only puts it off."""
        if not batches or not self.exists(name):
            return
        listed = ", ".join(f"'{b}'" for b in sorted(batches))
        try:
            self._open(name).delete(f"{BATCH} IN ({listed})")
        except CommitFailedError:
            return

    def tidy(self, name: str) -> None:
        """Put many small files together; readers of the table as it was are not disturbed."""
        if not self.exists(name) or len(self._open(name).file_uris()) < _MANY_FILES:
            return
        try:
            self._open(name).optimize.compact()
        except CommitFailedError:
            return
