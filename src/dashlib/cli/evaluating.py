"""`dashlib evaluate`: scores against labelled texts, printed as a table a set."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console

from dashlib.api import parse
from dashlib.api import read as read_frame
from dashlib.articles import read
from dashlib.articles.model import from_mapping
from dashlib.cli.console import progress
from dashlib.cli.serving import demo_articles
from dashlib.errors import DashlibError
from dashlib.evaluate import dates, events, gold_mentions, places, plover
from dashlib.evaluate import report as reporting
from dashlib.evaluate.identity import Label, identity
from dashlib.evaluate.records import Labelled, from_row
from dashlib.evaluate.reliability import judged, reliability
from dashlib.evaluate.within import events_of
from dashlib.parsing import pipeline
from dashlib.parsing.dates import find_dates
from dashlib.parsing.places import find_places, resolve_places
from dashlib.settings import current
from dashlib.types import Article

__all__ = ["labelled_articles", "labelled_rows", "run"]

Rows = Sequence[Mapping[str, Any]]
Figures = Iterable[tuple[str, object]]


def labelled_rows(path: Path) -> Rows:
    """Read labelled texts: JSON Lines, one JSON value, or a folder of such lines. Raises DashlibError for others."""
    if path.is_dir():
        return [row for file in sorted(path.glob("*.jsonl")) for row in labelled_rows(file)]
    text = path.read_text(encoding="utf-8")
    try:
        value = json.loads(text)
        return [value] if isinstance(value, Mapping) else list(value)
    except ValueError:
        pass
    rows: list[Mapping[str, Any]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            rows += [json.loads(line)] if line.strip() else []
        except ValueError as e:
            raise DashlibError(f"{path}, line {number}: no valid JSON ({e})") from e
    return rows


def _watched(rows: Rows, label: str) -> Iterator[Mapping[str, Any]]:
    with progress(label) as advance:
        for done, row in enumerate(rows, start=1):
            yield row
            advance(done, len(rows))


def labelled_articles(rows: Rows, folder: Path) -> Iterator[Article]:
    """Give the article of each row: its own text, or the file below `folder` that its id names."""
    for row in rows:
        if "text" in row:
            yield from_mapping(row)
            continue
        name = str(row["id"])
        found, problems = read([folder / (name if name.endswith(".txt") else f"{name}.txt")])
        if not found:
            raise DashlibError(
                f"the text of {name} cannot be read ({problems[0].reason}); name its folder by --articles"
            )
        yield replace(found[0], duplicate_of="")


def _events(rows: Rows, articles: Path | None, *, report: bool = False) -> Figures:
    texts = list(labelled_articles(rows, articles or demo_articles()))
    docs = pipeline.annotate(pipeline.load(current().model, judge=current().judge), texts)
    gold: dict[str, tuple[Labelled, ...]] = {r["id"]: tuple(map(from_row, r["events"])) for r in rows}
    said = {row["id"]: events_of(next(docs)) for row in _watched(rows, "events")}
    yield from events.score(gold, said)._asdict().items()
    if report:
        yield from _report(list(events.pairs(gold, said)))


def _report(pairs: Sequence[events.Pair]) -> Figures:
    """Give what to read after a score: counts by kind, the ten worst errors of each sort, by confidence, how each entry did."""
    yield "by kind", "gold  predicted  matched  other kind"
    for k in reporting.by_kind(pairs):
        yield k.kind, f"{k.gold:4}  {k.predicted:9}  {k.matched:7}  {k.near:10}"
    for name, found in (("missed", reporting.misses(pairs)), ("false alarm", reporting.false_alarms(pairs))):
        for pair in found:
            event = pair.gold or pair.predicted
            assert event is not None
            yield f"{name}: {event.kind}", f"{pair.article}: {event.quote}"
    yield "by confidence", "predicted  right"
    for b in reliability(judged(pairs)).bins:
        yield f"{b.low:.0%} to {b.high:.0%}", f"{b.size:9}  {b.found:.3f}"
    yield "by entry", "fired  matched  right kind"
    for entry in reporting.by_entry(pairs):
        yield entry.rule, f"{entry.fired:5}  {entry.matched:7}  {entry.right:10}"


def _plover(rows: Rows, _: Path | None) -> Figures:
    nlp = pipeline.load(current().model, judge=current().judge)
    gold = [
        plover.Sentence(r["text"], r["source"], r["target"], r.get("root") or r["event"], str(r["quad"])) for r in rows
    ]
    said = [plover.guess(nlp(row["text"])) for row in _watched(rows, "plover")]
    return plover.score(gold, said)._asdict().items()


def _dates(rows: Rows, _: Path | None) -> Figures:
    return dates.score(_expressions(rows))._asdict().items()


def _expressions(rows: Rows) -> Iterator[tuple[list[dates.Expression], list[dates.Expression]]]:
    fields = dates.Expression._fields
    for row in _watched(rows, "dates"):
        gold = [dates.Expression(*(t[f] for f in fields)) for t in row["timexes"] if t.get("start") is not None]
        found = find_dates(row["text"], row.get("dct") or row.get("published"))[list(fields)]
        yield gold, [dates.Expression(*values) for values in found.itertuples(index=False)]


def _located(rows: Iterable[Mapping[Any, Any]]) -> list[places.Located]:
    return [places.Located(r["start"], r["end"], r["latitude"], r["longitude"]) for r in rows]


def _places(rows: Rows, _: Path | None) -> Figures:
    resolved = found = near = places.Score(0, 0, 0)
    for row in _watched(rows, "places"):
        gold = sorted(_located(row["toponyms"]))
        said = resolve_places(row["text"], [(g.start, g.end) for g in gold]).to_dict("records")
        resolved += places.accuracy(gold, _located(said))
        anywhere = _located(find_places(row["text"]).to_dict("records"))
        found += places.detection(gold, anywhere)
        near += places.detection(gold, anywhere, limit_km=places.LIMIT_KM)
    yield "toponyms", resolved.gold
    yield "resolved within 161 km", resolved.recall
    yield from (("found: precision", found.precision), ("found: recall", found.recall), ("found: F1", found.f1))
    yield "found within 161 km: F1", near.f1


def _given_mentions(rows: Rows) -> Figures:
    """Score a benchmark that gives the mentions, such as ECB+."""
    scores = gold_mentions.evaluate(gold_mentions.documents_of(rows), pipeline.load(current().model, ()))
    for name, measure in scores._asdict().items():
        yield name, f"precision {measure.precision:.3f}, recall {measure.recall:.3f}, F1 {measure.f1:.3f}"
    yield "CoNLL", scores.conll


def _coreference(rows: Rows, articles: Path | None) -> Figures:
    if "mentions" in rows[0]:
        yield from _given_mentions(rows)
        return
    wanted = [Label(r["event"], r["kind"], p["article"], p["quote"]) for r in rows for p in r["reports"]]
    folder = articles or demo_articles()
    frames = parse(read_frame([folder / name for name in sorted({w.article for w in wanted})]))
    scores = identity(wanted, frames)
    yield from (("clauses", scores.labelled), ("clauses with a mention", scores.found))
    for name, measure in (("merging", scores.merging), ("end to end", scores.end_to_end)):
        yield f"{name}: B³", f"precision {measure.precision:.3f}, recall {measure.recall:.3f}, F1 {measure.f1:.3f}"
    yield from (("pairs merged wrongly", len(scores.wrong)), ("pairs not merged", len(scores.missed)))


_SETS: Mapping[str, Callable[[Rows, Path | None], Figures]] = {
    "events": _events,
    "plover": _plover,
    "dates": _dates,
    "places": _places,
    "coreference": _coreference,
}


def run(files: Mapping[str, Path], *, articles: Path | None, limit: int, report: bool = False) -> None:
    """Print the scores of each set given. Raises DashlibError where none is given or a row lacks a field."""
    if not files:
        raise DashlibError(f"nothing to score; give a file with {', '.join(f'--{name}' for name in _SETS)}")
    for name, path in files.items():
        rows = labelled_rows(path)[: limit or None]
        try:
            score = partial(_events, report=report) if name == "events" else _SETS[name]
            figures = list(score(rows, articles))
        except KeyError as e:
            raise DashlibError(f"{path}: a row lacks {e}; docs/cli.md gives the form of --{name}") from e
        _show(f"{name}: {path.name}, {len(rows)} labelled", figures)


def _show(title: str, figures: Figures) -> None:
    console = Console(highlight=False, markup=False)
    console.print(title)
    for name, value in figures:
        console.print(f"  {name.replace('_', ' '):26} {_figure(value)}")


def _figure(value: object) -> str:
    if isinstance(value, tuple):
        return " … ".join(map(_figure, value))
    return f"{value:.3f}" if isinstance(value, float) else str(value)
