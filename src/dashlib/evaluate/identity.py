"""Scores end to end which reports were merged: labelled identity of events against the events of parsed articles.

A label names an event and the clauses that report it. Each clause is matched with a mention of its article whose
trigger stands in the clause, of the label's kind or one that readers swap for it; a clause without such a mention was
missed by parsing, and counts as a cluster of its own. Mentions outside the labels are left out of the score.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dashlib.evaluate.coreference import Measure, b_cubed, clusters_of
from dashlib.merging.rules import may_be_one
from dashlib.schema import Frames

__all__ = ["IdentityScores", "Label", "identity", "labels"]

_NEAR = 60


class Label(NamedTuple):
    """A clause that reports a labelled event: theme folder and file of its article, and the words."""

    event: str
    kind: str
    article: str
    quote: str

    @property
    def theme(self) -> str:
        """Give the theme folder; writers of different themes labelled apart, so their events are not compared."""
        return self.article.partition("/")[0]


class Pair(NamedTuple):
    """Two reports that were merged wrongly, or should have been merged."""

    first: Label
    second: Label
    event_id: str
    other_id: str


class IdentityScores(NamedTuple):
    """B³ over the clauses whose event was found, and over all of them; the wrong merges first, then the missed ones."""

    found: int
    labelled: int
    merging: Measure
    end_to_end: Measure
    wrong: list[Pair]
    missed: list[Pair]


def labels(folder: Path) -> list[Label]:
    """Read `data/gold/identity/*.jsonl`, an event a line with its reports."""
    return [label for path in sorted(folder.glob("*.jsonl")) for label in _labels(path)]


def _labels(path: Path) -> Iterator[Label]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for report in row["reports"]:
            yield Label(row["event"], row["kind"], report["article"], report["quote"])


def _nearness(row: Mapping[str, Any], start: int, end: int, kind: str) -> tuple[Any, ...] | None:
    """Give how well a mention fits a clause (less is better), or None where it stands elsewhere."""
    outside = max(start - row["start"], row["end"] - end, 0)
    if outside > _NEAR or not may_be_one(row["kind"], kind) or row["quote_end"] <= start or row["quote_start"] >= end:
        return None
    return (row["kind"] != kind, outside, row["start"])


def _aligned(wanted: Iterable[Label], frames: Frames) -> dict[Label, Mapping[str, Any]]:
    """Give the mention of each clause that has one; a mention stands for one clause."""
    articles = {"/".join(Path(p).parts[-2:]): (i, t) for p, i, t in zip(
        frames.articles["path"], frames.articles["article_id"], frames.articles["text"], strict=True)}  # fmt: skip
    rows: dict[str, list[Mapping[str, Any]]] = {}
    for record in frames.mentions.to_dict("records"):
        rows.setdefault(record["article_id"], []).append({str(k): v for k, v in record.items()})
    choices = []
    for label in wanted:
        article_id, text = articles.get(label.article, ("", ""))
        start = text.find(label.quote)
        for row in rows.get(article_id, []) if start >= 0 else []:
            fit = _nearness(row, start, start + len(label.quote), label.kind)
            if fit is not None:
                choices.append((fit, label, row))
    found: dict[Label, Mapping[str, Any]] = {}
    used: set[str] = set()
    for _, label, row in sorted(choices, key=lambda c: (c[0], c[1])):
        if label not in found and row["mention_id"] not in used:
            found[label] = row
            used.add(row["mention_id"])
    return found


def _pairs(found: Mapping[Label, Mapping[str, Any]], *, same_event: bool) -> Iterator[Pair]:
    """Give the pairs on which labels and events disagree; `same_event` for those that the labels hold together."""
    items = sorted(found.items())
    for at, (a, first) in enumerate(items):
        for b, second in items[at + 1 :]:
            together = first["event_id"] == second["event_id"]
            if a.theme == b.theme and (a.event == b.event) == same_event and together != same_event:
                yield Pair(a, b, first["event_id"], second["event_id"])


def identity(wanted: Sequence[Label], frames: Frames) -> IdentityScores:
    """Score the events of frames against labels; `frames.mentions` must hold their `event_id`."""
    found = _aligned(wanted, frames)
    gold = {label: (label.theme, label.event) for label in wanted}
    whole = {
        label: (label.theme, found[label]["event_id"] if label in found else f"missed {n}")
        for n, label in enumerate(wanted)
    }
    part = {label: name for label, name in gold.items() if label in found}
    return IdentityScores(
        found=len(found),
        labelled=len(gold),
        merging=b_cubed(clusters_of(part), clusters_of({label: whole[label] for label in part})),
        end_to_end=b_cubed(clusters_of(gold), clusters_of(whole)),
        wrong=list(_pairs(found, same_event=False)),
        missed=list(_pairs(found, same_event=True)),
    )
