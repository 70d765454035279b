"""Measures status and confidence on a labelled file: the confusion of statuses on matched pairs, the reliability curve.

    python -m benchmarks.reading LABELLED.jsonl [BINS]

A line is an article: `id`, `text`, `published`, `events` as `dashlib.evaluate` reads them.
"""

import datetime as dt
import json
import sys
from collections import Counter
from pathlib import Path

from dashlib.evaluate.events import pairs
from dashlib.evaluate.records import read_lines
from dashlib.evaluate.reliability import judged, reliability
from dashlib.evaluate.within import events_of
from dashlib.parsing import pipeline
from dashlib.settings import current
from dashlib.types import Article, Interval, Precision


def articles(lines: list[str]) -> list[Article]:
    """Give the articles of a labelled file."""
    out = []
    for row in map(json.loads, lines):
        day = dt.date.fromisoformat(row["published"][:10]) if row.get("published") else None
        published = Interval(day, day, Precision.DAY) if day else Interval()
        out.append(Article(article_id=row["id"], text=row["text"], published=published))
    return out


def main(path: str, bins: int = 5) -> None:
    """Print what was measured."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    gold = read_lines(lines)
    docs = pipeline.annotate(pipeline.load(current().model, judge=current().judge), articles(lines))
    found = list(pairs(gold, {d._.article.article_id: events_of(d) for d in docs}))
    both = Counter((p.gold.status, p.predicted.status) for p in found if p.gold and p.predicted)
    right = sum(n for (ours, theirs), n in both.items() if ours == theirs)
    print(f"status {right}/{sum(both.values())} = {right / max(1, sum(both.values())):.3f}")
    for (ours, theirs), n in both.most_common():
        print(f"  {n:4} labelled {ours}, read as {theirs}")
    curve = reliability(judged(found), bins=bins)
    print(f"confidence: expected calibration error {curve.error:.3f}, Brier score {curve.brier:.3f}")
    for part in curve.bins:
        span = f"{part.low:.1f}-{part.high:.1f}"
        print(f"  {span}: {part.size:4} events, stated {part.stated:.2f}, found {part.found:.2f}")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
