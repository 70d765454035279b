"""Made-up reports for the store's tests, and a parser that reads them without spaCy.

A text is a line a mention: `kind; day; actor, actor; place`. Run as a script it ingests a batch and dies.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from dashlib.codebook import kind as kind_of
from dashlib.codebook.modes import codes
from dashlib.engine import Parsed
from dashlib.parsing.records import Rows
from dashlib.types import Article

STATES = {"Russia": "RUS", "Ukraine": "UKR", "France": "FRA", "Germany": "DEU", "Japan": "JPN", "China": "CHN"}


def report(*lines: str, published: str = "2025-08-13", source: str = "Desk A", title: str = "") -> dict[str, Any]:
    """Give an article as a mapping."""
    return {"text": "\n".join(lines), "published": published, "source": source, "title": title}


def mention(article: Article, number: int, line: str) -> dict[str, Any]:
    """Give the mention that a line stands for."""
    kind, day, who, place = (part.strip() for part in f"{line};;;".split(";")[:4])
    start = article.text.index(line)
    names = [n.strip() for n in who.split(",") if n.strip()]
    key = f"{article.article_id}|{start}|{kind}"
    return {
        "mention_id": hashlib.sha256(key.encode()).hexdigest()[:16], "article_id": article.article_id,
        "sentence": number, "start": start, "end": start + len(kind), "trigger": kind, "quote": line,
        "quote_start": start, "quote_end": start + len(line), "kind": kind, "quad": kind_of(kind).quad, **codes(kind),
        "status": "happened", "date_start": _day(day), "date_end": _day(day),
        "date_precision": "day" if day else "unknown", "date_basis": "explicit" if day else "none",
        "participants": names, "participant_codes": [f"{STATES[n]} GOV" for n in names], "place": place,
        "place_id": place, "place_precision": "settlement" if place else "", "confidence": 0.8, "extractor": "test",
    }  # fmt: skip


def _day(text: str) -> Any:
    import datetime as dt

    return dt.date.fromisoformat(text) if text else None


def parse(articles: Iterable[Article], **_how: Any) -> Iterator[Parsed]:
    """Stand in for the engine."""
    for article in articles:
        lines = [
            line for line in article.text.splitlines() if line.split(";")[0].strip() in {"call", "strike", "summit"}
        ]
        yield Parsed(article, Rows([mention(article, n, line) for n, line in enumerate(lines)], [], [], [], []), None)


def main(path: str, when: str) -> None:
    """Ingest two batches and die: after the first counts ("between"), or before the second counts ("within")."""
    from dashlib.store import Store, ingesting

    ingesting.parse_articles = parse  # type: ignore[assignment]
    ingesting._BATCH = 1
    first = ingesting.record
    calls = []

    def record(*args: Any, **facts: Any) -> None:
        calls.append(args)
        if len(calls) == 2 and when == "within":
            os._exit(9)
        first(*args, **facts)

    ingesting.record = record  # type: ignore[assignment]

    def progress(done: int, _total: int) -> None:
        if done == 1 and when == "between":
            os._exit(9)

    day = "2025-08-12"
    Store(path).ingest(
        [report(f"call; {day}; Russia, China"), report(f"call; {day}; France, Germany")], progress=progress
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
