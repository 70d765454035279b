"""Why two mentions are one event, in words: the features that counted, the strongest first."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from dashlib.codebook.kinds import kind
from dashlib.merging.actors import entity
from dashlib.merging.titles import joined
from dashlib.merging.words import weigh

__all__ = ["reasons"]

_ROLES = ("initiators", "recipients", "participants")


def _actors(a: Mapping[str, Any], b: Mapping[str, Any]) -> str:
    first, second = _named(a), _named(b)
    shared = [first[e] for e in first if e in second and first[e] == second[e]]
    swapped = [f"{first[e]} for {second[e]}" for e in first if e in second and first[e] != second[e]]
    return " and ".join(filter(None, [f"same parties ({joined(shared)})" if shared else "", joined(swapped)]))


def _named(row: Mapping[str, Any]) -> dict[str, str]:
    codes = [c for role in ("initiator", "recipient", "participant") for c in row[f"{role}_codes"]]
    names = [n for role in _ROLES for n in row[role]]
    return {entity(n, c): n for n, c in zip(names, [*codes, *[""] * len(names)], strict=False)}


def _day(value: dt.date) -> str:
    return f"{value.day} {value:%b %Y}"


def _dates(a: Mapping[str, Any], b: Mapping[str, Any]) -> str:
    ends = [row[k] for row in (a, b) for k in ("date_start", "date_end")]
    if None in ends:
        return "dates that do not contradict"
    if len(set(ends)) == 1:
        return f"same day ({_day(ends[0])})"
    start, end = max(ends[0], ends[2]), min(ends[1], ends[3])
    return f"overlapping dates ({_day(start)} to {_day(end)})" if start < end else f"dates that meet on {_day(start)}"


def _places(a: Mapping[str, Any], b: Mapping[str, Any]) -> str:
    return f"same place ({a['place']})" if a["place"] == b["place"] else f"{a['place']} and {b['place']} go together"


def _words(a: Mapping[str, Any], b: Mapping[str, Any]) -> str:
    first, second = weigh(a["quote"]), weigh(b["quote"])
    shared = sorted(first.keys() & second.keys(), key=lambda s: (-first[s] * second[s], s))
    return f"words in common ({', '.join(shared[:4])})" if shared else "same trigger"


def _kinds(a: Mapping[str, Any], b: Mapping[str, Any]) -> str:
    first, second = kind(a["kind"]).label.lower(), kind(b["kind"]).label.lower()
    return f"same kind ({first})" if first == second else f"{first} and {second} are near kinds"


def _always(words: str) -> Callable[[Mapping[str, Any], Mapping[str, Any]], str]:
    return lambda _a, _b: words


_WORDED: Mapping[str, Callable[[Mapping[str, Any], Mapping[str, Any]], str]] = {
    "kind": _kinds, "actors": _actors, "dates": _dates, "places": _places, "words": _words,
    "series": _always("same number in the series"), "article": _always("same article"),
    "around": _always("what one report names stands around the other"), "story": _always("articles on one story"),
}  # fmt: skip


def reasons(a: Mapping[str, Any], b: Mapping[str, Any], points: Mapping[str, float]) -> str:
    """Give the reasons for a merge of two mention rows from the points of each feature."""
    counted = sorted((name for name, p in points.items() if p > 0), key=lambda n: -points[n])
    return "; ".join(filter(None, (_WORDED[name](a, b) for name in counted)))
