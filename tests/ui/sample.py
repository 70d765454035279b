"""A small world of reports, written for the tests: some sixty events with mentions, spans, articles and a history.

A sentence is marked up as `{field|text}` or `{role:Canonical name|text}`; mentions and spans come from the marks, so
that offsets hold by construction.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from dashlib import schema
from dashlib.codebook import KINDS
from dashlib.schema import Frames
from dashlib.wording import counted

__all__ = ["TODAY", "Place", "Report", "frames", "many"]

TODAY = dt.date(2025, 9, 1)
_MARK = re.compile(r"\{(\w+)(?::([^|}]*))?\|([^}]*)\}")
_ROLES = {"initiator": "initiators", "recipient": "recipients", "participant": "participants"}


@dataclass(frozen=True)
class Place:
    """A place of the sample."""

    name: str
    latitude: float
    longitude: float
    country: str
    admin1: str
    precision: str = "settlement"


@dataclass(frozen=True)
class Report:
    """One sentence of one article that reports one event; `when` is (start, end, precision, basis)."""

    event: str
    kind: str
    text: str
    status: str
    when: tuple[dt.date | None, dt.date | None, str, str]
    published: dt.date
    source: str
    place: Place | None = None
    claimed_by: tuple[str, ...] = ()
    quantity: str = ""
    confidence: float = 0.8
    disagreements: tuple[str, ...] = field(default=())


_WORLD = tomllib.loads((Path(__file__).parent / "sample.toml").read_text(encoding="utf-8"))
_PLACES = {name: Place(name, **row) for name, row in _WORLD["places"].items()}
_DESKS = ("North Agency", "Harbour Herald", "Delta Wire", "Capital Post")


def _on(day: dt.date, basis: str = "relative") -> tuple[dt.date, dt.date, str, str]:
    return (day, day, "day", basis)


def _d(month: int, day: int) -> dt.date:
    return dt.date(2025, month, day)


def _story() -> Iterator[Report]:
    """Give the summit from announcement to aftermath, a disputed capture, a denial, and words about all of it."""
    for row in _WORLD["story"]:
        when = (row.get("start"), row.get("end"), row["precision"], row["basis"])
        lists = {name: tuple(row.get(name, ())) for name in ("claimed_by", "disagreements")}
        plain = {name: row[name] for name in ("event", "kind", "text", "status", "published", "source", "confidence")}
        yield Report(
            **plain, **lists, when=when, place=_PLACES.get(row.get("place", "")), quantity=row.get("quantity", "")
        )


def _calls() -> Iterator[Report]:
    for i in range(15):
        a, b = _WORLD["calls"][i % 5]["who"]
        day, planned = _d(1 + i * 11 // 15, 3 + (i * 7) % 24), i >= 12
        said = "will {trigger|talk by phone}" if planned else "{trigger|talked by phone}"
        text = f"{{participant:{a}|{a}}} and {{participant:{b}|{b}}} {said} {{date|on {day:%A}}}."
        status = "planned" if planned else "happened"
        for n in range(1 + i % 3):
            yield Report(f"call{i}", "call", text, status, _on(day), _reported(day, n, planned=planned), _DESKS[n])


def _summits() -> Iterator[Report]:
    for i in range(6):
        row = _WORLD["summits"][i % 3]
        (a, b), place, day = row["who"], _PLACES[row["place"]], _d(2 + i, 4 + 3 * i)
        where = f"{{place|{place.name}}}"
        text = f"{{participant:{a}|{a}}} is to {{trigger|receive}} {{participant:{b}|{b}}} in {where}."
        yield Report(
            f"summit{i}", "summit", text, "planned", _on(day), day - dt.timedelta(10 + i), _DESKS[i % 4], place
        )
        if i != 4:
            text = f"{{participant:{a}|{a}}} {{trigger|met}} {{participant:{b}|{b}}} in {where}."
            yield Report(f"summit{i}", "summit", text, "happened", _on(day), day, _DESKS[(i + 1) % 4], place)


def _front() -> Iterator[Report]:
    for i in range(24):
        row = _WORLD["front"][i % 8]
        place, who, day = _PLACES[row["place"]], row["who"], _d(1 + i // 3, 2 + (i * 5) % 25)
        when = (day, day + dt.timedelta(6), "week", "published") if i % 5 == 0 else _on(day)
        said = f"{{trigger|{row['verb']}}} {{place|{place.name}}} {{date|on {day:%A}}}, officials said."
        text = f"{{initiator:{who}|{who}}} {said}"
        for n in range(1 + i % 4):
            sure, told = 0.5 + 0.02 * i, _reported(day, n)
            yield Report(f"front{i}", row["kind"], text, "happened", when, told, _DESKS[n], place, confidence=sure)


def _acts() -> Iterator[Report]:
    for i in range(20):
        row = _WORLD["acts"][i % 10]
        who, whom, day = row["who"], row["whom"], _d(1 + i // 3, 1 + (i * 9) % 27)
        status = ("happened", "happened", "planned", "happened")[i % 4]
        said = f"{{trigger|{row['verb']}}} {{recipient:{whom}|{whom}}} {{date|on {day:%-d %B}}}."
        text = f"{{initiator:{who}|{who}}} {said}"
        yield Report(f"act{i}", row["kind"], text, status, _on(day, "explicit"), _reported(day, 1), _DESKS[i % 4])


def _reported(day: dt.date, n: int, *, planned: bool = False) -> dt.date:
    return day - dt.timedelta(3 + n) if planned else day + dt.timedelta(n)


def _plain(text: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    out, spans, last = "", [], 0
    for mark in _MARK.finditer(text):
        out += text[last : mark.start()]
        spans.append((mark[1], mark[2] or mark[3], len(out), len(out) + len(mark[3])))
        out, last = out + mark[3], mark.end()
    return out + text[last:], spans


def _articles(reports: list[Report]) -> dict[tuple[str, dt.date], list[Report]]:
    grouped: dict[tuple[str, dt.date], list[Report]] = {}
    for report in sorted(reports, key=lambda r: (r.published, r.source)):
        grouped.setdefault((report.source, report.published), []).append(report)
    return grouped


def _mention(report: Report, number: int, offset: int, article_id: str) -> tuple[dict[str, Any], list[Any]]:
    text, marks = _plain(report.text)
    mention_id = f"m-{article_id}-{number}"
    trigger = next(m for m in marks if m[0] == "trigger")
    kind, (start, end, precision, basis) = KINDS[report.kind], report.when
    row: dict[str, Any] = {
        "mention_id": mention_id,
        "article_id": article_id,
        "sentence": number,
        "start": offset + trigger[2],
        "end": offset + trigger[3],
        "trigger": trigger[1],
        "quote": text,
        "quote_start": offset,
        "quote_end": offset + len(text),
        "kind": kind.name,
        "quad": kind.quad,
        "status": report.status,
        "date_start": start,
        "date_end": end,
        "date_precision": precision,
        "date_basis": basis,
        "date_text": next((m[1] for m in marks if m[0] == "date"), ""),
        "claimed_by": list(report.claimed_by),
        "plover_type": kind.plover_type,
        "plover_mode": kind.plover_mode,
        "cameo": kind.cameo,
        "acled": kind.acled,
        "quantity": report.quantity,
        "confidence": report.confidence,
        "event_id": f"e-{report.event}",
        "why": f"“{trigger[1]}” names a {kind.label.lower()}; the verb is in the sentence's main clause",
        "extractor": "sample",
        **_where(report.place),
    }
    for role, column in _ROLES.items():
        row[column] = [m[1] for m in marks if m[0] == role]
    spans = [
        {"mention_id": mention_id, "field": f, "start": offset + s, "end": offset + e, "text": text[s:e]}
        for f, _, s, e in marks
    ]
    return row, spans


def _where(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    return {
        "place": place.name,
        "place_id": f"x:{place.name.casefold()}",
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "admin1": place.admin1,
        "place_precision": place.precision,
    }


def _names(rows: list[dict[str, Any]], column: str) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row[column]))


def _title(kind: str, actors: list[str], place: str) -> str:
    label = KINDS[kind].label
    if KINDS[kind].relation == "equal" and len(actors) > 1:
        return f"{label} between {actors[0]} and {actors[1]}"
    return f"{label}: {' → '.join(actors[:2])}" + (f", {place}" if place else "")


def _event(event_id: str, rows: list[dict[str, Any]], reports: list[Report]) -> dict[str, Any]:
    last, days = rows[-1], [r.published for r in reports]
    actors = list(dict.fromkeys(n for c in _ROLES.values() for n in _names(rows, c)))
    disputed = next((list(r.disagreements) for r in reports if r.disagreements), [])
    shown = rows[0] if disputed else last
    same = (
        "kind",
        "quad",
        "date_start",
        "date_end",
        "date_precision",
        "place",
        "place_id",
        "latitude",
        "longitude",
        "country",
        "admin1",
        "place_precision",
        "plover_type",
        "plover_mode",
        "cameo",
        "acled",
        "quantity",
    )
    sources = sorted({r.source for r in reports})
    return {
        **{c: shown[c] for c in same if c in shown},
        "event_id": event_id,
        "status": shown["status"],
        "title": _title(last["kind"], actors, shown.get("place", "")),
        "actors": actors,
        "actor_codes": [],
        **{c: _names(rows, c) for c in _ROLES.values()},
        "claimed_by": _names(rows, "claimed_by"),
        "quote": shown["quote"],
        "mentions": len(rows),
        "articles": len(rows),
        "sources": sources,
        "independent_sources": len(sources),
        "first_reported": min(days),
        "last_reported": max(days),
        "confidence": max(r.confidence for r in reports),
        "disagreements": disputed,
        "review": "unreviewed",
    }


def frames() -> Frames:
    """Give the sample: two dozen articles' worth of reports, merged into events."""
    reports = [*_story(), *_calls(), *_summits(), *_front(), *_acts()]
    mentions, spans, articles, by_event = [], [], [], {}
    for (source, published), group in _articles(reports).items():
        article_id, text = f"a-{source.split()[0].lower()}-{published:%m%d}", ""
        for number, report in enumerate(group):
            row, marked = _mention(report, number, len(text), article_id)
            text += _plain(report.text)[0] + "\n\n"
            mentions.append(row)
            spans += marked
            by_event.setdefault(row["event_id"], []).append((row, report))
        articles.append(
            {
                "article_id": article_id,
                "title": f"{source}, {published:%-d %B}: {counted(len(group), 'report')}",
                "text": text.strip(),
                "language": "en",
                "published": published,
                "published_start": published,
                "published_end": published,
                "published_precision": "day",
                "published_basis": "given",
                "source": source,
                "characters": len(text.strip()),
                "media_type": "text/plain",
                "ingested_at": dt.datetime(2025, 9, 1, tzinfo=dt.UTC),
            }
        )
    history = [
        {"event_id": e, "date": r.published, "status": r.status, "article_id": m["article_id"]}
        for e, p in by_event.items()
        for m, r in p
    ]
    return Frames.of(
        articles=schema.frame("articles", articles),
        mentions=schema.frame("mentions", mentions),
        spans=schema.frame("spans", spans),
        events=schema.frame("events", [_event(e, [m for m, _ in p], [r for _, r in p]) for e, p in by_event.items()]),
        status_history=schema.frame("status_history", history),
        aliases=schema.frame("aliases", [{"alias": "e-old-summit", "event_id": "e-summit"}]),
        problems=schema.frame(
            "problems", [{"path": "notes.pdf", "line": 0, "stage": "read", "reason": "the file is empty; add its text"}]
        ),
    )


def many(number: int) -> Frames:
    """Give the sample's events over and over, under new ids and days, until there are `number` of them."""
    few = frames().events
    copies = pd.concat([few] * (number // len(few) + 1), ignore_index=True).head(number)
    shift = [dt.timedelta(days=i // len(few)) for i in range(number)]
    for column in ("date_start", "date_end", "first_reported", "last_reported"):
        copies[column] = pd.Series(
            [v - s if v is not None else None for v, s in zip(copies[column], shift, strict=True)], dtype=object
        )
    copies["event_id"] = [f"e{i}" for i in range(number)]
    return Frames.of(events=copies)
