"""A small world of reports, written for the tests: some sixty events with mentions, spans, articles and a history.

A sentence is marked up as `{field|text}` or `{role:Canonical name|text}`; mentions and spans come from the marks, so
that offsets hold by construction.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from dashlib import schema
from dashlib.codebook import KINDS
from dashlib.schema import Frames

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


ODESA = Place("Odesa", 46.48, 30.73, "UKR", "Odesa Oblast")
KHARKIV = Place("Kharkiv", 49.99, 36.23, "UKR", "Kharkiv Oblast")
POKROVSK = Place("Pokrovsk", 48.28, 37.18, "UKR", "Donetsk Oblast")
KUPIANSK = Place("Kupiansk", 49.71, 37.62, "UKR", "Kharkiv Oblast")
EL_FASHER = Place("El Fasher", 13.63, 25.35, "SDN", "North Darfur")
KHARTOUM = Place("Khartoum", 15.55, 32.53, "SDN", "Khartoum")
ANCHORAGE = Place("Anchorage", 61.22, -149.9, "USA", "Alaska")
ANKARA = Place("Ankara", 39.92, 32.85, "TUR", "Ankara")
KURSK = Place("Kursk Oblast", 51.73, 36.19, "RUS", "Kursk Oblast", "region")


def _d(month: int, day: int, year: int = 2025) -> dt.date:
    return dt.date(year, month, day)


def _on(day: dt.date, basis: str = "relative") -> tuple[dt.date, dt.date, str, str]:
    return (day, day, "day", basis)


def _story() -> Iterator[Report]:
    """Give the summit from announcement to aftermath, a disputed capture, a denial, and words about all of it."""
    agency, herald, wire = "North Agency", "Harbour Herald", "Delta Wire"
    two = "{participant:Donald Trump|the American president}", "{participant:Vladimir Putin|Russia's leader}"
    summit = _on(_d(8, 15), "explicit")
    yield Report("summit", "summit", f"The White House said {two[0]} would {{trigger|sit down with}} {two[1]} in {{place|Anchorage}} {{date|on 15 August}}.",
                 "planned", summit, _d(8, 9), agency, ANCHORAGE, ("United States",), confidence=0.83)  # fmt: skip
    yield Report("summit", "summit", f"{two[0].replace('the', 'The')} and {two[1]} are to {{trigger|meet}} in {{place|Alaska}} {{date|this Friday}}, aides confirmed.",
                 "planned", summit, _d(8, 12), herald, ANCHORAGE)  # fmt: skip
    yield Report("summit", "summit", f"For three hours {{date|on Friday}} {two[0]} {{trigger|held talks}} with {two[1]} at a base near {{place|Anchorage}}.",
                 "happened", summit, _d(8, 16), wire, ANCHORAGE, confidence=0.94)  # fmt: skip
    yield Report("summit-call", "call", "{participant:Kim Jong Un|The North Korean leader} and {participant:Vladimir Putin|Putin} {trigger|spoke by phone} {date|on Tuesday} before the Alaska meeting, {claimant:Korean Central News Agency|KCNA} said.",
                 "happened", _on(_d(8, 12)), _d(8, 13), agency, None, ("Korean Central News Agency",), confidence=0.9)  # fmt: skip
    yield Report("capture", "capture", "{initiator:Armed Forces of Russia|Russian troops} have {trigger|taken} {place|Kupiansk}, {claimant:Russia|Moscow} {date|announced on Thursday}.",
                 "happened", _on(_d(8, 21)), _d(8, 21), wire, KUPIANSK, ("Russia",), "2 villages", 0.62, ("whether",))  # fmt: skip
    yield Report("capture", "capture", "{claimant:Ukraine|Kyiv} called the report that {initiator:Armed Forces of Russia|Russian troops} had {trigger|seized} {place|Kupiansk} an invention.",
                 "denied", _on(_d(8, 21), "inherited"), _d(8, 22), herald, KUPIANSK, ("Ukraine",), confidence=0.7)  # fmt: skip
    yield Report("occupation", "occupation", "{initiator:Russia|Russia} still {trigger|holds} a strip along the border, {claimant:Ukraine|Ukrainian officers} say.",
                 "ongoing", (_d(8, 1), None, "month", "explicit"), _d(8, 24), agency, KURSK, ("Ukraine",))  # fmt: skip
    yield Report("troops", "troop_transfer", "{initiator:North Korea|Pyongyang} {trigger|sent} {quantity|about 3,000 soldiers} to {recipient:Russia|its neighbour} {date|early this year}.",
                 "happened", (_d(1, 1), _d(4, 30), "part", "relative"), _d(8, 20), wire, None, (), "about 3,000 soldiers", 0.77)  # fmt: skip
    yield Report("workers", "labour_transfer", "{initiator:North Korea|North Korea} {trigger|may send} builders to {recipient:Russia|Russia} {date|next year}, {claimant:South Korea|Seoul} believes.",
                 "possible", (_d(1, 1, 2026), _d(12, 31, 2026), "year", "relative"), _d(8, 20), wire, None, ("South Korea",), "", 0.55)  # fmt: skip
    yield Report("visit", "visit", "{initiator:Emmanuel Macron|The French president}'s {trigger|trip} to {place|Ankara}, due {date|in early September}, {trigger|was called off}.",
                 "cancelled", (_d(9, 1), _d(9, 10), "part", "relative"), _d(8, 28), herald, ANKARA, confidence=0.81)  # fmt: skip
    yield Report("truce", "ceasefire", "{participant:Armed Forces of Sudan|The army} and {participant:Rapid Support Forces|the paramilitaries} may {trigger|observe a truce} around {place|El Fasher} {date|in the week of 8 September}.",
                 "possible", (_d(9, 8), _d(9, 14), "week", "explicit"), _d(8, 29), agency, EL_FASHER, confidence=0.58)  # fmt: skip
    yield Report("mobilise", "deployment", "{initiator:Ukraine|Ukraine} {trigger|moved} two brigades toward {place|Pokrovsk} {date|by 13 May}.",
                 "happened", (None, _d(5, 13), "day", "explicit"), _d(5, 14), wire, POKROVSK, quantity="2 brigades")  # fmt: skip


_CALLS = (("Vladimir Putin", "Xi Jinping"), ("Donald Trump", "Volodymyr Zelenskyy"), ("Vladimir Putin", "Donald Trump"),
          ("Emmanuel Macron", "Volodymyr Zelenskyy"), ("Narendra Modi", "Vladimir Putin"))  # fmt: skip
_SUMMITS = (("Vladimir Putin", "Xi Jinping", Place("Beijing", 39.9, 116.4, "CHN", "Beijing")),
            ("Emmanuel Macron", "Volodymyr Zelenskyy", Place("Paris", 48.86, 2.35, "FRA", "Île-de-France")),
            ("Donald Trump", "Narendra Modi", Place("Washington", 38.9, -77.04, "USA", "District of Columbia")))  # fmt: skip
_FRONT = ((ODESA, "strike", "struck", "Russia"), (KHARKIV, "strike", "shelled", "Russia"), (POKROVSK, "offensive", "attacked toward", "Armed Forces of Russia"),
          (KURSK, "offensive", "pushed into", "Armed Forces of Ukraine"), (EL_FASHER, "offensive", "stormed", "Rapid Support Forces"),
          (KHARTOUM, "capture", "retook", "Armed Forces of Sudan"), (KUPIANSK, "clash", "fought at", "Armed Forces of Ukraine"),
          (EL_FASHER, "withdrawal", "pulled out of", "Armed Forces of Sudan"))  # fmt: skip
_DIRECTED = (("arms_transfer", "delivered air defence missiles to", "Germany", "Ukraine"), ("aid", "sent flour to", "Türkiye", "Sudan"),
             ("sanction", "imposed sanctions on", "European Union", "Russia"), ("sanction", "froze assets of", "United States", "Rapid Support Forces"),
             ("threat", "threatened", "Russia", "United Kingdom"), ("accusation", "accused", "Ukraine", "North Korea"),
             ("demand", "urged restraint on", "United Nations", "Rapid Support Forces"), ("refusal", "turned down the plan of", "Sudan", "United Nations"),
             ("coercion", "expelled reporters from", "Russia", "Germany"), ("concession", "freed prisoners from", "Russia", "Ukraine"))  # fmt: skip
_DESKS = ("North Agency", "Harbour Herald", "Delta Wire", "Capital Post")


def _repeated() -> Iterator[Report]:
    for i in range(15):
        a, b = _CALLS[i % 5]
        day, planned = _d(1 + i * 11 // 15, 3 + (i * 7) % 24), i >= 12
        said = "will {trigger|talk by phone}" if planned else "{trigger|talked by phone}"
        text = f"{{participant:{a}|{a}}} and {{participant:{b}|{b}}} {said} {{date|on {day:%A}}}."
        status = "planned" if planned else "happened"
        for n in range(1 + i % 3):
            yield Report(f"call{i}", "call", text, status, _on(day), _reported(day, n, planned=planned), _DESKS[n])
    for i in range(6):
        a, b, place = _SUMMITS[i % 3]
        day = _d(2 + i, 4 + 3 * i)
        text = f"{{participant:{a}|{a}}} is to {{trigger|receive}} {{participant:{b}|{b}}} in {{place|{place.name}}}."
        yield Report(
            f"summit{i}", "summit", text, "planned", _on(day), day - dt.timedelta(10 + i), _DESKS[i % 4], place
        )
        if i != 4:
            text = f"{{participant:{a}|{a}}} {{trigger|met}} {{participant:{b}|{b}}} in {{place|{place.name}}}."
            yield Report(f"summit{i}", "summit", text, "happened", _on(day), day, _DESKS[(i + 1) % 4], place)
    for i in range(24):
        place, kind, verb, who = _FRONT[i % 8]
        day = _d(1 + i // 3, 2 + (i * 5) % 25)
        week = (day, day + dt.timedelta(6), "week", "published") if i % 5 == 0 else _on(day)
        text = (
            f"{{initiator:{who}|{who}}} {{trigger|{verb}}} {{place|{place.name}}} {{date|on {day:%A}}}, officials said."
        )
        for n in range(1 + i % 4):
            yield Report(
                f"front{i}",
                kind,
                text,
                "happened",
                week,
                _reported(day, n),
                _DESKS[n],
                place,
                confidence=0.5 + 0.02 * i,
            )
    for i in range(20):
        kind, verb, who, whom = _DIRECTED[i % 10]
        day = _d(1 + i // 3, 1 + (i * 9) % 27)
        status = ("happened", "happened", "planned", "happened")[i % 4]
        text = f"{{initiator:{who}|{who}}} {{trigger|{verb}}} {{recipient:{whom}|{whom}}} {{date|on {day:%-d %B}}}."
        yield Report(f"act{i}", kind, text, status, _on(day, "explicit"), _reported(day, 1), _DESKS[i % 4])


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
        "mention_id": mention_id, "article_id": article_id, "sentence": number, "start": offset + trigger[2],
        "end": offset + trigger[3], "trigger": trigger[1], "quote": text, "quote_start": offset,
        "quote_end": offset + len(text), "kind": kind.name, "quad": kind.quad, "status": report.status,
        "date_start": start, "date_end": end, "date_precision": precision, "date_basis": basis,
        "date_text": next((m[1] for m in marks if m[0] == "date"), ""), "claimed_by": list(report.claimed_by),
        "plover_type": kind.plover_type, "plover_mode": kind.plover_mode, "cameo": kind.cameo, "acled": kind.acled,
        "quantity": report.quantity, "confidence": report.confidence, "event_id": f"e-{report.event}",
        "why": f"“{trigger[1]}” names a {kind.label.lower()}; the verb is in the sentence's main clause",
        "extractor": "sample", **_where(report.place),
    }  # fmt: skip
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
    return {"place": place.name, "place_id": f"x:{place.name.casefold()}", "latitude": place.latitude,
            "longitude": place.longitude, "country": place.country, "admin1": place.admin1,
            "place_precision": place.precision}  # fmt: skip


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
    same = ("kind", "quad", "date_start", "date_end", "date_precision", "place", "place_id", "latitude", "longitude",
            "country", "admin1", "place_precision", "plover_type", "plover_mode", "cameo", "acled", "quantity")  # fmt: skip
    sources = sorted({r.source for r in reports})
    return {
        **{c: shown[c] for c in same if c in shown}, "event_id": event_id, "status": shown["status"],
        "title": _title(last["kind"], actors, shown.get("place", "")), "actors": actors, "actor_codes": [],
        **{c: _names(rows, c) for c in _ROLES.values()}, "claimed_by": _names(rows, "claimed_by"),
        "quote": shown["quote"], "mentions": len(rows), "articles": len(rows), "sources": sources,
        "independent_sources": len(sources), "first_reported": min(days), "last_reported": max(days),
        "confidence": max(r.confidence for r in reports), "disagreements": disputed, "review": "unreviewed",
    }  # fmt: skip


def frames() -> Frames:
    """Give the sample: two dozen articles' worth of reports, merged into events."""
    reports = [*_story(), *_repeated()]
    mentions, spans, articles, by_event = [], [], [], {}
    for (source, published), group in _articles(reports).items():
        article_id, text = f"a-{source.split()[0].lower()}-{published:%m%d}", ""
        for number, report in enumerate(group):
            row, marked = _mention(report, number, len(text), article_id)
            text += _plain(report.text)[0] + "\n\n"
            mentions.append(row)
            spans += marked
            by_event.setdefault(row["event_id"], []).append((row, report))
        articles.append({"article_id": article_id, "title": f"{source}, {published:%-d %B}: {len(group)} reports", "text": text.strip(),
                         "language": "en", "published": published, "published_start": published, "published_end": published,
                         "published_precision": "day", "published_basis": "given", "source": source, "characters": len(text.strip()),
                         "media_type": "text/plain", "ingested_at": dt.datetime(2025, 9, 1, tzinfo=dt.UTC)})  # fmt: skip
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
