"""The values that cross module borders: intervals, annotations of a text, mentions. Imports nothing of dashlib."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

__all__ = [
    "Actor",
    "ActorMention",
    "Argument",
    "Article",
    "Basis",
    "Claim",
    "Interval",
    "Mention",
    "Period",
    "PlaceMention",
    "PlacePrecision",
    "Precision",
    "Problem",
    "Quantity",
    "Role",
    "SavedView",
    "Status",
    "Timex",
    "Verdict",
    "Watch",
    "Watched",
]


class Status(StrEnum):
    """How the article puts the event (CODEBOOK, Status)."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CANCELLED = "cancelled"
    DENIED = "denied"


class Role(StrEnum):
    """What an actor does in an event (CODEBOOK, Roles)."""

    INITIATOR = "initiator"
    RECIPIENT = "recipient"
    PARTICIPANT = "participant"


class Precision(StrEnum):
    """The unit a date phrase speaks of; `part` is a part of a longer unit ("early June")."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    PART = "part"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """Why a date is what it is: of an event (first five) or of a publication (the rest)."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    INHERITED = "inherited"
    PUBLISHED = "published"
    NONE = "none"
    GIVEN = "given"
    DATELINE = "dateline"
    INFERRED = "inferred"
    FILE = "file"


class PlacePrecision(StrEnum):
    """How precise a place is said to be."""

    POINT = "point"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    OTHER = "other"


class Interval(NamedTuple):
    """Days from `start` to `end`, both inclusive; either end is None where the text leaves it open."""

    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = Precision.UNKNOWN

    @property
    def known(self) -> bool:
        """Whether at least one end is known."""
        return self.start is not None or self.end is not None

    def __contains__(self, day: object) -> bool:
        """Whether a day lies in the interval; an open end admits every day on its side."""
        if not isinstance(day, dt.date):
            return False
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Period(NamedTuple):
    """A period that an analyst named: days from `start` to `end`, both inclusive; `colour` is "#rrggbb" or empty."""

    name: str
    start: dt.date
    end: dt.date
    colour: str = ""


class SavedView(NamedTuple):
    """A view that an analyst named: the title of a page of the dashboard, and the filters as its address has them."""

    name: str
    page: str
    params: str


class Watched(StrEnum):
    """What a watch list holds."""

    ACTOR = "actor"
    PAIR = "pair"
    PLACE = "place"


class Watch(NamedTuple):
    """An entry of the watch list: one actor, two actors in the order of their names, or one place (town or country)."""

    of: Watched
    names: tuple[str, ...]

    @classmethod
    def actor(cls, name: str) -> "Watch":
        """Watch one actor."""
        return cls(Watched.ACTOR, (name,))

    @classmethod
    def pair(cls, one: str, other: str) -> "Watch":
        """Watch what is between two actors; their order makes no difference."""
        return cls(Watched.PAIR, tuple(sorted((one, other))))

    @classmethod
    def place(cls, name: str) -> "Watch":
        """Watch a place, a first-order region or a country."""
        return cls(Watched.PLACE, (name,))

    @property
    def label(self) -> str:
        """Give the entry as a reader sees it, such as "Russia and Ukraine"."""
        return " and ".join(self.names)


@dataclass(frozen=True, slots=True)
class Article:
    """One news text and what is known of it before it is parsed.

    `published` is an interval of one day where the day is known. Offsets everywhere count characters of `text`.
    """

    article_id: str
    text: str
    title: str = ""
    language: str = "en"
    published: Interval = Interval()
    published_basis: Basis = Basis.NONE
    source: str = ""
    url: str = ""
    path: str = ""
    media_type: str = "text/plain"
    duplicate_of: str = ""


class Problem(NamedTuple):
    """What was not taken, and why: one row of the problems frame."""

    path: str
    line: int
    stage: str
    reason: str


class Timex(NamedTuple):
    """A time expression: characters [start, end), tokens [first, last), TIMEX3 type and value, and our interval.

    `kind` is TIMEX3's type: DATE, TIME, DURATION or SET (TimeML 1.2.1). `after` and `before` mark open readings
    ("since May" keeps only a start, "by 13 May" only an end).
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    kind: str
    value: str
    interval: Interval
    basis: Basis


class Actor(NamedTuple):
    """A row of the actor codebook: canonical name, type, country (ISO 3166-1 alpha-3), PLOVER sector.

    `actor_id` is stable: Wikidata's number where we have it, else a slug of the name.
    """

    actor_id: str
    name: str
    type: str
    country: str
    sector: str

    @property
    def code(self) -> str:
        """Country and sector as event data writes them, such as `RUS GOV`."""
        return f"{self.country} {self.sector}".strip()


class ActorMention(NamedTuple):
    """An actor named or referred to in a text: characters [start, end), tokens [first, last), and who it is.

    `how` says how it was resolved: name, alias, surname, seat, demonym, title, pronoun, entity, ….
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    actor: Actor
    how: str


class PlaceMention(NamedTuple):
    """A place named in a text: characters [start, end), tokens [first, last), and where it is.

    `place_id` is a GeoNames id, or `x:` plus a slug for dashlib's own places. `admin1` is the first-order division's
    name. `score` is the trust in the choice among namesakes, 0 to 1. `nearby` is set for "near X", "north of X".
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    place_id: str
    name: str
    latitude: float | None
    longitude: float | None
    country: str
    admin1: str
    precision: PlacePrecision
    score: float
    nearby: bool = False


class Quantity(NamedTuple):
    """A number said of an event: "at least 10,000 soldiers" is 10000, people, soldiers, at_least."""

    start: int
    end: int
    first: int
    last: int
    text: str
    value: float
    value_high: float | None
    unit: str
    of: str
    modifier: str


class Claim(NamedTuple):
    """Whose word it is: the claimant's name and where it stands. Tokens [first, last)."""

    start: int
    end: int
    first: int
    last: int
    text: str
    name: str


class Verdict(NamedTuple):
    """What the trained judge makes of one word: the chance that it reports an event, the likeliest kind and its chance.

    `kinds` holds the chance of each kind, `statuses` of each status; `attributed` is the chance of somebody's word.
    `roles` holds the chances of `initiator recipient participant other` of the actors of the sentence, by their characters.
    """

    event: float
    kind: str
    sure: float
    kinds: Mapping[str, float]
    statuses: Mapping[str, float]
    attributed: float
    roles: Mapping[tuple[int, int], Mapping[str, float]]


class Argument(NamedTuple):
    """An actor in a role of an event."""

    role: Role
    mention: ActorMention


@dataclass(frozen=True, slots=True)
class Mention:
    """One event as one place of one article reports it, before it becomes a row.

    `head` is the token index of the trigger's head, `trigger` the half-open token range shown to a reader,
    `cues` are the reasons in words, `judged` the trained judge's
    probability of the kind (None without the judge), `rule` the entry of the trigger lexicon that proposed it.
    """

    head: int
    trigger: tuple[int, int]
    kind: str
    rule: str
    mode: str = ""
    arguments: tuple[Argument, ...] = ()
    status: Status = Status.HAPPENED
    timex: Timex | None = None
    interval: Interval = Interval()
    date_text: str = ""
    date_basis: Basis = Basis.NONE
    place: PlaceMention | None = None
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    confidence: float = 0.5
    judged: float | None = None
    cues: tuple[str, ...] = field(default=())

    def actors(self, role: Role) -> tuple[Actor, ...]:
        """Give the distinct actors in one role, in order of mention."""
        return tuple(dict.fromkeys(a.mention.actor for a in self.arguments if a.role is role))
