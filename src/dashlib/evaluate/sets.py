"""Scores whole labelled sets: rows of a file in, measures with their 95 % intervals out, one function a form.

`judge` is "on", "off", the folder of an encoder, or "alone": the judge without the rules (`dashlib.parsing.alone`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language

from dashlib.api import parse
from dashlib.api import read as read_frame
from dashlib.codebook.gazetteer import How, gazetteer
from dashlib.errors import DashlibError
from dashlib.evaluate import bootstrap, coreference, events, gold_mentions, places, plover
from dashlib.evaluate import dates as timexes
from dashlib.evaluate.figures import Measure
from dashlib.evaluate.identity import Label, identity
from dashlib.evaluate.records import Labelled, from_row
from dashlib.evaluate.rows import Rows, labelled_articles
from dashlib.evaluate.within import events_of
from dashlib.parsing import alone, pipeline
from dashlib.parsing.dates import find_dates
from dashlib.parsing.places import find_places, resolve_places
from dashlib.settings import current

__all__ = ["ALONE", "SETS", "Task", "event_outcomes", "event_scores"]

ALONE = "alone"


class Task(NamedTuple):
    """Labelled rows, the folder of their articles, the judge, and what is told of the progress (an iterator of rows)."""

    rows: Rows
    articles: Path
    judge: str
    watched: Callable[[Rows], Iterator[Mapping[str, Any]]] = iter


def _pipeline(judge: str) -> Language:
    if judge == ALONE:
        return pipeline.load(current().model, alone.COMPONENTS)
    return pipeline.load(current().model, judge=judge)


def event_outcomes(task: Task) -> list[list[events.Outcome]]:
    """Find the events of labelled articles and match them; gives the outcomes of each article."""
    docs = pipeline.annotate(_pipeline(task.judge), list(labelled_articles(task.rows, task.articles)))
    gold: dict[str, tuple[Labelled, ...]] = {r["id"]: tuple(map(from_row, r["events"])) for r in task.rows}
    return events.outcomes(gold, {row["id"]: events_of(next(docs)) for row in task.watched(task.rows)})


def event_scores(found: Sequence[Sequence[events.Outcome]]) -> list[Measure]:
    """Give the scores of outcomes; intervals draw whole articles."""
    return _drawn(found, events.summary, counts=("gold", "predicted"))


def _drawn(units: Sequence[Any], score: Callable[[Sequence[Any]], Any], *, counts: tuple[str, ...]) -> list[Measure]:
    """Give the fields of a score; the interval of each comes from drawing units, that of a count is left out."""
    whole = score(units)._asdict()
    ends = bootstrap.intervals(units, lambda sample: tuple(score(sample))) if units else [(0.0, 0.0)] * len(whole)
    return [
        Measure(name, value) if name in counts else Measure(name, value, *end)
        for (name, value), end in zip(whole.items(), ends, strict=True)
    ]


def _events(task: Task) -> list[Measure]:
    return event_scores(event_outcomes(task))


def _plover(task: Task) -> list[Measure]:
    nlp = _pipeline(task.judge)
    gold = [
        plover.Sentence(r["text"], r["source"], r["target"], r.get("root") or r["event"], str(r["quad"]))
        for r in task.rows
    ]
    said = [plover.guess(nlp(row["text"])) for row in task.watched(task.rows)]
    return _drawn(list(zip(gold, said, strict=True)), plover.score, counts=("silent",))


def _dates(task: Task) -> list[Measure]:
    return _drawn([_tally(row) for row in task.watched(task.rows)], timexes.summary, counts=("gold", "found"))


def _tally(row: Mapping[str, Any]) -> timexes.Tally:
    fields = timexes.Expression._fields
    gold = [timexes.Expression(*(t[f] for f in fields)) for t in row["timexes"] if t.get("start") is not None]
    found = find_dates(row["text"], row.get("dct") or row.get("published"))[list(fields)]
    return timexes.tally(gold, [timexes.Expression(*values) for values in found.itertuples(index=False)])


def _located(rows: Any) -> list[places.Located]:
    return [places.Located(r["start"], r["end"], r["latitude"], r["longitude"]) for r in rows]


class _Placed(NamedTuple):
    """Counts of one text: given spans resolved (all, names, demonyms), and names found (anywhere near, within 161 km)."""

    all: places.Score
    names: places.Score
    demonyms: places.Score
    found: places.Score
    near: places.Score


def _is_demonym(name: str) -> bool:
    named = gazetteer().named(name)
    return bool(named) and all(n.how is How.DEMONYM for n in named)


def _placed(row: Mapping[str, Any]) -> _Placed:
    """Count one text; a demonym names no place to be found, so it counts only where its span is given."""
    text, gold = row["text"], sorted(_located(row["toponyms"]))
    said = _located(resolve_places(text, [(g.start, g.end) for g in gold]).to_dict("records"))
    ours = list(zip(gold, said, [_is_demonym(text[g.start : g.end]) for g in gold], strict=True))
    every, plain, demonyms = (
        places.accuracy([g for g, _, d in ours if d in kinds], [f for _, f, d in ours if d in kinds])
        for kinds in ({True, False}, {False}, {True})
    )
    names = [g for g, _, demonym in ours if not demonym]
    anywhere = _located(find_places(text).to_dict("records"))
    near = places.detection(names, anywhere, limit_km=places.LIMIT_KM)
    return _Placed(every, plain, demonyms, places.detection(names, anywhere), near)


class _PlaceScores(NamedTuple):
    toponyms: int
    demonyms: int
    resolved_161_km: float
    resolved_names_161_km: float
    resolved_demonyms_161_km: float
    found_precision: float
    found_recall: float
    found_f1: float
    found_161_km_f1: float


def _place_scores(texts: Sequence[_Placed]) -> _PlaceScores:
    none = places.Score(0, 0, 0)
    s = _Placed(*(sum(column, none) for column in zip(*texts, strict=True)))
    resolved = (s.all.recall, s.names.recall, s.demonyms.recall)
    found = (s.found.precision, s.found.recall, s.found.f1, s.near.f1)
    return _PlaceScores(s.all.gold, s.demonyms.gold, *resolved, *found)


def _places(task: Task) -> list[Measure]:
    return _drawn([_placed(row) for row in task.watched(task.rows)], _place_scores, counts=("toponyms", "demonyms"))


def _b_cubed(name: str, measure: coreference.Measure) -> Iterator[Measure]:
    yield from (Measure(f"{name}_{field}", value) for field, value in measure._asdict().items())
    yield Measure(f"{name}_f1", measure.f1)


def _coreference(task: Task) -> list[Measure]:
    if task.judge == ALONE:
        raise DashlibError("--coreference has no judge alone; take --judge on or off")
    if "mentions" in task.rows[0]:  # a benchmark that gives the mentions, such as ECB+
        scores = gold_mentions.evaluate(gold_mentions.documents_of(task.rows), pipeline.load(current().model, ()))
        parts = [m for name, measure in scores._asdict().items() for m in _b_cubed(name, measure)]
        return [*parts, Measure("conll", scores.conll)]
    wanted = [Label(r["event"], r["kind"], p["article"], p["quote"]) for r in task.rows for p in r["reports"]]
    paths = [task.articles / name for name in sorted({w.article for w in wanted})]
    found = identity(wanted, parse(read_frame(paths), judge=task.judge))
    return [
        Measure("clauses", found.labelled),
        Measure("clauses_with_a_mention", found.found),
        *_b_cubed("merging_b3", found.merging),
        *_b_cubed("end_to_end_b3", found.end_to_end),
        Measure("pairs_merged_wrongly", len(found.wrong)),
        Measure("pairs_not_merged", len(found.missed)),
    ]


SETS: Mapping[str, Callable[[Task], list[Measure]]] = {
    "events": _events,
    "plover": _plover,
    "dates": _dates,
    "places": _places,
    "coreference": _coreference,
}
