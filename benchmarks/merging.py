"""Times the merging of 100,000 made-up mentions, and of 100 articles more.

    python -m benchmarks.merging [MENTIONS [FOLDER]]

The stream imitates three years of reports: few pairs of parties make most of the news, most dates are days near the
report, one in ten is a month or a year, three reports an event on average. Its articles have no text; with a folder of
articles each gets a headline and a text of fourteen of their sentences, drawn by chance, which have to be read.
"""

import datetime as dt
import hashlib
import random
import sys
import time
from itertools import product
from typing import Any

import pandas as pd

from dashlib import read, schema
from dashlib.codebook import KINDS
from dashlib.codebook import kind as kind_of
from dashlib.codebook.modes import codes
from dashlib.merging import consolidate, touched

STATES = [
    "RUS",
    "UKR",
    "USA",
    "ISR",
    "PSE",
    "IRN",
    "CHN",
    "PRK",
    "KOR",
    "SDN",
    "SYR",
    "TUR",
    "FRA",
    "DEU",
    "GBR",
    "IND",
    "PAK",
    "YEM",
    "LBN",
    "SAU",
    "EGY",
    "POL",
    "AZE",
    "ARM",
    "COD",
    "RWA",
]
WEIGHTS = [1 / (n + 1) for n in range(len(STATES))]
FIRST = dt.date(2023, 1, 1)
DAYS = 1000
_PARTS = ("bar con del fer gol han jur kel lom mar", "a e i o u", "tan ric mel son vic dor gat pel")
WORDS = ["".join(parts) for parts in product(*(p.split() for p in _PARTS))]
HEADS = list(KINDS)
HEAD_WEIGHTS = [6 if kind_of(k).family == "War" else 2 for k in HEADS]


def _event(dice: random.Random) -> dict[str, Any]:
    kind = dice.choices(HEADS, HEAD_WEIGHTS)[0]
    first, second = dice.choices(STATES, WEIGHTS, k=2)
    return {
        "kind": kind, "day": FIRST + dt.timedelta(dice.randrange(DAYS)), "sides": (first, second),
        "place": dice.choice([*range(60), None, None]) if kind_of(kind).family == "War" else None,
        "words": dice.sample(WORDS, 14), "person": dice.random() < 0.4,
    }  # fmt: skip


def _dates(event: dict[str, Any], published: dt.date, dice: random.Random) -> dict[str, Any]:
    chance, day = dice.random(), event["day"]
    if chance < 0.65:
        return {"date_start": day, "date_end": day, "date_precision": "day", "date_basis": "relative"}
    if chance < 0.85:
        start = published - dt.timedelta(1)
        return {"date_start": start, "date_end": published, "date_precision": "unknown", "date_basis": "published"}
    if chance < 0.93:
        start = day.replace(day=1)
        return {"date_start": start, "date_end": start + dt.timedelta(30), "date_precision": "month",
                "date_basis": "explicit"}  # fmt: skip
    if chance < 0.95:
        return {"date_start": day.replace(month=1, day=1), "date_end": day.replace(month=12, day=31),
                "date_precision": "year", "date_basis": "explicit"}  # fmt: skip
    return {"date_start": None, "date_end": None, "date_precision": "unknown", "date_basis": "none"}


def _mention(
    event: dict[str, Any], article: int, sentence: int, published: dt.date, dice: random.Random
) -> dict[str, Any]:
    first, second = event["sides"]
    named = [
        (f"Leader of {first}", f"{first} GOV") if event["person"] else (first, f"{first} GOV"),
        (second, f"{second} GOV"),
    ]
    equal = kind_of(event["kind"]).relation == "equal"
    roles = {"participant": named} if equal else {"initiator": named[:1], "recipient": named[1:]}
    who = {f"{r}s": [n for n, _ in v] for r, v in roles.items()} | {
        f"{r}_codes": [c for _, c in v] for r, v in roles.items()
    }
    quote = " ".join([*dice.sample(event["words"], 8), *dice.sample(WORDS, 8)])
    place = event["place"]
    where = {} if place is None else {
        "place": f"Town {place}", "place_id": str(place), "latitude": 40 + place / 3, "longitude": 30 + place / 2,
        "country": second, "admin1": f"Region {place // 5}", "place_precision": "settlement",
    }  # fmt: skip
    key = f"{article}|{sentence}"
    return {
        "mention_id": hashlib.sha256(key.encode()).hexdigest()[:16], "article_id": f"a{article:06}",
        "sentence": sentence,
        "start": sentence * 200, "end": sentence * 200 + 6, "trigger": quote.split()[0], "quote": quote,
        "quote_start": sentence * 200, "quote_end": sentence * 200 + len(quote), "kind": event["kind"],
        "quad": kind_of(event["kind"]).quad, **codes(event["kind"]),
        "status": dice.choices(["happened", "planned"], [9, 1])[0],
        **_dates(event, published, dice), **who, **where, "confidence": 0.7, "claimed_by": [], "extractor": "made up",
    }  # fmt: skip


def stream(size: int, seed: int = 1) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give made-up mentions, four an article, and their articles."""
    dice = random.Random(seed)
    events = [_event(dice) for _ in range(size // 3)]
    by_day: dict[dt.date, list[dict[str, Any]]] = {}
    for event in events:
        by_day.setdefault(event["day"], []).append(event)
    mentions, articles = [], []
    for number in range(size // 4):
        day = FIRST + dt.timedelta(dice.randrange(DAYS))
        published = day + dt.timedelta(dice.choice([0, 1, 1, 2]))
        near = by_day.get(day) or events
        told = [dice.choice(near) if dice.random() < 0.85 else dice.choice(events) for _ in range(4)]
        mentions += [_mention(e, number, s, published, dice) for s, e in enumerate(told)]
        articles.append({"article_id": f"a{number:06}", "published": published, "published_start": published,
                         "published_end": published, "source": f"Outlet {number % 40}"})  # fmt: skip
    return schema.frame("mentions", mentions), schema.frame("articles", articles)


def with_texts(articles: pd.DataFrame, folder: str, seed: int = 1) -> pd.DataFrame:
    """Give the articles with headlines and texts of sentences drawn from the articles of a folder."""
    dice = random.Random(seed)
    sentences = [s for text in read(folder)["text"] for s in text.split(". ")]
    texts = [". ".join(dice.sample(sentences, 14)) for _ in range(len(articles))]
    rows = articles.assign(text=texts, title=[dice.choice(sentences)[:80] for _ in texts])
    return schema.to_pandas(schema.to_arrow("articles", rows))


def main(size: int, folder: str = "") -> None:
    """Time both ways (processor seconds) and print what came out."""
    mentions, articles = stream(size)
    articles = with_texts(articles, folder) if folder else articles
    began = time.process_time()
    done = consolidate(mentions, articles)
    whole = time.process_time() - began
    fresh = set(mentions.loc[mentions["article_id"].isin(articles["article_id"].tail(100)), "mention_id"])
    began = time.process_time()
    ids = touched(mentions, articles, fresh)
    consolidate(mentions[mentions["mention_id"].isin(ids)], articles)
    part = time.process_time() - began
    print(f"{len(mentions)} mentions -> {len(done.events)} events in {whole:.1f} s")
    print(f"100 articles more: {len(ids)} mentions clustered anew in {part:.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, *sys.argv[2:3])
