"""Scores event lists against labelled ones, article by article: detection, and the fields of matched pairs.

The definitions are those by which a version is judged: one-to-one matching, best pairs first; a pair needs kinds that
are equal or near, and actors or quotes that overlap.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dashlib.codebook.tables import read_toml
from dashlib.evaluate.names import overlap, plain, same_name
from dashlib.evaluate.records import Labelled

__all__ = ["Outcome", "Pair", "Scores", "match", "outcomes", "pairs", "score", "summary"]

_NEAR, _SCARCE_ACTORS, _SHARED_QUOTE = 0.5, 0.34, 0.5
_STRICT_DATE, _STRICT_ACTORS = 0.5, 0.66
_OPTIONAL_COST = 0.1

_Measure = Callable[[Labelled, Labelled], float | None]


class Pair(NamedTuple):
    """A labelled event and the predicted one that matches it; either is None where the other has no partner."""

    article: str
    gold: Labelled | None
    predicted: Labelled | None


class Scores(NamedTuple):
    """Detection and field accuracy; fields as fractions of one, counts of events."""

    gold: int
    predicted: int
    precision: float
    recall: float
    f1: float
    core_recall: float
    strict_f1: float
    kind: float
    status: float
    date_exact: float
    date_overlap: float
    actors: float
    place: float
    swapped: float


@lru_cache(maxsize=1)
def _near() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(k) for k in read_toml("scoring.toml")["near"]["kinds"])


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    return frozenset(read_toml("scoring.toml")["quotes"]["words"])


def _kinds(gold: Labelled, predicted: Labelled) -> float:
    if gold.kind == predicted.kind:
        return 1.0
    return _NEAR if any({gold.kind, predicted.kind} <= group for group in _near()) else 0.0


def _dates(gold: Labelled, predicted: Labelled) -> float:
    ours, theirs = _ends(gold), _ends(predicted)
    if ours is None or theirs is None:
        return float(ours is None and theirs is None)
    shared = (min(ours[1], theirs[1]) - max(ours[0], theirs[0])).days + 1
    return max(0.0, shared / ((max(ours[1], theirs[1]) - min(ours[0], theirs[0])).days + 1))


def _ends(event: Labelled) -> tuple[dt.date, dt.date] | None:
    start, end = event.date_start or event.date_end, event.date_end or event.date_start
    return (start, end) if start and end else None


def _quotes(gold: Labelled, predicted: Labelled) -> float:
    ours, theirs = (set(plain(e.quote).split()) - _small_words() for e in (gold, predicted))
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def _places(gold: Labelled, predicted: Labelled) -> float | None:
    ours, theirs = plain(gold.place).strip(), plain(predicted.place).strip()
    if not ours or not theirs:
        return None if not ours and not theirs else 0.0
    return float(same_name(ours, theirs) or ours in theirs or theirs in ours)


def _actors(gold: Labelled, predicted: Labelled) -> float:
    return overlap(gold.names, predicted.names)


def _pair(gold: Labelled, predicted: Labelled) -> float:
    kinds = _kinds(gold, predicted)
    actors, quotes = _actors(gold, predicted), _quotes(gold, predicted)
    if not kinds or (actors < _SCARCE_ACTORS and quotes < _SHARED_QUOTE):
        return 0.0
    return kinds + actors + 0.7 * quotes + 0.5 * _dates(gold, predicted)


def _best(measure: _Measure, gold: Labelled, predicted: Labelled) -> float | None:
    values = [measure(g, predicted) for g in (gold, *gold.alternatives)]
    return max((v for v in values if v is not None), default=None)


def match(gold: Sequence[Labelled], predicted: Sequence[Labelled]) -> dict[int, int]:
    """Match events one to one, best first; gives positions in `predicted` by positions in `gold`."""
    ranked = sorted(
        (
            (float(_best(_pair, g, p) or 0.0) - _OPTIONAL_COST * g.optional, x, y)
            for x, g in enumerate(gold)
            for y, p in enumerate(predicted)
        ),
        reverse=True,
    )  # fmt: skip
    out: dict[int, int] = {}
    for value, x, y in ranked:
        if value > 0 and x not in out and y not in out.values():
            out[x] = y
    return out


def pairs(gold: Mapping[str, Sequence[Labelled]], predicted: Mapping[str, Sequence[Labelled]]) -> Iterator[Pair]:
    """Give matched pairs, then what has no partner, article by article."""
    for article, ours in gold.items():
        theirs = predicted.get(article, ())
        matched = match(ours, theirs)
        yield from (Pair(article, ours[x], theirs[y]) for x, y in matched.items())
        yield from (Pair(article, g, None) for x, g in enumerate(ours) if x not in matched)
        yield from (Pair(article, None, p) for y, p in enumerate(theirs) if y not in matched.values())


def _sides(gold: Labelled, predicted: Labelled) -> float | None:
    """Give 0 where the sides are exchanged: the doer is told as the one it is done to, and not as the doer."""
    if not gold.initiators or not (predicted.initiators or predicted.recipients):
        return None
    wrong = predicted.recipients and overlap(gold.initiators, predicted.recipients)
    right = predicted.initiators and overlap(gold.initiators, predicted.initiators)
    return float(not wrong or bool(right))


_FIELDS: Mapping[str, _Measure] = {
    "sides": _sides,
    "kind": lambda g, p: float(g.kind == p.kind),
    "status": lambda g, p: float(g.status == p.status),
    "date_exact": lambda g, p: float((g.date_start, g.date_end) == (p.date_start, p.date_end)),
    "date_overlap": _dates,
    "actors": _actors,
    "place": _places,
}


class Outcome(NamedTuple):
    """A pair, and where it has both sides the accuracy of each field; None where neither side fills it."""

    pair: Pair
    fields: Mapping[str, float | None]

    @property
    def strict(self) -> bool:
        """Whether kind and status are equal, the dates overlap by half and the actors agree."""
        f = self.fields
        exact = f["kind"] == 1 and f["status"] == 1
        return exact and (f["date_overlap"] or 0) >= _STRICT_DATE and (f["actors"] or 0) >= _STRICT_ACTORS


def _outcome(pair: Pair) -> Outcome:
    gold, predicted = pair.gold, pair.predicted
    if gold is None or predicted is None:
        return Outcome(pair, {})
    return Outcome(pair, {name: _best(measure, gold, predicted) for name, measure in _FIELDS.items()})


def outcomes(
    gold: Mapping[str, Sequence[Labelled]], predicted: Mapping[str, Sequence[Labelled]]
) -> list[list[Outcome]]:
    """Give the outcomes of each labelled article, so that articles can be drawn anew."""
    return [[_outcome(p) for p in pairs({article: ours}, predicted)] for article, ours in gold.items()]


def score(gold: Mapping[str, Sequence[Labelled]], predicted: Mapping[str, Sequence[Labelled]]) -> Scores:
    """Score predicted events by article id against labelled ones; optional events cost nothing when missed."""
    return summary(outcomes(gold, predicted))


def summary(articles: Iterable[Iterable[Outcome]]) -> Scores:
    """Give the scores of the outcomes of some articles."""
    found = [o for article in articles for o in article]
    both = [o for o in found if o.fields]
    needed = [o for o in both if not (o.pair.gold and o.pair.gold.optional)]
    missable = [o.pair.gold for o in found if o.pair.gold and not o.pair.gold.optional]
    extra = sum(o.pair.gold is None for o in found)
    precision, recall = len(both) / max(1, len(both) + extra), len(needed) / max(1, len(missable))
    return Scores(
        gold=len(missable),
        predicted=len(both) + extra,
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / max(1e-9, precision + recall),
        core_recall=sum(o.pair.gold is not None and o.pair.gold.core for o in needed)
        / max(1, sum(g.core for g in missable)),
        strict_f1=2 * sum(o.strict for o in needed) / max(1, len(needed) + len(missable) + extra),
        swapped=1 - _mean([o.fields["sides"] for o in both]) if both else 0.0,
        **{name: _mean([o.fields[name] for o in both]) for name in _FIELDS if name != "sides"},
    )


def _mean(values: Sequence[float | None]) -> float:
    known = [v for v in values if v is not None]
    return sum(known) / max(1, len(known))
