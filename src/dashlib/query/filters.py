"""What an analyst asks to see, as a frozen value: from and to the address of a page, and as a sentence."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from dashlib.codebook import FAMILIES, KINDS
from dashlib.errors import FilterError
from dashlib.query.phrases import read_days, relative
from dashlib.types import Status
from dashlib.wording import counted, date_range, joined, when

__all__ = ["LIKELY", "PARAMS", "REVIEWS", "ActorMode", "Filters"]

LIKELY = 0.5
"""Events less sure than this are kept but not shown unless asked for: more of them are wrong than right (docs/app.md)."""


class ActorMode(StrEnum):
    """How several actors combine: any of them, all of them, or at least two of them (between them)."""

    ANY = "any"
    ALL = "all"
    PAIR = "pair"


REVIEWS = ("unreviewed", "confirmed", "edited", "rejected")
PARAMS: Mapping[str, str] = {
    "when": "when",
    "since": "from",
    "until": "to",
    "actors": "who",
    "actor_mode": "together",
    "initiators": "by",
    "recipients": "whom",
    "families": "family",
    "kinds": "kind",
    "statuses": "status",
    "places": "where",
    "sources": "source",
    "min_sources": "reports",
    "min_confidence": "sure",
    "reviewed": "review",
    "words": "words",
}
_DAYS = frozenset({"since", "until"})
_LISTS = ("actors", "initiators", "recipients", "families", "kinds", "statuses", "places", "sources", "reviewed")
_LABELS: Mapping[str, Mapping[str, str]] = {
    "kinds": {name: k.label for name, k in KINDS.items()},
    "families": {name: name for name in FAMILIES},
    "statuses": {s.value: s.value.capitalize() for s in Status},
    "reviewed": {r: r.capitalize() for r in REVIEWS},
}
_SINGULAR = {"kinds": "kind", "families": "family", "statuses": "status", "reviewed": "review"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which events to show; an empty field does not restrict.

    `since` and `until` are days, both inclusive; an event matches when its interval overlaps. `when` says them in words
    ("last 30 days", see `read_days`) and takes their place; it counts from the day on which the Filters are made.
    `initiators` and `recipients` are who did it, and to whom. `places` are names of places, first-order regions or
    countries (a country's ISO 3166-1 alpha-3 code will do). `min_confidence` lies between 0 and 1; what an analyst
    confirmed or edited always passes. Without `reviewed`, what an analyst rejected stays out. All `words` must occur
    in the title or in a quote; a phrase stands in double quotes. Raises FilterError for a value that no event can have.
    """

    when: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    actors: tuple[str, ...] = ()
    actor_mode: ActorMode = ActorMode.ANY
    initiators: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    min_sources: int = 1
    min_confidence: float = LIKELY
    reviewed: tuple[str, ...] = ()
    words: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be, and give `when` its days."""
        if self.when and not (self.since or self.until):
            self._count_from(dt.datetime.now(tz=dt.UTC).astimezone().date())
        for name, labels in _LABELS.items():
            for value in getattr(self, name):
                if value not in labels:
                    raise FilterError(f"{value!r} is no {_SINGULAR[name]}; use one of {', '.join(labels)}")
        if self.since and self.until and self.since > self.until:
            raise FilterError(f"the dates end ({self.until}) before they begin ({self.since}); swap them")
        if self.min_sources < 1:
            raise FilterError(f"at least {self.min_sources} sources asks for nothing; use 1 or more")
        if not 0 <= self.min_confidence <= 1:
            raise FilterError(f"a confidence of {self.min_confidence} cannot be; use a number from 0 to 1")

    def _count_from(self, today: dt.date) -> None:
        days = read_days(self.when, today)
        for name, value in (("since", days.since), ("until", days.until)):
            object.__setattr__(self, name, value)
        if not (days.since or days.until):
            object.__setattr__(self, "when", "")

    @classmethod
    def from_params(cls, params: Mapping[str, str | Sequence[str]], *, today: dt.date | None = None) -> "Filters":
        """Read URL parameters (`PARAMS` names them); unknown parameters are left alone, a list may repeat a parameter.

        `when` counts from `today` and makes `from` and `to` void. Raises FilterError for a value that cannot be read,
        naming the parameter and what it takes.
        """
        given = {name: _several(params[param]) for name, param in PARAMS.items() if param in params}
        values = {name: _READERS.get(name, _list)(name, found) for name, found in given.items() if found}
        if phrase := values.get("when"):
            days = read_days(phrase, today or dt.datetime.now(tz=dt.UTC).astimezone().date())
            values |= {"since": days.since, "until": days.until}
            values["when"] = phrase if days.since or days.until else ""
        return cls(**values)

    def to_params(self) -> dict[str, list[str]]:
        """Give URL parameters; what is as usual is left out, and the days where words say them.

        `from_params` reads them back (of the same day, where the words count from it).
        """
        out: dict[str, list[str]] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if value != field.default and not (self.when and field.name in _DAYS):
                out[PARAMS[field.name]] = _written(field.name, value)
        return out

    @property
    def settled(self) -> "Filters":
        """Give the same with the days themselves in place of words that mean other days tomorrow."""
        return replace(self, when="")

    @property
    def anytime(self) -> "Filters":
        """Give the same for any date."""
        return replace(self, when="", since=None, until=None)

    @property
    def active(self) -> int:
        """How many fields are other than usual."""
        return len(self.to_params().keys() - {PARAMS["actor_mode"]})

    def sentence(self, count: int | None = None) -> str:
        """Say in plain words what is shown.

        >>> Filters(kinds=("call",), until=dt.date(2025, 5, 13)).sentence(2)
        '2 events: calls, by 13 May 2025'
        """
        head = "Events" if count is None else counted(count, "event")
        parts = [p for p in (self._what(), self._when(), *self._rest()) if p]
        return f"{head}: {', '.join(parts)}" if parts else head

    def dates(self) -> str:
        """Give the days as people write them, "" where any will do."""
        both = self.since and self.until
        return when(self.since, self.until) if both else date_range(self.since, self.until)

    def _when(self) -> str:
        """Give the days, with the phrase where it means other days tomorrow."""
        days = self.dates()
        return f"{self.when} ({days})" if self.when and relative(self.when) else days

    def _what(self) -> str:
        kinds = [KINDS[k].plural for k in self.kinds]
        families = [f"{f.lower()} events" if not kinds else f.lower() for f in self.families]
        return " ".join(p for p in (joined(kinds or families), self._who(), *self._direction(), self._where()) if p)

    def _direction(self) -> Iterable[str]:
        if self.initiators:
            yield f"by {joined(self.initiators, 'or')}"
        if self.recipients:
            yield f"directed at {joined(self.recipients, 'or')}"

    def _who(self) -> str:
        if len(self.actors) < 2 or self.actor_mode is ActorMode.ANY:
            return f"with {joined(self.actors, 'or')}" if self.actors else ""
        return f"{'between' if self.actor_mode is ActorMode.PAIR else 'with all of'} {joined(self.actors)}"

    def _where(self) -> str:
        return f"in {joined(self.places, 'or')}" if self.places else ""

    def _rest(self) -> Iterable[str]:
        if self.kinds and self.families:
            yield f"of {joined([f.lower() for f in self.families], 'or')}"
        yield joined(self.statuses, "or")
        if self.sources:
            yield f"reported by {joined(self.sources, 'or')}"
        if self.min_sources > 1:
            yield f"at least {counted(self.min_sources, 'independent source')}"
        if self.min_confidence == 0:
            yield "uncertain ones too"
        elif self.min_confidence != LIKELY:
            yield f"confidence of {self.min_confidence:.0%} or more"
        yield joined(self.reviewed, "or")
        if self.words:
            yield f"mentioning {self.words}" if '"' in self.words else f"mentioning “{self.words}”"


def _several(value: str | Sequence[str]) -> list[str]:
    values = [value] if isinstance(value, str) else list(value)
    return [v for v in dict.fromkeys(map(str, values)) if v.strip()]


def _written(name: str, value: Any) -> list[str]:
    if name in _LISTS:
        return [_LABELS.get(name, {}).get(v, v) for v in value]
    if name == "min_confidence":
        return [repr(round(value * 100, 6)).removesuffix(".0")]
    return [value.isoformat() if isinstance(value, dt.date) else str(value)]


def _list(name: str, values: list[str]) -> tuple[str, ...]:
    labels = _LABELS.get(name)
    if labels is None:
        return tuple(values)
    known = {spelling.casefold(): code for code, label in labels.items() for spelling in (code, label)}
    return tuple(dict.fromkeys(known.get(v.strip().casefold(), v) for v in values))


def _date(name: str, values: list[str]) -> dt.date:
    try:
        return dt.date.fromisoformat(values[-1])
    except ValueError as e:
        raise FilterError(f"{PARAMS[name]}={values[-1]} is no day; write one as 2025-08-15") from e


def _mode(name: str, values: list[str]) -> ActorMode:
    try:
        return ActorMode(values[-1].casefold())
    except ValueError as e:
        raise FilterError(f"{PARAMS[name]}={values[-1]} is unknown; use {', '.join(ActorMode)}") from e


def _number(name: str, values: list[str]) -> float:
    try:
        return float(values[-1])
    except ValueError as e:
        raise FilterError(f"{PARAMS[name]}={values[-1]} is no number; write one such as 2") from e


def _whole(name: str, values: list[str]) -> int:
    number = _number(name, values)
    if not number.is_integer():
        raise FilterError(f"{PARAMS[name]}={values[-1]} is no whole number; write one such as 2")
    return int(number)


_READERS: Mapping[str, Any] = {
    "since": _date,
    "until": _date,
    "actor_mode": _mode,
    "min_sources": _whole,
    "min_confidence": lambda name, values: _number(name, values) / 100,
    "when": lambda _, values: values[-1],
    "words": lambda _, values: values[-1],
}
