"""A store of articles and what they report: Delta tables in a folder or on object storage.

Every change is one entry of an append-only catalog, so readers see all of it or nothing, and are never blocked. Events
are derived: each consolidation writes a generation, and what came in since is clustered on reading.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from pathlib import Path
from typing import TypeVar, Unpack

import duckdb
import pandas as pd

from dashlib import corrections as log
from dashlib import schema
from dashlib.errors import StoreError
from dashlib.export import export
from dashlib.query import Filters, select, select_events
from dashlib.schema import Frames
from dashlib.settings import current
from dashlib.store import deriving, ingesting
from dashlib.store.catalog import Catalog, Entry, load, new_batch, record
from dashlib.store.ingesting import Given, Ingested
from dashlib.store.snapshot import DERIVED, MEMBERS, Derived, SupersededError, articles_of, derived_of, raw_frame
from dashlib.store.tables import Tables

__all__ = ["Store"]

_LOG = "corrections"
_ATTEMPTS = 5
T = TypeVar("T")
_ROWS = ("mentions", "spans", "roles", "quantities", "actors", "problems")


class Store:
    """The articles, mentions and events kept at `path` (a folder, or an address such as "s3://bucket/name").

    `options` are passed to the object store. Nothing is created before the first `ingest`. Raises StoreError where the
    store is missing, damaged, or written by a newer dashlib.
    """

    def __init__(self, path: str | Path | None = None, *, options: Mapping[str, str] | None = None) -> None:
        self.path = str(path or current().store)
        self._tables = Tables(self.path, options)
        self._kept: tuple[str, Frames] | None = None

    @property
    def tables(self) -> Tables:
        """Give the Delta tables, for what else is kept beside articles and events (`dashlib.store.notes`)."""
        return self._tables

    @property
    def exists(self) -> bool:
        """Tell whether there is a store at the path."""
        return self._tables.exists("catalog")

    @property
    def version(self) -> str:
        """Give a word that changes whenever what `frames` gives may have changed; "" where there is no store."""
        return self._token(load(self._tables)) if self.exists else ""

    def _token(self, catalog: Catalog) -> str:
        return f"{catalog.token}.{self._tables.version(_LOG)}"

    def ingest(
        self,
        articles: Given,
        *,
        model: str | None = None,
        workers: int = 1,
        scheduler: str = "",
        progress: Callable[[int, int], None] | None = None,
    ) -> Ingested:
        """Take articles in: an articles frame, mappings with `text`, Article values, or paths of files and folders.

        Only new texts are parsed; a text that is known adds its source. Written in batches, so that a crash loses one
        at most. `progress` is called with how many of how many are done.
        """
        catalog = load(self._tables) if self.exists else Catalog(())
        stored = articles_of(self._tables, catalog.batches)
        work = ingesting.plan(articles, stored)
        mentions, problems = 0, list(work.problems)
        how = ingesting.How(model or current().model, workers, scheduler)
        for batch in ingesting.take(self._tables, work, how, progress=progress):
            mentions += sum(len(p.rows.mentions) for p in batch if p.rows is not None)
            problems += [p.problem for p in batch if p.problem is not None]
        events = self.consolidate()
        copies = sum(bool(a.duplicate_of) for a in work.new)
        return Ingested(len(work.new), work.known, copies, mentions, events, tuple(problems))

    def consolidate(self, *, again: bool = False) -> int:
        """Bring the events up to date and give their number; `again` clusters everything anew.

        Only what new mentions touch is clustered. Called by `ingest`; needed by hand only after an update of dashlib.
        """
        if not self.exists:
            return 0
        catalog = load(self._tables)
        if not catalog.pending and catalog.generation and not again:
            return catalog.generation.events
        return self._write(*self._derived(again=again))

    def _write(self, catalog: Catalog, derived: Derived) -> int:
        batch = new_batch()
        deriving.write(self._tables, derived, batch)
        events = len(derived.events)
        record(self._tables, "consolidate", batch, covers=catalog.batches, events=events)
        for name in (*DERIVED, MEMBERS):
            self._tables.drop(name, load(self._tables).superseded)
        for name in (*_ROWS, "articles", "catalog"):
            self._tables.tidy(name)
        return events

    def _derived(self, fresh: Collection[str] = (), *, again: bool = False) -> tuple[Catalog, Derived]:
        """Give the events as `fresh` mentions and those of pending batches change them, and the catalog they are of."""

        def derive(catalog: Catalog) -> Derived:
            mentions = raw_frame(self._tables, "mentions", catalog.batches)
            articles = articles_of(self._tables, catalog.batches)
            return self._renewed(catalog, mentions, articles, fresh, again=again)

        return self._steady(derive)

    def _steady(self, give: Callable[[Catalog], T]) -> tuple[Catalog, T]:
        """Give what `give` makes of the catalog, and the catalog; where events were replaced meanwhile, read again."""
        for _ in range(_ATTEMPTS):
            catalog = load(self._tables)
            try:
                return catalog, give(catalog)
            except SupersededError:
                continue
        raise StoreError(f"the store {self.path} is being rewritten faster than it can be read; try again")

    def _renewed(
        self,
        catalog: Catalog,
        mentions: pd.DataFrame,
        articles: pd.DataFrame,
        fresh: Collection[str] = (),
        *,
        again: bool = False,
    ) -> Derived:
        old = Derived.nothing() if again else derived_of(self._tables, catalog)
        pending = catalog.batches if again else catalog.pending
        seen = self._tables.read("articles", schema.FRAMES["articles"], pending)["article_id"].to_pylist()
        new = mentions.loc[mentions["article_id"].isin(seen), "mention_id"]
        touched = {*new, *set(fresh).intersection(mentions["mention_id"])}
        return deriving.renew(old, mentions, articles, touched, corrections=log.active(self.corrections()))

    def frames(self) -> Frames:
        """Give everything as pandas frames (docs/schema.md), with the analyst's corrections replayed."""
        token = self.version
        if self._kept is None or self._kept[0] != token:
            catalog, frames = self._steady(self._read)
            self._kept = (self._token(catalog), frames)
        return self._kept[1]

    def _read(self, catalog: Catalog) -> Frames:
        rows = {name: raw_frame(self._tables, name, catalog.batches) for name in _ROWS}
        articles = articles_of(self._tables, catalog.batches)
        derived = self._renewed(catalog, rows["mentions"], articles)
        found = [derived.event_ids.get(m, "") for m in rows["mentions"]["mention_id"]]
        rows["mentions"]["event_id"] = pd.Series(found, index=rows["mentions"].index, dtype="str")
        made = {name: getattr(derived, name) for name in DERIVED}
        return log.apply(Frames.of(articles=articles, **rows, **made), self.corrections())

    def corrections(self) -> pd.DataFrame:
        """Give the analyst's log, oldest first; empty where nothing was corrected."""
        if not self._tables.exists(_LOG):
            return schema.empty(_LOG)
        data = self._tables.read(_LOG, schema.FRAMES[_LOG])
        rows = schema.to_pandas(data.select(schema.columns(_LOG)))
        return rows.drop_duplicates("correction_id").sort_values(["time", "correction_id"], ignore_index=True)

    def correct(self, action: str, **said: Unpack[log.Said]) -> str:
        """Add a row to the log and give its id; see `dashlib.corrections.correction` for what it may say.

        A confirm, reject or edit need only name the event: its mentions are filled in, so that it is found again.
        """
        if not said.get("mention_ids") and said.get("event_id"):
            mentions = self.frames().mentions
            said["mention_ids"] = sorted(mentions.loc[mentions["event_id"] == said["event_id"], "mention_id"])
        row = log.correction(action, **said)
        self.add_corrections(schema.frame(_LOG, [row]))
        return str(row["correction_id"])

    def add_corrections(self, rows: pd.DataFrame) -> int:
        """Add rows of a corrections frame (from `dashlib.corrections.from_csv`) and give how many were new."""
        load(self._tables)
        new = rows[~rows["correction_id"].isin(self.corrections()["correction_id"])]
        if new.empty:
            return 0
        before = self._moving()
        self._tables.append(_LOG, schema.to_arrow(_LOG, new), new_batch())
        moved = before.keys() ^ self._moving().keys()
        if moved:
            named = {m for rows in (before, self._moving()) for c in moved for m in rows.get(c, ())}
            self._write(*self._derived(named))
        return len(new)

    def _moving(self) -> dict[str, set[str]]:
        """Give the splits and merges that hold, and the mentions each names."""
        rows = log.active(self.corrections())
        rows = rows[rows["action"].isin([log.Action.SPLIT, log.Action.MERGE])]
        named = zip(rows["correction_id"], rows["mention_ids"], rows["value"], strict=True)
        return {c: {*ids, *filter(None, value.split("; "))} for c, ids, value in named}

    def query(self, filters: Filters) -> pd.DataFrame:
        """Give the events that fit the filters, as `dashlib.query.select_events` sorts them."""
        return select_events(self.frames(), filters)

    def sql(self, query: str) -> pd.DataFrame:
        """Answer a question in DuckDB's SQL over the frames as tables (articles, mentions, events, …); reads only.

        Raises StoreError for a query that DuckDB refuses.
        """
        frames = self.frames()
        with duckdb.connect(config={"enable_external_access": False}) as connection:
            for field in fields(Frames):
                connection.register(field.name, schema.to_arrow(field.name, getattr(frames, field.name)))
            try:
                return pd.DataFrame(connection.sql(query).df())
            except duckdb.Error as e:
                raise StoreError(f"the query cannot be answered: {e}") from e

    def export(self, view: str, form: str = "csv", filters: Filters | None = None) -> bytes:
        """Give a view (events, mentions, articles, …) of what fits the filters as a file; see `dashlib.export`."""
        chosen = filters or Filters()
        return export(select(self.frames(), chosen), view, form, filters=chosen)

    def history(self) -> pd.DataFrame:
        """Give what happened to the store, newest first: version, time, action, articles, mentions, events."""
        rows = [e._asdict() for e in load(self._tables).entries]
        data = pd.DataFrame(rows, columns=Entry._fields).drop(columns=["covers"])
        data.insert(0, "version", range(1, len(data) + 1))
        return data.iloc[::-1].reset_index(drop=True)

    @property
    def problems(self) -> pd.DataFrame:
        """Give what was not taken, and why."""
        return self.frames().problems
