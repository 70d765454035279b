"""Times the pipeline on the demo articles: each component against the spaCy model, run by run, on one core.

    python -m benchmarks [--record]

Prints the articles a second of the whole and the CPU time of each component as a share of the spaCy model's (the median of
three runs, and their range), then the near-duplicates (20,000 articles) and the merging (20,000 mentions). The ratios carry over to other machines;
`--record` writes them into the figures that ship (docs/performance.md shows them).
"""

import datetime as dt
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from spacy.language import Language

from benchmarks import duplicates, merging
from benchmarks.record import TABLE
from dashlib.articles import read
from dashlib.evaluate.figures import Measure, recorded
from dashlib.parsing import pipeline
from dashlib.settings import current

_BASE, _RUNS = "spaCy model", 3
_ARTICLES = Path(__file__).resolve().parent.parent / "data" / "articles"


def _cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def components(nlp: Language) -> tuple[int, dict[str, float]]:
    """Give the number of articles, and the CPU seconds of the spaCy model (first) and of each component over them."""
    articles, _ = read([_ARTICLES])
    next(pipeline.annotate(nlp, articles[:1]))  # tables and indexes are read before the clock runs
    docs = [nlp.make_doc(article.text) for article in articles]
    for doc, article in zip(docs, articles, strict=True):
        doc._.article = article
    seconds = {_BASE: 0.0}
    for name, pipe in nlp.pipeline:
        own = name.startswith("dashlib_") and name != "dashlib_layout"
        spent = _cpu(lambda pipe=pipe: list(pipe.pipe(docs)) if hasattr(pipe, "pipe") else [pipe(d) for d in docs])
        seconds[name if own else _BASE] = spent + (0.0 if own else seconds[_BASE])
    return len(docs), seconds


def _record(shares: dict[str, float]) -> None:
    """Keep what each component takes beside the spaCy model, and what all of them take together."""
    measures = [Measure(name.removeprefix("dashlib_"), share) for name, share in shares.items()]
    everything = Measure("all_components", sum(shares.values()))
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    facts = {"part": "speed", "name": "demo articles", "judge": "on", "date": today, "command": "make bench"}
    recorded(TABLE, [*measures, everything], **facts)


def main() -> None:
    """Print the table of ratios (medians of the runs), then the two other benchmarks on a fifth of their size."""
    nlp = pipeline.load(current().model)
    runs = [components(nlp) for _ in range(_RUNS)]
    count = runs[0][0]
    total = median(sum(seconds.values()) for _, seconds in runs)
    print(f"{count} demo articles, one core: {total:.1f} CPU s, {count / total:.0f} articles a second, {_RUNS} runs")
    shares = {}
    for name in (n for n in runs[0][1] if n != _BASE):
        told = sorted(seconds[name] / seconds[_BASE] for _, seconds in runs)
        shares[name] = median(told)
        print(f"  {name:22} {shares[name]:6.1%} of the spaCy model ({told[0]:.1%} to {told[-1]:.1%})")
    if "--record" in sys.argv[1:]:
        _record(shares)
    duplicates.main(20_000)
    merging.main(20_000)


if __name__ == "__main__":
    main()
