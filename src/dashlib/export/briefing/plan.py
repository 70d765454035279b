"""What a briefing says, in which order, before it is a file: sections of paragraphs of sentences with their citations."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import Any, NamedTuple

from dashlib.export.briefing.names import named
from dashlib.export.briefing.sentences import tell
from dashlib.query import Filters
from dashlib.schema import Frames
from dashlib.types import Status
from dashlib.wording import counted, on, spelled, when

__all__ = ["Briefing", "By", "Citation", "Paragraph", "Section", "Sentence", "plan"]

Event = Mapping[Any, Any]
_AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE})
_FAR = dt.date.max


class By(StrEnum):
    """What a paragraph of the briefing is about."""

    DAY = "day"
    ACTOR = "actor"


class Citation(NamedTuple):
    """One quote of one article, and its number in the list."""

    number: int
    source: str
    title: str
    published: str
    quote: str
    url: str


class Sentence(NamedTuple):
    """What is told of one event, and the numbers of the citations that say so."""

    text: str
    cites: tuple[int, ...]


class Paragraph(NamedTuple):
    """Sentences that belong together."""

    sentences: tuple[Sentence, ...]


class Section(NamedTuple):
    """Paragraphs under a heading."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


class Briefing(NamedTuple):
    """The whole: what is shown, the day of writing, out of what, the sections (planned events last), the citations."""

    shown: str
    day: dt.date
    basis: str
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]


class _Teller:
    """Tells events of frames and numbers their citations as they come up."""

    def __init__(self, frames: Frames, today: dt.date) -> None:
        self._articles = {r["article_id"]: r for r in frames.articles.drop(columns="text").to_dict("records")}
        self._mentions: dict[str, list[Event]] = {}
        for row in frames.mentions.to_dict("records"):
            self._mentions.setdefault(row["event_id"], []).append(row)
        self._persons = frozenset(frames.actors.loc[frames.actors["type"] == "person", "name"])
        self._today = today
        self._numbers: dict[tuple[str, str], int] = {}
        self.citations: list[Citation] = []

    def named(self, name: str) -> str:
        """Give a name as running text has it."""
        return named(name, person=name in self._persons)

    def sentence(self, event: Event, *, dated: bool) -> Sentence:
        """Tell one event."""
        told = " ".join(tell(event, self._today, persons=self._persons, dated=dated))
        found = [self._cite(m) for m in self._reports(event)]
        return Sentence(told, tuple(sorted(set(found))))

    def paragraph(self, events: Iterable[Event], *, dated: bool) -> Paragraph:
        """Tell events; without `dated` the first sentence alone says the day, which is that of all."""
        return Paragraph(tuple(self.sentence(e, dated=dated or n == 0) for n, e in enumerate(events)))

    def _reports(self, event: Event) -> list[Event]:
        found = self._mentions.get(event["event_id"], [])
        return sorted(
            found, key=lambda m: (self._articles[m["article_id"]]["published_start"] or _FAR, m["article_id"])
        )

    def _cite(self, mention: Event) -> int:
        key = (mention["article_id"], mention["quote"])
        if key not in self._numbers:
            self._numbers[key] = len(self.citations) + 1
            self.citations.append(
                _citation(self._numbers[key], self._articles[mention["article_id"]], mention["quote"])
            )
        return self._numbers[key]


def _citation(number: int, article: Event, quote: str) -> Citation:
    published = when(article["published_start"], article["published_end"], article["published_precision"])
    return Citation(
        number,
        article["source"] or "source not given",
        article["title"],
        published,
        " ".join(quote.split()),
        article["url"],
    )


def _chronological(event: Event) -> tuple[dt.date, dt.date, str]:
    start, end = event["date_start"], event["date_end"]
    return start or end or _FAR, end or start or _FAR, event["event_id"]


def _phrase(event: Event) -> str:
    return on(event["date_start"], event["date_end"], event["date_precision"])


def _heading(event: Event) -> str:
    """Give the month in which an event lies, or the year, or what else there is to say."""
    start, end = event["date_start"] or event["date_end"], event["date_end"] or event["date_start"]
    if start is None:
        return "Without a date"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%B} {start.year}"
    return str(start.year) if start.year == end.year else "Over several years"


def _order(event: Event) -> tuple[Any, ...]:
    """Months in their order, what lies in a year only behind its months, the rest behind that."""
    heading, (start, end, name) = _heading(event), _chronological(event)
    rank = {"Over several years": 1, "Without a date": 2}.get(heading, 0)
    whole_year = heading.isdigit()
    return (
        rank,
        start.year if not rank else 0,
        whole_year,
        start.month if not rank and not whole_year else 0,
        start,
        end,
        name,
    )


def _by_day(events: Sequence[Event], teller: _Teller) -> Iterator[Section]:
    for heading, group in groupby(sorted(events, key=_order), key=_heading):
        paragraphs = [list(g) for _, g in groupby(group, key=_phrase)]
        yield Section(heading, tuple(teller.paragraph(p, dated=not _phrase(p[0])) for p in paragraphs))


def _by_actor(events: Sequence[Event], teller: _Teller) -> Iterator[Section]:
    of: dict[str, list[Event]] = {}
    for event in sorted(events, key=_chronological):
        for actor in event["actors"] or [""]:
            of.setdefault(actor, []).append(event)
    for actor in sorted(of, key=lambda a: (a == "", -len(of[a]), a)):
        heading = teller.named(actor) if actor else "nobody named"
        title = f"{heading[:1].upper()}{heading[1:]} ({counted(len(of[actor]), 'event')})"
        years = groupby(of[actor], key=lambda e: _chronological(e)[0].year)
        yield Section(title, tuple(teller.paragraph(list(g), dated=True) for _, g in years))


def _ahead(events: Sequence[Event], teller: _Teller) -> Iterator[Section]:
    if events:
        rows = sorted(events, key=_chronological)
        yield Section("Planned and possible", tuple(teller.paragraph([e], dated=True) for e in rows))


_SECTIONS: Mapping[By, Callable[[Sequence[Event], _Teller], Iterator[Section]]] = {By.DAY: _by_day, By.ACTOR: _by_actor}


def _basis(frames: Frames, at: dt.datetime) -> str:
    sources = sorted({s for s in frames.articles["source"] if s})
    of = f", from {counted(len(sources), 'source')}" if sources else ""
    return f"Written on {spelled(at.date())} out of {counted(len(frames.articles), 'article')}{of}."


def plan(frames: Frames, filters: Filters, at: dt.datetime, by: By = By.DAY) -> Briefing:
    """Plan the briefing of what the frames hold; `filters` is what chose them, `at` the time of writing.

    Every event is told once by day, or once under each of its actors; what is planned or possible stands at the end,
    once, in the order of its days.
    """
    rows = frames.events.to_dict("records")
    past, ahead = [e for e in rows if e["status"] not in _AHEAD], [e for e in rows if e["status"] in _AHEAD]
    teller = _Teller(frames, at.date())
    sections = (*_SECTIONS[by](past, teller), *_ahead(ahead, teller))
    return Briefing(filters.sentence(len(rows)), at.date(), _basis(frames, at), sections, tuple(teller.citations))
