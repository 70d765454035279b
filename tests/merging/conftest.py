"""Builds mentions and articles by hand, so that merging is tested apart from parsing."""

import datetime as dt
import hashlib
from typing import Any, NamedTuple

import pandas as pd
import pytest

from dashlib import schema
from dashlib.codebook import kind as kind_of
from dashlib.codebook.modes import codes
from dashlib.merging import Consolidated, consolidate

WHO = {
    "Putin": ("Vladimir Putin", "RUS GOV"), "Kim": ("Kim Jong Un", "PRK GOV"), "Trump": ("Donald Trump", "USA GOV"),
    "Lavrov": ("Sergey Lavrov", "RUS GOV"), "Rubio": ("Marco Rubio", "USA GOV"), "Russia": ("Russia", "RUS GOV"),
    "Ukraine": ("Ukraine", "UKR GOV"), "Kyiv army": ("Armed Forces of Ukraine", "UKR MIL"),
    "North Korea": ("North Korea", "PRK GOV"), "United States": ("United States", "USA GOV"),
    "Russian army": ("Armed Forces of Russia", "RUS MIL"), "Hamas": ("Hamas", "PSE REB"),
    "Israel": ("Israel", "ISR GOV"), "European Union": ("European Union", "IGO"),
    "M23": ("M23", "COD REB"), "Congo": ("DR Congo", "COD GOV"),
}  # fmt: skip
WHERE = {
    "Odesa": ("698740", 46.48, 30.72, "UKR", "Odesa Oblast", "settlement"),
    "Kharkiv": ("706483", 49.98, 36.25, "UKR", "Kharkiv Oblast", "settlement"),
    "Chuhuiv": ("710148", 49.84, 36.69, "UKR", "Kharkiv Oblast", "settlement"),
    "Kharkiv Oblast": ("706482", 49.7, 36.4, "UKR", "Kharkiv Oblast", "region"),
    "Ukraine": ("690791", 49.0, 32.0, "UKR", "", "country"),
    "Anchorage": ("5879400", 61.2, -149.9, "USA", "Alaska", "settlement"),
    "Alaska": ("5879092", 64.0, -150.0, "USA", "Alaska", "region"),
    "Goma": ("216281", -1.68, 29.22, "COD", "North Kivu", "settlement"),
}


class Sample(NamedTuple):
    """Mentions and articles made by `make`."""

    mentions: pd.DataFrame
    articles: pd.DataFrame

    def consolidate(self) -> Consolidated:
        return consolidate(self.mentions, self.articles)


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _roles(given: dict[str, list[str]]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for role in ("initiator", "recipient", "participant"):
        pairs = [WHO[name] for name in given.get(f"{role}s", [])]
        out |= {f"{role}s": [n for n, _ in pairs], f"{role}_codes": [c for _, c in pairs]}
    return out


def _place(name: str) -> dict[str, Any]:
    if not name:
        return {}
    fields = ("place_id", "latitude", "longitude", "country", "admin1", "place_precision")
    return {"place": name, **dict(zip(fields, WHERE[name], strict=True))}


def mention_row(kind: str, quote: str, **given: Any) -> dict[str, Any]:
    """Give a mention's row; `date` is "start" or "start/end", `article` its number, actors and place by short names."""
    first, _, last = given.get("date", "").partition("/")
    article, start = f"a{given.get('article', 1):02}", given.get("start", 0)
    at = quote.index(given["trigger"]) if given.get("trigger") else 0
    trigger = given.get("trigger") or quote.split(maxsplit=1)[0]
    key = f"{article}|{start}|{kind}|{quote}"
    return {
        "mention_id": hashlib.sha256(key.encode()).hexdigest()[:16], "article_id": article,
        "sentence": given.get("sentence", start), "start": start * 1000 + at, "end": start * 1000 + at + len(trigger),
        "trigger": trigger, "quote": quote, "quote_start": start * 1000, "quote_end": start * 1000 + len(quote),
        "kind": kind, "quad": kind_of(kind).quad, **codes(kind), "status": given.get("status", "happened"),
        "date_start": _day(first), "date_end": _day(last or first),
        "date_precision": given.get("precision", "day" if first else "unknown"),
        "date_basis": given.get("basis", "explicit" if first else "none"),
        "claimed_by": given.get("claimed_by", []), "quantity": given.get("quantity", ""),
        "confidence": given.get("confidence", 0.8), "extractor": "test", **_roles(given),
        **_place(given.get("place", "")),
    }  # fmt: skip


def article_row(number: int, published: str, source: str = "", duplicate_of: str = "") -> dict[str, Any]:
    """Give an article's row."""
    day = _day(published)
    return {
        "article_id": f"a{number:02}", "published": day, "published_start": day, "published_end": day,
        "published_precision": "day", "published_basis": "given", "source": source or f"Desk {number}",
        "text": f"text {number}", "language": "en", "duplicate_of": duplicate_of,
    }  # fmt: skip


@pytest.fixture
def make():
    """Give a function of mention rows and article rows (or days of articles 1, 2, …) that makes a Sample."""

    def sample(mentions: list[dict[str, Any]], articles: list[Any]) -> Sample:
        rows = [a if isinstance(a, dict) else article_row(n, a) for n, a in enumerate(articles, start=1)]
        return Sample(schema.frame("mentions", mentions), schema.frame("articles", rows))

    return sample


@pytest.fixture
def mention():
    """Give the builder of a mention's row."""
    return mention_row


@pytest.fixture
def article():
    """Give the builder of an article's row."""
    return article_row
