"""Times the pipeline on the demo articles: each component against the spaCy model, in one run on one core.

    python -m benchmarks [--record]

Prints the CPU seconds of the spaCy model and of each component as a share of it, the articles a second of the whole,
then the near-duplicates (20,000 articles) and the merging (20,000 mentions). The ratios carry over to other machines;
`--record` writes them into the figures that ship (docs/performance.md shows them).
"""

import datetime as dt
import sys
import time
from collections.abc import Callable
from pathlib import Path

from spacy.language import Language

from benchmarks import duplicates, merging
from benchmarks.record import TABLE
from dashlib.articles import read
from dashlib.evaluate.figures import Measure, recorded
from dashlib.parsing import pipeline
from dashlib.settings import current

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
    seconds = {"spaCy model": 0.0}
    for name, pipe in nlp.pipeline:
        own = name.startswith("dashlib_") and name != "dashlib_layout"
        spent = _cpu(lambda pipe=pipe: list(pipe.pipe(docs)) if hasattr(pipe, "pipe") else [pipe(d) for d in docs])
        seconds[name if own else "spaCy model"] = spent + (0.0 if own else seconds["spaCy model"])
    return len(docs), seconds


def _record(shares: dict[str, float]) -> None:
    """Keep what each component takes beside the spaCy model, and what all of them take together."""
    measures = [Measure(name.removeprefix("dashlib_"), share) for name, share in shares.items()]
    everything = Measure("all_components", sum(shares.values()))
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    facts = {"part": "speed", "name": "demo articles", "judge": "on", "date": today, "command": "make bench"}
    recorded(TABLE, [*measures, everything], **facts)


def main() -> None:
    """Print the table of ratios, then the two other benchmarks on a fifth of their size."""
    count, seconds = components(pipeline.load(current().model))
    base, total = seconds["spaCy model"], sum(seconds.values())
    print(f"{count} demo articles, one core: {total:.1f} CPU s, {count / total:.0f} articles a second")
    for name, spent in seconds.items():
        print(f"  {name:22} {spent:6.2f} s  {spent / base:6.1%} of the spaCy model")
    if "--record" in sys.argv[1:]:
        _record({name: spent / base for name, spent in seconds.items() if name != "spaCy model"})
    duplicates.main(20_000)
    merging.main(20_000)


if __name__ == "__main__":
    main()
