"""Measures places: `python benchmarks/places.py FILE` for accuracy and F1, without FILE for start, look-up, memory.

FILE holds a JSON object a line: `corpus`, `text` and `toponyms`, a list of objects with `start`, `end`, `latitude` and
`longitude` (null where the place has none).
"""

import json
import random
import resource
import sqlite3
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from dashlib.codebook.gazetteer import How, gazetteer, index_path
from dashlib.evaluate.places import Located, Score, accuracy, detection

if TYPE_CHECKING:
    import pandas as pd

_LOOKUPS = 20_000


def _located(frame: "pd.DataFrame") -> list[Located | None]:
    return [
        Located(r.start, r.end, r.latitude, r.longitude) if r.latitude == r.latitude else None
        for r in frame.itertuples()
    ]


def _is_demonym(name: str) -> bool:
    named = gazetteer().named(name)
    return bool(named) and all(n.how is How.DEMONYM for n in named)


def score(path: Path) -> None:
    """Print accuracy@161 km of given spans (names and demonyms) and F1 of places found (names only)."""
    from dashlib.parsing.places import find_places, resolve_places  # noqa: PLC0415  (cost() must not load spaCy)

    totals = defaultdict(lambda: Score(0, 0, 0))
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        text = row["text"]
        gold = [Located(t["start"], t["end"], t["latitude"], t["longitude"]) for t in row["toponyms"]]
        kinds = ["demonyms" if _is_demonym(t["text"]) else "names" for t in row["toponyms"]]
        placed = [g for g in gold if g.latitude is not None]
        found = _located(resolve_places(text, [(g.start, g.end) for g in placed]))
        for g, f, kind in zip(placed, found, (k for g, k in zip(gold, kinds, strict=True) if g.latitude), strict=True):
            for name in ("all", kind):
                totals[row["corpus"], f"resolved, {name}"] += accuracy([g], [f])
        names = [g for g, k in zip(gold, kinds, strict=True) if k == "names"]
        spans = [Located(r.start, r.end, r.latitude, r.longitude) for r in find_places(text).itertuples()]
        totals[row["corpus"], "found, span"] += detection(names, spans)
        totals[row["corpus"], "found, span and place"] += detection(names, spans, limit_km=161)
    for (corpus, what), s in sorted(totals.items()):
        print(f"{corpus:8} {what:22} n={s.gold:5} P={s.precision:.3f} R={s.recall:.3f} F1={s.f1:.3f}")


def cost() -> None:
    """Print what a start, a look-up and the open index cost."""
    started = time.perf_counter()
    index = gazetteer()
    index.named("Khartoum")
    print(f"start: {time.perf_counter() - started:.3f} s")
    with sqlite3.connect(index_path()) as db:
        keys = [k for (k,) in db.execute("select key from names order by random() limit ?", (_LOOKUPS,))]
    random.Random(1).shuffle(keys)
    for name, asked in (("known", keys), ("unknown", [f"{k}q" for k in keys])):
        started = time.process_time()
        for key in asked:
            index.lookup(key)
        print(f"look-up of a name, {name}: {1e6 * (time.process_time() - started) / _LOOKUPS:.1f} µs")
    print(f"resident: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print(f"index: {index_path().stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    if sys.argv[1:]:
        score(Path(sys.argv[1]))
    else:
        cost()
