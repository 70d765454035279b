"""Takes articles in: what is new is parsed and written in batches, each of which counts as a whole or not at all."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from dashlib import schema
from dashlib.api import prepare, seen_actors
from dashlib.articles import duplicates, language
from dashlib.articles import read as read_articles
from dashlib.articles.model import from_mapping, to_row
from dashlib.engine import Parsed, parse_articles
from dashlib.settings import current
from dashlib.store.catalog import new_batch, record
from dashlib.store.tables import Tables
from dashlib.types import Article, Problem

__all__ = ["Given", "How", "Ingested", "Plan", "plan", "take"]

Given = pd.DataFrame | Iterable[Article | Mapping[str, Any] | str | Path] | str | Path
Progress = Callable[[int, int], None]
_BATCH = 200
_NEAR = dt.timedelta(days=14)


class Ingested(NamedTuple):
    """What became of the articles given: how many were new or known, near-copies of others, and what was found in them.

    `problems` says what was not taken, and why. `events` counts all events of the store afterwards.
    """

    new: int
    known: int
    duplicates: int
    mentions: int
    events: int
    problems: tuple[Problem, ...]


class Plan(NamedTuple):
    """What is to be done: `new` articles to parse, `changed` ones that only get a new row, and problems met so far."""

    new: list[Article]
    changed: list[Article]
    known: int
    problems: list[Problem]


class How(NamedTuple):
    """Which spaCy pipeline parses, in how many processes, or on which Dask cluster."""

    model: str
    workers: int = 1
    scheduler: str = ""


def _articles(given: Given) -> tuple[list[Article], list[Problem]]:
    if isinstance(given, str | Path):
        return _read([given])
    if isinstance(given, pd.DataFrame):
        problems = [Problem(**p) for p in given.attrs.get("problems", [])]
        return _stored(given), problems
    items = list(given)
    paths = [i for i in items if isinstance(i, str | Path)]
    found, problems = _read(paths) if paths else ([], [])
    found += [i if isinstance(i, Article) else from_mapping(i) for i in items if not isinstance(i, str | Path)]
    return found, problems


def _read(paths: Iterable[str | Path]) -> tuple[list[Article], list[Problem]]:
    found, problems = read_articles(list(paths))
    return list(found), list(problems)


def plan(given: Given, stored: pd.DataFrame) -> Plan:
    """Sort articles into new ones and known ones; a known one with a source that is new gets it.

    Near-copies are looked for among the new articles and those stored that were published within two weeks of them.
    """
    found, problems = _articles(given)
    prepared, refused = prepare(found)
    here = set(stored["article_id"])
    new = [a for a in prepared if a.article_id not in here]
    again = {a.article_id: a for a in prepared if a.article_id in here}
    old = _stored(stored[stored["article_id"].isin(again)])
    changed = {a.article_id: _with_sources(a, again[a.article_id]) for a in old}
    changed = {a.article_id: changed[a.article_id] for a in old if changed[a.article_id].source != a.source}
    if new:
        near = [changed.get(a.article_id, a) for a in _stored(_neighbours(new, stored))]
        marked = duplicates.mark([*new, *near])
        new, after = marked[: len(new)], marked[len(new) :]
        changed |= {a.article_id: a for a, b in zip(after, near, strict=True) if a.duplicate_of != b.duplicate_of}
    return Plan(new, list(changed.values()), len(again), [*problems, *refused])


def _stored(rows: pd.DataFrame) -> list[Article]:
    return [from_mapping({str(k): v for k, v in row.items()}) for row in rows.to_dict("records")]


def _with_sources(old: Article, new: Article) -> Article:
    names = dict.fromkeys(s for s in f"{old.source}; {new.source}".split("; ") if s)
    return replace(old, source="; ".join(names))


def _neighbours(new: Iterable[Article], stored: pd.DataFrame) -> pd.DataFrame:
    """Give the stored articles that a new one may be a copy of: published near it, or either without a date."""
    days = [a.published.start or a.published.end for a in new]
    known = [d for d in days if d is not None]
    if len(known) < len(days):
        return stored
    first, last = min(known, default=dt.date.max) - _NEAR, max(known, default=dt.date.min) + _NEAR
    when = [p or e for p, e in zip(stored["published"], stored["published_end"], strict=True)]
    return stored[[d is None or first <= d <= last for d in when]]


def take(tables: Tables, work: Plan, how: How, *, progress: Progress | None = None) -> Iterator[list[Parsed]]:
    """Parse and write the new articles of a plan batch by batch; gives each batch once it counts."""
    english = [a for a in work.new if language.readable(a.language)]
    done = len(work.new) - len(english)
    kept = [Parsed(a, None, None) for a in work.changed]
    kept += [Parsed(a, None, None) for a in work.new if not language.readable(a.language)]
    problems = list(work.problems)
    stream = (
        parse_articles(english, model=how.model, judge=current().judge, workers=how.workers, scheduler=how.scheduler)
        if english
        else iter(())
    )
    while (parsed := list(islice(stream, _BATCH))) or kept or problems:
        batch = [*kept, *parsed]
        _write(tables, batch, [*problems, *(p.problem for p in parsed if p.problem is not None)])
        kept, problems, done = [], [], done + len(parsed)
        if progress is not None:
            progress(done, len(work.new))
        yield batch


def _write(tables: Tables, batch: list[Parsed], problems: Iterable[Problem]) -> None:
    """Write one batch to all tables, and let the catalog name it: from then on it counts."""
    name = new_batch()
    rows = [p.rows for p in batch if p.rows is not None]
    mentions = [m for r in rows for m in r.mentions]
    now = dt.datetime.now(dt.UTC)
    data: dict[str, list[Any]] = {
        "mentions": mentions,
        "spans": [s for r in rows for s in r.spans],
        "roles": [x for r in rows for x in r.roles],
        "quantities": [q for r in rows for q in r.quantities],
        "actors": list(seen_actors(a for r in rows for a in r.actors)),
        "problems": [p._asdict() for p in problems],
        "articles": [to_row(p.article, ingested_at=now) for p in batch],
    }
    for table, content in data.items():
        tables.append(table, schema.table(table, content), name)
    record(tables, "ingest", name, articles=len(batch), mentions=len(mentions))
