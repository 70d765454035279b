"""Mentions to events: compare, cluster, make a row of each cluster, and say why.

The outcome depends on the mentions and articles alone, never on their order or on how they came in. An event's id comes
from its first mention; every other mention's would-be id is an alias of it, so that each id ever shown is found again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashlib import schema
from dashlib.merging.blocking import candidates
from dashlib.merging.clustering import NEVER, Edges, cluster
from dashlib.merging.constraints import Constraints, constraints
from dashlib.merging.echoes import echoes
from dashlib.merging.features import Features, features
from dashlib.merging.fields import Report
from dashlib.merging.keys import Keys, keys_of
from dashlib.merging.reasons import reasons
from dashlib.merging.rows import event_id_of, event_row, history_rows, order
from dashlib.merging.rules import Rules, rules
from dashlib.merging.similarity import columns, margins

__all__ = ["Consolidated", "consolidate"]

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]


class Consolidated(NamedTuple):
    """Events and what belongs to them; `event_ids` maps each mention_id to its event_id."""

    events: pd.DataFrame
    event_ids: dict[str, str]
    status_history: pd.DataFrame
    merges: pd.DataFrame
    aliases: pd.DataFrame


def _clusters(f: Features, keys: Keys, r: Rules, settled: Constraints) -> Ints:
    """Give the cluster number of each mention, under what an analyst settled."""
    size = len(f)
    links = echoes(f, r)
    echo = np.isin(np.arange(size), list(links))
    apart = np.array(sorted(a * size + b for a, b in settled.cannot), dtype=np.int64)

    def compare(i: Ints, j: Ints, *, prune: bool = False) -> Reals:
        margin = margins(f, r, i, j, prune=prune)
        margin = np.where(echo[i] | echo[j], np.minimum(margin, r.echo["alone"]), margin)
        return np.where(np.isin(i * size + j, apart), NEVER, margin) if len(apart) else margin

    i, j = candidates(keys, r)
    bound = settled.groups(size, also=links.items())
    return cluster(Edges(i, j, compare(i, j, prune=True)), compare, bound=bound)


def _records(data: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Give the rows of a frame as mappings, each value as Python's own."""
    names = [str(c) for c in data.columns]
    return (dict(zip(names, row, strict=True)) for row in zip(*(data[c].tolist() for c in names), strict=True))


def _reports(mentions: pd.DataFrame, articles: pd.DataFrame) -> list[Report]:
    known: dict[str, tuple[Any, str, tuple[str, ...]]] = {}
    told = articles[articles["article_id"].isin(mentions["article_id"])]
    for row in _records(told[["article_id", "published", "published_end", "duplicate_of", "source"]]):
        sources = tuple(s.strip() for s in (row["source"] or "").split("; ") if s.strip())
        day = row["published"] or row["published_end"]
        known[row["article_id"]] = (day, row["duplicate_of"] or row["article_id"], sources)
    missing = (None, "", ())
    return [Report(row, *known.get(row["article_id"], missing)) for row in _records(mentions)]


def _groups(label: Ints, reports: Sequence[Report]) -> Iterator[list[int]]:
    """Give the members of each cluster, sorted by report."""
    members: dict[int, list[int]] = {}
    for row, number in enumerate(label.tolist()):
        members.setdefault(number, []).append(row)
    for group in members.values():
        yield sorted(group, key=lambda row: order(reports[row]))


def _partners(groups: Sequence[Sequence[int]], f: Features, r: Rules) -> list[tuple[int, int, float]]:
    """Give, for each mention but an event's first, the earlier mention it agrees with best, and by how much."""
    later = [(a, b) for g in groups for n, b in enumerate(g) for a in g[:n]]
    if not later:
        return []
    first, second = (np.array(side, dtype=np.int64) for side in zip(*later, strict=True))
    score = margins(f, r, first, second)
    best: dict[int, tuple[float, int]] = {}
    for a, b, s in zip(first.tolist(), second.tolist(), score.tolist(), strict=True):
        if b not in best or s > best[b][0]:
            best[b] = (s, a)
    return [(b, a, s) for b, (s, a) in best.items()]


def _merges(
    groups: Sequence[Sequence[int]], reports: Sequence[Report], f: Features, r: Rules
) -> Iterator[dict[str, Any]]:
    found = _partners(groups, f, r)
    if not found:
        return
    event = {row: event_id_of(reports[g[0]].row["mention_id"]) for g in groups for row in g}
    later, earlier = (np.array([x[side] for x in found], dtype=np.int64) for side in (0, 1))
    points = columns(f, r, earlier, later)
    for at, (b, a, score) in enumerate(found):
        why = reasons(reports[a].row, reports[b].row, {name: float(p[at]) for name, p in points.items()})
        yield {"event_id": event[b], "mention_id": reports[b].row["mention_id"],
               "with_mention_id": reports[a].row["mention_id"], "score": score, "why": why}  # fmt: skip


def _aliases(groups: Iterable[Sequence[int]], reports: Sequence[Report]) -> Iterator[dict[str, str]]:
    for group in groups:
        ids = [event_id_of(reports[row].row["mention_id"]) for row in group]
        yield from ({"alias": other, "event_id": ids[0]} for other in ids[1:])


def consolidate(
    mentions: pd.DataFrame, articles: pd.DataFrame, *, corrections: pd.DataFrame | None = None
) -> Consolidated:
    """Merge the mentions of each event; frames and columns as in docs/schema.md.

    `corrections` are the analyst's rows (see `dashlib.corrections`); splits and merges in them hold.
    """
    mentions = mentions.sort_values("mention_id", ignore_index=True)
    r = rules()
    keys = keys_of(mentions, articles, r)
    f = features(mentions, articles, keys)
    settled = constraints(corrections, f.mention_id)
    reports = _reports(mentions, articles)
    groups = sorted(_groups(_clusters(f, keys, r, settled), reports), key=lambda g: order(reports[g[0]]))
    event_ids: Mapping[int, str] = {row: event_id_of(reports[g[0]].row["mention_id"]) for g in groups for row in g}
    together = [[reports[row] for row in g] for g in groups]
    return Consolidated(
        events=schema.frame("events", [event_row(g) for g in together]),
        event_ids={reports[row].row["mention_id"]: e for row, e in event_ids.items()},
        status_history=schema.frame(
            "status_history", [h for g in together for h in history_rows(event_id_of(g[0].row["mention_id"]), g)]
        ),
        merges=schema.frame("merges", _merges(groups, reports, f, r)),
        aliases=schema.frame("aliases", _aliases(groups, reports)),
    )
