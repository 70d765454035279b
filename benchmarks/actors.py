"""How many labelled actors are found, and how fast: `python benchmarks/actors.py FOLDER --scorer score_news.py`.

FOLDER holds `plover_sentences.jsonl` (text, source, target) and `news_events.jsonl` (text, title, published, events
with names of actors). Prints the share of source and target spans whose head a mention covers (`head`), whose noun
phrase leads to an actor (`phrase`), or that any mention touches (`overlap`); the share of named actors found anywhere
in their text, by the scorer's `same_name`; and the time of the component beside that of the spaCy pipeline.
"""

import argparse
import datetime as dt
import importlib.util
import json
import time
from pathlib import Path
from types import ModuleType

from spacy.language import Language
from spacy.tokens import Doc

from dashlib import settings
from dashlib.codebook.actors import codebook
from dashlib.parsing import pipeline
from dashlib.parsing.actors import actors_of, find
from dashlib.types import Article, Interval, Precision


def _rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _annotated(nlp: Language, rows: list[dict]) -> list[Doc]:
    """Parse and find; print the processor time of each."""
    started = time.process_time()
    docs = list(nlp.pipe(_made(nlp, rows)))
    parsed = time.process_time() - started
    book = codebook()
    find(docs[0], book=book)
    started = time.process_time()
    for doc in docs:
        doc._.actors = find(doc, book=book)
    found = time.process_time() - started
    tokens = sum(map(len, docs))
    print(f"{len(docs)} texts, {tokens} tokens: spaCy {parsed:.1f} s, actors {found:.2f} s ({found / parsed:.1%})")
    return docs


def _made(nlp: Language, rows: list[dict]) -> list[Doc]:
    docs = []
    for row in rows:
        text = "\n\n".join(t for t in (row.get("title"), row["text"]) if t)
        doc = nlp.make_doc(text)
        day = dt.date.fromisoformat(row["published"]) if row.get("published") else None
        doc._.article = Article("", text, published=Interval(day, day, Precision.DAY) if day else Interval())
        docs.append(doc)
    return docs


def _spans(rows: list[dict], docs: list[Doc], side: str) -> None:
    counts = {"head": 0, "phrase": 0, "overlap": 0}
    total = 0
    for row, doc in zip(rows, docs, strict=True):
        start = row["text"].find(row[side]) if row[side] else -1
        if start < 0:
            continue
        span = doc.char_span(start, start + len(row[side]), alignment_mode="expand")
        head, inside = span.root, [m for m in doc._.actors if m.first < span.end and m.last > span.start]
        total += 1
        counts["head"] += any(m.first <= head.i < m.last for m in inside)
        counts["phrase"] += any(m in inside for m in actors_of(doc, head))
        counts["overlap"] += bool(inside)
    print(f"{side}: {total} spans", *(f"{k} {v / total:.3f}" for k, v in counts.items()))


def _names(rows: list[dict], docs: list[Doc], scorer: ModuleType) -> None:
    found = total = 0
    for row, doc in zip(rows, docs, strict=True):
        known = scorer.names({"participants": [m.actor.name for m in doc._.actors]})
        wanted = {name for event in row["events"] for name in scorer.names(event)}
        total += len(wanted)
        found += sum(any(scorer.same_name(w, k) for k in known) for w in wanted)
    print(f"news: {total} names, recall {found / total:.3f}")


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    args = parser.parse_args()
    nlp = pipeline.load(settings.current().model, ())
    sentences, news = _rows(args.folder / "plover_sentences.jsonl"), _rows(args.folder / "news_events.jsonl")
    docs = _annotated(nlp, sentences)
    for side in ("source", "target"):
        _spans(sentences, docs, side)
    _names(news, _annotated(nlp, news), _scorer(args.scorer))


if __name__ == "__main__":
    main()
